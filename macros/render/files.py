"""The places on the pages of plans and files: the elements in assets/js/elements/ fill them.

Without a script there is no plan, and each place says so in one sentence.
"""

from __future__ import annotations

from macros.render.markup import Markup

_PLANS = Markup(
    '<div class="app-part" data-search-exclude><plan-list>'
    "<p>The list of your plans needs JavaScript.</p></plan-list></div>"
)
_CHANGES = Markup(
    '<div class="app-part" data-search-exclude><guide-changes>'
    "<p>What changed needs JavaScript.</p></guide-changes></div>"
)
_OPEN = Markup(
    '<div class="app-part" data-search-exclude><plan-file>'
    "<p>Opening a file needs JavaScript.</p></plan-file></div>"
)
_SHARED = Markup(
    '<div class="app-part" data-search-exclude><shared-file>'
    "<p>A shared file needs JavaScript.</p></shared-file></div>"
)
_HISTORY = Markup(
    '<div class="app-part" data-search-exclude><plan-history>'
    "<p>The history needs JavaScript.</p></plan-history></div>"
)
_PRIVACY = Markup(
    '<div class="app-part" data-search-exclude><plan-privacy data-part="{part}">'
    "<p>This needs JavaScript.</p></plan-privacy></div>"
)
PARTS = ("share", "people", "all", "offline")


def your_plans() -> Markup:
    """Write the place of the list of plans."""
    return _PLANS


def guide_changes() -> Markup:
    """Write the place of what changed in the guide since the plan was opened."""
    return _CHANGES


def open_plan() -> Markup:
    """Write the place of the button that opens a saved plan."""
    return _OPEN


def shared_file() -> Markup:
    """Write the place of the file that several people work on."""
    return _SHARED


def plan_history() -> Markup:
    """Write the place of the history and of what two people changed."""
    return _HISTORY


def plan_privacy(part: str) -> Markup:
    """Write the place of one thing to do about privacy: share, people, all or offline."""
    if part not in PARTS:
        raise LookupError(f'no part named "{part}". The parts are: {", ".join(PARTS)}.')
    return _PRIVACY.format(part=part)
