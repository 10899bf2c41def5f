"""Writes the source of the plain site: our words and the theme as it comes, nothing else of ours.

Each macro call is replaced beforehand by the HTML that it renders, with our elements as plain
`div`s. So the plain build reads no catalogue and runs no macros, and owes nothing to our frame.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.plugins import BasePlugin
from mkdocs.utils.yaml import yaml_load

KEPT = ("site_name", "site_url", "site_description", "copyright", "exclude_docs", "validation")
KEPT_TOO = ("markdown_extensions", "nav", "not_in_nav")
_ELEMENT = re.compile(r"<(/?)[a-z]+-[a-z-]+(?=[\s>])")
_FRONT_MATTER = re.compile(r"---\n.*?\n---\n", re.S)


class _Words(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """Notes the Markdown of every page after its macros have run, with what they wrote in it."""

    def __init__(self) -> None:
        self.pages: dict[str, str] = {}

    def on_page_markdown(self, markdown: str, *, page: Any, **_: Any) -> None:
        front = _FRONT_MATTER.match(page.file.content_string)
        words = _ELEMENT.sub(r"<\1div", sys.modules["macros"].ASIDE.put_back(markdown))
        self.pages[page.file.src_uri] = (front[0] if front else "") + words


def write_plain_source(root: Path, to: Path) -> None:
    """Write `mkdocs.yml` and `docs/` of a plain site with the words of the project at `root`."""
    for path, text in _words_of(root, to / "unused").items():
        page = to / "docs" / path
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(text, "utf-8")
    settings = plain_settings(yaml_load((root / "mkdocs.yml").read_text("utf-8")))
    (to / "mkdocs.yml").write_text(json.dumps(settings, indent=2), "utf-8")


def plain_settings(ours: dict[str, Any]) -> dict[str, Any]:
    """Keep what shapes the words; take the theme with its default features and search."""
    kept = {name: ours[name] for name in (*KEPT, *KEPT_TOO) if name in ours}
    return {**kept, "theme": {"name": "material", "font": False}, "plugins": ["search"]}


def _words_of(root: Path, unused: Path) -> dict[str, str]:
    words = _Words()
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(unused))
    config.plugins["words"] = words
    build(config)
    return words.pages
