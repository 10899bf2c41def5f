"""Builds sites that have grown: with 12, 50 and 500 copies of the guide's pages.

A copy stands beside its page, so that its links lead where those of the page lead, and is listed
in the navigation. It has all that its page has: facts, checklists, links to the glossary.
"""

from __future__ import annotations

import gzip
import json
import shutil
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter

from tests.bench import zensical
from tests.bench.building import build_once
from tests.bench.measure import Bench, Check, Outcome
from tests.bench.opening import PAGE, elements_in
from tests.pages_server import LEVEL

COPIES = (12, 50, 500)
GUIDE = Path("docs/guide")
PARTS = ("docs", "macros", "overrides", "mkdocs.yml", "CHANGELOG.md")
AFTER_NAV = "\nnot_in_nav:"
MS_A_PAGE, ELEMENTS, HTML_BYTES = 10, 1.1, 5000

Grown = dict[int, Path]
_LINE = "{:<32}" + " {:>9}" * (len(COPIES) + 1)


def measure(bench: Bench) -> Outcome:
    """Grow each site, and compare the time of a page more and the weight of the Kick-off page."""
    lines = [_LINE.format("Strict build, seconds", *(f"+{n}" for n in COPIES), "ms a page")]
    added: dict[str, float] = {}
    grown: dict[str, Grown] = {}
    for name in [name for name in bench.sites if name != "floor"]:
        source = bench.sources.get(name, bench.sources["plain"])
        build = zensical.build if name == "zensical" else build_once
        seconds, grown[name] = _grow(source, bench.work / "grown" / name, build)
        added[name] = ms_a_page(seconds)
        each = [f"{seconds[n]:.2f}" for n in COPIES]
        lines.append(_LINE.format(name, *each, f"{added[name]:.1f}"))
    first, last = (_html(grown["ours"][n]) for n in (COPIES[0], COPIES[-1]))
    elements = elements_in(last) / elements_in(first)
    more = _sent(last) - _sent(first)
    told = (
        f"With +n pages: copies of our guide's. From +{COPIES[0]} to +{COPIES[-1]} pages the "
        f"Kick-off page grows {elements:.2f} times in elements and by {more} bytes, gzip."
    )
    return Outcome(
        "\n".join([*lines, "", told]),
        [
            Check("Growth, ms a page added", added["ours"], MS_A_PAGE),
            Check("Growth, a page added, to plain", added["ours"] / added["plain"], 1),
            Check("Growth, elements of a page", elements, ELEMENTS),
            Check("Growth, HTML of a page, bytes", more, HTML_BYTES),
        ],
    )


def write_grown_source(source: Path, pages: int, to: Path) -> list[str]:
    """Copy a project, add `pages` copies of its guide's pages, and name them."""
    to.mkdir(parents=True)
    for part in filter(lambda part: (source / part).exists(), PARTS):
        copy = shutil.copytree if (source / part).is_dir() else shutil.copy
        copy(source / part, to / part)
    models = sorted(path for path in (to / GUIDE).glob("*.md") if path.name != "index.md")
    names: list[str] = []
    for number, model in enumerate(islice(cycle(models), pages)):
        names.append(f"guide/copy-{number}-{model.name}")
        shutil.copy(model, to / "docs" / names[-1])
    settings = to / "mkdocs.yml"
    settings.write_text(with_pages(settings.read_text("utf-8"), names), "utf-8")
    return names


def with_pages(settings: str, pages: list[str]) -> str:
    """List pages in the navigation of our settings, or of the plain site's, which are JSON."""
    if settings.startswith("{"):
        plain = json.loads(settings)
        return json.dumps({**plain, "nav": [*plain["nav"], {"Copies": pages}]})
    listed = "".join(f"      - {page}\n" for page in pages)
    return settings.replace(AFTER_NAV, f"  - Copies:\n{listed}{AFTER_NAV}", 1)


def ms_a_page(seconds: dict[int, float]) -> float:
    """What a page more costs, between the smallest and the largest site."""
    least, most = min(seconds), max(seconds)
    return (seconds[most] - seconds[least]) * 1000 / (most - least)


def _grow(
    source: Path, to: Path, build: Callable[[Path, Path], object]
) -> tuple[dict[int, float], Grown]:
    seconds: dict[int, float] = {}
    sites = {pages: to / f"site-{pages}" for pages in COPIES}
    for pages, site in sites.items():
        write_grown_source(source, pages, to / str(pages))
        start = perf_counter()
        build(to / str(pages), site)
        seconds[pages] = perf_counter() - start
    return seconds, sites


def _html(site: Path) -> str:
    return (site / PAGE / "index.html").read_text("utf-8")


def _sent(html: str) -> int:
    return len(gzip.compress(html.encode(), LEVEL, mtime=0))
