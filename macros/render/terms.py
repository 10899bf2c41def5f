"""Words of the glossary, linked where a page first uses them. Knows HTML and nothing of files."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable
from itertools import groupby
from typing import NamedTuple

from markupsafe import escape

from macros.render.markup import Markup

_HEADING = re.compile(r'^### .+? \{#(?P<id>[\w-]+) data-words="(?P<words>[^"]+)"\}$', re.M)
_PIECE = re.compile(r"<!--.*?-->|<(?P<end>/?)(?P<tag>[\w-]+)(?P<rest>[^>]*)>", re.S)
_CLASS = re.compile(r'\bclass="(?P<names>[^"]*)"')
_LINKED = re.compile(r'glossary/#([\w-]+)"')
_VOID = frozenset({"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "caption", "th", "summary"})
_CLOSED = _HEADINGS | {"a", "button", "code", "label", "pre", "script", "style", "textarea"}
_LINK = Markup('<a class="app-term" href="{href}">{words}</a>')


class Term(NamedTuple):
    """A word of the glossary: its id there, and what counts as a use of it."""

    id: str
    words: tuple[str, ...]


@functools.cache
def terms_of(glossary: str) -> tuple[Term, ...]:
    """Read which words are linked: those that a heading of the glossary lists in `data-words`."""
    return tuple(
        Term(found["id"], tuple(word.strip() for word in found["words"].split(",")))
        for found in _HEADING.finditer(glossary)
    )


def link_terms(html: str, terms: tuple[Term, ...], href: Callable[[str], str]) -> str:
    """Link each term at its first use in running text, once a page; `href` knows its address.

    A term that the page links already is left as it is.
    """
    left = {term.id for term in terms}.difference(_LINKED.findall(html))
    words, uses = _uses_of(terms)
    if not left:
        return html

    def link(use: re.Match[str]) -> str:
        id = words[" ".join(use["word"].lower().split())]
        if id not in left:
            return use[0]
        left.remove(id)
        return str(_LINK.format(href=href(id), words=Markup(use[0])))

    return "".join(
        uses.sub(link, piece) if is_prose else piece for piece, is_prose in _pieces(html)
    )


@functools.cache
def _uses_of(terms: tuple[Term, ...]) -> tuple[dict[str, str], re.Pattern[str]]:
    """Map each word to the id of its term, and find any of them: longest first, whole words."""
    words = {str(escape(word)): term.id for term in terms for word in term.words}
    longest_first = sorted(words, key=lambda word: (word[0].lower(), -len(word), word))
    by_letter = groupby(longest_first, lambda word: word[0].lower())
    either = "|".join(_any_of(letter, beginning) for letter, beginning in by_letter)
    pattern = rf"(?<![\w-])(?P<word>{either})s?(?![\w-])" if words else r"(?!)(?P<word>)"
    return {word.lower(): id for word, id in words.items()}, re.compile(pattern)


def _any_of(letter: str, words: Iterable[str]) -> str:
    """Match words that begin with one letter, which is looked at once for all of them.

    A word of small letters may begin a sentence; one with capitals is itself only.
    """
    rests = (
        ("" if word.islower() else f"(?<={re.escape(word[0])})")
        + r"\s+".join(map(re.escape, word[1:].split(" ")))
        for word in words
    )
    return f"[{re.escape(letter)}{re.escape(letter.upper())}](?:{'|'.join(rests)})"


def _pieces(html: str) -> list[tuple[str, bool]]:
    """Split a page into text and tags; tell the text that may hold links."""
    pieces: list[tuple[str, bool]] = []
    closed: list[str] = []  # the open elements, from the first that may hold no link
    at = 0
    for tag in _PIECE.finditer(html):
        pieces += [(html[at : tag.start()], not closed), (tag[0], False)]
        at = tag.end()
        name = tag["tag"] or ""
        if not name or name in _VOID:
            continue
        if tag["end"]:
            while name in closed and closed.pop() != name:
                pass
        elif closed or _may_hold_no_link(name, tag["rest"]):
            closed.append(name)
    return [*pieces, (html[at:], not closed)]


def _may_hold_no_link(tag: str, rest: str) -> bool:
    """Leave alone what is no running text, and all that a macro wrote: `app-` and own elements."""
    found = _CLASS.search(rest)
    names = found["names"].split() if found else []
    return (
        tag in _CLOSED
        or "-" in tag
        or "admonition-title" in names
        or any(name.startswith("app-") for name in names)
    )
