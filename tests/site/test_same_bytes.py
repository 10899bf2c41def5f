"""One commit builds one site: the same bytes, wherever and whenever it is built."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from tests.conftest import build_site
from tests.site.conftest import copy_project


def digests(site: Path) -> dict[str, str]:
    """Every file of a site with the digest of its bytes."""
    files = sorted(path for path in site.rglob("*") if path.is_file())
    return {p.relative_to(site).as_posix(): sha256(p.read_bytes()).hexdigest() for p in files}


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """The project in another folder, built on another day in another part of the world."""
    project = copy_project(tmp_path / "somewhere else")
    world = {"PYTHONHASHSEED": "77", "TZ": "Pacific/Auckland", "SOURCE_DATE_EPOCH": "1893456000"}
    outcome = build_site(tmp_path / "site of another name", project, **world)
    assert outcome.returncode == 0, outcome.stderr
    return tmp_path / "site of another name"


def test_two_builds_of_one_commit_are_the_same(elsewhere: Path, tmp_path: Path) -> None:
    """Every page, script, list and picture, the worker with its hashes, and the map of the site."""
    assert build_site(tmp_path / "site").returncode == 0

    here, there = digests(tmp_path / "site"), digests(elsewhere)

    assert {"service-worker.js", "sitemap.xml", "sitemap.xml.gz", "404.html"} < here.keys()
    assert {place for place in here | there if here.get(place) != there.get(place)} == set()
