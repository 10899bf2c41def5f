"""A task that prepares is due before the work that waits for it, whatever the Go Live date."""

from __future__ import annotations

from dataclasses import asdict

import pytest

from tests.conftest import our_catalogue
from tests.schedule.oracle import Oracle

GO_LIVES = ["2027-06-08", "2027-04-06", "2028-01-04"]
EARLIER_AND_LATER = [
    ("ask-supplier-times", "place-order"),
    ("get-survey-results", "sign-requirements"),
    ("plan-duplicates", "mend-duplicates"),
    ("review-templates", "retire-templates"),
    ("retire-templates", "export-templates"),
    ("export-templates", "rebuild-templates"),
    ("clear-inboxes", "run-down-inboxes"),
    ("run-down-inboxes", "check-inboxes-are-empty"),
    ("agree-who-arranges-eps", "give-first-notice"),
    ("agree-who-tells-pcse", "give-first-notice"),
    ("give-first-notice", "chase-each-party"),
    ("ask-about-compatibility", "chase-compatibility-answers"),
    ("ask-about-online-accounts", "plan-patient-messages"),
    ("ask-about-app-pairing", "plan-patient-messages"),
    ("plan-patient-messages", "put-up-posters"),
    ("tell-patients-about-medicines", "remind-patients"),
    ("find-the-trainer", "hold-training-needs-meeting"),
    ("hold-training-needs-meeting", "hold-cutover-planning-meeting"),
    ("ask-what-eps-does", "decide-prescribing-tactic"),
    ("run-repeat-dispensing-report", "decide-prescribing-tactic"),
    ("agree-days-without-results", "check-links-go-off"),
    ("name-daily-clinician", "check-daily-reading"),
    ("confirm-cutover-days", "request-last-copy"),
    ("request-last-copy", "get-last-copy-time"),
    ("print-cutover-pack", "hold-cutover-gate"),
    ("hold-cutover-gate", "cancel-repeat-dispensing"),
    ("hold-cutover-gate", "check-links-go-off"),
    ("check-daily-reading", "keep-everyone-off"),
    ("plan-paper-courier", "check-daily-reading"),
    ("plan-dispensary", "count-dispensary-stock"),
    ("count-dispensary-stock", "recheck-dispensary"),
    ("check-kit-arrival", "replace-unfit-devices"),
    ("replace-unfit-devices", "set-up-devices"),
    ("set-up-users", "check-smartcards"),
    ("sign-off-live-data", "open-new-system"),
    ("sign-off-live-data", "look-through-marked-notes"),
    ("recheck-hidden-items", "bring-online-back"),
    ("read-on-until-links-work", "count-results-with-labs"),
    ("ask-for-process-review", "hold-review-meeting"),
]
TASKS = {task.id: task for task in our_catalogue().tasks}


@pytest.mark.parametrize("go_live", GO_LIVES)
@pytest.mark.parametrize(("earlier", "later"), EARLIER_AND_LATER)
def test_what_prepares_is_due_before_what_waits_for_it(
    earlier: str, later: str, go_live: str
) -> None:
    """A plan that is due on the day of its work, or after it, plans nothing."""
    oracle = Oracle({"goLive": {"value": go_live}, "milestones": {}}, "2026-11-26")
    first, second = (oracle.count(asdict(TASKS[id].due)).on for id in (earlier, later))

    assert first < second
