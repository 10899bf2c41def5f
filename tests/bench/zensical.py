"""Builds the plain source with Zensical, where that is installed; it has no part in ours."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from tests.bench.building import BuildError

ABSENT = (
    "Zensical was not to be had: no program `zensical` on the path, nor one named by GP_ZENSICAL."
)


def program() -> str | None:
    """Find the program: the one that GP_ZENSICAL names, or one on the path."""
    return os.environ.get("GP_ZENSICAL") or shutil.which("zensical")


def build(source: Path, to: Path) -> None:
    """Build a source strictly and from nothing; Zensical writes into `site` beside it."""
    built = source / "site"
    shutil.rmtree(built, ignore_errors=True)
    command = [str(program()), "build", "--strict", "--clean"]
    outcome = subprocess.run(command, cwd=source, capture_output=True, text=True, timeout=300)
    if outcome.returncode:
        raise BuildError(f"Zensical does not build {source.name}:\n{outcome.stdout}")
    shutil.rmtree(to, ignore_errors=True)
    shutil.copytree(built, to)


def version() -> str:
    """Say which Zensical it is."""
    outcome = subprocess.run([str(program()), "--version"], capture_output=True, text=True)
    return outcome.stdout.strip()
