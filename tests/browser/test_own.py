"""What the practice adds itself: actions and third parties, changed, taken out and brought back."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import NewReader
from tests.browser.reader import DATED, Reader

ACTION = "Order toner for the posters"
PARTY = "Parish hall"
PLANNING = "guide/planning-for-cut-over/"
STOCK = "If you dispense, plan stock and dispensing"
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


@pytest.fixture
def dated(new_reader: NewReader) -> Reader:
    """Someone on the Kick-off page with a Go Live date, whose dates stand."""
    reader = new_reader(DATED)
    reader.wait_for_dates()
    return reader


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


SURVEY = "Book the technical survey"


def test_a_task_has_the_date_of_its_rule_until_somebody_chooses_another(reader: Reader) -> None:
    """What follows from Go Live is no lack of a date, and counts as one; an own action has none."""
    reader.come_to_actions()
    reader.add_action(ACTION, "Ada Example", "")
    expect(reader.action(SURVEY)).to_contain_text("No date yet")

    reader.enter({"Go Live date": "8 June 2027"})
    expect(reader.action(SURVEY)).to_contain_text("Wed 3 March, suggested")
    expect(reader.action(ACTION)).to_contain_text("No date yet")
    expect(reader.page.get_by_text("No date yet")).to_have_count(1)

    reader.enter({"Owner": "Ira Partner"}, reader.details(SURVEY))
    expect(reader.said("37 open, 1 with an owner and a date")).to_be_visible()
    reader.enter({"Target date": "9 March 2027"}, reader.row(SURVEY))
    expect(reader.action(SURVEY)).to_contain_text("Tue 9 March")
    expect(reader.action(SURVEY)).not_to_contain_text("suggested")


def test_the_dates_of_tasks_follow_go_live(reader: Reader) -> None:
    """Also on the next visit, where the list comes before the rules."""
    reader.come_to_actions()
    reader.enter({"Go Live date": "8 June 2027"})
    expect(reader.action(SURVEY)).to_contain_text("Wed 3 March, suggested")

    reader.move_go_live("15 June 2027")

    expect(reader.action(SURVEY)).to_contain_text("Wed 10 March, suggested")
    reader.page.reload()
    expect(reader.action(SURVEY)).to_contain_text("Wed 10 March, suggested")


def test_a_task_of_another_phase_is_an_action_once_somebody_has_it(reader: Reader) -> None:
    """One list for the whole migration: under its phase, and in the e-mail."""
    reader.open(PLANNING)
    reader.enter({"Owner": "Dee Dispenser"}, reader.details(STOCK))

    reader.open()
    reader.come_to_actions()

    expect(reader.action(STOCK)).to_contain_text("Dee Dispenser")
    expect(reader.page.get_by_role("rowheader", name="Planning for cutover")).to_be_visible()
    expect(reader.said("37 open, 0 with an owner and a date")).to_be_visible()
    reader.button("Copy for an e-mail").click()
    expect(reader.field("Text for the e-mail")).to_have_value(
        re.compile(f"\nDee Dispenser\n- {STOCK}, no date yet\n")
    )


def test_the_email_says_what_was_settled_on_other_pages(reader: Reader) -> None:
    """The cutover, and the decision of a gate with who, when and its condition."""
    reader.enter({"Go Live date": "8 June 2027"})
    reader.choose_cutover("one-week")
    reader.open("plan/dates/")
    reader.page.get_by_text("Record the decision: Is the data good enough to go on?").click()
    reader.page.get_by_label("Decision", exact=True).first.select_option(label="Yes, go on")
    who, when, why = "Decided by", "Decided on", "Conditions, or why not"
    for label, value in {who: "Dr Rao", when: "11 May 2027", why: "Recheck"}.items():
        reader.page.get_by_label(label, exact=True).first.fill(value)
        reader.page.keyboard.press("Tab")

    reader.open()
    reader.come_to_actions()
    reader.button("Copy for an e-mail").click()

    expect(reader.field("Text for the e-mail")).to_have_value(
        re.compile(
            "Agreed\n- Cutover, as the new supplier has confirmed it: One week\n"
            "- Data signed off: go on, by Dr Rao, on Tue 11 May 2027. Recheck\n"
        )
    )


def test_an_action_of_another_phase_leads_to_its_task_and_goes_with_its_tick(
    reader: Reader,
) -> None:
    """What nobody has taken on is not listed, and what is done is not open."""
    reader.open(PLANNING)
    reader.enter({"Owner": "Dee Dispenser"}, reader.details(STOCK))
    reader.box("Choose the cutover method for scanning").check()
    reader.open()
    reader.come_to_actions()

    reader.action(STOCK).get_by_role("link").click()
    expect(reader.page).to_have_url(re.compile(f"{PLANNING}#task-plan-dispensary$"))
    reader.box(STOCK).check()
    reader.open()
    reader.come_to_actions()

    expect(reader.said("36 open, 0 with an owner and a date")).to_be_visible()
    expect(reader.action(STOCK)).to_have_count(0)


# Seats


def test_a_seat_of_ones_own_is_filled_like_any_other(reader: Reader) -> None:
    """One for a branch; it is there on the next visit, and among the people to choose."""
    branch = "Branch lead, Ashby"
    reader.enter({"Another seat, such as one for a branch": branch})
    reader.button("Add a seat").click()
    reader.enter({f"Name: {branch}": "Dee Deputy", f"Cover: {branch}": "Pat Manager"})

    reader.page.reload()

    expect(reader.field(f"Name: {branch}")).to_have_value("Dee Deputy")
    expect(reader.field(f"Cover: {branch}")).to_have_value("Pat Manager")
    assert [seat["title"]["value"] for seat in reader.plan()["seats"].values()] == [branch]


def test_a_seat_of_ones_own_can_be_taken_away(reader: Reader) -> None:
    """It stays away."""
    reader.enter({"Another seat, such as one for a branch": "Branch lead"})
    reader.button("Add a seat").click()

    reader.button("Remove the seat: Branch lead").click()

    expect(reader.field("Name: Branch lead")).to_have_count(0)
    reader.page.reload()
    expect(reader.button("Add a seat")).to_be_visible()
    expect(reader.field("Name: Branch lead")).to_have_count(0)


def test_a_filled_seat_offers_to_tick_its_decision(reader: Reader) -> None:
    """The words are the plan's, and they ask only until it is ticked."""
    title = "Name the lead GP for the migration"
    reader.enter({"Name: Lead GP": "Dr Lee"})
    expect(reader.row(title)).to_contain_text("From your plan: Dr Lee. Tick this if it is agreed.")

    reader.box(title).check()

    expect(reader.row(title)).to_contain_text("From your plan: Dr Lee.")
    expect(reader.row(title)).not_to_contain_text("Tick this")


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


