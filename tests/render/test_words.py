"""Durations and rules in words."""

from __future__ import annotations

import dataclasses

import pytest

from macros.catalogue import Catalogue, Length, Milestone, Rule, UnknownNameError
from macros.render.words import (
    amount_words,
    length_words,
    lengths_words,
    milestone_words,
    rule_sentence,
    rule_words,
)

DAY, TWO_DAYS = Length(amount=1, unit="day"), Length(amount=2, unit="day")
WEEK, TWO_WEEKS = Length(amount=1, unit="week"), Length(amount=2, unit="week")
WORKING_DAYS = Length(amount=10, unit="working-day")
MONTHS = Length(amount=3, unit="month")


def rule(
    anchor: str, amount: int, unit: str, direction: str = "before", kind: str = "event"
) -> Rule:
    """Make a rule as an editor types it."""
    return Rule(
        anchor=anchor, amount=amount, unit=unit, direction=direction, kind=kind, source="ours"
    )


@pytest.mark.parametrize(
    ("amount", "unit", "words"),
    [
        (1, "day", "1 day"),
        (2, "day", "2 days"),
        (1, "working-day", "1 working day"),
        (3, "working-day", "3 working days"),
        (1, "week", "1 week"),
        (14, "week", "14 weeks"),
        (1, "month", "1 month"),
        (90, "month", "90 months"),
        (0, "day", "0 days"),
    ],
)
def test_an_amount_is_in_the_singular_for_one_only(amount: int, unit: str, words: str) -> None:
    """Numerals from 1, and the unit in English."""
    assert amount_words(amount, unit) == words


@pytest.mark.parametrize(
    ("minimum", "usual", "maximum", "words"),
    [
        # a range
        (DAY, None, TWO_DAYS, "1 to 2 days"),
        (WEEK, None, TWO_WEEKS, "1 to 2 weeks"),
        (DAY, None, TWO_WEEKS, "1 day to 2 weeks"),
        (WORKING_DAYS, None, MONTHS, "10 working days to 3 months"),
        # the usual length says nothing where shortest and longest are known
        (WEEK, TWO_DAYS, TWO_WEEKS, "1 to 2 weeks"),
        # one length
        (DAY, None, DAY, "1 day"),
        (None, WORKING_DAYS, None, "10 working days"),
        (WEEK, WORKING_DAYS, None, "10 working days"),
        (WEEK, None, None, "1 week"),
        (None, None, TWO_WEEKS, "2 weeks"),
        # none
        (None, None, None, "no set length"),
    ],
)
def test_a_length_runs_from_the_shortest_to_the_longest(
    good: Catalogue,
    minimum: Length | None,
    usual: Length | None,
    maximum: Length | None,
    words: str,
) -> None:
    """A unit that both share is said once."""
    phase = dataclasses.replace(good.phases[0], minimum=minimum, usual=usual, maximum=maximum)

    assert length_words(phase) == words


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (rule("go-live", 14, "week"), "14 weeks before Go Live"),
        (rule("go-live", 1, "day", "after"), "1 day after Go Live"),
        (rule("kick-off", 3, "working-day", "after"), "3 working days after the kick-off meeting"),
        (rule("core-training", 2, "week"), "2 weeks before core training"),
        (
            rule("core-training/end", 1, "month", "after"),
            "1 month after the end of core training",
        ),
        (rule("kick-off", 0, "day", "on"), "at the kick-off meeting"),
        (rule("go-live", 0, "day", "on"), "on the day of Go Live"),
        (rule("technical-survey", 0, "day", "on"), "on the day of the technical survey"),
        (rule("go-live", 0, "working-day", "before"), "on the day of Go Live"),
    ],
)
def test_a_rule_says_how_long_before_or_after_what(good: Catalogue, said: Rule, words: str) -> None:
    """A meeting has an article, Go Live keeps its capitals, and nothing is 0 days away."""
    assert rule_words(good, said) == words


