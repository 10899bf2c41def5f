"""The published scripts say what was written: taking out blanks leaves templates alone."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path

import pytest
import rjsmin

from macros.publish.modules import join
from tests.conftest import ROOT
from tests.site.reading import Page

ENTRIES = {"main.js", "home.js", "timeline.js", "planner.js", "dates.js", "files.js"}
JOINED = ENTRIES | {"elements/search-dialog.js"}
WRITTEN = {
    path.relative_to(ROOT / "docs/assets/js").as_posix(): path.read_text("utf-8")
    for path in sorted((ROOT / "docs/assets/js").rglob("*.js"))
}
COMMENT = re.compile(r"/\*.*?\*/|(?:^|\s)//[^\n]*", re.S)
ASKED = re.compile(r"\b(?:from|import) *\(?['\"](\.[^'\"]+)['\"]")
TEMPLATE = re.compile(r"`[^`]*`")


def templates_of(source: str) -> list[str]:
    """Every template of a script, in order, with all the blanks in it."""
    return TEMPLATE.findall(COMMENT.sub("", source))


def published(site: Path) -> dict[str, str]:
    """Every script of the site by its path below assets/js."""
    built = site / "assets/js"
    return {
        path.relative_to(built).as_posix(): path.read_text("utf-8") for path in built.rglob("*.js")
    }


def test_no_template_of_a_script_loses_a_blank(site: Path) -> None:
    """Each is published as it was written; one that is joined has those of all its parts."""
    different = [
        path
        for path, text in published(site).items()
        for written in [join(path, WRITTEN) if path in JOINED else WRITTEN[path]]
        if templates_of(text) != templates_of(written)
    ]

    assert different == []


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


def test_every_script_of_the_site_is_used(site: Path) -> None:
    """By a page, or by a script that asks for it. What is joined into an entry is not sent again."""
    texts = published(site)
    asked = {
        posixpath.normpath(posixpath.join(posixpath.dirname(path), found))
        for path, text in texts.items()
        for found in ASKED.findall(text)
    }

    assert set(texts) == ENTRIES | asked
    assert "elements/search-dialog.js" in asked
    assert not {"store.js", "finding.js"} & set(texts)


def test_every_script_that_was_written_is_sent(site: Path) -> None:
    """By itself or within an entry; a module of types alone is neither."""
    everything = "".join(published(site).values())
    sent = set(re.findall(r"\b(?:class|function) (\w+)", everything))
    lost = [
        (path, name)
        for path, text in WRITTEN.items()
        for name in re.findall(r"^export (?:async )?(?:class|function) (\w+)", text, re.M)
        if name not in sent
    ]

    assert lost == []


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
