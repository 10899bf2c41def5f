"""Each page carries the security policy, and nothing that the policy would forbid."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

from tests.site.reading import Page

Read = dict[str, Page]


def policy_of(page: Page) -> dict[str, list[str]]:
    """Read the policy of a page by its directives."""
    (found,) = [
        element.get("content", "")
        for element in page.all("meta")
        if element.get("http-equiv") == "Content-Security-Policy"
    ]
    words = [directive.split() for directive in found.split(";")]
    return {name: values for name, *values in words}


def inline_scripts(page: Page) -> list[str]:
    """Give the text of each script that stands in the page."""
    return re.findall(r"<script(?![^>]*\ssrc=)[^>]*>(.*?)</script>", page.html, re.S)


def test_a_page_allows_its_own_inline_scripts_and_no_other(read: Read) -> None:
    """The hashes are those of the scripts that stand there, on every page."""
    assert {"404.html", "index.html", "guide/kick-off/index.html"} < set(read)
    for place, page in read.items():
        hashes = {
            f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"
            for script in inline_scripts(page)
        }
        assert len(hashes) == 1, place
        assert set(policy_of(page)["script-src"]) == {"'self'", *hashes}, place


def test_whatever_is_not_named_is_forbidden(read: Read) -> None:
    """Frames, objects, fonts, forms and other hosts."""
    for place, page in read.items():
        policy = policy_of(page)
        assert policy["default-src"] == policy["base-uri"] == policy["form-action"] == ["'none'"]
        allowed = {word for values in policy.values() for word in values}
        assert {word for word in allowed if not word.startswith("'sha256-")} == {
            "'none'",
            "'self'",
            "data:",
            "'script'",
            "gp-migration",
        }, place


def test_no_words_become_script(read: Read) -> None:
    """Trusted Types are asked for, and the one policy is ours: see decisions/0020."""
    for place, page in read.items():
        policy = policy_of(page)
        assert policy["require-trusted-types-for"] == ["'script'"], place
        assert policy["trusted-types"] == ["gp-migration"], place


def test_the_policy_stands_before_all_that_it_governs(read: Read) -> None:
    """A policy in a page holds only for what comes after it."""
    early = [
        place
        for place, page in read.items()
        if re.search(r"<(?:script|link|style|body)\b", page.html.partition("http-equiv")[0])
    ]

    assert early == []


def test_nothing_in_a_page_needs_more_than_the_policy_allows(read: Read) -> None:
    """No style in a page, no handler in an attribute, no address that is a script."""
    wrong = [
        (place, element.tag, name)
        for place, page in read.items()
        for element in page.all()
        for name, value in element.attrib.items()
        if name == "style"
        or name.startswith("on")
        or value.lower().lstrip().startswith(("javascript:", "vbscript:"))
    ]

    assert wrong == []
    assert [
        place
        for place, page in read.items()
        if page.all("style", "base", "iframe", "object", "embed", "form")
    ] == []


def entry_of(page: Page) -> str:
    """The script for what stands on a page: the first that it needs, and the frame alone for none."""
    needs = {
        "dates.js": "<date-table",
        "files.js": "<plan-history|<plan-list",
        "planner.js": "data-task|<plan-fields|<plan-parties",
        "home.js": "<todays-work",
        "timeline.js": "<phase-timeline",
    }
    return next((entry for entry, what in needs.items() if re.search(what, page.html)), "main.js")


def test_a_page_loads_one_sheet_and_one_module_of_ours(read: Read) -> None:
    """The one for what stands there, and the theme's script on no page."""
    for place, page in read.items():
        scripts = [e.get("src", "") for e in page.all("script") if "src" in e.attrib]
        sheets = [e.get("href", "") for e in page.all("link") if e.get("rel") == "stylesheet"]
        assert [s.rpartition("assets/js/")[2] for s in scripts] == [entry_of(page)], place
        assert [s.rpartition("assets/")[2] for s in sheets] == ["css/site.css"], place


def test_each_module_of_ours_is_on_some_page(read: Read) -> None:
    """The frame alone, today, the picture, parts of the plan, the dates, and the files."""
    assert {entry_of(page) for page in read.values()} == {
        *("main.js", "home.js", "timeline.js", "planner.js", "dates.js", "files.js")
    }
