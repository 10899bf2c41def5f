"""The parts of the benchmark that measure nothing: tables, ratios, limits and sources."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.bench import growing, handmade
from tests.bench.building import in_turn
from tests.bench.measure import Check, checks_table
from tests.bench.opening import PAGE, elements_in, sizes
from tests.bench.report import Column, all_columns, ratios, two_columns

OURS = Column("ours", [{"ms": 10}, {"ms": 30}, {"ms": 20}])
PLAIN = Column("plain", [{"ms": 20}, {"ms": 40}, {"ms": 80}])
FLOOR = Column("floor", [{"ms": 0}, {"ms": 0}, {"ms": 0}])
ROWS = (("ms", "Paint, ms", ".0f"),)


def test_nobody_is_always_first() -> None:
    """Every second round goes backwards."""
    assert list(in_turn(["a", "b"], 3)) == ["a", "b", "b", "a", "a", "b"]


@pytest.mark.parametrize(
    ("ours", "other", "found"),
    [([1, 4], [2, 2], [0.5, 2]), ([1, 4], [0, 2], [2]), ([0], [0], []), ([0], [2], [0])],
)
def test_a_ratio_is_that_of_a_pair(
    ours: list[float], other: list[float], found: list[float]
) -> None:
    """One to nothing is no ratio."""
    assert ratios(ours, other) == found


def test_two_sites_beside_each_other() -> None:
    """The medians, the ranges, and the middle of the ratios, which is not the ratio of medians."""
    heads, row = (line.split() for line in two_columns(ROWS, OURS, PLAIN).splitlines())

    assert " ".join(heads) == "ours min to max plain min to max ratio"
    assert " ".join(row) == "Paint, ms 20 10 to 30 40 20 to 80 0.50"


def test_all_sites_beside_each_other() -> None:
    """A ratio to each of them, where there is one."""
    heads, row = (line.split() for line in all_columns(ROWS, [OURS, PLAIN, FLOOR]).splitlines())

    assert " ".join(heads) == "ours min to max plain ratio floor ratio"
    assert " ".join(row) == "Paint, ms 20 10 to 30 40 0.50 0 -"


def test_the_limits_are_named_the_promised_ones_first() -> None:
    """A promised one is kept or broken; an aim is reached or not. At the limit is kept."""
    checks = [
        Check("Aim", 2, 1.25),
        Check("Promise", 60_000, 60_000, True),
        Check("Other promise", 14.5, 14, True),
        Check("Other aim", 0, 0),
    ]

    assert [line.split() for line in checks_table(checks).splitlines()[1:]] == [
        ["Promise", "60,000", "60,000", "kept", "(promised)"],
        ["Other", "promise", "14.50", "14", "broken", "(promised)"],
        ["Aim", "2", "1.25", "not", "reached", "(aim)"],
        ["Other", "aim", "0", "0", "kept", "(aim)"],
    ]


def test_the_bytes_of_a_visit_by_kind() -> None:
    """As they were sent, whatever stands behind a question mark."""
    sent = [("/", 5), ("/a.html", 1), ("/a.css", 10), ("/a.js?x", 100), ("/a.json", 1000)]

    assert sizes(sent) == {"html": 6, "css": 10, "js": 100, "all": 1116, "requests": 5}


def test_the_elements_that_a_page_is_written_with() -> None:
    """Each once, with an end or without."""
    assert elements_in("<!doctype html><p>a<br>b</p><input/>") == 3


def test_a_page_more_costs_what_lies_between_the_least_and_the_most() -> None:
    """In milliseconds."""
    assert growing.ms_a_page({12: 2.0, 50: 9.0, 512: 7.0}) == 10


@pytest.mark.parametrize(
    ("settings", "grown"),
    [
        (
            "nav:\n  - Home: index.md\n\nnot_in_nav: |\n  /a.md\n",
            "nav:\n  - Home: index.md\n  - Copies:\n      - b.md\n\nnot_in_nav: |\n  /a.md\n",
        ),
        ('{"nav": ["index.md"]}', json.dumps({"nav": ["index.md", {"Copies": ["b.md"]}]})),
    ],
    ids=["ours", "plain"],
)
def test_a_grown_site_lists_its_copies(settings: str, grown: str) -> None:
    """After all that was there."""
    assert growing.with_pages(settings, ["b.md"]) == grown


def test_a_grown_source_has_copies_beside_their_pages(tmp_path: Path) -> None:
    """Each page in turn, but the guide's first; what is built from nothing is left behind."""
    guide = tmp_path / "source/docs/guide"
    (tmp_path / "source/site").mkdir(parents=True)
    guide.mkdir(parents=True)
    for name in ("index", "a", "b"):
        (guide / f"{name}.md").write_text(name, "utf-8")
    (tmp_path / "source/mkdocs.yml").write_text('{"nav": []}', "utf-8")

    names = growing.write_grown_source(tmp_path / "source", 3, tmp_path / "grown")

    assert names == ["guide/copy-0-a.md", "guide/copy-1-b.md", "guide/copy-2-a.md"]
    assert [(tmp_path / "grown/docs" / name).read_text("utf-8") for name in names] == [*"aba"]
    assert not (tmp_path / "grown/site").exists()


def test_the_floor_has_the_words_of_the_plain_page(tmp_path: Path) -> None:
    """And nothing else of it."""
    (tmp_path / "plain" / PAGE).mkdir(parents=True)
    page = '<nav>no</nav><article class="x"><p>words</p></article><script>no</script>'
    (tmp_path / "plain" / PAGE / "index.html").write_text(page, "utf-8")

    handmade.write_kick_off(tmp_path / "plain", tmp_path / "floor")

    floor = (tmp_path / "floor" / PAGE / "index.html").read_text("utf-8")
    assert "<article><p>words</p></article>" in floor
    assert ">no<" not in floor
