"""Access: nothing for axe to find, nothing off the edge, everything within the keyboard's reach."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import NewReader
from tests.browser.reader import Reader
from tests.pages_server import Pages

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
WIDTHS = {"wide": 1280, "narrow": 320}
RUN = """async only => {
    for (const animation of document.getAnimations()) animation.cancel()
    const {violations} = await axe.run(only ? {runOnly: only} : {})
    const places = ({id, nodes}) => nodes.map(({target}) => `${id}: ${target.join(' ')}`)
    return violations.flatMap(places)
}"""
COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules of axe about colours: all in which the dark page can differ from the light one."""
OFF_THE_EDGE = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
FOCUSED = """() => {
    const at = document.activeElement
    const {left, top, right, bottom} = at.getBoundingClientRect()
    const {outlineStyle, outlineWidth, boxShadow} = getComputedStyle(at)
    return {
        name: at.labels?.[0]?.textContent.trim() ?? at.textContent.trim(),
        row: at.closest('li[id]')?.id ?? '',
        isShown: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 || boxShadow !== 'none',
        isInside: right > 0 && bottom > 0 && left < innerWidth && top < innerHeight,
    }
}"""


def faults(page: Page) -> list[str]:
    """What axe finds on the page as it is, in light and in dark."""
    page.evaluate(f"() => {{ {AXE} }}")
    page.emulate_media(color_scheme="light")
    light = page.evaluate(RUN)
    page.emulate_media(color_scheme="dark")
    return [*light, *(f"dark {fault}" for fault in page.evaluate(RUN, COLOURS))]


def sitemap(pages: Pages) -> list[str]:
    """Every page of the site, and the page for wrong addresses."""
    text = (pages.root / "sitemap.xml").read_text("utf-8")
    addresses = re.findall(r"<loc>https?://[^/]+/[^/]+/(.*?)</loc>", text)
    assert len(addresses) > 15
    return [*addresses, "404.html"]


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
def test_no_page_has_a_fault_or_runs_off_its_edge(
    new_context: Callable[..., BrowserContext], pages: Pages, width: int
) -> None:
    """axe finds nothing on any page, light or dark, and no page scrolls sideways."""
    page = new_context(viewport={"width": width, "height": 900}).new_page()
    found = {}

    for path in sitemap(pages):
        page.goto(pages.url + path)
        found[path] = [*faults(page), page.evaluate(OFF_THE_EDGE)]

    assert {path: what for path, what in found.items() if what != [0]} == {}


def details_open(reader: Reader) -> None:
    """Fold out all that is folded, in a plan with something in it."""
    reader.enter({"Practice": "Example Practice", "Go Live date": "8 June 2027"})
    reader.wait_for_dates()
    reader.box("NHS 111").check()
    reader.add_action("Move the flu clinic", "Dr Lee", "3 March 2027")
    reader.not_applicable("Book the technical survey", "It was done last year")
    reader.open_all()


def search_open(reader: Reader) -> None:
    """Search, with results."""
    reader.button("Search").click()
    reader.page.get_by_role("searchbox").fill("smartcard")
    expect(reader.page.get_by_role("dialog").get_by_role("link").first).to_be_visible()


def field_wrong(reader: Reader) -> None:
    """Enter a date that is none, and an NHS number."""
    reader.enter({"Go Live date": "soon", "Practice": "943 476 5919"})
    expect(reader.page.get_by_role("alert")).to_have_count(2)


def meeting_open(reader: Reader) -> None:
    """Start the meeting view with something agreed."""
    reader.box("Agree how long the cutover is").check()
    reader.button("Meeting view").click()
    expect(reader.button("Leave")).to_be_visible()


def menu_open(reader: Reader) -> None:
    """Open the menu of narrow screens; wide ones have none."""
    menu = reader.page.get_by_role("button", name="Menu")
    for button in menu.all():
        button.click()
    expect(reader.page.get_by_role("navigation", name="Your migration")).to_be_visible()


