"""What must be said of a plan's dates, worked out a second time, from the table of rules in words.

The limits below were copied from the table that people agreed on, not from milestones.yml,
so a slip in that file shows too. Periods are looked up day by day, and a clash is a day in common.
"""

from __future__ import annotations

from datetime import date, timedelta

import yaml
from dateutil.easter import easter

from tests.schedule.oracle import DATA, MILESTONES, ONE_DAY, Oracle

LIMITS: dict[str, dict[str, str]] = {
    "business-case-approved": {"latest": "1 day before order-placed"},
    "provisional-go-live-agreed": {"latest": "1 day before order-placed"},
    "order-placed": {"earliest": "16 week before go-live", "latest": "12 week before go-live"},
    "extract-form-returned": {"latest": "5 week before initial-data-production"},
    "kick-off": {"earliest": "1 day after order-placed"},
    "technical-survey": {"earliest": "0 day on kick-off", "latest": "5 working-day after kick-off"},
    "training-needs-meeting": {"latest": "1 day before cutover-planning-meeting"},
    "test-records-chosen": {"latest": "0 day on initial-data-production"},
    "initial-data-production": {
        "earliest": "10 week before go-live", "latest": "6 week before go-live",
    },
    "first-data-check": {"earliest": "1 day after initial-data-production"},
    "supplier-fixes": {"earliest": "1 day after first-data-check/end"},
    "second-data-check": {"earliest": "1 day after supplier-fixes/end"},
    "data-signed-off": {
        "earliest": "0 day on second-data-check/end",
        "latest": "1 day before final-data-production",
    },
    "repeat-dispensing-report": {"latest": "1 day before cutover-planning-meeting"},
    "cutover-planning-meeting": {"latest": "4 week before final-data-production"},
    "pharmacies-told-provisional": {"latest": "5 week before final-data-production"},
    "pcse-form": {"latest": "14 day before final-data-production"},
    "formal-notices": {"latest": "10 working-day before final-data-production"},
    "templates-exported": {"latest": "1 day before final-data-production"},
    "templates-rebuilt": {"latest": "1 day before final-data-production"},
    "hardware-tested": {"latest": "1 day before go-live"},
    "links-off": {
        "earliest": "2 day before final-data-production",
        "latest": "1 day before final-data-production",
    },
    "final-data-production": {
        "earliest": "14 day before go-live", "latest": "3 day before go-live",
    },
    "live-data-rechecked": {
        "earliest": "1 day after final-data-production", "latest": "1 day before go-live",
    },
    "go-no-go-go-live": {
        "earliest": "0 day on live-data-rechecked", "latest": "1 day before go-live",
    },
    "all-data-entered": {"latest": "14 day after go-live"},
}  # fmt: skip
LEADS = (
    "order-placed", "extract-form-returned", "initial-data-production", "cutover-planning-meeting",
    "pharmacies-told-provisional", "pcse-form", "formal-notices", "final-data-production",
)  # fmt: skip
REPLY_OF = {"pcse-form": "pcse", "pharmacies-told-provisional": "pharmacies"}
NEED_PEOPLE = ("critical-days", "first-data-check", "second-data-check", "core-training", "go-live")
PERIODS = yaml.load((DATA / "periods.yml").read_text("utf-8"), yaml.CBaseLoader)
MONTHS = {date(2027, month, 1).strftime("%B"): month for month in range(1, 13)}
TWO_YEARS = 730
TOO_SHORT = ("final-data-production", "latest")


def rule_of(words: str) -> dict[str, str]:
    amount, unit, direction, anchor = words.split()
    return {"anchor": anchor, "amount": amount, "unit": unit, "direction": direction}


