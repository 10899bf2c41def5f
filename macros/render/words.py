"""Durations and rules in words. Knows the catalogue's records and English, nothing of HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from macros.catalogue import Catalogue, Length, Limit, Milestone, Phase, Rule

UNITS = {"day": "day", "working-day": "working day", "week": "week", "month": "month"}


def amount_words(amount: int, unit: str) -> str:
    """Say an amount: `1 week`, `3 working days`."""
    return f"{amount} {UNITS[unit]}{'' if amount == 1 else 's'}"


def length_words(phase: Phase) -> str:
    """Say how long a phase takes, from its shortest to its longest: `1 to 2 weeks`."""
    least, most = phase.minimum, phase.maximum
    if least is None or most is None:
        return _one_length(phase.usual or least or most)
    if least == most:
        return _one_length(least)
    if least.unit == most.unit:
        return f"{least.amount} to {amount_words(most.amount, most.unit)}"
    return f"{_one_length(least)} to {_one_length(most)}"


def lengths_words(phase: Phase) -> str:
    """Say the shortest, the usual and the longest: `1 to 6 weeks, usually 3`."""
    least, usual, most = phase.minimum, phase.usual, phase.maximum
    if least and least == most and usual in (least, None):
        return _one_length(least)
    parts = [length_words(phase)] if least and most else []
    if not parts:
        parts += [f"at least {_one_length(least)}"] if least else []
        parts += [f"at most {_one_length(most)}"] if most else []
    if usual:
        is_said = parts and {one.unit for one in (least, most) if one} == {usual.unit}
        parts.append(f"usually {usual.amount if is_said else _one_length(usual)}")
    words = ", ".join(parts) or _one_length(None)
    return words[0].upper() + words[1:]


def _one_length(length: Length | None) -> str:
    return "no set length" if length is None else amount_words(length.amount, length.unit)


def rule_words(catalogue: Catalogue, rule: Rule | Limit) -> str:
    """Say a rule: `3 working days after the kick-off meeting`."""
    anchor = _anchor_words(catalogue, rule)
    if rule.amount == 0:
        if anchor.endswith("meeting"):
            return f"at {anchor}"
        return f"at {anchor}" if rule.is_from_end else f"on the day of {anchor}"
    return f"{amount_words(rule.amount, rule.unit)} {rule.direction} {anchor}"


def _anchor_words(catalogue: Catalogue, rule: Rule | Limit) -> str:
    called = catalogue.milestone(rule.anchor_milestone).called
    return f"the end of {called}" if rule.is_from_end else called


def milestone_words(catalogue: Catalogue, milestone: Milestone) -> str:
    """Say when a milestone is: `3 working days after the kick-off meeting`."""
    return rule_words(catalogue, milestone.rule) if milestone.rule else "the date that you choose"


def rule_sentence(catalogue: Catalogue, rule: Rule) -> str:
    """Say when a task is due: `By 3 working days after the kick-off meeting`."""
    words = rule_words(catalogue, rule)
    if rule.kind == "deadline" and rule.amount:
        return f"By {words}"
    if rule.kind == "deadline" and not words.endswith("meeting"):
        return f"By {_anchor_words(catalogue, rule)}"
    return words[0].upper() + words[1:]
