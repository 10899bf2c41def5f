"""The theme's content styles, cut to what the pages use; see decisions/0005.

Of the theme's stylesheet only rules about `.md-typeset`, the written content, are of use here:
the frame is ours, and so are call-outs and disclosures. Another rule stays when every tag,
class, id and attribute of its selector occurs on a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from typing import Any

import rcssmin
import tinycss2

OURS = frozenset({".admonition", ".admonition-title", "details", "summary"})
_TAG = re.compile(r"<[A-Za-z][^>\"']*+(?:\"[^\"]*\"[^>\"']*+|'[^']*'[^>\"']*+)*+>")
_NAMES = re.compile(
    r":not\([^)]*\)"  # what must not be there does not have to occur
    r"|::?[\w-]+(?:\([^)]*\))?"
    r"|(?P<attribute>\[[^\]]+\])"
    r"|(?P<name>[.#]?-?[A-Za-z_][\w-]*)"
)
_VARIABLE_USED = re.compile(r"var\((--[\w-]+)(?=\s*\))")
_VARIABLE_SET = re.compile(r"(--[\w-]+)\s*:")


class MissingVariableError(ValueError):
    """A rule that is kept uses a variable that nothing sets."""


class _Names(HTMLParser):
    """Collects the tags, `.classes`, `#ids` and `[attributes` of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add(tag)
        for name, value in attrs:
            self.found.update((f"[{name}]", f"[{name}={value}]"))
            if name == "class":
                self.found.update(f".{part}" for part in (value or "").split())
            elif name == "id":
                self.found.add(f"#{value}")


def names_used(pages: Iterable[str]) -> set[str]:
    """Collect every tag, class, id and attribute that occurs on the pages.

    Pages are made of the same tags over and over, so each that is written alike is read once.
    """
    names = _Names()
    for tag in {tag for page in pages for tag in _TAG.findall(page)}:
        names.feed(tag)
        names.reset()
    return names.found


def cut(theme: str, used: set[str]) -> str:
    """Keep the rules of the theme about content that can apply to what is used."""
    rules = tinycss2.parse_stylesheet(theme, skip_comments=True, skip_whitespace=True)
    return "".join(_kept(rules, used))


def join(theme: str, own: str) -> str:
    """Put the cut theme before our own styles, without comments; refuse unset variables."""
    unset = set(_VARIABLE_USED.findall(theme)) - set(_VARIABLE_SET.findall(own + theme))
    if unset:
        raise MissingVariableError(
            f"docs/assets/css/site.css: the theme's rules use {', '.join(sorted(unset))}, "
            "which nothing sets. Set them in :root."
        )
    return str(rcssmin.cssmin(theme + own))


def _kept(rules: Iterable[Any], used: set[str]) -> Iterator[str]:
    for rule in rules:
        if rule.type == "qualified-rule":
            selectors = _split(tinycss2.serialize(rule.prelude))
            fitting = [selector for selector in selectors if _applies(selector, used)]
            if fitting:
                yield f"{','.join(fitting)}{{{tinycss2.serialize(rule.content)}}}"
        elif rule.type == "at-rule" and rule.lower_at_keyword in {"media", "supports"}:
            inner = tinycss2.parse_rule_list(rule.content or [], skip_comments=True)
            kept = "".join(_kept(inner, used))
            if kept:
                yield f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{kept}}}"


def _split(selectors: str) -> list[str]:
    """Split a list of selectors at the commas that are not inside brackets."""
    return [part.strip() for part in re.split(r",(?![^(\[]*[)\]])", selectors)]


def _applies(selector: str, used: set[str]) -> bool:
    if not selector.startswith(".md-typeset"):
        return False
    names = {found["name"] or found["attribute"] for found in _NAMES.finditer(selector)} - {None}
    return names <= used and not names & OURS
