"""Phases: the facts block of a page, the overview table, and the journey beside every page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.render.dates import KEY_MILESTONES
from macros.render.markup import Markup
from macros.render.words import length_words, lengths_words, milestone_words

if TYPE_CHECKING:
    from macros.catalogue import Catalogue, Phase
    from macros.render.dates import Link

_FACTS = Markup(
    '<dl class="app-facts" data-search-exclude>'
    "<div><dt>Who</dt><dd>{who}</dd></div><div><dt>How long</dt><dd>{how_long}</dd></div>"
    '<div><dt>When</dt><dd><phase-when data-phase="{id}">{when}</phase-when></dd></div>'
    "<div><dt>Ready first</dt><dd>{have_ready}</dd></div>"
    "<div><dt>Done when</dt><dd>{done_when}</dd></div></dl>"
)
_OVERVIEW = Markup(
    '<table class="app-overview"><caption>The fifteen phases</caption><thead><tr>'
    '<th scope="col">Phase</th><th scope="col">How long</th><th scope="col">When</th>'
    "</tr></thead><tbody>{rows}</tbody></table>"
)
_OVERVIEW_ROW = Markup(
    '\n<tr{key}><th scope="row"><a href="{href}">{title}</a><small>{summary}</small></th>'
    '<td>{length}</td><td><phase-when data-phase="{id}">{when}</phase-when></td></tr>'
)
_KEY = Markup(' class="is-key"')
_JOURNEY = Markup('<ol class="app-journey">{stations}</ol>')
_STATION = Markup(
    '\n<li data-phase="{id}"{here}>'
    '<a href="{href}"{current}>{title}<small>{length}</small></a></li>'
)


def phase_facts(catalogue: Catalogue, phase: Phase) -> Markup:
    """Write who, how long, when, what to have ready, and when the phase is done."""
    return _FACTS.format(
        id=phase.id,
        when=_when(catalogue, phase),
        who=phase.who,
        how_long=phase.how_long,
        have_ready=phase.have_ready,
        done_when=phase.done_when,
    )


def phase_overview(catalogue: Catalogue, link: Link) -> Markup:
    """Write the table of all phases: what each is, how long it takes, and when it is."""
    rows = (
        _OVERVIEW_ROW.format(
            key=_KEY if phase.start == phase.end and phase.start in KEY_MILESTONES else "",
            id=phase.id,
            href=link(phase.page),
            title=phase.title,
            length=lengths_words(phase),
            when=_when(catalogue, phase),
            summary=phase.summary,
        )
        for phase in catalogue.phases
    )
    return _OVERVIEW.format(rows=Markup().join(rows))


def journey(catalogue: Catalogue, link: Link, here: str | None) -> Markup:
    """Write the line of phases; `here` is the phase of the page that it stands beside."""
    stations = (
        _STATION.format(
            id=phase.id,
            here=Markup(' class="is-now"') if phase.id == here else "",
            href=link(phase.page),
            current=Markup(' aria-current="page"') if phase.id == here else "",
            title=phase.title,
            length=_sentence(length_words(phase)),
        )
        for phase in catalogue.phases
    )
    return _JOURNEY.format(stations=Markup().join(stations))


def _when(catalogue: Catalogue, phase: Phase) -> str:
    """Say when a phase starts; one of a single day is on that day."""
    first = catalogue.milestone(phase.start)
    start = milestone_words(catalogue, first) if first.rule else f"on the day of {first.called}"
    return _sentence(start if phase.start == phase.end else f"starts {start}")


def _sentence(words: str) -> str:
    return words[0].upper() + words[1:]
