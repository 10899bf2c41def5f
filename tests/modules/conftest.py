"""One browser for the modules: each is imported as the site serves it and called from Python."""

from __future__ import annotations

import functools
import http.server
import json
import os
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import rjsmin
from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = ROOT / "docs/assets/js"
HERE = Path(__file__).resolve().parent
TIME_ZONES = ("Europe/London", "America/New_York", "Pacific/Auckland")
CALL = "async ([path, name, args]) => (await import(path))[name](...args)"
CALL_EACH = (
    "async ([path, name, rows]) => {"
    " const module = await import(path);"
    " return JSON.stringify(JSON.parse(rows).map(args => module[name](...args))) }"
)

# `browser` is the one of all tests (tests/conftest.py). Without GP_BROWSER, one that stands on the machine.
if "GP_BROWSER" not in os.environ and Path("/usr/bin/chromium").exists():
    os.environ["GP_BROWSER"] = "/usr/bin/chromium"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder: it needs a browser."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


class Site(http.server.BaseHTTPRequestHandler):
    """Serves a blank page at /, the modules below /js/, as minified below /min/, ours below /tests/."""

    def do_GET(self) -> None:
        folder, _, path = self.path.lstrip("/").partition("/")
        body = b"<!doctype html><title>Blank</title>"
        kind = "text/html"
        if folder in ("js", "min", "tests"):
            source = (HERE if folder == "tests" else SCRIPTS) / path
            text = source.read_text("utf-8")
            body = (rjsmin.jsmin(text) if folder == "min" else text).encode()
            kind = "text/javascript"
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class Module:
    """A module of the site whose functions can be called like Python's."""

    def __init__(self, page: Page, path: str) -> None:
        self._page = page
        self._path = f"/js/{path}"

    def __getattr__(self, name: str) -> Any:
        return functools.partial(self._call, name)

    def _call(self, name: str, *args: Any) -> Any:
        return self._page.evaluate(CALL, [self._path, name, list(args)])

    def each(self, name: str, rows: list[list[Any]]) -> list[Any]:
        """Call one function for each row of arguments, in one go."""
        return json.loads(self._page.evaluate(CALL_EACH, [self._path, name, json.dumps(rows)]))


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """Where the modules are served."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def page(browser: Browser, address: str) -> Iterator[Page]:
    """The one blank page that modules are called in."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(address)
    yield page
    context.close()


@pytest.fixture(scope="session", params=TIME_ZONES)
def module_anywhere(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Any]:
    """`module`, in a browser that stands in another part of the world."""
    context = browser.new_context(timezone_id=request.param)
    page = context.new_page()
    page.goto(address)
    yield functools.partial(Module, page)
    context.close()


@pytest.fixture(scope="session")
def module(page: Page) -> Any:
    """Give a module by its path below docs/assets/js: `module("plan/dates.js").dayNumber("2027-06-08")`."""
    return functools.partial(Module, page)


@pytest.fixture
def tabs(page: Page) -> Any:
    """Run a script in the page with `tabs` (fake_tabs.js) and `plan` (plan/plan.js) in its hands."""

    def run(script: str, argument: Any = None) -> Any:
        return page.evaluate(
            "async argument => {"
            " const {fakeTabs} = await import('/tests/fake_tabs.js');"
            " const plan = await import('/js/plan/plan.js');"
            f" return await (async (tabs, plan, argument) => {{ {script} }})(fakeTabs(), plan, argument) }}",
            argument,
        )

    return run
