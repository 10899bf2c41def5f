"""Tables of Markdown: each has a name, and each heading says what it heads.

Knows HTML text, no catalogue.
"""

from __future__ import annotations

import re

_BARE_HEADING = re.compile(r"<th(?=(?: style=\"[^\"]*\"| align=\"[^\"]*\")?>)")
_NAMED = re.compile(r"<p>Table: (?P<name>.*)</p>\s*<table>")


def finished(html: str) -> str:
    """Give Markdown tables what Markdown cannot say: a caption, and the scope of their headings.

    The paragraph `Table: Times that we suggest` before a table is its caption.
    The headings of a Markdown table are all of columns.
    """
    named = _NAMED.sub(r"<table><caption>\g<name></caption>", html)
    return _BARE_HEADING.sub('<th scope="col"', named)
