"""The kinds of value that a field can hold: how each is checked, and what becomes of it.

Knows single values only; what holds between records is for checks.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from .problems import nearest
from .reading import Items, Text, Value

NONE = "none"
NOT_ACTIONS = ("Consider", "Be aware", "Think about", "Ensure that you consider")
MARKUP = ("<", "**", "](")
LONGEST_TITLE = 60


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a value, before it is known in which record it stands."""

    line: int
    says: str
    fix: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a value may refer to. A kind that could not be read is not in `ids`."""

    ids: Mapping[str, tuple[str, ...]]
    plurals: Mapping[str, str]
    docs: Path | None


class FieldType(Protocol):
    """How the values of a field are checked, and what is made of a right one."""

    def faults(self, field: Field, value: Value, known: Known) -> Iterator[Fault]: ...
    def build(self, value: Value) -> Any: ...


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its name, what it may hold, and help for who has left it out."""

    name: str
    type: FieldType
    what: str
    example: str


@dataclass(frozen=True, slots=True)
class Words:
    """Plain text, in one paragraph. The other kinds of single value are built on it."""

    optional: bool = False

    def faults(self, field: Field, value: Value, known: Known) -> Iterator[Fault]:
        """A single value stands there, and says something."""
        example = f"For example: {field.name}: {field.example}"
        if not isinstance(value, Text):
            says = f"'{field.name}' must be a single text (found {found(value)})."
            yield Fault(value.line, says, example)
        elif not value.value:
            fix = f"Write none if there is nothing to say. {example}" if self.optional else example
            yield Fault(value.line, f"'{field.name}' is empty.", fix)
        elif value.value == NONE:
            if not self.optional:
                yield Fault(value.line, f"'{field.name}' must not be none.", example)
        else:
            for says, fix in self.wrong(field, value.value, known):
                yield Fault(value.line, says, fix)

    def wrong(self, field: Field, text: str, known: Known) -> Iterator[tuple[str, str]]:
        """The text is plain and has no line break."""
        for mark in MARKUP:
            if mark in text:
                says = f"'{field.name}' must be plain text (found '{mark}')."
                yield says, "Say it in words; a link is a field of its own."
        if "\n" in text:
            says = f"'{field.name}' must be one paragraph (found a line break)."
            yield says, f"Start it with {field.name}: >-"

    def build(self, value: Value) -> Any:
        """Give the text, or nothing for none."""
        text = value.value if isinstance(value, Text) else ""
        return None if self.optional and text == NONE else self.made(text)

    def made(self, text: str) -> Any:
        """Make of the text what the program wants."""
        return text


class Order(Words):
    """A title that says what to do."""

    def wrong(self, field: Field, text: str, known: Known) -> Iterator[tuple[str, str]]:
        """An order of at most 60 characters, without a full stop."""
        yield from super().wrong(field, text, known)
        name, example = field.name, f"For example: '{field.example}'."
        if any(re.match(rf"{words}\b", text, re.IGNORECASE) for words in NOT_ACTIONS):
            yield f"{name} must start with an action (found '{text}').", example
        if len(text) > LONGEST_TITLE:
            says = f"{name} must have at most {LONGEST_TITLE} characters (found {len(text)})."
            yield says, "Say what to do; the rest belongs in why or done_when."
        if text.endswith("."):
            yield f"{name} must not end with a full stop (found '{text}').", "Take it away."


@dataclass(frozen=True, slots=True)
class Matching(Words):
    """A text of a fixed form."""

    form: re.Pattern[str] = re.compile("")
    must_be: str = ""

    def wrong(self, field: Field, text: str, known: Known) -> Iterator[tuple[str, str]]:
        """The text has the form."""
        if not self.form.fullmatch(text):
            says = f"'{field.name}' must be {self.must_be} (found '{text}')."
            yield says, f"For example: {field.name}: {field.example}"


class Name(Words):
    """An id: small letters, digits and hyphens."""

    def wrong(self, field: Field, text: str, known: Known) -> Iterator[tuple[str, str]]:
        """Small letters, digits and hyphens, with a letter first."""
        if not re.fullmatch("[a-z][a-z0-9-]*", text):
            says = f"'{field.name}' must be small letters, digits and hyphens, with a letter first"
            better = re.sub("[^a-z0-9]+", "-", text.lower()).strip("0123456789-")
            yield f"{says} (found '{text}').", f"For example: {better or field.example}"


class Day(Words):
    """A date."""

    def wrong(self, field: Field, text: str, known: Known) -> Iterator[tuple[str, str]]:
        """A day that the calendar has, written year first."""
        if not _is_day(text):
            example = "written like 2026-11-22"
            yield f"'{field.name}' must be a real date, {example} (found '{text}').", ""

    def made(self, text: str) -> date:
        """Make a date."""
        return date.fromisoformat(text)


@dataclass(frozen=True, slots=True)
class Amount(Words):
    """A whole number; its unit stands in a field of its own."""

    help: str = ""

    def wrong(self, field: Field, text: str, known: Known) -> Iterator[tuple[str, str]]:
        """A whole number."""
        if not re.fullmatch("0|[1-9][0-9]*", text):
            yield f"'{field.name}' must be a whole number (found '{text}').", self.help

    def made(self, text: str) -> int:
        """Make a number."""
        return int(text)


@dataclass(frozen=True, slots=True)
class Choice(Words):
    """One of a few words."""

    words: tuple[str, ...] = ()

    def wrong(self, field: Field, text: str, known: Known) -> Iterator[tuple[str, str]]:
        """One of the words."""
        if text not in self.words:
            near = nearest(text, self.words)
            says = f"'{field.name}' must be {_either(self.words)} (found '{text}')."
            yield says, f"Did you mean '{near}'?" if near else ""


class YesNo(Choice):
    """Yes or no."""

    def made(self, text: str) -> bool:
        """Make a truth value."""
        return text == "yes"


def found(value: Value) -> str:
    """Say what stands where something else belongs."""
    if isinstance(value, Text):
        return f"'{value.value}'" if value.value else "nothing"
    if isinstance(value, Items):
        return "a list" if value.values else "an empty list"
    return "fields"


def _either(words: tuple[str, ...]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}"


def _is_day(text: str) -> bool:
    if not re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
