"""The catalogue for the browser: titles and phases of tasks, by id."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from macros.catalogue import Catalogue


def catalogue_json(catalogue: Catalogue) -> str:
    """Write `{phases: [[id, title]], tasks: {id: [title, phase]}, retired: {id: title}}`."""
    return json.dumps(
        {
            "phases": [[phase.id, phase.title] for phase in catalogue.phases],
            "tasks": {task.id: [task.title, task.phase] for task in catalogue.tasks},
            "retired": {entry.id: entry.was for entry in catalogue.retired},
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )
