"""The dates: what they hang on, how they stand, and the table of every milestone.

The elements date-summary, date-needs, todays-work, where-now and date-table in
assets/js/elements/ add the dates; without a script the rules stand alone, in words and with
their source.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from macros.render.markup import Markup
from macros.render.words import rule_words

if TYPE_CHECKING:
    from macros.catalogue import Catalogue, Milestone, Phase

_TABLE = Markup(
    '<div class="app-part" data-search-exclude><date-table><table class="app-dates">'
    "<caption>Your dates</caption><thead><tr>"
    '<th scope="col">Milestone</th><th scope="col">Date</th>'
    '<th scope="col">How it is worked out</th><th scope="col">State</th>'
    "</tr></thead>{phases}</table></date-table></div>"
)
_PHASE = Markup(
    '\n<tbody><tr><th scope="rowgroup" colspan="4" class="app-dates__phase">{title}</th></tr>'
    "{rows}</tbody>"
)
_ROW = Markup(
    '\n<tr id="date-{id}" data-milestone="{id}"{key}><th scope="row">{title}{note}</th><td></td>'
    "<td><span>{rule}</span><small>{source}</small></td><td></td></tr>"
)
_NOTE = Markup("<small>{note}</small>")
_SUMMARY = Markup(
    '<date-summary><p><a href="{href}">All dates and how each is worked out</a></p></date-summary>'
)
_LONG_SUMMARY = Markup(
    '<div class="app-part app-needs" data-search-exclude><date-needs></date-needs></div>'
)
_TODAY = Markup(
    '<div class="app-part is-whole" data-search-exclude><todays-work><p><a href="{href}">'
    "Enter your Go Live date</a>, and this place says what your plan asks for each day.</p>"
    "</todays-work></div>"
)
_WHERE_NOW = Markup(
    '<div class="app-part" id="where-now" data-search-exclude><where-now>'
    "<p>The questions need JavaScript.</p></where-now></div>"
)
Link = Callable[[str], str]
"""A page of the guide, `guide/kick-off.md#who`, to an address that works from where it stands."""

PAGE = "plan/dates.md"
KEY_MILESTONES = ("final-data-production", "go-live")
CHOSEN = "The date that you choose"
OURS = "Our planning default"


def date_summary(link: Link) -> Markup:
    """Write the place of the sentence and the next dates, with the way to all of them."""
    return _SUMMARY.format(href=link(PAGE))


def date_needs() -> Markup:
    """Write the place of the sentence and of what needs the reader."""
    return _LONG_SUMMARY


def todays_work(link: Link) -> Markup:
    """Write the place of what the plan asks for today, and until then the way to a date."""
    return _TODAY.format(href=link(PAGE))


def where_now() -> Markup:
    """Write the place of the questions about dates that are past."""
    return _WHERE_NOW


def your_dates(catalogue: Catalogue) -> Markup:
    """Write the table of every milestone, by phase."""
    phases = Markup().join(_phase(catalogue, phase) for phase in catalogue.phases)
    return _TABLE.format(phases=phases)


def _phase(catalogue: Catalogue, phase: Phase) -> Markup:
    milestones = (one for one in catalogue.milestones if one.phase == phase.id)
    rows = Markup().join(_row(catalogue, milestone) for milestone in milestones)
    return _PHASE.format(title=phase.title, rows=rows)


def _row(catalogue: Catalogue, milestone: Milestone) -> Markup:
    return _ROW.format(
        id=milestone.id,
        key=Markup(' class="is-key"') if milestone.id in KEY_MILESTONES else "",
        title=milestone.title,
        note=_NOTE.format(note=milestone.note) if milestone.note else "",
        rule=_rule(catalogue, milestone),
        source=_source(catalogue, milestone),
    )


def _rule(catalogue: Catalogue, milestone: Milestone) -> str:
    if milestone.rule is None:
        return CHOSEN
    words = rule_words(catalogue, milestone.rule)
    if milestone.end and milestone.end.anchor != milestone.id:
        words = f"{words}, to {rule_words(catalogue, milestone.end)}"
    return words[0].upper() + words[1:]


def _source(catalogue: Catalogue, milestone: Milestone) -> str:
    if milestone.rule is None:
        return ""
    source = catalogue.source(milestone.rule.source)
    return OURS if source.is_ours else source.title
