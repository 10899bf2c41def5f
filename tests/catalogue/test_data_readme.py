"""docs/_data/README.md is the manual of the catalogue: its examples are true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.catalogue import load_catalogue
from macros.catalogue.kinds import KINDS, Kind
from macros.catalogue.model import written
from macros.catalogue.reading import Fields, Items, Value, read

README = Path(__file__).parents[2] / "docs/_data/README.md"
FILES = list(dict.fromkeys(kind.files for kind in KINDS))


@pytest.mark.parametrize("files", FILES)
def test_each_kind_has_one_example(files: str) -> None:
    """Under a heading that names the file."""
    assert len(_blocks(files)) == 1


@pytest.mark.parametrize("files", FILES)
def test_each_line_of_an_example_is_explained(files: str) -> None:
    """A comment says what the field means."""
    lines = [line for line in _blocks(files)[0].splitlines() if line]

    assert [line for line in lines if not re.search(r" # \w", line)] == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_fields_of_an_example_are_those_of_the_program(kind: Kind, tmp_path: Path) -> None:
    """All of them, in order, and no other."""
    examples = _examples(kind, tmp_path)

    assert {tuple(example.values) for example in examples} == {written(kind.shape.model)}


def test_the_examples_together_are_a_catalogue_without_problems(tmp_path: Path) -> None:
    """Whoever copies them starts from something that works."""
    for files in FILES:
        file = tmp_path / files.replace("*", "kick-off")
        file.parent.mkdir(exist_ok=True)
        file.write_text(_blocks(files)[0], "utf-8")

    catalogue = load_catalogue(tmp_path)

    assert catalogue.tasks


def _blocks(files: str) -> list[str]:
    sections = README.read_text("utf-8").split("\n## ")
    section = next((text for text in sections if text.startswith(f"{files}\n")), "")
    return re.findall(r"^```yaml\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)


def _examples(kind: Kind, folder: Path) -> list[Fields]:
    file = folder / "example.yml"
    file.write_text(_blocks(kind.files)[0], "utf-8")
    value: Value | None = read(file, "example.yml", kind.name).value
    if kind.inside and isinstance(value, Fields):
        value = value.values[kind.inside]
    assert isinstance(value, Items)
    found = [item for item in value.values if isinstance(item, Fields)]
    if kind.within:
        lists = [item.values[kind.within] for item in found]
        inner = [one for listed in lists if isinstance(listed, Items) for one in listed.values]
        found = [item for item in inner if isinstance(item, Fields)]
    return found
