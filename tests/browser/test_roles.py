"""A role's page and a phase's page show one and the same task."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import NewReader
from tests.browser.reader import Reader

ROLES = {
    "guide/role/practice-staff/": ("guide/pre-migration-tasks/", "Work through the FP69 flags"),
    "guide/role/project-managers/": (
        "guide/technical-survey/",
        "Compare each device with the minimum specification",
    ),
    "guide/role/clinical-comissioning-groups/": (
        "guide/get-started/",
        "Place the order for the new system",
    ),
}


def box(reader: Reader, title: str) -> Locator:
    """The box of a task, in whatever kind of row."""
    return reader.page.get_by_role("checkbox", name=title, exact=True)


@pytest.mark.parametrize("role", ROLES)
def test_a_tick_on_a_role_s_page_shows_on_the_phase_s_page(
    new_reader: NewReader, role: str
) -> None:
    """And is still there when either is opened again."""
    phase, title = ROLES[role]
    reader = new_reader(at=role)
    box(reader, title).check()

    reader.open(phase)
    expect(box(reader, title)).to_be_checked()
    reader.page.reload()
    expect(box(reader, title)).to_be_checked()

    reader.open(role)
    expect(box(reader, title)).to_be_checked()


@pytest.mark.parametrize("role", ROLES)
def test_a_tick_on_a_phase_s_page_shows_on_the_role_s_page(
    new_reader: NewReader, role: str
) -> None:
    """In a tab that nobody touches, and taken out again."""
    phase, title = ROLES[role]
    reader = new_reader(at=phase)
    other = reader.another_tab(role)
    expect(box(other, title)).not_to_be_checked()

    box(reader, title).check()
    expect(box(other, title)).to_be_checked()
    expect(other.page.locator(f"li:has-text('{title}')").last).to_contain_text("Done")

    box(reader, title).uncheck()
    expect(box(other, title)).not_to_be_checked()


def test_a_checklist_of_a_role_counts_what_is_done(new_reader: NewReader) -> None:
    """Each phase for itself."""
    reader = new_reader(at="guide/role/clinical-comissioning-groups/")
    survey = reader.page.locator("task-checklist").nth(3)
    total = survey.get_by_role("checkbox").count()

    box(reader, "Agree with the ICB who pays for what you need").check()

    expect(survey).to_contain_text(f"1 of {total} done")


def test_a_task_leads_to_the_section_that_explains_it(new_reader: NewReader) -> None:
    """By a link that says which task it is about."""
    reader = new_reader(at="guide/role/practice-staff/")

    name = re.compile("Read.*Work through the FP69 flags")
    reader.page.get_by_role("link", name=name).click()

    expect(reader.page.locator("#fp69-and-registrations")).to_be_in_viewport()


@pytest.mark.parametrize("role", ROLES)
def test_a_role_s_page_fits_a_small_telephone(new_reader: NewReader, role: str) -> None:
    """Nothing is cut off at 320 px."""
    reader = new_reader(at=role, viewport={"width": 320, "height": 700})

    assert reader.page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize(("width", "height"), [(1280, 900), (320, 640)])
def test_a_section_that_a_link_names_stays_in_sight_when_dates_come(
    new_reader: NewReader, width: int, height: int
) -> None:
    """Dates make the rows above it taller, hundreds of them, after the page has been shown."""
    reader = new_reader(viewport={"width": width, "height": height})
    reader.field("Go Live date").fill("8 June 2027")
    reader.field("Go Live date").press("Tab")
    reader.wait_for_dates()

    reader.open("guide/role/practice-staff/#planning-for-cutover")
    expect(reader.page.locator("task-checklist .app-task__due b").last).to_be_attached()

    top = "document.querySelector(':target').getBoundingClientRect().top"
    reader.page.wait_for_function(f"{top} > 0 && {top} < 250")
