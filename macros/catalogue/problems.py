"""What is wrong with a catalogue, and how it is told. Knows no YAML and no records."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

LONGEST_LIST = 8


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault, told to the editor who made it: where, what is wrong, what would be right."""

    path: str
    line: int  # 0 when the whole file is meant
    where: str
    says: str
    fix: str = ""

    def __str__(self) -> str:
        """Write the problem as one line that starts with a place to click."""
        place = f"{self.path}:{self.line}" if self.line else self.path
        told = ": ".join(part for part in (place, self.where, self.says) if part)
        return without_percent_signs(f"{told} {self.fix}".rstrip())


class CatalogueError(ValueError):
    """Every problem of a catalogue, sorted by file and line, with the count last."""

    def __init__(self, problems: Iterable[Problem], *, shown_as: str) -> None:
        """Keep the problems, each once, in the order in which an editor walks the files."""
        self.problems = tuple(sorted(set(problems)))
        count = "1 problem" if len(self.problems) == 1 else f"{len(self.problems)} problems"
        closing = f"The site was not built: {count} in {shown_as}. Nothing has been published."
        super().__init__("\n".join([*map(str, self.problems), closing]))


class UnknownNameError(LookupError):
    """A page or a program asked the catalogue for something that it does not have."""

    def __init__(self, noun: str, plural: str, name: str, known: Iterable[str]) -> None:
        """Name what was asked for, the nearest name that exists, and the names there are."""
        choice = choices(name, plural, known)
        super().__init__(without_percent_signs(f"no {noun} '{name}'. {choice}"))


def choices(name: str, plural: str, known: Iterable[str]) -> str:
    """Say which name was probably meant, and which names there are."""
    names = list(known)
    if not names:
        return f"There are no {plural.lower()}."
    listed = f"{plural} are: {listing(names)}."
    near = nearest(name, names)
    return f"Did you mean '{near}'? {listed}" if near else listed


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Find the name that was probably meant."""
    matches = get_close_matches(name, list(known), n=1)
    return matches[0] if matches else None


def listing(names: list[str]) -> str:
    """List names; a long list is cut and the rest is counted."""
    rest = len(names) - LONGEST_LIST
    shown = ", ".join(names[:LONGEST_LIST])
    return f"{shown} and {rest} more" if rest > 0 else shown


def without_percent_signs(text: str) -> str:
    """Write per cent in words: the macros plugin formats errors with the sign and fails on it."""
    return re.sub(r" ?%", " per cent", text)
