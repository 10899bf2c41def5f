"""Writes docs/_data/bank-holidays.json: `make bank-holidays`. With `check`, complains in time.

The announced days come from the list of GOV.UK as the package govuk-bank-holidays carries it.
The days after those are only expected: the package holidays computes them.
Nothing is fetched. To have a newer list, raise the versions in requirements.in first.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from datetime import date
from importlib.metadata import version
from pathlib import Path

import holidays
from govuk_bank_holidays.bank_holidays import BankHolidays

FILE = Path(__file__).resolve().parent.parent / "docs/_data/bank-holidays.json"
SUBDIVISIONS = {"england-and-wales": "ENG", "scotland": "SCT", "northern-ireland": "NIR"}
FIRST_YEAR, LAST_YEAR = 2025, 2036
SOURCE = "https://www.gov.uk/bank-holidays"
NOTE = (
    "Made by `make bank-holidays`; do not change it by hand. "
    "Days after announced_until are expected and not announced."
)
FEWEST_MONTHS = 18
WHAT_TO_DO = (
    "Raise the versions of govuk-bank-holidays and holidays in requirements.in, run "
    "`make requirements` and `make bank-holidays`, read what changed, and propose it."
)
MADE_FROM = ("govuk-bank-holidays", "holidays")


def announced(division: str) -> list[date]:
    """List the days that GOV.UK announced, as the package carries them."""
    listed = BankHolidays(use_cached_holidays=True).get_holidays(division)
    return sorted({day["date"] for day in listed if day["date"].year >= FIRST_YEAR})


def expected(division: str, years: Iterable[int]) -> list[date]:
    """Compute the weekdays that are bank holidays by the rules in force."""
    computed = holidays.country_holidays("GB", subdiv=SUBDIVISIONS[division], years=years)
    return sorted(day for day in computed if day.weekday() < 5)


def both(division: str) -> tuple[list[date], date]:
    """Give every day of a division, and the last one that is announced."""
    known = announced(division)
    later = expected(division, range(known[-1].year, LAST_YEAR + 1))
    return [*known, *(day for day in later if day > known[-1])], known[-1]


def document() -> str:
    """Write the file: one day a line, so that a change of one day is a change of one line."""
    days = {division: both(division) for division in SUBDIVISIONS}
    record: Mapping[str, object] = {
        "note": NOTE,
        "source": SOURCE,
        "made_from": {name: version(name) for name in MADE_FROM},
        "announced_until": {name: last.isoformat() for name, (_, last) in days.items()},
        "days": {name: [day.isoformat() for day in found] for name, (found, _) in days.items()},
    }
    return json.dumps(record, indent=2) + "\n"


def months_left(today: date) -> int:
    """Count the whole months until the first division runs out of announced days."""
    record = json.loads(FILE.read_text("utf-8"))
    last = date.fromisoformat(min(record["announced_until"].values()))
    months = (last.year - today.year) * 12 + last.month - today.month
    return months - (last.day < today.day)


def main(arguments: list[str]) -> int:
    """Write the file, or check how long it will last."""
    if arguments == ["check"]:
        left = months_left(date.today())
        print(f"Bank holidays are announced for {left} more months.")
        if left < FEWEST_MONTHS:
            print(WHAT_TO_DO)
        return int(left < FEWEST_MONTHS)
    FILE.write_text(document(), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
