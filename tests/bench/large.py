"""Writes the source of a large plan: our project with more milestones and more tasks.

All is copied, and records are added that count as ours do. The page of dates gets the list of
one role's tasks too, as that role's page has it, so that one change of Go Live dates everything
on one page.
"""

from __future__ import annotations

import json
import shutil
from itertools import cycle, islice
from pathlib import Path
from typing import cast

import yaml

MILESTONES = 80
TASKS = 200
COPIED = ("docs", "macros", "overrides", "mkdocs.yml", "CHANGELOG.md")
PAGE = "docs/plan/dates.md"
ROLE = "practice-staff"

Record = dict[str, object]

_LIST = f'\n## Tasks {{#bench-tasks}}\n\n{{{{ role_checklist("{ROLE}", "kick-off") }}}}\n'
_ENTRY = "docs/assets/js/dates.js"
_IMPORT = "import {TaskChecklistElement} from './elements/task-checklist.js'\n"
_DEFINE = "\ncustomElements.define('task-checklist', TaskChecklistElement)\n"


def write_large_source(root: Path, in_use: int, to: Path) -> list[str]:
    """Copy the project and add to it; `in_use` milestones it has. Return the tasks on the page."""
    to.mkdir(parents=True)
    for name in COPIED:
        copy = shutil.copytree if (root / name).is_dir() else shutil.copy
        copy(root / name, to / name)
    _add_more(to / "docs/_data/milestones.yml", MILESTONES - in_use, "rule")
    tasks = to / "docs/_data/tasks/kick-off.yml"
    _add_more(tasks, TASKS - len(_listed(tasks)), "due")
    with (to / PAGE).open("a", encoding="utf-8") as page:
        page.write(_LIST)
    _show_tasks_too(to / _ENTRY)
    return [str(record["id"]) for record in _listed(tasks)]


def _add_more(path: Path, count: int, rule: str) -> None:
    """Add copies of the records that have a rule; JSON is YAML too."""
    models = [one for one in _records(path) if one[rule] != "none" and _is_listed(one)]
    copies = (_copy(one, n) for n, one in enumerate(islice(cycle(models), count)))
    with path.open("a", encoding="utf-8") as file:
        file.writelines(f"\n- {json.dumps(one)}\n" for one in copies)


def _copy(record: Record, number: int) -> Record:
    """Give a record another id. A copied milestone is no decision: those have more facts."""
    return record | {"id": f"bench-{number}"} | ({"gate": "no"} if "gate" in record else {})


def _records(path: Path) -> list[Record]:
    records: list[Record] = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
    return records


def _listed(path: Path) -> list[Record]:
    return [one for one in _records(path) if _is_listed(one) and one["due"] != "none"]


def _is_listed(record: Record) -> bool:
    return ROLE in cast(list[str], record.get("roles", [ROLE]))


def _show_tasks_too(entry: Path) -> None:
    """Let the script of the page register the list of tasks, if it does not."""
    text = entry.read_text("utf-8")
    if "TaskChecklistElement" not in text:
        before, main, after = text.partition("import './main.js'\n")
        entry.write_text(before + main + _IMPORT + after + _DEFINE, "utf-8")
