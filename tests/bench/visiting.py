"""The Kick-off page of every site, opened cold, ticked and opened again; and their builds."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from tests.bench.measure import Bench, Check, Outcome
from tests.bench.opening import open_in_rounds
from tests.bench.report import Column, all_columns, ratios, two_columns

ROWS = (
    ("html", "HTML, gzip bytes", ",.0f"),
    ("css", "CSS, gzip bytes", ",.0f"),
    ("js", "JavaScript, gzip bytes", ",.0f"),
    ("all", "All, gzip bytes", ",.0f"),
    ("requests", "Requests", ",.0f"),
    ("lcp", "Largest contentful paint, ms", ".0f"),
    ("fcp", "First contentful paint, ms", ".0f"),
    ("blocking", "Blocking time, ms", ".0f"),
    ("main", "Main thread, ms", ".0f"),
    ("shift", "Layout shift", ".4f"),
    ("elements", "Elements as served", ",.0f"),
    ("dom", "Elements after script", ",.0f"),
    ("heap", "JavaScript heap, KiB", ",.0f"),
    ("first_tick", "First tick to paint, ms", ".1f"),
    ("tick", "Later tick to paint, ms", ".1f"),
    ("kept", "Boxes kept, opened again", ",.0f"),
    ("shift_again", "Layout shift, opened again", ".4f"),
)
BUILD_ROWS = (("seconds", "Strict build, seconds", ".2f"),)
# Of the worst visit to ours: measure, what it is, at most, whether it is promised in HACKING.md.
LIMITS = (
    ("all", "All bytes, search unused", 45_000, True),
    ("requests", "Requests", 12, True),
    ("shift", "Layout shift", 0, True),
    ("shift_again", "Layout shift, opened again", 0, True),
    ("html", "HTML, bytes", 14_000, False),
    ("elements", "Elements as served", 800, False),
    ("dom", "Elements after script", 1200, False),
)
BUILD_RATIO, LCP_RATIO, TICK_RATIO = 2.5, 0.75, 1.25
NOTE = "The plain site's ticks are kept by nobody; the floor keeps them as ours does."


def measure(bench: Bench) -> Outcome:
    """Open the pages in turn, and put the builds beside them."""
    visits = open_in_rounds(bench.sites, bench.rounds)
    columns = [Column(name, visits[name]) for name in bench.sites]
    built = [
        Column(name, [{"seconds": one} for one in bench.seconds[name]])
        for name in ("ours", "plain")
    ]
    note = f"Medians of {bench.rounds} visits and {len(built[0].visits)} builds. {NOTE}"
    tables = (all_columns(ROWS, columns), "", two_columns(BUILD_ROWS, *built), "", note)
    return Outcome("\n".join(tables), checks(columns, built))


def checks(columns: Sequence[Column], built: Sequence[Column]) -> list[Check]:
    """Put ours beside its limits: numbers of the worst visit, times as the middle ratio."""
    ours, plain, floor = columns[:3]

    def ratio(measure: str, other: Column) -> float:
        return median(ratios(ours.values(measure), other.values(measure)) or [0])

    build = median(ratios(*(one.values("seconds") for one in built)))
    blocking = median(ours.values("blocking"))
    return [
        *(Check(what, ours.most(one), most, promised) for one, what, most, promised in LIMITS),
        Check("Strict build, to plain", build, BUILD_RATIO, True),
        Check("Largest contentful paint, to plain", ratio("lcp", plain), LCP_RATIO),
        Check("Blocking time, ms", blocking, 0),
        Check("Later tick to paint, to the floor", ratio("tick", floor), TICK_RATIO),
    ]
