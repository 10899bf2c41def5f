"""What the search fetches: words with their places, and the texts of a page."""

from __future__ import annotations

import json

import pytest

from macros.publish.search import COMMON, Section, sections_of, texts_json, words_json

PAGE = """<h1 id="kick-off">Kick-off</h1>
<p>Meet &amp; agree.</p>
<h2 id="who">Who <em>to</em> invite</h2>
<ul><li>Lead GP</li><li>Manager</li></ul>
<div class="app-part" data-search-exclude><h2 id="plan">Plan</h2><div>secret</div> too</div>
<h3>No id</h3>
<p>Twelf<b>th</b> week</p>"""


def test_a_page_is_split_at_its_headings() -> None:
    """The first part has the page's own title; entities are text; what is left out is not read."""
    assert sections_of("Kick-off meeting", PAGE) == [
        Section("", "Kick-off meeting", "Meet & agree."),
        Section("who", "Who to invite", "Lead GP Manager No id Twelfth week"),
    ]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("", ""),
        ("<p>one</p><p>two</p>", "one two"),
        ("<b>on</b>e", "one"),
        ("one<br>two", "one two"),
        ("one<!-- two -->three", "one three"),
        ("one <!-- <div data-search-exclude> -->two", "one two"),
        ('<a title="a > b">one</a>', "one"),
        ("1 &lt; 2", "1 < 2"),
        # what is no text of the guide
        ("one<button>two</button>", "one"),
        ('one<input value="two">three', "one three"),
        ("one<script>two()</script>", "one"),
        ("<p data-search-exclude>one<p>two", ""),
        ("<div data-search-exclude><div>one</div>two<br></div>three", "three"),
        ("<details><summary>Details</summary>Done when: one</details>", "Done when: one"),
        ("<details><summary>More</summary>one</details>", "More one"),
    ],
)
def test_what_of_a_page_is_read(html: str, text: str) -> None:
    """Blocks stand apart and parts of a word do not; a field and a script say nothing."""
    assert sections_of("", html) == [Section("", "", text)]


def test_the_words_and_their_places() -> None:
    """A place is four times the sections skipped since the last, plus how the word stands.

    Last of a section and of a page's beginning stands how many words it has.
    """
    pages = {
        "": [Section("", "Home", "Order cards, order kit: order!")],
        "a/": [Section("", "Cards", "The kit"), Section("b", "Kit", "Kit 7 x, 2027’s ICB’s cards")],
    }

    written = json.loads(words_json(pages))

    assert written["pages"] == [["", "Home", [], 4], ["a/", "Cards", [["b", "Kit", 5]], 2]]
    assert written["words"] == {
        "2027": [8],
        "7": [8],
        "cards": [0, 3, 0],
        "home": [3],
        "icb": [8],
        "kit": [0, 0, 3],
        "order": [1],
    }
    assert written["common"] == " ".join(sorted(COMMON))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("re-order_now, A/B (x) 7", ["7", "now", "order", "re"]),
        ("“Order” – the ICB’s…now", ["icb", "now", "order"]),
        ("Café–naïve’s £5 Łódź", ["5", "café", "naïve", "łódź"]),
    ],
)
def test_words_end_at_what_is_no_letter_or_digit(text: str, words: list[str]) -> None:
    """The same whatever else the text has in it."""
    written = json.loads(words_json({"": [Section("", "", text)]}))

    assert [*written["words"]] == words


@pytest.mark.parametrize(
    ("count", "how"), [(1, 0), (2, 1), (3, 1), (4, 2), (7, 2), (8, 2), (100, 2)]
)
def test_how_often_a_word_stands_counts_in_three_steps(count: int, how: int) -> None:
    """Once, twice, and often; a hundred times is no more than often."""
    pages = {"": [Section("", "", "word " * count)]}

    assert json.loads(words_json(pages))["words"] == {"word": [how]}


def test_the_texts_of_a_page() -> None:
    """By the anchors of its sections."""
    sections = [Section("", "A", "one “two”"), Section("b", "B", "three")]

    assert texts_json(sections) == '{"":"one “two”","b":"three"}'
