"""Random plans, the same ones for the same seed."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any

from tests.schedule.oracle import ACCESS_DAYS, CUTOVER_WORKING_DAYS, MILESTONES

DIVISIONS = ("", "england-and-wales", "scotland", "northern-ireland")
KINDS = ("event", "deadline", "start", "span", "contract", "series")
FIRST_DAY, DAYS = date(2026, 1, 1), 3652
FEW = (0, 0, 1, 2)
PARTIES = ("pcse", "pharmacies", "pathology", "own-1")
TRAPS = (
    "2027-03-28", "2027-10-31",  # the clock changes
    "2028-02-29", "2032-02-29",  # leap days
    "2026-04-05", "2027-03-28", "2028-04-16",  # Easter
    "2026-12-25", "2027-12-25",  # Christmas, with its substitute days
    "2028-12-26", "2029-01-01",  # the end of the announced bank holidays
)  # fmt: skip


def field(value: object) -> dict[str, object]:
    return {"value": str(value), "at": 1, "device": "d1"}


def random_plan(random: Random) -> tuple[dict[str, Any], str]:
    """Make a plan and a today: Go Live 2026 to 2035, on any day of the week."""
    go_live = FIRST_DAY + timedelta(days=random.randrange(DAYS))
    today = go_live + timedelta(days=random.randint(-200, 100))
    pins = random.sample(list(MILESTONES), random.choice((0, 0, 1, 2, 4, 8)))
    plan = {
        "id": f"p{random.randrange(10**9)}",
        "revision": random.randrange(500),
        "practice": {},
        "goLive": field(go_live),
        "choices": {
            name: field(value)
            for name, values in (
                ("cutover", ["", *CUTOVER_WORKING_DAYS, "not-ours"]),
                ("access", ["", *ACCESS_DAYS]),
                ("prescribing-tactic", ["", "with-tactic", "without-tactic"]),
            )
            if (value := random.choice(values))
        },
        "milestones": {id: _record(random, go_live) for id in pins},
        "meetings": {"weekly": {"day": field(random.choice(("", "Monday", "Thursday")))}},
    }
    if division := random.choice(DIVISIONS):
        plan["division"] = field(division)
    return plan, today.isoformat()


def random_full_plan(random: Random) -> tuple[dict[str, Any], str]:
    """Make a plan as random_plan does, with events, leave and parties; one in three at a trap."""
    plan, today = random_plan(random)
    if random.random() < 1 / 3:
        trap = date.fromisoformat(random.choice(TRAPS))
        go_live = trap + timedelta(days=random.randint(-25, 25))
        plan["goLive"] = field(go_live)
        plan["milestones"] = {
            id: _record(random, go_live) for id in plan["milestones"] if id != "go-live"
        }
        today = (go_live + timedelta(days=random.randint(-200, 100))).isoformat()
    go_live = date.fromisoformat(str(plan["goLive"]["value"]))
    plan["events"] = {f"e{number}": _range(random, go_live) for number in range(random.choice(FEW))}
    plan["leave"] = {f"l{number}": _range(random, go_live) for number in range(random.choice(FEW))}
    plan["parties"] = {
        id: _party(random, go_live)
        for id in random.sample(PARTIES, random.choice((0, 1, 3)))
    }
    return plan, today


def random_rule(random: Random) -> dict[str, Any]:
    """Make a rule of any kind."""
    direction = random.choice(("before", "after", "before", "after", "on"))
    unit = random.choice(("working-day", "day", "week", "month"))
    longest = {"working-day": 60, "day": 120, "week": 26, "month": 13}[unit]
    ends = [id for id, record in MILESTONES.items() if record["end"] != "none"]
    anchor = random.choice([*MILESTONES, *(f"{id}/end" for id in ends)])
    amount = 0 if direction == "on" else random.choice((0, 1, 2, random.randint(0, longest)))
    rule = {"anchor": anchor, "amount": amount, "unit": unit, "direction": direction}
    return {**rule, "kind": random.choice(KINDS), "source": "ours"}


def _range(random: Random, go_live: date) -> dict[str, Any]:
    first = go_live + timedelta(days=random.randint(-120, 40))
    last = first + timedelta(days=random.choice((0, 0, 1, 4, 13, -3)))
    values = {
        "title": "Visit", "person": "Dr Example", "from": first,
        "to": random.choice(("", last, last)), "removed": random.choice(("", "", "", "yes")),
    }  # fmt: skip
    return {name: field(value) for name, value in values.items() if value}


def _party(random: Random, go_live: date) -> dict[str, Any]:
    told = go_live + timedelta(days=random.choice((0, 0, -7, 7)))
    on = go_live - timedelta(days=60)
    entry = {"id": "t1", "date": str(told), "on": str(on), "at": 1, "device": "d1"}
    state = random.choice(("not-asked", "asked", "confirmed"))
    day = random.choice((None, go_live, go_live, told))
    return {
        "state": field(state),
        **({"confirmed": field(day)} if day else {}),
        **({"told": [entry]} if random.random() < 1 / 2 else {}),
    }


def _record(random: Random, go_live: date) -> dict[str, Any]:
    day = go_live + timedelta(days=random.randint(-220, 120))
    other = go_live + timedelta(days=random.randint(-220, 120))
    values = {
        "date": random.choice(("", day, day)),
        "state": random.choice(("", "suggested", "agreed", "confirmed")),
        "done": random.choice(("", "", "no", other)),
    }
    record = {name: field(value) for name, value in values.items() if value}
    said_of = random.choice((None, None, day, go_live, other))
    if said_of and "state" in record:
        record["state"]["of"] = str(said_of)
    return record
