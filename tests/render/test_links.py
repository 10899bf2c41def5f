"""Anchors of old addresses, and citations."""

from __future__ import annotations

import dataclasses

from macros.catalogue import Catalogue
from macros.render.links import anchor, cite


def test_an_anchor_is_an_empty_block() -> None:
    """It takes no room, and an old address leads to it."""
    assert anchor("old-name") == '<div class="app-anchor" id="old-name"></div>'


def test_an_anchor_cannot_leave_its_attribute() -> None:
    """Whatever a page passes is an id."""
    assert anchor('a"><b>&') == '<div class="app-anchor" id="a&#34;&gt;&lt;b&gt;&amp;"></div>'


def test_a_source_with_an_address_is_linked(good: Catalogue) -> None:
    """The publisher stands beside it, and the other site learns nothing."""
    assert cite(good.source("guide-2019")) == (
        '<a href="https://www.england.nhs.uk/" rel="noreferrer">Practice migration guide</a> '
        "(NHS Digital)"
    )


def test_a_source_without_an_address_is_named_with_its_date(good: Catalogue) -> None:
    """So that a reader can look for it; that there is no date is not said."""
    ours = good.source("ours")

    assert cite(ours) == "Our planning default (This guide)"
    assert cite(dataclasses.replace(ours, date="May 2026")) == (
        "Our planning default (This guide, May 2026)"
    )


def test_a_source_is_shown_as_text(awkward: Catalogue) -> None:
    """Markup in a title stays a title."""
    text = "Cards &amp; &lt;keys&gt; &#34;today&#34; &#39;now&#39;"

    assert cite(awkward.source("ours")) == f"{text} ({text}, {text})"
    assert cite(awkward.source("guide-2019")) == (
        f'<a href="https://www.england.nhs.uk/" rel="noreferrer">{text}</a> ({text})'
    )
