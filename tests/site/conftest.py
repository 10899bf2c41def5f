"""The built site, read once; its server; and broken projects to build."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.conftest import ROOT, build_site
from tests.pages_server import Pages
from tests.site.reading import Page, read_site

PARTS = ("docs", "macros", "overrides")
FILES = ("mkdocs.yml", "CHANGELOG.md")


@pytest.fixture(scope="session")
def read(site: Path) -> dict[str, Page]:
    """Every page of the site by its place."""
    return read_site(site)


@pytest.fixture(scope="session")
def kick_off(read: dict[str, Page]) -> Page:
    """The Kick-off page."""
    return read["guide/kick-off/index.html"]


@pytest.fixture(scope="session")
def server(site: Path, read: dict[str, Page]) -> Iterator[Pages]:
    """The site, served below the sub-path that it was built for."""
    server = Pages(site, prefix=urlsplit(read["index.html"].root).path).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of all that the site is built from."""
    return copy_project(tmp_path / "project")


@pytest.fixture
def refusal(project: Path, tmp_path: Path) -> Callable[[str, str, str], str]:
    """Replace something in one file of the copy, build, and give what the failed build said."""

    def build(file: str, right: str, wrong: str) -> str:
        text = (project / file).read_text("utf-8")
        assert right in text
        (project / file).write_text(text.replace(right, wrong, 1), "utf-8")
        outcome = build_site(tmp_path / "site", project)
        assert outcome.returncode != 0
        return outcome.stdout + outcome.stderr

    return build


def copy_project(to: Path) -> Path:
    """Copy all that the site is built from, and nothing else."""
    ignore = shutil.ignore_patterns("__pycache__")
    for part in PARTS:
        shutil.copytree(ROOT / part, to / part, ignore=ignore)
    for file in FILES:
        shutil.copy(ROOT / file, to)
    return to
