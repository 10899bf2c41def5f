"""The rules of choices: what an answer may do to a milestone. Checks like those of checks.py."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from .model import END, GO_LIVE
from .problems import Problem, choices
from .reading import Fields, Items
from .records import Record, Records

NO_RULE = Fields(0, {})


def each_choice_has_a_milestone_of_its_own(records: Records) -> Iterator[Problem]:
    """A choice changes a milestone that has a rule, and no other choice changes that one."""
    first: dict[str, Record] = {}
    for choice in records.of("choice"):
        milestone, line = choice.fields.text("milestone"), choice.fields.line_of("milestone")
        if milestone == GO_LIVE:
            says = f"'milestone' must not be {GO_LIVE}: the reader chooses this date."
            yield choice.problem(line, says, "Name another milestone.")
        earlier = first.setdefault(milestone, choice)
        if milestone and earlier is not choice:
            says = f"choice '{earlier.id}' changes milestone '{milestone}' already."
            yield choice.problem(line, says, "Make one choice of the two.")


def the_standard_option_is_one_of_its_own(records: Records) -> Iterator[Problem]:
    """What holds until somebody chooses is an option of the same choice."""
    for choice in records.of("choice"):
        own = [option.id for option in _options(records, choice)]
        standard = choice.fields.text("standard")
        if standard in records.ids("option") and standard not in own:
            says = f"'standard' must be one of its own options (found '{standard}')."
            fix = choices(standard, "Options", own)
            yield choice.problem(choice.fields.line_of("standard"), says, fix)


def an_option_keeps_the_kind_of_its_milestone(records: Records) -> Iterator[Problem]:
    """An option changes when something happens, not what it is; or it takes it away."""
    kinds = {record.id: _rule(record).text("kind") for record in records.of("milestone")}
    for choice in records.of("choice"):
        expected = kinds.get(choice.fields.text("milestone"), "")
        for option in _options(records, choice):
            rule, kind = _rule(option), _rule(option).text("kind")
            if kind and expected and kind != expected:
                says = f"'kind' must be {expected}, as in its milestone (found '{kind}')."
                yield option.problem(rule.line_of("kind"), says, f"Write kind: {expected}")
            if rule.values and option.fields.text("happens") == "no":
                says = "'rule' must be none where happens is no."
                yield option.problem(rule.line, says, "Write rule: none, or happens: yes")


def nothing_counts_from_what_may_not_happen(records: Records) -> Iterator[Problem]:
    """No rule and no phase hangs on a milestone that a choice can take away."""
    perhaps = {
        choice.fields.text("milestone")
        for choice in records.of("choice")
        if any(option.fields.text("happens") == "no" for option in _options(records, choice))
    }
    for record in records:
        for name, value in record.fields.values.items():
            field = "anchor" if isinstance(value, Fields) else name
            holder = value if isinstance(value, Fields) else record.fields
            milestone = holder.text(field).removesuffix(END)
            is_end = record.kind.name == "phase" and name in ("start", "end")
            hangs = is_end or isinstance(value, Fields)
            if hangs and milestone in perhaps and milestone != record.id:
                says = f"milestone '{milestone}' may not happen: a choice can take it away."
                yield record.problem(holder.line_of(field), says, "Name another milestone.")


def no_choice_makes_rules_go_round(records: Records) -> Iterator[Problem]:
    """Whatever is chosen, every rule still arrives at Go Live."""
    own: dict[str, list[str]] = {}
    for record in records.of("milestone"):
        own[record.id] = [_rule(record).text("anchor")]
        own[f"{record.id}{END}"] = [_rule(record, "end").text("anchor")]
    chosen = [
        (choice.fields.text("milestone"), option, _rule(option))
        for choice in records.of("choice")
        for option in _options(records, choice)
    ]
    anchors = {day: [*found] for day, found in own.items()}
    for milestone, _, rule in chosen:
        anchors.setdefault(milestone, []).append(rule.text("anchor"))
    for milestone, option, rule in chosen:
        goes_round_anyway = any(_way(day, milestone, own) for day in own.get(milestone, []))
        if milestone == GO_LIVE or goes_round_anyway:
            continue
        if way := _way(rule.text("anchor"), milestone, anchors):
            says = f"its rule goes round in a circle: {' → '.join((milestone, *way))}."
            yield option.problem(rule.line_of("anchor"), says, f"Count it from {GO_LIVE}.")


def _way(start: str, end: str, anchors: Mapping[str, list[str]]) -> tuple[str, ...]:
    """Follow the anchors from a day to another; empty when they do not lead there."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    while ways:
        way = ways.pop(0)
        if way[-1] == end:
            return way
        if way[-1] not in seen:
            seen.add(way[-1])
            ways += [(*way, anchor) for anchor in anchors.get(way[-1], []) if anchor]
    return ()


def _options(records: Records, choice: Record) -> list[Record]:
    listed = choice.fields.values.get("options")
    own = listed.values if isinstance(listed, Items) else ()
    return [record for record in records.of("option") if record.fields in own]


def _rule(record: Record, name: str = "rule") -> Fields:
    value = record.fields.values.get(name)
    return value if isinstance(value, Fields) else NO_RULE
