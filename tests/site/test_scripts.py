"""The published scripts say what was written: taking out blanks leaves templates alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import rjsmin

from macros.publish.modules import join
from tests.conftest import ROOT
from tests.site.reading import Page

ENTRIES = {"main.js", "timeline.js", "planner.js", "dates.js", "files.js"}
WRITTEN = {
    path.relative_to(ROOT / "docs/assets/js").as_posix(): path.read_text("utf-8")
    for path in sorted((ROOT / "docs/assets/js").rglob("*.js"))
}
COMMENT = re.compile(r"/\*.*?\*/|(?:^|\s)//[^\n]*", re.S)
TEMPLATE = re.compile(r"`[^`]*`")


def templates_of(source: str) -> list[str]:
    """Every template of a script, in order, with all the blanks in it."""
    return TEMPLATE.findall(COMMENT.sub("", source))


@pytest.mark.parametrize("path", WRITTEN)
def test_no_template_of_a_script_loses_a_blank(site: Path, path: str) -> None:
    """Each is published as it was written; an entry has those of all its parts."""
    written = join(path, WRITTEN) if path in ENTRIES else WRITTEN[path]

    assert templates_of((site / "assets/js" / path).read_text("utf-8")) == templates_of(written)


def test_a_page_loads_the_script_of_the_elements_that_it_has(read: dict[str, Page]) -> None:
    """The picture of the phases, say, costs nothing on a page that has none."""
    with_picture = [place for place, page in read.items() if page.all("phase-timeline")]
    loading = {
        place
        for place, page in read.items()
        if any(e.get("src", "").endswith("/timeline.js") for e in page.all("script"))
    }

    assert "guide/index.html" in loading
    assert loading <= set(with_picture)


def test_every_script_is_published(site: Path) -> None:
    """And no other."""
    built = site / "assets/js"

    assert {path.relative_to(built).as_posix() for path in built.rglob("*.js")} == set(WRITTEN)


@pytest.mark.parametrize(
    ("source", "templates"),
    [
        ("say('a  b', `c ${ d } e`)", ["`c ${ d } e`"]),
        ("// it's `so`\nsay(`x`) /* `y` */", ["`x`"]),
        ("say('https://example.org -//EN', `'`)", ["`'`"]),
    ],
)
def test_a_template_is_read_with_its_blanks(source: str, templates: list[str]) -> None:
    """One in a comment is none."""
    assert templates_of(source) == templates


def test_a_template_inside_a_template_would_lose_its_blanks() -> None:
    """Which is why it is refused: the text of the inner one is taken for code."""
    assert rjsmin.jsmin("say(`a ${b ? `, ${c} d` : ''} e`)") == "say(`a ${b ? `,${c}d` : ''} e`)"
