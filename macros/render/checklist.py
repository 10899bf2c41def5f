"""Checklists of tasks. The elements in assets/js/elements/task-checklist.js wrap this markup."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from macros.render.markup import Markup
from macros.render.words import rule_sentence

if TYPE_CHECKING:
    from macros.catalogue import Catalogue, Task
    from macros.render.dates import Link

    Sections = Mapping[str, str]

BANDS = {
    "decide": "Decide in the room",
    "start": "Start this week",
    "later": "Later, read after the meeting",
}

_CHECKLIST = Markup(
    '<div class="app-part" data-part="{id}" data-part-title="{title}">'
    '<task-checklist class="app-checklist" data-phase="{phase}">'
    '<p class="app-checklist__count">{count}</p>'
    "<ul>{rows}</ul></task-checklist></div>"
)
_CLOSED_CHECKLIST = Markup(
    '<div class="app-part" data-part="{id}" data-part-title="{title}">'
    '<details class="app-later"><summary>{title}: {count}</summary>'
    '<task-checklist class="app-checklist" data-phase="{phase}">'
    '<p class="app-checklist__count">{count}</p>'
    "<ul>{rows}</ul></task-checklist></details></div>"
)
_ROW = Markup(
    '\n<li class="app-task" id="task-{id}" data-task="{id}"{safety}{private}>'
    '<label><input type="checkbox">{title}</label>'
    '<p class="app-task__why">{mark}{why}</p>'
    "<details><summary>Details</summary>Done when: {done_when}{private_note}</details>{due}</li>"
)
_DUE = Markup('<p class="app-task__due">{due}</p>')
_IS_SAFETY = Markup(" data-safety")
_IS_PRIVATE = Markup(" data-private")
_SAFETY = Markup('<strong class="app-tag">Patient safety</strong> ')
_PRIVATE_NOTE = (
    " Keep this list in your clinical system or the supplier’s secure document. "
    "Write only how many are left."
)
_PHASE_CHECKLIST = Markup(
    '<div class="app-part"><task-checklist class="app-checklist" data-phase="{phase}">'
    '<p class="app-checklist__count">{count}</p>'
    "{groups}</task-checklist></div>"
)
_GROUP = Markup(
    '\n<p class="app-checklist__topic"><a href="{href}">{title}</a></p>\n<ul>{rows}</ul>'
)
_ROLE_CHECKLIST = Markup(
    '<div class="app-part" data-search-exclude>'
    '<task-checklist class="app-checklist app-checklist--role">'
    '<p class="app-checklist__count">{count}</p>'
    "<ul>{rows}</ul></task-checklist></div>"
)
_ROLE_ROW = Markup(
    '\n<li data-task="{id}"><label><input type="checkbox">{title}</label>'
    '<a href="{href}">Read<span class="app-hidden">: {title}</span></a>'
    '<p class="app-task__due">{due}</p></li>'
)
_TOPIC = Markup(
    '<task-checklist class="app-topic app-checklist app-checklist--short" data-search-exclude>'
    '<p class="app-topic__title">Tasks of this section</p>{rows}</task-checklist>'
)
_TOPIC_ROW = Markup(
    '\n<label data-task="{id}"><input type="checkbox">{title}</label>'
)


def checklist(catalogue: Catalogue, phase: str, band: str) -> Markup:
    """Write the full rows of one band of a phase; the band `later` is closed at first."""
    tasks = catalogue.tasks_of(phase, band)
    frame = _CLOSED_CHECKLIST if band == "later" else _CHECKLIST
    return frame.format(
        id=f"{phase}-{band}",
        phase=phase,
        title=BANDS[band],
        count=_count(tasks),
        rows=Markup().join(_row(catalogue, task) for task in tasks),
    )


def phase_checklist(catalogue: Catalogue, sections: Sections, phase: str) -> Markup:
    """Write all tasks of a phase, in the order of the sections that explain them.

    `sections` maps each section's id to its title, in the order of the page.
    """
    tasks = catalogue.tasks_of(phase)
    topics = dict.fromkeys(task.topic for task in tasks)
    return _PHASE_CHECKLIST.format(
        phase=phase,
        count=_count(tasks),
        groups=Markup().join(
            _GROUP.format(
                href=f"#{topic.partition('#')[2]}",
                title=sections[topic.partition("#")[2]],
                rows=Markup().join(_row(catalogue, task) for task in tasks if task.topic == topic),
            )
            for topic in sorted(topics, key=lambda one: [*sections].index(one.partition("#")[2]))
        ),
    )


def role_checklist(catalogue: Catalogue, link: Link, role: str, phase: str) -> Markup:
    """Write what one role does in a phase: box, title, where to read about it, and when."""
    tasks = catalogue.tasks_for(role, phase)
    return _ROLE_CHECKLIST.format(
        count=_count(tasks),
        rows=Markup().join(
            _ROLE_ROW.format(
                id=task.id,
                title=task.title,
                href=link(task.page),
                due=_due(catalogue, task),
            )
            for task in tasks
        ),
    )


def topic_checklist(catalogue: Catalogue, page: str) -> Markup:
    """Write short rows (box and title) of the tasks that one section explains."""
    rows = Markup().join(
        _TOPIC_ROW.format(id=task.id, title=task.title)
        for task in catalogue.tasks_explained_at(page)
    )
    return _TOPIC.format(rows=rows)


def _row(catalogue: Catalogue, task: Task) -> Markup:
    return _ROW.format(
        id=task.id,
        title=task.title,
        why=task.why,
        done_when=task.done_when,
        due=_DUE.format(due=due) if (due := _due(catalogue, task)) else "",
        mark=_SAFETY if task.safety else "",
        safety=_IS_SAFETY if task.safety else "",
        private=_IS_PRIVATE if task.patient_data_risk else "",
        private_note=_PRIVATE_NOTE if task.patient_data_risk else "",
    )


def _due(catalogue: Catalogue, task: Task) -> str:
    """Say when; what is decided in the room is due there, as the band says already."""
    if task.due is None or (task.band == "decide" and task.due.amount == 0):
        return ""
    return rule_sentence(catalogue, task.due)


def _count(tasks: Sequence[Task]) -> str:
    return "1 task" if len(tasks) == 1 else f"{len(tasks)} tasks"
