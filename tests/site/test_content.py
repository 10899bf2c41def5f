"""What every page says, and what stands on the Kick-off page."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros import address_of
from macros.catalogue import Catalogue
from tests.conftest import ROOT, our_catalogue
from tests.site.reading import Page, words_of

Read = dict[str, Page]


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """Load our own catalogue once."""
    return our_catalogue()


@pytest.fixture(scope="module")
def rows(kick_off: Page) -> dict[str, str]:
    """The words of each task, seat and party on the page, `task:order-smartcards`."""
    return {
        f"{kind}:{element.get(f'data-{kind}')}": words_of(element)
        for kind in ("task", "seat", "party")
        for element in reversed(kick_off.all())  # the full row of a task comes first
        if f"data-{kind}" in element.attrib
    }


def test_every_task_seat_and_party_of_the_phase_is_on_the_page(
    rows: dict[str, str], catalogue: Catalogue
) -> None:
    """None is lost between the catalogue and the page."""
    wanted = {f"task:{task.id}" for task in catalogue.tasks if task.phase == "kick-off"}
    wanted |= {f"seat:{seat.id}" for seat in catalogue.seats}
    wanted |= {f"party:{party.id}" for party in catalogue.parties}

    assert set(rows) == wanted


def test_every_task_has_one_full_row_and_one_in_its_section(kick_off: Page) -> None:
    """The full row has the id; the short one stands where the task is explained."""
    tasks = [e for e in kick_off.all("li", "label") if "data-task" in e.attrib]
    full = [e.get("data-task") for e in tasks if e.get("id") == f"task-{e.get('data-task')}"]
    short = [e.get("data-task") for e in tasks if "id" not in e.attrib]

    assert len(full) == len(set(full))
    assert sorted(full) == sorted(short)


def test_nine_decisions_are_made_in_the_room(kick_off: Page) -> None:
    """As the page says."""
    part = kick_off.tree.find(".//*[@data-part='kick-off-decide']")

    assert len(list(part.iter("li"))) == 9
    assert "9 decisions" in kick_off.sections()["decide-in-the-room"]


def test_the_page_is_a_checklist_without_a_script(kick_off: Page) -> None:
    """Every row has a real box; what needs a script says so; no button stands in the content."""
    rows = [e for e in kick_off.all("li", "label") if "data-task" in e.attrib or "data-party" in e.attrib]
    article = kick_off.tree.find(".//article")

    assert [e.attrib for e in rows if len(list(e.iter("input"))) != 1] == []
    assert list(article.iter("button")) == []
    assert words_of(article).count("needs JavaScript") == 1


def test_the_journey_has_fifteen_phases_on_every_page(read: Read, catalogue: Catalogue) -> None:
    """In the order of the migration, each with its length."""
    wanted = [phase.id for phase in catalogue.phases]

    assert len(wanted) == 15
    for page in read.values():
        assert [
            e.get("data-phase")
            for e in page.tree.find(".//*[@id='journey']").iter("li")
            if "data-phase" in e.attrib
        ] == wanted


def test_the_journey_marks_the_page_of_a_phase(read: Read, catalogue: Catalogue) -> None:
    """Every phase that has a page of its own is marked there, and no page marks another's."""
    marked = {
        element.get("data-phase"): place
        for place, page in read.items()
        for element in page.all("li")
        if element.get("class") == "is-now"
    }
    pages = {p.id: p.page_file.replace(".md", "/index.html") for p in catalogue.phases}

    assert marked == {id: pages[id] for id in marked}
    assert {phase.id for phase in catalogue.phases if not phase.page_anchor} <= set(marked)


@pytest.mark.parametrize(
    "words",
    ["Beta", "This is an independent guide. It is not an NHS service.", "not NHS policy."],
)
def test_every_page_says_that_it_is_beta_and_independent(read: Read, words: str) -> None:
    """The one for unknown addresses too, at its head and at its foot."""
    assert [place for place, page in read.items() if words not in words_of(page.tree)] == []


def test_every_page_has_a_title_and_a_description_of_its_own(read: Read) -> None:
    """So that a search engine and a list of tabs tell them apart."""
    titles = [words_of(page.tree.find("./head/title")) for page in read.values()]
    described = [
        element.get("content", "")
        for page in read.values()
        for element in page.all("meta")
        if element.get("name") == "description"
    ]

    assert len(set(titles)) == len(read)
    assert len(set(described)) == len(described) == len(read)
    assert [text for text in described if not re.fullmatch(r"[A-Z][^<>]{20,160}\.", text)] == []


