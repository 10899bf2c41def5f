"""What was measured as tables: medians, ranges and ratios. Measures nothing itself."""

from __future__ import annotations

import os
import platform
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from statistics import median
from typing import NamedTuple

Row = tuple[str, str, str]
"""A measure, what it is, and its format."""
_TWO = "{:<30} {:>8} {:>16} {:>9} {:>16} {:>7}"
_FIRST, _OTHER = "{:<30} {:>9} {:>16}", " {:>10} {:>6}"


class Column(NamedTuple):
    """What was measured on one site, visit by visit."""

    name: str
    visits: Sequence[Mapping[str, float]]

    def values(self, measure: str) -> list[float]:
        """Give one measure of every visit."""
        return [visit[measure] for visit in self.visits]

    def most(self, measure: str) -> float:
        """Give the worst visit of a measure."""
        return max(self.values(measure))


def machine(browser: str, zensical: str) -> str:
    """Say what the numbers were measured on."""
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else float("nan")
    packages = ", ".join(f"{name} {version(name)}" for name in ("mkdocs", "mkdocs-material"))
    return (
        f"{os.cpu_count()} cores, load {load:.1f}, {platform.machine()}; Chromium {browser}; "
        f"Python {platform.python_version()}, {packages}\n{zensical}\n"
        "From the loopback address, gzip, cold. A ratio is ours to the other, pair by pair."
    )


def all_columns(rows: Sequence[Row], columns: Sequence[Column]) -> str:
    """Write the first site with its range, and every other with the ratio of the first to it."""
    first, *others = columns
    heads = "".join(_OTHER.format(other.name, "ratio") for other in others)
    lines = [_FIRST.format("", first.name, "min to max") + heads]
    for measure, title, form in rows:
        ours = first.values(measure)
        cells = [_FIRST.format(title, *_cells(ours, form))]
        for values in (other.values(measure) for other in others):
            cells.append(_OTHER.format(format(median(values), form), _ratio(ours, values)))
        lines.append("".join(cells))
    return "\n".join(lines)


def two_columns(rows: Sequence[Row], ours: Column, other: Column) -> str:
    """Write two sites with the median and the range of each, and the ratio."""
    heads = ("", ours.name, "min to max", other.name, "min to max", "ratio")
    lines = [_TWO.format(*heads)]
    for measure, title, form in rows:
        first, second = ours.values(measure), other.values(measure)
        cells = (*_cells(first, form), *_cells(second, form), _ratio(first, second))
        lines.append(_TWO.format(title, *cells))
    return "\n".join(lines)


def ratios(ours: Sequence[float], other: Sequence[float]) -> list[float]:
    """Divide pair by pair; a pair of noughts is left out, and so is a pair without a measure."""
    return [mine / theirs for mine, theirs in zip(ours, other, strict=True) if theirs]


def _ratio(ours: Sequence[float], other: Sequence[float]) -> str:
    pairs = ratios(ours, other)
    return f"{median(pairs):.2f}" if pairs else "-"


def _cells(values: Sequence[float], form: str) -> tuple[str, str]:
    least, most = format(min(values), form), format(max(values), form)
    spread = "always" if least == most else f"{least} to {most}"
    return format(median(values), form), spread
