"""Checklists of a band and of a section."""

from __future__ import annotations

import dataclasses

import pytest

from macros.catalogue import Catalogue
from macros.render.checklist import (
    checklist,
    phase_checklist,
    role_checklist,
    topic_checklist,
)

ESCAPED = "Cards &amp; &lt;keys&gt; &#34;today&#34; &#39;now&#39;"
START_HEAD = (
    '<div class="app-part" data-part="kick-off-start" data-part-title="Start this week">'
    '<task-checklist class="app-checklist" data-phase="kick-off">'
)
FOOT = "</ul></task-checklist></div>"


def test_the_tasks_of_a_band(good: Catalogue) -> None:
    """A real box and its label, why, when it is done, and when it is due."""
    assert checklist(good, "kick-off", "start") == (
        f'{START_HEAD}<p class="app-checklist__count">1 task</p><ul>\n'
        '<li class="app-task" id="task-order-smartcards" data-task="order-smartcards">'
        '<label><input type="checkbox">Order smartcards for new starters</label>'
        '<p class="app-task__why">Nobody can sign in without one.</p>'
        "<details><summary>Details</summary>"
        "Done when: Every name on the list has a card.</details>"
        '<p class="app-task__due">By 10 working days after the kick-off meeting</p></li>'
        f"{FOOT}"
    )


def test_tasks_for_later_are_closed_and_marks_are_shown(good: Catalogue) -> None:
    """A task for patient safety is marked; one that tempts to name patients says where to."""
    assert checklist(good, "training", "later") == (
        '<div class="app-part" data-part="training-later" '
        'data-part-title="Later, read after the meeting"><details class="app-later">'
        "<summary>Later, read after the meeting: 1 task</summary>"
        '<task-checklist class="app-checklist" data-phase="training">'
        '<p class="app-checklist__count">1 task</p><ul>\n'
        '<li class="app-task" id="task-book-training" data-task="book-training" '
        "data-safety data-private>"
        '<label><input type="checkbox">Book training for all staff</label>'
        '<p class="app-task__why"><strong class="app-tag">Patient safety</strong> '
        "Rooms fill up.</p><details><summary>Details</summary>"
        "Done when: Every person has a day and knows it. "
        "Keep this list in your clinical system or the supplier’s secure document. "
        "Write only how many are left.</details>"
        "</li></ul></task-checklist></details></div>"
    )


@pytest.mark.parametrize(
    ("band", "amount", "words"),
    [
        ("decide", 0, ""),
        ("decide", 2, "By 2 working days after the kick-off meeting"),
        ("start", 0, "At the kick-off meeting"),
    ],
)
def test_what_is_decided_in_the_room_is_due_there(
    good: Catalogue, band: str, amount: int, words: str
) -> None:
    """The band says so already; any other time is said in the row."""
    task = good.task("order-smartcards")
    due = dataclasses.replace(task.due, amount=amount)
    moved = dataclasses.replace(good, tasks=(dataclasses.replace(task, band=band, due=due),))

    shown = checklist(moved, "kick-off", band)

    said = f'<p class="app-task__due">{words}</p>' if words else ""
    assert shown.endswith(f"</details>{said}</li>{FOOT}")


def test_a_band_without_tasks_is_an_empty_list(good: Catalogue) -> None:
    """A phase need not have something to decide."""
    assert checklist(good, "kick-off", "decide") == (
        '<div class="app-part" data-part="kick-off-decide" data-part-title="Decide in the room">'
        '<task-checklist class="app-checklist" data-phase="kick-off">'
        f'<p class="app-checklist__count">0 tasks</p><ul>{FOOT}'
    )


def test_a_task_is_shown_as_text(awkward: Catalogue) -> None:
    """Markup in a title stays a title."""
    assert checklist(awkward, "kick-off", "start") == (
        f'{START_HEAD}<p class="app-checklist__count">1 task</p><ul>\n'
        '<li class="app-task" id="task-order-smartcards" data-task="order-smartcards">'
        f'<label><input type="checkbox">{ESCAPED}</label>'
        f'<p class="app-task__why">{ESCAPED}</p>'
        f"<details><summary>Details</summary>Done when: {ESCAPED}</details>"
        '<p class="app-task__due">By 10 working days after the kick-off meeting</p></li>'
        f"{FOOT}"
    )


def test_the_tasks_of_a_section(good: Catalogue, awkward: Catalogue) -> None:
    """Short rows without ids, since the full row stands on the same page."""
    head = (
        '<task-checklist class="app-topic app-checklist app-checklist--short" data-search-exclude>'
        '<p class="app-topic__title">Tasks of this section</p>\n'
        '<label data-task="book-training"><input type="checkbox">'
    )
    foot = "</label></task-checklist>"

    section = "guide/training.md#book"
    assert topic_checklist(good, section) == (
        f"{head}Book training for all staff{foot}"
    )
    assert topic_checklist(awkward, section) == f"{head}{ESCAPED}{foot}"