def file_open(reader: Reader) -> None:
    """Preview a plan whose note has an NHS number."""
    note = {"value": "943 476 5919", "at": 1, "device": "abc123"}
    plan = {"format": "gp-migration-plan", "schema": 1, "id": "a", "tasks": {"t": {"notes": note}}}
    with reader.page.expect_file_chooser() as chooser:
        reader.button("Open a saved plan").click()
    file = {"name": "plan.json", "mimeType": "application/json", "buffer": json.dumps(plan)}
    chooser.value.set_files({**file, "buffer": file["buffer"].encode()})
    expect(reader.button("Replace")).to_be_visible()


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
@pytest.mark.parametrize(
    "do", [details_open, search_open, menu_open, file_open, field_wrong, meeting_open]
)
def test_nothing_that_opens_has_a_fault(
    new_reader: NewReader, do: Callable[[Reader], None], width: int
) -> None:
    """axe finds nothing with each panel open, and none runs off the edge."""
    reader = new_reader(viewport={"width": width, "height": 900})

    do(reader)

    assert [*faults(reader.page), reader.page.evaluate(OFF_THE_EDGE)] == [0]


def test_text_of_twice_the_size_stays_within_the_page(new_reader: NewReader) -> None:
    """With the browser's text set to 200 % nothing runs off the edge, whatever is open."""
    reader = new_reader()
    browser = reader.page.context.new_cdp_session(reader.page)
    browser.send("Page.setFontSizes", {"fontSizes": {"standard": 32}})
    reader.page.reload()

    details_open(reader)

    assert reader.page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") >= 32
    assert reader.page.evaluate(OFF_THE_EDGE) == 0


# The keyboard


def tab(page: Page, most: int) -> Iterator[dict[str, str]]:
    """Press Tab, and say each time where the focus is."""
    for _ in range(most):
        page.keyboard.press("Tab")
        yield page.evaluate(FOCUSED)


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
def test_the_keyboard_reaches_and_shows_everything(new_reader: NewReader, width: int) -> None:
    """Tab leads from the skip link through search and menu to each control of a checklist."""
    reader = new_reader(viewport={"width": width, "height": 700}, reduced_motion="reduce")

    stops = list(tab(reader.page, 75))

    assert [stop for stop in stops if not (stop["isShown"] and stop["isInside"])] == []
    names = [stop["name"] for stop in stops]
    assert names[0] == "Skip to the page"
    assert {"Search", "Practice", "Go Live date", "Calendar", "Meeting view"} <= set(names)
    assert ("Menu" in names) == (width < 600)
    rows = [stop["row"] for stop in stops if stop["row"].startswith("task-")]
    assert rows.count("task-agree-go-live-date") == rows.count("task-name-who-may-stop") == 2


def test_the_skip_link_leads_to_the_page(reader: Reader) -> None:
    """The first stop, followed, puts the reader behind header and menu."""
    reader.page.keyboard.press("Tab")
    reader.page.keyboard.press("Enter")

    expect(reader.page.get_by_role("main")).to_be_focused()


def test_search_opens_and_closes_by_keyboard(reader: Reader) -> None:
    """Escape closes the search, and the focus is back on the button that opened it."""
    reader.button("Search").focus()
    reader.page.keyboard.press("Enter")
    expect(reader.page.get_by_role("searchbox")).to_be_focused()

    reader.page.keyboard.press("Escape")

    expect(reader.page.get_by_role("dialog")).to_be_hidden()
    expect(reader.button("Search")).to_be_focused()


def test_no_single_key_does_anything(reader: Reader) -> None:
    """A letter, pressed by mistake or by speech, opens nothing and moves nothing."""
    before = reader.page.content()

    for key in "abcdefghijklmnopqrstuvwxyz0123456789/?.,":
        reader.page.keyboard.press(key)

    assert reader.page.content() == before
    assert reader.page.url == reader.url + "guide/kick-off/"


def test_the_focus_stays_with_what_was_done(reader: Reader) -> None:
    """Choosing or leaving a file, and undoing, do not throw the reader back to the top."""
    reader.box("Agree how long the cutover is").check()
    is_lost = "document.activeElement === document.body"
    file_open(reader)
    reader.button("Cancel").click()
    lost = [reader.page.evaluate(is_lost)]
    file_open(reader)
    reader.button("Replace").click()
    lost.append(reader.page.evaluate(is_lost))

    reader.button("Undo").click()

    assert [*lost, reader.page.evaluate(is_lost)] == [False, False, False]
