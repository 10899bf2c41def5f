"""The picture of the phases: whole on a small catalogue, and what is true of ours."""

from __future__ import annotations

import dataclasses
import re
from itertools import pairwise

import pytest

from macros.catalogue import Catalogue
from macros.render.dates import KEY_MILESTONES
from macros.render.timeline import CAPTION, LABEL, Scale, day_of, span_of, timeline
from tests.conftest import our_catalogue

ESCAPED = "Cards &amp; &lt;keys&gt; &#34;today&#34; &#39;now&#39;"


@pytest.fixture(scope="module")
def ours() -> Catalogue:
    """Load our own catalogue once."""
    return our_catalogue()


def tick(x: str, weeks: int) -> str:
    """A line of the scale, with its number of weeks."""
    return f'<line x1="{x}" x2="{x}" y1="3rem" y2="100%"/><text x="{x}" y="1rem">{weeks}</text>'


def test_the_picture_of_the_phases(good: Catalogue) -> None:
    """A scale of weeks, the days that are marked, and a bar for each phase."""
    ticks = {"18.58%": 12, "43.36%": 8, "68.14%": 4, "92.92%": 0}

    assert timeline(good) == (
        '<div class="app-part is-whole" data-search-exclude>'
        '<phase-timeline class="app-timeline"><figure>'
        f'<div class="app-timeline__picture" role="img" aria-label="{LABEL}">'
        '<svg class="app-timeline__scale" text-anchor="middle">'
        + "".join(tick(x, weeks) for x, weeks in ticks.items())
        + '<g class="app-timeline__mark" data-milestone="go-live">'
        '<line x1="92.92%" x2="92.92%" y1="1.5rem" y2="100%"/>'
        '<text x="92.92%" y="2.5rem" dx=".3rem" text-anchor="start">Go Live</text></g></svg>\n'
        '<div class="app-timeline__row" data-phase="kick-off"><b>Kick-off</b>'
        "<small>1 day to 2 weeks</small>"
        '<svg><rect x="6.19%" width="4.60%" y="25%" height="50%"/></svg></div>\n'
        '<div class="app-timeline__row" data-phase="training"><b>Training</b>'
        "<small>Usually 10 working days</small>"
        '<svg><rect x="80.53%" width="13.27%" y="25%" height="50%"/></svg></div></div>'
        f"<figcaption>{CAPTION}</figcaption></figure></phase-timeline></div>"
    )


def test_titles_are_shown_as_text(awkward: Catalogue) -> None:
    """Markup in the title of a phase stays text."""
    assert timeline(awkward).count(f"<b>{ESCAPED}</b>") == 2


@pytest.mark.parametrize(
    ("anchor", "day"),
    [
        ("go-live", 0),
        ("kick-off", -98),  # 14 weeks
        ("technical-survey", -98 + 3 * 7 / 5),  # a working day is 7/5 of a day
        ("core-training", -14),
        ("core-training/end", -7 / 5),
        ("ready", -7 / 5),  # on the last day of another
    ],
)
def test_a_milestone_has_a_place(good: Catalogue, anchor: str, day: float) -> None:
    """In days from Go Live, by its default rule."""
    assert day_of(good, anchor) == pytest.approx(day)


def test_a_month_is_drawn_as_thirty_days(good: Catalogue) -> None:
    """No calendar is known at build time."""
    kick_off = good.milestone("kick-off")
    rule = dataclasses.replace(kick_off.rule, amount=1, unit="month", direction="after")
    moved = dataclasses.replace(kick_off, rule=rule)
    rest = tuple(one for one in good.milestones if one.id != "kick-off")

    assert day_of(dataclasses.replace(good, milestones=(moved, *rest)), "kick-off") == 30


def test_a_phase_takes_in_its_last_day(good: Catalogue) -> None:
    """So that one of a single day can be seen."""
    phase = dataclasses.replace(good.phase("kick-off"), end="kick-off")

    assert span_of(good, phase) == (-98, -97)


def test_a_place_is_a_share_of_the_width() -> None:
    """In per cent, whatever the width."""
    scale = Scale(-100, 100)

    assert (scale.place(-100), scale.place(0), scale.share(1)) == ("0.00%", "50.00%", "0.50%")


def test_every_phase_of_ours_has_a_bar_inside_the_picture(ours: Catalogue) -> None:
    """In the order of the catalogue, none without a width, none beyond an edge."""
    drawn = re.findall(r'data-phase="([\w-]+)".*?x="([\d.]+)%" width="([\d.]+)%"', timeline(ours))

    assert [id for id, _, _ in drawn] == [phase.id for phase in ours.phases]
    assert all(float(x) > 0 and float(x) + float(width) < 100 for _, x, width in drawn)
    assert all(float(width) > 0 for _, _, width in drawn)


def test_our_phases_begin_one_after_the_other(ours: Catalogue) -> None:
    """Two may begin together; training and planning run beside the others."""
    starts = {phase.id: day_of(ours, phase.start) for phase in ours.phases}
    beside = {"planning-for-cutover", "training", "pre-migration-tasks"}
    in_turn = [day for id, day in starts.items() if id not in beside]

    assert all(before <= after for before, after in pairwise(in_turn))


def test_final_data_production_and_go_live_are_marked_alike(ours: Catalogue) -> None:
    """Each with a line and its name, on the day that its bar begins."""
    picture = timeline(ours)
    marks = dict(re.findall(r'__mark" data-milestone="([\w-]+)"><line x1="([\d.]+%)"', picture))

    assert tuple(marks) == KEY_MILESTONES
    for id, x in marks.items():
        assert f'data-phase="{id}"' in picture
        assert re.search(rf'data-phase="{id}".*?<rect x="{re.escape(x)}"', picture)
        assert re.search(rf'data-milestone="{id}".*?>{ours.milestone(id).title}</text>', picture)


def test_the_picture_holds_no_style(ours: Catalogue) -> None:
    """The security policy lets none through."""
    assert "style" not in timeline(ours)
