"""Calls of macros in the text of a page, and the blocks of HTML that they give.

Markdown would read each tag of a block, and MkDocs would read it again; so a block is kept aside
while they read the page, and is put back afterwards. Knows text, no catalogue. See decisions/0028.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

_TEXT = r'"[^"\\{}]*"'
_PLAIN_CALL = re.compile(rf"\{{\{{ (\w+)\(((?:{_TEXT}(?:,\s+{_TEXT})*)?),?\s*\) \}}\}}")
_JINJA = re.compile(r"\{[{%]|\{##")
_BLOCK = re.compile(r"\s*<(?:div|dl|section|table|task-checklist)\b")
_KEPT = re.compile(r"<!--kept aside: (\d+)-->")
_ID = re.compile(r' id="([^"]+)"')


class LostBlockError(ValueError):
    """A block that Markdown did not leave where its macro was called."""


def answered(markdown: str, macros: Mapping[str, Callable[..., str]]) -> str | None:
    """Put the result of each call in its place, if all of a page's calls are plain.

    A plain call names a macro that is there and gives it texts: `{{ rule("kick-off") }}`.
    A page that asks for more of Jinja is left to Jinja, and so is one with a fault.
    """
    start, *rest = _PLAIN_CALL.split(markdown)
    names, texts, between = rest[::3], rest[1::3], rest[2::3]
    if any(map(_JINJA.search, [start, *between])) or not macros.keys() >= {*names}:
        return None
    calls = zip(names, texts, between, strict=True)
    return start + "".join(
        macros[name](*re.findall(r'"([^"]*)"', text)) + after for name, text, after in calls
    )


class Aside:
    """The blocks of one page, each with a mark in its place."""

    def __init__(self) -> None:
        self.blocks: list[str] = []

    def clear(self) -> None:
        """Begin another page."""
        self.blocks.clear()

    def keep(self, html: str) -> str:
        """Keep a block and give its mark; what is no block belongs to a sentence and stays."""
        if not _BLOCK.match(html):
            return html
        self.blocks.append(html.strip())
        return f"<!--kept aside: {len(self.blocks) - 1}-->"

    def ids(self) -> Iterator[str]:
        """Name the places in the blocks that a link may lead to."""
        return (id for block in self.blocks for id in _ID.findall(block))

    def put_back(self, html: str, but: str = "\0") -> str:
        """Put each block in the place of its mark, once; leave out those that are marked `but`."""
        start, *rest = _KEPT.split(html)
        if list(map(int, rest[::2])) != [*range(len(self.blocks))]:
            raise LostBlockError(
                "a macro that writes a block is called where Markdown reads no HTML. "
                "Call it on a line of its own, with a blank line either side."
            )
        pieces = zip(self.blocks, rest[1::2], strict=True)
        return start + "".join(
            ("" if but in block.partition(">")[0] else block) + after for block, after in pieces
        )