def test_tasks_stand_in_the_order_of_the_catalogue(good: Catalogue) -> None:
    """And are counted."""
    task = good.task("order-smartcards")
    second = dataclasses.replace(task, id="another", title="Another")
    both = dataclasses.replace(good, tasks=(task, second))

    shown = checklist(both, "kick-off", "start")

    assert shown.count("<li ") == 2
    assert shown.index("task-order-smartcards") < shown.index("task-another")
    assert '<p class="app-checklist__count">2 tasks</p>' in shown


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ("kick-off", "strat"),
            "no band 'strat'. Did you mean 'start'? Bands are: decide, start, later.",
        ),
        (
            ("kick-off", "everything"),
            "no band 'everything'. Bands are: decide, start, later.",
        ),
        (
            ("kick-of", "start"),
            "no phase 'kick-of'. Did you mean 'kick-off'? Phases are: kick-off, training.",
        ),
    ],
)
def test_an_unknown_band_or_phase_is_refused(
    good: Catalogue, arguments: tuple[str, str], message: str
) -> None:
    """With the nearest name and all there are."""
    with pytest.raises(LookupError) as refused:
        checklist(good, *arguments)

    assert refused.value.args[0] == message


def test_a_section_without_tasks_is_refused(good: Catalogue) -> None:
    """A checklist by topic that is empty is a misspelt topic."""
    with pytest.raises(LookupError) as refused:
        topic_checklist(good, "guide/training.md#books")

    assert refused.value.args[0] == (
        "no task explained at 'guide/training.md#books'. "
        "Did you mean 'guide/training.md#book'? "
        "Places are: guide/kick-off.md#smartcards, guide/training.md#book."
    )


def link(page: str) -> str:
    """Make an address that shows what was asked for."""
    return f"to/{page}?a&b"


def test_the_tasks_of_a_phase(good: Catalogue) -> None:
    """All bands, each task under the section that explains it."""
    assert phase_checklist(good, {"smartcards": "Smartcards & keys"}, "kick-off") == (
        '<div class="app-part"><task-checklist class="app-checklist" data-phase="kick-off">'
        '<p class="app-checklist__count">1 task</p>\n'
        '<p class="app-checklist__topic"><a href="#smartcards">Smartcards &amp; keys</a></p>\n'
        '<ul>\n<li class="app-task" id="task-order-smartcards" data-task="order-smartcards">'
        '<label><input type="checkbox">Order smartcards for new starters</label>'
        '<p class="app-task__why">Nobody can sign in without one.</p>'
        "<details><summary>Details</summary>"
        "Done when: Every name on the list has a card.</details>"
        '<p class="app-task__due">By 10 working days after the kick-off meeting</p></li>'
        "</ul></task-checklist></div>"
    )


def test_sections_of_a_phase_stand_in_the_order_of_the_page(good: Catalogue) -> None:
    """Whatever the order of the catalogue, and one that explains no task is left out."""
    task = good.task("order-smartcards")
    late = dataclasses.replace(task, id="late", page="guide/kick-off.md#last")
    early = dataclasses.replace(task, id="early", page="guide/kick-off.md#first")
    catalogue = dataclasses.replace(good, tasks=(late, early, dataclasses.replace(late, id="x")))

    shown = phase_checklist(catalogue, {"first": "A", "none": "B", "last": "C"}, "kick-off")

    assert [shown.index(id) for id in ("#first", "task-early", "#last", "task-late", "task-x")] == (
        sorted(shown.index(id) for id in ("#first", "task-early", "#last", "task-late", "task-x"))
    )
    assert shown.count("app-checklist__topic") == 2
    assert "3 tasks" in shown


def test_the_tasks_of_a_phase_are_shown_as_text(awkward: Catalogue) -> None:
    """Markup in a title stays a title."""
    shown = phase_checklist(awkward, {"smartcards": "Smartcards"}, "kick-off")

    assert shown.count(ESCAPED) == 3  # title, why and done when


def test_the_tasks_of_a_role(good: Catalogue) -> None:
    """Short rows: the box, where to read about it, and when it is due."""
    assert role_checklist(good, link, "project-manager", "kick-off") == (
        '<div class="app-part" data-search-exclude>'
        '<task-checklist class="app-checklist app-checklist--role">'
        '<p class="app-checklist__count">1 task</p><ul>\n'
        '<li data-task="order-smartcards">'
        '<label><input type="checkbox">Order smartcards for new starters</label>'
        '<a href="to/guide/kick-off.md#smartcards?a&amp;b">Read'
        '<span class="app-hidden">: Order smartcards for new starters</span></a>'
        '<p class="app-task__due">By 10 working days after the kick-off meeting</p></li>'
        "</ul></task-checklist></div>"
    )


def test_the_tasks_of_a_role_are_shown_as_text(awkward: Catalogue) -> None:
    """Markup in a title stays a title."""
    shown = role_checklist(awkward, link, "practice-staff", "training")

    assert shown.count(ESCAPED) == 2  # beside the box, and where to read
    assert "<keys>" not in shown


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ("practice-staf", "kick-off"),
            "no role 'practice-staf'. Did you mean 'practice-staff'? "
            "Roles are: practice-staff, project-manager.",
        ),
        (
            ("practice-staff", "kick-of"),
            "no phase 'kick-of'. Did you mean 'kick-off'? Phases are: kick-off, training.",
        ),
    ],
)
def test_an_unknown_role_or_phase_is_refused(
    good: Catalogue, arguments: tuple[str, str], message: str
) -> None:
    """With the nearest name and all there are."""
    with pytest.raises(LookupError) as refused:
        role_checklist(good, link, *arguments)

    assert refused.value.args[0] == message


def test_a_role_without_a_task_in_a_phase_has_an_empty_list(good: Catalogue) -> None:
    """The page says in a sentence what such a role does there, and calls nothing."""
    assert role_checklist(good, link, "project-manager", "training") == (
        '<div class="app-part" data-search-exclude>'
        '<task-checklist class="app-checklist app-checklist--role">'
        f'<p class="app-checklist__count">0 tasks</p><ul>{FOOT}'
    )
