"""The HTML is valid where it matters to those who read, hear or operate it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from xml.etree.ElementTree import Element

import pytest

from tests.site.reading import BLOCKS, HEADINGS, Page

Read = dict[str, Page]
Fault = tuple[str, str]

ONLY_PHRASES = {*HEADINGS, "p", "span", "strong", "em", "label", "small", "button", "abbr", "code"}
OPERATED = {"a", "button", "input", "select", "textarea", "summary", "label"}
MAY_HOLD = {
    "ul": {"li"},
    "ol": {"li"},
    "dl": {"dt", "dd", "div"},
    "table": {"caption", "thead", "tbody"},
    "thead": {"tr"},
    "tbody": {"tr"},
    "tr": {"th", "td"},
}
MUST_STAND_IN = {
    "li": {"ul", "ol"},
    "dt": {"dl", "div"},
    "dd": {"dl", "div"},
    "tr": {"thead", "tbody"},
    "th": {"tr"},
    "td": {"tr"},
    "caption": {"table"},
    "summary": {"details"},
}
KNOWN = {
    *BLOCKS,
    *MAY_HOLD,
    *ONLY_PHRASES,
    "html",
    "head",
    "body",
    "meta",
    "title",
    "link",
    "script",
    "a",
    "input",
    "br",
    "img",
    "time",
    "sup",
    "sub",
    "b",
    "figure",
    "figcaption",
    "select",
    "option",
    *(f"{{http://www.w3.org/2000/svg}}{name}" for name in ("svg", "g", "line", "rect", "text")),
}


def faults(read: Read, find: Callable[[Page], list[str]]) -> list[Fault]:
    """List what is wrong with its page."""
    return [(place, fault) for place, page in read.items() for fault in find(page)]


def tag(element: Element) -> str:
    """Show an element as it was written."""
    attributes = "".join(f' {name}="{value}"' for name, value in element.attrib.items())
    return f"<{element.tag}{attributes}>"


def test_no_page_needs_to_be_forgiven(read: Read) -> None:
    """The parser of the standard finds no error."""
    assert faults(read, lambda page: [str(error) for error in page.parser.errors]) == []


def test_the_parser_would_find_an_error() -> None:
    """A list in a paragraph is what a macro in the wrong place writes."""
    page = Page("x", "<!doctype html><title>x</title><p><ul><li>1</ul></p><b id=1 id=2>", "")

    assert page.parser.errors != []


def test_every_element_is_known(read: Read) -> None:
    """One of the standard's, or one of ours with a hyphen in its name."""
    assert (
        faults(
            read,
            lambda page: [tag(e) for e in page.all() if e.tag not in KNOWN and "-" not in e.tag],
        )
        == []
    )


def test_a_phrase_holds_no_block(read: Read) -> None:
    """No list in a paragraph, no paragraph in a label."""
    assert (
        faults(
            read,
            lambda page: [
                f"{tag(child)} in {tag(parent)}"
                for parent in page.all(*ONLY_PHRASES)
                for child in parent.iter()
                if child is not parent and child.tag in BLOCKS
            ],
        )
        == []
    )


def test_lists_and_tables_hold_what_they_may(read: Read) -> None:
    """A screen reader counts items and cells."""
    assert (
        faults(
            read,
            lambda page: [
                f"{tag(child)} in {tag(parent)}"
                for parent, child in page.pairs()
                if child.tag not in MAY_HOLD.get(parent.tag, {child.tag})
                or parent.tag not in MUST_STAND_IN.get(child.tag, {parent.tag})
            ],
        )
        == []
    )


def test_no_list_and_no_table_is_empty(read: Read) -> None:
    """Nothing is announced that is not there."""
    assert (
        faults(
            read,
            lambda page: [tag(e) for e in page.all("ul", "ol", "dl", "tbody", "tr") if not len(e)],
        )
        == []
    )


def test_nothing_operated_stands_in_something_operated(read: Read) -> None:
    """A click has one meaning; a label may hold its own box."""
    assert (
        faults(
            read,
            lambda page: [
                f"{tag(inner)} in {tag(outer)}"
                for outer in page.all(*OPERATED)
                for inner in outer.iter()
                if inner is not outer
                and inner.tag in OPERATED
                and (outer.tag, inner.tag) != ("label", "input")
            ],
        )
        == []
    )


def test_every_field_has_a_label(read: Read) -> None:
    """Around it, or by its id."""

    def unlabelled(page: Page) -> list[str]:
        pointed = {label.get("for") for label in page.all("label")}
        wrapped = {id(e) for label in page.all("label") for e in label.iter("input")}
        return [
            tag(e)
            for e in page.all("input", "select", "textarea")
            if e.get("id", "-") not in pointed and id(e) not in wrapped
        ]

    assert faults(read, unlabelled) == []


