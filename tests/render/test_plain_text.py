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
LINES = ["one", "**one**", "**one** two", "[one](a.md)", "[two]", "<b>one</b>", "<!-- one -->",
         "one  ", "*one*", "7 one", "“one”"]  # fmt: skip
BLOCKS = [
    "{}\ntwo", "two\n{}", "{}\n# two", "# two\n{}", "{}\n===", "{}\n---", "{}\n***", "{}\n> two",
    "> {}\n\ntwo", "{}\n- two\n- three", "{}\n* two", "{}\n1. two", "1. two\n{}\n2. three",
    "- two\n{}", "- # two\n{}", "- {}\n\n    two", "- {}\n\n- two\n\n    three", "{}\n    two",
    "{}\n\n    two", "{}\n\n\n\ntwo", "{}\n!!! note\n    two",
    "!!! note\n    {}\n\n    two\n\nthree",
    "{}\n: two", "{}\n:   two", "{}\n\n:   two", "{} | b\n- | -\ntwo | c", "{}|\n-|\ntwo|",
    "{}\n[two]: three", "{}\n\n[two]: three", "{}\n<div>two</div>", "<div>two</div>\n{}",
    "<div>\n{}\n</div>\n\n{}", "{}\n{{: .x }}", "[TOC]\n\n# {}",
]  # fmt: skip


def html_of(text: str, *more: Any) -> str:
    return markdown.markdown(text, extensions=[*EXTENSIONS, *more])


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("sign", SIGNS)
def test_each_sign_of_markdown_means_what_it_meant(sign: str, frame: str) -> None:
    """Wherever a text can stand."""
    text = frame.format(sign, sign)

    assert html_of(text, PlainText()) == html_of(text)


@pytest.mark.parametrize("block", BLOCKS)
def test_each_kind_of_block_is_what_it_was(block: str) -> None:
    """Whatever its lines begin with."""
    for text in (block.format(line, line) for line in LINES):
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


def test_a_paragraph_is_asked_once_what_it_is() -> None:
    """A kind of block of ours meets those with a sign only."""
    met: list[str] = []

    class Meeting(markdown.blockprocessors.BlockProcessor):
        def test(self, parent: Any, block: str) -> bool:
            met.append(block)
            return False

    md = markdown.Markdown(extensions=[PlainText()])
    md.parser.blockprocessors.register(Meeting(md.parser), "meeting", 150)

    md.convert("one\n**two**\n[three](a.md)\n\n- four")

    assert [block for block in met if block] == ["- four"]


def test_a_pattern_is_left_on_a_page_without_its_sign() -> None:
    """On that page: the next has all of them again."""
    md = markdown.Markdown(extensions=[PlainText()])

    assert [md.convert(text) for text in ("*a*", "`a` <b@c.de> [x]\n\n[x]: y", "[x]")] == [
        "<p><em>a</em></p>",
        html_of("`a` <b@c.de> [x]\n\n[x]: y"),
        '<p><a href="y">x</a></p>',
    ]
