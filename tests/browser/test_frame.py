"""The frame: still while a plan is restored, complete without script, and found by search."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.browser.conftest import NewReader
from tests.browser.reader import KICK_OFF, Reader, noted, stored_plan
from tests.conftest import WITHOUT_WORKER
from tests.pages_server import Pages
from tests.site.test_weight import SEARCH

TASK = "Agree how long the cutover is"
LEAD_GP = "Name the lead GP for the migration"
LAST = "Ask about DCB0160, the DPIA and the privacy notice"
SHIFTS = """() => new Promise(done => {
    const shifts = []
    const note = list => shifts.push(...list.getEntries().map(entry => entry.value))
    new PerformanceObserver(note).observe({type: 'layout-shift', buffered: true})
    requestAnimationFrame(() => requestAnimationFrame(() => done(shifts)))
})"""
REMEMBERED = """() => {
    const actions = document.querySelector('your-actions')
    return history.state?.actionsHeight === actions.offsetHeight && actions.querySelector('table')
}"""
"""The page knows how high its list of actions is."""
BEFORE_ITS_TURN = """document.addEventListener('DOMContentLoaded', () => {
    document.querySelector('[data-party=nhs-111] input').click()
    document.querySelector('[data-part$=later] .app-task input').click()
    for (const one of document.querySelectorAll('[data-part$=later] details')) one.open = true
})"""
VISIBLE = """() => [...document.querySelectorAll('body *')]
    .filter(element => element.checkVisibility())
    .map(element => element.matches('input, textarea') ? element.value
        : element.children.length ? '' : element.textContent)"""
PARTS = [
    "Your plan",
    "Decide in the room",
    "Start this week",
    "Later, read after the meeting",
    "Who does what",
    "Meet every week",
    "Third parties",
    "Your actions",
]


@pytest.fixture(scope="module")
def filled(first_reader: NewReader) -> dict[str, str]:
    """What the browser keeps after something of every kind was entered."""
    reader = first_reader()
    reader.enter({"Practice": "Example Practice", "Go Live date": "8 June 2027"})
    reader.wait_for_dates()
    reader.fill_seat("Lead GP", "Dr Lee", "Dr Moss", "Example Practice", "telephone 5550123")
    reader.box("NHS 111").check()
    reader.box(TASK).check()
    reader.enter({"Owner": "Ada Example", "Target date": "1/2/2027"}, reader.details(TASK))
    reader.not_applicable("Book the technical survey", "It was done last year")
    reader.add_action("Move the flu clinic", "Dr Lee", "3 March 2027")
    return reader.stored()


@pytest.fixture(params=["a plan", "no plan"])
def stored(request: pytest.FixtureRequest) -> dict[str, str]:
    """What the browser of someone with a plan keeps, and of someone without."""
    return request.getfixturevalue("filled") if request.param == "a plan" else {}


# Still


@pytest.mark.parametrize("width", [1280, 320])
def test_nothing_moves_while_the_page_loads(
    new_reader: NewReader, width: int, stored: dict[str, str]
) -> None:
    """Restoring a plan shifts nothing: every place is ready before the first paint."""
    reader = new_reader(stored, viewport={"width": width, "height": 900})
    reader.page.evaluate("scrollTo(0, 0)")

    reader.page.reload()
    reader.page.wait_for_load_state("networkidle")

    assert reader.page.evaluate(SHIFTS) == []


@pytest.mark.parametrize("height", [900, 2400])
def test_nothing_moves_while_the_page_opens_at_its_top(
    new_reader: NewReader, height: int, stored: dict[str, str]
) -> None:
    """A visit, unlike a reload, begins at the top: the rest starts later and moves nothing."""
    reader = new_reader(stored, at="about/", viewport={"width": 1280, "height": height})

    reader.open()
    reader.page.wait_for_load_state("networkidle")

    assert reader.page.evaluate(SHIFTS) == []


SIGNS: dict[str, Callable[[Page], object]] = {
    "a key": lambda page: page.keyboard.press("Shift"),
    "the pointer": lambda page: page.mouse.move(40, 40),
    "a finger": lambda page: page.touchscreen.tap(600, 600),
    "the focus": lambda page: page.get_by_label("Practice", exact=True).focus(),
    "a scroll": lambda page: page.evaluate("scrollBy(0, 1)"),
}


@pytest.mark.parametrize("sign", SIGNS)
def test_what_is_far_below_is_filled_in_once_somebody_reads(
    new_context: Callable[..., BrowserContext], pages: Pages, sign: str
) -> None:
    """A glance at the page makes no field out of its sight. When they come, nothing moves."""
    page = new_context(viewport={"width": 1280, "height": 900}, has_touch=True).new_page()
    page.goto(pages.url + KICK_OFF, wait_until="networkidle")
    page.locator("html:not(.is-opening)").wait_for()
    far = page.get_by_label(re.compile("^(Name: Lead GP|Place)$"))
    expect(page.get_by_label("Practice", exact=True)).to_be_visible()
    expect(far).to_have_count(0)

    SIGNS[sign](page)

    expect(far).to_have_count(2)
    assert page.evaluate(SHIFTS) == []


def let_through(reader: Reader, coming: list[Route]) -> None:
    """Let through what is held, once it is asked for."""
    for _ in range(1000):
        if coming:
            return coming.pop().continue_()
        reader.page.wait_for_timeout(10)
    raise AssertionError("nothing is asked for")


@dataclass
class Held:
    """A reader, and what of the page is still coming."""

    reader: Reader
    coming: list[Route]

    def begin(self) -> None:
        """Go to the Kick-off page, and do not wait for all of it."""
        self.reader.page.goto(self.reader.url + KICK_OFF, wait_until="commit")
        expect(self.reader.page.locator(".app-foot")).to_be_attached()

    def come(self) -> None:
        """Let the script through, and wait until all of the page has had its turn."""
        let_through(self.reader, self.coming)
        self.reader.page.locator("html:not(.is-opening):has(task-checklist:defined)").wait_for()


@pytest.fixture
def held(new_context: Callable[..., BrowserContext], pages: Pages) -> Held:
    """A first visit whose script is on its way, until it is let through."""
    page = new_context(viewport={"width": 1280, "height": 900}).new_page()
    coming: list[Route] = []
    page.route("**/planner.js", lambda route: coming.append(route))
    return Held(Reader(page, pages.url), coming)


def test_a_first_visit_is_read_while_the_script_is_on_its_way(held: Held) -> None:
    """With no plan to show, the page is painted at once, and then nothing of it moves."""
    held.begin()

    expect(held.reader.page.get_by_role("heading", level=1)).to_be_visible()
    held.reader.page.wait_for_function("() => performance.getEntriesByType('paint').length")
    expect(held.reader.page.get_by_text("Who takes the notes")).to_be_hidden()

    held.come()
    expect(held.reader.field("Who takes the notes")).to_be_visible()
    assert held.reader.page.evaluate(SHIFTS) == []


def test_who_has_a_plan_sees_it_from_the_first_paint_on(held: Held) -> None:
    """Nothing is painted before the script that shows what was ticked."""
    held.begin()
    held.come()
    held.reader.box(TASK).check()

    held.begin()
    held.reader.page.wait_for_timeout(500)
    assert held.reader.page.evaluate("performance.getEntriesByType('paint')") == []

    let_through(held.reader, held.coming)
    expect(held.reader.box(TASK)).to_be_checked()


@pytest.fixture
def unwatched(browser: Browser) -> Iterator[Page]:
    """A page that may fail. Our other tests bear no failure."""
    with closing(browser.new_context(**WITHOUT_WORKER)) as context:
        yield context.new_page()


def test_a_script_that_fails_takes_nothing_of_the_page_with_it(
    unwatched: Page, pages: Pages
) -> None:
    """What waited for it is shown as it is without script."""
    unwatched.route("**/planner.js", lambda route: route.abort())

    unwatched.goto(pages.url + KICK_OFF)

    expect(unwatched.get_by_role("checkbox", name=TASK).first).to_be_visible()


def test_a_script_that_is_slow_hides_nothing_for_long(held: Held) -> None:
    """After three seconds all is there to read and to tick, and a tick is kept when it comes."""
    held.begin()

    box = held.reader.page.get_by_role("checkbox", name=TASK).first
    box.check(timeout=8_000)
    held.come()

    expect(held.reader.box(TASK)).to_be_checked()
    expect(held.reader.progress()).to_have_text("1 of 36 done")


def test_what_is_far_down_starts_by_itself(reader: Reader) -> None:
    """Nobody has to come near: the last fields are there, and no height is a guess any more."""
    expect(reader.field("Next meeting")).to_be_attached()
    expect(reader.field("Name: Lead GP")).to_be_attached()

    passed_over = "document.querySelectorAll('article > [style*=content-visibility]').length"
    assert reader.page.evaluate(passed_over) == 0


def test_what_is_done_before_its_turn_is_kept(new_reader: NewReader) -> None:
    """A box that is ticked, and details that are opened, before the page has come to them."""
    reader = new_reader(script=BEFORE_ITS_TURN)

    expect(reader.box("NHS 111")).to_be_checked()
    expect(reader.said("1 in use, 0 told")).to_be_visible()
    expect(reader.progress()).to_have_text("1 of 36 done")
    expect(reader.row(LAST).get_by_label("Owner")).to_be_attached()


@pytest.mark.parametrize("address", ["#training", "#task-name-who-may-stop"])
def test_a_link_to_a_section_opens_the_page_there(new_reader: NewReader, address: str) -> None:
    """With all that stands above it in its place, so that nothing moves it away."""
    reader = new_reader(at="about/")

    reader.open(f"guide/kick-off/{address}")
    reader.page.wait_for_load_state("networkidle")

    expect(reader.page.locator(":target")).to_be_in_viewport()
    assert reader.page.evaluate(SHIFTS) == []


def test_nothing_moves_for_who_reloads_at_the_foot(
    new_reader: NewReader, filled: dict[str, str]
) -> None:
    """The list of actions is fetched late, and pushes nothing away that is being read."""
    reader = new_reader(filled)
    expect(reader.action("Move the flu clinic")).to_be_visible()  # it follows when it is painted
    reader.page.evaluate("scrollTo(0, 1e6)")
    reader.page.wait_for_function(REMEMBERED)

    reader.page.reload()
    reader.page.wait_for_load_state("networkidle")

    assert reader.page.evaluate("scrollY") > 5000
    assert reader.page.evaluate(SHIFTS) == []


@pytest.mark.parametrize("width", [1280, 320])
def test_what_comes_late_finds_its_room(new_reader: NewReader, width: int) -> None:
    """The button below the third parties in use is fetched late, and the page is as long before."""
    plan = stored_plan({"parties": {"nhs-111": {"state": noted("not-asked")}}})
    reader = new_reader(plan, at="about/", viewport={"width": width, "height": 900})
    length = "document.querySelector('plan-parties').getBoundingClientRect().height"
    coming: list[Route] = []
    reader.page.route("**/party-table.js", lambda route: coming.append(route))

    reader.open()
    expect(reader.said("1 in use, 0 told")).to_be_visible()
    before = reader.page.evaluate(length)
    expect(reader.button("Print your third parties")).to_have_count(0)

    let_through(reader, coming)
    expect(reader.button("Print your third parties")).to_be_visible()
    assert reader.page.evaluate(length) == before


def test_who_opens_the_search_waits_for_no_fields(
    new_context: Callable[..., BrowserContext], pages: Pages
) -> None:
    """The page below it is not read yet: the first result comes first, and fields once it is."""
    page = new_context(viewport={"width": 1280, "height": 900}, has_touch=True).new_page()
    page.goto(pages.url + KICK_OFF, wait_until="networkidle")
    page.locator("html:not(.is-opening)").wait_for()
    far = page.get_by_label("Name: Lead GP")

    page.get_by_role("button", name="Search", exact=True).tap()
    page.get_by_label("Words to look for").fill("smartcard")
    expect(page.get_by_text(re.compile("^[0-9]+ found"))).to_be_visible()
    expect(far).to_have_count(0)

    page.get_by_role("button", name="Close").tap()
    page.keyboard.press("PageDown")

    expect(far).to_have_count(1)


@pytest.mark.parametrize(("width", "touch"), [(1280, False), (320, False), (320, True)])
def test_the_room_for_what_to_look_at_is_as_high_as_it(
    new_reader: NewReader, filled: dict[str, str], width: int, touch: bool
) -> None:
    """It comes into the strip with the dates, and the strip is as high before."""
    reader = new_reader(filled, viewport={"width": width, "height": 900}, has_touch=touch)
    needs = reader.page.get_by_role("link", name="4 to look at").first
    expect(needs).to_be_visible()
    length = "document.querySelector('plan-strip').getBoundingClientRect().height"
    with_it = reader.page.evaluate(length)

    needs.evaluate("link => { link.hidden = true }")

    assert reader.page.evaluate(length) == pytest.approx(with_it, abs=0.1)


def test_the_strip_is_there_only_with_a_plan(reader: Reader) -> None:
    """Someone who only reads sees no strip; the first tick brings it, and says where it is kept."""
    strip = reader.page.get_by_role("region", name="Your plan")
    expect(strip).to_be_hidden()

    reader.box(TASK).check()

    expect(strip).to_be_visible()
    expect(strip).to_contain_text("Kept in this browser, on this computer account.")
    expect(strip).to_contain_text("No copy in a file yet")
    reader.open("glossary/")
    expect(strip).to_be_visible()


def test_the_journey_shows_how_far_each_phase_is(reader: Reader) -> None:
    """All fifteen phases stand beside the page; the one with ticks says how many."""
    journey = reader.page.get_by_role("navigation", name="Your migration")
    expect(journey.get_by_role("list").last.get_by_role("listitem")).to_have_count(15)

    reader.box(TASK).check()

    expect(journey.get_by_role("link", name="Kick-off meeting 1 of 36 done")).to_be_visible()


# Search


def test_a_search_that_did_not_come_comes_when_it_is_opened_again(
    unwatched: Page, pages: Pages
) -> None:
    """As it says."""
    unwatched.route("**/words.json", lambda route: route.abort())
    unwatched.goto(pages.url)
    search = unwatched.get_by_role("button", name="Search", exact=True)
    search.click()
    expect(unwatched.get_by_text("The search could not be loaded.")).to_be_visible()

    unwatched.unroute("**/words.json")
    unwatched.keyboard.press("Escape")
    search.click()
    unwatched.get_by_role("searchbox").fill("smartcard")

    expect(unwatched.get_by_role("dialog").get_by_role("listitem").first).to_be_visible()


def test_search_is_fetched_only_when_someone_searches(new_reader: NewReader) -> None:
    """Opening a page fetches no words to search and nothing of the theme's script."""
    reader = new_reader()
    requests: list[str] = []
    reader.page.on("request", lambda sent: requests.append(sent.url.removeprefix(reader.url)))
    reader.page.reload()
    reader.page.wait_for_load_state("networkidle")
    assert [url for url in requests if re.search("search|bundle|javascripts|worker", url)] == []

    reader.button("Search").click()
    reader.page.get_by_role("searchbox").fill("smartcard")
    first = reader.page.get_by_role("dialog").get_by_role("listitem").first
    expect(first.get_by_role("paragraph")).to_have_text("The card with which NHS staff log in.")

    texts = [url for url in requests if url.endswith("texts.json")]
    searched = {url for url in requests if "search" in url}
    assert set(SEARCH) <= set(requests)
    assert searched.difference(texts) <= set(SEARCH)
    assert "search/glossary/texts.json" in texts
    assert "search/plan/files/texts.json" not in texts


