"""What is new, from the changelog: Markdown in, Markdown out. Knows nothing of files."""

from __future__ import annotations

import re
from datetime import datetime

_TITLE = re.compile(r"\A# .*?(?=^## |\Z)", re.S | re.M)
_HEADING = re.compile(r"^(?P<marks>##+) (?P<title>.+)$", re.M)
_FOR_PROGRAMMERS = re.compile(r"^### Behind the scenes\n.*?(?=^##|\Z)", re.S | re.M)


def whats_new(changelog: str) -> str:
    """Give the editions of the changelog with an anchor for each heading.

    Left out are its title, for the page has its own, and what only programmers notice.
    """
    edition = ""

    def with_anchor(heading: re.Match[str]) -> str:
        nonlocal edition
        if heading["marks"] == "##":
            edition = f"{datetime.strptime(heading['title'], '%d %B %Y'):edition-%Y-%m-%d}"
            return f"{heading[0]} {{#{edition}}}"
        part = heading["title"].lower().replace(" ", "-")
        return f"{heading[0]} {{#{part}-in-{edition}}}"

    text = _FOR_PROGRAMMERS.sub("", _TITLE.sub("", changelog))
    return _HEADING.sub(with_anchor, text).strip()
