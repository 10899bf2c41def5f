"""The rehearsal: one kick-off meeting from an empty browser to a file, and back from the file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NewReader
from tests.browser.reader import Reader

TODAY = "2027-01-12T10:00:00Z"
BASICS = {
    "Practice": "Example Practice",
    "Who takes the notes": "Ada Example",
    "Go Live date": "8 June 2027",
}
DECISIONS = [
    "Agree the Go Live date, and who confirms it",
    "Agree how long the cutover is",
    "Find out where the data extract stands",
    "Name the project lead and who covers for them",
    "Name the lead GP for the migration",
    "Choose one weekly slot for the migration meeting",
    "Name the critical days and check leave",
    "Name who tells third parties and patients",
    "Name who may stop the migration, and how",
]
SEATS = [  # seat, name, cover, organisation, contact
    ("Project manager", "Pat Manager", "Cas Cover", "Delivery Partner", "ext 101"),
    ("Practice manager", "Ada Example", "Dee Deputy", "Example Practice", "ext 102"),
    ("Lead GP", "Dr Lee", "Dr Moss", "Example Practice", "ext 103"),
    ("IT delivery partner", "Ira Partner", "", "Delivery Partner", "ira@example.org"),
    ("New supplier", "Nia New", "", "New Systems", "nia@example.org"),
    ("Current supplier", "Col Current", "", "Old Systems", "col@example.org"),
    ("Tells third parties", "Tess Teller", "Pat Manager", "Example Practice", "ext 107"),
    ("May stop the migration", "Dr Lee", "Dr Moss", "Example Practice", "ext 108"),
]
PARTIES = [  # title, contact, the day of its own that it is told beside Go Live
    ("Electronic Prescription Service (EPS)", "eps@example.org", ", links off Fri 28 May 2027"),
    ("Community pharmacies", "pharmacy@example.org", ""),
    ("Pathology labs and radiology", "lab@example.org", ", links off Fri 28 May 2027"),
    ("NHS 111", "111@example.org", ""),
    ("Hospital letters", "letters@example.org", ", links off Fri 28 May 2027"),
    ("Document scanning and management", "scan@example.org", ", switch-off Tue 1 June 2027"),
]
WEEKLY = {
    "Day": "Tuesday",
    "Time": "9.30",
    "Place": "Meeting room 2",
    "Link or dial-in": "Dial 200, code 7",
    "Next meeting": "19 January 2027",
}
TASKS = [  # title, owner, target date
    ("Walk through each phase and date its actions", "Pat Manager", "19 January 2027"),
    ("Fill every seat and brief those who were not there", "Ada Example", "20 January 2027"),
    ("Book the technical survey", "Ira Partner", "13 January 2027"),
    ("List every connected system and service", "Tess Teller", "22 January 2027"),
    ("Start the hazard log with the clinical safety officer", "Dr Lee", "29 January 2027"),
    ("Tell all staff and answer their questions", "Ada Example", "1 February 2027"),
]
ACTIONS = [  # title, who, by when
    ("Order toner for the posters", "Ada Example", "1 March 2027"),
    ("Ask the landlord for weekend access", "Ada Example", "2 March 2027"),
    ("Move the flu clinic", "Dr Lee", "3 March 2027"),
    ("Book the parish hall", "Tess Teller", "4 March 2027"),
    ("Check the spare printer", "Ira Partner", "5 March 2027"),
    ("Send the extract form again", "Pat Manager", "8 March 2027"),
]
EMAIL = """\
Clinical system migration: Example Practice, Tuesday 12 January 2027

Dates
- Go Live: Tuesday 8 June 2027 (21 weeks to go)

Agreed
- Agree the Go Live date, and who confirms it: Tue 8 June 2027
- Agree how long the cutover is
- Find out where the data extract stands
- Name the project lead and who covers for them: Pat Manager (cover Cas Cover)
- Name the lead GP for the migration: Dr Lee (cover Dr Moss)
- Choose one weekly slot for the migration meeting: every Tuesday, 9.30, Meeting room 2
- Name the critical days and check leave
- Name who tells third parties and patients: third parties: Tess Teller (cover Pat Manager)
- Name who may stop the migration, and how: Dr Lee (cover Dr Moss)