@pytest.mark.parametrize(
    ("word", "link", "address"),
    [
        ("smartcard", "Smartcard", "glossary/#smartcard"),
        ("EPS", "Tell third parties", "guide/kick-off/#notification-of-3rd-parties-and-links"),
        ("CCG", "Who to invite", "guide/kick-off/#for-the-kick-off-meeting-you-should-involve"),
        ("NHAIS", "NHAIS", "glossary/#nhais"),
        ("post-dated", "Post-dated prescription", "glossary/#post-dated-prescription"),
        ("docman", "Tell third parties", "guide/kick-off/#notification-of-3rd-parties-and-links"),
        ("name the lead GP", "Decide in the room", "guide/kick-off/#decide-in-the-room"),
    ],
)
def test_search_opens_the_right_section(reader: Reader, word: str, link: str, address: str) -> None:
    """A word leads to the section that explains it, which is then in sight."""
    reader.button("Search").click()
    reader.page.get_by_role("searchbox").fill(word)
    found = reader.page.get_by_role("dialog").get_by_role("link", name=link, exact=True)

    found.first.click()

    reader.page.wait_for_url(re.compile(re.escape(reader.url + address)))
    expect(reader.page.get_by_role("dialog")).to_be_hidden()
    expect(reader.page.locator(":target")).to_be_in_viewport()


def test_a_section_that_is_found_says_on_which_page_it_is(reader: Reader) -> None:
    """What has all the words, as they were typed, comes first: a task by its title."""
    reader.button("Search").click()
    reader.page.get_by_role("searchbox").fill("Name the lead GP")

    first = reader.page.get_by_role("dialog").get_by_role("listitem").first
    expect(first).to_contain_text("Decide in the room in Kick-off meeting")


# Without script, and on paper


def test_without_script_the_page_is_a_whole_checklist(new_reader: NewReader) -> None:
    """Every task is there with its box, and no control that would do nothing."""
    reader = new_reader(java_script_enabled=False)

    expect(reader.page.locator("li[id^=task-]")).to_have_count(36)
    expect(reader.box(TASK)).to_be_visible()
    expect(reader.page.locator("button:visible")).to_have_count(0)
    expect(reader.page.get_by_role("table", name="Seats to fill")).to_be_visible()
    reader.open_later()
    expect(reader.box(LAST)).to_be_visible()


@pytest.mark.parametrize("script", [False, True], ids=["without script", "with script"])
def test_the_page_prints_with_every_task(new_reader: NewReader, script: bool) -> None:
    """Paper has what is folded away on the screen, and more than two pages of it."""
    reader = new_reader(java_script_enabled=script)
    paper = reader.page.pdf(format="A4")
    reader.page.emulate_media(media="print")

    assert len(re.findall(rb"/Type\s*/Page\b", paper)) > 2
    expect(reader.page.get_by_role("heading", name="Kick-off meeting", level=1)).to_be_visible()
    last = reader.page.locator("li[id^=task-]").filter(has_text=LAST)
    assert last.evaluate("row => row.checkVisibility({contentVisibilityAuto: true})")
    assert last.bounding_box()
    expect(reader.page.locator("button:visible")).to_have_count(0)
    line = "row => getComputedStyle(row.querySelector('summary'), '::after').content"
    assert "______" in last.evaluate(line)  # to write the owner on


