"""The pages fit the reader: forced colours, less movement, larger, more room, fingers."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.axe import OFF_THE_EDGE
from tests.browser.conftest import NewReader
from tests.browser.reader import Reader
from tests.browser.test_axe import STORED, UNFOLDED

PAGES = ["guide/kick-off/", "plan/dates/", "plan/", "plan/files/", "guide/role/practice-staff/"]


def unfolded(reader: Reader, path: str) -> None:
    """Open a page, and all that folds on it, until it has said what it has to say."""
    if reader.page.url != reader.url + path:
        reader.open(path)
    reader.page.wait_for_function(UNFOLDED)
    reader.page.locator(".app-care").wait_for()


def found(reader: Reader, script: str, what: str = "", pages: list[str] = PAGES) -> dict[str, Any]:
    """What a script finds, by page; pages without a find are left out."""
    finds: dict[str, Any] = {}
    for path in pages:
        unfolded(reader, path)
        finds[path] = reader.page.evaluate(script, what)
    return {path: find for path, find in finds.items() if find}


# Forced colours: the reader's own few colours, and no background of ours

CONTROLS = "button, summary, select, textarea, input:not([type=file])"
NO_EDGE = """controls => [...document.querySelectorAll(controls)].filter(control => {
    if (!control.checkVisibility() || control.closest('.app-hidden')) return false
    const {borderTopStyle, textDecorationLine, appearance} = getComputedStyle(control)
    const isBox = control.type === 'checkbox' && appearance === 'auto'
    const isDisclosure = control.matches('summary')
    return !isBox && !isDisclosure && borderTopStyle === 'none' && textDecorationLine === 'none'
}).map(control => control.outerHTML)"""
MARKERS = """() => [...document.querySelectorAll('.app-journey li')].map(
    station => getComputedStyle(station, '::after').borderTopColor)"""
INK = "() => getComputedStyle(document.body).color"


@pytest.mark.parametrize("device", ["light", "dark"])
def test_forced_colours_leave_an_edge_to_each_control(new_reader: NewReader, device: str) -> None:
    """A field, a box or a button is told by its edge; the way of the phases by its rings."""
    reader = new_reader(STORED, forced_colors="active", color_scheme=device)

    assert found(reader, NO_EDGE, CONTROLS) == {}
    assert set(reader.page.evaluate(MARKERS)) == {reader.page.evaluate(INK)}


def test_a_tick_in_forced_colours_is_the_browsers_own(new_reader: NewReader) -> None:
    """Ours is drawn with a background, which is taken away there."""
    reader = new_reader(STORED, forced_colors="active")
    box = reader.box("Agree how long the cutover is")

    drawn = box.evaluate("box => [getComputedStyle(box).appearance, box.checked]")

    assert drawn == ["auto", True]


# Edges of controls: criterion 1.4.11

FAINT = """controls => {
    const rgb = colour => colour.match(/[\\d.]+/g).map(Number)
    const light = ([r, g, b]) => [r, g, b].map(part => part / 255).map(
        part => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4
    ).reduce((sum, part, at) => sum + part * [.2126, .7152, .0722][at], 0)
    const behind = element => {
        const colour = getComputedStyle(element).backgroundColor
        return rgb(colour)[3] === 0 ? behind(element.parentElement) : rgb(colour)
    }
    const contrast = (one, other) => (Math.max(one, other) + .05) / (Math.min(one, other) + .05)
    return [...document.querySelectorAll(controls)].filter(control => {
        const {borderTopStyle, borderTopColor} = getComputedStyle(control)
        if (!control.checkVisibility() || borderTopStyle === 'none') return false
        return contrast(light(rgb(borderTopColor)), light(behind(control.parentElement))) < 3
    }).map(control => control.outerHTML)
}"""


@pytest.mark.parametrize("device", ["light", "dark"])
def test_the_edge_of_a_control_can_be_seen(new_reader: NewReader, device: str) -> None:
    """Three to one against what it stands on, ticked or not."""
    assert found(new_reader(STORED, color_scheme=device), FAINT, CONTROLS) == {}


# Movement

MOVES = """() => [...document.querySelectorAll('*')].filter(element => {
    const {transitionDuration, animationName, scrollBehavior} = getComputedStyle(element)
    return transitionDuration !== '0s' || animationName !== 'none' || scrollBehavior === 'smooth'
}).map(element => element.tagName)"""


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_nothing_glides_or_fades(new_reader: NewReader, motion: str) -> None:
    """Whether less movement is asked for or not: a page that still glides is not where it seems."""
    reader = new_reader(STORED, reduced_motion=motion, at="plan/dates/")

    unfolded(reader, "plan/dates/")
    reader.field("Go Live date").focus()

    assert reader.page.evaluate(MOVES) == []


# Size: 1280 by 1024 at 400 % is a window of 320 by 256

LARGE = {"viewport": {"width": 320, "height": 256}}
COVERED = """() => {
    const at = document.activeElement
    if (at === document.body) return
    const {left, top, width, height} = at.getBoundingClientRect()
    const inside = (from, length, most) => Math.min(Math.max(from + length / 2, 1), most - 1)
    const [x, y] = [inside(left, width, innerWidth), inside(top, height, innerHeight)]
    const there = document.elementFromPoint(x, y)
    return at.contains(there) || there?.contains(at) ? undefined : at.outerHTML
}"""


STAYS = """() => [...document.querySelectorAll('body *')].filter(element =>
    ['sticky', 'fixed'].includes(getComputedStyle(element).position) && element.checkVisibility()
).map(element => element.className)"""


def test_a_page_at_four_times_the_size_has_its_window_to_itself(new_reader: NewReader) -> None:
    """Nothing runs off the edge, and nothing stays in place and covers what is read."""
    reader = new_reader(STORED, **LARGE)

    assert found(reader, f"() => [({OFF_THE_EDGE})() || [], ({STAYS})()].flat()") == {}


@pytest.mark.parametrize(
    "window", [LARGE, {"viewport": {"width": 1280, "height": 720}}], ids=["large", "usual"]
)
@pytest.mark.parametrize("path", ["guide/kick-off/", "plan/dates/"])
def test_nothing_covers_what_has_the_focus(
    new_reader: NewReader, path: str, window: dict[str, dict[str, int]]
) -> None:
    """Neither the line of the plan at the top nor what it says at the foot, back and forth."""
    reader = new_reader(STORED, reduced_motion="reduce", at=path, **window)
    reader.page.locator(".app-care").wait_for()
    covered = []

    for key in ["Tab"] * 60 + ["Shift+Tab"] * 55:
        reader.page.keyboard.press(key)
        covered.append(reader.page.evaluate(COVERED))

    assert [what for what in covered if what] == []


# More room between lines, words and letters: criterion 1.4.12

SPACED = """() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
        word-spacing: .16em !important } p { margin-bottom: 2em !important }`)
    document.adoptedStyleSheets = [sheet]
}"""
CUT_OFF = """() => [...document.querySelectorAll('body *')].filter(element => {
    const {display, overflowX, overflowY} = getComputedStyle(element)
    const isText = element.checkVisibility() && display !== 'inline' && element.textContent.trim()
    if (!isText || element.matches('input, select, textarea, svg *')) return false
    if (element.closest('.app-hidden, .app-skip, [aria-hidden=true]')) return false
    const {scrollWidth, clientWidth, scrollHeight, clientHeight} = element
    const isLow = scrollHeight > clientHeight + 1 && overflowY === 'hidden'
    const isNarrow = scrollWidth > clientWidth + 1
    return isLow || (isNarrow && (overflowX === 'hidden' || !element.children.length))
}).map(element => `${element.tagName} ${element.className}: ${element.textContent.slice(0, 50)}`)"""


@pytest.mark.parametrize("width", [1280, 320])
def test_text_with_more_room_is_not_cut_off(new_reader: NewReader, width: int) -> None:
    """One and a half lines, and more between words and letters: all of it can be read."""
    reader = new_reader(STORED, viewport={"width": width, "height": 900})
    pages = [*PAGES, "guide/", "guide/cutover-pack/", "glossary/"]

    cut_off = found(reader, f"what => {{ ({SPACED})(); return ({CUT_OFF})() }}", "", pages)

    assert cut_off == {}
    assert reader.page.evaluate(OFF_THE_EDGE) == 0


# Fingers

SMALL = """() => [...document.querySelectorAll('a, button, input, select, textarea, summary')]
.filter(control => {
    if (!control.checkVisibility() || control.closest('.app-hidden, .app-skip')) return false
    const texts = control.parentElement.childNodes
    const words = [...texts].filter(node => node.nodeType === 3 && /\\w/.test(node.data))
    if (control.matches('article a:not(.app-button)') || (control.matches('a') && words.length)) {
        return false
    }
    const parts = [control, ...(control.type === 'checkbox' ? control.labels : [])]
    const boxes = parts.map(part => part.getBoundingClientRect())
    return !boxes.some(({width, height}) => width > 43.9 && height > 43.9)
}).map(control => `${control.outerHTML.slice(0, 90)} ${control.textContent.trim().slice(0, 40)}`)"""


def test_what_is_pressed_with_a_finger_is_large_enough(new_reader: NewReader) -> None:
    """44 by 44 pixels, with the label of a box; a link in the text is as high as its line."""
    finger = {"has_touch": True, "is_mobile": True, "viewport": {"width": 390, "height": 800}}
    reader = new_reader(STORED, **finger)
    menu = "document.querySelector('.app-bar__menu').click()"

    assert found(reader, f"what => {{ {menu}; return ({SMALL})() }}") == {}
