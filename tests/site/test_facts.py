"""Nothing of the 2019 guide is missing: each fact, question and lesson stands where it should.

tests/cases/facts/ has a file for each page. A fact names the section where it stands, or the
record (`task:`, `seat:`, `party:`), and a phrase of ours; `at` names another page than the file's.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.catalogue import Catalogue
from tests.conftest import ROOT, our_catalogue
from tests.site.reading import Page, words_of

TEXTS = {
    path.stem: path.read_text("utf-8")
    for path in sorted((Path(__file__).parents[1] / "cases/facts").glob("*.yml"))
}
FILES = {name: yaml.load(text, Loader=yaml.CSafeLoader) for name, text in TEXTS.items()}
QUESTIONS: dict[str, dict[str, Any]] = FILES.pop("roles")
FACTS: dict[str, dict[str, str]] = {
    f"{name}:{id}": {"at": file.get("page", ""), **fact}
    for name, file in FILES.items()
    for id, fact in file.items()
    if id != "page"
}
SERIES = {"K": 73, "G": 22, "S": 11, "M": 26, "D": 18, "C": 32, "L": 15, "P": 7, "E": 8, "T": 8}
LESSONS = 19
QUESTION_COUNT = 64
HOMES = {"seat": "guide/kick-off", "party": "guide/kick-off"}

Read = dict[str, Page]


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """Load our own catalogue once."""
    return our_catalogue()


@pytest.fixture(scope="module")
def sections(read: Read) -> dict[str, dict[str, str]]:
    """The words under each heading, by page."""
    return {place: page.sections() for place, page in read.items() if page.all("article")}


@pytest.fixture(scope="module")
def rows(read: Read) -> dict[str, dict[str, str]]:
    """The words of each task, seat and party, by page: `task:order-smartcards`."""
    return {place: rows_of(page) for place, page in read.items()}


def rows_of(page: Page) -> dict[str, str]:
    """The full row of a task comes first, and so is the one that is kept."""
    return {
        f"{kind}:{element.get(f'data-{kind}')}": words_of(element)
        for element in reversed(page.all("li", "tr"))
        for kind in ("task", "seat", "party")
        if f"data-{kind}" in element.attrib
    }


def place_of(address: str) -> str:
    """The file of a page, from its address."""
    return f"{address}/index.html"


def test_every_fact_and_lesson_is_listed() -> None:
    """From the first of each series to its last, and none without words of ours."""
    wanted = {f"{letter}{n:02}" for letter, last in SERIES.items() for n in range(1, last + 1)}
    wanted |= {f"R{number}" for number in range(1, LESSONS + 1)}

    assert sorted(wanted - {id.partition(":")[2] for id in FACTS}) == []
    assert [id for id, fact in FACTS.items() if len(fact["says"]) < 3 or not fact["fact"]] == []


@pytest.mark.parametrize("name", TEXTS)
def test_no_fact_is_listed_twice_in_a_file(name: str) -> None:
    """A second entry of one name would hide the first."""
    written = re.findall(r"^(\w+):", TEXTS[name], re.M)

    assert len(written) == len(set(written))


@pytest.mark.parametrize("id", FACTS)
def test_a_fact_stands_where_it_should(
    id: str,
    sections: dict[str, dict[str, str]],
    rows: dict[str, dict[str, str]],
    catalogue: Catalogue,
) -> None:
    """In the section, or in the record and its row on the page."""
    where, says = FACTS[id]["in"], FACTS[id]["says"]
    kind, _, name = where.partition(":")

    if name:
        record: Any = getattr(catalogue, kind)(name)
        texts = [getattr(record, field) for field in record.__dataclass_fields__]
        home = HOMES[kind] if kind in HOMES else record.page_file.removesuffix(".md")
        assert any(says in text for text in texts if isinstance(text, str))
        assert says in rows[place_of(home)][where]
    else:
        assert says in sections[place_of(FACTS[id]["at"])][where]


@pytest.mark.parametrize("id", [id for id in FACTS if id.startswith("lessons:")])
def test_a_lesson_stands_in_a_call_out_of_its_own_kind(id: str, read: Read) -> None:
    """Told apart by its words and by its shape, not by its colour alone."""
    page = read[place_of(FACTS[id]["at"])]
    lessons = [
        words_of(element)
        for element in page.all("div")
        if "lesson" in element.get("class", "").split()
    ]

    holding = [words for words in lessons if FACTS[id]["says"] in words]
    assert holding
    assert [words for words in holding if not words.startswith("Lesson learnt")] == []


def test_every_question_of_the_role_checklists_is_listed() -> None:
    """The 64 of 2019."""
    assert list(QUESTIONS) == [f"Q{number:02}" for number in range(1, QUESTION_COUNT + 1)]


@pytest.mark.parametrize("id", QUESTIONS)
def test_a_question_is_answered_on_the_page_of_each_role(
    id: str, read: Read, rows: dict[str, dict[str, str]], catalogue: Catalogue
) -> None:
    """By a task of that role, with what to read beside it."""
    reads, tasks = QUESTIONS[id]["reads"], QUESTIONS[id]["tasks"]
    pages = {role: read[catalogue.role(role).page.replace(".md", "/index.html")] for role in tasks}
    lacking = [r for r, task in tasks.items() if f"task:{task}" not in rows[pages[r].place]]

    assert lacking == []
    for page in pages.values():
        address, _, fragment = str(reads).partition("#")
        linked = {page.place_of(to) for _, name, to in page.links() if name == "href"}
        assert reads == "none" or (place_of(address), fragment) in linked


def test_each_role_page_has_every_task_of_its_role_once(read: Read, catalogue: Catalogue) -> None:
    """None is lost, and none is shown twice."""
    for role in catalogue.roles:
        page = read[role.page.replace(".md", "/index.html")]
        shown = [e.get("data-task", "") for e in page.all("li") if "data-task" in e.attrib]
        wanted = [task.id for task in catalogue.tasks if role.id in task.roles]
        assert sorted(shown) == sorted(wanted)


def test_every_task_has_one_full_row_on_the_page_that_explains_it(
    read: Read, catalogue: Catalogue, capsys: pytest.CaptureFixture[str]
) -> None:
    """And the number of tasks of each page is printed."""
    for task in catalogue.tasks:
        page = read[task.page_file.replace(".md", "/index.html")]
        assert page.values("id").count(task.anchor) == 1, task.id

    with capsys.disabled():
        for page_file, count in Counter(task.page_file for task in catalogue.tasks).items():
            print(f"\n  tasks: {count} {page_file}", end="")
        print(f"\n  tasks: {len(catalogue.tasks)} in all", end="")
