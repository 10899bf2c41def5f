"""What the guide calls things, and what is in each task: for the history, and for what changed."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from macros.catalogue import Catalogue, Task

LENGTH_OF_MARK = 5


def names_json(catalogue: Catalogue) -> str:
    """Write titles by id, a mark for each part of a task, and what became of ids that are gone.

    docs/assets/js/exports/changes.js describes the result as Names.
    """
    return json.dumps(
        {
            "version": guide_version(catalogue),
            "tasks": {task.id: _parts(task) for task in catalogue.tasks},
            "homes": {task.id: _address(task.page_file) for task in catalogue.tasks},
            "milestones": {one.id: one.title for one in catalogue.milestones},
            "seats": {seat.id: seat.title for seat in catalogue.seats},
            "parties": {party.id: party.title for party in catalogue.parties},
            "phases": {phase.id: phase.title for phase in catalogue.phases},
            "decisions": {gate.id: gate.title for gate in catalogue.gates},
            "choices": {choice.id: choice.title for choice in catalogue.choices},
            "options": {
                option.id: option.title for choice in catalogue.choices for option in choice.options
            },
            **_gone(catalogue),
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def guide_version(catalogue: Catalogue) -> str:
    """Name the tasks of this edition: another name means that something in them changed."""
    tasks = {task.id: _parts(task) for task in catalogue.tasks}
    return _mark([tasks, _gone(catalogue)], 8)


def _parts(task: Task) -> list[str]:
    """Give a task's title, and a mark for what may change beside it: why, when done, when due."""
    return [task.title, *(_mark(str(part)) for part in (task.why, task.done_when, task.due))]


def _address(page: str) -> str:
    return page.removesuffix(".md").removesuffix("index").rstrip("/") + "/"


def _gone(catalogue: Catalogue) -> dict[str, dict[str, str]]:
    return {
        "retired": {entry.id: entry.was for entry in catalogue.retired},
        "renamed": {entry.from_: entry.to for entry in catalogue.renamed},
    }


def _mark(value: Any, length: int = LENGTH_OF_MARK) -> str:
    return sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()[:length]
