"""Reads a built page as a visitor's browser does. Knows HTML, and nothing of how it was made."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree.ElementTree import Element

from tinyhtml5.parser import HTMLParser

LINKING = (
    "href",
    "src",
    "action",
    "poster",
    "data-root",
    "data-catalogue",
    "data-kick-off",
)
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
BLOCKS = {
    *HEADINGS,
    "address",
    "article",
    "aside",
    "details",
    "div",
    "dd",
    "dl",
    "dt",
    "footer",
    "form",
    "header",
    "hr",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
    "caption",
}


@dataclass(frozen=True)
class Page:
    """One built page: its place below the site's folder, and what stands there."""

    place: str
    html: str
    root: str  # the address of the site's home page

    @property
    def address(self) -> str:
        """Say where a visitor finds the page; the page for unknown addresses is anywhere deep."""
        place = "no/such/page/" if self.place == "404.html" else self.place
        return self.root + place.removesuffix("index.html")

    @cached_property
    def parser(self) -> HTMLParser:
        """Parse the page as the standard says; its `errors` are what it had to forgive."""
        parser = HTMLParser(namespace_html_elements=False)
        parser.tree_read = parser.parse(self.html)
        return parser

    @cached_property
    def tree(self) -> Element:
        """Give the html element."""
        return self.parser.tree_read

    def all(self, *tags: str) -> list[Element]:
        """Find all elements, or those of these tags, in the order of the page."""
        return [
            e for e in self.tree.iter() if isinstance(e.tag, str) and (not tags or e.tag in tags)
        ]

    def pairs(self) -> Iterator[tuple[Element, Element]]:
        """Give each element with its parent."""
        return ((parent, child) for parent in self.all() for child in parent)

    def values(self, attribute: str) -> list[str]:
        """List the values of an attribute, in the order of the page."""
        return [e.attrib[attribute] for e in self.all() if attribute in e.attrib]

    def links(self) -> Iterator[tuple[str, str, str]]:
        """Give the tag, the attribute and the whole address of all that the page points at."""
        for element in self.all():
            for name in LINKING:
                if name in element.attrib:
                    yield element.tag, name, urljoin(self.address, element.attrib[name])

    def place_of(self, address: str) -> tuple[str, str]:
        """Turn a whole address of this site into a place below its folder and a fragment."""
        path, _, fragment = address.partition("#")
        place = unquote(urlsplit(path).path).removeprefix(urlsplit(self.root).path)
        is_folder = place == "" or place.endswith("/")
        whole = f"{place}index.html" if is_folder else place
        return self.place if path == self.address else whole, unquote(fragment)

    def sections(self) -> dict[str, str]:
        """Give the words after each heading that has an id, up to the next heading."""
        parts: dict[str, list[str]] = {}
        here: list[str] = []
        for element, text in _texts(self.tree.find(".//article")):
            if element is not None and element.tag in HEADINGS:
                here = parts.setdefault(element.get("id", ""), [])
            here.append(text)
        return {id: " ".join("".join(words).split()) for id, words in parts.items()}


def words_of(element: Element) -> str:
    """Give the words of an element, blocks apart."""
    return " ".join("".join(text for _, text in _texts(element)).split())


def _texts(element: Element) -> Iterator[tuple[Element | None, str]]:
    """Give each piece of text; with the element when it is the one that opens it."""
    edge = "\n" if element.tag in BLOCKS else ""
    yield element, edge + (element.text or "")
    for child in element:
        yield from _texts(child)
        yield None, child.tail or ""
    yield None, edge


@functools.cache
def read_site(folder: Path) -> dict[str, Page]:
    """Read all pages of a built site by their places, once for all who ask; nobody changes them."""
    texts = {p.relative_to(folder).as_posix(): p.read_text("utf-8") for p in folder.rglob("*.html")}
    home = Page("index.html", texts["index.html"], "")
    root = next(e.get("href", "") for e in home.all("link") if e.get("rel") == "canonical")
    return {place: Page(place, text, root) for place, text in sorted(texts.items())}
