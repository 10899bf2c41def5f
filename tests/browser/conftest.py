"""What the browser tests share: every test here needs a browser, and a reader who uses it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext

from tests.browser.reader import Reader
from tests.pages_server import Pages

HERE = Path(__file__).resolve().parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder: it needs a browser."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


NewReader = Callable[..., Reader]


@pytest.fixture
def new_reader(new_context: Callable[..., BrowserContext], pages: Pages) -> NewReader:
    """Give someone a browser of their own, with what its storage holds; they open Kick-off."""

    def make(stored: dict[str, str] | None = None, script: str = "", **options: Any) -> Reader:
        items = [{"name": name, "value": value} for name, value in (stored or {}).items()]
        origin = {"origin": pages.origin, "localStorage": items}
        state = {"cookies": [], "origins": [origin] if stored else []}
        context = new_context(
            **{"viewport": {"width": 1280, "height": 900}, "storage_state": state, **options}
        )
        if script:
            context.add_init_script(script)
        reader = Reader(context.new_page(), pages.url)
        reader.open()
        return reader

    return make


@pytest.fixture
def reader(new_reader: NewReader) -> Reader:
    """Someone on the Kick-off page whose browser has kept nothing yet."""
    return new_reader()
