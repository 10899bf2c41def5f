"""No rule of the theme is cut that a page or a script of ours needs."""

from __future__ import annotations

import re
from pathlib import Path

import material
import pytest
import tinycss2

from macros.publish.stylesheet import cut, names_used
from tests.conftest import ROOT
from tests.site.reading import Page

THEME = next(
    Path(material.__file__).parent.glob("templates/assets/stylesheets/main.*.min.css")
).read_text("utf-8")
OWN = (ROOT / "docs/assets/css/site.css").read_text("utf-8")
TAG_MADE = re.compile(r"\b(?:make|createElement)\(\s*'([a-z][a-z0-9-]*)'")
CLASSES_MADE = re.compile(r"class: [`']([^`']*)|classList\.\w+\('([^']+)'|className = '([^']*)'")


def rules_of(css: str) -> dict[str, str]:
    """Each rule by its selectors."""
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    plain = [rule for rule in rules if rule.type == "qualified-rule"]
    return {tinycss2.serialize(rule.prelude): tinycss2.serialize([rule]) for rule in plain}


def names_made(script: str) -> set[str]:
    """The tags and classes that a script makes."""
    classes = " ".join("".join(found) for found in CLASSES_MADE.findall(script)).split()
    return {*TAG_MADE.findall(script), *(f".{name}" for name in classes)}


def named(name: str, selectors: str) -> bool:
    """Whether selectors name a tag or a class."""
    return bool(re.search(rf"(?<![\w#-]){re.escape(name)}(?![\w-])", selectors))


@pytest.mark.parametrize(
    ("script", "names"),
    [
        ("make('mark', {}, x)", {"mark"}),
        ("make(\n  'p',\n  {class: 'a b'})", {"p", ".a", ".b"}),
        ("make('p', {class: `app-button ${kind}`})", {"p", ".app-button", ".${kind}"}),
        ("document.createElement('h4')", {"h4"}),
        ("box.classList.add('is-late')", {".is-late"}),
        ("box.className = 'a'", {".a"}),
        ("remake('x')", set()),
    ],
)
def test_what_a_script_makes(script: str, names: set[str]) -> None:
    """By the ways in which our modules make elements."""
    assert names_made(script) == names


def test_what_only_a_script_makes_is_styled_by_us(read: dict[str, Page]) -> None:
    """The cut sees pages alone; a rule of the theme for what appears later must be in our own."""
    on_pages = names_used(page.html for page in read.values())
    scripts = [path.read_text("utf-8") for path in (ROOT / "docs/assets/js").rglob("*.js")]
    made = set().union(*map(names_made, scripts)) - on_pages

    lost = rules_of(cut(THEME, on_pages | made)).keys() - rules_of(cut(THEME, on_pages)).keys()

    needing = {name for name in made if any(named(name, rule) for rule in lost)}
    assert {"mark", "h4"} <= needing
    assert [name for name in needing if not named(name, " ".join(rules_of(OWN)))] == []


def test_a_page_with_a_class_of_the_theme_keeps_its_rule(read: dict[str, Page]) -> None:
    """An editor who writes a grid gets one, with no change of ours."""
    on_pages = names_used(page.html for page in read.values())
    on_another = names_used(['<div class="md-typeset"><div class="grid"></div></div>'])
    is_grid = re.compile(r"\.md-typeset \.grid\{")

    assert is_grid.search(THEME)
    assert not is_grid.search(cut(THEME, on_pages))
    assert is_grid.search(cut(THEME, on_pages | on_another))


def test_no_style_on_screen_asks_what_an_element_holds() -> None:
    """With `:has()` each change of a page has its ancestors looked through and styled anew."""
    rules = tinycss2.parse_stylesheet(OWN, skip_comments=True, skip_whitespace=True)
    on_screen = [
        rule for rule in rules if not tinycss2.serialize(rule.prelude or []).strip() == "print"
    ]

    asking = [r for rule in on_screen for r in re.findall(r"[^{}]*:has\([^{}]*", rule.serialize())]
    assert asking == []
