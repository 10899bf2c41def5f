"""What the browser tests share: every test here needs a browser, and a reader who uses it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.reader import KICK_OFF, Reader
from tests.conftest import NewContext, watched
from tests.pages_server import Pages

HERE = Path(__file__).resolve().parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder: it needs a browser."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


NewReader = Callable[..., Reader]
STORE = "if (!name) { name = 'in use'; Object.assign(localStorage, %s) }"
"""Fills the storage before the first page of a tab, which knows by its name that it was."""


def readers(new_context: NewContext, pages: Pages) -> NewReader:
    """Give people a browser each, with what its storage holds, on a page of the site."""

    def make(
        stored: dict[str, str] | None = None,
        script: str = "",
        at: str = KICK_OFF,
        now: str = "",
        **options: Any,
    ) -> Reader:
        context = new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        if script:
            context.add_init_script(script)
        reader = Reader(context.new_page(), pages.url)
        if now:
            reader.page.clock.set_fixed_time(now)
        if stored:
            reader.page.add_init_script(STORE % json.dumps(stored))
        reader.open(at)
        return reader

    return make


@pytest.fixture
def new_reader(new_context: NewContext, pages: Pages) -> NewReader:
    """Give people a browser each, for one test."""
    return readers(new_context, pages)


@pytest.fixture(scope="module")
def first_reader(browser: Browser, pages: Pages) -> Iterator[NewReader]:
    """Give people a browser each, who make by hand what the tests of a file begin with."""
    with watched(browser, pages) as new_context:
        yield readers(new_context, pages)


@pytest.fixture
def reader(new_reader: NewReader) -> Reader:
    """Someone on the Kick-off page whose browser has kept nothing yet."""
    return new_reader()