def test_every_page_says_when_it_was_reviewed_and_where_its_facts_come_from(read: Read) -> None:
    """With a day in words; the page for unknown addresses states no facts."""
    head = {place: front_matter(place) for place in read if place != "404.html"}

    wanted = {"title", "description", "reviewed", "owner", "sources"}
    assert [place for place, fields in head.items() if set(fields) - {"phase"} != wanted] == []
    for place, fields in head.items():
        about = words_of(read[place].tree.find(".//main/footer"))
        assert f"Last reviewed: {in_words(fields['reviewed'])}" in about
        listed = read[place].tree.findall(".//main/footer/details/ul/li")
        assert len(listed) == len(fields["sources"]) > 0


def front_matter(place: str) -> dict[str, Any]:
    """Read what the page's file says of itself."""
    file = ROOT / "docs" / place.replace("/index.html", ".md").replace(".html", ".md")
    file = file if file.is_file() else ROOT / "docs" / place.replace(".html", ".md")
    return yaml.safe_load(file.read_text("utf-8").split("---")[1])


def in_words(day: date) -> str:
    """Write a day as the guide does: `6 August 2018`."""
    return f"{day.day} {day:%B %Y}"


SOUGHT = [
    # today's names and old ones
    ("ICB", "glossary/#icb"),
    ("CCG", "glossary/#ccg"),
    ("NHAIS", "glossary/#nhais"),
    ("NHS Digital", "glossary/#nhs-digital"),
    ("tracking database", "glossary/#tracking-database"),
    ("smartcard", "guide/cutover-and-go-live/#activate-smartcards"),
    # abbreviations
    ("EPS", "guide/kick-off/#notification-of-3rd-parties-and-links"),
    ("eRD", "glossary/#erd"),
    ("FDP", "glossary/#final-data-production"),
    ("DPIA", "glossary/#dpia"),
    # products, and words of the work
    ("DocMan", "guide/kick-off/#who-roles-and-responsibilities"),
    ("post-dated", "glossary/#post-dated-prescription"),
]


@pytest.mark.parametrize(("word", "section"), SOUGHT)
def test_what_staff_type_is_found_in_its_section(site: Path, word: str, section: str) -> None:
    """Old names, new ones and abbreviations lead to the section that explains them."""
    found = [place for place, words in search_index(site).items() if word.lower() in words.lower()]

    assert section in found


def test_every_task_is_found_by_its_title(site: Path, catalogue: Catalogue) -> None:
    """On the page of its phase, whichever page that is."""
    index = search_index(site)
    pages = {task.id: address_of(catalogue.phase(task.phase).page) for task in catalogue.tasks}
    lost = [
        task.title
        for task in catalogue.tasks
        for page in [pages[task.id].partition("#")[0]]
        if not any(place.startswith(page) and task.title in words for place, words in index.items())
    ]

    assert lost == []
    assert len(set(pages.values())) > 1


def test_a_hit_holds_no_field(site: Path) -> None:
    """Neither the boxes of tasks nor the words for scripts are searched."""
    told = " ".join(search_index(site).values())

    assert "<" not in told
    assert "Clear this date" not in told


def search_index(site: Path) -> dict[str, str]:
    """Read title and words of each section that search knows, by its address."""
    return {
        f"{page}#{anchor}".rstrip("#"): f"{title} {texts[anchor]}"
        for page, first, parts, _ in json.loads((site / "search/words.json").read_text("utf-8"))[
            "pages"
        ]
        for texts in [json.loads((site / "search" / page / "texts.json").read_text("utf-8"))]
        for anchor, title, _ in [("", first, 0), *parts]
    }


def test_what_is_new_says_what_the_changelog_says(read: Read) -> None:
    """Each edition and each change of advice, in the order of the changelog."""
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    page = read["about/whats-new/index.html"]
    editions = [words_of(e) for e in page.all("h2") if e.get("id", "").startswith("edition-")]
    words = words_of(page.tree.find(".//article"))

    assert editions == re.findall(r"^## (.+)$", changelog, re.M)
    advice = re.findall(r"^### Advice changed\n(.*?)(?=^##|\Z)", changelog, re.M | re.S)
    for line in re.findall(r"^- (.+)$", "".join(advice), re.M):
        assert line in words
    assert "Behind the scenes" not in words
