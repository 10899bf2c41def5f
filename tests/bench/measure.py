"""What every measure is given, and what it gives back: a text and checks of its limits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

Sites = dict[str, Path]


@dataclass(frozen=True, kw_only=True)
class Bench:
    """The sites by their names, ours first, what they were built from, and how often to measure."""

    sources: Sites
    sites: Sites
    seconds: dict[str, list[float]]  # that each build took
    work: Path
    rounds: int
    datings: int


class Check(NamedTuple):
    """A number beside its limit. A promised one stands in HACKING.md; others are what we aim at."""

    what: str
    found: float
    most: float
    is_promised: bool = False

    @property
    def is_kept(self) -> bool:
        """Tell whether the limit is kept."""
        return self.found <= self.most


class Outcome(NamedTuple):
    """What a measure found, for people, and what of it has a limit."""

    text: str
    checks: list[Check]


def checks_table(checks: Iterable[Check]) -> str:
    """Write each limit with what was found, the promised ones first."""
    line = "{:<52} {:>10} {:>10}  {}"
    rows = [line.format("Limit", "found", "at most", "").rstrip()]
    for check in sorted(checks, key=lambda check: not check.is_promised):
        kept = "kept" if check.is_kept else "broken" if check.is_promised else "not reached"
        kind = "promised" if check.is_promised else "aim"
        found, most = (_number(value) for value in (check.found, check.most))
        rows.append(line.format(check.what, found, most, f"{kept} ({kind})"))
    return "\n".join(rows)


def _number(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) or value >= 100 else f"{value:,.2f}"
