"""Sentences are short: at most 25 words each, and 15 on average on a page.

Counted in what editors write: the Markdown of each page, with each text of the catalogue.
An item of a list and a cell of a table are sentences.
A quoted title is one word, and so is a name of a source; a macro's call is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
MOST_WORDS = 25
MOST_ON_AVERAGE = 15

PAGES = sorted(p.relative_to(ROOT).as_posix() for p in DOCS.rglob("*.md") if "_data" not in p.parts)
CHANGES = "CHANGELOG.md"  # shown on the page of what is new
DATA = sorted(p.relative_to(ROOT).as_posix() for p in DOCS.glob("_data/**/*.yml"))
NAMES_OF_OTHERS = {"docs/_data/sources.yml"}  # titles that somebody else chose

ENDS = re.compile(
    r"(?<=[a-z0-9)\]%’'\"”][.!?])[)\"”’*]* +(?=[A-Z0-9“\"‘(*\[])|(?<=[A-Z]\.) +(?=[A-Z])"
)
ABBREVIATED = re.compile(r"\b(Dr|Mr|Mrs|Ms|St|No|vs|ch|v)\.(?= )")
QUOTED = re.compile(r"\"[^\"]+\"|“[^”]+”|`[^`]+`")
WORD = re.compile(r"[A-Za-z0-9][\w’'+&./-]*")


class Sentence(NamedTuple):
    """A sentence, where it stands, and how many words it has."""

    place: str
    text: str
    words: int


def words_in(text: str) -> int:
    """Count the words; what is quoted, linked by its title or coded counts as one."""
    return len(WORD.findall(QUOTED.sub("name", text)))


def prose(line: str) -> str:
    """Leave the words of a line that a reader sees, without marks and calls."""
    line = re.sub(r"\{\{ *(?:cite|length|rule)\([^}]*\) *\}\}", "name", line)
    line = re.sub(r"\{\{.*?\}\}|\{[#:][^}]*\}", "", line)
    line = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", line)
    line = re.sub(r"^ *(?:[-*] |\d+\. |#+ |> )", "", line)
    return re.sub(r"\*\*|__|<!--.*?-->", "", line).strip()


def sentences_of(text: str) -> Iterator[str]:
    """Cut a text where a sentence ends."""
    text = ABBREVIATED.sub(r"\1", text)
    text = QUOTED.sub(lambda quoted: re.sub(r"[.!?](?![\"”])", "", quoted[0]), text)
    yield from (part.strip() for part in ENDS.split(text) if WORD.search(part))


def sentences_on(page: str) -> Iterator[Sentence]:
    """Give each sentence of a page: of its paragraphs, items and cells, not of its headings."""
    text = (ROOT / page).read_text("utf-8")
    body = re.sub(r"\A---\n.*?\n---\n", lambda head: "\n" * head[0].count("\n"), text, flags=re.S)
    for number, line in enumerate(body.splitlines(), 1):
        if re.match(r" *!!! |#+ ", line) or re.fullmatch(r"[ |:-]*", line):
            continue
        cells = line.strip().strip("|").split("|") if line.lstrip().startswith("|") else [line]
        for cell in cells:
            for sentence in sentences_of(prose(cell)):
                yield Sentence(f"{page}:{number}", sentence, words_in(sentence))


def sentences_in(file: str) -> Iterator[Sentence]:
    """Give each sentence of a file of the catalogue; ids and single words are none."""
    for text in _texts(yaml.load((ROOT / file).read_text("utf-8"), Loader=yaml.CBaseLoader)):
        for sentence in sentences_of(text):
            yield Sentence(file, sentence, words_in(sentence))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _texts(part)
    elif isinstance(value, str) and " " in value:
        yield value


def average(sentences: list[Sentence]) -> float:
    """Say how many words a sentence has on average."""
    return sum(sentence.words for sentence in sentences) / max(len(sentences), 1)


@pytest.mark.parametrize("place", [*PAGES, CHANGES, *sorted(set(DATA) - NAMES_OF_OTHERS)])
def test_no_sentence_is_long(place: str) -> None:
    """Nobody has to read one twice."""
    read = sentences_on(place) if place.endswith(".md") else sentences_in(place)
    long = [f"{s.place}: {s.words} words: {s.text}" for s in read if s.words > MOST_WORDS]

    assert not long, "\n".join([f"Make two of it; at most {MOST_WORDS} words:", *long])


@pytest.mark.parametrize("page", PAGES)
def test_the_sentences_of_a_page_are_short_on_average(page: str) -> None:
    """Headings do not count: they would make any page look short."""
    assert average(list(sentences_on(page))) <= MOST_ON_AVERAGE


def test_the_measures_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    """The worst average and the longest sentence, whether they are within bounds or not."""
    pages = {page: list(sentences_on(page)) for page in PAGES}
    worst = max(pages, key=lambda page: average(pages[page]))
    longest = max((s for found in pages.values() for s in found), key=lambda s: s.words)

    with capsys.disabled():
        print(f"\n  words: worst average {average(pages[worst]):.1f} of {MOST_ON_AVERAGE}: {worst}")
        print(f"  words: longest {longest.words} of {MOST_WORDS}: {longest.place}: {longest.text}")
    assert len(pages) > 10


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        # ends
        ("One two three. Four five.", [3, 2]),
        ("Is it? It is! (So it is.) Yes.", [2, 2, 3, 1]),
        ("Ask the ICB. Then wait.", [3, 2]),
        ('It says "Stop. Ask first." there.', [4]),
        ("**Hazard log.** Who keeps it?", [2, 3]),
        # no ends
        ("Dr. Who is at 9.30, version 2.0 and e.g. here.", [10]),
        ("It takes 12 to 16 weeks; so it is said.", [10]),
        # what is one word, and what is none
        ("See [the whole page](a/b.md#c) of `make check` and dm+d.", [8]),
        ('Choose "Commit changes" now.', [3]),
        ('{{ cite("guide-2019") }} says so.', [3]),
        ('{{ anchor("old") }}', []),
        ("## How long? {#how-long}", [2]),
        ("- GP2GP's and the EPS-like one", [5]),
    ],
)
def test_sentences_and_words_are_counted_as_a_reader_does(text: str, lengths: list[int]) -> None:
    """By their ends; names, quotations and code are one word."""
    assert [words_in(sentence) for sentence in sentences_of(prose(text))] == lengths


def test_a_cell_of_a_table_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The row of hyphens is none, and neither is front matter."""
    (tmp_path / "page.md").write_text("---\ntitle: A\n---\n| a b | c |\n|---|---|\n| d e f | g |\n")
    monkeypatch.setitem(globals(), "ROOT", tmp_path)

    assert [s.words for s in sentences_on("page.md")] == [2, 1, 3, 1]
