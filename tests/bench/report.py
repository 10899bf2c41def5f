"""What was measured as tables, and whether ours keeps its limits. Measures nothing itself."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import version
from statistics import median

from tests.bench.dating import SLOWER, Dating, Samples

Measures = Mapping[str, Sequence[Mapping[str, float]]]
Seconds = Mapping[str, Sequence[float]]

ROWS = (  # measure, what it is, its format
    ("html", "HTML, gzip bytes", ",.0f"),
    ("css", "CSS, gzip bytes", ",.0f"),
    ("js", "JavaScript, gzip bytes", ",.0f"),
    ("all", "All, gzip bytes", ",.0f"),
    ("requests", "Requests", ",.0f"),
    ("lcp", "Largest contentful paint, ms", ".0f"),
    ("fcp", "First contentful paint, ms", ".0f"),
    ("blocking", "Blocking time, ms", ".0f"),
    ("shift", "Layout shift", ".4f"),
    ("elements", "Elements as served", ",.0f"),
    ("dom", "Elements after script", ",.0f"),
    ("heap", "JavaScript heap, KiB", ",.0f"),
    ("first_tick", "First tick to paint, ms", ".1f"),
    ("tick", "Later tick to paint, ms", ".1f"),
    ("kept", "Boxes kept, opened again", ",.0f"),
    ("shift_again", "Layout shift, opened again", ".4f"),
)
LIMITS = (  # measure, what it is, at most
    ("all", "bytes", 45_000),
    ("requests", "requests", 12),
    ("shift", "layout shift", 0),
    ("shift_again", "layout shift when opened again", 0),
)
BUILD_RATIO = 2.5
DATING_RATIO = 2
DATING_ROWS = (  # measure, what it is, its format
    ("paint", "{} to paint, ms", ".1f"),
    ("task", "{}, longest task, ms", ".1f"),
    ("requests", "{}, requests", ",.0f"),
)
_LINE = "{:<30} {:>8} {:>16} {:>9} {:>16} {:>7}"


def machine(browser: str) -> str:
    """Say what the numbers were measured on."""
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else float("nan")
    packages = ", ".join(f"{name} {version(name)}" for name in ("mkdocs", "mkdocs-material"))
    return (
        f"{os.cpu_count()} cores, load {load:.1f}, {platform.machine()}; Chromium {browser}; "
        f"Python {platform.python_version()}, {packages}\n"
        "The Kick-off page, cold, from the loopback address. Ratio: ours to plain, pair by pair.\n"
    )


def table(visits: Measures, seconds: Seconds) -> str:
    """Write each measure with its median and range on both sites, and the median ratio."""
    heads = ("", "ours", "min to max", "plain", "min to max", "ratio")
    lines = [_LINE.format(*heads).rstrip()]
    for measure, title, form in ROWS:
        lines.append(_line(title, form, *(_values(visits[name], measure) for name in visits)))
    lines.append(_line("Strict build, seconds", ".2f", seconds["ours"], seconds["plain"]))
    rounds = (len(visits["ours"]), len(seconds["ours"]))
    note = (
        "Medians of {} visits and {} builds each; build ratios, pair by pair: {}.\n"
        "Bytes are bodies without headers. "
        "A tick on the plain site draws the box and keeps nothing."
    )
    each = ", ".join(f"{ratio:.2f}" for ratio in ratios(seconds["ours"], seconds["plain"]))
    return "\n".join([*lines, "", note.format(*rounds, each)])


def dating_table(datings: Sequence[Dating]) -> str:
    """Write what a later Go Live date costs on our page and on the floor."""
    lines = [_LINE.format("", "ours", "min to max", "floor", "min to max", "ratio").rstrip()]
    for dating in datings:
        for measure, title, form in DATING_ROWS:
            found: Samples = getattr(dating, measure)
            title = title.format(dating.plan)
            lines.append(_line(title, form, found["ours"], found["floor"]))
    own, larger = (dating.plan for dating in datings)
    changes, visits = (len(getattr(datings[0], name)["ours"]) for name in ("paint", "requests"))
    note = (
        "A later Go Live date on plan/dates/, from its change until all dates stand and are "
        f"painted.\nMedians of {changes} changes in {visits} visits. "
        "The floor is a page by hand that says the same dates.\n"
        f"{own}: the page as it is. {larger}: with copies of our milestones and tasks added.\n"
        f"The longest task is on a processor slowed {SLOWER} times."
    )
    return "\n".join(["", *lines, "", note])


def broken_limits(visits: Measures, seconds: Seconds) -> list[str]:
    """Say in a sentence each which limits ours breaks; the worst visit counts, not the middle."""
    return list(_broken(visits, seconds))


def limits() -> str:
    """List the limits in words."""
    said = [f"at most {most:,} {what}" if most else f"no {what}" for _, what, most in LIMITS]
    return (
        f"{', '.join(said)}, built in at most {BUILD_RATIO} times the plain site's time, "
        f"dated in at most {DATING_RATIO} times the floor's time without a request"
    )


def broken_dating_limits(datings: Sequence[Dating]) -> list[str]:
    """Say in a sentence each which limits of a later Go Live date ours breaks.

    The limit is that of the large plan, the last; the small page's floor is too short to divide by.
    """
    return list(_broken_dating(datings[-1]))


def ratios(ours: Sequence[float], plain: Sequence[float]) -> list[float]:
    """Divide pair by pair; a pair of noughts is left out, and so is a pair without a measure."""
    return [mine / other for mine, other in zip(ours, plain, strict=True) if other]


def _broken(visits: Measures, seconds: Seconds) -> Iterator[str]:
    for measure, what, most in LIMITS:
        worst = max(_values(visits["ours"], measure))
        if worst > most:
            yield f"Over the limit: {worst:,g} {what}; at most {most:,}."
    ratio = median(ratios(seconds["ours"], seconds["plain"]))
    if ratio > BUILD_RATIO:
        yield f"Over the limit: built in {ratio:.2f} times the plain time; at most {BUILD_RATIO}."


def _broken_dating(dating: Dating) -> Iterator[str]:
    ratio = median(ratios(dating.paint["ours"], dating.paint["floor"]))
    if ratio > DATING_RATIO:
        yield (
            f"Over the limit: {dating.plan} in {ratio:.2f} times the floor's time; "
            f"at most {DATING_RATIO}."
        )
    if worst := max(dating.requests["ours"]):
        yield f"Over the limit: {worst:.0f} requests for a later Go Live date; at most 0."


def _values(visits: Sequence[Mapping[str, float]], measure: str) -> list[float]:
    return [visit[measure] for visit in visits]


def _line(title: str, form: str, ours: Sequence[float], plain: Sequence[float]) -> str:
    pairs = ratios(ours, plain)
    ratio = f"{median(pairs):.2f}" if pairs else "-"
    return _LINE.format(title, *_cells(ours, form), *_cells(plain, form), ratio)


def _cells(values: Sequence[float], form: str) -> tuple[str, str]:
    least, most = format(min(values), form), format(max(values), form)
    spread = "always" if least == most else f"{least} to {most}"
    return format(median(values), form), spread
