"""The fields that several kinds of record have: an id, a title, a rule, a source."""

from __future__ import annotations

from typing import get_args

from . import model
from .fields import Amount, Choice, Day, Field, Name, Words, YesNo
from .references import Anchor, Reference
from .shapes import Nested, Shape

WORDS, PERHAPS = Words(), Words(optional=True)
YES_NO = YesNo(words=("yes", "no"))
FOR_A_RULE = (
    "For 2 weeks before Go Live write amount: 2, unit: week, direction: before, anchor: go-live."
)
FOR_A_LENGTH = "For 2 weeks write amount: 2, unit: week."
MILESTONE = Reference(kind="milestone")

ANCHOR = Field("anchor", Anchor(kind="milestone"), "the milestone to count from", "go-live")
UNIT = Field("unit", Choice(words=get_args(model.Unit)), "what is counted", "working-day")
DIRECTION = Field(
    "direction", Choice(words=get_args(model.Direction)), "which way to count", "before"
)
RULE_KIND = Field(
    "kind", Choice(words=get_args(model.RuleKind)), "what happens on that day", "deadline"
)
SOURCE = Field("source", Reference(kind="source"), "who says so", "ours")
REVIEWED = Field("reviewed", Day(), "the day when somebody checked it", "2026-11-22")


def id_field(example: str) -> Field:
    """Describe the id of a record."""
    return Field("id", Name(), "a short name that never changes", example)


def title_field(example: str) -> Field:
    """Describe the title of a record."""
    return Field("title", WORDS, "the name that readers see", example)


LENGTH = Shape(
    "a length",
    model.Length,
    (Field("amount", Amount(help=FOR_A_LENGTH), "how many", "2"), UNIT),
)
AMOUNT = Field("amount", Amount(help=FOR_A_RULE), "how many", "10")
LIMIT = Shape("a limit", model.Limit, (ANCHOR, AMOUNT, UNIT, DIRECTION, SOURCE))
RULE = Shape("a rule", model.Rule, (ANCHOR, AMOUNT, UNIT, DIRECTION, RULE_KIND, SOURCE))

A_LENGTH = Nested(LENGTH, FOR_A_LENGTH)
A_LIMIT = Nested(LIMIT, FOR_A_RULE)
A_RULE = Nested(RULE, FOR_A_RULE)
LENGTH_EXAMPLE = "{amount: 1, unit: week}"
LIMIT_EXAMPLE = "{anchor: go-live, amount: 2, unit: week, direction: before, source: ours}"
RULE_EXAMPLE = (
    "{anchor: go-live, amount: 2, unit: week, direction: before, kind: deadline, source: ours}"
)