# The meeting view


def start_meeting(reader: Reader, part: str = PARTS[0]) -> None:
    """Show the page to a room, and go on to a part."""
    reader.button("Meeting view").click()
    for following in PARTS[1 : PARTS.index(part) + 1]:
        reader.button(f"Next: {following}").click()
    expect_part(reader, part)


def expect_part(reader: Reader, part: str) -> None:
    """Wait until a part is shown, its heading in focus and its place in the bar."""
    expect(reader.page.get_by_role("heading", name=part, level=1)).to_be_focused()
    expect(reader.page.get_by_role("banner")).to_contain_text(
        f"{PARTS.index(part) + 1} of {len(PARTS)} · {part}"
    )


def test_the_meeting_view_shows_one_part_at_a_time(
    new_reader: NewReader, filled: dict[str, str]
) -> None:
    """Every part has its turn, and Leave goes back to where the reader came from."""
    reader = new_reader(filled)
    start_meeting(reader)
    expect(reader.said("Tuesday 8 June 2027")).to_be_visible()
    expect(reader.box(TASK)).to_be_hidden()

    reader.button(f"Next: {PARTS[1]}").click()
    expect_part(reader, PARTS[1])
    expect(reader.box(TASK)).to_be_visible()
    for part in PARTS[2:]:
        reader.button(f"Next: {part}").click()
        expect_part(reader, part)
        expect(reader.box(TASK)).to_be_hidden()
    expect(reader.page.get_by_role("button", name="Next: ")).to_be_hidden()
    reader.button(f"Back: {PARTS[-2]}").click()
    expect_part(reader, PARTS[-2])

    reader.button("Leave").click()
    expect(reader.button("Meeting view")).to_be_focused()
    expect(reader.page.get_by_role("table", name="Your actions")).to_be_visible()


