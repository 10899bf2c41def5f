"""All records of the folder as they were written, with their files and lines.

Knows which file holds what; refuses to know what is right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from .fields import Known, found
from .history import KINDS_WITH_LASTING_IDS
from .kinds import KINDS, Kind
from .problems import Problem, nearest
from .reading import Fields, Items, Sheet, Value, read


@dataclass(frozen=True, slots=True)
class Record:
    """One record as it was written."""

    kind: Kind
    path: str
    fields: Fields

    @property
    def id(self) -> str:
        """Give the id; empty when there is none."""
        return self.fields.text(self._id_field)

    @property
    def id_line(self) -> int:
        """Give the line on which the id stands."""
        return self.fields.line_of(self._id_field)

    @property
    def _id_field(self) -> str:
        return "from" if self.kind.name == "renamed" else "id"

    def problem(self, line: int, says: str, fix: str = "") -> Problem:
        """Tell a fault of this record."""
        where = f"{self.kind.name} '{self.id}'" if self.id else f"this {self.kind.name}"
        return Problem(self.path, line, where, says, fix)


@dataclass(frozen=True, kw_only=True)
class Records:
    """Every record by kind. What refers to a kind that could not be read is not checked."""

    by_kind: dict[str, tuple[Record, ...]]
    unreadable: frozenset[str]
    shown_as: str
    docs: Path | None

    def of(self, kind: str) -> tuple[Record, ...]:
        """Give the records of a kind, in their order."""
        return self.by_kind[kind]

    def ids(self, kind: str) -> tuple[str, ...]:
        """List the ids of a kind, each once."""
        return self._ids[kind]

    def are_whole(self, *kinds: str) -> bool:
        """Tell whether every record of these kinds could be read."""
        return self.unreadable.isdisjoint(kinds)

    def __iter__(self) -> Iterator[Record]:
        """Walk all records."""
        for kind in KINDS:
            yield from self.of(kind.name)

    @cached_property
    def _ids(self) -> dict[str, tuple[str, ...]]:
        return {
            kind: tuple(dict.fromkeys(record.id for record in records if record.id))
            for kind, records in self.by_kind.items()
        }

    @property
    def known(self) -> Known:
        """Say what a value may refer to."""
        whole = [kind for kind in KINDS if self.are_whole(kind.name)]
        return Known(
            ids={kind.name: self.ids(kind.name) for kind in whole},
            plurals={kind.name: kind.plural for kind in KINDS},
            docs=self.docs,
        )


def gather(folder: Path, shown_as: str, docs: Path | None) -> tuple[Records, list[Problem]]:
    """Read every file of the catalogue; give the records, and what could not be read."""
    by_kind: dict[str, tuple[Record, ...]] = {}
    unreadable: set[str] = set()
    problems = list(_files_that_nobody_reads(folder, shown_as))
    for kind in KINDS:
        records: list[Record] = []
        for sheet in _sheets(folder, shown_as, kind):
            faults = [*sheet.problems]
            if sheet.value is not None:
                records += _records(kind, sheet, faults)
            if sheet.value is None or len(faults) > len(sheet.problems):
                unreadable.add(kind.name)
            problems += faults
        by_kind[kind.name] = tuple(records)
    found_records = Records(
        by_kind=by_kind, unreadable=frozenset(unreadable), shown_as=shown_as, docs=docs
    )
    return found_records, problems


def _sheets(folder: Path, shown_as: str, kind: Kind) -> Iterator[Sheet]:
    files = sorted(folder.glob(kind.files))
    noun = kind.name if kind.name in KINDS_WITH_LASTING_IDS else "entry"
    for file in files:
        yield read(file, f"{shown_as}/{file.relative_to(folder).as_posix()}", noun)
    if not files:
        path = f"{shown_as}/{kind.files}"
        says, fix = "there is no such file.", f"{shown_as}/README.md shows what stands in it."
        yield Sheet(path, None, (Problem(path, 0, "", says, fix),))


def _records(kind: Kind, sheet: Sheet, faults: list[Problem]) -> list[Record]:
    listed = sheet.value
    if kind.inside:
        listed = _list_inside(kind.inside, sheet, faults)
    if listed is None:
        return []
    if not isinstance(listed, Items):
        says = f"there must be a list of records here (found {found(listed)})."
        fix = f"Start each record with a hyphen: - {kind.shape.names[0]}: …"
        faults.append(Problem(sheet.path, listed.line, kind.inside or "", says, fix))
        return []
    for item in listed.values:
        if not isinstance(item, Fields):
            says = f"a record must be a set of fields (found {found(item)})."
            fix = f"Start it with: - {kind.shape.names[0]}: …"
            faults.append(Problem(sheet.path, item.line, "", says, fix))
    found_here = [item for item in listed.values if isinstance(item, Fields)]
    if kind.within:
        found_here = [one for item in found_here for one in _records_within(kind.within, item)]
    return [Record(kind, sheet.path, item) for item in found_here]


def _records_within(name: str, record: Fields) -> Iterator[Fields]:
    """Take the records that a record holds in one of its fields."""
    listed = record.values.get(name)
    for item in listed.values if isinstance(listed, Items) else ():
        if isinstance(item, Fields):
            yield item


def _list_inside(name: str, sheet: Sheet, faults: list[Problem]) -> Value | None:
    """Take one of the lists of a file that holds several."""
    names = [kind.inside for kind in KINDS if kind.inside]
    if not isinstance(sheet.value, Fields):
        says = f"must hold the lists {' and '.join(map(str, names))}."
        faults.append(Problem(sheet.path, 0, "", says, "An empty one is written retired: []"))
        return None
    for other, value in sheet.value.values.items():
        if other not in names:
            says = f"has a list '{other}' that does not belong here."
            fix = f"The lists are: {', '.join(map(str, names))}."
            faults.append(Problem(sheet.path, value.line, "", says, fix))
    if name not in sheet.value.values:
        says, fix = f"must have the list '{name}'.", f"An empty one is written {name}: []"
        faults.append(Problem(sheet.path, 0, "", says, fix))
    return sheet.value.values.get(name)


def _files_that_nobody_reads(folder: Path, shown_as: str) -> Iterable[Problem]:
    read_files = {file for kind in KINDS for file in folder.glob(kind.files)}
    names = sorted({kind.files for kind in KINDS})
    for file in sorted([*folder.rglob("*.yml"), *folder.rglob("*.yaml")]):
        if file not in read_files:
            name = file.relative_to(folder).as_posix()
            near = nearest(name, names)
            fix = f"Did you mean '{near}'? " if near else ""
            says = "this file is not part of the catalogue."
            fix += f"The files are: {', '.join(names)}."
            yield Problem(f"{shown_as}/{name}", 0, "", says, fix)
