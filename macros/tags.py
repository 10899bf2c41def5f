"""The tags of HTML in a text: how one goes on after its name, and where its element ends.

For what reads pages that are built. Knows text alone.
"""

from __future__ import annotations

import re

ATTRIBUTES = r"[^>\"']*+(?:\"[^\"]*\"[^>\"']*+|'[^']*'[^>\"']*+)*+>"
REST = rf"(?![\w-]){ATTRIBUTES}"
"""Of a tag, after its name."""
VOID = frozenset({"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})
"""What has no end."""


def end_of(tag: str, html: str, at: int) -> int:
    """Find the end of an element that is open, and may hold others of its kind."""
    depth = 1
    for found in re.compile(rf"<(/?){tag}{REST}").finditer(html, at):
        depth += -1 if found[1] else 1
        if not depth:
            return found.end()
    return len(html)
