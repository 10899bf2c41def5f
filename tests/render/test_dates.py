"""The page of dates as it stands without a script: rules in words, and places for the rest."""

from __future__ import annotations

import dataclasses

from macros.catalogue import Catalogue
from macros.render.dates import date_needs, date_summary, todays_work, where_now, your_dates

ESCAPED = "Cards &amp; &lt;keys&gt; &#34;today&#34; &#39;now&#39;"
HEAD = (
    '<div class="app-part" data-search-exclude><date-table><table class="app-dates">'
    "<caption>Your dates</caption><thead><tr>"
    '<th scope="col">Milestone</th><th scope="col">Date</th>'
    '<th scope="col">How it is worked out</th><th scope="col">State</th>'
    "</tr></thead>"
)
FOOT = "</table></date-table></div>"


def test_the_summary_leads_to_all_the_dates() -> None:
    """Without a script there is nothing but the way there."""
    assert date_summary(lambda page: f"../{page}") == (
        '<date-summary><p><a href="../plan/dates.md">'
        "All dates and how each is worked out</a></p></date-summary>"
    )


def test_the_places_of_what_needs_a_script() -> None:
    """What needs the reader is empty without one; the questions say why they are not there."""
    assert date_needs() == (
        '<div class="app-part app-needs" data-search-exclude><date-needs></date-needs></div>'
    )
    assert where_now() == (
        '<div class="app-part" id="where-now" data-search-exclude><where-now>'
        "<p>The questions need JavaScript.</p></where-now></div>"
    )


def test_the_place_of_what_is_due_today_leads_to_a_date() -> None:
    """Until there is one, and without a script."""
    assert todays_work(lambda page: f"../{page}") == (
        '<div class="app-part is-whole" data-search-exclude><todays-work><p>'
        '<a href="../plan/dates.md">Enter your Go Live date</a>, '
        "and this place says what your plan asks for each day.</p></todays-work></div>"
    )


def test_the_table_of_dates(good: Catalogue) -> None:
    """A row for each milestone, by phase: its rule, whose rule that is, and room for its date."""
    assert your_dates(good) == (
        f"{HEAD}\n"
        '<tbody><tr><th scope="rowgroup" colspan="4" class="app-dates__phase">Kick-off</th></tr>\n'
        '<tr id="date-kick-off" data-milestone="kick-off">'
        '<th scope="row">Kick-off meeting</th><td></td>'
        "<td><span>14 weeks before Go Live</span><small>Our planning default</small></td>"
        "<td></td></tr>\n"
        '<tr id="date-technical-survey" data-milestone="technical-survey">'
        '<th scope="row">Technical survey'
        "<small>Depends on your supplier</small></th><td></td>"
        "<td><span>3 working days after the kick-off meeting</span>"
        "<small>Practice migration guide</small></td><td></td></tr></tbody>\n"
        '<tbody><tr><th scope="rowgroup" colspan="4" class="app-dates__phase">Training</th></tr>\n'
        '<tr id="date-core-training" data-milestone="core-training">'
        '<th scope="row">Core training</th><td></td>'
        "<td><span>10 working days before Go Live, to 1 working day before Go Live</span>"
        "<small>Our planning default</small></td><td></td></tr>\n"
        '<tr id="date-ready" data-milestone="ready">'
        '<th scope="row">ICB told that staff are ready</th><td></td>'
        "<td><span>At the end of core training</span>"
        "<small>Our planning default</small></td><td></td></tr>\n"
        '<tr id="date-go-live" data-milestone="go-live" class="is-key">'
        '<th scope="row">Go Live</th><td></td>'
        "<td><span>The date that you choose</span><small></small></td><td></td></tr></tbody>"
        f"{FOOT}"
    )


def test_a_span_counted_from_its_own_start_says_only_when_it_starts(good: Catalogue) -> None:
    """Its length is said with its phase."""
    training = good.milestone("core-training")
    end = dataclasses.replace(training.end, anchor="core-training", direction="after")
    changed = dataclasses.replace(training, end=end)

    shown = your_dates(dataclasses.replace(good, milestones=(changed, *good.milestones[3:])))

    assert "<span>10 working days before Go Live</span>" in shown


def test_titles_and_notes_are_shown_as_text(awkward: Catalogue) -> None:
    """Markup in a title, a note or a source stays text."""
    kick_off = dataclasses.replace(awkward.milestone("kick-off"), phase="another")
    texts = dict.fromkeys(("title", "note"), """Cards & <keys> "today" 'now'""")
    survey = dataclasses.replace(awkward.milestone("technical-survey"), **texts)

    shown = your_dates(
        dataclasses.replace(awkward, phases=awkward.phases[:1], milestones=(kick_off, survey))
    )

    assert shown == (
        f"{HEAD}\n"
        '<tbody><tr><th scope="rowgroup" colspan="4" class="app-dates__phase">'
        f"{ESCAPED}</th></tr>"
        '\n<tr id="date-technical-survey" data-milestone="technical-survey">'
        f'<th scope="row">{ESCAPED}'
        f"<small>{ESCAPED}</small></th><td></td>"
        "<td><span>3 working days after the kick-off meeting</span>"
        f"<small>{ESCAPED}</small></td><td></td></tr></tbody>{FOOT}"
    )
