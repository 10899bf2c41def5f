"""The theme's styles, cut to what the pages use."""

from __future__ import annotations

import pytest

from macros.publish.stylesheet import MissingVariableError, cut, join, names_used

PAGE = """<article class="md-typeset"><h2 id="now">Now</h2><p class="lead">A <a href="#now">b</a>
<table><tr><td align="left">1</td></tr></table><input type="checkbox"><details></details>
<ul></ul></article>"""


def test_the_names_that_a_page_uses() -> None:
    """Tags, classes, ids and attributes, with and without their values."""
    assert names_used(['<p id="a" class="b c">', "<br hidden>", '<img alt="">']) == {
        "p",
        "#a",
        ".b",
        ".c",
        "[id]",
        "[id=a]",
        "[class]",
        "[class=b c]",
        "br",
        "[hidden]",
        "[hidden=None]",
        "img",
        "[alt]",
        "[alt=]",
    }


@pytest.mark.parametrize(
    "rule",
    [
        ".md-typeset{color:red}",
        ".md-typeset h2{color:red}",
        ".md-typeset h2+p{color:red}",
        ".md-typeset #now{color:red}",
        ".md-typeset p.lead{color:red}",
        ".md-typeset a:hover{color:red}",
        ".md-typeset a[href]{color:red}",
        ".md-typeset td[align=left]{color:red}",
        ".md-typeset [type=checkbox]{color:red}",
        # what must not be there need not occur
        ".md-typeset ul:not([hidden]){color:red}",
        ".md-typeset table:not([class]){color:red}",
        ".md-typeset p:not(.tabbed):before{color:red}",
        # inside a condition
        "@media print{.md-typeset h2{color:red}}",
        "@supports (display:grid){@media print{.md-typeset p{color:red}}}",
    ],
)
def test_a_rule_stays_when_all_that_it_names_occurs(rule: str) -> None:
    """Written as it was."""
    assert cut(rule, names_used([PAGE])) == rule


@pytest.mark.parametrize(
    "rule",
    [
        # not about the content
        "p{color:red}",
        ".md-header{color:red}",
        ".md-nav .md-typeset{color:red}",
        ":root{--a:1}",
        "[data-md-color-scheme=slate] .md-typeset p{color:red}",
        # about what no page has
        ".md-typeset pre{color:red}",
        ".md-typeset .tabbed{color:red}",
        ".md-typeset #then{color:red}",
        ".md-typeset td[align=right]{color:red}",
        ".md-typeset p[data-x]{color:red}",
        ".md-typeset p .lead pre{color:red}",
        # ours
        ".md-typeset details{color:red}",
        ".md-typeset .admonition p{color:red}",
        # conditions with nothing in them, and rules that are not about elements
        "@media print{p{color:red}.md-typeset pre{color:red}}",
        "@font-face{font-family:x}",
        "@keyframes x{to{color:red}}",
        '@charset "utf-8";',
    ],
)
def test_another_rule_goes(rule: str) -> None:
    """With its condition, if nothing else stands in it."""
    assert cut(rule, names_used([PAGE])) == ""


def test_of_a_list_of_selectors_those_that_fit_stay() -> None:
    """A comma inside brackets parts nothing."""
    rule = ".md-typeset pre,.md-typeset h2,.md-header,.md-typeset p:not(a,b){color:red}"

    assert cut(rule, names_used([PAGE])) == (".md-typeset h2,.md-typeset p:not(a,b){color:red}")


def test_both_sheets_are_one_without_comments() -> None:
    """The theme's first, so that ours wins."""
    theme = ".md-typeset p{color:var(--ink)}"
    own = "/* ours */\n:root {\n  --ink: black;\n}\n"

    assert join(theme, own) == ".md-typeset p{color:var(--ink)}:root{--ink:black}"


def test_a_variable_that_nothing_sets_is_refused() -> None:
    """All of them at once, in order; one with a fallback needs no value."""
    theme = ".md-typeset p{color:var(--b);margin:var(--a) var(--c,1px) var(--set)}"

    with pytest.raises(MissingVariableError) as refused:
        join(theme, ":root{--set:1px}")

    assert str(refused.value) == (
        "docs/assets/css/site.css: the theme's rules use --a, --b, "
        "which nothing sets. Set them in :root."
    )
