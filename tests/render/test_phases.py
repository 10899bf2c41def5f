"""The facts of a phase, the table of all, and the journey."""

from __future__ import annotations

import dataclasses

import pytest

from macros.catalogue import Catalogue
from macros.render.phases import journey, phase_facts, phase_overview

ESCAPED = "Cards &amp; &lt;keys&gt; &#34;today&#34; &#39;now&#39;"


def link(page: str) -> str:
    """Make an address that shows what was asked for."""
    return f"to/{page}?a&b"


def test_the_facts_of_a_phase(good: Catalogue) -> None:
    """Who, how long, when, what to have ready, and when it is done."""
    assert phase_facts(good, good.phase("kick-off")) == (
        '<dl class="app-facts" data-search-exclude>'
        "<div><dt>Who</dt><dd>The project team</dd></div>"
        "<div><dt>How long</dt><dd>One meeting</dd></div>"
        '<div><dt>When</dt><dd><phase-when data-phase="kick-off">'
        "Starts 14 weeks before Go Live</phase-when></dd></div>"
        "<div><dt>Ready first</dt><dd>A list of your third parties</dd></div>"
        "<div><dt>Done when</dt><dd>Every seat has a name.</dd></div></dl>"
    )


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("kick-off", "technical-survey", "Starts 14 weeks before Go Live"),
        ("kick-off", "kick-off", "14 weeks before Go Live"),
        ("go-live", "go-live", "On the day of Go Live"),
    ],
)
def test_when_a_phase_is(good: Catalogue, start: str, end: str, words: str) -> None:
    """A phase of one day does not start: it is on that day."""
    phase = dataclasses.replace(good.phase("kick-off"), start=start, end=end)

    shown = phase_facts(good, phase)

    assert f'<phase-when data-phase="kick-off">{words}</phase-when>' in shown


def test_the_facts_are_shown_as_text(awkward: Catalogue) -> None:
    """Markup in a fact stays text."""
    assert phase_facts(awkward, awkward.phase("kick-off")) == (
        '<dl class="app-facts" data-search-exclude>'
        f"<div><dt>Who</dt><dd>{ESCAPED}</dd></div>"
        f"<div><dt>How long</dt><dd>{ESCAPED}</dd></div>"
        '<div><dt>When</dt><dd><phase-when data-phase="kick-off">'
        "Starts 14 weeks before Go Live</phase-when></dd></div>"
        f"<div><dt>Ready first</dt><dd>{ESCAPED}</dd></div>"
        f"<div><dt>Done when</dt><dd>{ESCAPED}</dd></div></dl>"
    )


def test_the_table_of_phases(good: Catalogue) -> None:
    """One row a phase: what it is, its lengths, when it is, and a link to its page."""
    assert phase_overview(good, link) == (
        '<table class="app-overview"><caption>The fifteen phases</caption><thead><tr>'
        '<th scope="col">Phase</th><th scope="col">How long</th>'
        '<th scope="col">When</th></tr></thead><tbody>\n'
        '<tr><th scope="row"><a href="to/guide/kick-off.md?a&amp;b">Kick-off</a>'
        "<small>Everybody meets and shares out the work.</small></th><td>1 day to 2 weeks</td>"
        '<td><phase-when data-phase="kick-off">Starts 14 weeks before Go Live</phase-when></td>'
        '</tr>\n<tr><th scope="row"><a href="to/guide/training.md?a&amp;b">Training</a>'
        "<small>Everybody learns the new system.</small></th><td>Usually 10 working days</td>"
        '<td><phase-when data-phase="training">Starts 10 working days before Go Live'
        "</phase-when></td></tr></tbody></table>"
    )


def test_the_table_marks_go_live(good: Catalogue) -> None:
    """As the picture does."""
    phase = dataclasses.replace(good.phase("training"), start="go-live", end="go-live")

    shown = phase_overview(dataclasses.replace(good, phases=(phase,)), link)

    assert '<tr class="is-key"><th scope="row">' in shown
    assert '<phase-when data-phase="training">On the day of Go Live</phase-when>' in shown


def test_the_table_of_phases_is_text(awkward: Catalogue) -> None:
    """Markup in a title or summary stays text."""
    first = dataclasses.replace(awkward, phases=awkward.phases[:1])

    assert phase_overview(first, link).partition("<tbody>")[2] == (
        f'\n<tr><th scope="row"><a href="to/guide/kick-off.md?a&amp;b">{ESCAPED}</a>'
        f"<small>{ESCAPED}</small></th><td>1 day to 2 weeks</td>"
        '<td><phase-when data-phase="kick-off">Starts 14 weeks before Go Live</phase-when></td>'
        "</tr></tbody></table>"
    )


def test_the_journey_marks_the_phase_of_its_page(good: Catalogue) -> None:
    """For the eye and for a screen reader."""
    assert journey(good, link, "training") == (
        '<ol class="app-journey">\n'
        '<li data-phase="kick-off"><a href="to/guide/kick-off.md?a&amp;b">'
        "Kick-off<small>1 day to 2 weeks</small></a></li>\n"
        '<li data-phase="training" class="is-now">'
        '<a href="to/guide/training.md?a&amp;b" aria-current="page">'
        "Training<small>10 working days</small></a></li></ol>"
    )


def test_beside_other_pages_the_journey_marks_nothing(good: Catalogue) -> None:
    """The home page belongs to no phase."""
    assert journey(good, link, None) == (
        '<ol class="app-journey">\n'
        '<li data-phase="kick-off"><a href="to/guide/kick-off.md?a&amp;b">'
        "Kick-off<small>1 day to 2 weeks</small></a></li>\n"
        '<li data-phase="training"><a href="to/guide/training.md?a&amp;b">'
        "Training<small>10 working days</small></a></li></ol>"
    )


def test_a_phase_without_a_length_says_so(good: Catalogue) -> None:
    """In a sentence that starts with a capital, titles shown as text."""
    bare = dataclasses.replace(
        good.phase("kick-off"), title='<b>"A" & B</b>', minimum=None, maximum=None
    )

    assert journey(dataclasses.replace(good, phases=(bare,)), link, None) == (
        '<ol class="app-journey">\n'
        '<li data-phase="kick-off"><a href="to/guide/kick-off.md?a&amp;b">'
        "&lt;b&gt;&#34;A&#34; &amp; B&lt;/b&gt;<small>No set length</small></a></li></ol>"
    )
