"""What a browser refuses on our pages, and where text from elsewhere comes in."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

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
