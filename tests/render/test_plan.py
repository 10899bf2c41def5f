"""The fillable parts of the plan, as they stand on paper."""

from __future__ import annotations

import dataclasses

from macros.catalogue import Catalogue
from macros.render.plan import (
    parties,
    plan_basics,
    plan_file,
    seats,
    weekly_meeting,
    your_actions,
)

ESCAPED = "Cards &amp; &lt;keys&gt; &#34;today&#34; &#39;now&#39;"
SEATS_HEAD = (
    '<div class="app-part" data-part="seats" data-part-title="Who does what">'
    '<plan-fields><table class="app-seats"><caption>Seats to fill</caption>'
    '<thead><tr><th scope="col">Seat</th><th scope="col">Name</th>'
    '<th scope="col">Cover</th><th scope="col">Organisation, contact</th>'
    "</tr></thead><tbody>"
)
SEATS_FOOT = "</tbody></table></plan-fields></div>"
PARTIES_HEAD = (
    '<div class="app-part" data-part="parties" data-part-title="Third parties">'
    '<plan-parties class="app-checklist"><p class="app-checklist__count">'
    "Tick each one that you use</p><ul>"
)
PARTIES_FOOT = "</ul></plan-parties></div>"


def test_the_basics_of_a_plan() -> None:
    """Practice, note-taker and Go Live date."""
    assert plan_basics() == (
        '<div class="app-part" data-part="plan" data-part-title="Your plan" data-search-exclude>'
        '<plan-fields class="app-fields">'
        '<div class="app-field" data-field="practice/name" data-type="text">Practice</div>'
        '<div class="app-field" data-field="choices/note-taker" data-type="text">'
        "Who takes the notes</div>"
        '<div class="app-field" data-field="goLive" data-type="date">Go Live date</div>'
        "</plan-fields><meeting-view></meeting-view></div>"
    )


def test_the_weekly_meeting() -> None:
    """Day, time, place, link, and the next one."""
    assert weekly_meeting() == (
        '<div class="app-part" data-part="weekly" data-part-title="Meet every week">'
        '<plan-fields class="app-fields">'
        '<div class="app-field" data-field="meetings/weekly/day" data-type="day">Day</div>'
        '<div class="app-field" data-field="meetings/weekly/time" data-type="text">Time</div>'
        '<div class="app-field" data-field="meetings/weekly/place" data-type="text">Place</div>'
        '<div class="app-field" data-field="meetings/weekly/link" data-type="text">'
        "Link or dial-in</div>"
        '<div class="app-field" data-field="meetings/next/date" data-type="date">'
        "Next meeting</div></plan-fields></div>"
    )


def test_the_table_of_seats(good: Catalogue) -> None:
    """One row a seat; a seat that needs no cover says so."""
    lead = good.seat("lead-gp")
    clerk = dataclasses.replace(lead, id="clerk", title="Clerk", does="Types", cover=False)

    assert seats(dataclasses.replace(good, seats=(lead, clerk))) == (
        f"{SEATS_HEAD}\n"
        '<tr data-seat="lead-gp"><th scope="row">Lead GP'
        "<small>Signs off the clinical data</small></th><td></td><td></td><td></td></tr>\n"
        '<tr data-seat="clerk"><th scope="row">Clerk<small>Types</small></th>'
        f"<td></td><td>Not needed</td><td></td></tr>{SEATS_FOOT}"
    )


def test_a_table_without_seats_is_a_table(good: Catalogue) -> None:
    """Empty, and whole."""
    assert seats(dataclasses.replace(good, seats=())) == SEATS_HEAD + SEATS_FOOT


def test_seats_are_shown_as_text(awkward: Catalogue) -> None:
    """Markup in a title stays a title."""
    assert seats(awkward) == (
        f'{SEATS_HEAD}\n<tr data-seat="lead-gp"><th scope="row">{ESCAPED}'
        f"<small>{ESCAPED}</small></th><td></td><td></td><td></td></tr>{SEATS_FOOT}"
    )


def test_the_third_parties(good: Catalogue) -> None:
    """Each with the notice that it needs, and what to ask it."""
    assert parties(good) == (
        f"{PARTIES_HEAD}\n"
        '<li class="app-task" data-party="pathology">'
        '<label><input type="checkbox" autocomplete="off">Pathology laboratory</label>'
        '<p class="app-task__why">Test results</p><details><summary>Details</summary>'
        "Ask what notice they need, and who will reply.</details>"
        '<p class="app-task__due">Notice: 10 working days before Go Live</p></li>\n'
        '<li class="app-task" data-party="taxi">'
        '<label><input type="checkbox" autocomplete="off">Taxi firm</label>'
        '<p class="app-task__why">Lifts for patients</p><details><summary>Details</summary>'
        "Ask whether they need to know.</details>"
        f'<p class="app-task__due"></p></li>{PARTIES_FOOT}'
    )


def test_third_parties_are_shown_as_text(awkward: Catalogue) -> None:
    """Markup in a name or a question stays text."""
    assert parties(dataclasses.replace(awkward, parties=awkward.parties[1:])) == (
        f'{PARTIES_HEAD}\n<li class="app-task" data-party="taxi">'
        f'<label><input type="checkbox" autocomplete="off">{ESCAPED}</label>'
        f'<p class="app-task__why">{ESCAPED}</p><details><summary>Details</summary>'
        f'{ESCAPED}</details><p class="app-task__due"></p></li>{PARTIES_FOOT}'
    )


def test_what_needs_a_script_says_so_without_one() -> None:
    """And says what to do instead, or what is not kept."""
    assert your_actions() == (
        '<div class="app-part" data-part="actions" data-part-title="Your actions">'
        "<your-actions><p>The list of your actions needs JavaScript. "
        "Without it, print this page and write the owner and the date beside each task.</p>"
        "</your-actions></div>"
    )
    assert plan_file() == (
        '<div class="app-part"><plan-file><p>Saving needs JavaScript. '
        "Nothing that you tick is kept without it.</p></plan-file></div>"
    )