def test_a_third_party_of_ones_own_has_its_days_and_its_words(dated: Reader) -> None:
    """What it does, when it goes off and comes on; the days follow the plan."""
    row = add_party(dated, PARTY)
    row.locator("summary").first.click()

    dated.enter(
        {
            "What it does": "Hosts the training",
            "Goes off": "final-data-production",
            "Comes back on": "go-live",
            "How to test it": "The door opens",
        },
        row,
    )

    expect(row.get_by_text("Hosts the training", exact=True)).to_be_visible()
    days = row.locator(".app-coming li")
    expect(days.filter(has_text=re.compile("Off$"))).to_have_text("Tue 1 June Off")
    expect(days.filter(has_text=re.compile("On$"))).to_have_text("Tue 8 June On")


def test_a_third_party_in_use_is_not_marked_as_done(reader: Reader) -> None:
    """Words say what the mark means."""
    reader.box("NHS 111").check()

    expect(reader.row("NHS 111").locator(".app-task__due")).to_contain_text("We use it. Not asked")


def test_a_party_where_nothing_is_switched_off_has_no_such_day(dated: Reader) -> None:
    """A laboratory has one, and so has the dispensary, on a day of its own."""
    off = {}
    for title in ("NHS 111", "Pathology labs and radiology", "Dispensary software"):
        dated.box(title).check()
        days = dated.details(title).locator(".app-coming li")
        expect(days.filter(has_text="Formal notice")).to_have_count(1)
        off[title] = days.filter(has_text="Off").all_text_contents()

    assert off == {
        "NHS 111": [],
        "Pathology labs and radiology": ["Fri 28 May Off"],
        "Dispensary software": ["Tue 1 June Off"],
    }


