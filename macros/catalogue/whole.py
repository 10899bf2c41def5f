"""The whole catalogue, and the questions that pages ask it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from .choice import Choice
from .gate import Gate
from .history import Kind, Released, Renamed, Retired
from .model import (
    BANDS,
    Milestone,
    Party,
    Phase,
    Role,
    Seat,
    Source,
    Task,
)
from .period import Period
from .problems import UnknownNameError


class _Named(Protocol):
    @property
    def id(self) -> str: ...


Named = TypeVar("Named", bound=_Named)


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """All facts, checked. Phases and tasks stand in the order of the migration."""

    phases: tuple[Phase, ...]
    milestones: tuple[Milestone, ...]
    roles: tuple[Role, ...]
    seats: tuple[Seat, ...]
    parties: tuple[Party, ...]
    sources: tuple[Source, ...]
    tasks: tuple[Task, ...]
    choices: tuple[Choice, ...]
    gates: tuple[Gate, ...]
    periods: tuple[Period, ...]
    retired: tuple[Retired, ...]
    renamed: tuple[Renamed, ...]
    released: tuple[Released, ...]

    def phase(self, name: str) -> Phase:
        """Find a phase by its id."""
        return _find("phase", "Phases", name, self.phases)

    def milestone(self, name: str) -> Milestone:
        """Find a milestone by its id."""
        return _find("milestone", "Milestones", name, self.milestones)

    def role(self, name: str) -> Role:
        """Find a role by its id."""
        return _find("role", "Roles", name, self.roles)

    def seat(self, name: str) -> Seat:
        """Find a seat by its id."""
        return _find("seat", "Seats", name, self.seats)

    def party(self, name: str) -> Party:
        """Find a third party by its id."""
        return _find("party", "Parties", name, self.parties)

    def source(self, name: str) -> Source:
        """Find a source by its id."""
        return _find("source", "Sources", name, self.sources)

    def task(self, name: str) -> Task:
        """Find a task by its id."""
        return _find("task", "Tasks", name, self.tasks)

    def choice(self, name: str) -> Choice:
        """Find a choice by its id."""
        return _find("choice", "Choices", name, self.choices)

    def gate(self, name: str) -> Gate:
        """Find a gate by its id."""
        return _find("gate", "Gates", name, self.gates)

    def tasks_of(self, phase: str, band: str | None = None) -> tuple[Task, ...]:
        """Select a phase's tasks, or those of one band; an unknown name is no answer."""
        wanted = self.phase(phase).id
        if band is not None and band not in BANDS:
            raise UnknownNameError("band", "Bands", band, BANDS)
        return tuple(
            task for task in self.tasks if task.phase == wanted and band in (None, task.band)
        )

    def tasks_for(self, role: str, phase: str) -> tuple[Task, ...]:
        """Select what one role does in a phase."""
        wanted = self.role(role).id
        return tuple(task for task in self.tasks_of(phase) if wanted in task.roles)

    def tasks_explained_at(self, page: str) -> tuple[Task, ...]:
        """Select the tasks of a section ('guide/kick-off.md#agenda') or of a whole page."""
        place: Callable[[Task], str] = _topic if "#" in page else _page_file
        tasks = tuple(task for task in self.tasks if place(task) == page)
        if not tasks:
            known = dict.fromkeys(map(place, self.tasks))
            raise UnknownNameError("task explained at", "Places", page, known)
        return tasks

    def ids(self) -> tuple[Released, ...]:
        """List every id in use, in the shape of released.yml."""
        kinds: dict[Kind, Iterable[_Named]] = {
            "phase": self.phases,
            "milestone": self.milestones,
            "role": self.roles,
            "seat": self.seats,
            "party": self.parties,
            "source": self.sources,
            "task": self.tasks,
            "choice": self.choices,
            "option": [option for choice in self.choices for option in choice.options],
            "gate": self.gates,
        }
        return tuple(Released(kind=kind, id=record.id) for kind in kinds for record in kinds[kind])


def _find(noun: str, plural: str, name: str, records: Iterable[Named]) -> Named:
    for record in records:
        if record.id == name:
            return record
    raise UnknownNameError(noun, plural, name, (record.id for record in records))


def _topic(task: Task) -> str:
    return task.topic


def _page_file(task: Task) -> str:
    return task.page_file
