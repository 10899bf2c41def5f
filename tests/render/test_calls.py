"""The calls of a page are answered in their place, and blocks stay out of Markdown's hands."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.render.calls import Aside, LostBlockError, answered

PAGES = sorted((Path(__file__).parents[2] / "docs").rglob("*.md"))
MACROS: dict[str, Callable[..., str]] = {
    "rule": lambda id: f"on the day of {id}",
    "list": lambda *texts: "|".join(texts),
}


# Calls


@pytest.mark.parametrize(
    ("markdown", "result"),
    [
        ("No call, {#anchor} and {: .class }.", "No call, {#anchor} and {: .class }."),
        ('Do it {{ rule("go-live") }}.', "Do it on the day of go-live."),
        ('{{ rule("a") }} {{ rule("b") }}\n', "on the day of a on the day of b\n"),
        ("{{ list() }}", ""),
        ('{{ list("a, b", "(c)") }}', "a, b|(c)"),
        ('{{ list("a",\n  "b",\n  "c",\n) }}', "a|b|c"),
    ],
)
def test_a_plain_call_is_answered_in_its_place(markdown: str, result: str) -> None:
    """With any number of texts, on any number of lines."""
    assert answered(markdown, MACROS) == result


@pytest.mark.parametrize(
    "markdown",
    [
        "{{ unknown() }}",
        "{{ rule }}",
        '{{ rule("a") | upper }}',
        '{{ rule(id="a") }}',
        "{{ rule('a') }}",
        "{{ rule(1) }}",
        '{{ list("a" "b") }}',
        r'{{ rule("a\"b") }}',
        '{{ list("{{ rule }}") }}',
        "{% raw %}{{ rule }}{% endraw %}",
        "{## a comment ##}",
        '{{ rule("a") }} {{ rule( }}',
    ],
)
def test_a_page_with_anything_else_is_left_to_jinja(markdown: str) -> None:
    """As a whole, so that no call is answered twice; and so is one with a fault."""
    assert answered(markdown, MACROS) is None


def test_what_a_macro_gives_is_not_read_again() -> None:
    """A text of the catalogue with braces is no call."""
    assert answered('{{ list("a") }}', {"list": lambda text: "{{ list() }}"}) == "{{ list() }}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_page_of_ours_is_answered_without_jinja(page: Path) -> None:
    """Reading a page with Jinja takes a tenth of the time of a build."""
    anything = dict.fromkeys(names_called_in(page.read_text("utf-8")), lambda *texts: "")

    assert answered(page.read_text("utf-8"), anything) is not None


def names_called_in(markdown: str) -> list[str]:
    """Name the macros that a page calls."""
    return [part.partition("(")[0].strip() for part in markdown.split("{{")[1:]]


# Blocks


def test_a_block_is_kept_aside_and_put_back() -> None:
    """In its place, with no blanks around it."""
    aside = Aside()
    two = '<task-checklist class="two"></task-checklist>'
    marks = [aside.keep("\n<section>one</section>\n"), aside.keep(two)]

    assert marks == ["<!--kept aside: 0-->", "<!--kept aside: 1-->"]
    assert aside.put_back("before\n{}\n{}\nafter".format(*marks)) == (
        f"before\n<section>one</section>\n{two}\nafter"
    )


@pytest.mark.parametrize("html", ["", "6 weeks", '<a href="x">y</a>', "<divider>", "a <div></div>"])
def test_what_belongs_to_a_sentence_stays(html: str) -> None:
    """Markdown has to read it with the words around it."""
    assert Aside().keep(html) == html


def test_the_places_in_the_blocks_are_known() -> None:
    """A link to one is a good link; a data-id and an id in words are no places."""
    aside = Aside()
    aside.keep('<div id="one" data-id="two"><p class="x" id="three">The id="</p></div>')
    aside.keep('<div id="four"></div>')

    assert [*aside.ids()] == ["one", "three", "four"]


def test_a_block_that_is_not_searched_can_be_left_out() -> None:
    """It says so in its first tag; what is inside another is left to who reads it."""
    aside = Aside()
    page = "".join(
        map(aside.keep, ["<div data-quiet>one</div>", "<div><p data-quiet>two</p></div>"])
    )

    assert aside.put_back(page, but="data-quiet") == "<div><p data-quiet>two</p></div>"
    assert aside.put_back(page) == "<div data-quiet>one</div><div><p data-quiet>two</p></div>"


@pytest.mark.parametrize("lost", ["", "&lt;!--kept aside: 0--&gt;", "{0}{0}"])
def test_a_block_that_is_lost_or_twice_there_is_refused(lost: str) -> None:
    """Markdown shows a mark inside a code span as text, and the block would be gone."""
    aside = Aside()
    mark = aside.keep("<div>one</div>")

    with pytest.raises(LostBlockError, match=r"^a macro that writes a block is called where"):
        aside.put_back(lost.format(mark))


def test_another_page_begins_without_blocks() -> None:
    """Nothing of the page before comes into it."""
    aside = Aside()
    aside.keep("<div>one</div>")

    aside.clear()

    assert aside.put_back(aside.keep("<div>two</div>")) == "<div>two</div>"