def test_a_limit_is_said_as_a_rule_is(good: Catalogue) -> None:
    """The notice that a party needs is counted in the same words."""
    assert rule_words(good, good.party("pathology").notice) == "10 working days before Go Live"


def test_a_rule_from_an_unknown_milestone_names_the_nearest(good: Catalogue) -> None:
    """And says which there are."""
    with pytest.raises(UnknownNameError) as refused:
        rule_words(good, rule("kickoff", 1, "day"))

    assert str(refused.value) == (
        "no milestone 'kickoff'. Did you mean 'kick-off'? "
        "Milestones are: kick-off, technical-survey, core-training, ready, go-live."
    )


@pytest.mark.parametrize(
    ("milestone", "words"),
    [
        ("kick-off", "14 weeks before Go Live"),
        ("technical-survey", "3 working days after the kick-off meeting"),
        ("go-live", "the date that you choose"),
    ],
)
def test_a_milestone_is_said_by_its_rule(good: Catalogue, milestone: str, words: str) -> None:
    """Go Live alone has none."""
    found: Milestone = good.milestone(milestone)

    assert milestone_words(good, found) == words


@pytest.mark.parametrize(
    ("kind", "amount", "direction", "words"),
    [
        ("deadline", 2, "after", "By 2 weeks after the kick-off meeting"),
        ("event", 2, "after", "2 weeks after the kick-off meeting"),
        ("start", 2, "before", "2 weeks before the kick-off meeting"),
        ("deadline", 0, "on", "At the kick-off meeting"),
        ("event", 0, "on", "At the kick-off meeting"),
    ],
)
def test_a_task_that_has_a_deadline_is_due_by_it(
    good: Catalogue, kind: str, amount: int, direction: str, words: str
) -> None:
    """What is due at a meeting is due at it, not by it."""
    due = rule("kick-off", amount, "week", direction, kind)

    assert rule_sentence(good, due) == words


@pytest.mark.parametrize(
    ("anchor", "kind", "words"),
    [
        ("technical-survey", "deadline", "By the technical survey"),
        ("core-training/end", "deadline", "By the end of core training"),
        ("core-training/end", "event", "At the end of core training"),
        ("go-live", "deadline", "By Go Live"),
        ("go-live", "event", "On the day of Go Live"),
    ],
)
def test_a_task_without_an_amount_is_due_by_the_milestone_or_on_its_day(
    good: Catalogue, anchor: str, kind: str, words: str
) -> None:
    """A deadline may be met before; an event happens that day."""
    assert rule_sentence(good, rule(anchor, 0, "day", "on", kind)) == words


@pytest.mark.parametrize(
    ("minimum", "usual", "maximum", "words"),
    [
        # all three
        (DAY, DAY, DAY, "1 day"),
        (WEEK, TWO_WEEKS, TWO_WEEKS, "1 to 2 weeks, usually 2"),
        (DAY, WEEK, TWO_WEEKS, "1 day to 2 weeks, usually 1 week"),
        (WEEK, WORKING_DAYS, TWO_WEEKS, "1 to 2 weeks, usually 10 working days"),
        # two of them
        (DAY, None, TWO_DAYS, "1 to 2 days"),
        (DAY, None, DAY, "1 day"),
        (DAY, TWO_DAYS, None, "At least 1 day, usually 2"),
        (None, WEEK, MONTHS, "At most 3 months, usually 1 week"),
        # one of them, or none
        (DAY, None, None, "At least 1 day"),
        (None, WORKING_DAYS, None, "Usually 10 working days"),
        (None, None, MONTHS, "At most 3 months"),
        (None, None, None, "No set length"),
    ],
)
def test_shortest_usual_and_longest_are_said(
    good: Catalogue,
    minimum: Length | None,
    usual: Length | None,
    maximum: Length | None,
    words: str,
) -> None:
    """All that is known, and a unit once where they share it."""
    phase = dataclasses.replace(
        good.phase("kick-off"), minimum=minimum, usual=usual, maximum=maximum
    )

    assert lengths_words(phase) == words
