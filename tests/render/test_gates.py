"""The decisions to go on or to stop, and the sheet for each."""

from __future__ import annotations

import dataclasses

import pytest

from macros.catalogue import Catalogue
from macros.render.gates import gates

AWKWARD = """Cards & <keys> "today" 'now'"""
ESCAPED = "Cards &amp; &lt;keys&gt; &#34;today&#34; &#39;now&#39;"
SHEET = (
    '<table class="app-gate__sheet"><caption class="app-hidden">Sheet for the decision</caption>'
    '<thead><tr><th scope="col">Who decides</th><th scope="col">Name</th>'
    '<th scope="col">Go or stop</th><th scope="col">Date, time</th>'
    '<th scope="col">Signature</th></tr></thead><tbody>'
    '\n<tr><th scope="row">Practice, and its Go Live date</th><td colspan="4"></td></tr>'
)
FOOT = (
    '\n<tr><th scope="row">Anyone else who may stop it</th>'
    "<td></td><td></td><td></td><td></td></tr>"
    '\n<tr><th scope="row">The decision of all, and why</th><td colspan="4"></td></tr>'
    '\n<tr><th scope="row">If no: new date, or by when</th><td colspan="4"></td></tr>'
    '\n<tr><th scope="row">Where this sheet is kept</th><td colspan="4"></td></tr>'
    "</tbody></table></section>\n"
)


def address(page: str) -> str:
    """Where a page is, seen from a page one folder down."""
    return f"../{page}"


def test_a_gate_says_all_that_a_decision_needs(good: Catalogue) -> None:
    """When, what must be true and by which task, who may stop it, what follows, and a sheet."""
    assert gates(good, address) == (
        '\n<section class="app-gate" data-gate="ready-to-go-on">'
        '<h2 id="ready-to-go-on">Gate 1: Are staff ready?</h2>'
        "<p>ICB told that staff are ready: at the end of core training. "
        "Who decides, and what must be true, is our suggestion.</p>"
        "<h3>What must be true</h3><p>Done before the meeting:</p>"
        "<ul><li>Every new starter has a smartcard. "
        '<a href="../guide/kick-off.md#task-order-smartcards">'
        "Task: Order smartcards for new starters</a></li></ul>"
        "<p>Answered at the meeting, of that day:</p>"
        "<ul><li>Nobody has asked for more time.</li></ul>"
        "<h3>Who may stop it</h3><p>Each of those who decide.</p>"
        "<h3>If the answer is no</h3>"
        "<ol><li>The lead GP rings the ICB.</li><li>A new day is agreed.</li></ol>"
        "<h3>The decision</h3><p><strong>Even if everything above is ticked, "
        "that does not mean that it is safe to go live. "
        "The decision belongs to: Lead GP.</strong></p>"
        f'{SHEET}\n<tr><th scope="row">Lead GP</th><td></td><td></td><td></td><td></td></tr>{FOOT}'
    )


def test_gates_are_counted_and_each_decider_has_a_line(good: Catalogue) -> None:
    """One section a gate; the sentence names all who decide."""
    clerk = dataclasses.replace(good.seat("lead-gp"), id="clerk", title="Clerk")
    gate = dataclasses.replace(good.gates[0], deciders=("lead-gp", "clerk"))
    twice = dataclasses.replace(good, seats=(*good.seats, clerk), gates=(gate, gate))

    shown = gates(twice, address)

    assert [shown.count(f">Gate {number}: ") for number in (1, 2, 3)] == [1, 1, 0]
    assert shown.count("The decision belongs to: Lead GP, Clerk.</strong>") == 2
    assert shown.count('<th scope="row">Clerk</th><td></td><td></td><td></td><td></td>') == 2


def test_what_a_source_says_is_not_called_ours(good: Catalogue) -> None:
    """The sentence stands only where it is true."""
    gate = dataclasses.replace(good.gates[0], source="guide-2019")

    assert "our suggestion" not in gates(dataclasses.replace(good, gates=(gate,)), address)


@pytest.mark.parametrize("field", ["title", "may_stop"])
def test_a_gate_is_shown_as_text(good: Catalogue, field: str) -> None:
    """Markup in a word stays a word."""
    gate = dataclasses.replace(good.gates[0], **{field: AWKWARD})

    shown = gates(dataclasses.replace(good, gates=(gate,)), address)

    assert f">{ESCAPED}</p>" in shown or f": {ESCAPED}</h2>" in shown
    assert AWKWARD not in shown


def test_sentences_are_shown_as_text(good: Catalogue) -> None:
    """In a condition and in a step, too."""
    condition = dataclasses.replace(good.gates[0].must_be_true[1], says=AWKWARD)
    gate = dataclasses.replace(good.gates[0], must_be_true=(condition,), if_no=(AWKWARD,))

    shown = gates(dataclasses.replace(good, gates=(gate,)), address)

    assert shown.count(f"<li>{ESCAPED}</li>") == 2


def test_a_gate_whose_points_are_all_of_the_day_says_nothing_of_work_before(
    good: Catalogue,
) -> None:
    """No empty list stands on the sheet."""
    today = good.gates[0].must_be_true[1]
    gate = dataclasses.replace(good.gates[0], must_be_true=(today, today))

    shown = gates(dataclasses.replace(good, gates=(gate,)), address)

    assert "Done before the meeting" not in shown
    assert shown.count("<li>Nobody has asked for more time.</li>") == 2


def test_without_gates_nothing_is_written(good: Catalogue) -> None:
    """Not even a heading."""
    assert gates(dataclasses.replace(good, gates=()), address) == ""
