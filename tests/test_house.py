"""The words of the guide keep the house rules that a machine can read."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
PAGES = sorted(
    path.relative_to(ROOT).as_posix()
    for path in DOCS.rglob("*.md")
    if "_data" not in path.relative_to(DOCS).parts
)
DATA = sorted(path.relative_to(ROOT).as_posix() for path in DOCS.glob("_data/**/*.yml"))
DOCUMENTS = sorted(
    path.relative_to(ROOT).as_posix()
    for path in [*ROOT.glob("*.md"), *ROOT.glob("decisions/*.md"), DOCS / "_data/README.md"]
)
CALL_OUTS = {"lesson", "safety", "ours", "changed"}

SPELLINGS = {
    r"\b[Gg]o-[Ll]ive\b": "Go Live",
    r"\b[Cc]ut-?[Oo]ver(?<!cutover)(?<!Cutover)\b": "cutover",
    r"\b[Kk]ick ?off\b(?= (?:meeting|page))|\b[Kk]ickoff\b": "kick-off",
    r"\b[Cc]omission": "commission",
    r"\b[Ff]inal [Dd]ata [Ee]xtract(?:ion)?\b|\bFinal Data Production\b": "final data production",
    r"\bInitial Data Production\b": "initial data production",
    r"\bDM&D\b|\bDM\+D\b": "dm+d",
    r"\bePS\b": "EPS",
    r"\b[Ss]mart [Cc]ards?\b": "smartcard",
}
OLD_NAMES = re.compile(r"\bCCGs?\b|\bclinical commissioning groups?\b|\bNHS Digital\b", re.I)
SAYS_THAT_IT_IS_OLD = re.compile(
    r"\bformer(?:ly)?\b|\bold(?:er)?\b|\b20(?:0|1|2)\d\b|\breplaced\b|\bonce\b|\bnow\b|\btoday\b",
    re.I,
)
ABBREVIATIONS = re.compile(r"\b(?:Dr|Mr|Mrs|Ms|No|St|vs)\.(?= )")
SECOND_SENTENCE = re.compile(r"[a-z0-9)%][.!?][)’”]? +(?=[A-Z“‘(])")


def read(path: str) -> str:
    return (ROOT / path).read_text("utf-8")


def front_matter(path: str) -> dict[str, Any]:
    """What stands above a page, read as text."""
    head = re.match(r"---\n(.*?)\n---\n", read(path), re.S)
    return yaml.load(head[1], Loader=yaml.CBaseLoader) if head else {}


def body(text: str) -> str:
    """A page without front matter and code, each line where it was."""
    blank = lambda match: "\n" * match[0].count("\n")  # noqa: E731
    text = re.sub(r"\A---\n.*?\n---\n", blank, text, flags=re.S)
    return re.sub(r"^ *```.*?^ *```$", blank, text, flags=re.S | re.M)


def prose(line: str) -> str:
    """A line without what is no prose: addresses, code, macro calls, ids."""
    line = re.sub(r"\{\{.*?\}\}|\{[#:][^}]*\}", "", line)
    line = re.sub(r"`[^`]*`", "code", line)
    line = re.sub(r"\]\([^)]*\)", "]", line)
    return re.sub(r"https?://\S+|\b[\w.-]*/[\w./#-]+", "address", line)


def lines_of_prose(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(body(text).splitlines(), 1):
        if line.strip():
            yield number, prose(line)


def texts_of_data(value: Any) -> Iterator[str]:
    """Every value of a catalogue file that is more than one word: ids are left out."""
    if isinstance(value, dict):
        for part in value.values():
            yield from texts_of_data(part)
    elif isinstance(value, list):
        for part in value:
            yield from texts_of_data(part)
    elif " " in value:
        yield value


@functools.cache
def told() -> tuple[tuple[str, str], ...]:
    """Everything that a reader is told: where it stands, and the words. Read once for all tests."""
    return tuple(_told())


def _told() -> Iterator[tuple[str, str]]:
    for page in PAGES:
        for number, line in lines_of_prose(read(page)):
            yield f"{page}:{number}", line
        head = front_matter(page)
        yield page, f"{head.get('title')}. {head.get('description')}"
    for file in DATA:
        for text in texts_of_data(yaml.load(read(file), Loader=yaml.CBaseLoader) or []):
            yield file, text


def told_at_once(rule: str, found: list[str]) -> str:
    """A rule and all that breaks it, for an editor who reads the log."""
    return "\n".join([rule, *found])


# Spelling


@pytest.mark.parametrize("wrong", SPELLINGS)
def test_house_words_are_spelt_in_one_way(wrong: str) -> None:
    """A house word has one form in prose; addresses keep theirs, and so does what 2019 wrote."""
    found = [
        f"{place}: {words}"
        for place, words in told()
        if re.search(wrong, words) and "2019" not in words
    ]

    assert not found, told_at_once(f"Write: {SPELLINGS[wrong]}", found)


@pytest.mark.parametrize(
    ("words", "is_right"),
    [
        ("Agree the Go Live date", True),
        ("Agree the go-live date", False),
        ("Plan the cutover", True),
        ("Plan the cut-over", False),
        ("Plan the Cut-Over", False),
        ("Plan the CutOver", False),
        ("at the kick-off meeting", True),
        ("at the kick off meeting", False),
        ("the Comissioning group", False),
        (prose("see [the plan](planning-for-cut-over.md#go-live)"), True),
        (prose('{{ rule("go-live") }} is agreed'), True),
        (prose("## Go Live {#go-live}"), True),
    ],
)
def test_a_wrong_form_is_told_from_a_right_one(words: str, is_right: bool) -> None:
    """The rules find wrong forms in prose and leave ids and addresses alone."""
    found = [wrong for wrong in SPELLINGS if re.search(wrong, words)]

    assert (found == []) is is_right


def test_an_old_name_is_marked_as_old() -> None:
    """Today's names lead; a name of 2019 stands only where it is said to be old.

    Headings of the glossary are names themselves, and a source keeps its publisher's name.
    """
    found = [
        f"{place}: {words}"
        for place, words in told()
        if OLD_NAMES.search(words)
        and not SAYS_THAT_IT_IS_OLD.search(words)
        and not words.startswith("#")
        and place != "docs/_data/sources.yml"
    ]

    assert found == []


# One sentence per line


def second_sentences(text: str) -> list[str]:
    """Lines on which a second sentence begins. An item of a list is one line, whole."""
    return [
        f"{number}: {line.strip()}"
        for number, line in lines_of_prose(text)
        if not re.match(r" *(?:\||!!!|#|[-*] |\d+\. )", line)
        and SECOND_SENTENCE.search(ABBREVIATIONS.sub("", without_quotations(line)))
    ]


def without_quotations(line: str) -> str:
    return re.sub(r"\"[^\"]*\"|“[^”]*”", "words", line)


def wrapped_sentences(text: str) -> list[str]:
    """Lines that go on with a small letter where the one before has no end."""
    lines = body(text).splitlines()
    return [
        f"{number}: {after.strip()}"
        for number, (before, after) in enumerate(pairwise(lines), 2)
        if re.search(r"[a-z,]$", before)
        and not before.lstrip().startswith(("#", "|", ">", "!!!"))
        and re.match(r" *[a-z]", after)
    ]


ONE_SENTENCE_A_LINE = {
    "Begin a new line for each sentence:": second_sentences,
    "Put the whole sentence on one line:": wrapped_sentences,
}


@pytest.mark.parametrize("page", [*PAGES, *DOCUMENTS])
def test_one_sentence_stands_on_one_line(page: str) -> None:
    """A changed sentence is a change of one line."""
    for rule, find in ONE_SENTENCE_A_LINE.items():
        found = [f"{page}:{line}" for line in find(read(page))]
        assert not found, told_at_once(rule, found)


@pytest.mark.parametrize(
    ("text", "is_right"),
    [
        ("One sentence.\nAnother one.", True),
        ("One sentence. Another one.", False),
        ("One sentence that\ngoes on.", False),
        ('It says "Stop. Ask first." there.', True),
        ("- one point\n- another point", True),
        ("1. Open the page. Go to its end.", True),
        ("Dr. Who is nobody.", True),
        ("| a cell. | Another cell. |", True),
        ("From 9.30 to 10.", True),
    ],
)
def test_a_second_sentence_is_told_from_a_single_one(text: str, is_right: bool) -> None:
    """Full stops inside quotations, figures, tables and abbreviations are no ends."""
    assert (second_sentences(text) == wrapped_sentences(text) == []) is is_right


# Pages


@pytest.mark.parametrize("page", PAGES)
def test_front_matter_is_complete(page: str) -> None:
    """A page has a title, a description of one sentence, a review date, an owner and sources."""
    head = front_matter(page)

    assert [key for key in ("title", "description", "owner") if not head.get(key)] == []
    assert re.fullmatch(r"[^.!?]+(?:\.\w[^.!?]*)*[.!?]", head["description"])
    assert date.fromisoformat(head["reviewed"]) >= date(2026, 11, 22)
    assert isinstance(head.get("sources"), list)


@pytest.mark.parametrize("page", PAGES)
def test_front_matter_names_what_the_catalogue_has(page: str) -> None:
    """Sources and phase of a page are records of the catalogue."""
    head = front_matter(page)

    assert set(head["sources"]) - ids_of("sources.yml") == set()
    assert {head.get("phase")} - {None} - ids_of("phases.yml") == set()


def ids_of(file: str) -> set[str]:
    return {record["id"] for record in yaml.load(read(f"docs/_data/{file}"), yaml.CBaseLoader)}


def heading_levels(text: str) -> list[int]:
    return [len(marks) for marks in re.findall(r"^(#+) ", body(text), re.M)]


@pytest.mark.parametrize("page", PAGES)
def test_headings_go_down_one_level_at_a_time(page: str) -> None:
    """A page has one title, and no level is skipped below it."""
    levels = heading_levels(read(page))

    assert levels.count(1) == 1
    assert levels[0] == 1
    assert [b for a, b in pairwise(levels) if b > a + 1] == []


@pytest.mark.parametrize("page", PAGES)
def test_a_page_holds_no_html(page: str) -> None:
    """What needs markup is a macro."""
    found = [line for _, line in lines_of_prose(read(page)) if re.search(r"<[A-Za-z/!]", line)]

    assert found == []


@pytest.mark.parametrize("page", PAGES)
def test_call_outs_are_of_a_known_kind(page: str) -> None:
    """A call-out is a lesson, a matter of safety, our own suggestion, or a change since 2019."""
    kinds = set(re.findall(r"^ *!!! +(\w+)", body(read(page)), re.M))

    assert kinds - CALL_OUTS == set()


@pytest.mark.parametrize("page", PAGES)
def test_a_macro_that_makes_a_block_stands_alone(page: str) -> None:
    """A call on its own line has a blank line on either side and begins the line."""
    lines = ["", *body(read(page)).splitlines(), ""]
    found = [
        line
        for before, line, after in zip(lines, lines[1:], lines[2:], strict=False)
        if re.fullmatch(r"\s*\{\{[^}]*\}\}\s*", line)
        and (before.strip() or after.strip() or line[0] == " ")
    ]

    assert found == []
