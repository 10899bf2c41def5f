"""Fields: what is typed is understood or refused in words, and no patient's number gets in."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import NewReader
from tests.browser.reader import Reader

TASK = "Agree how long the cutover is"
NUMBER = "943 476 5919"
NHS_NUMBER = "This looks like an NHS number. It has not been saved. Remove it."
SAY_NOT = "It is not an NHS number"
SPELLINGS = [
    "8 June 2027",
    "8 jun 2027",
    "8th June 2027",
    "Tuesday 8 June 2027",
    "8/6/2027",
    "08.06.2027",
    "8-6-2027",
    "2027-06-08",
]
WRONG = {
    "30 February 2027": "Go Live date must be a real date, like 30 March 2027",
    "8/6/27": "Go Live date must have a year of four digits, like 2027",
    "8 June": "Go Live date must include a year, like 30 March 2027",
    "soon": "Go Live date must have a day, a month and a year, like 30 March 2027",
    "8 June 2019": "Go Live date must be in a year from 2020 to 2100",
    "8 June 2027 10:30": "Go Live date must be a date without a time, like 30 March 2027",
    "Monday 8 June 2027": "Go Live date says Monday, but 8 June 2027 is a Tuesday",
}
TEXTS = [
    pytest.param("A long note. " * 770 + "The end", id="10000 characters"),
    pytest.param("👩🏽‍⚕️ ticks ✅ the 🏴󠁧󠁢󠁥󠁮󠁧󠁿 list", id="emoji"),
    pytest.param("ملاحظة: الموعد في 8 يونيو", id="right-to-left"),
    pytest.param('"quoted" & <b>marked</b>\nsecond line \'\\', id="marks"),
]


def problem(reader: Reader) -> Locator:
    """What is said to be wrong."""
    return reader.page.get_by_role("alert")


def after(reader: Reader, before: str, typed: str) -> tuple[str, str, str]:
    """A date typed after another: what was typed, what the field says of it, and what is kept."""
    reader.enter({"Go Live date": before})
    reader.enter({"Go Live date": typed})
    field = reader.field("Go Live date")
    is_wrong = field.get_attribute("aria-invalid") == "true"
    about = reader.page.locator(f"#{field.get_attribute('aria-describedby')}")
    said = about.get_by_role("alert" if is_wrong else "paragraph").inner_text()
    return (typed, said, reader.plan()["goLive"]["value"])


def test_a_date_is_understood_and_said_in_words(reader: Reader) -> None:
    """People's ways to write a date end as the same date, in words, also after a reload."""
    answers = [after(reader, "", typed) for typed in SPELLINGS]

    assert answers == [(typed, "Tuesday 8 June 2027", "2027-06-08") for typed in SPELLINGS]
    expect(reader.field("Go Live date")).to_have_accessible_description("Tuesday 8 June 2027")
    reader.page.reload()
    expect(reader.field("Go Live date")).to_have_value("8 June 2027")


def test_a_date_that_is_wrong_is_not_kept(reader: Reader) -> None:
    """Each wrong date is answered with its own sentence, and the last good date stays."""
    answers = [after(reader, "9 June 2027", typed) for typed in WRONG]

    assert answers == [(typed, sentence, "2027-06-09") for typed, sentence in WRONG.items()]


def test_what_is_wrong_stands_beside_the_field(reader: Reader) -> None:
    """The sentence is right below the field, which keeps what was typed and is tied to it."""
    reader.enter({"Go Live date": "8 June"})

    field = reader.field("Go Live date")
    expect(field).to_have_value("8 June")
    expect(field).to_have_accessible_description(re.compile(re.escape(WRONG["8 June"])))
    below, at = problem(reader).bounding_box(), field.bounding_box()
    assert at and below and 0 <= below["y"] - at["y"] - at["height"] < 80


def test_a_date_that_is_put_right_is_no_longer_wrong(reader: Reader) -> None:
    """The sentence beside a field goes once the field is right."""
    reader.enter({"Go Live date": "8/6/27"})
    expect(problem(reader)).to_be_visible()

    reader.enter({"Go Live date": "8/6/2027"})

    expect(problem(reader)).to_be_hidden()
    expect(reader.field("Go Live date")).to_have_accessible_description("Tuesday 8 June 2027")


@pytest.mark.parametrize("text", TEXTS)
def test_any_text_survives_in_a_note(reader: Reader, text: str) -> None:
    """A note comes back exactly as it was typed."""
    reader.enter({"Note": text}, reader.details(TASK))

    reader.page.reload()

    expect(reader.details(TASK).get_by_label("Note")).to_have_value(text)


def test_what_is_typed_last_is_kept_when_the_page_goes(reader: Reader) -> None:
    """A reload in the middle of a word keeps the word: leaving the field is not needed."""
    note = reader.details(TASK).get_by_label("Note")

    note.press_sequentially("Ask twice")
    reader.page.reload()

    expect(reader.details(TASK).get_by_label("Note")).to_have_value("Ask twice")


def test_an_nhs_number_is_saved_only_when_it_is_none(reader: Reader) -> None:
    """A number with a right check digit is warned about, and saved only on the reader's word."""
    details = reader.details(TASK)
    reader.enter({"Note": f"Ring about {NUMBER}"}, details)

    expect(problem(reader)).to_contain_text(NHS_NUMBER)
    assert NUMBER not in json.dumps(reader.stored())

    reader.button(SAY_NOT).click()
    expect(problem(reader)).to_be_hidden()
    reader.page.reload()
    expect(reader.details(TASK).get_by_label("Note")).to_have_value(f"Ring about {NUMBER}")


@pytest.mark.parametrize(
    "label", ["Practice", "Name: Lead GP", "Place", "Owner", "Reason", "Decided by"]
)
def test_an_nhs_number_is_looked_for_in_every_field(reader: Reader, label: str) -> None:
    """It is not only notes that take a pasted number."""
    details = reader.details(TASK)
    details.get_by_role("button", name="Not applicable").click()

    reader.enter({label: NUMBER})

    expect(problem(reader)).to_contain_text(NHS_NUMBER)
    assert NUMBER not in json.dumps(reader.stored())


@pytest.mark.parametrize(
    ("entries", "button"),
    [
        ({"New action": f"Ring {NUMBER}"}, "Add an action"),
        ({"New action": "Ring them", "Who": NUMBER}, "Add an action"),
        ({"Another third party": NUMBER}, "Add a third party"),
        ({"Another seat, such as one for a branch": NUMBER}, "Add a seat"),
    ],
    ids=["action", "who", "third party", "seat"],
)
def test_an_nhs_number_is_looked_for_in_what_is_added(
    reader: Reader, entries: dict[str, str], button: str
) -> None:
    """An action or a third party with such a number is not added."""
    reader.come_to_actions()
    reader.enter(entries)

    reader.button(button).click()

    expect(reader.page.get_by_text("This looks like an NHS number.").first).to_be_visible()
    assert NUMBER not in json.dumps(reader.stored())


def test_a_task_that_invites_lists_of_patients_has_no_note(new_reader: NewReader) -> None:
    """Such a task says where its list belongs; others have a note that says what to omit."""
    reader = new_reader()
    reader.open_later()
    private = reader.details("Plan how to mend duplicate and orphaned records")
    other = reader.details("Review letter and data-entry templates")

    expect(private.get_by_label("Owner")).to_be_visible()
    expect(private.get_by_label("Note")).to_have_count(0)
    expect(private).to_contain_text("Keep this list in your clinical system")
    expect(other.get_by_label("Note")).to_have_accessible_description(
        "No patient details: no names, NHS numbers, dates of birth or initials."
    )
