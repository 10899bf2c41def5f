"""The rules of gates: each decision of the dates has its record. Checks like those of checks.py."""

from __future__ import annotations

from collections.abc import Iterator

from .problems import Problem, choices
from .records import Record, Records


def a_gate_stands_at_a_milestone_that_is_one(records: Records) -> Iterator[Problem]:
    """A gate names a milestone with gate: yes, and no other gate names the same."""
    decisions = _decisions(records)
    first: dict[str, Record] = {}
    for gate in records.of("gate"):
        milestone, line = gate.fields.text("milestone"), gate.fields.line_of("milestone")
        if milestone in records.ids("milestone") and milestone not in decisions:
            says = f"milestone '{milestone}' is no decision: it does not say gate: yes."
            yield gate.problem(line, says, choices(milestone, "Decisions", decisions))
        earlier = first.setdefault(milestone, gate)
        if milestone and earlier is not gate:
            says = f"gate '{earlier.id}' stands at milestone '{milestone}' already."
            yield gate.problem(line, says, "Make one gate of the two.")


def every_decision_has_its_gate(records: Records) -> Iterator[Problem]:
    """For a milestone with gate: yes, somebody wrote down who decides and what must be true."""
    if not records.are_whole("gate"):
        return
    written = {gate.fields.text("milestone") for gate in records.of("gate")}
    for milestone in records.of("milestone"):
        if milestone.id in _decisions(records) and milestone.id not in written:
            says = "this is a decision, and no gate stands at it."
            fix = f"Write milestone: {milestone.id} in one of gates.yml, or gate: no here."
            yield milestone.problem(milestone.fields.line_of("gate"), says, fix)


def _decisions(records: Records) -> list[str]:
    return [one.id for one in records.of("milestone") if one.fields.text("gate") == "yes"]
