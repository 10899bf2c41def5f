"""What a browser refuses on our pages, and where text from elsewhere comes in."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import NewReader
from tests.browser.reader import OPEN_ALL, Reader
from tests.browser.test_files import plan_of
from tests.browser.test_planning import calendar_file, open_calendar
from tests.conftest import WITHOUT_WORKER
from tests.pages_server import Pages

SINKS = {
    "markup": "document.body.innerHTML = '<b>words</b>'",
    "markup beside": "document.body.insertAdjacentHTML('beforeend', '<b>words</b>')",
    "markup written": "document.write('<b>words</b>')",
    "markup parsed": "new DOMParser().parseFromString('<b>words</b>', 'text/html')",
    "a script": "document.createElement('script').text = 'words'",
    "the address of a script": "document.createElement('script').src = 'assets/js/main.js'",
    "a worker": "new Worker('service-worker.js')",
    "words to run": "eval('1')",
    "a handler of words": "setTimeout('1')",
    "another policy": "trustedTypes.createPolicy('another', {})",
    "a policy for all": "trustedTypes.createPolicy('default', {})",
}
REFUSED = """does => new Promise(done => setTimeout(() => {
    try {
        does()
        done('allowed')
    } catch (error) {
        done(error.name)
    }
}))"""
"""From a timer, as a page would: what a test evaluates itself may use eval."""
ADDRESS = """address => import(new URL('assets/js/elements/own-worker.js', document.baseURI))
    .then(({ownWorker}) => String(ownWorker(address)), error => error.message)
    .catch(error => error.message)"""


@pytest.fixture
def home(browser: Browser, pages: Pages) -> Iterator[Page]:
    """The home page, in a browser that may complain."""
    context = browser.new_context(**WITHOUT_WORKER)
    page = context.new_page()
    page.goto(pages.url)
    yield page
    context.close()


def refused(page: Page, does: str) -> str:
    """Try something in the page; give the name of the error, or say that it was allowed."""
    return page.evaluate(f"({REFUSED})(() => {{ {does} }})")


@pytest.mark.parametrize("does", SINKS.values(), ids=SINKS)
def test_words_cannot_become_markup_or_script(home: Page, does: str) -> None:
    """The browser itself refuses, whatever our own code would do."""
    assert refused(home, does) in {"TypeError", "EvalError"}


def test_a_refusal_is_told_as_an_error(home: Page) -> None:
    """Every browser test fails on an error in the console: so no feature of ours is refused."""
    said: list[tuple[str, str]] = []
    home.on("console", lambda message: said.append((message.type, message.text[:47])))

    refused(home, SINKS["markup"])

    assert said == [("error", "This document requires 'TrustedHTML' assignment")]


def own(page: Page, address: str) -> str:
    """Ask for a worker; give its address below the site, or why not."""
    return page.evaluate(ADDRESS, address).removeprefix(page.url)


@pytest.mark.parametrize("address", ["service-worker.js", "guide/../service-worker.js"])
def test_a_worker_of_the_site_passes(home: Page, address: str) -> None:
    """The one for pages without a network, and there is no other."""
    assert own(home, address) == "service-worker.js"


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/service-worker.js",
        "//example.org/gp-migration-guide/service-worker.js",
        "/service-worker.js",
        "../another-site/service-worker.js",
        "guide/service-worker.js",
        "service-worker.js?from=elsewhere",
        "assets/js/main.js",
        "assets/javascripts/workers/search.js",
        "data:text/javascript,words()",
        "blob:null/words",
        "javascript:words()",
        "",
    ],
)
def test_any_other_address_is_no_worker(home: Page, address: str) -> None:
    """Another host, another site of this host, another file of ours, and words themselves."""
    assert own(home, address).endswith(" is no worker of this site")


def test_the_policy_is_made_once(home: Page) -> None:
    """Who comes later cannot make one that lets more pass."""
    assert own(home, "service-worker.js") == "service-worker.js"

    assert refused(home, "trustedTypes.createPolicy('gp-migration', {})") == "TypeError"


# Where text from elsewhere comes in: SECURITY.md lists it

FOREIGN = "<img src=x onerror='ran = 1'><b data-foreign>bold</b> {{ 7*7 }}"
PLACES = ["guide/kick-off/", "plan/", "plan/dates/", "plan/files/", "plan/third-parties/"]
TYPE_EVERYWHERE = """words => {
    const fields = [...document.querySelectorAll('article :is(input[type=text], textarea)')]
    for (const field of fields) {
        field.value = words
        const events = ['input', 'change'].map(kind => new Event(kind, {bubbles: true}))
        events.forEach(event => field.dispatchEvent(event))
    }
    for (const form of document.querySelectorAll('article form')) form.requestSubmit()
    return fields.length
}"""
IS_MARKUP = """() => globalThis.ran !== undefined
    || document.querySelector('[data-foreign], img[src=x]') !== null"""
SHOWS = """words => [...document.querySelectorAll('body *')].some(element =>
    (element.matches('input, textarea') ? element.value : element.textContent).includes(words))"""


def typed(reader: Reader, folder: Path) -> None:
    """Type or paste it into every field, and send every form."""
    reader.open_all()
    assert reader.page.evaluate(TYPE_EVERYWHERE, FOREIGN) > 150


def stored_by_another(reader: Reader, folder: Path) -> None:
    """Another site of this host, or another tab, writes it into the storage."""
    plan = plan_of(FOREIGN)
    plan["goLive"] = {**plan["goLive"], "value": "2027-06-08"}
    stored = {
        "plan:a": json.dumps({**plan, "id": "a"}),
        "plan:b": FOREIGN,
        "current": "a",
        "colours": FOREIGN,
        "guide:a": FOREIGN,
        "device": FOREIGN,
        "reminded": FOREIGN,
    }
    other = reader.another_tab()
    for key, text in stored.items():
        other.page.evaluate("([k, v]) => { localStorage['gp-migration:' + k] = v }", [key, text])
    other.page.close()
    expect(reader.field("Practice")).to_have_value(FOREIGN)


def opened(reader: Reader, folder: Path) -> None:
    """Open it as a saved plan, and merge that into one that is here."""
    reader.enter({"Practice": "Our Practice", "Go Live date": "8 June 2027"})
    file = folder / "plan.json"
    file.write_text(json.dumps(plan_of(FOREIGN)), "utf-8")
    reader.open_file(file)
    reader.button("Merge").click()
    expect(reader.said("The plan from the file is merged into this one.")).to_be_visible()


def from_a_calendar(reader: Reader, folder: Path) -> None:
    """Take it from a calendar file, as an event of the practice."""
    reader.enter({"Go Live date": "8 June 2027"})
    reader.open("plan/dates/")
    event = f"SUMMARY:{FOREIGN}\r\nDTSTART;VALUE=DATE:20270601"
    open_calendar(reader, calendar_file(folder, event))
    reader.page.get_by_role("checkbox", name="bold").check()
    reader.button("Add those that are ticked").click()
    expect(reader.page.get_by_text(FOREIGN).first).to_be_visible()


@pytest.mark.parametrize("come", [typed, stored_by_another, opened, from_a_calendar])
def test_text_from_elsewhere_stays_text(
    reader: Reader, tmp_path: Path, come: Callable[[Reader, Path], None]
) -> None:
    """On every page that shows it, with all unfolded, it is read as it stands and runs nothing."""
    come(reader, tmp_path)
    markup = [reader.page.evaluate(IS_MARKUP)]
    shown = [reader.page.evaluate(SHOWS, FOREIGN)]

    for path in PLACES:
        reader.open(path)
        reader.page.evaluate(OPEN_ALL)
        reader.page.wait_for_load_state("networkidle")
        markup.append(reader.page.evaluate(IS_MARKUP))
        shown.append(reader.page.evaluate(SHOWS, FOREIGN))

    assert any(markup) is False
    assert any(shown)


def test_words_of_a_search_stay_text(reader: Reader) -> None:
    """They mark what is found, and say when nothing is."""
    reader.button("Search").click()
    words = reader.page.get_by_role("searchbox")
    words.fill(f"{FOREIGN} smartcard")
    expect(reader.page.get_by_role("dialog").get_by_role("link").first).to_be_visible()

    words.fill(f"{FOREIGN} zzzz")

    assert reader.page.evaluate(IS_MARKUP) is False


@pytest.mark.parametrize("path", PLACES)
def test_an_address_brings_no_text_in(new_reader: NewReader, path: str) -> None:
    """What stands behind a question mark or a number sign is not read by us."""
    reader = new_reader(at=f"{path}?{quote(FOREIGN)}#{quote(FOREIGN)}")

    assert reader.page.evaluate(IS_MARKUP) is False
    assert reader.page.evaluate(SHOWS, "data-foreign") is False
