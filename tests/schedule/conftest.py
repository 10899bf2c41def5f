"""The date modules in a real browser, in three time zones, with the data that is published."""

from __future__ import annotations

import http.server
import json
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import rjsmin
from playwright.sync_api import Browser, Page

from macros.publish.dates_json import dates_json
from macros.publish.planning_json import planning_json
from tests.conftest import our_catalogue

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = ROOT / "docs/assets/js"
DATA = ROOT / "docs/_data"
HERE = Path(__file__).resolve().parent
TIME_ZONES = ("Europe/London", "Pacific/Auckland", "America/Los_Angeles")
DATES_DATA, PLANNING_DATA, FULL_DATA = "the data", "the planning data", "the full data"
"""Stand for dates.json, planning.json and both in a call: a page gets them once for all calls."""
CALL = (
    "async ([path, name, args]) => (await import(path))[name]"
    "(...args.map(arg => globalThis.known?.[arg] ?? arg))"
)

# `browser` is the one of all tests (tests/conftest.py). Without GP_BROWSER, one that is there.
if "GP_BROWSER" not in os.environ and Path("/usr/bin/chromium").exists():
    os.environ["GP_BROWSER"] = "/usr/bin/chromium"


class Site(http.server.BaseHTTPRequestHandler):
    """Serves a blank page at /, modules below /js/, minified below /min/, ours below /tests/."""

    def do_GET(self) -> None:
        folder, _, path = self.path.lstrip("/").partition("/")
        body, kind = b"<!doctype html><title>Blank</title>", "text/html"
        if folder in ("js", "min", "tests"):
            text = ((HERE if folder == "tests" else SCRIPTS) / path).read_text("utf-8")
            body = (rjsmin.jsmin(text) if folder == "min" else text).encode()
            kind = "text/javascript"
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


Call = Callable[..., Any]


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """Where the modules are served."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def dates_data() -> str:
    """What stands for dates.json in a call."""
    return DATES_DATA


@pytest.fixture(scope="session")
def planning_data() -> str:
    """What stands for planning.json in a call."""
    return PLANNING_DATA


@pytest.fixture(scope="session")
def full_data() -> str:
    """What stands for dates.json with the name of every milestone, as the page of dates has it."""
    return FULL_DATA


@pytest.fixture(scope="session")
def published() -> Any:
    """What the site publishes as assets/data/dates.json."""
    holidays = (DATA / "bank-holidays.json").read_text("utf-8")
    return json.loads(dates_json(our_catalogue(), holidays))


@pytest.fixture(scope="session")
def calls(browser: Browser, address: str, published: Any) -> Iterator[dict[str, Call]]:
    """By time zone: call a function of a module. `call("/js/plan/dates.js", "isoDate", 5)`."""
    contexts = {zone: browser.new_context(timezone_id=zone) for zone in TIME_ZONES}
    yield {zone: _caller(one.new_page(), address, published) for zone, one in contexts.items()}
    for context in contexts.values():
        context.close()


@pytest.fixture(scope="session")
def call(calls: dict[str, Call]) -> Call:
    """Call a function in one browser: for what cannot depend on where it stands."""
    return calls["Europe/London"]


@pytest.fixture(scope="session", params=TIME_ZONES)
def call_anywhere(request: pytest.FixtureRequest, calls: dict[str, Call]) -> Call:
    """Call a function in each part of the world."""
    return calls[request.param]


def _caller(page: Page, address: str, data: Any) -> Call:
    page.goto(address)
    planning = json.loads(planning_json(our_catalogue()))
    full = {**data, "called": planning["called"]}
    known = {DATES_DATA: data, PLANNING_DATA: planning, FULL_DATA: full}
    page.evaluate("known => { globalThis.known = known }", known)

    def call(path: str, name: str, *args: Any) -> Any:
        return page.evaluate(CALL, [path, name, args])

    return call