def test_a_label_labels_something(read: Read) -> None:
    """One field, with words."""

    def idle(page: Page) -> list[str]:
        ids = set(page.values("id"))
        return [
            tag(label)
            for label in page.all("label")
            if not "".join(label.itertext()).strip()
            or (label.get("for") not in ids and len(list(label.iter("input"))) != 1)
        ]

    assert faults(read, idle) == []


@pytest.mark.parametrize(
    "name", ["aria-controls", "aria-describedby", "aria-labelledby", "aria-owns"]
)
def test_what_a_relation_names_is_on_the_page(read: Read, name: str) -> None:
    """An id that is not there is silence."""
    assert (
        faults(
            read,
            lambda page: [
                value
                for value in page.values(name)
                if not set(value.split()) <= set(page.values("id"))
            ],
        )
        == []
    )


def test_a_button_says_its_type_and_its_purpose(read: Read) -> None:
    """Without a type it would send a form."""
    assert (
        faults(
            read,
            lambda page: [
                tag(e)
                for e in page.all("button")
                if e.get("type") != "button" or not "".join(e.itertext()).strip()
            ],
        )
        == []
    )


def test_a_link_has_words_and_an_address(read: Read) -> None:
    """Words that say where it goes."""
    vague = {"", "here", "click here", "this page", "link", "more", "read more"}

    assert (
        faults(
            read,
            lambda page: [
                tag(e)
                for e in page.all("a")
                if "href" not in e.attrib or "".join(e.itertext()).strip().lower() in vague
            ],
        )
        == []
    )


def test_one_heading_names_the_page_and_no_level_is_skipped(read: Read) -> None:
    """Those who hear a page walk it by its headings."""

    def wrong(page: Page) -> list[str]:
        headings = page.all(*HEADINGS)
        levels = [int(e.tag[1]) for e in headings]
        skipped = [f"h{a} then h{b}" for a, b in pairwise([0, *levels]) if b > a + 1]
        empty = [tag(e) for e in headings if not "".join(e.itertext()).strip()]
        return skipped + empty + [f"{levels.count(1)} h1"] * (levels.count(1) != 1)

    assert faults(read, wrong) == []


def test_an_image_has_a_text(read: Read) -> None:
    """An empty one if it is decoration."""
    assert (
        faults(read, lambda page: [tag(e) for e in page.all("img") if "alt" not in e.attrib]) == []
    )


SCOPES = {"row", "col", "rowgroup"}


def test_a_table_has_headers_with_a_scope(read: Read) -> None:
    """A cell is read with its row's and column's name; a table of ours has a caption."""

    def wrong(page: Page) -> list[str]:
        bare = [tag(t) for t in page.all("table") if not list(t.iter("th"))]
        scopes = [tag(th) for th in page.all("th") if th.get("scope") not in SCOPES]
        unnamed = [tag(t) for t in page.all("table") if t.find("caption") is None]
        return bare + scopes + unnamed

    assert faults(read, wrong) == []


def test_a_disclosure_opens_with_its_summary(read: Read) -> None:
    """And has one."""
    assert (
        faults(
            read,
            lambda page: [
                tag(e)
                for e in page.all("details")
                if [child.tag for child in e].index("summary") != 0
                or len(e.findall("summary")) != 1
            ],
        )
        == []
    )


def test_landmarks_are_told_apart(read: Read) -> None:
    """One main, and each navigation with its own name."""

    def wrong(page: Page) -> list[str]:
        names = [e.get("aria-label", "") for e in page.all("nav")]
        twice = [f"nav {name!r}" for name in names if not name or names.count(name) > 1]
        mains = len(page.all("main"))
        return twice + [f"{mains} main"] * (mains != 1)

    assert faults(read, wrong) == []


def test_the_first_link_skips_to_the_page(read: Read) -> None:
    """Before the header and the journey."""
    assert (
        faults(
            read,
            lambda page: [
                tag(page.all("a")[0])
                for _ in "1"
                if page.all("a")[0].get("href") != "#main"
                or page.tree.find(".//main").get("id") != "main"
            ],
        )
        == []
    )


def test_at_most_one_link_of_a_navigation_is_the_current_page(read: Read) -> None:
    """And it leads to this very page."""

    def wrong(page: Page) -> list[str]:
        return [
            f"{nav.get('aria-label')}: {len(now)} current"
            for nav in page.all("nav")
            if len(now := [e for e in nav.iter() if "aria-current" in e.attrib]) > 1
        ]

    assert faults(read, wrong) == []


def test_a_box_is_never_completed_and_no_address_has_a_blank(read: Read) -> None:
    """Both are read by every browser and allowed by no standard."""

    def find(page: Page) -> list[str]:
        boxes = [one for one in page.all("input") if one.get("type") == "checkbox"]
        completed = [tag(box) for box in boxes if "autocomplete" in box.attrib]
        links = [*page.all("a"), *page.all("link")]
        return completed + [tag(link) for link in links if " " in link.get("href", "")]

    assert faults(read, find) == []
