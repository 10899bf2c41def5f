"""Unknown addresses help, and the site says where it is published and where it is edited."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import parse_qsl
from urllib.request import urlopen
from xml.etree import ElementTree

import pytest
import yaml

from tests.conftest import ROOT, build_site
from tests.pages_server import Pages
from tests.site.conftest import copy_project
from tests.site.reading import Page, read_site, words_of

ADDRESS = "https://example.org/elsewhere/"
REPOSITORY = "https://example.org/someone/guide"
EDIT = "Suggest a change to this page"
OTHER_WORLD = {
    "PYTHONHASHSEED": "77",
    "TZ": "Pacific/Auckland",
    "SOURCE_DATE_EPOCH": "1893456000",
}
NAME = "GP clinical system migration guide"
REPORT = "Report something wrong"
FORM = "1-wrong-on-a-page.yml"
EACH_KIND = {
    "guide/kick-off/index.html",
    "service-worker.js",
    "sitemap.xml",
    "sitemap.xml.gz",
    "404.html",
}


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built for another address and with a repository."""
    folder = tmp_path_factory.mktemp("elsewhere") / "site"
    outcome = build_site(folder, SITE_URL=ADDRESS, REPO_URL=REPOSITORY)
    assert outcome.returncode == 0, outcome.stderr
    return folder


