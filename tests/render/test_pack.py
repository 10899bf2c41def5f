"""Sheets of the cutover pack: blank logs, and those whose rows begin with what is known."""

from __future__ import annotations

from macros.render.pack import blank_log, count_log, sheet

HEAD = (
    '<div class="app-log" data-search-exclude><p class="app-log__head">'
    "<strong>Confidential patient record</strong>"
    "<span>Place</span><span>Day</span><span>Sheet number</span></p>"
    '<table class="app-log__table">'
)


def test_a_log_is_ten_empty_rows_below_its_headings() -> None:
    """It says that it is confidential, and asks for what tells one sheet from another."""
    rows = "\n<tr><td></td><td></td></tr>" * 10

    assert blank_log("Home visits", "Time | What was found +") == (
        f"{HEAD}<caption>Home visits</caption>"
        '<thead><tr><th scope="col">Time</th>'
        '<th scope="col" class="app-wide">What was found</th></tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def test_one_column_is_enough() -> None:
    """A sheet of lines is a log too."""
    rows = "\n<tr><td></td></tr>" * 10

    assert blank_log("Notes", "Notes") == (
        f"{HEAD}<caption>Notes</caption>"
        f'<thead><tr><th scope="col">Notes</th></tr></thead><tbody>{rows}</tbody></table></div>'
    )


def test_a_sheet_for_counting_is_no_patient_record() -> None:
    """It names nobody, so only place, day and number stand above it."""
    rows = "\n<tr><td></td></tr>" * 10

    assert count_log("Stock", "Item") == (
        f"{HEAD}<caption>Stock</caption>".replace(
            "<strong>Confidential patient record</strong>", ""
        )
        + f'<thead><tr><th scope="col">Item</th></tr></thead><tbody>{rows}</tbody></table></div>'
    )


def test_texts_of_a_log_are_shown_as_text() -> None:
    """Markup in a title or a heading stays what was typed."""
    rows = "\n<tr><td></td><td></td></tr>" * 10

    assert blank_log("""Cards & <b> "now" 'then'""", '<i> | "&" +') == (
        f"{HEAD}<caption>Cards &amp; &lt;b&gt; &#34;now&#34; &#39;then&#39;</caption>"
        '<thead><tr><th scope="col">&lt;i&gt;</th>'
        '<th scope="col" class="app-wide">&#34;&amp;&#34;</th></tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def test_a_sheet_begins_each_row_with_what_is_known() -> None:
    """The first cell names its row; what is left out stays empty for the pen."""
    assert sheet("Each day", "Hour | What + | Who", "8am | Meet", "5pm", "6pm | Count | All") == (
        '<div data-search-exclude><table class="app-sheet"><caption>Each day</caption>'
        '<thead><tr><th scope="col">Hour</th><th scope="col" class="app-wide">What</th>'
        '<th scope="col">Who</th></tr></thead><tbody>'
        '\n<tr><th scope="row">8am</th><td>Meet</td><td></td></tr>'
        '\n<tr><th scope="row">5pm</th><td></td><td></td></tr>'
        '\n<tr><th scope="row">6pm</th><td>Count</td><td>All</td></tr>'
        "</tbody></table></div>"
    )


def test_a_sheet_without_rows_is_an_empty_table() -> None:
    """Nothing breaks while an editor is still writing it."""
    assert sheet("Each day", "Hour") == (
        '<div data-search-exclude><table class="app-sheet"><caption>Each day</caption>'
        '<thead><tr><th scope="col">Hour</th></tr></thead><tbody></tbody></table></div>'
    )


def test_texts_of_a_sheet_are_shown_as_text() -> None:
    """Markup in a title, a heading, a row's name or a cell stays what was typed."""
    assert sheet("A & <b>", '"<i>" | &', "<u> | 'c' & <s>") == (
        '<div data-search-exclude><table class="app-sheet"><caption>A &amp; &lt;b&gt;</caption>'
        '<thead><tr><th scope="col">&#34;&lt;i&gt;&#34;</th><th scope="col">&amp;</th></tr></thead>'
        '<tbody>\n<tr><th scope="row">&lt;u&gt;</th><td>&#39;c&#39; &amp; &lt;s&gt;</td></tr>'
        "</tbody></table></div>"
    )
