"""NHS numbers are found in what is typed; other numbers are left alone."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest

CASES = json.loads((Path(__file__).parents[1] / "cases/nhs-numbers.json").read_text("utf-8"))


def has_right_check_digit(number: str) -> bool:
    """Work out the check digit as the NHS data dictionary describes it."""
    total = sum(
        int(digit) * weight for digit, weight in zip(number[:9], range(10, 1, -1), strict=True)
    )
    return (11 - total % 11) % 11 == int(number[9])


@pytest.mark.parametrize(("text", "number"), CASES["found"])
def test_an_nhs_number_is_found_as_it_is_written(module: Any, text: str, number: str) -> None:
    """Alone or in a sentence, with one separator between digits or none."""
    assert module("plan/checks.js").findNhsNumber(text) == number


@pytest.mark.parametrize("text", CASES["none"])
def test_other_numbers_are_left_alone(module: Any, text: str) -> None:
    """Telephone numbers, dates, wrong check digits and longer numbers are none."""
    assert module("plan/checks.js").findNhsNumber(text) == ""


def test_the_check_digit_agrees_with_its_definition(module: Any) -> None:
    """Of two thousand random ten digits, the same ones pass here and there."""
    chance = random.Random(11)
    numbers = [str(chance.randrange(10**9, 10**10)) for _ in range(2000)]

    found = module("plan/checks.js").each("findNhsNumber", [[number] for number in numbers])

    assert found == [number if has_right_check_digit(number) else "" for number in numbers]


def test_a_long_text_of_digits_takes_no_time(module: Any) -> None:
    """Twenty thousand digits, with and without spaces, are looked through at once."""
    checks = module("plan/checks.js")

    assert checks.each("findNhsNumber", [["1" * 20_000], ["1 " * 10_000]]) == ["", ""]
