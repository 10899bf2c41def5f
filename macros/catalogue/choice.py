"""Questions to the reader whose answer gives a milestone another rule, or takes it away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Day

from .model import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer to a choice."""

    id: str
    title: str
    happens: bool
    rule: Rule | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A question whose answer gives a milestone another rule, or takes it away."""

    id: str
    title: str
    milestone: str
    standard: str | None
    options: tuple[Option, ...]
    reviewed: Day
