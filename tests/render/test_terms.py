"""Words of the glossary are linked where a page first uses them, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.render.terms import Term, link_terms, terms_of

GLOSSARY = Path(__file__).parents[2] / "docs/glossary.md"
TERMS = (
    Term("eps", ("EPS", "Electronic Prescription Service")),
    Term("data-extract", ("data extract",)),
    Term("extract", ("extract",)),
    Term("e-rs", ("e-RS",)),
    Term("dmd", ("dm+d",)),
    Term("ig", ("IG",)),
    Term("qa", ("Q & A",)),
)
EPS = '<a class="app-term" href="../glossary/#eps">EPS</a>'


def linked(html: str) -> str:
    """Link as a page one folder deep does."""
    return link_terms(html, TERMS, lambda id: f"../glossary/#{id}")


def to(id: str, words: str) -> str:
    """Write the link that is expected."""
    return f'<a class="app-term" href="../glossary/#{id}">{words}</a>'


# What the glossary says


def test_a_heading_lists_the_words_that_are_linked() -> None:
    """One with no list is looked up, and never linked."""
    text = (
        "# Glossary {#glossary}\n\n## E {#letter-e}\n\n"
        '### EPS {#eps data-words="EPS, Electronic Prescription Service"}\n\nIt sends.\n\n'
        "### Go Live {#go-live}\n\nThe day.\n"
    )

    assert terms_of(text) == (Term("eps", ("EPS", "Electronic Prescription Service")),)


def test_no_word_of_our_glossary_belongs_to_two_terms() -> None:
    """It could lead to one of them only."""
    words = [word.lower() for term in terms_of(GLOSSARY.read_text("utf-8")) for word in term.words]

    assert len(words) > 100
    assert sorted({word for word in words if words.count(word) > 1}) == []


# Where a link is made


@pytest.mark.parametrize(
    ("html", "result"),
    [
        # the first use only, whichever of its words it is
        ("<p>EPS, then EPS.</p>", f"<p>{EPS}, then EPS.</p>"),
        (
            "<p>The Electronic Prescription Service (EPS).</p>",
            f"<p>The {to('eps', 'Electronic Prescription Service')} (EPS).</p>",
        ),
        ("<p>One.</p>\n<ul><li>EPS</li></ul>", f"<p>One.</p>\n<ul><li>{EPS}</li></ul>"),
        ("<p><strong>EPS.</strong> Ask.</p>", f"<p><strong>{EPS}.</strong> Ask.</p>"),
        # the longest term; the shorter one where it stands alone
        (
            "<p>A data extract is an extract.</p>",
            f"<p>A {to('data-extract', 'data extract')} is an {to('extract', 'extract')}.</p>",
        ),
        # at the start of a sentence, in the plural, with a possessive, across a line
        ("<p>Data extracts move.</p>", f"<p>{to('data-extract', 'Data extracts')} move.</p>"),
        ("<p>EPS's day</p>", f"<p>{EPS}'s day</p>"),
        ("<p>a data\nextract</p>", "<p>a " + to("data-extract", "data\nextract") + "</p>"),
        # marks inside a word
        ("<p>Use e-RS or dm+d.</p>", f"<p>Use {to('e-rs', 'e-RS')} or {to('dmd', 'dm+d')}.</p>"),
        ("<p>A Q &amp; A.</p>", f"<p>A {to('qa', 'Q &amp; A')}.</p>"),
        # after what was closed
        ("<h2>EPS</h2><p>EPS</p>", f"<h2>EPS</h2><p>{EPS}</p>"),
        ("<table><tr><td>EPS</table>", f"<table><tr><td>{EPS}</table>"),
        (
            "<table><tr><th>EPS</th></table><p>EPS</p>",
            f"<table><tr><th>EPS</th></table><p>{EPS}</p>",
        ),
        ('<div class="app-x"><br>EPS<p>a</div>EPS', f'<div class="app-x"><br>EPS<p>a</div>{EPS}'),
    ],
)
def test_the_first_use_of_a_term_is_linked(html: str, result: str) -> None:
    """Whole words, once a page."""
    assert linked(html) == result


@pytest.mark.parametrize(
    "html",
    [
        # no words, or parts of words
        "",
        "<p>Nothing to look up.</p>",
        "<p>STEPS, EPSOM, EPS-like, non-EPS, eps, big, Ig, extracted.</p>",
        # no running text
        '<h1>EPS</h1><h2>EPS</h2><h3 id="x">An <em>EPS</em></h3>',
        '<p><a href="https://example.org/">About <b>EPS</b></a></p>',
        "<p><code>EPS</code></p><pre>EPS</pre>",
        "<button>EPS</button><label>EPS <input> EPS</label>",
        "<details><summary>EPS</summary></details>",
        "<table><caption>EPS</caption><tr><th>EPS</th></tr></table>",
        '<div class="admonition ours"><p class="admonition-title">EPS</p></div>',
        '<p title="EPS">a</p><!-- EPS <p>EPS</p> -->',
        # what a macro wrote: rows of tasks, tables of the plan, facts
        "<task-checklist><ul><li><p>EPS</p></li></ul></task-checklist>",
        '<table class="app-dates"><tr><td>EPS</td></tr></table>',
        '<dl class="app-facts" data-search-exclude><div><dt>Who</dt><dd>EPS</dd></div></dl>',
        # a term that is linked by hand
        '<p>EPS: <a href="../../glossary/#eps">electronic prescriptions</a>.</p>',
    ],
)
def test_nothing_else_is_linked(html: str) -> None:
    """The page stays as it is, to the byte."""
    assert linked(html) == html


def test_without_terms_a_page_stays_as_it_is() -> None:
    """A glossary that lists no words links none."""
    assert link_terms("<p>EPS</p>", (), str) == "<p>EPS</p>"


def test_an_address_is_escaped() -> None:
    """Whatever it holds."""
    assert link_terms("EPS", TERMS, lambda id: f'"&{id}') == (
        '<a class="app-term" href="&#34;&amp;eps">EPS</a>'
    )
