"""The catalogue as the rest of the program meets it: checked facts, and what follows from them.

Fields are what an editor typed, in the order in which they stand in the file.
Properties are computed. Knows no YAML, no files and no HTML.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date as Day
from typing import Literal

Unit = Literal["working-day", "day", "week", "month"]
Direction = Literal["before", "after", "on"]
RuleKind = Literal["event", "deadline", "start", "span", "contract", "series"]
Band = Literal["decide", "start", "later"]

BANDS: tuple[Band, ...] = ("decide", "start", "later")
OURS = "ours"
END = "/end"
GO_LIVE = "go-live"


class _Sourced:
    """What names the source that says so."""

    __slots__ = ()
    source: str

    @property
    def is_ours(self) -> bool:
        """Tell whether this is our own suggestion, which the page must say."""
        return self.source == OURS


class _Placed:
    """What has a place on a page of the guide: 'guide/kick-off.md#agenda'."""

    __slots__ = ()
    page: str

    @property
    def page_file(self) -> str:
        """Name the page's file below docs."""
        return self.page.partition("#")[0]

    @property
    def page_anchor(self) -> str:
        """Name the section of the page; empty when the whole page is meant."""
        return self.page.partition("#")[2]


class _Anchored(_Sourced):
    """What counts from a milestone."""

    __slots__ = ()
    anchor: str

    @property
    def anchor_milestone(self) -> str:
        """Name the milestone that this counts from."""
        return self.anchor.removesuffix(END)

    @property
    def is_from_end(self) -> bool:
        """Tell whether this counts from the milestone's last day and not from its first."""
        return self.anchor.endswith(END)


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """How long something takes."""

    amount: int
    unit: Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit(_Anchored):
    """A date that another may not pass, or the notice that a party needs."""

    anchor: str
    amount: int
    unit: Unit
    direction: Direction
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(_Anchored):
    """When something happens: '10 working days before final data production'."""

    anchor: str
    amount: int
    unit: Unit
    direction: Direction
    kind: RuleKind
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase(_Placed, _Sourced):
    """A stretch of the migration."""

    id: str
    title: str
    page: str
    minimum: Length | None
    usual: Length | None
    maximum: Length | None
    start: str
    end: str
    summary: str
    who: str
    how_long: str
    have_ready: str
    done_when: str
    source: str
    reviewed: Day


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """A dated event."""

    id: str
    title: str
    called: str
    phase: str
    rule: Rule | None
    end: Limit | None
    earliest: Limit | None
    latest: Limit | None
    gate: bool
    note: str | None
    reviewed: Day


@dataclass(frozen=True, slots=True, kw_only=True)
class Role(_Placed, _Sourced):
    """Who ticks."""

    id: str
    title: str
    page: str
    summary: str
    source: str
    reviewed: Day


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat(_Sourced):
    """A place in the team to fill."""

    id: str
    title: str
    does: str
    cover: bool
    source: str
    reviewed: Day


@dataclass(frozen=True, slots=True, kw_only=True)
class Party(_Sourced):
    """An organisation or service to notify."""

    id: str
    title: str
    what: str
    notice: Limit | None
    notice_dates: tuple[str, ...]
    off: str | None
    off_date: Limit | None
    on: str | None
    on_date: Limit | None
    test: str | None
    ask: str | None
    often_missed: bool
    link: str | None
    source: str
    reviewed: Day


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a fact comes from."""

    id: str
    title: str
    publisher: str
    date: str
    link: str | None
    licence: str | None
    reviewed: Day

    @property
    def is_ours(self) -> bool:
        """Tell whether this is the record of our own suggestions."""
        return self.id == OURS


@dataclass(frozen=True, slots=True, kw_only=True)
class Task(_Placed, _Sourced):
    """Something a person does and can tick."""

    id: str
    title: str
    phase: str
    band: Band | None
    roles: tuple[str, ...]
    due: Rule | None
    page: str
    why: str
    done_when: str
    safety: bool
    patient_data_risk: bool
    source: str
    reviewed: Day

    @property
    def anchor(self) -> str:
        """Name the task's address on its home page."""
        return f"task-{self.id}"

    @property
    def topic(self) -> str:
        """Name the section that explains the task: checklists by topic select on it."""
        return self.page


def written(model: type) -> tuple[str, ...]:
    """List a record's fields as they stand in the file, in their order."""
    return tuple(field.name.removesuffix("_") for field in fields(model))