class Judge(Oracle):
    """What must be said of the dates of one plan."""

    def last(self, id: str) -> date:
        """A milestone's last day, or its only one."""
        has_end = MILESTONES[id]["end"] != "none"
        return self.at(f"{id}/end").on if has_end else self.at(id).on

    def is_done(self, id: str) -> bool:
        """Tell whether the reader said when it happened."""
        pin = self.pin(id)
        return pin is not None and pin[1] == "done"

    def allowed(self, id: str, words: str) -> date:
        """The limit's own day, which never moves off a day off."""
        limit = self.count(rule_of(words)).on
        if id == "links-off" and words.startswith("2 "):
            return min(limit, self.division.before(self.at("final-data-production").on, 1))
        return limit

    def verdicts(self, periods: bool = True) -> list[str]:
        """Say all that is said, as in_bulk.js does."""
        said = [*self._limits(), *self._leads(), self._third(), *self._oddities()]
        return said + self._clashes() if periods else said

    def _limits(self) -> list[str]:
        said = []
        for id in self.ids:
            for side, words in sorted(LIMITS.get(id, {}).items()):
                allowed = self.allowed(id, words)
                on = self.at(id).on if side == "earliest" else self.last(id)
                is_kept = on >= allowed if side == "earliest" else on <= allowed
                if not is_kept and not self.is_done(id):
                    anchor = self.at(words.split()[-1]).on
                    way = self._distance(anchor, on, words.split()[1])
                    said.append(f"limit|{id}|{side}|{on}|{allowed}|{(allowed - on).days}|{way}")
        return said

    def _distance(self, one: date, other: date, unit: str) -> str:
        days = abs((other - one).days)
        if unit == "week":
            weeks, rest = divmod(days, 7)
            parts = [_many(weeks, "week") if weeks else "", _many(rest, "day") if rest else ""]
            return " and ".join(filter(None, parts)) or "0 days"
        if unit == "working-day":
            ends = (one + ONE_DAY, other) if other > one else (other, one - ONE_DAY)
            number = self.division.number(*ends)
            return _many(number, "working day") if number else _many(days, "day")
        return _many(days, "day")

    @property
    def _working(self) -> frozenset[date]:
        return self.division.all_working

    def leads(self) -> list[tuple[str, date, date]]:
        """What needs notice and is not done: its last day, and the day that it is needed for."""
        found = []
        for id in (id for id in self.ids if id in LEADS):
            words = LIMITS[id]["latest"]
            anchor = words.split()[-1]
            if not self.is_done(id) and not self.is_done(anchor) and not self.has_reply(id):
                found.append((id, self.allowed(id, words), self.at(anchor).on))
        return found

    def has_reply(self, id: str) -> bool:
        """Tell whether its party confirmed in writing, for a date that the plan has."""
        party = REPLY_OF.get(id, "-")
        state, day = (self._value("parties", party, name) for name in ("state", "confirmed"))
        days = [self.at(one).on for one in ("go-live", "final-data-production", "links-off")]
        return state == "confirmed" and day in map(str, days)

    def _leads(self) -> list[str]:
        return [
            f"lead|{id}|{last}|{max((self.today - last).days, 0)}|{target}|"
            + ("no" if self._value("milestones", id, "done") == "no" else "")
            for id, last, target in self.leads()
        ]

    def _third(self) -> str:
        if self.is_done("data-signed-off"):
            return "third|"
        number = self.division.number
        spans = [(self.at(id).on, self.last(id)) for id in ("supplier-fixes", "second-data-check")]
        needed = sum(number(first, last) for first, last in spans)
        room = number(spans[1][1] + ONE_DAY, self.at("data-signed-off").on)
        return f"third|{room}|{needed}|{max(needed - room, 0)}"

    def _oddities(self) -> list[str]:
        said = []
        usual = self.with_only_done(self.at("go-live").on)
        for id in self.ids:
            pin = self.pin(id)
            if pin is None or id == "go-live" or pin[1] == "done":
                continue
            if pin[0] not in self._working:
                said.append(f"odd|{id}|day-off")
            if pin[0] < self.today:
                said.append(f"odd|{id}|past")
            go_live = self.at("go-live").on
            if pin[0] > go_live > usual.at(id).on:
                said.append(f"odd|{id}|after-go-live")
        return said

    def with_only_done(self, go_live: date, firm_too: bool = False) -> Judge:
        """The dates that another Go Live would give, where only what happened is kept.

        With `firm_too` what was agreed or confirmed stays as well.
        """
        milestones = {
            id: fields
            for id, fields in self.plan["milestones"].items()
            if id != "go-live"
            and (firm_too or fields.get("done", {}).get("value", "")[:1].isdigit())
        }
        plan = {**self.plan, "milestones": milestones, "goLive": {"value": str(go_live)}}
        return Judge(plan, str(self.today))

    def earliest(self, firm_too: bool) -> str:
        """The first usual Go Live that keeps every notice; looks at each day of two years."""
        is_weekend = self._value("choices", "cutover") == "weekend"
        usual = (1, 2) if is_weekend else (2, 3, 4)
        for number in range(1, TWO_YEARS + 1):
            day = self.today + ONE_DAY * number
            if day.isoweekday() not in usual or day not in self._working:
                continue
            other = self.with_only_done(day, firm_too)
            firsts = [day, other.at("final-data-production").on]
            if any(self.follows_holiday(one) for one in firsts):
                continue
            if all(last >= self.today for _, last, _ in other.leads()) and other.fits():
                return str(day)
        return ""

    def fits(self) -> bool:
        """Tell whether final data production and what was agreed keep their limits."""
        for line in self._limits():
            _, id, side, *_ = line.split("|")
            anchor = LIMITS[id][side].split()[-1].split("/")[0]
            if {id, anchor} & self.firm or (id, side) == TOO_SHORT:
                return False
        return True

    @property
    def firm(self) -> set[str]:
        """What was agreed or confirmed, beside Go Live."""
        pins = {id: self.pin(id) for id in self.ids if id != "go-live"}
        return {id for id, pin in pins.items() if pin and pin[1] in ("agreed", "confirmed")}

    def follows_holiday(self, day: date) -> bool:
        """Tell whether it is the first working day after a bank holiday."""
        if day not in self._working:
            return False
        before = day - ONE_DAY
        seen = []
        while before not in self._working:
            seen.append(before)
            before -= ONE_DAY
        return any(one in self.division.off for one in seen)

    def _clashes(self) -> list[str]:
        first, last = self.at("critical-days").on, self.last("critical-days")
        monday = first - ONE_DAY * first.weekday()
        sunday = last + ONE_DAY * (6 - last.weekday())
        weeks = sorted(day for day in self.division.off if monday <= day <= sunday)
        said = [f"clash|holiday-{day}|{day}|{day}|critical-days" for day in weeks]
        for id in ("final-data-production", "go-live"):
            day = self.at(id).on
            if self.follows_holiday(day):
                said.append(f"clash|after-holiday-{id}|{day}|{day}|{id}")
        for period in PERIODS:
            for year in range(first.year - 1, last.year + 1):
                start, end = _day(year, period["first"]), _day(year, period["last"])
                end = end if end >= start else _day(year + 1, period["last"])
                if start <= last and end >= first:
                    said.append(f"clash|{period['id']}-{year}|{start}|{end}|critical-days")
        return said + self._own("events") + self._own("leave")

    def _own(self, kind: str) -> list[str]:
        said = []
        for id, record in self.plan.get(kind, {}).items():
            start, end = (record.get(name, {}).get("value", "") for name in ("from", "to"))
            if record.get("removed", {}).get("value") or not start:
                continue
            days = sorted(map(date.fromisoformat, (start, end or start)))
            touched = " ".join(self._touched(*days))
            works = any(days[0] + ONE_DAY * n in self._working for n in range(31)
                        if days[0] + ONE_DAY * n <= days[1])  # fmt: skip
            if touched and works:
                said.append((days[0], f"clash|{id}|{days[0]}|{days[1]}|{touched}"))
        return [line for _, line in sorted(said)]

    def _touched(self, start: date, end: date) -> list[str]:
        return [
            id
            for id in self.ids
            if (id in NEED_PEOPLE or (MILESTONES[id]["rule"] != "none"
                and MILESTONES[id]["rule"]["kind"] == "event"))
            and not self.is_done(id)
            and self.at(id).on <= end
            and self.last(id) >= start
        ]  # fmt: skip


def _day(year: int, words: str) -> date:
    if words.endswith("Easter Sunday"):
        count = [word for word in words.split() if word.isdigit()]
        days = timedelta(days=int(count[0]) if count else 0)
        return easter(year) - days if "before" in words else easter(year) + days
    day, month = words.split()
    return date(year, MONTHS[month], int(day))


def _many(number: int, unit: str) -> str:
    return f"{number} {unit}{'' if number == 1 else 's'}"
