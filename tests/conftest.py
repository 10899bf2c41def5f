"""What all tests share: one built site, one server of it, and a browser that watches itself."""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from macros.catalogue import Catalogue, load_catalogue
from tests.pages_server import Pages

ROOT = Path(__file__).resolve().parent.parent
CHROMIUM = ["--no-sandbox", "--disable-background-networking", "--disable-gpu"]
"""Without a sandbox, since containers run as root, and without calls home."""
TODAY = datetime(2026, 11, 26, 10, tzinfo=UTC)
"""When every browser of a test begins: half a year before the Go Live dates that tests enter."""
_AHEAD_MS = (TODAY - datetime.now(UTC)) // timedelta(milliseconds=1)
CLOCK = f"""{{
    const Real = Date
    globalThis.Date = class Date extends Real {{
        constructor(...given) {{ given.length ? super(...given) : super(Date.now()) }}
        static now() {{ return Real.now() + {_AHEAD_MS} }}
    }}
}}"""
"""A clock that goes on from then, the same for all pages of a run."""


@functools.cache
def our_catalogue() -> Catalogue:
    """The facts of this guide, read once."""
    return load_catalogue(ROOT / "docs/_data")


def build_site(to: Path, root: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """Build the site strictly into an empty folder, as `make build` does."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(to)],
        cwd=root,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment},
        capture_output=True,
        text=True,
        timeout=120,
    )


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site: the one named by GP_SITE, or one that all workers share."""
    if "GP_SITE" in os.environ:
        return (ROOT / os.environ["GP_SITE"]).resolve()
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    with FileLock(shared / "site.lock"):
        built = shared / "site"
        if not built.is_dir():
            outcome = build_site(built)
            assert outcome.returncode == 0, outcome.stderr
    return built


@pytest.fixture(scope="session")
def pages(site: Path) -> Iterator[Pages]:
    """The site, served as GitHub Pages does."""
    server = Pages(site).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the whole run."""
    with sync_playwright() as playwright:
        path = os.environ.get("GP_BROWSER") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM)
        yield browser
        browser.close()


WITHOUT_WORKER = {"service_workers": "block"}
"""Only the tests of pages without a network let the worker of the site run."""
NewContext = Callable[..., BrowserContext]


@contextmanager
def watched(browser: Browser, pages: Pages) -> Iterator[NewContext]:
    """Make browsers with empty storage; afterwards, none may have left the site or complained."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def make(**options: Any) -> BrowserContext:
        context = browser.new_context(
            **{"locale": "en-GB", "timezone_id": "Europe/London", **WITHOUT_WORKER, **options}
        )
        context.add_init_script(CLOCK)
        context.set_default_timeout(10_000)
        context.on("request", lambda sent: complaints.extend(_outside(sent.url, pages)))
        context.on("weberror", lambda error: complaints.append(f"page error: {error.error}"))
        context.on("console", lambda said: complaints.extend(_complaint(said.type, said.text)))
        contexts.append(context)
        return context

    yield make
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def new_context(browser: Browser, pages: Pages) -> Iterator[NewContext]:
    """Make browsers for one test."""
    with watched(browser, pages) as make:
        yield make


@pytest.fixture
def page(new_context: NewContext) -> Page:
    """A page in an empty browser, 1280 by 900."""
    return new_context(viewport={"width": 1280, "height": 900}).new_page()


def _outside(url: str, pages: Pages) -> list[str]:
    inside = url.startswith((pages.url, "blob:", "data:"))
    return [] if inside else [f"request outside the site: {url}"]


def _complaint(kind: str, text: str) -> list[str]:
    if text == "Service Worker registration blocked by Playwright":
        return []
    return [f"console: {text}"] if kind in {"error", "warning"} else []
