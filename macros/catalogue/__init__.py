"""The catalogue: the authors' facts, read from YAML, checked, and given as records to trust.

Knows nothing of MkDocs, of HTML or of a reader's plan.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from . import checks
from .choice import Choice, Option
from .gate import Condition, Gate
from .history import Released, Renamed, Retired
from .kinds import KINDS
from .model import (
    BANDS,
    Length,
    Limit,
    Milestone,
    Party,
    Phase,
    Role,
    Rule,
    Seat,
    Source,
    Task,
)
from .period import Period, YearDay
from .problems import CatalogueError, Problem, UnknownNameError
from .records import Records, gather
from .shapes import build
from .whole import Catalogue

__all__ = [
    "BANDS",
    "Catalogue",
    "CatalogueError",
    "Choice",
    "Condition",
    "Gate",
    "Length",
    "Limit",
    "Milestone",
    "Option",
    "Party",
    "Period",
    "Phase",
    "Problem",
    "Released",
    "Renamed",
    "Retired",
    "Role",
    "Rule",
    "Seat",
    "Source",
    "Task",
    "UnknownNameError",
    "YearDay",
    "load_catalogue",
]


def load_catalogue(
    folder: Path, *, shown_as: str = "docs/_data", docs: Path | None = None
) -> Catalogue:
    """Read a folder of records; give the catalogue, or raise CatalogueError with every problem.

    `shown_as` names the folder in messages. With `docs`, the pages that records name must exist.
    """
    records, problems = gather(folder, shown_as, docs)
    problems += [problem for check in checks.ALL for problem in check(records)]
    if problems:
        raise CatalogueError(problems, shown_as=shown_as)
    return _trusted(records)


def _trusted(records: Records) -> Catalogue:
    """Make dataclasses of records that passed every check."""
    made: dict[str, tuple[Any, ...]] = {
        kind.name: tuple(build(kind.shape, record.fields) for record in records.of(kind.name))
        for kind in KINDS
    }
    place = {phase.id: number for number, phase in enumerate(made["phase"])}
    return Catalogue(
        phases=made["phase"],
        milestones=made["milestone"],
        roles=made["role"],
        seats=made["seat"],
        parties=made["party"],
        sources=made["source"],
        tasks=tuple(sorted(made["task"], key=lambda task: place[task.phase])),
        choices=made["choice"],
        gates=made["gate"],
        periods=made["period"],
        retired=made["retired"],
        renamed=made["renamed"],
        released=made["released"],
    )
