"""Ids that are gone, and ids that readers' plans may hold: what makes an id last."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Day
from typing import Literal, get_args

Kind = Literal[
    "phase", "milestone", "role", "seat", "party", "source", "task", "choice", "option", "gate"
]
KINDS_WITH_LASTING_IDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Retired:
    """An id that is gone for good."""

    id: str
    was: str
    on: Day
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Renamed:
    """An id that became another."""

    from_: str  # 'from' in the file: the word is Python's
    to: str
    on: Day

    @property
    def was(self) -> str:
        """Give the id that is gone."""
        return self.from_

    @property
    def now(self) -> str:
        """Give the id that took its place."""
        return self.to


@dataclass(frozen=True, slots=True, kw_only=True)
class Released:
    """An id that was published once, so that readers' plans may hold it."""

    kind: Kind
    id: str