def test_page_down_goes_on_at_the_end_of_a_part(new_reader: NewReader) -> None:
    """What is longer than the screen is read to its end first; Page Up goes back from the top."""
    reader = new_reader(reduced_motion="reduce")
    start_meeting(reader, "Third parties")

    reader.page.keyboard.press("PageDown")
    reader.page.wait_for_function("() => scrollY > 100")
    expect_part(reader, "Third parties")
    reader.page.evaluate("scrollTo(0, 1e6)")
    reader.page.keyboard.press("PageDown")
    expect_part(reader, "Your actions")
    reader.page.wait_for_function("() => scrollY === 0")
    reader.page.keyboard.press("PageUp")
    expect_part(reader, "Third parties")


@pytest.mark.parametrize("key", ["PageDown", "PageUp", "Escape"])
def test_a_key_in_a_field_stays_in_the_field(reader: Reader, key: str) -> None:
    """Who types an entry is not taken away from it."""
    start_meeting(reader, "Meet every week")
    reader.field("Time").focus()

    reader.page.keyboard.press(key)

    expect(reader.field("Time")).to_be_focused()
    expect(reader.page.get_by_role("banner")).to_contain_text("6 of 8 · Meet every week")


def test_the_meeting_view_cuts_no_title(new_reader: NewReader) -> None:
    """What comes next is read from four metres: a long title takes a second line."""
    reader = new_reader(now="2027-03-16T09:00:00Z", viewport={"width": 1280, "height": 720})
    reader.enter({"Go Live date": "8 June 2027"})
    coming = reader.page.locator(".app-coming li")
    expect(coming.filter(has_text="Every third-party supplier asked")).to_be_visible()
    start_meeting(reader)

    cut = coming.evaluate_all("all => all.filter(one => one.scrollWidth > one.clientWidth).length")

    assert cut == 0


