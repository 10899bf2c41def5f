"""Everything that a page points at is there, and nothing comes from elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
import yaml

from tests.pages_server import Pages
from tests.site.reading import Page

CASES = Path(__file__).parents[1] / "cases"
ADDRESSES: dict[str, list[str]] = yaml.safe_load((CASES / "addresses.yml").read_text("utf-8"))

SVG = "http://www.w3.org/2000/svg"
Read = dict[str, Page]


def test_no_template_is_left_in_a_page(read: Read) -> None:
    """No call that was not run, and no message of a call that failed."""
    left = re.compile(r"\{\{|\}\}|\{%|Macro (?:Rendering|Syntax) Error|Undefined\b|>None<|\bNone\"")

    assert [
        (place, left.search(page.html)[0]) for place, page in read.items() if left.search(page.html)
    ] == []


def test_every_link_of_the_site_leads_to_a_file_of_the_site(read: Read, site: Path) -> None:
    """Links, scripts, styles and the addresses that scripts read, those in raw HTML too."""
    dead = [
        (place, address)
        for place, page in read.items()
        for _, _, address in page.links()
        if address.startswith(page.root) and not (site / page.place_of(address)[0]).is_file()
    ]

    assert dead == []


def test_every_fragment_is_an_id_of_the_page_that_it_leads_to(read: Read) -> None:
    """On the same page or on another."""
    ids = {place: set(page.values("id")) for place, page in read.items()}
    lost = [
        (place, address)
        for place, page in read.items()
        for _, _, address in page.links()
        if address.startswith(page.root)
        for to, fragment in [page.place_of(address)]
        if fragment and fragment not in ids.get(to, set())
    ]

    assert lost == []


def test_nothing_leaves_the_sub_path_but_links_to_read(read: Read) -> None:
    """A page loads nothing from elsewhere, and a link to elsewhere is a whole https address."""
    leaving = [
        (place, tag, address)
        for place, page in read.items()
        for tag, _, address in page.links()
        if not address.startswith((page.root, "data:image/svg+xml,"))
        and not (tag == "a" and address.startswith("https://"))
    ]

    assert leaving == []


def test_no_link_to_the_own_host_leaves_the_sub_path(read: Read) -> None:
    """An address that starts at the host works here and is dead where the site is published."""
    leaving = [
        (place, address)
        for place, page in read.items()
        for _, _, address in page.links()
        if urlsplit(address).netloc == urlsplit(page.root).netloc
        and not address.startswith(page.root)
    ]

    assert leaving == []


def test_a_page_tells_other_sites_nothing(read: Read) -> None:
    """A reader who follows a link does not say where they came from."""
    assert [
        place
        for place, page in read.items()
        if '<meta name="referrer" content="no-referrer">' not in page.html
    ] == []


def test_styles_load_nothing(site: Path) -> None:
    """No font, no image and no sheet from anywhere."""
    css = (site / "assets/css/site.css").read_text("utf-8")

    assert re.findall(r"@import[^;]*|url\((?!['\"]?data:)[^)]*\)", css) == []


def test_our_scripts_name_no_other_host(site: Path) -> None:
    """Not even in a text. The name of a vocabulary looks like an address and is none."""
    texts = {
        path.name: path.read_text("utf-8").replace(SVG, "")
        for path in (site / "assets/js").rglob("*.js")
    }

    assert [
        (name, found[0])
        for name, text in texts.items()
        if (found := re.search(r"https?://[^'\"`]+|['\"`]//\w", text))
    ] == []


def test_no_id_stands_twice_on_a_page(read: Read) -> None:
    """A fragment leads to one place."""
    twice = [
        (place, id)
        for place, page in read.items()
        for id, count in Counter(page.values("id")).items()
        if count > 1 or not re.fullmatch(r"\S+", id)
    ]

    assert twice == []


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_of_the_old_guide_still_answers(
    address: str, server: Pages, site: Path, read: Read
) -> None:
    """With its page, perhaps after a redirect to the slash, and every fragment on it."""
    with urlopen(server.url + address.removeprefix("/")) as answer:
        assert answer.status == 200
        place = answer.url.removeprefix(server.url) + "index.html"

    ids = set(read[place].values("id"))
    assert [fragment for fragment in ADDRESSES[address] if fragment not in ids] == []


def test_every_page_can_be_reached_from_the_home_page(read: Read) -> None:
    """By links alone, but for the page that only old links lead to."""
    reached, new = set(), {"index.html"}
    while new:
        reached |= new
        new = {
            page.place_of(address)[0]
            for page in map(read.__getitem__, new)
            for tag, _, address in page.links()
            if tag == "a" and address.startswith(page.root)
        } - reached

    assert set(read) - reached == {"404.html", "guide/early-prep-and-planning/index.html"}
