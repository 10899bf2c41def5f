"""Words of the glossary, linked where a page first uses them. Knows HTML and nothing of files."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable
from itertools import groupby
from typing import NamedTuple

from markupsafe import escape

from macros.render.markup import Markup
from macros.tags import REST, VOID, end_of

_HEADING = re.compile(r'^### .+? \{#(?P<id>[\w-]+) data-words="(?P<words>[^"]+)"\}$', re.M)
_CLOSED = (
    r"h[1-6]|caption|th|summary|a|button|code|label|pre|script|style|textarea"
    r"|[a-z]+-[\w-]*|[a-z]+(?=[^>]* class=\"(?:[^\"]* )?(?:app-|admonition-title))"
)
"""What may hold no link: what is no running text, and all that a macro wrote: `app-`, elements."""
_LINKED = re.compile(r'glossary/#([\w-]+)"')
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
    pieces: list[str] = []
    at = read = 0
    while left and (found := uses.search(html, read)):
        read = found.end()
        if closed := found["closed"]:
            read = read if closed in VOID else end_of(closed, html, read)
        elif found["word"] and (id := words[" ".join(found["word"].lower().split())]) in left:
            left.remove(id)
            link = _LINK.format(href=href(id), words=Markup(found[0]))
            pieces += [html[at : found.start()], link]
            at = read
    return "".join([*pieces, html[at:]])


@functools.cache
def _uses_of(terms: tuple[Term, ...]) -> tuple[dict[str, str], re.Pattern[str]]:
    """Map each word to the id of its term, and find any of them: longest first, whole words.

    What is no running text is found too, to be passed over.
    """
    words = {str(escape(word)): term.id for term in terms for word in term.words}
    longest_first = sorted(words, key=lambda word: (word[0].lower(), -len(word), word))
    by_letter = groupby(longest_first, lambda word: word[0].lower())
    either = "|".join(_any_of(letter, beginning) for letter, beginning in by_letter)
    passed = rf"<(?:!--.*?-->|(?P<closed>{_CLOSED}){REST}|[^>]*>)"
    pattern = rf"{passed}|(?<![\w-])(?P<word>{either or '(?!)'})s?(?![\w-])"
    return {word.lower(): id for word, id in words.items()}, re.compile(pattern, re.S)


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
