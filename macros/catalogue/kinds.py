"""The table of the catalogue: each kind of record, its file, and what each field may hold."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import get_args

from . import history, model
from .fields import (
    Amount,
    Choice,
    Day,
    Field,
    Matching,
    Name,
    Order,
    Words,
    YesNo,
)
from .references import Anchor, Reference, References
from .shapes import Nested, Page, Shape


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record and where it stands: a file, or a list inside a file."""

    name: str
    plural: str
    files: str
    shape: Shape
    inside: str | None = None


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


def _id(example: str) -> Field:
    return Field("id", Name(), "a short name that never changes", example)


def _title(example: str) -> Field:
    return Field("title", WORDS, "the name that readers see", example)


LENGTH = Shape(
    "a length",
    model.Length,
    (Field("amount", Amount(help=FOR_A_LENGTH), "how many", "2"), UNIT),
)
_AMOUNT = Field("amount", Amount(help=FOR_A_RULE), "how many", "10")
LIMIT = Shape("a limit", model.Limit, (ANCHOR, _AMOUNT, UNIT, DIRECTION, SOURCE))
RULE = Shape("a rule", model.Rule, (ANCHOR, _AMOUNT, UNIT, DIRECTION, RULE_KIND, SOURCE))

_A_LENGTH = Nested(LENGTH, FOR_A_LENGTH)
_A_LIMIT = Nested(LIMIT, FOR_A_RULE)
_A_RULE = Nested(RULE, FOR_A_RULE)
_LENGTH_EXAMPLE = "{amount: 1, unit: week}"
_LIMIT_EXAMPLE = "{anchor: go-live, amount: 2, unit: week, direction: before, source: ours}"
_RULE_EXAMPLE = (
    "{anchor: go-live, amount: 2, unit: week, direction: before, kind: deadline, source: ours}"
)

