"""The third parties with all that is known of each: the page to look one up.

A row is that of the Kick-off page (macros/render/plan.py), with the facts in it; the element
in assets/js/elements/plan-parties.js keeps which ones the practice uses and what each was told.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.render.links import cite
from macros.render.markup import Markup
from macros.render.plan import party_notice

if TYPE_CHECKING:
    from macros.catalogue import Catalogue, Party, Source

_PARTIES = Markup(
    '<div class="app-part" data-part="parties" data-part-title="Third parties">'
    '<plan-parties class="app-checklist app-checklist--facts"><p class="app-checklist__count">'
    "Tick each one that you use</p><ul>{rows}</ul></plan-parties></div>"
)
_ROW = Markup(
    '\n<li class="app-task" id="party-{id}" data-party="{id}">'
    '<label><input type="checkbox">{title}</label>'
    '<p class="app-task__why">{mark}{what}</p>'
    "<dl>{facts}</dl><details><summary>Details</summary>{source}</details>"
    '<p class="app-task__due">{notice}</p></li>'
)
_FACT = Markup("<div><dt>{term}</dt><dd>{words}</dd></div>")
_MISSED = Markup('<strong class="app-tag">Often missed</strong> ')
_SAID_BY = Markup("Source: {source}.")
_SAID_BY_TWO = Markup("Source: {source}. More: {link}.")
SILENT = "No source says. Ask the new supplier."
NOTICE_UNKNOWN = "No source gives the notice. Ask the new supplier."
OLD = "The source is old. Ask the new supplier if this still holds."
OURS = "No source says this; it is our suggestion. Ask the new supplier."
OLD_BEFORE = 2022
"""A source of an earlier year knew other organisations than today's."""


def party_facts(catalogue: Catalogue) -> Markup:
    """Write each third party: what it is, notice, off, on, test, what to ask, how sure we are."""
    return _PARTIES.format(rows=Markup().join(_row(catalogue, one) for one in catalogue.parties))


def _row(catalogue: Catalogue, party: Party) -> Markup:
    source = catalogue.source(party.source)
    facts = [
        ("Off", party.off or SILENT),
        ("On", party.on or SILENT),
        ("Test", party.test or SILENT),
        ("Ask", party.ask or ""),
        ("How sure", _how_sure(source)),
    ]
    link = catalogue.source(party.link) if party.link and party.link != party.source else None
    said = _SAID_BY_TWO if link else _SAID_BY
    return _ROW.format(
        id=party.id,
        title=party.title,
        what=party.what,
        mark=_MISSED if party.often_missed else "",
        notice=party_notice(catalogue, party) or NOTICE_UNKNOWN,
        facts=Markup().join(_FACT.format(term=term, words=words) for term, words in facts if words),
        source=said.format(source=cite(source), link=cite(link) if link else ""),
    )


def _how_sure(source: Source) -> str:
    """Say what to ask where the source is ours or old; nothing where it is of today."""
    if source.is_ours:
        return OURS
    years = [int(year) for year in re.findall(r"\b\d{4}\b", source.date)]
    return OLD if years and max(years) < OLD_BEFORE else ""