Who does what
- Project manager: Pat Manager (cover Cas Cover)
- Practice manager: Ada Example (cover Dee Deputy)
- Lead GP: Dr Lee (cover Dr Moss)
- IT delivery partner: Ira Partner
- New supplier: Nia New
- Current supplier: Col Current
- Tells third parties: Tess Teller (cover Pat Manager)
- May stop the migration: Dr Lee (cover Dr Moss)
- Takes the notes: Ada Example

Actions

Pat Manager
- Walk through each phase and date its actions, by Tue 19 January 2027
- Send the extract form again, by Mon 8 March 2027

Ada Example
- Fill every seat and brief those who were not there, by Wed 20 January 2027
- Tell all staff and answer their questions, by Mon 1 February 2027
- Order toner for the posters, by Mon 1 March 2027
- Ask the landlord for weekend access, by Tue 2 March 2027

Ira Partner
- Book the technical survey, by Wed 13 January 2027
- Check the spare printer, by Fri 5 March 2027

Tess Teller
- List every connected system and service, by Fri 22 January 2027
- Book the parish hall, by Thu 4 March 2027

Dr Lee
- Start the hazard log with the clinical safety officer, by Fri 29 January 2027
- Move the flu clinic, by Wed 3 March 2027

Start after the kick-off on Tue 2 March 2027, no one yet
- Warn the practice and ICB of possible hardware cost, suggested by Thu 4 March 2027
- Block the key dates in diaries and book rooms, suggested by Tue 9 March 2027
- Give each risk an owner and a way to reduce it, suggested by Tue 9 March 2027

Not agreed yet
- Initial data production: suggested for Tue 13 April 2027
- Links switched off: suggested for Fri 28 May 2027
- Final data production: suggested for Tue 1 June 2027
- Third parties back on and tested: suggested for Thu 10 June 2027

Third parties
- Electronic Prescription Service (EPS): Asked, no reply yet
- Community pharmacies: Asked, no reply yet
- Pathology labs and radiology: Asked, no reply yet
- Hospital letters: Asked, no reply yet
- NHS 111: Asked, no reply yet
- Document scanning and management: Asked, no reply yet

Next meeting
- Tuesday 19 January 2027, every Tuesday, 9.30, Meeting room 2, Dial 200, code 7

Suggested dates. Not NHS policy. Agree them with your ICB, both suppliers and your clinical \
safety officer.
"""
CLIPBOARD = """async () => {
    const [item] = await navigator.clipboard.read()
    const text = async type => (await item.getType(type)).text()
    return Object.fromEntries(await Promise.all(item.types.map(async t => [t, await text(t)])))
}"""


def hold_the_meeting(reader: Reader) -> None:
    """Enter all that a kick-off meeting settles."""
    reader.enter(BASICS)
    reader.wait_for_dates()
    reader.tick_all(DECISIONS)
    for seat in SEATS:
        reader.fill_seat(*seat)
    for party, contact, day in PARTIES:
        reader.tell_party(party, contact, f"Record: told today of Go Live Tue 8 June 2027{day}")
    reader.enter(WEEKLY)
    reader.open_later()
    for title, owner, due in TASKS:
        reader.enter({"Owner": owner, "Target date": due}, reader.details(title))
    for action in ACTIONS:
        reader.add_action(*action)


def everything() -> list[list[str]]:
    """All that the meeting settled, as the page's fields show it."""
    seats = [
        entry
        for seat, name, cover, organisation, contact in SEATS
        for entry in [
            [seat, f"Name: {seat}", name],
            *([[seat, f"Cover: {seat}", cover]] if cover else []),
            [seat, "Organisation", organisation],
            [seat, "Contact", contact],
        ]
    ]
    return [
        *(["", label, value] for label, value in {**BASICS, **WEEKLY}.items()),
        *([title, title, "true"] for title in DECISIONS),
        *seats,
        *([party, party, "true"] for party, _, _ in PARTIES),
        *([party, "Contact", contact] for party, contact, _ in PARTIES),
        *([party, "What they said", "asked"] for party, _, _ in PARTIES),
        *([title, "Owner", owner] for title, owner, _ in TASKS + ACTIONS),
        *([title, "Target date", due] for title, _, due in TASKS + ACTIONS),
    ]


