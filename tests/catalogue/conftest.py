"""The good catalogue, and bad ones made of it by laying a case's files over it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.catalogue import Catalogue, load_catalogue

HERE = Path(__file__).parent
PAGES = HERE / "pages"


@pytest.fixture(scope="session")
def pages() -> Path:
    """Give the folder of pages that the good catalogue names."""
    return PAGES


@pytest.fixture(scope="session")
def good() -> Catalogue:
    """Load the good catalogue once."""
    return load_catalogue(HERE / "good", docs=PAGES)


@pytest.fixture
def laid_over(tmp_path: Path) -> Callable[[Path], Path]:
    """Lay a case's files over a copy of the good catalogue; `x.gone` takes away `x`."""

    def lay(case: Path) -> Path:
        folder = tmp_path / "_data"
        shutil.copytree(HERE / "good", folder)
        shutil.copytree(case, folder, dirs_exist_ok=True)
        for mark in folder.rglob("*.gone"):
            mark.with_suffix("").unlink()
        return folder

    return lay
