"""YAML as text: every value a string, with the line it stands on. Knows no kinds of record.

YAML's own types bite editors: `no` becomes false, `12:30` becomes 750, `2026-02-30` fails without
a line, and a key that is written twice keeps its last value in silence. So the tree is taken
before any type is made of it, and what a text means is decided by our own checks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from .problems import Problem

# The same base loader, in C where PyYAML was built with it: ten times as fast.
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True, slots=True)
class Text:
    """A single value."""

    line: int
    value: str


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    line: int
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Fields:
    """Names with values: a record, or a rule inside one. A value's line is that of its name."""

    line: int
    values: dict[str, Value]

    def text(self, name: str) -> str:
        """Give a field's text, empty when there is none."""
        value = self.values.get(name)
        return value.value if isinstance(value, Text) else ""

    def line_of(self, name: str) -> int:
        """Give the line of a field, or the record's own when the field is not there."""
        value = self.values.get(name)
        return value.line if value else self.line


Value = Text | Items | Fields


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands in one file; no value when it cannot be read."""

    path: str
    value: Value | None
    problems: tuple[Problem, ...] = ()


class _UnreadableError(Exception):
    def __init__(self, line: int, says: str, fix: str) -> None:
        super().__init__(says)
        self.line, self.says, self.fix = line, says, fix


def read(file: Path, shown: str, noun: str) -> Sheet:
    """Read one file; `noun` is what its records are called in a message."""
    try:
        node = yaml.compose(_text(file), Loader=_LOADER)
        if node is None:
            raise _UnreadableError(0, "this file is empty.", "An empty list is written: []")
        walk = _Walk(shown, noun)
        return Sheet(shown, walk.value(node, _line(node)), tuple(walk.problems))
    except yaml.YAMLError as error:
        line, says, fix = _in_plain_words(error)
    except RecursionError:
        line, says, fix = 0, "lists stand inside lists without end.", "Take the brackets away."
    except _UnreadableError as error:
        line, says, fix = error.line, error.says, error.fix
    return Sheet(shown, None, (Problem(shown, line, "", says, fix),))


def _text(file: Path) -> str:
    try:
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        says, fix = "this file is not saved as UTF-8.", "Save it again as UTF-8."
        raise _UnreadableError(0, says, fix) from None
    for number, line in enumerate(text.split("\n"), start=1):
        for character in line.replace("\t", " "):
            if not character.isprintable():
                says = f"this line holds an invisible character (U+{ord(character):04X})."
                raise _UnreadableError(number, says, "Take it away, or type a plain space.")
    return text


class _Walk:
    """Turn a tree of nodes into values, and note what is written twice."""

    def __init__(self, path: str, noun: str) -> None:
        self.path, self.noun = path, noun
        self.problems: list[Problem] = []
        self._seen: set[int] = set()

    def value(self, node: yaml.Node, line: int) -> Value:
        if isinstance(node, yaml.ScalarNode):
            return Text(line, str(node.value).strip())
        if id(node) in self._seen:
            says = "repeats a value by a reference (*)."
            raise _UnreadableError(line, says, "Write the value out.")
        self._seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            return Items(line, tuple(self.value(item, _line(item)) for item in node.value))
        return Fields(line, dict(self._fields(node)))

    def _fields(self, node: yaml.Node) -> Iterator[tuple[str, Value]]:
        inside = self.noun if len(self._seen) > 1 else "file"
        first: dict[str, int] = {}
        for key, value in node.value:
            line = _line(key)
            if not isinstance(key, yaml.ScalarNode):
                says = "the name of a field must be a word."
                raise _UnreadableError(line, says, "Put a text with braces in quotation marks.")
            name = str(key.value)
            if name in first:
                self.problems.append(self._twice(name, inside, line, first[name]))
                continue
            first[name] = line
            yield name, self.value(value, line)

    def _twice(self, name: str, inside: str, line: int, first: int) -> Problem:
        says = f"'{name}' is written twice in this {inside} (first on line {first})."
        return Problem(self.path, line, "", says, "Remove one.")


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


def _in_plain_words(error: yaml.YAMLError) -> tuple[int, str, str]:
    """Say what a YAML error means to somebody who does not know YAML."""
    problem = str(getattr(error, "problem", ""))
    context = str(getattr(error, "context", ""))
    at = getattr(error, "problem_mark", None)
    line = at.line + 1 if at else 0
    if "quoted scalar" in context:
        opened = getattr(error, "context_mark", None)
        says = "a quotation mark is opened and never closed."
        return opened.line + 1 if opened else line, says, "Close it, or take it away."
    if "\\t" in problem or "\t" in problem or "tab" in problem:
        return line, "a tab stands at the start of this line.", "Use spaces."
    if "mapping values" in problem:
        says = "a text with a colon and a space in it needs quotation marks."
        return line, says, 'For example: title: "Cutover: agree the days"'
    says = "this line does not fit the lines before it."
    fix = "Compare its indentation, hyphen, colon and quotation marks with a record above."
    return line, says, fix
