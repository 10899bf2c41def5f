"""Light and dark: as the device is set, or as the reader chose, from the first paint on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import NewReader
from tests.browser.reader import Reader

LIGHT, DARK = "rgb(255, 255, 255)", "rgb(19, 27, 34)"
CHOSEN_DARK = {"gp-migration:colours": "dark"}
BACKGROUND = "() => getComputedStyle(document.documentElement).backgroundColor"
SCHEME = "() => getComputedStyle(document.documentElement).colorScheme"
TOKENS = """() => {
    const root = getComputedStyle(document.documentElement)
    const names = [...document.styleSheets[0].cssRules]
        .filter(rule => rule.selectorText === ':root').flatMap(rule => [...rule.style])
        .filter(name => name.startsWith('--'))
    return Object.fromEntries(names.map(name => [name, root.getPropertyValue(name)]))
}"""
PLACES = """() => [...document.querySelectorAll('body *')].map(element => {
    const {x, y, width, height} = element.getBoundingClientRect()
    return [x, y + scrollY, width, height].map(Math.round).join(' ')
})"""
BLOCKED = """
    const blocked = () => { throw new DOMException('The operation is insecure.', 'SecurityError') }
    Object.defineProperty(window, 'localStorage', {get: blocked})"""


def choice(page: Page) -> Locator:
    """The field at the foot of every page."""
    return page.get_by_role("contentinfo").get_by_label("Colours", exact=True)


@pytest.mark.parametrize(
    ("device", "chosen", "background", "scheme"),
    [
        ("light", "As your device", LIGHT, "light dark"),
        ("light", "Light", LIGHT, "light"),
        ("light", "Dark", DARK, "dark"),
        ("dark", "As your device", DARK, "light dark"),
        ("dark", "Light", LIGHT, "light"),
        ("dark", "Dark", DARK, "dark"),
    ],
)
def test_a_choice_of_colours_goes_before_the_device(
    new_reader: NewReader, device: str, chosen: str, background: str, scheme: str
) -> None:
    """At once, on the next page, and with the browser's own fields and bars in the same colours."""
    reader = new_reader(color_scheme=device)

    choice(reader.page).select_option("Dark")
    choice(reader.page).select_option(chosen)

    assert [reader.page.evaluate(BACKGROUND), reader.page.evaluate(SCHEME)] == [background, scheme]
    reader.open("glossary/")
    assert [reader.page.evaluate(BACKGROUND), reader.page.evaluate(SCHEME)] == [background, scheme]
    expect(choice(reader.page).locator("option:checked")).to_have_text(chosen)


def test_the_choice_stands_before_the_first_paint(new_reader: NewReader) -> None:
    """No module has done anything yet, and the page is dark already: nothing flashes."""
    reader = new_reader(CHOSEN_DARK, color_scheme="light")
    nothing = {"body": "", "content_type": "text/javascript"}
    reader.page.route("**/assets/js/**", lambda route: route.fulfill(**nothing))
    reader.page.goto(f"{reader.url}glossary/")

    assert reader.page.evaluate(BACKGROUND) == DARK
    before_styles = reader.page.locator("meta[name=color-scheme]")
    expect(before_styles).to_have_attribute("content", "dark")


def test_dark_is_the_same_whoever_asks_for_it(new_reader: NewReader) -> None:
    """Every colour of the device's dark is that of the chosen dark, and not that of light."""
    chosen = new_reader(CHOSEN_DARK, color_scheme="light").page.evaluate(TOKENS)
    asked = new_reader(color_scheme="dark").page.evaluate(TOKENS)
    light = new_reader(color_scheme="light").page.evaluate(TOKENS)

    assert chosen == asked
    assert {name for name in light if light[name] != asked[name]} >= {"--ink", "--paper", "--soon"}


def test_other_tabs_and_earlier_pages_follow(reader: Reader) -> None:
    """One browser has one choice, also on the page that Back leads to."""
    other = reader.another_tab()
    other.open("glossary/")

    choice(other.page).select_option("Dark")

    expect(choice(reader.page)).to_have_value("dark")
    assert reader.page.evaluate(BACKGROUND) == DARK
    other.page.go_back()
    assert other.page.evaluate(BACKGROUND) == DARK


def test_a_choice_moves_nothing(reader: Reader) -> None:
    """Header, page and footer stay where they are."""
    reader.open("about/privacy/")
    before = reader.page.evaluate(PLACES)

    choice(reader.page).select_option("Dark")

    assert reader.page.evaluate(PLACES) == before


def test_without_storage_the_choice_holds_for_the_page_and_says_so(new_reader: NewReader) -> None:
    """Also after a tick, which cannot be kept either."""
    reader = new_reader(script=BLOCKED)

    choice(reader.page).select_option("Dark")
    reader.box("Agree how long the cutover is").check()

    foot = reader.page.get_by_role("contentinfo")
    words = "Your browser is not letting this page save."
    expect(foot.get_by_role("status")).to_have_text(words)
    assert reader.page.evaluate(BACKGROUND) == DARK


def test_the_choice_is_no_part_of_a_plan(reader: Reader, tmp_path: Path) -> None:
    """It belongs to the browser: no file holds it, and it makes no plan."""
    choice(reader.page).select_option("Dark")

    assert reader.stored() == CHOSEN_DARK
    reader.box("Agree how long the cutover is").check()
    saved = reader.save_a_copy(tmp_path).read_text("utf-8")
    assert "colours" not in json.loads(saved)
    assert "dark" not in saved


def test_removing_everything_removes_the_choice(new_reader: NewReader) -> None:
    """The page goes back to the colours of the device."""
    reader = new_reader(CHOSEN_DARK, color_scheme="light", at="plan/files/")

    reader.button("Remove everything from this browser").click()
    reader.button("Yes, remove everything from this browser").click()

    expect(choice(reader.page)).to_have_value("")
    assert reader.page.evaluate(BACKGROUND) == LIGHT
    assert reader.stored() == {}


@pytest.mark.parametrize("chosen", ["As your device", "Dark"])
def test_paper_is_never_dark(new_reader: NewReader, chosen: str) -> None:
    """Whatever the screen shows, print is black on white."""
    reader = new_reader(color_scheme="dark")
    choice(reader.page).select_option(chosen)

    reader.page.emulate_media(media="print")

    ink = "() => getComputedStyle(document.body).color"
    assert [reader.page.evaluate(BACKGROUND), reader.page.evaluate(ink)] == [LIGHT, "rgb(0, 0, 0)"]
    expect(choice(reader.page)).to_be_hidden()


def test_without_script_there_is_no_choice(new_reader: NewReader) -> None:
    """No control that would do nothing; the colours are those of the device."""
    reader = new_reader(java_script_enabled=False, color_scheme="dark")

    expect(choice(reader.page)).to_be_hidden()


@pytest.mark.parametrize("device", ["light", "dark"])
def test_who_asks_for_contrast_gets_no_grey(new_reader: NewReader, device: str) -> None:
    """Second thoughts and lines are as strong as the words, in light and in dark."""
    reader = new_reader(color_scheme=device, contrast="more")
    words = reader.page.locator(".app-task__why").first

    strong = reader.page.evaluate("() => getComputedStyle(document.documentElement).color")

    expect(words).to_have_css("color", strong)
    expect(reader.page.locator("li.app-task").first).to_have_css("border-bottom-color", strong)
