"""What the browser needs to date a plan: rules, choices and bank holidays."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from macros.catalogue import Catalogue, Choice, Limit, Milestone, Party, Rule

COMMON_NOTICE = "formal-notices"


def dates_json(catalogue: Catalogue, bank_holidays: str) -> str:
    """Write the milestones with their rules, what may change them, and the days off.

    `bank_holidays` is the text of docs/_data/bank-holidays.json.
    docs/assets/js/plan/shapes.js describes the result as DatesData.
    """
    days = json.loads(bank_holidays)
    rules = list(_rules(catalogue))
    said = {rule.anchor_milestone for rule in rules}
    said |= {one.id for one in catalogue.milestones if one.earliest or one.latest}
    return json.dumps(
        {
            "milestones": [_milestone(one) for one in catalogue.milestones],
            "choices": [_choice(one) for one in catalogue.choices],
            "tasks": {task.id: _rule(task.due) for task in catalogue.tasks if task.due},
            "phases": {phase.id: [phase.start, phase.end] for phase in catalogue.phases},
            "gates": {gate.id: gate.milestone for gate in catalogue.gates},
            "parties": {party.id: _party(catalogue, party) for party in catalogue.parties},
            "called": {one.id: one.called for one in catalogue.milestones if one.id in said},
            "sources": {
                source.id: source.title
                for source in catalogue.sources
                if source.id in {rule.source for rule in rules}
            },
            "holidays": days["days"],
            "announcedUntil": days["announced_until"],
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def _milestone(milestone: Milestone) -> dict[str, Any]:
    return {
        "id": milestone.id,
        "title": milestone.title,
        "phase": milestone.phase,
        "rule": _rule(milestone.rule),
        "end": _rule(milestone.end),
        "earliest": _rule(milestone.earliest),
        "latest": _rule(milestone.latest),
        "gate": milestone.gate,
        "note": milestone.note,
    }


def _choice(choice: Choice) -> dict[str, Any]:
    options = [{**asdict(option), "rule": _rule(option.rule)} for option in choice.options]
    return {
        "id": choice.id,
        "title": choice.title,
        "milestone": choice.milestone,
        "standard": choice.standard,
        "options": options,
    }


def _rule(rule: Rule | Limit | None) -> dict[str, Any] | None:
    return asdict(rule) if rule else None


def _party(catalogue: Catalogue, party: Party) -> dict[str, Any]:
    """Write what a party has of its own: no limit is the common one, null is nobody to tell."""
    common, own = catalogue.milestone(COMMON_NOTICE).rule, party.notice
    is_common = common and own and _counted(own) == _counted(common)
    return {
        "title": party.title,
        **({} if is_common else {"limit": _rule(own)}),
        **({"told": party.notice_dates} if party.notice_dates else {}),
        **({"off": _rule(party.off_date)} if party.off_date else {}),
        **({"on": _rule(party.on_date)} if party.on_date else {}),
    }


def _counted(rule: Rule | Limit) -> tuple[str, int, str, str]:
    return rule.anchor, rule.amount, rule.unit, rule.direction


def _rules(catalogue: Catalogue) -> Iterator[Rule | Limit]:
    for milestone in catalogue.milestones:
        yield from filter(None, (milestone.rule, milestone.end))
        yield from filter(None, (milestone.earliest, milestone.latest))
    options = [option for choice in catalogue.choices for option in choice.options]
    yield from filter(None, (option.rule for option in options))
    for party in catalogue.parties:
        yield from filter(None, (party.notice, party.off_date, party.on_date))
    yield from filter(None, (task.due for task in catalogue.tasks))
