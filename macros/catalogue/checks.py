"""The rules of the catalogue. Each check is a generator; its docstring is the rule.

A check takes the records as they were written and yields what is wrong with them.
To add a rule, write one function and name it in ALL.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from . import choosing, gating, limiting, telling
from .history import KINDS_WITH_LASTING_IDS as IN_USE
from .model import END, GO_LIVE
from .problems import Problem, choices
from .reading import Fields
from .records import Record, Records
from .shapes import faults_of_names, faults_of_values

LASTING = ("span", "series")

Check = Callable[[Records], Iterator[Problem]]


def every_record_has_its_fields(records: Records) -> Iterator[Problem]:
    """Every record has exactly its fields, in their order."""
    for record in records:
        for fault in faults_of_names(record.kind.shape, record.fields):
            yield record.problem(fault.line, fault.says, fault.fix)


def every_value_is_right(records: Records) -> Iterator[Problem]:
    """Every field holds what it may hold, and what it refers to exists."""
    known = records.known
    for record in records:
        for fault in faults_of_values(record.kind.shape, record.fields, known):
            yield record.problem(fault.line, fault.says, fault.fix)


def ids_are_unique(records: Records) -> Iterator[Problem]:
    """No two records of a kind have the same id."""
    first: dict[tuple[str, str], Record] = {}
    for record in records:
        key = (record.kind.name, record.id)
        if record.kind.name == "released":
            key = (record.kind.name, f"{record.fields.text('kind')}/{record.id}")
        earlier = first.setdefault(key, record)
        if earlier is not record and record.id:
            place = f"{earlier.path}:{earlier.id_line}"
            says = f"this id is taken (first in {place})."
            fix = "Give this one another id." if record.kind.name in IN_USE else "Remove one."
            yield record.problem(record.id_line, says, fix)


def every_phase_has_a_milestone(records: Records) -> Iterator[Problem]:
    """Every phase has at least one milestone of its own."""
    if not records.are_whole("milestone"):
        return
    served = {record.fields.text("phase") for record in records.of("milestone")}
    for phase in records.of("phase"):
        if phase.id not in served:
            fix = f"Write phase: {phase.id} in one of milestones.yml."
            yield phase.problem(phase.fields.line, "no milestone belongs to this phase.", fix)


def only_go_live_has_no_rule(records: Records) -> Iterator[Problem]:
    """Go Live is what the reader chooses; every other milestone has a rule."""
    for record in records.of("milestone"):
        has_none = record.fields.text("rule") == "none"
        line = record.fields.line_of("rule")
        if has_none and record.id != GO_LIVE:
            says = "'rule' must not be none: only go-live has no rule."
            yield record.problem(line, says, "Say when it happens, counted from another milestone.")
        if not has_none and record.id == GO_LIVE and "rule" in record.fields.values:
            says = "'rule' must be none: the reader chooses this date."
            yield record.problem(line, says, "Write rule: none")


def go_live_exists(records: Records) -> Iterator[Problem]:
    """There is a milestone go-live, from which every plan is counted."""
    if records.are_whole("milestone") and GO_LIVE not in records.ids("milestone"):
        path = f"{records.shown_as}/milestones.yml"
        says, fix = f"there is no milestone '{GO_LIVE}'.", "Every date is counted from it: add it."
        yield Problem(path, 0, "", says, fix)


def what_lasts_has_an_end(records: Records) -> Iterator[Problem]:
    """A span and a series say when they end; nothing else does."""
    for record in records.of("milestone"):
        rule, end = record.fields.values.get("rule"), record.fields.values.get("end")
        if not isinstance(rule, Fields) or end is None:
            continue
        kind, line = rule.text("kind"), record.fields.line_of("end")
        if kind in LASTING and record.fields.text("end") == "none":
            says = f"'end' must not be none, because this is a {kind}."
            yield record.problem(line, says, "Say when its last day is.")
        if kind not in LASTING and isinstance(end, Fields):
            says = f"'end' must be none, because only a span or a series lasts (found '{kind}')."
            yield record.problem(line, says, "Write end: none, or kind: span.")


def ends_that_are_counted_from_exist(records: Records) -> Iterator[Problem]:
    """A rule counts from the end of a milestone only if it has one."""
    endless = [
        record.id
        for record in records.of("milestone")
        if not isinstance(record.fields.values.get("end"), Fields)
    ]
    for record in records:
        for rule in _rules(record):
            anchor = rule.text("anchor")
            milestone = anchor.removesuffix(END)
            if anchor != milestone and milestone in endless:
                says = f"milestone '{milestone}' has no end to count from."
                fix = f"Count from its day: anchor: {milestone}"
                yield record.problem(rule.line_of("anchor"), says, fix)


def rules_do_not_go_round(records: Records) -> Iterator[Problem]:
    """Followed from anchor to anchor, every rule arrives at Go Live."""
    by_id = {record.id: record for record in records.of("milestone")}
    anchors = dict(_anchors(records))
    told: set[str] = set()
    for start in anchors:
        way = [start]
        while way[-1] in anchors and anchors[way[-1]] not in way:
            way.append(anchors[way[-1]])
        again = anchors.get(way[-1])
        if again != start or start in told:
            continue
        told.update(way)
        record = by_id[start.removesuffix(END)]
        circle = " → ".join([*way, start])
        rule = record.fields.values["end" if start.endswith(END) else "rule"]
        says, fix = f"its rule goes round in a circle: {circle}.", "Count one of them from go-live."
        line = rule.line_of("anchor") if isinstance(rule, Fields) else rule.line
        yield record.problem(line, says, fix)


def published_ids_stay(records: Records) -> Iterator[Problem]:
    """An id that was published is in use, retired or renamed."""
    if not records.are_whole("retired", "renamed"):
        return
    accounted = {*records.ids("retired"), *records.ids("renamed")}
    for record in records.of("released"):
        kind, id_ = record.fields.text("kind"), record.id
        if kind not in IN_USE or not records.are_whole(kind):
            continue
        if id_ not in records.ids(kind) and id_ not in accounted:
            says = f"{kind} '{id_}' was published and is gone."
            fix = "Add it to retired.yml, or give it back its id."
            yield Problem(record.path, record.id_line, "", says, fix)


def gone_ids_are_not_in_use(records: Records) -> Iterator[Problem]:
    """An id that was retired or renamed is never used again."""
    if not records.are_whole(*IN_USE, "released"):
        return
    gone = {
        record.id
        for record in records.of("released")
        if record.fields.text("kind") in IN_USE
        and record.id not in records.ids(record.fields.text("kind"))
    }
    for record in (*records.of("retired"), *records.of("renamed")):
        users = [kind for kind in IN_USE if record.id in records.ids(kind)]
        if users and record.id not in gone:
            says = f"this id is in use: there is a {users[0]} '{record.id}'."
            fix = "Give that one another id, or take this entry away."
            yield record.problem(record.id_line, says, fix)


def renamed_ids_lead_somewhere(records: Records) -> Iterator[Problem]:
    """An id was renamed to one that is in use, retired, or renamed in its turn."""
    if not records.are_whole(*IN_USE, "retired"):
        return
    there = [id_ for kind in (*IN_USE, "retired") for id_ in records.ids(kind)]
    became = {record.id: record.fields.text("to") for record in records.of("renamed")}
    for record in records.of("renamed"):
        way = [record.fields.text("to")]
        while way[-1] not in there and way[-1] in became and became[way[-1]] not in way:
            way.append(became[way[-1]])
        if way[0] and way[-1] not in there:
            says = f"'{way[0]}' does not exist."
            fix = choices(way[0], "Ids", dict.fromkeys(there))
            yield record.problem(record.fields.line_of("to"), says, fix)


def _anchors(records: Records) -> Iterator[tuple[str, str]]:
    """Pair each milestone's day, and each last day, with the day that it is counted from."""
    for record in records.of("milestone"):
        for name, day in (("rule", record.id), ("end", f"{record.id}{END}")):
            rule = record.fields.values.get(name)
            if isinstance(rule, Fields):
                yield day, rule.text("anchor")


def _rules(record: Record) -> Iterator[Fields]:
    for value in record.fields.values.values():
        if isinstance(value, Fields):
            yield value


ALL: tuple[Check, ...] = (
    every_record_has_its_fields,
    every_value_is_right,
    ids_are_unique,
    every_phase_has_a_milestone,
    only_go_live_has_no_rule,
    go_live_exists,
    what_lasts_has_an_end,
    ends_that_are_counted_from_exist,
    rules_do_not_go_round,
    choosing.each_choice_has_a_milestone_of_its_own,
    choosing.the_standard_option_is_one_of_its_own,
    choosing.an_option_keeps_the_kind_of_its_milestone,
    choosing.nothing_counts_from_what_may_not_happen,
    choosing.no_choice_makes_rules_go_round,
    limiting.no_order_goes_round,
    limiting.a_rule_keeps_its_own_limits,
    gating.a_gate_stands_at_a_milestone_that_is_one,
    gating.every_decision_has_its_gate,
    telling.a_date_of_a_party_has_its_words,
    published_ids_stay,
    gone_ids_are_not_in_use,
    renamed_ids_lead_somewhere,
)
