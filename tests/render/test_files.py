"""The places of plans and files, each with a sentence for readers without JavaScript."""

from __future__ import annotations

import pytest

from macros.render import files


def test_the_places_are_empty_but_for_a_sentence() -> None:
    """The elements of assets/js/elements/ fill them."""
    start = '<div class="app-part" data-search-exclude>'

    assert files.your_plans() == (
        f"{start}<plan-list><p>The list of your plans needs JavaScript.</p></plan-list></div>"
    )
    assert files.guide_changes() == (
        f"{start}<guide-changes><p>What changed needs JavaScript.</p></guide-changes></div>"
    )
    assert files.open_plan() == (
        f"{start}<plan-file><p>Opening a file needs JavaScript.</p></plan-file></div>"
    )
    assert files.shared_file() == (
        f"{start}<shared-file><p>A shared file needs JavaScript.</p></shared-file></div>"
    )
    assert files.plan_history() == (
        f"{start}<plan-history><p>The history needs JavaScript.</p></plan-history></div>"
    )


@pytest.mark.parametrize("part", files.PARTS)
def test_each_thing_to_do_about_privacy_has_its_place(part: str) -> None:
    """The element learns which one from the place."""
    assert files.plan_privacy(part) == (
        '<div class="app-part" data-search-exclude>'
        f'<plan-privacy data-part="{part}"><p>This needs JavaScript.</p></plan-privacy></div>'
    )


def test_a_part_that_does_not_exist_is_refused() -> None:
    """With the parts that there are."""
    with pytest.raises(LookupError, match=r"no part named \"sharing\"\. The parts are: share,"):
        files.plan_privacy("sharing")