def test_escape_leaves_the_meeting_view(reader: Reader) -> None:
    """As it leaves anything that lies over a page."""
    start_meeting(reader, "Decide in the room")

    reader.page.keyboard.press("Escape")

    expect(reader.button("Meeting view")).to_be_focused()
    expect(reader.button("Leave")).to_be_hidden()


def test_the_bar_says_whose_meeting_it_is_and_that_it_is_saved(reader: Reader) -> None:
    """A room can see that what it agrees is kept."""
    reader.enter({"Practice": "Example Practice"})
    start_meeting(reader, "Decide in the room")

    reader.box(TASK).check()

    bar = reader.page.get_by_role("banner")
    expect(bar).to_contain_text("Example Practice · Kick-off meeting")
    expect(bar).to_contain_text(re.compile(r"Saved \d\d:\d\d"))


def test_beside_the_part_stands_what_is_open_and_then_what_is_agreed(reader: Reader) -> None:
    """What is left to do comes first; what was agreed comes with its outcome."""
    reader.enter({"Name: Lead GP": "Dr Lee", "Cover: Lead GP": "Dr Moss"})
    start_meeting(reader, "Decide in the room")
    beside = reader.page.get_by_role("complementary", name="How it stands")
    expect(beside.get_by_role("heading")).to_have_text(["Not agreed yet"])
    expect(beside.get_by_role("listitem")).to_have_count(9)

    reader.tick_all([LEAD_GP, TASK])

    expect(beside.get_by_role("heading")).to_have_text(["Not agreed yet", "Agreed"])
    agreed = [TASK, f"{LEAD_GP}: Dr Lee (cover Dr Moss)"]
    expect(beside.get_by_role("list").last.get_by_role("listitem")).to_have_text(agreed)


def test_an_action_leads_to_its_task_in_the_meeting_view(reader: Reader) -> None:
    """Also to one for later, which is folded away at first."""
    start_meeting(reader, "Your actions")
    expect(reader.box(LAST)).to_be_hidden()

    reader.page.get_by_role("link", name=LAST, exact=True).click()

    expect(reader.page.get_by_role("heading", name="Later", level=1)).to_be_visible()
    expect(reader.box(LAST)).to_be_visible()


def test_the_meeting_view_shows_nobodys_contact(
    new_reader: NewReader, filled: dict[str, str]
) -> None:
    """On a shared screen names stand; telephone numbers and the link to the meeting do not."""
    reader = new_reader(filled)
    reader.enter({"Contact": "telephone 5550199"}, reader.details("NHS 111"))
    reader.enter({"Place": "Room 1", "Link or dial-in": "code 5550177"})

    start_meeting(reader, "Who does what")
    expect(reader.field("Name: Lead GP")).to_be_visible()
    assert visible_texts(reader, "55501") == []
    reader.button("Next: Meet every week").click()
    expect(reader.field("Place")).to_be_visible()
    assert visible_texts(reader, "55501") == []
    expect(reader.field("Link or dial-in")).to_be_hidden()
    reader.button("Next: Third parties").click()
    expect(reader.box("NHS 111")).to_be_visible()
    assert visible_texts(reader, "55501") == []


def visible_texts(reader: Reader, part: str) -> list[str]:
    """What the screen shows with a text in it, in fields too."""
    return [text for text in reader.page.evaluate(VISIBLE) if part in text]


# Nowhere


def test_an_address_that_is_not_there_says_where_to_go(
    new_context: Callable[..., BrowserContext], pages: Pages
) -> None:
    """The page for wrong addresses works at any depth: styled, and its links lead back."""
    page = new_context().new_page()
    page.goto(f"{pages.url}404.html")  # by its own name, since a browser reports a 404 as an error
    address = page.get_by_role("link", name="The kick-off meeting and its checklists")

    assert (address.get_attribute("href") or "").startswith("/")
    assert page.locator("link[rel=stylesheet]").get_attribute("href", timeout=1000) or "" != ""
    expect(page.get_by_role("heading", name="Page not found")).to_be_visible()
    address.click()
    expect(page.get_by_role("heading", name="Kick-off meeting", level=1)).to_be_visible()
