"""The rules of third parties: no date is shown that a record does not say. Like checks.py."""

from __future__ import annotations

from collections.abc import Iterator

from .fields import NONE
from .problems import Problem
from .reading import Fields
from .records import Records

NOTHING = "Nothing"


def a_date_of_a_party_has_its_words(records: Records) -> Iterator[Problem]:
    """Where no words say that it stops or starts, or they say that nothing does, no date may."""
    for party in records.of("party"):
        for said in ("off", "on"):
            words, date = party.fields.text(said), party.fields.values.get(f"{said}_date")
            if not isinstance(date, Fields) or not (words == NONE or words.startswith(NOTHING)):
                continue
            says = f"'{said}_date' is a date, and '{said}' says none (found '{words}')."
            fix = f"Write {said}_date: none, or say in '{said}' what happens and when."
            yield party.problem(party.fields.line_of(f"{said}_date"), says, fix)
