"""Busy times of the year: when each begins and ends, and why to keep a cutover out of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from .fields import Field, Known, Words

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
EASTER = "Easter Sunday"
A_USUAL_YEAR = 2027
_OF_A_MONTH = re.compile(r"([1-9]\d?) (\w+)")
_OF_EASTER = re.compile(rf"([1-9]\d?) days? (before|after) {EASTER}")


@dataclass(frozen=True, slots=True, kw_only=True)
class YearDay:
    """A day that comes every year: of a month, or so many days after Easter Sunday."""

    month: int
    day: int
    easter: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A busy time that comes every year. One that ends before it begins ends in the next year."""

    id: str
    title: str
    first: YearDay
    last: YearDay
    why: str
    source: str
    reviewed: date


class DayOfYear(Words):
    """A day without a year: '15 February', '7 days before Easter Sunday'."""

    def wrong(self, field: Field, text: str, known: Known) -> Iterator[tuple[str, str]]:
        """A day that every year has, or one counted from Easter."""
        if _read(text) is None:
            says = f"'{field.name}' must be a day of every year (found '{text}')."
            yield says, "For example: 15 February, or 7 days before Easter Sunday."

    def made(self, text: str) -> YearDay | None:
        """Make a day of the year."""
        return _read(text)


def _read(text: str) -> YearDay | None:
    if text == EASTER:
        return YearDay(month=0, day=0, easter=0)
    if counted := _OF_EASTER.fullmatch(text):
        days = int(counted[1])
        return YearDay(month=0, day=0, easter=-days if counted[2] == "before" else days)
    named = _OF_A_MONTH.fullmatch(text)
    if not named or named[2] not in MONTHS:
        return None
    month, day = MONTHS.index(named[2]) + 1, int(named[1])
    return YearDay(month=month, day=day, easter=None) if _is_every_year(month, day) else None


def _is_every_year(month: int, day: int) -> bool:
    try:
        date(A_USUAL_YEAR, month, day)
    except ValueError:
        return False
    return True
