"""What is new comes from the changelog."""

from __future__ import annotations

from macros.render.changes import whats_new

CHANGELOG = """# What is new

Newest first.

## 3 December 2026

A word about it.

### Advice changed

- It was this; it is that.

### Behind the scenes

- Nobody sees this.

## 22 November 2026

### Advice changed

- Nothing.

### Behind the scenes

- Nor this.
"""


def test_each_edition_and_part_has_an_anchor_of_its_own() -> None:
    """The title goes, and so does what only programmers notice."""
    assert (
        whats_new(CHANGELOG)
        == """## 3 December 2026 {#edition-2026-12-03}

A word about it.

### Advice changed {#advice-changed-in-edition-2026-12-03}

- It was this; it is that.

## 22 November 2026 {#edition-2026-11-22}

### Advice changed {#advice-changed-in-edition-2026-11-22}

- Nothing."""
    )


def test_a_changelog_without_editions_says_nothing() -> None:
    """Not even its own title."""
    assert whats_new("# What is new\n\nNewest first.\n") == ""
