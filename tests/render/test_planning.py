"""What stands below the dates without a script: words, busy times and gates."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from macros.catalogue import Catalogue, YearDay, load_catalogue
from macros.render.planning import date_clashes, date_limits, go_gates, part

DATA = Path(__file__).resolve().parents[2] / "tests/catalogue/good"
PAGES = Path(__file__).resolve().parents[2] / "tests/catalogue/pages"


@pytest.fixture(scope="module")
def good() -> Catalogue:
    return load_catalogue(DATA, docs=PAGES)


def link(page: str) -> str:
    return f"../{page}"


def test_an_element_has_its_place_and_its_words() -> None:
    """Who has no JavaScript is told what they miss."""
    assert str(part("move-go-live")) == (
        '<div class="app-part" data-search-exclude><move-go-live>'
        "<p>To see what another Go Live would move needs JavaScript.</p>"
        "</move-go-live></div>"
    )


def test_every_limit_stands_in_words_with_who_says_so(good: Catalogue) -> None:
    """The earliest and the latest day of each milestone that has one."""
    html = str(date_limits(good))

    assert "<li><b>Technical survey</b>: at the earliest " in html
    latest = "at the latest 5 working days after the kick-off meeting (Our planning default)."
    assert f", {latest}" in html
    assert "<b>Go Live</b>" not in html


def test_the_busy_times_stand_with_their_reasons(good: Catalogue) -> None:
    """In the order of the file, from the first day to the last."""
    assert str(date_clashes(good)) == (
        '<div class="app-part"><date-clashes><details><summary>Busy times of the year</summary>'
        "<ul>\n<li><b>Christmas and New Year</b>, 15 December to 7 January: "
        "Many people are on leave.</li></ul></details></date-clashes></div>"
    )


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (YearDay(month=6, day=30, easter=None), YearDay(month=6, day=30, easter=None), "30 June"),
        (
            YearDay(month=0, day=0, easter=-7),
            YearDay(month=0, day=0, easter=8),
            "7 days before Easter Sunday to 8 days after Easter Sunday",
        ),
        (YearDay(month=0, day=0, easter=0), YearDay(month=0, day=0, easter=0), "Easter Sunday"),
    ],
)
def test_a_day_of_the_year_is_said_as_it_was_written(
    good: Catalogue, first: YearDay, last: YearDay, words: str
) -> None:
    """Of a month, or counted from Easter; a single day is said once."""
    period = replace(good.periods[0], first=first, last=last)

    assert f"</b>, {words}: " in date_clashes(replace(good, periods=(period,)))


def test_a_gate_says_who_decides_and_leads_to_its_conditions(good: Catalogue) -> None:
    """The element counts ticks and keeps the record; the words are the guide's."""
    gate = good.gates[0]
    html = str(go_gates(good, link))

    assert f'data-gate="{gate.id}" data-at="{gate.milestone}"' in html
    assert f"<h3>{gate.title}</h3>" in html
    assert f'href="../guide/go-or-no-go.md#{gate.id}"' in html
    assert 'data-tasks="order-smartcards' in html


def test_what_is_answered_at_the_meeting_hangs_on_no_tick(good: Catalogue) -> None:
    """It is listed to be read aloud, and its gate counts only the tasks of the others."""
    html = str(go_gates(good, link))

    assert 'data-tasks="order-smartcards"' in html
    assert (
        "<details><summary>Answered at the meeting, of that day</summary>"
        "<ul><li>Nobody has asked for more time.</li></ul></details></section>"
    ) in html