def test_what_was_told_last_week_by_somebody_else_is_noted_so(dated: Reader) -> None:
    """The day, who told them, and the dates that they were told."""
    lab = "Pathology labs and radiology"
    dated.box(lab).check()
    details = dated.details(lab)
    details.get_by_text("Told on another day, or of other dates").click()
    dated.enter(
        {"Told on": "20 November 2026", "Told by": "Tess", "Off as told": "27 May 2027"}, details
    )

    dates, on = "Go Live Tue 8 June 2027, links off Thu 27 May 2027", "on Fri 20 November 2026"
    details.get_by_role("button", name=f"Record: told {on} of {dates}", exact=True).click()

    expect(details.get_by_text(f"Told {dates}, {on}, by Tess", exact=True)).to_be_visible()
    expect(details.get_by_label("Asked on")).to_have_value("20 November 2026")
    expect(dated.row(lab).locator("b")).to_have_text("Tell them the new date")
    says = f"Told links off Thu 27 May 2027, {on}. Now: links off Fri 28 May 2027."
    expect(details.get_by_text(says, exact=True)).to_be_visible()


def test_another_cutover_asks_to_tell_the_laboratory_again(dated: Reader) -> None:
    """Its links go off on another day, though Go Live stays; the page of dates says it first."""
    lab = "Pathology labs and radiology"
    dated.tell_party(lab, "lab@example.org", f"{TOLD}, links off Fri 28 May 2027")

    dated.choose_cutover("thursday-to-tuesday")

    expect(dated.row(lab).locator("b")).to_have_text("Tell them the new date")
    expect(
        dated.said("1 in use, 1 told. 1 was told links off Fri 28 May. Tell them the new date")
    ).to_be_visible()
    dated.open("plan/dates/")
    first = dated.page.locator("date-needs li").first
    expect(first).to_contain_text("1 third party was told another date.")
    expect(first).to_contain_text("Now: links off Wed 2 June 2027.")
    first.get_by_role("link", name="Tell them").click()
    expect(dated.page).to_have_url(re.compile("/plan/third-parties/$"))


def test_a_reply_without_its_date_confirms_nothing(dated: Reader) -> None:
    """The row says what is missing, and then for which date."""
    dated.box("NHS 111").check()
    details = dated.details("NHS 111")
    state = dated.row("NHS 111").locator("b")

    dated.enter({"What they said": "confirmed"}, details)
    expect(state).to_have_text("Confirmed for which date? Enter it")

    dated.enter({"Confirmed for": "8 June 2027"}, details)
    expect(state).to_have_text("Confirmed in writing for Tue 8 June")


def test_paper_has_only_those_in_use_in_one_table(dated: Reader) -> None:
    """With whom to ring, when, what they were told and what they said."""
    dated.tell_party("NHS 111", "111@example.org", TOLD)
    dated.box("Dispensary software").check()
    table = dated.page.get_by_role("table", name="Third parties in use")
    expect(table).to_have_count(0)  # on the screen the list says it

    dated.page.emulate_media(media="print")

    expect(table.get_by_role("row")).to_have_count(3)
    ours = table.get_by_role("row").filter(has_text="NHS 111")
    for words in ("111@example.org", "Mon 17 May", "Go Live Tue 8 June 2027", "Asked, no reply"):
        expect(ours).to_contain_text(words)
    dispensary = table.get_by_role("row").filter(has_text="Dispensary software")
    expect(dispensary.get_by_role("cell").nth(2)).to_have_text("Tue 1 June")
    expect(dated.page.locator("plan-parties > ul")).to_be_hidden()


def test_who_was_told_was_asked(dated: Reader) -> None:
    """Recording that a party was told says that its reply is awaited."""

    dated.tell_party("NHS 111", "111@example.org", TOLD)

    expect(dated.row("NHS 111").get_by_label("What they said")).to_have_value("asked")
    expect(dated.row("NHS 111").locator("b")).to_have_text("Asked, no reply yet")
    expect(dated.said("1 in use, 1 told")).to_be_visible()


def test_telling_again_takes_no_confirmation_back(dated: Reader) -> None:
    """What was confirmed in writing stays confirmed."""
    dated.box("NHS 111").check()
    details = dated.details("NHS 111")
    dated.enter({"What they said": "confirmed"}, details)

    details.get_by_role("button", name=TOLD).click()

    expect(details.get_by_text("Told Go Live Tue 8 June 2027")).to_be_visible()
    expect(details.get_by_label("What they said")).to_have_value("confirmed")


@pytest.mark.parametrize("date", ["9 June 2027", "15 June 2027"])
def test_a_moved_go_live_asks_to_tell_them_again(dated: Reader, date: str) -> None:
    """What was told of another date is marked, and what was told is kept."""
    dated.tell_party("NHS 111", "111@example.org", TOLD)

    dated.move_go_live(date)

    expect(dated.row("NHS 111").locator("b")).to_have_text("Tell them the new date")
    expect(
        dated.said("1 in use, 1 told. 1 was told Tue 8 June. Tell them the new date")
    ).to_be_visible()
