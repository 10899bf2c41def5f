"""The worker that keeps the site for when there is no network."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256

from macros.publish.service_worker import no_service_worker, service_worker

FILES = {
    "index.html": b"home",
    "guide/index.html": b"guide",
    "404.html": b"gone",
    "assets/js/main.js": b"script",
    "sitemap.xml": b"of no use",
    "sitemap.xml.gz": b"another each time",
    "service-worker.js": b"itself",
}


def listed(text: str) -> dict[str, str]:
    """The addresses that a worker keeps, with their hashes."""
    found = re.search(r"^const FILES = (.*)$", text, re.M)
    assert found
    return dict(json.loads(found[1]))


def version(text: str) -> str:
    """The name of the edition that a worker keeps."""
    return re.findall(r"^const VERSION = '(\w{12})'$", text, re.M)[0]


def test_it_names_each_file_by_its_address_and_its_hash() -> None:
    """A page is asked for by its folder; what no page needs is left out."""
    files = listed(service_worker(FILES))

    assert list(files) == ["404.html", "assets/js/main.js", "guide/", ""]
    digest = b64encode(sha256(b"script").digest()).decode()
    assert files["assets/js/main.js"] == f"sha256-{digest}"


def test_one_site_gives_one_worker_and_another_site_another() -> None:
    """In whatever order files are read, and whatever the map of the site says."""
    same = service_worker(dict(reversed([*FILES.items(), ("sitemap.xml", b"x")])))

    assert same == service_worker(FILES)
    assert version(service_worker({**FILES, "index.html": b"new"})) != version(same)


def test_it_keeps_to_the_caches_of_its_own_folder() -> None:
    """Other sites of the host have workers and caches too."""
    for text, name in ((service_worker(FILES), "OURS"), (no_service_worker(), "ours")):
        assert re.findall(rf"{name} = `(\S+?)\$", text) == ["gp-migration-"]
        assert f"names.filter(name => name.startsWith({name})" in text


def test_a_worker_that_is_switched_off_takes_itself_away() -> None:
    """Also from browsers that have an earlier one."""
    assert "registration.unregister()" in no_service_worker()
    assert "respondWith" not in no_service_worker()
