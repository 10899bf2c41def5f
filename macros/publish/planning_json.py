"""What only the page of dates needs: busy periods, and the names of those whom a plan concerns."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from macros.catalogue import Catalogue, YearDay

CRITICAL_PHASES = (
    "planning-for-cutover",
    "training",
    "final-data-production",
    "cutover",
    "go-live",
    "after-go-live",
)


def planning_json(catalogue: Catalogue) -> str:
    """Write the periods, and the titles of seats and of the tasks of the critical days.

    docs/assets/js/plan/planning.js takes it as PlanningData.
    """
    return json.dumps(
        {
            "periods": [
                {
                    "id": period.id,
                    "title": period.title,
                    "first": _day(period.first),
                    "last": _day(period.last),
                    "why": period.why,
                }
                for period in catalogue.periods
            ],
            "called": {one.id: one.called for one in catalogue.milestones},
            "seats": {seat.id: seat.title for seat in catalogue.seats},
            "tasks": {
                task.id: task.title
                for task in catalogue.tasks
                if task.due and task.phase in CRITICAL_PHASES
            },
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def _day(day: YearDay) -> dict[str, int]:
    if day.easter is not None:
        return {"easter": day.easter}
    return {"month": day.month, "day": day.day}
