"""The table of the catalogue: each kind of record, its file, and what each field may hold."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import get_args

from . import choice, gate, history, model, period
from .fields import Choice, Day, Field, Matching, Name, Order
from .references import Reference, References
from .shapes import Page, Sentences, Several, Shape
from .shared import (
    A_LENGTH,
    A_LIMIT,
    A_RULE,
    LENGTH_EXAMPLE,
    LIMIT_EXAMPLE,
    MILESTONE,
    PERHAPS,
    REVIEWED,
    RULE_EXAMPLE,
    SOURCE,
    WORDS,
    YES_NO,
    id_field,
    title_field,
)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record and where it stands: a file, a list in a file, or a list in its records."""

    name: str
    plural: str
    files: str
    shape: Shape
    inside: str | None = None
    within: str | None = None


PHASE = Shape(
    "a phase",
    model.Phase,
    (
        id_field("kick-off"),
        title_field("Kick-off"),
        Field("page", Page(), "the page about it", "guide/kick-off.md"),
        Field("minimum", A_LENGTH, "the shortest time that it takes", LENGTH_EXAMPLE),
        Field("usual", A_LENGTH, "the time that it usually takes", LENGTH_EXAMPLE),
        Field("maximum", A_LENGTH, "the longest time that it takes", LENGTH_EXAMPLE),
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
        id_field("technical-survey"),
        title_field("Technical survey"),
        Field("called", WORDS, "its name inside a sentence", "the technical survey"),
        Field("phase", Reference(kind="phase"), "the phase that it belongs to", "kick-off"),
        Field("rule", A_RULE, "when it happens", RULE_EXAMPLE),
        Field("end", A_LIMIT, "when a span or series ends, or none", LIMIT_EXAMPLE),
        Field("earliest", A_LIMIT, "the earliest day, or none", LIMIT_EXAMPLE),
        Field("latest", A_LIMIT, "the latest day, or none", LIMIT_EXAMPLE),
        Field("gate", YES_NO, "whether it is a decision to go on or stop", "no"),
        Field("note", PERHAPS, "one sentence shown beside the date, or none", "none"),
        REVIEWED,
    ),
)
ROLE = Shape(
    "a role",
    model.Role,
    (
        id_field("practice-staff"),
        title_field("Practice staff"),
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
        id_field("lead-gp"),
        title_field("Lead GP"),
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
        id_field("pathology"),
        title_field("Pathology laboratory"),
        Field("what", WORDS, "what comes from them or goes to them", "Blood test results"),
        Field("notice", A_LIMIT, "the notice that they need, or none", LIMIT_EXAMPLE),
        Field(
            "notice_dates",
            References("milestone", optional=True),
            "the milestones at which they are told, or none",
            "[pcse-form]",
        ),
        Field("off", PERHAPS, "what stops and when, or none", "none"),
        Field("off_date", A_LIMIT, "the day that it stops, or none", LIMIT_EXAMPLE),
        Field("on", PERHAPS, "what starts again and when, or none", "none"),
        Field("on_date", A_LIMIT, "the day that it starts again, or none", LIMIT_EXAMPLE),
        Field("test", PERHAPS, "how to test it, or none", "none"),
        Field("ask", PERHAPS, "what to ask them, or none", "none"),
        Field("often_missed", YES_NO, "whether practices often forget them", "no"),
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
        id_field("guide-2019"),
        title_field("Practice migration guide"),
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
        id_field("order-smartcards"),
        Field("title", Order(), "what to do, as an order", "Book training for all staff"),
        Field("phase", Reference(kind="phase"), "the phase that it belongs to", "kick-off"),
        Field(
            "band",
            Choice(optional=True, words=get_args(model.Band)),
            "when in the phase, or none",
            "start",
        ),
        Field("roles", References("role"), "the people who do it", "[practice-staff]"),
        Field("due", A_RULE, "when it is due, or none", RULE_EXAMPLE),
        Field("page", Page(), "the section that explains it", "guide/kick-off.md#agenda"),
        Field("why", WORDS, "what goes wrong if it is not done", "Staff cannot sign in."),
        Field("done_when", WORDS, "what makes the answer yes", "Every name has a card"),
        Field("safety", YES_NO, "whether patients could be harmed", "no"),
        Field("patient_data_risk", YES_NO, "whether a note could name a patient", "no"),
        SOURCE,
        REVIEWED,
    ),
)
OPTION = Shape(
    "an option",
    choice.Option,
    (
        id_field("weekend"),
        title_field("Over a weekend"),
        Field("happens", YES_NO, "whether the milestone is in the plan then", "yes"),
        Field("rule", A_RULE, "when it happens then, or none for its own rule", RULE_EXAMPLE),
    ),
)
CHOICE = Shape(
    "a choice",
    choice.Choice,
    (
        id_field("cutover"),
        title_field("What cutover has your new supplier confirmed?"),
        Field("milestone", MILESTONE, "the milestone that it changes", "final-data-production"),
        Field(
            "standard",
            Reference(optional=True, kind="option"),
            "the option that holds until somebody chooses, or none",
            "none",
        ),
        Field("options", Several(OPTION), "the answers that there are", "a list of options"),
        REVIEWED,
    ),
)
CONDITION = Shape(
    "a condition",
    gate.Condition,
    (
        Field("says", WORDS, "what must be true, in one sentence", "Every room is booked."),
        Field(
            "task",
            Reference(optional=True, kind="task"),
            "the task that makes it true, or none",
            "none",
        ),
    ),
)
GATE = Shape(
    "a gate",
    gate.Gate,
    (
        id_field("go-live-decision"),
        title_field("Do we go live?"),
        Field("milestone", MILESTONE, "the milestone that it decides", "go-no-go-go-live"),
        Field("deciders", References("seat"), "the seats that decide", "[lead-gp]"),
        Field("must_be_true", Several(CONDITION), "what must be true", "a list of conditions"),
        Field("may_stop", WORDS, "who may stop it", "Each of those who decide"),
        Field(
            "if_no", Sentences(), "what happens if the answer is no", "[The lead GP rings the ICB.]"
        ),
        SOURCE,
        REVIEWED,
    ),
)
PERIOD = Shape(
    "a period",
    period.Period,
    (
        id_field("quarter-end-june"),
        title_field("End of a quarter"),
        Field("first", period.DayOfYear(), "its first day, every year", "28 June"),
        Field("last", period.DayOfYear(), "its last day, every year", "2 July"),
        Field("why", WORDS, "what speaks against it, in one sentence", "Staff close the books."),
        SOURCE,
        REVIEWED,
    ),
)
RETIRED = Shape(
    "a retired id",
    history.Retired,
    (
        id_field("order-fax-paper"),
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
        id_field("order-smartcards"),
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
    Kind("choice", "Choices", "choices.yml", CHOICE),
    Kind("option", "Options", "choices.yml", OPTION, within="options"),
    Kind("gate", "Gates", "gates.yml", GATE),
    Kind("condition", "Conditions", "gates.yml", CONDITION, within="must_be_true"),
    Kind("period", "Periods", "periods.yml", PERIOD),
    Kind("retired", "Retired ids", "retired.yml", RETIRED, inside="retired"),
    Kind("renamed", "Renamed ids", "retired.yml", RENAMED, inside="renamed"),
    Kind("released", "Released ids", "released.yml", RELEASED),
)
