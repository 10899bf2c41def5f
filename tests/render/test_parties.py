"""The third parties with all that is known of each."""

from __future__ import annotations

import dataclasses

import pytest

from macros.catalogue import Catalogue
from macros.render.parties import NOTICE_UNKNOWN, OLD, OURS, SILENT, party_facts
from macros.render.words import milestone_words
from tests.conftest import our_catalogue

ESCAPED = "Cards &amp; &lt;keys&gt; &#34;today&#34; &#39;now&#39;"
HEAD = (
    '<div class="app-part" data-part="parties" data-part-title="Third parties">'
    '<plan-parties class="app-checklist app-checklist--facts"><p class="app-checklist__count">'
    "Tick each one that you use</p><ul>"
)
FOOT = "</ul></plan-parties></div>"


def fact(term: str, words: str) -> str:
    """A term and what is said of it."""
    return f"<div><dt>{term}</dt><dd>{words}</dd></div>"


def test_the_facts_of_the_third_parties(good: Catalogue) -> None:
    """What is known, what is not, what is ours, what is often missed, and who says so."""
    lab = (
        '\n<li class="app-task" id="party-pathology" data-party="pathology">'
        '<label><input type="checkbox">Pathology laboratory</label>'
        '<p class="app-task__why">Test results</p><dl>'
        + fact("Off", "Results stop two days before.")
        + fact("On", SILENT)
        + fact("Test", "Send one test message.")
        + fact("How sure", OLD)
        + "</dl><details><summary>Details</summary>Source: "
        '<a href="https://www.england.nhs.uk/" rel="noreferrer">Practice migration guide</a> '
        "(NHS Digital).</details>"
        '<p class="app-task__due">We suggest notice 10 working days before Go Live</p></li>'
    )
    taxi = (
        '\n<li class="app-task" id="party-taxi" data-party="taxi">'
        '<label><input type="checkbox">Taxi firm</label><p class="app-task__why">'
        '<strong class="app-tag">Often missed</strong> Lifts for patients</p><dl>'
        + fact("Off", SILENT)
        + fact("On", SILENT)
        + fact("Test", SILENT)
        + fact("Ask", "Ask whether they need to know.")
        + fact("How sure", OURS)
        + "</dl><details><summary>Details</summary>"
        "Source: Our planning default (This guide).</details>"
        f'<p class="app-task__due">{NOTICE_UNKNOWN}</p></li>'
    )

    assert party_facts(good) == HEAD + lab + taxi + FOOT


def test_a_page_that_says_more_is_named_beside_the_source(good: Catalogue) -> None:
    """Once, where it is not the source itself."""
    taxi = dataclasses.replace(good.party("taxi"), link="guide-2019")

    shown = party_facts(dataclasses.replace(good, parties=(taxi,)))

    assert (
        "Source: Our planning default (This guide). More: "
        '<a href="https://www.england.nhs.uk/" rel="noreferrer">Practice migration guide</a> '
        "(NHS Digital).</details>"
    ) in shown


def test_a_party_that_is_told_at_its_own_milestones_says_so(good: Catalogue) -> None:
    """In their words, with what the party itself asks for as the last day."""
    lab = dataclasses.replace(good.party("pathology"), notice_dates=("kick-off", "core-training"))

    shown = party_facts(dataclasses.replace(good, parties=(lab,)))

    rules = [milestone_words(good, good.milestone(id)) for id in lab.notice_dates]
    assert (
        f'<p class="app-task__due">We suggest notice {rules[0]}, and {rules[1]}. '
        "At the latest: 10 working days before Go Live (This guide)</p>"
    ) in shown


@pytest.mark.parametrize(
    ("dated", "is_old"),
    [("May 2019", True), ("2021", True), ("2019 to 2025", False), ("undated", False)],
)
def test_an_old_source_is_told_from_a_newer_one(good: Catalogue, dated: str, is_old: bool) -> None:
    """By its last year; one without a date is not called old."""
    sources = tuple(
        dataclasses.replace(one, date=dated) if one.id == "guide-2019" else one
        for one in good.sources
    )

    shown = party_facts(dataclasses.replace(good, sources=sources))

    assert (OLD in shown) is is_old


def test_facts_are_shown_as_text(awkward: Catalogue) -> None:
    """Markup in a name or a question stays text."""
    shown = party_facts(dataclasses.replace(awkward, parties=awkward.parties[1:]))

    assert shown.count(ESCAPED) == 6  # title, what, ask; title, publisher, date of the source


def test_each_of_ours_says_what_stops_starts_and_proves_that_it_works() -> None:
    """Or that no source says, which is then the question for the new supplier."""
    shown = party_facts(our_catalogue())

    for term in ("Off", "On", "Test", "Ask"):
        assert shown.count(f"<dt>{term}</dt>") == shown.count("data-party=")
