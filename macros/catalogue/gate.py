"""Decisions to go on or to stop: who decides, what must be true, and what follows a no."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Day


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """What must be true at a gate, and the task that makes it so; without one, it is asked then."""

    says: str
    task: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """A decision to go on or to stop."""

    id: str
    title: str
    milestone: str
    deciders: tuple[str, ...]
    must_be_true: tuple[Condition, ...]
    may_stop: str
    if_no: tuple[str, ...]
    source: str
    reviewed: Day

    @property
    def of_tasks(self) -> tuple[Condition, ...]:
        """List what a task makes true, done before the meeting."""
        return tuple(one for one in self.must_be_true if one.task)

    @property
    def of_the_day(self) -> tuple[Condition, ...]:
        """List what is answered at the meeting: no earlier tick answers it."""
        return tuple(one for one in self.must_be_true if not one.task)