@pytest.fixture
def meeting(new_reader: NewReader) -> Reader:
    """A reader in front of an empty plan, on a day in January."""
    reader = new_reader(permissions=["clipboard-read", "clipboard-write"])
    reader.page.clock.set_fixed_time(TODAY)
    reader.page.reload()
    return reader


def test_a_meeting_is_entered_sent_round_saved_lost_and_opened_again(
    meeting: Reader, new_reader: NewReader, tmp_path: Path
) -> None:
    """A whole kick-off meeting comes back from its file into an empty browser, entry by entry."""
    hold_the_meeting(meeting)
    expect(meeting.progress()).to_have_text("9 of 36 done")
    expect(meeting.said("6 in use, 6 told")).to_be_visible()
    expect(meeting.said("33 open, 12 with an owner and a date")).to_be_visible()

    # Sent round: as an e-mail.
    meeting.button("Copy for an e-mail").click()
    expect(meeting.said("Copied. Paste it into an e-mail.")).to_be_visible()
    email = meeting.page.evaluate("navigator.clipboard.readText()")
    assert email.replace("\r\n", "\n") == EMAIL
    expect(meeting.field("Text for the e-mail")).to_have_value(email.replace("\r\n", "\n"))

    # Sent round: as a table.
    meeting.button("Copy table").click()
    expect(meeting.page.get_by_text("Copied a table of 33 actions.")).to_be_visible()
    clipboard = meeting.page.evaluate(CLIPBOARD)
    lines = clipboard["text/plain"].replace("\r\n", "\n").split("\n")
    assert len(lines) == 34
    assert lines[0] == "Phase\tAction\tOwner\tTarget date\tStatus"
    assert (
        "Kick-off meeting\tBook the technical survey\tIra Partner\tWed 13 January 2027\tNot started"
    ) in lines
    assert (
        "Kick-off meeting\tBlock the key dates in diaries and book rooms\tNo one yet\t"
        "Tue 9 March 2027, suggested\tNot started"
    ) in lines
    assert "Any time\tMove the flu clinic\tDr Lee\tWed 3 March 2027\tNot started" in lines
    assert "<td>Move the flu clinic</td><td>Dr Lee</td>" in clipboard["text/html"]
    assert clipboard["text/html"].count("<tr>") == 34

    # Saved.
    file = meeting.save_a_copy(tmp_path)
    assert file.name == "migration-plan_example-practice_2027-01-12.json"
    saved = json.loads(file.read_text("utf-8"))
    assert (saved["format"], saved["schema"]) == ("gp-migration-plan", 1)
    before = meeting.entries()
    assert [entry for entry in everything() if entry not in before] == []

    # Lost: another browser has nothing. Opened again.
    other = new_reader()
    expect(other.progress()).to_be_hidden()
    other.open_file(file)
    expect(other.page.get_by_role("heading", name="Open this plan?")).to_be_focused()
    expect(other.said("In this browser: no plan yet.")).to_be_visible()
    expect(
        other.page.get_by_text(
            "In the file: Example Practice, Go Live Tue 8 June 2027, 9 done, 6 own actions"
        )
    ).to_be_visible()
    other.button("Replace").click()
    other.page.reload()
    expect(other.progress()).to_have_text("9 of 36 done")
    assert other.entries() == before
    for _, _, day in PARTIES:
        told = f"Told Go Live Tue 8 June 2027{day}, on Tue 12 January 2027, by Tess Teller"
        expect(other.page.get_by_text(told)).to_have_count([one for *_, one in PARTIES].count(day))
