"""A guide that grows makes no page heavier: what is around the words does not list pages."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bench.growing import write_grown_source
from tests.bench.opening import elements_in
from tests.conftest import ROOT, build_site
from tests.pages_server import LEVEL

COPIES = 40
MOST_ELEMENTS, MOST_BYTES = 1.1, 5000
PLACES = ["index.html", "guide/kick-off/index.html", "glossary/index.html", "404.html"]


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The site with copies of the guide's pages, which stand in the navigation too."""
    work = tmp_path_factory.mktemp("grown")
    names = write_grown_source(ROOT, COPIES, work / "source")
    outcome = build_site(work / "site", work / "source")
    assert outcome.returncode == 0, outcome.stderr
    assert (work / "site" / names[-1].removesuffix(".md") / "index.html").is_file()
    yield work / "site"


@pytest.mark.parametrize("place", PLACES)
def test_a_page_stays_as_it_is_when_the_guide_grows(site: Path, grown: Path, place: str) -> None:
    """In elements and in bytes as they are sent; the limits are those for 500 pages."""
    before, after = ((root / place).read_text("utf-8") for root in (site, grown))

    more = len(gzip.compress(after.encode(), LEVEL)) - len(gzip.compress(before.encode(), LEVEL))
    assert elements_in(after) <= elements_in(before) * MOST_ELEMENTS
    assert more <= MOST_BYTES
    assert elements_in(after) == elements_in(before)
