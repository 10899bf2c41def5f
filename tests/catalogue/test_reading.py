"""YAML is read as text, with lines; what cannot be read is told in plain words."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.catalogue.reading import Fields, Items, Text, read

# what YAML would make something else of
TEXTS = [
    "no",  # False
    "on",  # True
    "12:30",  # 750
    "010",  # 8
    "1_000",  # 1000
    "2026-02-30",  # an error without a line
    "2026-11-22",  # a date
    "~",  # nothing
    "null",  # nothing
    ".inf",  # a number without end
    "0x10",  # 16
]


@pytest.mark.parametrize("text", TEXTS)
def test_a_value_stays_the_text_that_was_typed(tmp_path: Path, text: str) -> None:
    """Our own checks say what a text means."""
    file = _file(tmp_path, f"{text}\n")

    assert read(file, "a.yml", "task").value == Text(1, text)


# typed, read
FORMS = [
    ("'a: b'", "a: b"),  # quoted
    ('"a \\u2013 b"', "a – b"),  # escaped
    (">-\n  a\n  b", "a b"),  # folded
    (">\n  a\n  b\n", "a b"),  # folded, with a line break at its end
    ("a\n  b", "a b"),  # on two lines
    ("a # a comment", "a"),
    ("'  a  '", "a"),  # spaces around
    ("", ""),
]


@pytest.mark.parametrize(("typed", "text"), FORMS)
def test_a_text_may_be_written_in_each_of_yamls_ways(tmp_path: Path, typed: str, text: str) -> None:
    """They all give the same text."""
    file = _file(tmp_path, f"why: {typed}\n")

    assert read(file, "a.yml", "task").value == Fields(1, {"why": Text(1, text)})


def test_every_value_knows_its_line(tmp_path: Path) -> None:
    """A field has the line of its name, an item its own."""
    file = _file(
        tmp_path, "# first\n- id: a\n  roles:\n    - b\n    - c\n  due: {unit:\n    day}\n"
    )

    assert read(file, "a.yml", "task").value == Items(
        2,
        (
            Fields(
                2,
                {
                    "id": Text(2, "a"),
                    "roles": Items(3, (Text(4, "b"), Text(5, "c"))),
                    "due": Fields(6, {"unit": Text(6, "day")}),
                },
            ),
        ),
    )


# how an editor's program may save a file
SAVED = [
    b"id: \xc3\xa9t\xc3\xa9\n",
    b"\xef\xbb\xbfid: \xc3\xa9t\xc3\xa9\n",  # with a byte order mark
    b"id: \xc3\xa9t\xc3\xa9\r\n",  # with Windows' line ends
    b"id: \xc3\xa9t\xc3\xa9",  # without a last line end
]


@pytest.mark.parametrize("saved", SAVED)
def test_a_file_may_be_saved_by_any_editor(tmp_path: Path, saved: bytes) -> None:
    """Byte order marks and line ends make no difference."""
    file = tmp_path / "a.yml"
    file.write_bytes(saved)

    assert read(file, "a.yml", "task").value == Fields(1, {"id": Text(1, "été")})


# what stands in the file, what is told
UNREADABLE = [
    (b"id: \xe9t\xe9\n", "a.yml: this file is not saved as UTF-8. Save it again as UTF-8."),
    (b"", "a.yml: this file is empty. An empty list is written: []"),
    (b"\n# nothing\n", "a.yml: this file is empty. An empty list is written: []"),
    (
        b"id: a\nwhy: b\x00\n",
        "a.yml:2: this line holds an invisible character (U+0000). "
        "Take it away, or type a plain space.",
    ),
    (
        b"id: a\n---\nid: b\n",
        "a.yml:2: this line does not fit the lines before it. "
        "Compare its indentation, hyphen, colon and quotation marks with a record above.",
    ),
    (
        b"id: a\nwhy: [b\n",
        "a.yml:3: this line does not fit the lines before it. "
        "Compare its indentation, hyphen, colon and quotation marks with a record above.",
    ),
    (b"&a [*a]\n", "a.yml:1: repeats a value by a reference (*). Write the value out."),
]


@pytest.mark.parametrize(("saved", "told"), UNREADABLE)
def test_what_cannot_be_read_is_told_in_plain_words(
    tmp_path: Path, saved: bytes, told: str
) -> None:
    """The file, the line, a sentence; and no value."""
    file = tmp_path / "a.yml"
    file.write_bytes(saved)

    sheet = read(file, "a.yml", "task")

    assert (sheet.value, [str(problem) for problem in sheet.problems]) == (None, [told])


def test_brackets_without_end_are_no_crash(tmp_path: Path) -> None:
    """Whatever gives up first, the editor reads a sentence."""
    sheet = read(_file(tmp_path, "[" * 20_000), "a.yml", "task")

    assert (sheet.value, len(sheet.problems)) == (None, 1)


def test_a_field_written_twice_keeps_its_first_value_and_is_told(tmp_path: Path) -> None:
    """So that the other checks go on with something."""
    sheet = read(_file(tmp_path, "- id: a\n  id: b\n"), "a.yml", "seat")

    assert sheet.value == Items(1, (Fields(1, {"id": Text(1, "a")}),))
    assert [str(problem) for problem in sheet.problems] == [
        "a.yml:2: 'id' is written twice in this seat (first on line 1). Remove one."
    ]


def _file(folder: Path, text: str) -> Path:
    file = folder / "a.yml"
    file.write_text(text, "utf-8")
    return file
