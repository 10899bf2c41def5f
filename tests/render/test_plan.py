"""The fillable parts of the plan, as they stand on paper."""

from __future__ import annotations

import dataclasses

import pytest

from macros.catalogue import Catalogue
from macros.render.plan import (
    choice_blank,
    date_fields,
    parties,
    plan_basics,
    seats,
    weekly_meeting,
    your_actions,
)

ESCAPED = "Cards &amp; &lt;keys&gt; &#34;today&#34; &#39;now&#39;"
SEATS_HEAD = (
    '<div class="app-part" data-part="seats" data-part-title="Who does what">'
    '<plan-fields class="app-seat-fields"><table class="app-seats"><caption>Seats to fill</caption>'
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


def address(page: str) -> str:
    """Where a page is, seen from a page one folder down."""
    return f"../{page}"


def with_cutover(catalogue: Catalogue) -> Catalogue:
    """The catalogue with the one choice that every plan starts with."""
    choice = dataclasses.replace(catalogue.choices[0], id="cutover", title="How long is it?")
    return dataclasses.replace(catalogue, choices=(choice,))


CUTOVER_BLANK = (
    '<div class="app-field" id="cutover" data-field="choices/cutover" data-type="choice" '
    'data-choices="[[&#34;&#34;,&#34;Not known yet&#34;],'
    "[&#34;same-week&#34;,&#34;In the week of the kick-off&#34;],"
    '[&#34;before-training&#34;,&#34;Before the training&#34;]]">How long is it?</div>'
)


def test_the_basics_of_a_plan(good: Catalogue) -> None:
    """Practice, note-taker, Go Live and cutover; how it stands; the meeting view and the file."""
    assert plan_basics(with_cutover(good), address) == (
        '<div class="app-part" data-part="plan" data-part-title="Your plan" data-search-exclude>'
        '<plan-fields class="app-fields">'
        '<div class="app-field" data-field="practice/name" data-type="text">Practice</div>'
        '<div class="app-field" data-field="choices/note-taker" data-type="text">'
        "Who takes the notes</div>"
        '<div class="app-field" data-field="goLive" data-type="date">Go Live date</div>'
        f"{CUTOVER_BLANK}</plan-fields>"
        '<date-summary><p><a href="../plan/dates.md">'
        "All dates and how each is worked out</a></p></date-summary>"
        '<div class="app-buttons"><meeting-view></meeting-view><plan-file></plan-file></div></div>'
    )


def test_a_plan_without_its_cutover_question_is_refused(good: Catalogue) -> None:
    """The page asks it by name, so a catalogue without it is a fault."""
    with pytest.raises(LookupError) as refused:
        plan_basics(good, address)

    assert refused.value.args[0] == "no choice 'cutover'. Choices are: survey-time."


def test_what_the_dates_hang_on(good: Catalogue) -> None:
    """Go Live, then every choice; bank holidays of elsewhere are folded away."""
    assert date_fields(with_cutover(good)) == (
        '<div class="app-part" data-search-exclude><plan-fields>'
        '<div class="app-fields app-fields--dates">'
        '<div class="app-field" data-field="goLive" data-type="date">Go Live date</div>'
        f"{CUTOVER_BLANK}</div><details>"
        "<summary>Bank holidays of another part of the United Kingdom</summary>"
        '<div class="app-field" data-field="division" data-type="choice" '
        'data-choices="[[&#34;&#34;,&#34;England and Wales&#34;],'
        "[&#34;scotland&#34;,&#34;Scotland&#34;],"
        '[&#34;northern-ireland&#34;,&#34;Northern Ireland&#34;]]">'
        "Bank holidays of</div></details></plan-fields></div>"
    )


def test_the_answer_that_holds_unless_another_is_chosen_stands_first(good: Catalogue) -> None:
    """And is kept as no answer, so that the guide may change it."""
    choice = dataclasses.replace(good.choices[0], standard="before-training")

    assert choice_blank(choice) == (
        '<div class="app-field" id="survey-time" data-field="choices/survey-time" '
        'data-type="choice" data-choices="[[&#34;&#34;,&#34;Before the training&#34;],'
        '[&#34;same-week&#34;,&#34;In the week of the kick-off&#34;]]">'
        "When can the new supplier survey?</div>"
    )


def test_a_choice_is_shown_as_text(good: Catalogue) -> None:
    """Markup in a question stays text, and a quotation mark in an answer ends no attribute."""
    choice = good.choices[0]
    answer = dataclasses.replace(choice.options[0], title='It\u2019s <b> & "so"')
    awkward = dataclasses.replace(choice, title="<i>?", options=(answer,))

    assert choice_blank(awkward) == (
        '<div class="app-field" id="survey-time" data-field="choices/survey-time" '
        'data-type="choice" data-choices="[[&#34;&#34;,&#34;Not known yet&#34;],'
        "[&#34;same-week&#34;,&#34;It\u2019s &lt;b&gt; &amp; \\&#34;so\\&#34;&#34;]]"
        '">&lt;i&gt;?</div>'
    )


def test_the_weekly_meeting() -> None:
    """Day, time, place, link, and the next one."""
    assert weekly_meeting() == (
        '<div class="app-part" data-part="weekly" data-part-title="Meet every week">'
        '<plan-fields class="app-fields">'
        '<div class="app-field" data-field="meetings/weekly/day" data-type="day">Day</div>'
        '<div class="app-field" data-field="meetings/weekly/time" data-type="text">Time</div>'
        '<div class="app-field" data-field="meetings/weekly/place" data-type="text">Place</div>'
        '<div class="app-field app-private" data-field="meetings/weekly/link" data-type="text">'
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
        "<small>Signs off the clinical data</small></th></tr>\n"
        '<tr data-seat="clerk"><th scope="row">Clerk<small>Types</small></th>'
        f"<td></td><td>Not needed</td></tr>{SEATS_FOOT}"
    )


def test_a_table_without_seats_is_a_table(good: Catalogue) -> None:
    """Empty, and whole."""
    assert seats(dataclasses.replace(good, seats=())) == SEATS_HEAD + SEATS_FOOT


def test_seats_are_shown_as_text(awkward: Catalogue) -> None:
    """Markup in a title stays a title."""
    assert seats(awkward) == (
        f'{SEATS_HEAD}\n<tr data-seat="lead-gp"><th scope="row">{ESCAPED}'
        f"<small>{ESCAPED}</small></th></tr>{SEATS_FOOT}"
    )


def test_the_third_parties(good: Catalogue) -> None:
    """Each with the notice that we suggest for it."""
    assert parties(good) == (
        f"{PARTIES_HEAD}\n"
        '<li class="app-task" data-party="pathology">'
        '<label><input type="checkbox">Pathology laboratory</label>'
        '<p class="app-task__why">Test results</p>'
        '<p class="app-task__due">We suggest notice 10 working days before Go Live</p></li>\n'
        '<li class="app-task" data-party="taxi">'
        '<label><input type="checkbox">Taxi firm</label>'
        '<p class="app-task__why">Lifts for patients</p>'
        f'<p class="app-task__due"></p></li>{PARTIES_FOOT}'
    )


def test_a_notice_that_others_ask_for_names_them(good: Catalogue) -> None:
    """A requirement is told from our suggestion by who published it, and when."""
    lab = good.party("pathology")
    notice = dataclasses.replace(lab.notice, source="guide-2019")

    shown = parties(dataclasses.replace(good, parties=(dataclasses.replace(lab, notice=notice),)))

    assert shown.count("otice") == 1
    assert (
        '<p class="app-task__due">Notice: 10 working days before Go Live '
        "(NHS Digital, May 2019)</p>"
    ) in shown


def test_third_parties_are_shown_as_text(awkward: Catalogue) -> None:
    """Markup in a name stays text."""
    assert parties(dataclasses.replace(awkward, parties=awkward.parties[1:])) == (
        f'{PARTIES_HEAD}\n<li class="app-task" data-party="taxi">'
        f'<label><input type="checkbox">{ESCAPED}</label>'
        f'<p class="app-task__why">{ESCAPED}</p><p class="app-task__due"></p></li>{PARTIES_FOOT}'
    )


def test_what_needs_a_script_says_so_without_one() -> None:
    """And says what to do instead."""
    assert your_actions() == (
        '<div class="app-part" data-part="actions" data-part-title="Your actions">'
        "<your-actions><p>The list of your actions needs JavaScript. "
        "Without it, print this page and write the owner and the date beside each task.</p>"
        "</your-actions></div>"
    )
