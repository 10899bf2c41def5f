"""The fillable parts of the plan: blank on paper, fields where there is script.

A blank is a `data-field`, the path of a value in the plan (see assets/js/plan/plan.js),
or a cell in a row of `data-seat`; assets/js/elements/plan-fields.js puts the field into it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from macros.render.dates import date_summary
from macros.render.links import said_by
from macros.render.markup import Markup
from macros.render.words import rule_words

if TYPE_CHECKING:
    from macros.catalogue import Catalogue, Choice, Limit, Party
    from macros.render.dates import Link

_CHOICE = Markup(
    '<div class="app-field" id="{id}" data-field="choices/{id}" data-type="choice" '
    'data-choices="{choices}">{title}</div>'
)
_DATE_FIELDS = Markup(
    '<div class="app-part" data-search-exclude><plan-fields>'
    '<div class="app-fields app-fields--dates">{fields}</div>'
    "<details><summary>Bank holidays of another part of the United Kingdom</summary>"
    '<div class="app-field" data-field="division" data-type="choice" data-choices="{divisions}">'
    "Bank holidays of</div></details></plan-fields></div>"
)
DIVISIONS = [
    ["", "England and Wales"],
    ["scotland", "Scotland"],
    ["northern-ireland", "Northern Ireland"],
]
NOT_CHOSEN = "Not known yet"
_BLANK = Markup(
    '<div class="app-field{private}" data-field="{path}" data-type="{type}">{label}</div>'
)
_PRIVATE = " app-private"  # is not projected in the meeting view
_BASICS = Markup(
    '<div class="app-part" data-part="plan" data-part-title="Your plan" data-search-exclude>'
    '<plan-fields class="app-fields">{fields}</plan-fields>{dates}'
    '<div class="app-buttons"><meeting-view></meeting-view><plan-file></plan-file></div></div>'
)
_WEEKLY = Markup(
    '<div class="app-part" data-part="weekly" data-part-title="Meet every week">'
    '<plan-fields class="app-fields">{fields}</plan-fields></div>'
)
_SEATS = Markup(
    '<div class="app-part" data-part="seats" data-part-title="Who does what">'
    '<plan-fields class="app-seat-fields"><table class="app-seats"><caption>Seats to fill</caption>'
    '<thead><tr><th scope="col">Seat</th><th scope="col">Name</th>'
    '<th scope="col">Cover</th><th scope="col">Organisation, contact</th>'
    "</tr></thead><tbody>{rows}</tbody></table></plan-fields></div>"
)
_SEAT = Markup(
    '\n<tr data-seat="{id}"><th scope="row">{title}<small>{does}</small></th>'
    "{cover}</tr>"
)
_NO_COVER = Markup("<td></td><td>Not needed</td>")
_PARTIES = Markup(
    '<div class="app-part" data-part="parties" data-part-title="Third parties">'
    '<plan-parties class="app-checklist"><p class="app-checklist__count">'
    "Tick each one that you use</p><ul>{rows}</ul></plan-parties></div>"
)
_PARTY = Markup(
    '\n<li class="app-task" data-party="{id}">'
    '<label><input type="checkbox">{title}</label>'
    '<p class="app-task__why">{what}</p><p class="app-task__due">{notice}</p></li>'
)
_ACTIONS = Markup(
    '<div class="app-part" data-part="actions" data-part-title="Your actions">'
    "<your-actions><p>The list of your actions needs JavaScript. "
    "Without it, print this page and write the owner and the date beside each task.</p>"
    "</your-actions></div>"
)


def plan_basics(catalogue: Catalogue, link: Link) -> Markup:
    """Write the blanks of the meeting, and the place of the dates that follow from them."""
    blanks = _blanks(
        ("practice/name", "text", "Practice"),
        ("choices/note-taker", "text", "Who takes the notes"),
        ("goLive", "date", "Go Live date"),
    )
    return _BASICS.format(
        fields=blanks + choice_blank(catalogue.choice("cutover")), dates=date_summary(link)
    )


def date_fields(catalogue: Catalogue) -> Markup:
    """Write the blanks that every date hangs on; other divisions are tucked away."""
    choices = Markup().join(choice_blank(choice) for choice in catalogue.choices)
    return _DATE_FIELDS.format(
        fields=_blanks(("goLive", "date", "Go Live date")) + choices,
        divisions=json.dumps(DIVISIONS, separators=(",", ":")),
    )


def choice_blank(choice: Choice) -> Markup:
    """Write the blank of a question that moves a milestone."""
    known = [[one.id, one.title] for one in choice.options if one.id != choice.standard]
    standard = next((one.title for one in choice.options if one.id == choice.standard), NOT_CHOSEN)
    choices = json.dumps([["", standard], *known], ensure_ascii=False, separators=(",", ":"))
    return _CHOICE.format(id=choice.id, title=choice.title, choices=choices)


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
    """Write the third parties, each with its notice; macros/render/parties.py writes the rest."""
    return _PARTIES.format(rows=Markup().join(_party(catalogue, p) for p in catalogue.parties))


def your_actions() -> Markup:
    """Write the place of the action list."""
    return _ACTIONS


def _blanks(*fields: tuple[str, str, str]) -> Markup:
    return Markup().join(
        _BLANK.format(
            path=path, type=type, label=label, private=_PRIVATE if path.endswith("/link") else ""
        )
        for path, type, label in fields
    )


def notice_words(catalogue: Catalogue, notice: Limit) -> str:
    """Say the notice and who asks for it: ours is a suggestion."""
    words = rule_words(catalogue, notice)
    if notice.is_ours:
        return f"We suggest notice {words}"
    return f"Notice: {words} ({said_by(catalogue.source(notice.source))})"


def party_notice(catalogue: Catalogue, party: Party) -> str:
    """Say when a party is told: as the plan dates it, with the party's own limit beside it."""
    if party.notice is None:
        return ""
    if not party.notice_dates:
        return notice_words(catalogue, party.notice)
    rules = (catalogue.milestone(id).rule for id in party.notice_dates)
    days = ", and ".join(rule_words(catalogue, rule) for rule in rules if rule)
    least = rule_words(catalogue, party.notice)
    source = said_by(catalogue.source(party.notice.source))
    return f"We suggest notice {days}. At the latest: {least} ({source})"


def _party(catalogue: Catalogue, party: Party) -> Markup:
    return _PARTY.format(
        id=party.id,
        title=party.title,
        what=party.what,
        notice=party_notice(catalogue, party),
    )
