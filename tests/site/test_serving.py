"""While `make serve` runs, each change of an editor is shown."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

TWICE = """
import sys
from pathlib import Path
from mkdocs.commands.build import build
from mkdocs.config import load_config

for changes in ((), CHANGES):
    for file, was, now in changes:
        text = Path(file).read_text("utf-8")
        assert was in text, was
        Path(file).write_text(text.replace(was, now), "utf-8")
    build(load_config(site_dir=sys.argv[1], strict=True))
"""
"""Builds, changes, and builds again, as the server does in one process."""
CHANGES = [
    ("docs/_data/tasks/kick-off.yml", "Agree how long the cutover is", "Agree on the cutover"),
    ("macros/render/checklist.py", "Start this week", "Begin this week"),
    ("docs/guide/kick-off.md", "\n# ", "\n# Our "),
]


def test_a_change_of_words_facts_or_macros_is_shown_at_once(project: Path, tmp_path: Path) -> None:
    """MkDocs keeps what it has read of our program, and with it all facts, unless it is told."""
    site = tmp_path / "site"

    outcome = subprocess.run(
        [sys.executable, "-c", TWICE.replace("CHANGES", repr(CHANGES)), str(site)],
        cwd=project,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        timeout=120,
    )

    assert outcome.returncode == 0, outcome.stderr
    page = (site / "guide/kick-off/index.html").read_text("utf-8")
    assert "Agree on the cutover" in page
    assert 'data-part-title="Begin this week"' in page
    assert "Our Kick-off" in page
