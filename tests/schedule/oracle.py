"""Every date of a plan, worked out a second time: from the rules in words, and nothing else.

What a rule means was written down before there was a program: a rule counts from its anchor's
final date; the anchor itself is not counted; the result snaps at most once, an event the way that
it was counted, a deadline earlier, a start later, a contract and a span never; an agreed,
confirmed or reported date stays, and what is due on it is due on that day. Working days are
looked up in one long list of them.
"""

from __future__ import annotations

import calendar
import json
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import yaml

DATA = Path(__file__).resolve().parents[2] / "docs/_data"
HOLIDAYS = json.loads((DATA / "bank-holidays.json").read_text("utf-8"))
MILESTONES: dict[str, dict[str, Any]] = {
    record["id"]: record
    for record in yaml.load((DATA / "milestones.yml").read_text("utf-8"), yaml.CBaseLoader)
}
PARTIES: list[dict[str, Any]] = yaml.load(
    (DATA / "parties.yml").read_text("utf-8"), yaml.CBaseLoader
)
CUTOVER_WORKING_DAYS = {"weekend": 1, "thursday-to-tuesday": 3, "one-week": 5, "two-weeks": 10}
ACCESS_DAYS = {"ninety-days": 90, "forty-five-days": 45}
USUAL_NOTICE = ("10", "working-day")
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Division:
    """The days off of a part of the country, and every working day of twenty years."""

    off: frozenset[date]
    working: tuple[date, ...]
    announced_until: date

    def before(self, day: date, amount: int) -> date:
        """The working day `amount` before; 0 is the day itself or the working day before it."""
        if amount == 0:
            return self.working[bisect_right(self.working, day) - 1]
        return self.working[bisect_left(self.working, day) - amount]

    def after(self, day: date, amount: int) -> date:
        """The working day `amount` after; 0 is the day itself or the working day after it."""
        if amount == 0:
            return self.working[bisect_left(self.working, day)]
        return self.working[bisect_right(self.working, day) + amount - 1]

    def between(self, one: date, other: date) -> list[date]:
        """The days off between two days, both left out."""
        first, last = sorted((one, other))
        days = self.in_order
        return days[bisect_right(days, first) : bisect_left(days, last)]

    def number(self, first: date, last: date) -> int:
        """How many working days there are from one day to another, both counted."""
        return max(bisect_right(self.working, last) - bisect_left(self.working, first), 0)

    @cached_property
    def in_order(self) -> list[date]:
        """The days off."""
        return sorted(self.off)

    @cached_property
    def all_working(self) -> frozenset[date]:
        """The working days, to ask whether a day is one."""
        return frozenset(self.working)


@cache
def division(name: str) -> Division:
    """Read a division; no name means England and Wales."""
    name = name or "england-and-wales"
    off = frozenset(map(date.fromisoformat, HOLIDAYS["days"][name]))
    days = [date(2023, 1, 1) + ONE_DAY * number for number in range(20 * 366)]
    working = tuple(day for day in days if day.isoweekday() <= 5 and day not in off)
    return Division(off, working, date.fromisoformat(HOLIDAYS["announced_until"][name]))


@dataclass
class Counted:
    """A date and how it came about."""

    on: date
    unsnapped: date
    origin: str = ""
    skipped: list[date] = field(default_factory=list)
    hangs: bool = False
    depends: bool = False


