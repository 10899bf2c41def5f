"""Fields that name other records by their ids."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .fields import NONE, Fault, Field, Known, Words, found
from .model import END
from .problems import choices
from .reading import Items, Text, Value


@dataclass(frozen=True, slots=True)
class Reference(Words):
    """The id of another record."""

    kind: str = ""

    def wrong(self, field: Field, text: str, known: Known) -> Iterator[tuple[str, str]]:
        """The other record exists."""
        ids = known.ids.get(self.kind)
        if ids is not None and text not in ids:
            says = f"{self.kind} '{text}' does not exist."
            yield says, choices(text, known.plurals[self.kind], ids)


class Anchor(Reference):
    """A milestone to count from, or a milestone's last day: 'first-data-check/end'."""

    def wrong(self, field: Field, text: str, known: Known) -> Iterator[tuple[str, str]]:
        """The milestone exists."""
        yield from super().wrong(field, text.removesuffix(END), known)


@dataclass(frozen=True, slots=True)
class References:
    """A list of ids of other records; or none, where it may be left out."""

    kind: str
    optional: bool = False

    def faults(self, field: Field, value: Value, known: Known) -> Iterator[Fault]:
        """A list that names at least one record, each once, and each exists."""
        if self.optional and isinstance(value, Text) and value.value == NONE:
            return
        if not isinstance(value, Items) or not value.values:
            says = f"'{field.name}' must be a list with at least one id (found {found(value)})."
            yield Fault(value.line, says, f"For example: {field.name}: {field.example}")
            return
        one = Reference(kind=self.kind)
        seen: set[str] = set()
        for item in value.values:
            yield from one.faults(field, item, known)
            text = item.value if isinstance(item, Text) else ""
            if text and text in seen:
                yield Fault(item.line, f"'{field.name}' names '{text}' twice.", "Remove one.")
            seen.add(text)

    def build(self, value: Value) -> tuple[str, ...]:
        """Give the ids."""
        items = value.values if isinstance(value, Items) else ()
        return tuple(item.value for item in items if isinstance(item, Text))
