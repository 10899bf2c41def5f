"""Tables of Markdown get a caption and the scope of their headings."""

from __future__ import annotations

import pytest

from macros.render.tables import finished


@pytest.mark.parametrize(
    ("html", "scoped"),
    [
        # as Markdown writes them
        ("<th>What</th>", '<th scope="col">What</th>'),
        ('<th align="right">Days</th>', '<th scope="col" align="right">Days</th>'),
        ('<th style="text-align: left">A</th>', '<th scope="col" style="text-align: left">A</th>'),
        # as macros write them, and what only looks like one
        ('<th scope="row">What</th>', '<th scope="row">What</th>'),
        ("<thead><tr></tr></thead>", "<thead><tr></tr></thead>"),
        ("<td>&lt;th&gt;</td>", "<td>&lt;th&gt;</td>"),
    ],
)
def test_a_heading_of_a_markdown_table_heads_its_column(html: str, scoped: str) -> None:
    """A macro writes its own scopes, and they stay."""
    assert finished(html) == scoped


@pytest.mark.parametrize(
    ("html", "named"),
    [
        (
            "<p>Table: Times &amp; days</p>\n<table>\n<thead>",
            "<table><caption>Times &amp; days</caption>\n<thead>",
        ),
        # a table without one, a paragraph without a table
        ("<p>Words.</p>\n<table>", "<p>Words.</p>\n<table>"),
        ("<p>Table: Words</p>\n<p>More.</p>", "<p>Table: Words</p>\n<p>More.</p>"),
    ],
)
def test_the_paragraph_before_a_markdown_table_names_it(html: str, named: str) -> None:
    """It begins with the word Table and a colon, as an editor writes it."""
    assert finished(html) == named
