"""The site holds what is used and nothing else."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path

from tests.site.reading import Page

FOR_MACHINES = {"sitemap.xml", "sitemap.xml.gz", "service-worker.js"}
WORDS = re.compile(r"search/(?:words|[\w/-]*texts)\.json")
NAMED = re.compile(r"[\w/-]+\.json\b")
ASKED = re.compile(r"\b(?:from|import) *\(?['\"](\.[^'\"]+)['\"]")


def test_every_file_is_used(site: Path, read: dict[str, Page]) -> None:
    """A page, or what a page or a script names; search fetches its files by the pages' addresses."""
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    scripts = {place: (site / place).read_text("utf-8") for place in files if place[-3:] == ".js"}
    linked = {
        page.place_of(address)[0]
        for page in read.values()
        for _, _, address in page.links()
        if address.startswith(page.root)
    }
    asked = {
        posixpath.normpath(posixpath.join(posixpath.dirname(place), found))
        for place, text in scripts.items()
        for found in ASKED.findall(text)
    }
    named = {name for text in scripts.values() for name in NAMED.findall(text)}
    used = {*read, *FOR_MACHINES, *linked, *asked}

    dead = [
        place
        for place in sorted(files - used)
        if not WORDS.fullmatch(place) and not any(place.endswith(name) for name in named)
    ]

    assert dead == []
    assert "assets/css/site.css" in linked