PHASE = Shape(
    "a phase",
    model.Phase,
    (
        _id("kick-off"),
        _title("Kick-off"),
        Field("page", Page(), "the page about it", "guide/kick-off.md"),
        Field("minimum", _A_LENGTH, "the shortest time that it takes", _LENGTH_EXAMPLE),
        Field("usual", _A_LENGTH, "the time that it usually takes", _LENGTH_EXAMPLE),
        Field("maximum", _A_LENGTH, "the longest time that it takes", _LENGTH_EXAMPLE),
        Field("start", MILESTONE, "the milestone that it starts with", "kick-off"),
        Field("end", MILESTONE, "the milestone that it ends with", "go-live"),
        Field(
            "summary", WORDS, "one sentence about it", "Everybody meets and shares out the work."
        ),
        Field("who", WORDS, "who takes part", "The project team"),
        Field("how_long", WORDS, "how long it takes, in words", "One meeting"),
        Field("have_ready", WORDS, "what to have ready", "A list of your third parties"),
        Field("done_when", WORDS, "how you know that it is done", "Every seat has a name"),
        SOURCE,
        REVIEWED,
    ),
)
MILESTONE_SHAPE = Shape(
    "a milestone",
    model.Milestone,
    (
        _id("technical-survey"),
        _title("Technical survey"),
        Field("phase", Reference(kind="phase"), "the phase that it belongs to", "kick-off"),
        Field("rule", _A_RULE, "when it happens", _RULE_EXAMPLE),
        Field("end", _A_LIMIT, "when a span or series ends, or none", _LIMIT_EXAMPLE),
        Field("earliest", _A_LIMIT, "the earliest day, or none", _LIMIT_EXAMPLE),
        Field("latest", _A_LIMIT, "the latest day, or none", _LIMIT_EXAMPLE),
        Field("gate", YES_NO, "whether it is a decision to go on or stop", "no"),
        Field("note", PERHAPS, "one sentence shown beside the date, or none", "none"),
        REVIEWED,
    ),
)
ROLE = Shape(
    "a role",
    model.Role,
    (
        _id("practice-staff"),
        _title("Practice staff"),
        Field("page", Page(), "the page for this role", "guide/role/practice-staff.md"),
        Field("summary", WORDS, "one sentence about it", "You work in the practice."),
        SOURCE,
        REVIEWED,
    ),
)
SEAT = Shape(
    "a seat",
    model.Seat,
    (
        _id("lead-gp"),
        _title("Lead GP"),
        Field("does", WORDS, "what the person does", "Signs off the clinical data"),
        Field("cover", YES_NO, "whether somebody must stand in", "yes"),
        SOURCE,
        REVIEWED,
    ),
)
_SOURCE_OR_NONE = Reference(optional=True, kind="source")
PARTY = Shape(
    "a party",
    model.Party,
    (
        _id("pathology"),
        _title("Pathology laboratory"),
        Field("what", WORDS, "what comes from them or goes to them", "Blood test results"),
        Field("notice", _A_LIMIT, "the notice that they need, or none", _LIMIT_EXAMPLE),
        Field("off", PERHAPS, "what stops and when, or none", "none"),
        Field("on", PERHAPS, "what starts again and when, or none", "none"),
        Field("test", PERHAPS, "how to test it, or none", "none"),
        Field("ask", PERHAPS, "what to ask them, or none", "none"),
        Field("link", _SOURCE_OR_NONE, "the source that says more, or none", "none"),
        SOURCE,
        REVIEWED,
    ),
)
_ADDRESS = Matching(
    optional=True, form=re.compile(r"https://[^\s\"'<>]+"), must_be="none or an https address"
)
SOURCE_SHAPE = Shape(
    "a source",
    model.Source,
    (
        _id("guide-2019"),
        _title("Practice migration guide"),
        Field("publisher", WORDS, "who published it", "NHS Digital"),
        Field("date", WORDS, "when it was published, or undated", "undated"),
        Field("link", _ADDRESS, "its address, or none", "https://www.england.nhs.uk/"),
        Field("licence", PERHAPS, "its licence, or none", "Open Government Licence v3.0"),
        REVIEWED,
    ),
)
TASK = Shape(
    "a task",
    model.Task,
    (
        _id("order-smartcards"),
        Field("title", Order(), "what to do, as an order", "Book training for all staff"),
        Field("phase", Reference(kind="phase"), "the phase that it belongs to", "kick-off"),
        Field("band", Choice(words=get_args(model.Band)), "when in the phase", "start"),
        Field("roles", References("role"), "the people who do it", "[practice-staff]"),
        Field("due", _A_RULE, "when it is due, or none", _RULE_EXAMPLE),
        Field("page", Page(), "the section that explains it", "guide/kick-off.md#agenda"),
        Field("why", WORDS, "what goes wrong if it is not done", "Staff cannot sign in."),
        Field("done_when", WORDS, "what makes the answer yes", "Every name has a card"),
        Field("safety", YES_NO, "whether patients could be harmed", "no"),
        Field("patient_data_risk", YES_NO, "whether a note could name a patient", "no"),
        SOURCE,
        REVIEWED,
    ),
)
RETIRED = Shape(
    "a retired id",
    history.Retired,
    (
        _id("order-fax-paper"),
        Field("was", WORDS, "what it was", "Order paper for the fax machine"),
        Field("on", Day(), "the day when it went", "2026-11-22"),
        Field("why", WORDS, "why it went", "No practice has a fax machine."),
    ),
)
RENAMED = Shape(
    "a renamed id",
    history.Renamed,
    (
        Field("from", Name(), "the id that is gone", "order-cards"),
        Field("to", Name(), "the id that took its place", "order-smartcards"),
        Field("on", Day(), "the day when it changed", "2026-11-22"),
    ),
)
RELEASED = Shape(
    "a released id",
    history.Released,
    (
        Field("kind", Choice(words=history.KINDS_WITH_LASTING_IDS), "what it is the id of", "task"),
        _id("order-smartcards"),
    ),
)

KINDS = (
    Kind("phase", "Phases", "phases.yml", PHASE),
    Kind("milestone", "Milestones", "milestones.yml", MILESTONE_SHAPE),
    Kind("role", "Roles", "roles.yml", ROLE),
    Kind("seat", "Seats", "seats.yml", SEAT),
    Kind("party", "Parties", "parties.yml", PARTY),
    Kind("source", "Sources", "sources.yml", SOURCE_SHAPE),
    Kind("task", "Tasks", "tasks/*.yml", TASK),
    Kind("retired", "Retired ids", "retired.yml", RETIRED, inside="retired"),
    Kind("renamed", "Renamed ids", "retired.yml", RENAMED, inside="renamed"),
    Kind("released", "Released ids", "released.yml", RELEASED),
)
