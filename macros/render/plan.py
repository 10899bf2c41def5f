"""The fillable parts of the plan: blank on paper, fields where there is script.

A blank is a `data-field`, the path of a value in the plan (see assets/js/plan/plan.js),
or a cell in a row of `data-seat`; assets/js/elements/plan-fields.js puts the field into it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from macros.render.words import rule_words

if TYPE_CHECKING:
    from macros.catalogue import Catalogue, Party

_BLANK = Markup('<div class="app-field" data-field="{path}" data-type="{type}">{label}</div>')
_BASICS = Markup(
    '<div class="app-part" data-part="plan" data-part-title="Your plan" data-search-exclude>'
    '<plan-fields class="app-fields">{fields}</plan-fields><meeting-view></meeting-view></div>'
)
_WEEKLY = Markup(
    '<div class="app-part" data-part="weekly" data-part-title="Meet every week">'
    '<plan-fields class="app-fields">{fields}</plan-fields></div>'
)
_SEATS = Markup(
    '<div class="app-part" data-part="seats" data-part-title="Who does what">'
    '<plan-fields><table class="app-seats"><caption>Seats to fill</caption>'
    '<thead><tr><th scope="col">Seat</th><th scope="col">Name</th>'
    '<th scope="col">Cover</th><th scope="col">Organisation, contact</th>'
    "</tr></thead><tbody>{rows}</tbody></table></plan-fields></div>"
)
_SEAT = Markup(
    '\n<tr data-seat="{id}"><th scope="row">{title}<small>{does}</small></th>'
    "<td></td><td>{cover}</td><td></td></tr>"
)
_NO_COVER = "Not needed"
_PARTIES = Markup(
    '<div class="app-part" data-part="parties" data-part-title="Third parties">'
    '<plan-parties class="app-checklist"><p class="app-checklist__count">'
    "Tick each one that you use</p><ul>{rows}</ul></plan-parties></div>"
)
_PARTY = Markup(
    '\n<li class="app-task" data-party="{id}">'
    '<label><input type="checkbox" autocomplete="off">{title}</label>'
    '<p class="app-task__why">{what}</p>'
    "<details><summary>Details</summary>{ask}</details>"
    '<p class="app-task__due">{notice}</p></li>'
)
_ACTIONS = Markup(
    '<div class="app-part" data-part="actions" data-part-title="Your actions">'
    "<your-actions><p>The list of your actions needs JavaScript. "
    "Without it, print this page and write the owner and the date beside each task.</p>"
    "</your-actions></div>"
)
_FILE = Markup(
    '<div class="app-part"><plan-file><p>Saving needs JavaScript. '
    "Nothing that you tick is kept without it.</p></plan-file></div>"
)


def plan_basics() -> Markup:
    """Write the blanks for practice, Go Live date and note-taker."""
    return _BASICS.format(
        fields=_blanks(
            ("practice/name", "text", "Practice"),
            ("choices/note-taker", "text", "Who takes the notes"),
            ("goLive", "date", "Go Live date"),
        )
    )


def weekly_meeting() -> Markup:
    """Write the blanks for the weekly meeting and the next one."""
    return _WEEKLY.format(
        fields=_blanks(
            ("meetings/weekly/day", "day", "Day"),
            ("meetings/weekly/time", "text", "Time"),
            ("meetings/weekly/place", "text", "Place"),
            ("meetings/weekly/link", "text", "Link or dial-in"),
            ("meetings/next/date", "date", "Next meeting"),
        )
    )


def seats(catalogue: Catalogue) -> Markup:
    """Write the table of seats, one row a seat."""
    rows = Markup().join(
        _SEAT.format(
            id=seat.id,
            title=seat.title,
            does=seat.does,
            cover="" if seat.cover else _NO_COVER,
        )
        for seat in catalogue.seats
    )
    return _SEATS.format(rows=rows)


def parties(catalogue: Catalogue) -> Markup:
    """Write the third parties, each with its notice and how to test it."""
    return _PARTIES.format(rows=Markup().join(_party(catalogue, p) for p in catalogue.parties))


def your_actions() -> Markup:
    """Write the place of the action list."""
    return _ACTIONS


def plan_file() -> Markup:
    """Write the place where a plan is saved to a file and opened from one."""
    return _FILE


def _blanks(*fields: tuple[str, str, str]) -> Markup:
    return Markup().join(_BLANK.format(path=p, type=t, label=label) for p, t, label in fields)


def _party(catalogue: Catalogue, party: Party) -> Markup:
    return _PARTY.format(
        id=party.id,
        title=party.title,
        what=party.what,
        ask=party.ask or "Ask what notice they need, and who will reply.",
        notice=f"Notice: {rule_words(catalogue, party.notice)}" if party.notice else "",
    )
