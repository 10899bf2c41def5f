"""What the search fetches: which section holds which word, and the text of each page's sections.

Knows HTML and nothing of files. A reader gets the words first, all in one file, and then only
the texts of the pages that were found. What stands in `data-search-exclude` is not searched.
See decisions/0022.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from html import unescape
from typing import Any, NamedTuple

from macros.tags import ATTRIBUTES, REST, VOID, end_of

IN_TITLE, OFTEN, TWICE, ONCE = 3, 2, 1, 0
KINDS = 4
"""A place is written as what was skipped since the last, times KINDS, plus how the word stands."""
MANY = 4  # times in one section are often

LEFT_OUT = "data-search-exclude"
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_TAG = re.compile(rf"</?[A-Za-z]{ATTRIBUTES}")
_UNREAD = re.compile(
    rf"<(?P<tag>button|h1|script|style|svg|template|[A-Za-z][\w-]*(?=[^>]*{LEFT_OUT})){REST}"
)
_INLINE = re.compile(
    rf"</?(?:a|abbr|b|cite|code|em|i|label|mark|small|span|strong|sub|sup|time){REST}"
)
_HEADING = re.compile(rf'<h[2-6](?=[^>]*\bid="([^"]+)"){REST}(.*?)</h[2-6]>', re.S)
_WORD = re.compile(r"[^\W_]+")
_MARKS = "’‘“”–…"  # of those that are no ASCII, the ones that our texts are full of
_LETTERS = "".join(one if one.isalnum() else " " for one in map(chr, range(128))).lower()
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
    read = _INLINE.sub("", _without_unread(_COMMENT.sub(" ", html)))
    start, *rest = _HEADING.split(read)
    heads = zip(rest[::3], map(_plain, rest[1::3]), map(_plain, rest[2::3]), strict=True)
    return [Section("", title, _plain(start)), *(Section(*head) for head in heads)]


def words_json(pages: Pages) -> str:
    """Write each page with its sections and their numbers of words, and where each word stands."""
    counted = {
        address: [(section, _words_in(section)) for section in sections]
        for address, sections in pages.items()
    }
    listed = [
        [page, first.title, [[one.anchor, one.title, len(all)] for one, all in rest], len(own)]
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
    return dict(sorted(everywhere.items()))


def _words_in(section: Section) -> dict[str, int]:
    counts = dict(Counter(_words_of(section.text)))
    titled = dict.fromkeys(_words_of(section.title), 0)
    return {
        word: IN_TITLE if not count else ONCE if count == 1 else TWICE if count < MANY else OFTEN
        for word, count in (counts | titled).items()
        if word not in COMMON and (len(word) > 1 or word.isdigit())
    }


def _words_of(text: str) -> list[str]:
    """Give the words in order, in small letters; a text of ASCII is cut at once."""
    for mark in _MARKS:
        text = text.replace(mark, " ")
    return text.translate(_LETTERS).split() if text.isascii() else _WORD.findall(text.lower())


def _without_unread(html: str) -> str:
    """Take out what is not read: fields, and all that is left out."""
    kept: list[str] = []
    at = 0
    for opening in _UNREAD.finditer(html):
        if opening.start() >= at:
            kept.append(html[at : opening.start()])
            at = opening.end()
            if opening["tag"] not in VOID:
                at = end_of(opening["tag"], html, at)
    return "".join([*kept, html[at:]])


def _plain(html: str) -> str:
    text = " ".join(unescape(_TAG.sub(" ", html)).split())
    return text.replace(_BEFORE_DETAILS, _BEFORE_DETAILS.removeprefix("Details "))


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
