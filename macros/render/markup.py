"""HTML with places for text, which is escaped as it is put there. Every macro writes with it."""

from __future__ import annotations

import re

import markupsafe

_SPECIAL = re.compile("[&<>\"']")


class Markup(markupsafe.Markup):
    """The markup of MarkupSafe, several times as fast where it is filled in.

    Its places are bare, `{title}` or `{}`: no part of a value and no form of it can be asked for.
    """

    def format(self, *texts: object, **named: object) -> Markup:
        """Put each value in its place, escaped unless it is markup already."""
        escaped = {name: _escaped(named[name]) for name in named}
        return Markup(str.format(self, *map(_escaped, texts), **escaped))


def _escaped(value: object) -> str:
    if type(value) is str and not _SPECIAL.search(value):
        return value
    return value if isinstance(value, markupsafe.Markup) else markupsafe.escape(value)
