"""A copied table: whole in a letter, harmless in a spreadsheet."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.fixture
def table(module: Any) -> Any:
    """Give the module under test."""
    return module("exports/table.js")


def test_a_table_becomes_html(table: Any) -> None:
    """Caption, headings and cells, with lines round them and everything escaped."""
    html = table.toHtmlTable(
        {
            "caption": "Your <actions>",
            "columns": ["Action", "Owner & date"],
            "rows": [['Say "yes" <now>', "Manager"], ["One\nTwo\r\nThree", ""]],
        }
    )

    assert html == (
        '<table border="1" cellspacing="0" cellpadding="4">'
        "<caption>Your &lt;actions&gt;</caption>"
        '<thead><tr><th scope="col">Action</th><th scope="col">Owner &amp; date</th></tr></thead>'
        "<tbody><tr><td>Say &quot;yes&quot; &lt;now&gt;</td><td>Manager</td></tr>"
        "<tr><td>One<br>Two<br>Three</td><td></td></tr></tbody></table>"
    )


def test_a_table_without_rows_is_its_headings(table: Any) -> None:
    """Nothing to copy is no error."""
    empty = {"columns": ["A"], "rows": []}

    assert table.toTsv(empty) == "A"
    assert table.toHtmlTable(empty).endswith('<th scope="col">A</th></tr></thead><tbody></tbody></table>')


def test_a_table_becomes_lines_with_tabs(table: Any) -> None:
    """A row a line; tabs and line breaks inside a cell become spaces."""
    text = table.toTsv(
        {"columns": ["Action", "Owner"], "rows": [["Send\tthe\r\nform", "Jo"], [' "Yes" ', ""]]}
    )

    assert text == 'Action\tOwner\nSend the form\tJo\n"""Yes"""\t'


@pytest.mark.parametrize(
    ("cell", "pasted"),
    [
        ("=1+1", "'=1+1"),
        ('=HYPERLINK("http://bad.example","Click")', "'=HYPERLINK(\"http://bad.example\",\"Click\")"),
        ("@SUM(1)", "'@SUM(1)"),
        ("+1+cmd|' /C calc'!A0", "'+1+cmd|' /C calc'!A0"),
        ("-chase PCSE", "'-chase PCSE"),
        ("- chase PCSE", "'- chase PCSE"),
        ("  =1+1", "'=1+1"),
        ("\t=1+1", "'=1+1"),
        ("＝1+1", "'＝1+1"),
        ("+44 7700 900123", "+44 7700 900123"),
        ("-5", "-5"),
        ("A=B", "A=B"),
        ("jo@example.org", "jo@example.org"),
    ],
)
def test_a_cell_that_a_spreadsheet_would_run_is_defused(
    table: Any, cell: str, pasted: str
) -> None:
    """An apostrophe in front makes it a text; numbers stay numbers."""
    content = {"columns": ["A"], "rows": [[cell]]}
    escaped = pasted.replace('"', "&quot;")

    assert table.toTsv(content) == f"A\n{pasted}"
    assert f"<td>{escaped}</td>" in table.toHtmlTable(content)


def test_pasted_html_holds_no_element_but_a_tables_own(page: Any) -> None:
    """A browser that reads it back finds the texts and nothing that runs."""
    bad = '<img src=x onerror=alert(1)>"><script>alert(1)</script>'

    names, texts = page.evaluate(
        "async bad => { const {toHtmlTable} = await import('/js/exports/table.js');"
        " const html = toHtmlTable({caption: bad, columns: [bad], rows: [[bad]]});"
        " const read = new DOMParser().parseFromString(html, 'text/html').body;"
        " return [[...new Set([...read.querySelectorAll('*')].map(one => one.localName))],"
        " ['caption', 'th', 'td'].map(name => read.querySelector(name).textContent)] }",
        bad,
    )

    assert names == ["table", "caption", "thead", "tr", "th", "tbody", "td"]
    assert texts == [bad, bad, bad]
