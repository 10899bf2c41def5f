"""Small inline pieces: anchors of old addresses and citations of sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.render.markup import Markup

if TYPE_CHECKING:
    from macros.catalogue import Source

_ANCHOR = Markup('<div class="app-anchor" id="{id}"></div>')
_CITED = Markup('<a href="{href}" rel="noreferrer">{title}</a> ({publisher})')
_NAMED = Markup("{title} ({said_by})")
UNDATED = "undated"


def anchor(fragment: str) -> Markup:
    """Write an empty place that an old address leads to."""
    return _ANCHOR.format(id=fragment)


def said_by(source: Source) -> str:
    """Name who says so, and when if that is known."""
    dated = source.date != UNDATED
    return f"{source.publisher}, {source.date}" if dated else source.publisher


def cite(source: Source) -> Markup:
    """Name a source, linked where it can be reached."""
    if source.link is None:
        return _NAMED.format(title=source.title, said_by=said_by(source))
    return _CITED.format(href=source.link, title=source.title, publisher=source.publisher)
