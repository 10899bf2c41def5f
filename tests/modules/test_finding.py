"""Sections found by their words, and the part of a text that shows why."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from macros.publish.search import Section, words_json

PAGES = {
    "": [Section("", "Home", "Where to begin with smartcards.")],
    "guide/": [
        Section("", "Cutover", "Old and new. Each result is read by a person."),
        Section("cards", "Order smartcards", "Order smartcards for new people, early."),
        Section("gp", "Who decides", "The lead GP names who reads results. Name a deputy."),
    ],
    "words/": [
        Section("", "Glossary", ""),
        Section("smartcard", "Smartcard", "The card for a log-in."),
        Section("post-dated", "Post-dated", "A prescription for a later day."),
    ],
}
FIND = """async ([words, typed]) => {
  const {readWords, find} = await import('/js/finding.js')
  return find(readWords(JSON.parse(words)), typed).map(({page, anchor}) => `${page}#${anchor}`)
}"""
SORT = """async ([words, typed, texts]) => {
  const {readWords, find, asTyped} = await import('/js/finding.js')
  const textOf = ({page, anchor}) => texts[`${page}#${anchor}`]
  const found = find(readWords(JSON.parse(words)), typed)
  return asTyped(found, typed, textOf).map(({page, anchor}) => `${page}#${anchor}`)
}"""


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        # a title before a text, the whole word before its beginning
        ("smartcard", ["words/#smartcard", "guide/#cards", "#"]),
        ("SMART", ["words/#smartcard", "guide/#cards", "#"]),
        # more than one of a thing, in the word that is typed or in the text
        ("results", ["guide/#gp", "guide/#"]),
        # every word
        ("order smartcards", ["guide/#cards"]),
        ("post-dated prescription", ["words/#post-dated"]),
        # none has both: any of them
        ("glossary deputy", ["words/#", "guide/#gp"]),
        # words that lead nowhere ask for nothing, and a letter does only while it is the last
        ("who is the deputy", ["guide/#gp"]),
        ("a s deputy", ["guide/#gp"]),
        ("deputy n", ["guide/#gp"]),
        # nothing
        ("zebra", []),
        ("the", []),
        ("", []),
        ("  ,.", []),
        # what would be a pattern is text
        ("smart(", ["words/#smartcard", "guide/#cards", "#"]),
        (".*", []),
    ],
)
def test_what_is_found_and_in_which_order(page: Page, typed: str, found: list[str]) -> None:
    """By the words that macros/publish writes."""
    assert page.evaluate(FIND, [words_json(PAGES), typed]) == found


def test_words_that_stand_together_come_first(page: Page) -> None:
    """As they were typed: in the whole title, in the title, in the text, and then all others."""
    pages = {
        f"{n}/": [Section("", title, text)]
        for n, (title, text) in enumerate(
            [
                ("Lead", "The GP is in the lead."),
                ("Home", "Name a lead GP."),
                ("Our lead GP", "Lead GP."),
                ("Lead GP", ""),
            ]
        )
    }
    texts = {f"{page}#": sections[0].text for page, sections in pages.items()}

    found = page.evaluate(SORT, [words_json(pages), "lead GP", texts])

    assert found == ["3/#", "2/#", "1/#", "0/#"]


@pytest.mark.parametrize(
    ("text", "asked", "pieces"),
    [
        ("Order cards", ["card"], [["Order ", False], ["cards", True]]),
        ("Order a card.", ["cards"], [["Order a ", False], ["card", True], [".", False]]),
        ("GP, gp", ["gp"], [["GP", True], [", ", False], ["gp", True]]),
        ("discard", ["card"], [["discard", False]]),
        ("<b>card</b>", ["b"], [["<", False], ["b", True], [">card</", False], ["b", True], [">", False]]),
        ("", ["card"], []),
        ("card", [], [["card", False]]),
    ],
)
def test_the_words_that_were_asked_for_are_told_apart(
    module: Any, text: str, asked: list[str], pieces: list[Any]
) -> None:
    """At the beginning of a word, in any case; nothing of a text is lost."""
    assert module("finding.js").pieces(text, asked) == pieces


@pytest.mark.parametrize(
    ("text", "asked", "part"),
    [
        ("A short text.", ["short"], "A short text."),
        ("", ["word"], ""),
        ("x" * 300, ["word"], "x" * 270 + "…"),
        ("a " * 200 + "word", ["word"], "…" + "a " * 45 + "word"),
        # where most of the words are, and not where the first is
        (
            "word " + "a " * 200 + "some word again",
            ["some", "word"],
            "…" + "a " * 45 + "some word again",
        ),
    ],
)
def test_the_part_of_a_text_that_shows_why(module: Any, text: str, asked: list[str], part: str) -> None:
    """The words stand closest there, and what is cut off is marked."""
    assert module("finding.js").excerpt(text, asked) == part
