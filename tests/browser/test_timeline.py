"""The picture of the phases: by the default rules, and with a Go Live date the reader's own."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.axe import faults
from tests.browser.conftest import NewReader
from tests.browser.reader import DATED, Reader

GUIDE = "guide/"
SIZES = """picture => [...picture.querySelectorAll('b, small, text')]
    .filter(one => one.textContent).map(one => parseFloat(getComputedStyle(one).fontSize))"""


def bar(reader: Reader, phase: str) -> str | None:
    """How far from the left the bar of a phase begins."""
    row = reader.page.locator(f'.app-timeline__row[data-phase="{phase}"]')
    return row.locator("rect").get_attribute("x")


def picture(reader: Reader) -> Locator:
    """The picture with its caption."""
    return reader.page.locator("phase-timeline")


@pytest.fixture
def planner(new_reader: NewReader) -> Reader:
    """Someone with a Go Live date, on the page of all phases, on 16 March 2027."""
    reader = new_reader(DATED, at=GUIDE, now="2027-03-16T10:00:00Z")
    expect(picture(reader)).to_contain_text("Your dates for Go Live on Tuesday 8 June 2027.")
    return reader


def test_without_a_date_the_picture_shows_the_default_rules(new_reader: NewReader) -> None:
    """In weeks, with the lengths in words."""
    reader = new_reader(at=GUIDE)

    expect(picture(reader)).to_contain_text("which is week 0")
    expect(picture(reader)).to_contain_text("4 to 13 weeks, usually 8")
    expect(reader.page.get_by_role("img", name="The phases as bars")).to_be_visible()


def test_with_a_date_it_shows_the_reader_s_own(planner: Reader) -> None:
    """Days as text, today, bank holidays by name, and that all of it is only suggested."""
    for words in ("Tue 1 June", "Tue 8 June", "Today", "8 Jun", "Mon 31 May", "Not NHS policy."):
        expect(picture(planner)).to_contain_text(words)

    row = planner.page.get_by_role("row").filter(has_text="Everyone logs off")
    expect(row).to_contain_text("Tue 1 June")


def test_a_new_date_moves_the_picture_and_none_puts_it_back(planner: Reader) -> None:
    """In another tab, at once."""
    other = planner.another_tab()
    first = bar(planner, "cutover")

    other.choose_cutover("two-weeks")
    expect(picture(planner)).to_contain_text("Mon 24 May")
    assert bar(planner, "cutover") != first

    other.enter({"Go Live date": ""})
    expect(picture(planner)).to_contain_text("which is week 0")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_picture_is_legible_on_a_small_telephone(new_reader: NewReader, scheme: str) -> None:
    """At 320 px nothing is cut off, no text is smaller than 14 px, and axe finds no fault."""
    narrow = {"width": 320, "height": 700}
    reader = new_reader(DATED, at=GUIDE, viewport=narrow, color_scheme=scheme)
    expect(picture(reader)).to_contain_text("Your dates for Go Live")

    assert min(picture(reader).evaluate(SIZES)) >= 14
    assert reader.page.evaluate("document.documentElement.scrollWidth") == 320
    assert faults(reader.page, schemes=(scheme,)) == []


def test_the_picture_is_there_without_a_script(new_reader: NewReader) -> None:
    """By the default rules, with its table."""
    reader = new_reader(java_script_enabled=False, at=GUIDE)

    expect(picture(reader)).to_contain_text("Final data production")
    assert reader.page.locator(".app-timeline__row rect").count() == 15
