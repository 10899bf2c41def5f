"""What the search fetches: which section holds which word, and the text of each page's sections.

Knows HTML and nothing of files. A reader gets the words first, all in one file, and then only
the texts of the pages that were found. What stands in `data-search-exclude` is not searched.
See decisions/0022.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from typing import Any, NamedTuple

IN_TITLE, OFTEN, TWICE, ONCE = 3, 2, 1, 0
KINDS = 4
"""A place is written as what was skipped since the last, times KINDS, plus how the word stands."""
MANY = 4  # times in one section are often

_PIECE = re.compile(
    r"<!--.*?-->|(?P<text>[^<]+)|<(?P<end>/?)(?P<tag>[A-Za-z][\w-]*)"
    r"(?P<rest>[^>\"']*(?:(?:\"[^\"]*\"|'[^']*')[^>\"']*)*)>",
    re.S,
)
LEFT_OUT = "data-search-exclude"
_ID = re.compile(r"\bid=\"([^\"]+)\"")
_WORD = re.compile(r"[^\W_]+")
_MARKS = "’‘“”–…"  # of those that are no ASCII, the ones that our texts are full of
_BLANKS = {number: " " for number in range(128) if not chr(number).isalnum()}
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "cite",
        "code",
        "em",
        "i",
        "label",
        "mark",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
    ]
)
_VOID = frozenset({"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})
_UNREAD = frozenset({"button", "h1", "script", "style", "svg", "template"})
COMMON = frozenset(
    [
        "a",
        "about",
        "after",
        "all",
        "also",
        "an",
        "and",
        "any",
        "are",
        "as",
        "at",
        "be",
        "been",
        "before",
        "but",
        "by",
        "can",
        "could",
        "do",
        "does",
        "each",
        "for",
        "from",
        "had",
        "has",
        "have",
        "how",
        "if",
        "in",
        "into",
        "is",
        "it",
        "its",
        "may",
        "must",
        "no",
        "nor",
        "not",
        "of",
        "on",
        "only",
        "or",
        "other",
        "our",
        "out",
        "should",
        "so",
        "some",
        "such",
        "than",
        "that",
        "the",
        "their",
        "them",
        "then",
        "there",
        "these",
        "they",
        "this",
        "those",
        "to",
        "too",
        "up",
        "was",
        "we",
        "were",
        "what",
        "when",
        "where",
        "which",
        "while",
        "who",
        "whom",
        "why",
        "will",
        "with",
        "would",
        "you",
        "your",
    ]
)
"""Words that lead nowhere: they are neither kept nor looked for."""
_BEFORE_DETAILS = "Details Done when:"  # what opens a task's details is no word of the guide


class Section(NamedTuple):
    """A part of a page: its heading's id, which is empty for the page's beginning."""

    anchor: str
    title: str
    text: str


Pages = Mapping[str, list[Section]]
"""The sections of each page by its address; the first is its beginning, under its title."""


def sections_of(title: str, html: str) -> list[Section]:
    """Split the content of a page at the headings that have an id."""
    sections = [(("", title), list[str]())]
    heading: list[str] | None = None
    into = sections[0][1]
    for text, end, tag, rest in _read_pieces(html):
        if text:
            into.append(text)
        elif tag not in _HEADINGS:
            into.append("" if tag in _INLINE else " ")
        elif not end and (id := _ID.search(rest)):
            into = heading = []
            sections.append(((id[1], ""), []))
        elif heading is not None:
            (anchor, _), into = sections[-1]
            sections[-1] = ((anchor, _plain(heading)), into)
            heading = None
        else:
            into.append(" ")
    return [Section(*head, _plain(texts)) for head, texts in sections]


def words_json(pages: Pages) -> str:
    """Write each page with its sections and their numbers of words, and where each word stands."""
    counted = {
        address: [(section, _words_in(section)) for section in sections]
        for address, sections in pages.items()
    }
    listed = [
        [page, first.title, [[one.anchor, one.title, _size(all)] for one, all in rest], _size(own)]
        for page, ((first, own), *rest) in counted.items()
    ]
    places = _places(words for of_page in counted.values() for _, words in of_page)
    return _json({"common": " ".join(sorted(COMMON)), "pages": listed, "words": places})


def texts_json(sections: Iterable[Section]) -> str:
    """Write the text of each section of a page by its anchor."""
    return _json({one.anchor: one.text for one in sections})


def _places(sections: Iterable[dict[str, int]]) -> dict[str, list[int]]:
    everywhere: dict[str, list[int]] = {}
    last: dict[str, int] = {}
    for number, words in enumerate(sections):
        for word, how in words.items():
            skipped = number - last.get(word, -1) - 1
            everywhere.setdefault(word, []).append(skipped * KINDS + how)
            last[word] = number
    return {word: places for word, places in sorted(everywhere.items()) if _is_kept(word)}


def _words_in(section: Section) -> dict[str, int]:
    counts = Counter(_words_of(section.text))
    often = {
        word: ONCE if count == 1 else TWICE if count < MANY else OFTEN
        for word, count in counts.items()
    }
    return often | dict.fromkeys(_words_of(section.title), IN_TITLE)


def _words_of(text: str) -> list[str]:
    """Give the words in order, in small letters; a text of ASCII is cut at once."""
    text = text.lower()
    for mark in _MARKS:
        text = text.replace(mark, " ")
    return text.translate(_BLANKS).split() if text.isascii() else _WORD.findall(text)


def _size(words: Iterable[str]) -> int:
    return sum(map(_is_kept, words))


def _is_kept(word: str) -> bool:
    return word not in COMMON and (len(word) > 1 or word.isdigit())


def _read_pieces(html: str) -> Iterator[tuple[str, str, str, str]]:
    """Give texts and tags, but for what is not read: fields, and all that is left out."""
    unread: list[str] = []  # the element that is left out, once for each of its kind inside it
    for piece in _PIECE.findall(html):
        _, end, tag, rest = piece
        if not unread and (not tag or end or not _is_unread(tag, rest)):
            yield piece
        elif tag and tag not in _VOID and tag in (unread or [tag]):
            unread = unread[1:] if end else [tag, *unread]


def _is_unread(tag: str, rest: str) -> bool:
    return tag in _UNREAD or LEFT_OUT in rest


def _plain(texts: Iterable[str]) -> str:
    text = " ".join(unescape("".join(texts)).split())
    return text.replace(_BEFORE_DETAILS, _BEFORE_DETAILS.removeprefix("Details "))


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
