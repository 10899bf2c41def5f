"""The modules as the site sends them: they load without comments, and they are small."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any

import pytest
import rjsmin

SCRIPTS = Path(__file__).resolve().parents[2] / "docs/assets/js"
EXPORTS = {
    "plan/schedule.js": {
        "schedule", "dueOf", "occurrences", "daysWithoutResults", "workingCalendar",
        "holidayBefore",
    },
    "plan/reasons.js": {"working", "goLiveProblems", "followsBankHoliday"},
    "exports/calendar.js": {"calendarOf"},
}  # fmt: skip

pytestmark = pytest.mark.browser


def packed(*paths: str) -> int:
    joined = "".join(rjsmin.jsmin((SCRIPTS / path).read_text("utf-8")) for path in paths)
    return len(gzip.compress(joined.encode(), 9))


@pytest.mark.parametrize("path", EXPORTS)
def test_a_minified_module_loads_and_exports_its_names(call: Any, path: str) -> None:
    """What others call is there."""
    assert set(call("/tests/names.js", "namesOf", f"/min/{path}")) == EXPORTS[path]


def test_the_calculation_is_small(capsys: pytest.CaptureFixture[str]) -> None:
    """Beside what every page loads already."""
    dates = packed("plan/dates.js")
    with capsys.disabled():
        for path in EXPORTS:
            print(f"\n{path}: {packed('plan/dates.js', path) - dates} bytes", end=" ")

    assert packed("plan/dates.js", "plan/schedule.js") - dates < 2_300
    assert dates < 1_650
