"""The modules as the site serves them: without comments and spaces, and still the same."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any

import pytest
import rjsmin

SCRIPTS = Path(__file__).parents[2] / "docs/assets/js"
ON_EVERY_PAGE = (
    "plan/checks.js",
    "plan/dates.js",
    "plan/merge.js",
    "plan/plan.js",
    "store.js",
)
ON_DEMAND = ("exports/planfile.js", "exports/summary.js", "exports/table.js")


@pytest.mark.parametrize("path", ON_EVERY_PAGE + ON_DEMAND)
def test_a_minified_module_exports_what_it_did(page: Any, path: str) -> None:
    """It loads, and every name is there."""
    names = page.evaluate(
        "async path => Promise.all(['/js/', '/min/'].map("
        "async folder => Object.keys(await import(folder + path))))",
        path,
    )

    assert names[0] == names[1] != []


def test_minified_modules_work_together(page: Any) -> None:
    """A plan is changed, saved, read and written to a file by the minified code."""
    summary = page.evaluate(
        "async () => {"
        " const {openStore} = await import('/min/store.js');"
        " const {tick} = await import('/min/plan/plan.js');"
        " const {fromFile, toFile} = await import('/min/exports/planfile.js');"
        " const kept = new Map();"
        " const storage = {getItem: key => kept.get(key) ?? null, setItem: (key, text) => kept.set(key, text)};"
        " const world = {storage, now: () => 5, newId: () => 'some-id', onOtherTab: () => {}};"
        " openStore(world).change((plan, stamp) => tick(plan, 't1', true, stamp));"
        " return fromFile(toFile(openStore(world).plan, {savedAt: 0})).summary }"
    )

    assert summary == {
        "practice": "",
        "goLive": "",
        "done": 1,
        "actions": 0,
        "changedAt": 5,
        "savedAt": "1970-01-01T00:00:00.000Z",
    }


def test_what_every_page_loads_is_small() -> None:
    """Joined and packed as the build does it, the plan and its store stay below 6 KB."""
    joined = "".join(rjsmin.jsmin((SCRIPTS / path).read_text("utf-8")) for path in ON_EVERY_PAGE)

    assert len(gzip.compress(joined.encode(), 9)) < 6_000
