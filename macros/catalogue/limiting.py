"""The rules of limits: what must come before what, and whether our own suggestions keep it.

Checks like those of checks.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from .model import END
from .problems import Problem
from .reading import Fields
from .records import Records

SIDES = ("earliest", "latest")
Way = tuple[str, ...]


def no_order_goes_round(records: Records) -> Iterator[Problem]:
    """Followed from limit to limit, nothing must come before itself."""
    orders = _orders(records)
    by_id = {record.id: record for record in records.of("milestone")}
    told: set[str] = set()
    for start, limit in _limits(records):
        way = _round(start, orders)
        if not way or told.intersection(way) or not any(_is_strict(orders, way)):
            continue
        told.update(way)
        says = f"its limits go round in a circle: {' → '.join(way)}."
        fix = "Each must come before the next, and the last before the first: change one."
        yield by_id[start].problem(limit.line_of("anchor"), says, fix)


def a_rule_keeps_its_own_limits(records: Records) -> Iterator[Problem]:
    """Where a rule and a limit count the same unit from the same day, the rule lies inside."""
    for record in records.of("milestone"):
        rule = record.fields.values.get("rule")
        for side in SIDES:
            limit = record.fields.values.get(side)
            if not isinstance(rule, Fields) or not isinstance(limit, Fields):
                continue
            ours, allowed = _offset(rule), _offset(limit)
            if rule.text("anchor") != limit.text("anchor") or ours is None or allowed is None:
                continue
            is_same = rule.text("unit") == limit.text("unit") or not ours or not allowed
            if is_same and (ours < allowed if side == "earliest" else ours > allowed):
                says = f"'rule' ({_words(rule)}) does not keep '{side}' ({_words(limit)})."
                yield record.problem(rule.line_of("amount"), says, "Change one of them.")


def _orders(records: Records) -> dict[str, dict[str, bool]]:
    """What must come before what, and whether on another day; an end is never before its start."""
    orders: dict[str, dict[str, bool]] = {}
    for record in records.of("milestone"):
        orders.setdefault(record.id, {})[f"{record.id}{END}"] = False
        for side in SIDES:
            limit = record.fields.values.get(side)
            if not isinstance(limit, Fields):
                continue
            anchor, direction = limit.text("anchor"), limit.text("direction")
            if side == "latest" and direction != "after":
                orders.setdefault(record.id, {})[anchor] = limit.text("amount") != "0"
            if side == "earliest" and direction != "before":
                orders.setdefault(anchor, {})[record.id] = limit.text("amount") != "0"
    return orders


def _limits(records: Records) -> Iterator[tuple[str, Fields]]:
    for record in records.of("milestone"):
        for side in SIDES:
            limit = record.fields.values.get(side)
            if isinstance(limit, Fields):
                yield record.id, limit


def _round(start: str, orders: dict[str, dict[str, bool]]) -> Way:
    """Find the shortest way from a milestone back to itself; empty when there is none."""
    ways: list[Way] = [(start,)]
    seen: set[str] = set()
    while ways:
        way = ways.pop(0)
        for after in orders.get(way[-1], {}):
            if after == start:
                return (*way, start)
            if after not in seen:
                seen.add(after)
                ways.append((*way, after))
    return ()


def _is_strict(orders: dict[str, dict[str, bool]], way: Way) -> Iterator[bool]:
    return (orders[one][after] for one, after in pairwise(way))


def _offset(rule: Fields) -> int | None:
    """Count a rule from its anchor: before is negative."""
    amount, direction = rule.text("amount"), rule.text("direction")
    if not amount.isdecimal():
        return None
    return -int(amount) if direction == "before" else int(amount)


def _words(rule: Fields) -> str:
    return f"{rule.text('amount')} {rule.text('unit')} {rule.text('direction')}"

