"""Markdown gives the same page when it is told which texts are plain."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import markdown
import pytest

from macros.render.plain_text import PlainText

PAGES = sorted((Path(__file__).parents[2] / "docs").rglob("*.md"))
EXTENSIONS = ["admonition", "attr_list", "def_list", "tables", "toc"]
SIGNS = [
    "plain", "`code`", r"a \* b", "*one*", "_one_", "**two**", "__two__", "***all***",
    "[a](b.md)", "[a][b]\n\n[b]: c", "![a](b.png)", "![a][b]\n\n[b]: c", "[b]\n\n[b]: c",
    "<https://example.org>", "<a@example.org>", "one  \ntwo", "one\\\ntwo", "a<br>b", "<!-- a -->",
    "&amp; &copy; & &#8217;", "a < b > c", "2 * 3 * 4", "snake_case_name", "a *", "!", "]", "~~a~~",
]  # fmt: skip
FRAMES = ["{}", "# {}", "- {}\n- {}", "1. {}", "> {}", "| A | B |\n|---|---|\n| {} | b |",
          "!!! note \"Title\"\n    {}", "term\n:   {}", "para {{: .x }}\n\n{}"]  # fmt: skip


def html_of(text: str, *more: Any) -> str:
    return markdown.markdown(text, extensions=[*EXTENSIONS, *more])


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("sign", SIGNS)
def test_each_sign_of_markdown_means_what_it_meant(sign: str, frame: str) -> None:
    """Wherever a text can stand."""
    text = frame.format(sign, sign)

    assert html_of(text, PlainText()) == html_of(text)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_page_of_ours_is_the_same(page: Path) -> None:
    """With all its words."""
    text = page.read_text("utf-8")

    assert html_of(text, PlainText()) == html_of(text)


def test_a_plain_text_is_not_looked_into() -> None:
    """This is what it is for: a pattern of ours meets the texts with signs only."""
    met: list[str] = []

    class Meeting(markdown.inlinepatterns.InlineProcessor):
        def handleMatch(self, match: Any, data: str) -> tuple[None, None, None]:
            met.append(data)
            return None, None, None

    md = markdown.Markdown(extensions=[PlainText()])
    md.inlinePatterns.register(Meeting("one"), "meeting", 200)

    md.convert("one plain text\n\none *text* with signs")

    assert met == ["one *text* with signs"]
