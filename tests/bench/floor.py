"""Writes the floor: one page by hand that dates as much as ours, with nothing else around it.

A text field, a table, a list of boxes and one script. It keeps nothing, explains nothing and
reads nothing but `15 June 2027`. What it must say is what ours says, cell by cell.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

Dates = dict[str, Any]  # what assets/data/dates.json holds
Rule = dict[str, Any]
DIVISION = "england-and-wales"
EPOCH = date(1970, 1, 1)

_PAGE = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Floor</title><link rel="icon" href="data:,">
<label>Go Live date <input autocomplete="off"></label>
<table>{milestones}</table>
<ul>{tasks}</ul>
<script>
const DATA = {data}
{script}</script></html>
"""
_MILESTONE = '<tr data-milestone="{}"><th scope="row">{}</th><td></td></tr>'
_TASK = '<li data-task="{}"><label><input type="checkbox">{}</label> <b></b></li>'
# A point is [the point it counts from, amount, unit, step, snap]; the first is Go Live.
_SCRIPT = """
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July',
  'August', 'September', 'October', 'November', 'December']
const MS = 86400000
const holidays = new Set(DATA.holidays)
const cells = document.querySelectorAll('td')
const dues = document.querySelectorAll('b')

function snapped(day, step) {
  while (step && ((day + 3) % 7 > 4 || holidays.has(day))) day += step
  return day
}
function counted(start, amount, unit, step, snap) {
  if (unit == 'day') return snapped(start + step * amount, snap)
  if (unit == 'month') {
    const from = new Date(start * MS)
    const month = from.getUTCMonth() + step * amount
    const last = new Date(Date.UTC(from.getUTCFullYear(), month + 1, 0))
    const over = Math.max(last.getUTCDate() - from.getUTCDate(), 0)
    return snapped(last / MS - over, snap)
  }
  for (let left = amount; left; left--) start = snapped(start + step, step)
  return snapped(start, step)
}
function words(day) {
  const date = new Date(day * MS)
  return DAYS[date.getUTCDay()] + ' ' + date.getUTCDate() + ' ' + MONTHS[date.getUTCMonth()]
}
document.querySelector('input').addEventListener('change', event => {
  const [day, month, year] = event.target.value.split(' ')
  const points = [Date.UTC(+year, MONTHS.indexOf(month), +day) / MS]
  for (const [from, ...rule] of DATA.points) points.push(counted(points[from], ...rule))
  DATA.milestones.forEach(([first, last], at) => {
    const [from, to] = [points[first], points[last]]
    const text = words(from) + ' ' + new Date(from * MS).getUTCFullYear()
    cells[at].textContent = to > from || to < from ? text + ' to ' + words(to) : text
  })
  DATA.tasks.forEach(([point, by], at) => { dues[at].textContent = by + words(points[point]) })
})
"""


class Points:
    """Every day to work out, each after the one that it counts from."""

    def __init__(self, dates: Dates) -> None:
        rules = _rules_in_use(dates)
        self.ends = {one["id"]: one["end"] for one in dates["milestones"] if one["id"] in rules}
        self.rules = rules | {f"{id}/end": end for id, end in self.ends.items() if end}
        self.numbers = {"go-live": 0}
        self.counted: list[tuple[int, int, str, int, int]] = []

    def at(self, id: str) -> int:
        """Number the point of a milestone, or of its last day."""
        if id not in self.numbers:
            self.numbers[id] = self.count(self.rules[id])
        return self.numbers[id]

    def count(self, rule: Rule) -> int:
        """Number a new point that a rule leads to."""
        start = self.at(rule["anchor"])
        step = 1 if rule["direction"] == "after" else -1
        amount, unit = int(rule["amount"]), rule["unit"]
        if unit == "week" or rule["direction"] == "on":
            amount, unit = amount * 7, "day"
        self.counted.append((start, amount, unit, step, _snap(rule.get("kind", ""), step)))
        return len(self.counted)


def write_floor(dates: Dates, tasks: Sequence[str], to: Path) -> None:
    """Write the page: every milestone that is in use, and `tasks` with their due dates."""
    points = Points(dates)
    titles = {one["id"]: one["title"] for one in dates["milestones"] if one["id"] in points.ends}
    days = {id: [points.at(id), points.at(f"{id}/end") if points.ends[id] else -1] for id in titles}
    due = [dates["tasks"][id] for id in tasks]
    data = {
        "holidays": [(date.fromisoformat(day) - EPOCH).days for day in dates["holidays"][DIVISION]],
        "milestones": list(days.values()),
        "tasks": [(points.count(rule), "" if rule["kind"] == "event" else "By ") for rule in due],
        "points": points.counted,
    }
    text = _PAGE.format(
        milestones="\n".join(_MILESTONE.format(id, escape(titles[id])) for id in titles),
        tasks="\n".join(_TASK.format(id, id) for id in tasks),
        data=json.dumps(data),
        script=_SCRIPT,
    )
    to.mkdir(parents=True)
    (to / "index.html").write_text(text, "utf-8")


def milestones_in_use(dates: Dates) -> int:
    """Count the milestones that a plan has before any question is answered."""
    return len(_rules_in_use(dates))


def _rules_in_use(dates: Dates) -> dict[str, Rule]:
    rules = {one["id"]: one["rule"] for one in dates["milestones"]}
    for choice, option in _standards(dates):
        if not option["happens"]:
            del rules[choice["milestone"]]
        elif option["rule"]:
            rules[choice["milestone"]] = option["rule"]
    return rules


def _standards(dates: Dates) -> Iterator[tuple[Dates, Dates]]:
    for choice in dates["choices"]:
        for option in choice["options"]:
            if option["id"] == choice["standard"]:
                yield choice, option


def _snap(kind: str, step: int) -> int:
    """Which way a day moves that is no working day: by `step` for an event, 0 for not at all."""
    return {"deadline": -1, "event": step, "start": 1, "series": 1}.get(kind, 0)
