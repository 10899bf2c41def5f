"""What the practice adds itself: actions and third parties, changed, taken out and brought back."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.reader import Reader

ACTION = "Order toner for the posters"
PARTY = "Parish hall"
TOLD = "Record: told today of Go Live Tue 8 June 2027"


def remove(reader: Reader, action: str) -> Locator:
    """Take an action out, and give the sentence that says so."""
    row = reader.action(action)
    row.get_by_text(f"Details: {action}").click()
    row.get_by_role("button", name="Remove this action").click()
    return reader.page.get_by_text(f"Removed: {action}. Undo")


def add_party(reader: Reader, title: str) -> Locator:
    """Add a third party of the practice's own, and give its row."""
    reader.enter({"Another third party": title})
    reader.button("Add a third party").click()
    return reader.row(title)


# Actions


def test_a_removed_action_is_named_and_the_focus_is_there(reader: Reader) -> None:
    """Nobody is thrown back to the top of the page, and the way back is the next stop."""
    reader.add_action(ACTION, "Ada Example", "1 March 2027")
    expect(reader.field("New action")).to_be_focused()

    said = remove(reader, ACTION)

    expect(said).to_be_focused()
    expect(reader.action(ACTION)).to_have_count(0)
    reader.page.keyboard.press("Tab")
    expect(reader.button("Undo")).to_be_focused()


def test_a_removed_action_comes_back_whole(reader: Reader) -> None:
    """Undo brings it with its owner and its date, also for the next visit."""
    reader.add_action(ACTION, "Ada Example", "1 March 2027")
    remove(reader, ACTION)

    reader.button("Undo").click()

    expect(reader.said("It is back.")).to_be_focused()
    expect(reader.action(ACTION)).to_contain_text("Ada Example")
    reader.page.reload()
    expect(reader.action(ACTION)).to_contain_text("Mon 1 March")


def test_a_removed_action_stays_away(reader: Reader) -> None:
    """It is gone after a reload, and from what is counted."""
    reader.add_action(ACTION, "Ada Example", "1 March 2027")
    remove(reader, ACTION)

    reader.page.reload()

    expect(reader.page.get_by_text("36 open, 0 with an owner and a date")).to_be_visible()
    expect(reader.action(ACTION)).to_have_count(0)


# Third parties


def test_a_third_party_of_ones_own_can_be_renamed(reader: Reader) -> None:
    """In its details; the row follows, now and after a reload."""
    row = add_party(reader, PARTY)
    row.locator("summary").click()

    row.get_by_label("Third party").fill("Village hall")
    row.get_by_label("Third party").blur()

    reader.page.reload()
    expect(reader.box("Village hall")).to_be_checked()
    expect(reader.page.get_by_text(PARTY, exact=True)).to_have_count(0)


def test_a_third_party_of_the_guide_keeps_its_name(reader: Reader) -> None:
    """Its title is the guide's. Whoever ticks it gets its details."""
    reader.box("NHS 111").check()

    details = reader.details("NHS 111")

    expect(details.get_by_label("Contact")).to_be_visible()
    expect(details.get_by_label("Third party")).to_have_count(0)


def test_a_third_party_of_ones_own_goes_when_it_is_no_longer_in_use(reader: Reader) -> None:
    """At once it can be ticked again; on the next visit it is gone."""
    add_party(reader, PARTY)
    expect(reader.said("1 in use, 0 told")).to_be_visible()

    reader.box(PARTY).uncheck()

    expect(reader.said("Tick each one that you use")).to_be_visible()
    expect(reader.box(PARTY)).to_be_visible()
    reader.page.reload()
    expect(reader.box("NHS 111")).to_be_visible()
    expect(reader.page.get_by_text(PARTY, exact=True)).to_have_count(0)


def test_who_was_told_was_asked(reader: Reader) -> None:
    """Recording that a party was told says that its reply is awaited."""
    reader.enter({"Go Live date": "8 June 2027"})
    reader.wait_for_dates()

    reader.tell_party("NHS 111", "111@example.org", TOLD)

    expect(reader.row("NHS 111").get_by_label("What they said")).to_have_value("asked")
    expect(reader.row("NHS 111").locator("b")).to_have_text("Asked, no reply yet")
    expect(reader.said("1 in use, 1 told")).to_be_visible()


def test_telling_again_takes_no_confirmation_back(reader: Reader) -> None:
    """What was confirmed in writing stays confirmed."""
    reader.enter({"Go Live date": "8 June 2027"})
    reader.wait_for_dates()
    reader.box("NHS 111").check()
    details = reader.details("NHS 111")
    reader.enter({"What they said": "confirmed"}, details)

    details.get_by_role("button", name=TOLD).click()

    expect(details.get_by_text("Told Go Live Tue 8 June 2027")).to_be_visible()
    expect(details.get_by_label("What they said")).to_have_value("confirmed")


@pytest.mark.parametrize("date", ["9 June 2027", "15 June 2027"])
def test_a_moved_go_live_asks_to_tell_them_again(reader: Reader, date: str) -> None:
    """What was told of another date is marked, and what was told is kept."""
    reader.enter({"Go Live date": "8 June 2027"})
    reader.wait_for_dates()
    reader.tell_party("NHS 111", "111@example.org", TOLD)

    reader.move_go_live(date)

    expect(reader.row("NHS 111").locator("b")).to_have_text("Tell them the new date")
    expect(
        reader.said("1 in use, 1 told. 1 was told Tue 8 June. Tell them the new date")
    ).to_be_visible()
