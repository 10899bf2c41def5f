"""The committed bank holidays are those of the two packages that they were made from."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from tools import bank_holidays

ROOT = Path(__file__).resolve().parents[2]
COMMITTED = json.loads((ROOT / "docs/_data/bank-holidays.json").read_text("utf-8"))
DIVISIONS = ("england-and-wales", "scotland", "northern-ireland")

# The packages differ in one day, now past, which is not in GOV.UK's list as packaged.
# The announced list holds.
NOT_ANNOUNCED = {"scotland": {date(2026, 6, 15)}}


def days_of(division: str, until: str = "9999") -> set[date]:
    return {date.fromisoformat(day) for day in COMMITTED["days"][division] if day <= until}


@pytest.mark.parametrize("division", DIVISIONS)
def test_announced_days_are_those_that_gov_uk_announced(division: str) -> None:
    """As the package carries its list."""
    until = COMMITTED["announced_until"][division]

    assert days_of(division, until) == set(bank_holidays.announced(division))


@pytest.mark.parametrize("division", DIVISIONS)
def test_announced_days_are_those_that_the_rules_give(division: str) -> None:
    """The other package, which counts by rules, has the same days."""
    until = COMMITTED["announced_until"][division]
    computed = set(bank_holidays.expected(division, range(2025, int(until[:4]) + 1)))

    assert computed - days_of(division, until) == NOT_ANNOUNCED.get(division, set())
    assert days_of(division, until) - computed == set()


def test_the_file_is_what_the_command_writes() -> None:
    """Nobody changed it by hand, and it was made with the packages that are pinned."""
    assert bank_holidays.FILE.read_text("utf-8") == bank_holidays.document()


@pytest.mark.parametrize("division", DIVISIONS)
def test_each_year_has_its_days_on_weekdays_and_in_order(division: str) -> None:
    """Eight in England and Wales, nine in Scotland, ten in Northern Ireland."""
    days = sorted(days_of(division))
    usual = dict(zip(DIVISIONS, (8, 9, 10), strict=True))[division]

    assert COMMITTED["days"][division] == [day.isoformat() for day in days]
    assert [day for day in days if day.isoweekday() > 5] == []
    counts = {year: sum(day.year == year for day in days) for year in range(2025, 2037)}
    assert {year: count for year, count in counts.items() if count != usual} == {}


def test_the_file_names_its_sources() -> None:
    """Where the days come from and with what they were made."""
    assert COMMITTED["source"] == "https://www.gov.uk/bank-holidays"
    assert COMMITTED["made_from"].keys() == {"govuk-bank-holidays", "holidays"}
    assert COMMITTED["days"].keys() == COMMITTED["announced_until"].keys() == set(DIVISIONS)


@pytest.mark.parametrize(
    ("today", "months"),
    [("2026-11-22", 25), ("2027-06-26", 18), ("2027-06-27", 17), ("2028-12-26", 0)],
)
def test_the_months_that_are_left_are_counted_whole(today: str, months: int) -> None:
    """The workflow complains below eighteen."""
    assert bank_holidays.months_left(date.fromisoformat(today)) == months
