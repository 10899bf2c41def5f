"""Times strict builds, each in a process of its own, the two sites in turn."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from tests.bench.measure import Sites
from tests.conftest import build_site


class BuildError(RuntimeError):
    """A site that does not build strictly."""


def build_in_rounds(sources: Sites, to: Path, rounds: int) -> tuple[Sites, dict[str, list[float]]]:
    """Build each source once to warm up, then `rounds` times; return the sites and the seconds."""
    sites = {name: to / name for name in sources}
    for name in sources:
        build_once(sources[name], sites[name])
    seconds: dict[str, list[float]] = {name: [] for name in sources}
    for name in in_turn(list(sources), rounds):
        seconds[name].append(build_once(sources[name], sites[name]))
    return sites, seconds


def in_turn(names: list[str], rounds: int) -> Iterator[str]:
    """Name each once a round; every second round goes backwards, so that nobody is always first."""
    for turn in range(rounds):
        yield from names if turn % 2 == 0 else reversed(names)


def build_once(source: Path, to: Path) -> float:
    """Build a site strictly and return the seconds that it took."""
    start = perf_counter()
    outcome = build_site(to, source)
    seconds = perf_counter() - start
    if outcome.returncode:
        raise BuildError(f"{to.name} does not build strictly:\n{outcome.stderr}")
    return seconds
