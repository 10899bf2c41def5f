"""Access: everything within the keyboard's reach, and nothing off the edge."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import OFF_THE_EDGE
from tests.browser.conftest import NewReader
from tests.browser.reader import AT_ONCE, Reader

WIDTHS = {"wide": 1280, "narrow": 320}
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


def details_open(reader: Reader) -> None:
    """Fold out all that is folded, in a plan with something in it."""
    reader.enter({"Practice": "Example Practice", "Go Live date": "8 June 2027"})
    reader.wait_for_dates()
    reader.box("NHS 111").check()
    reader.add_action("Move the flu clinic", "Dr Lee", "3 March 2027")
    reader.not_applicable("Book the technical survey", "It was done last year")
    reader.open_all()


def file_open(reader: Reader) -> None:
    """Preview a plan whose note has an NHS number."""
    note = {"value": "943 476 5919", "at": 1, "device": "abc123"}
    plan = {"format": "gp-migration-plan", "schema": 1, "id": "a", "tasks": {"t": {"notes": note}}}
    with reader.page.expect_file_chooser() as chooser:
        reader.button("Open a saved plan").click()
    file = {"name": "plan.json", "mimeType": "application/json", "buffer": json.dumps(plan)}
    chooser.value.set_files({**file, "buffer": file["buffer"].encode()})
    expect(reader.button("Replace")).to_be_visible()


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


def test_search_closes_with_its_button(reader: Reader) -> None:
    """And stays closed; the focus is back where it was."""
    reader.button("Search").click()
    expect(reader.page.get_by_role("searchbox")).to_be_focused()

    reader.button("Close").click()

    expect(reader.page.get_by_role("dialog")).to_be_hidden()
    expect(reader.button("Search")).to_be_focused()


def test_ctrl_and_k_opens_the_search(reader: Reader) -> None:
    """From wherever the focus is, and back there; the dialog tells the shortcut in words."""
    box = reader.box("Agree how long the cutover is")
    box.focus()

    reader.page.keyboard.press("Control+k")

    expect(reader.page.get_by_role("searchbox")).to_be_focused()
    expect(reader.said("Ctrl and K opens the search on any page.")).to_be_visible()
    reader.page.keyboard.press("Escape")
    expect(box).to_be_focused()


@pytest.mark.parametrize("key", ["Control+k", "Control+Shift+k", "k"])
def test_no_shortcut_takes_a_key_from_who_types(reader: Reader, key: str) -> None:
    """Inside a field every key is the field's."""
    reader.field("Practice").focus()

    reader.page.keyboard.press(key)

    expect(reader.page.get_by_role("dialog")).to_have_count(0)
    expect(reader.field("Practice")).to_be_focused()


def test_no_single_key_does_anything(new_reader: NewReader) -> None:
    """A letter, pressed by mistake or by speech, opens nothing and moves nothing."""
    reader = new_reader(script=AT_ONCE)
    for late in (".app-seat-fields.is-whole", ".app-party-form *", ".app-care"):
        reader.page.locator(late).first.wait_for(state="attached")
    before = reader.page.content()

    for key in "abcdefghijklmnopqrstuvwxyz0123456789/?.,":
        reader.page.keyboard.press(key)

    assert reader.page.content() == before
    assert reader.page.url == reader.url + "guide/kick-off/"


def test_the_focus_stays_with_what_was_done(reader: Reader) -> None:
    """Choosing or leaving a file, and undoing, do not throw the reader back to the top."""
    reader.box("Agree how long the cutover is").check()
    file_open(reader)
    reader.button("Cancel").click()
    lost = [reader.is_lost()]
    file_open(reader)
    reader.button("Replace").click()
    lost.append(reader.is_lost())

    reader.button("Undo").click()

    assert [*lost, reader.is_lost()] == [False, False, False]
