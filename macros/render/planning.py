"""What stands below the dates: limits, time, moves, ways of cutting over, clashes, critical days.

The elements in assets/js/elements/ fill them in; without a script the words and the facts stand.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from macros.catalogue.period import MONTHS
from macros.render.dates import OURS
from macros.render.gates import OF_THE_DAY
from macros.render.markup import Markup
from macros.render.words import milestone_words, rule_words

if TYPE_CHECKING:
    from macros.catalogue import Catalogue, Gate, Limit, Milestone, Period, YearDay

Link = Callable[[str], str]
"""A page of the guide, `guide/kick-off.md#who`, to an address that works from where it stands."""

GATES_PAGE = "guide/go-or-no-go.md"
PARTS = {
    "is-there-time": "Whether there is time for each notice needs JavaScript to work out.",
    "move-go-live": "To see what another Go Live would move needs JavaScript.",
    "cutover-ways": "",
    "critical-days": "",
}
_PART = Markup('<div class="app-part" data-search-exclude><{name}>{words}</{name}></div>')
_WORDS = Markup("<p>{}</p>")
_CLASHES = Markup(
    '<div class="app-part"><date-clashes><details><summary>Busy times of the year</summary>'
    "<ul>{rows}</ul></details></date-clashes></div>"
)
_LIMITS = Markup(
    '<div class="app-part"><date-limits><details><summary>Every limit</summary>'
    "<ul>{rows}</ul></details></date-limits></div>"
)
_LIMIT = Markup("\n<li><b>{title}</b>: {words}</li>")
_PERIOD = Markup("\n<li><b>{title}</b>, {when}: {why}</li>")
_GATES = Markup('<div class="app-part"><go-gates>{gates}</go-gates></div>')
_GATE = Markup(
    '\n<section class="app-decision" data-gate="{id}" data-at="{milestone}" '
    'data-deciders="{seats}" data-tasks="{tasks}">'
    '<h3>{title}</h3><p>{name}: {when}. Who decides: {deciders}. '
    '<a href="{href}">What must be true, and what follows a no</a></p>{asked}</section>'
)  # fmt: skip
_ASKED = Markup("<details><summary>{when}</summary><ul>{rows}</ul></details>")
_POINT = Markup("<li>{}</li>")


def part(name: str) -> Markup:
    """Write the place of an element, with what a reader without JavaScript is told."""
    words = PARTS[name]
    return _PART.format(name=Markup(name), words=_WORDS.format(words) if words else "")


def date_limits(catalogue: Catalogue) -> Markup:
    """Write every limit in words, and the place of those that a plan does not keep."""
    limited = [one for one in catalogue.milestones if one.earliest or one.latest]
    rows = Markup().join(
        _LIMIT.format(title=one.title, words=_limit_words(catalogue, one)) for one in limited
    )
    return _LIMITS.format(rows=rows)


def date_clashes(catalogue: Catalogue) -> Markup:
    """Write the busy times of the year, and the place of what they meet."""
    return _CLASHES.format(rows=Markup().join(map(_period, catalogue.periods)))


def go_gates(catalogue: Catalogue, link: Link) -> Markup:
    """Write each gate with its deciders, for the record of its decision."""
    gates = Markup().join(_gate(catalogue, link, gate) for gate in catalogue.gates)
    return _GATES.format(gates=gates)


def _limit_words(catalogue: Catalogue, milestone: Milestone) -> str:
    sides = (("earliest", milestone.earliest), ("latest", milestone.latest))
    said = [
        f"at the {side} {rule_words(catalogue, limit)} ({_who_says(catalogue, limit)})"
        for side, limit in sides
        if limit
    ]
    return f"{', '.join(said)}."


def _who_says(catalogue: Catalogue, limit: Limit) -> str:
    source = catalogue.source(limit.source)
    return OURS if source.is_ours else source.title


def _period(period: Period) -> Markup:
    first, last = _day(period.first), _day(period.last)
    when = first if first == last else f"{first} to {last}"
    return _PERIOD.format(title=period.title, when=when, why=period.why)


def _day(day: YearDay) -> str:
    if day.easter is None:
        return f"{day.day} {MONTHS[day.month - 1]}"
    if not day.easter:
        return "Easter Sunday"
    side = "before" if day.easter < 0 else "after"
    return f"{abs(day.easter)} days {side} Easter Sunday"


def _gate(catalogue: Catalogue, link: Link, gate: Gate) -> Markup:
    milestone = catalogue.milestone(gate.milestone)
    return _GATE.format(
        id=gate.id,
        milestone=gate.milestone,
        seats=" ".join(gate.deciders),
        tasks=" ".join(one.task for one in gate.of_tasks if one.task),
        asked=_asked(gate),
        title=gate.title,
        name=milestone.title,
        when=milestone_words(catalogue, milestone),
        deciders=", ".join(catalogue.seat(seat).title for seat in gate.deciders),
        href=link(f"{GATES_PAGE}#{gate.id}"),
    )


def _asked(gate: Gate) -> Markup:
    """List what no tick answers: on paper each has its box, here it is read aloud."""
    rows = Markup().join(_POINT.format(one.says) for one in gate.of_the_day)
    return _ASKED.format(when=OF_THE_DAY, rows=rows) if rows else Markup()
