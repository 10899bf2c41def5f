"""Records and the small records inside them: which fields, in which order, each of which type."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .fields import NONE, Fault, Field, Known, Words, found
from .problems import choices, nearest
from .reading import Fields, Items, Text, Value


@dataclass(frozen=True, slots=True)
class Shape:
    """The fields of a record, in their order, and the dataclass that it becomes."""

    noun: str
    model: type[Any]
    fields: tuple[Field, ...]

    @property
    def names(self) -> list[str]:
        """List the names of the fields, in their order."""
        return [field.name for field in self.fields]


@dataclass(frozen=True, slots=True)
class Nested:
    """A record inside a record: a rule, a limit, a length; or none."""

    shape: Shape
    help: str

    def faults(self, field: Field, value: Value, known: Known) -> Iterator[Fault]:
        """None, or a record whose fields are all there and right."""
        if isinstance(value, Text) and value.value == NONE:
            return
        if isinstance(value, Fields):
            for fault in faults_of_names(self.shape, value):
                yield Fault(fault.line, f"'{field.name}' {fault.says}", fault.fix)
            yield from faults_of_values(self.shape, value, known)
            yield from _on_means_the_same_day(value)
            return
        says = f"'{field.name}' must be none or {self.shape.noun} (found {found(value)})."
        yield Fault(value.line, says, self.help)

    def build(self, value: Value) -> Any:
        """Make the small record, or nothing for none."""
        return build(self.shape, value) if isinstance(value, Fields) else None


@dataclass(frozen=True, slots=True)
class Several:
    """A list of records inside a record. Each is checked as a record of its own kind."""

    shape: Shape

    def faults(self, field: Field, value: Value, known: Known) -> Iterator[Fault]:
        """A list of at least two, each a set of fields."""
        if not isinstance(value, Items) or len(value.values) < 2:
            number = len(value.values) if isinstance(value, Items) else found(value)
            says = f"'{field.name}' must be a list of at least two (found {number})."
            yield Fault(
                value.line, says, f"Write each as {self.shape.noun}: - {self.shape.names[0]}: …"
            )
            return
        for item in value.values:
            if not isinstance(item, Fields):
                says = f"'{field.name}' must hold {self.shape.noun} here (found {found(item)})."
                yield Fault(item.line, says, f"Start it with: - {self.shape.names[0]}: …")

    def build(self, value: Value) -> tuple[Any, ...]:
        """Make each of the records."""
        items = value.values if isinstance(value, Items) else ()
        return tuple(build(self.shape, item) for item in items if isinstance(item, Fields))


class Sentences:
    """A list of plain texts, one sentence each."""

    def faults(self, field: Field, value: Value, known: Known) -> Iterator[Fault]:
        """A list of at least one, each a text that says something."""
        if not isinstance(value, Items) or not value.values:
            says = f"'{field.name}' must be a list of sentences (found {found(value)})."
            yield Fault(value.line, says, f"For example: {field.name}: {field.example}")
            return
        for item in value.values:
            yield from Words().faults(field, item, known)

    def build(self, value: Value) -> tuple[str, ...]:
        """Give the sentences."""
        items = value.values if isinstance(value, Items) else ()
        return tuple(item.value for item in items if isinstance(item, Text))


class Page(Words):
    """A page of the guide, with or without a section: 'guide/kick-off.md#agenda'."""

    def wrong(self, field: Field, text: str, known: Known) -> Iterator[tuple[str, str]]:
        """A path below docs, and the file is there."""
        path, _, section = text.partition("#")
        if not re.fullmatch(r"[a-z0-9/-]+\.md(#[A-Za-z0-9_-]+)?", text):
            says = f"'{field.name}' must be a page below docs (found '{text}')."
            yield says, f"For example: {field.name}: {field.example}"
        elif "#" in field.example and not section:
            says = f"'{field.name}' must name the section of the page (found '{text}')."
            yield says, f"For example: {field.name}: {field.example}"
        elif known.docs and not (known.docs / path).is_file():
            pages = sorted(known.docs.rglob("*.md"))
            near = nearest(path, (page.relative_to(known.docs).as_posix() for page in pages))
            meant = f"Did you mean '{near}'?" if near else "Write the page, or name another."
            yield f"page '{path}' does not exist in docs.", meant


def faults_of_names(shape: Shape, record: Fields) -> Iterator[Fault]:
    """Every field is there, nothing else is, and they stand in the order of the record."""
    wanted = shape.names
    misspelt = set()
    for name, value in record.values.items():
        if name not in wanted:
            says = f"has a field '{name}' that {shape.noun} does not have."
            yield Fault(value.line, says, choices(name, "Fields", wanted))
            misspelt.add(nearest(name, wanted))
    for field in shape.fields:
        if field.name not in record.values and field.name not in misspelt:
            fix = f"Add {field.what}, for example: {field.name}: {field.example}"
            yield Fault(record.line, f"must have '{field.name}'.", fix)
    there = [name for name in record.values if name in wanted]
    right = [name for name in wanted if name in there]
    for name, expected in zip(there, right, strict=True):
        if name != expected:
            fix = f"Write them in this order: {', '.join(right)}."
            yield Fault(record.line_of(name), "has its fields in the wrong order.", fix)
            return


def faults_of_values(shape: Shape, record: Fields, known: Known) -> Iterator[Fault]:
    """Every field holds what it may hold."""
    for field in shape.fields:
        if field.name in record.values:
            yield from field.type.faults(field, record.values[field.name], known)


def build(shape: Shape, record: Fields) -> Any:
    """Make the dataclass of a record that was checked."""
    made = {field.name: field.type.build(record.values[field.name]) for field in shape.fields}
    return shape.model(**{f"{name}_" if name == "from" else name: made[name] for name in made})


def _on_means_the_same_day(rule: Fields) -> Iterator[Fault]:
    amount = rule.text("amount")
    if rule.text("direction") == "on" and amount not in ("", "0"):
        says = f"direction 'on' goes with amount 0 only (found '{amount}')."
        yield Fault(rule.line_of("amount"), says, "Write before or after, or amount: 0.")
