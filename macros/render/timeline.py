"""The phases as a picture: a bar each, on a line of weeks before and after Go Live.

Places are attributes of the drawing and no styles, which the security policy forbids. The element
in assets/js/elements/phase-timeline.js moves the bars to the dates of the reader's own plan.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from macros.catalogue.model import END
from macros.render.dates import KEY_MILESTONES
from macros.render.markup import Markup
from macros.render.words import lengths_words

if TYPE_CHECKING:
    from macros.catalogue import Catalogue, Limit, Milestone, Phase, Rule

_TIMELINE = Markup(
    '<div class="app-part is-whole" data-search-exclude>'
    '<phase-timeline class="app-timeline"><figure>'
    '<div class="app-timeline__picture" role="img" aria-label="{label}">'
    '<svg class="app-timeline__scale" text-anchor="middle">{ticks}{marks}</svg>{rows}</div>'
    "<figcaption>{caption}</figcaption></figure></phase-timeline></div>"
)
_TICK = Markup('<line x1="{x}" x2="{x}" y1="3rem" y2="100%"/><text x="{x}" y="1rem">{weeks}</text>')
_MARK = Markup(
    '<g class="app-timeline__mark" data-milestone="{id}">'
    '<line x1="{x}" x2="{x}" y1="1.5rem" y2="100%"/>'
    '<text x="{x}" y="2.5rem" dx="{gap}" text-anchor="{anchor}">{title}</text></g>'
)
_ROW = Markup(
    '\n<div class="app-timeline__row" data-phase="{id}"><b>{title}</b><small>{length}</small>'
    '<svg><rect x="{x}" width="{width}" y="25%" height="50%"/></svg></div>'
)
LABEL = (
    "The phases as bars on a line of weeks. Final data production and Go Live are marked. "
    "The table on this page has every fact."
)
CAPTION = (
    "Weeks before and after Go Live, which is week 0. "
    "The bars show our planning defaults; the words show the lengths to plan for."
)
DAYS = {"day": 1, "working-day": 7 / 5, "week": 7, "month": 30}
"""How long each unit is drawn, in days."""
MARGIN = 7
WEEKS_APART = 4


class Scale(NamedTuple):
    """The days that the picture spans, counted from Go Live."""

    first: float
    last: float

    def place(self, day: float) -> str:
        """Say how far from the left a day is."""
        return self.share(day - self.first)

    def share(self, days: float) -> str:
        """Say how wide a number of days is."""
        return f"{100 * days / (self.last - self.first):.2f}%"


def timeline(catalogue: Catalogue) -> Markup:
    """Draw every phase from its first day to its last by the default rules."""
    spans = [span_of(catalogue, phase) for phase in catalogue.phases]
    scale = Scale(
        min(first for first, _ in spans) - MARGIN, max(last for _, last in spans) + MARGIN
    )
    rows = (_row(*pair, scale) for pair in zip(catalogue.phases, spans, strict=True))
    return _TIMELINE.format(
        label=LABEL,
        caption=CAPTION,
        ticks=Markup().join(_ticks(scale)),
        marks=Markup().join(_marks(catalogue, scale)),
        rows=Markup().join(rows),
    )


def span_of(catalogue: Catalogue, phase: Phase) -> tuple[float, float]:
    """Give the start of a phase's first day and the end of its last, in days from Go Live."""
    return day_of(catalogue, phase.start), last_day_of(catalogue, phase.end) + 1


def day_of(catalogue: Catalogue, anchor: str) -> float:
    """Place a milestone, or its last day (`core-training/end`), in days from Go Live."""
    milestone = catalogue.milestone(anchor.removesuffix(END))
    if anchor.endswith(END):
        return last_day_of(catalogue, milestone.id)
    return _counted(catalogue, milestone.rule) if milestone.rule else 0


def last_day_of(catalogue: Catalogue, id: str) -> float:
    """Place the last day of a milestone, which is its only one unless it lasts."""
    milestone = catalogue.milestone(id)
    return _counted(catalogue, milestone.end) if milestone.end else day_of(catalogue, id)


def _counted(catalogue: Catalogue, rule: Rule | Limit) -> float:
    step = {"before": -1, "after": 1, "on": 0}[rule.direction]
    return day_of(catalogue, rule.anchor) + step * rule.amount * DAYS[rule.unit]


def _row(phase: Phase, span: tuple[float, float], scale: Scale) -> Markup:
    first, last = span
    return _ROW.format(
        id=phase.id,
        title=phase.title,
        length=lengths_words(phase),
        x=scale.place(first),
        width=scale.share(last - first),
    )


def _ticks(scale: Scale) -> Iterator[Markup]:
    for week in range(-100, 100, WEEKS_APART):
        if scale.first < 7 * week < scale.last:
            yield _TICK.format(x=scale.place(7 * week), weeks=abs(week))


def _marks(catalogue: Catalogue, scale: Scale) -> Iterator[Markup]:
    """Mark the two days alike: their names stand on either side, because the days are close."""
    marked = (one for one in catalogue.milestones if one.id in KEY_MILESTONES)
    for milestone in marked:
        yield _mark(milestone, day_of(catalogue, milestone.id), scale)


def _mark(milestone: Milestone, day: float, scale: Scale) -> Markup:
    is_left = milestone.rule is not None
    return _MARK.format(
        id=milestone.id,
        title=milestone.title,
        x=scale.place(day),
        gap="-.3rem" if is_left else ".3rem",
        anchor="end" if is_left else "start",
    )