class Oracle:
    """The dates of one plan."""

    def __init__(self, plan: dict[str, Any], today: str) -> None:
        self.plan, self.today = plan, date.fromisoformat(today)
        self.division = division(self._value("division"))
        self.cutover = CUTOVER_WORKING_DAYS.get(self._value("choices", "cutover"))
        has_tactic = self._value("choices", "prescribing-tactic") == "with-tactic"
        self.ids = [id for id in MILESTONES if id != "prescribing-tactic" or has_tactic]
        self._known: dict[str, Counted] = {}

    def _value(self, *path: str) -> str:
        part: Any = self.plan
        for name in path:
            part = part.get(name, {})
        return str(part.get("value", ""))

    def pin(self, id: str) -> tuple[date, str] | None:
        """The date that does not move, and its state, which counts for the date it was said of."""
        done, state = (self._value("milestones", id, name) for name in ("done", "state"))
        if done not in ("", "no", "unknown"):
            return date.fromisoformat(done), "done"
        firm = state in ("agreed", "confirmed")
        said_of = self.plan.get("milestones", {}).get(id, {}).get("state", {}).get("of")
        given = self._value("goLive") if id == "go-live" else self._value("milestones", id, "date")
        moved = said_of not in (None, given)
        if id == "go-live":
            return date.fromisoformat(given), state if firm and not moved else "suggested"
        if not firm or not given:
            return None
        return date.fromisoformat(given), "agreed" if moved else state

    def rule(self, id: str) -> Any:
        """The rule of a milestone, as the reader's choices leave it."""
        rule = MILESTONES[id]["rule"]
        if id == "final-data-production" and self.cutover:
            return {**rule, "amount": self.cutover}
        if id == "old-access-ends":
            return {**rule, "amount": ACCESS_DAYS.get(self._value("choices", "access"), 90)}
        return rule

    def at(self, anchor: str) -> Counted:
        """The day that a rule counts from: a milestone's first day, or its last."""
        if anchor not in self._known:
            id, _, is_end = anchor.partition("/")
            self._known[anchor] = self.count(MILESTONES[id]["end"]) if is_end else self.first(id)
        return self._known[anchor]

    def first(self, id: str) -> Counted:
        """A milestone's first day."""
        if pin := self.pin(id):
            return Counted(pin[0], pin[0])
        found = self.count(self.rule(id))
        if id == "final-data-production" and not self.cutover:
            found.depends = True
        return found

    def count(self, rule: dict[str, Any]) -> Counted:
        """Count, then snap once."""
        anchor = self.at(rule["anchor"])
        start, off = anchor.on, self.division
        amount, unit, direction = int(rule["amount"]), rule["unit"], rule["direction"]
        is_before = direction == "before"
        if unit == "working-day" and direction != "on":
            raw = off.before(start, amount) if is_before else off.after(start, amount)
            skipped = off.between(start, raw)
            if amount == 0 and start in off.off:
                skipped = sorted([*skipped, start])
            final = raw
        else:
            raw = _calendar(start, -amount if is_before else amount, unit)
            final = self._snap(raw, rule.get("kind", ""), direction)
            skipped = off.between(raw, final) + ([raw] if raw != final and raw in off.off else [])
        hangs = anchor.hangs or any(day > off.announced_until for day in skipped)
        origin = f"{rule['anchor']} {start}"
        return Counted(final, raw, origin, sorted(skipped), hangs, anchor.depends)

    def _snap(self, day: date, kind: str, direction: str) -> date:
        goes_later = kind in ("start", "series") or (kind == "event" and direction == "after")
        if goes_later:
            return self.division.after(day, 0)
        return self.division.before(day, 0) if kind in ("event", "deadline") else day

    def line(self, id: str, first: Counted, last: Counted | None, pin: Any) -> str:
        """Say a day as in_bulk.js does."""
        both = [first, last] if last else [first]
        far = any(one.hangs or one.on > self.division.announced_until for one in both)
        way = (first.on - first.unsnapped).days
        moved = "earlier" if way < 0 else "later" if way else ""
        parts = [
            id, first.on, last.on if last else "", first.unsnapped, first.origin,
            " ".join(map(str, first.skipped)), moved, pin[1] if pin else "suggested",
            _js(pin is not None), _js(far), _js(any(one.depends for one in both)),
            _js(both[-1].on < self.today),
        ]
        return "|".join(map(str, parts))

    def said(self, dues: list[dict[str, Any]]) -> str:
        """Say the whole plan as in_bulk.js does."""
        lines = {}
        for id in self.ids:
            last = self.at(f"{id}/end") if MILESTONES[id]["end"] != "none" else None
            lines[id] = self.line(id, self.at(id), last, self.pin(id))
        order = sorted(self.ids, key=lambda id: (self.at(id).on, self.ids.index(id)))
        due = [self._due(rule) for rule in dues]
        told = [self.at("go-live").on, " ".join(order), *(lines[id] for id in order), *due]
        parties = [self._party(party) for party in PARTIES]
        return "\n".join(map(str, [*told, self._meetings(), self._results(), *parties]))

    def _due(self, rule: dict[str, Any]) -> str:
        if rule["anchor"].partition("/")[0] not in self.ids:
            return "none"
        pin = self.pin(rule["anchor"])
        if rule["direction"] == "on" and pin and pin[1] != "suggested":
            rule = {**rule, "kind": ""}
        return self.line("", self.count(rule), None, None)

    def _meetings(self) -> str:
        first, last = self.at("weekly-meetings"), self.at("weekly-meetings/end").on
        day, said = first.unsnapped, []
        slot = self._value("meetings", "weekly", "day")
        if self.pin("weekly-meetings"):
            said += [str(day)] if day <= last else []
            day += timedelta(days=1) if slot else timedelta(weeks=1)
        while slot and f"{day:%A}" != slot:
            day += ONE_DAY
        while day <= last:
            on = self.division.after(day, 0)
            said.append(f"{on}{'>' if on != day else ''}")
            day += timedelta(weeks=1)
        return " ".join(said)

    def _results(self) -> str:
        off, on = self.at("links-off").on, self.at("go-live").on
        days = max((on - off).days, 0)
        return f"{off} {on} {days} {_js(days > 0 and bool(self.division.between(off, on)))}"

    def _party(self, party: dict[str, Any]) -> str:
        """A third party's off and on, and all of its days in order."""
        off, on = self._change(party["off_date"], -1), self._change(party["on_date"], 1)
        every = [day for day in (off, on, self.at("links-back-on").on) if day]
        if party["notice"] != "none":
            every += [self.at("first-notice").on, *self._told(party), *self._reminders(off)]
        return " ".join([party["id"], str(off or ""), str(on or ""), *map(str, sorted(every))])

    def _change(self, rule: Any, way: int) -> date | None:
        """The day of a change; one that is counted is a working day."""
        if rule == "none":
            return None
        day = self.count(rule).on
        if rule["direction"] == "on":
            return day
        return self.division.before(day, 0) if way < 0 else self.division.after(day, 0)

    def _told(self, party: dict[str, Any]) -> list[date]:
        """At milestones of its own, and by its last day; in its own time; or with the others."""
        notice = party["notice"]
        last = self.division.before(self.count(notice).on, 0)
        if party["notice_dates"] == "none":
            is_usual = (notice["amount"], notice["unit"]) == USUAL_NOTICE
            return [self.at("formal-notices").on if is_usual else last]
        return [*(self.at(id).on for id in party["notice_dates"]), last]

    def _reminders(self, off: date | None) -> list[date]:
        """A week before its change and on the day; those of the links where it has no day."""
        if off is None or off == self.at("links-off").on:
            return [self.at("party-reminder-week").on, self.at("party-reminder-day").on]
        return [self.division.before(off - 7 * ONE_DAY, 0), self.division.before(off, 0)]


def _calendar(day: date, amount: int, unit: str) -> date:
    if unit != "month":
        return day + amount * (timedelta(weeks=1) if unit == "week" else ONE_DAY)
    years, month = divmod(day.year * 12 + day.month - 1 + amount, 12)
    return date(years, month + 1, min(day.day, calendar.monthrange(years, month + 1)[1]))


def _js(truth: bool) -> str:
    return "true" if truth else "false"