@pytest.fixture(scope="module")
def twice(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The site built twice for no repository: here, and in another place, world and time."""
    folder = tmp_path_factory.mktemp("twice")
    copy = copy_project(folder / "somewhere else")
    settings = {"SITE_URL": ADDRESS, "REPO_URL": ""}
    sites = folder / "site", folder / "site of another name"
    for site, root, world in zip(sites, (ROOT, copy), ({}, OTHER_WORLD), strict=True):
        built = build_site(site, root, **settings, **world)
        assert built.returncode == 0, built.stderr
    return sites


def edit_links(page: Page, words: str = EDIT) -> list[str]:
    """List the addresses at which a page offers to be edited, or to be reported."""
    return [link.get("href", "") for link in page.all("a") if words_of(link) == words]


@pytest.mark.parametrize("deep", ["no-such-page", "guide/kick-off/no/such/page/", "guide/x.html"])
def test_an_unknown_address_says_so_and_helps(server: Pages, deep: str) -> None:
    """With the status that says so, a heading, and links that work from there."""
    with pytest.raises(HTTPError) as refused:
        urlopen(server.url + deep)
    with refused.value as answer:
        page = Page("404.html", answer.read().decode(), server.url)

    assert answer.code == 404
    assert words_of(page.tree.find(".//h1")) == "Page not found"
    main = page.tree.find(".//main")
    found = [link.get("href") for link in main.iter("a")]
    assert len(found) >= 3
    for link in found:
        with urlopen(server.origin + link) as answer:
            assert answer.status == 200


def test_the_page_for_unknown_addresses_points_from_the_host(read: dict[str, Page]) -> None:
    """A relative address would depend on how deep the unknown one is."""
    values = [value for _, _, value in _written(read["404.html"])]

    assert [v for v in values if not v.startswith(("/", "#", "data:", "https://"))] == []


def test_each_page_names_its_own_address(elsewhere: Path) -> None:
    """Below the address that the site is built for; the page for unknown ones has none."""
    pages = read_site(elsewhere)
    named = {
        place: [e.get("href") for e in page.all("link") if e.get("rel") == "canonical"]
        for place, page in pages.items()
    }

    assert named.pop("404.html") == []
    assert named == {place: [pages[place].address] for place in named}
    assert pages["index.html"].root == ADDRESS


def test_the_site_map_lists_every_page_at_its_address(elsewhere: Path) -> None:
    """And nothing else."""
    listed = [
        entry.text
        for entry in ElementTree.parse(elsewhere / "sitemap.xml").iter()
        if entry.tag.endswith("}loc")
    ]

    pages = read_site(elsewhere)
    assert sorted(listed) == sorted(p.address for p in pages.values() if p.place != "404.html")


def test_at_another_address_nothing_points_at_the_old_one(elsewhere: Path) -> None:
    """Neither the local default nor its sub-path is written into a page."""
    pages = read_site(elsewhere)
    stale = re.compile(r"127\.0\.0\.1|localhost|/gp-migration-guide/")

    assert [place for place, page in pages.items() if stale.search(page.html)] == []
    assert {value for _, _, value in _written(pages["404.html"])} >= {
        "/elsewhere/assets/css/site.css",
        "/elsewhere/guide/kick-off/",
    }


def test_with_a_repository_each_page_can_be_edited(elsewhere: Path) -> None:
    """The link leads to the file that the page is made of."""
    for place, page in read_site(elsewhere).items():
        if place == "404.html":
            assert edit_links(page) == []
            continue
        (link,) = edit_links(page)
        source = link.removeprefix(f"{REPOSITORY}/edit/main/docs/")
        assert (ROOT / "docs" / source).is_file(), link
        assert source in {place.replace("/index.html", ".md"), place.replace(".html", ".md")}


def test_without_a_repository_no_page_offers_to_be_edited(twice: tuple[Path, Path]) -> None:
    """A link that leads nowhere is worse than none."""
    pages = read_site(twice[0])

    assert {place: edit_links(page) for place, page in pages.items() if edit_links(page)} == {}
    assert [place for place, page in pages.items() if "/edit/" in page.html] == []


def test_with_a_repository_each_page_can_be_reported(elsewhere: Path) -> None:
    """The form opens with title and address of the page filled in, and with nothing else."""
    form = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE" / FORM).read_text("utf-8"))
    fields = {part.get("id") for part in form["body"]}
    for place, page in read_site(elsewhere).items():
        if place == "404.html":
            assert edit_links(page, REPORT) == []
            continue
        (link,) = edit_links(page, REPORT)
        asked, _, filled = link.partition("?")
        assert asked == f"{REPOSITORY}/issues/new"
        given = dict(parse_qsl(filled, strict_parsing=True))
        title = words_of(page.tree.find("./head/title")).removesuffix(f" - {NAME}")
        name = "Home" if place == "index.html" else title
        assert given == {
            "template": FORM,
            "title": f"{form['title']}{name}",
            "page": f"{name}, {page.address}",
        }
        assert given.keys() - {"template", "title"} <= fields
        assert "public: name neither patients, staff nor your practice" in words_of(page.tree)


def test_without_a_repository_no_page_offers_to_be_reported(twice: tuple[Path, Path]) -> None:
    """There is nowhere to report to."""
    pages = read_site(twice[0])

    assert [place for place, page in pages.items() if edit_links(page, REPORT)] == []
    assert [place for place, page in pages.items() if "issues/new" in page.html] == []


def test_two_builds_of_one_commit_are_the_same_to_the_byte(twice: tuple[Path, Path]) -> None:
    """Whatever the folder, the day, the part of the world and the order of names in memory.

    Every page, script, list and picture, the worker with its hashes, and the map of the site.
    """
    here, there = ({p: hashlib.sha256(b).hexdigest() for p, b in _files(f)} for f in twice)

    assert EACH_KIND < here.keys()
    assert {place for place in here | there if here.get(place) != there.get(place)} == set()


def test_no_built_file_names_a_folder_of_the_machine(twice: tuple[Path, Path]) -> None:
    """What is published says nothing of where it was built."""
    words = [str(ROOT).encode(), str(twice[0].parent).encode()]

    assert [path for path, data in _files(twice[0]) for word in words if word in data] == []


def _files(folder: Path) -> list[tuple[str, bytes]]:
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return [(path.relative_to(folder).as_posix(), path.read_bytes()) for path in found]


def _written(page: Page) -> list[tuple[str, str, str]]:
    return [
        (element.tag, name, element.attrib[name])
        for element in page.all()
        for name in (
            "href",
            "src",
            "data-worker",
            "data-index",
            "data-root",
            "data-catalogue",
            "data-kick-off",
        )
        if name in element.attrib
    ]
