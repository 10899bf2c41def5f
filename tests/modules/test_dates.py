"""Dates: what may be typed, what is said about the rest, and counting, the same everywhere in the world."""

from __future__ import annotations

import json
import random
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

CASES = json.loads((Path(__file__).parents[1] / "cases/dates.json").read_text("utf-8"))
FIRST_DAY = date(1970, 1, 1)
SOME_DAYS = [
    date(2020, 1, 1) + timedelta(days=day)
    for day in sorted(random.Random(2027).sample(range(81 * 365), 400))
]


@pytest.mark.parametrize(("typed", "iso"), CASES["read"])
def test_a_date_is_read_day_first_however_it_is_written(module: Any, typed: str, iso: str) -> None:
    """Words, numbers, a weekday, stray spaces: all give the same day."""
    assert module("plan/dates.js").parseDate(typed) == {"date": iso}


@pytest.mark.parametrize(("typed", "problem"), CASES["refused"])
def test_what_is_no_date_is_refused_with_the_reason(
    module: Any, typed: str, problem: str
) -> None:
    """Each kind of mistake has a sentence of its own, in the words of the label."""
    assert module("plan/dates.js").parseDate(typed) == {"problem": problem}


@pytest.mark.parametrize(("typed", "label", "problem"), CASES["labels"])
def test_a_problem_names_the_field_that_it_stands_beside(
    module: Any, typed: str, label: str, problem: str
) -> None:
    """The label is said as it stands, and in small letters inside a sentence."""
    assert module("plan/dates.js").parseDate(typed, label) == {"problem": problem}


@pytest.mark.parametrize(("iso", "style", "words"), CASES["in_words"])
def test_a_date_is_said_in_words(module: Any, iso: str, style: str, words: str) -> None:
    """Three lengths: with the weekday in full, short, and without the year."""
    assert module("plan/dates.js").inWords(iso, style) == words


@pytest.mark.parametrize(("today", "go_live", "words"), CASES["to_go"])
def test_the_way_to_go_live_is_said_in_weeks_then_days(
    module: Any, today: str, go_live: str, words: str
) -> None:
    """Whole weeks, days in the last week, and the same afterwards."""
    assert module("plan/dates.js").weeksToGo(today, go_live) == words


def test_typed_dates_are_the_same_in_every_time_zone(module_anywhere: Any) -> None:
    """No browser's own time zone moves a day, nor do its clock changes."""
    dates = module_anywhere("plan/dates.js")

    read = dates.each("parseDate", [[typed] for typed, _ in CASES["read"]])

    assert read == [{"date": iso} for _, iso in CASES["read"]]


def test_days_are_counted_as_python_counts_them(module_anywhere: Any) -> None:
    """Day numbers, dates and distances agree with datetime in every time zone."""
    dates = module_anywhere("plan/dates.js")
    numbers = [(day - FIRST_DAY).days for day in SOME_DAYS]
    texts = [day.isoformat() for day in SOME_DAYS]

    assert dates.each("dayNumber", [[text] for text in texts]) == numbers
    assert dates.each("isoDate", [[number] for number in numbers]) == texts
    assert dates.each("daysBetween", [[texts[0], text] for text in texts]) == [
        number - numbers[0] for number in numbers
    ]


def test_words_agree_with_python_in_every_time_zone(module_anywhere: Any) -> None:
    """The weekday, the day and the month are right, and what is said can be typed again."""
    dates = module_anywhere("plan/dates.js")
    texts = [day.isoformat() for day in SOME_DAYS]
    words = [f"{day:%A} {day.day} {day:%B} {day.year}" for day in SOME_DAYS]

    assert dates.each("inWords", [[text] for text in texts]) == words
    assert dates.each("parseDate", [[said] for said in words]) == [
        {"date": text} for text in texts
    ]
