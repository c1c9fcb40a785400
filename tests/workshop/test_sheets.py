"""The sheets of the facilitator's notebooks, asked as their pages ask them: what they keep, what they refuse, what they make."""

import re
from datetime import UTC, datetime, timedelta

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading_html import read
from small_meeting import NAMES

from newsoil import open_workshop
from newsoil._paths import guide_folder, programme_folder
from newsoil.facilitate.support import DRAFT, Misfit, list_of
from newsoil.guide import read_guide
from newsoil.guide.texts import read_as
from newsoil.takeout.afterwards import to_catch_up
from newsoil.takeout.evening import words_of
from newsoil.workshop.attendance import Attendance
from newsoil.workshop.board import log_of, meetings
from newsoil.workshop.own_plans import read_own_plans
from newsoil.workshop.programme import read_programmes
from newsoil.workshop.room import Room
from newsoil.workshop.support_list import keep_list, problem_of, read_list
from newsoil.workshop.traces import leave

CONTENT = words_of(programme_folder())
PLANS = read_programmes(programme_folder()).plans
NOT_OURS = {"split"}
"""What looks like a word in a module that is taken in."""

TODAY = datetime.now(UTC).astimezone().date()
LINE = {"id": "r1", "name": "Somebody who listens", "kind": "domestic-abuse", "number": "020 555 0199", "source": "help.example.org"}


@pytest.fixture
def shelf(tmp_path, monkeypatch):
    monkeypatch.setenv("NEWSOIL_HOME", str(tmp_path))
    return tmp_path / "workshops"


@pytest.fixture(scope="module")
def guide():
    return read_guide(guide_folder())


@pytest.fixture
def workshop(shelf):
    return open_workshop()


class Page:
    """A page that sends messages to a sheet and hears the answers."""

    def __init__(self, sheet):
        self.sheet, self.seq = sheet, 0

    def __call__(self, kind, **fields):
        return self.sheet._answer({"kind": kind, **fields})

    def edit(self, prompt, value, entry="x"):
        self.seq += 1
        return self("edit", page="p1", seq=self.seq, prompt=prompt, value=value, entry=entry)


@pytest.fixture
def held(shelf, plan):
    folder = shelf / "2026-11-02"
    folder.mkdir(parents=True)
    room = Room.new(plan, NAMES)
    room.end()
    leave(folder, room, Attendance())
    return folder.name


# ---- Forms


def test_a_tick_is_on_the_disk_before_the_page_hears_that_it_is_saved(workshop):
    page = Page(workshop.lists("before"))
    assert page.edit("before.two", value=True) == {"page": "p1", "seq": 1, "kind": "saved", "notice": ""}
    assert Page(workshop.lists("before"))("hello")["values"]["before.two"] is True


def test_what_is_asked_of_one_person_has_no_field(workshop):
    sheet = workshop.lists("intake", "safety-talk", "remote-intake")
    assert sheet.content["fields"] == []
    assert Page(sheet).edit("intake.alone", value=True)["kind"] == "refused"
    assert b"Are you afraid" in Page(sheet)("paper")["content"]


@pytest.mark.parametrize(
    ("field", "value"),
    [("limits", []), ("limit", "x"), ("nothing", "x"), ("here", 7), ("here", "x" * 30_000), ("clauses", ["x"]), (None, "x")],
)
def test_what_no_page_of_ours_sends_is_refused_and_changes_nothing(workshop, shelf, field, value):
    reply = Page(workshop.agreement()).edit(field, value)
    assert (reply["kind"], reply["sentence"]) == ("refused", CONTENT.say("form", "refused"))
    assert not (shelf / "agreement.json").exists()


def test_an_agreement_begins_with_the_ready_sentences_and_keeps_what_is_made_of_them(workshop):
    page = Page(workshop.agreement())
    rows = page("hello")["values"]["clauses"]
    assert [row["says"] for row in rows] == [one.says for one in CONTENT.clause]
    page.edit("clauses", rows[:2])
    assert Page(workshop.agreement())("hello")["values"]["clauses"] == rows[:2]


def test_the_limits_stand_above_the_form_and_are_no_field(workshop):
    content = workshop.agreement().content
    assert [item["says"] for item in content["parts"][0]["items"]] == [one.says for one in CONTENT.limit]
    assert {field["id"] for field in content["fields"]} == {"here", "clauses"}


def test_two_people_of_one_couple_need_a_reason(workshop):
    page = Page(workshop.couples())
    assert page.edit("here", "no")["notice"] == ""
    assert page.edit("here", "yes")["notice"] == CONTENT.say("couples", "no-reason")
    assert page.edit("reason", " ")["notice"] == CONTENT.say("couples", "no-reason")
    assert page.edit("reason", "Decided with our specialist service.")["notice"] == ""


# ---- The support list


def test_a_support_list_is_in_use_once_it_holds_together(workshop, shelf):
    page = Page(workshop.support_list())
    page.edit("place", "Invented Town")
    page.edit("checked_on", TODAY.isoformat())
    said = page.edit("line", [{**LINE, "number": "ask there", "text": ""}])["notice"]
    assert "cannot be reached yet" in said
    assert problem_of(shelf, TODAY) == "empty"
    assert page.edit("line", [LINE])["notice"] == CONTENT.say("support", "good")
    assert (read_list(shelf).place, read_list(shelf).line[0].number, problem_of(shelf, TODAY)) == ("Invented Town", "020 555 0199", "")
    assert not (shelf / DRAFT).exists()


def test_what_does_not_hold_together_yet_is_there_after_a_reload(workshop, shelf):
    Page(workshop.support_list()).edit("line", [{"id": "r1", "number": "020"}])
    page = Page(workshop.support_list())
    assert page("hello")["values"]["line"] == [{"id": "r1", "number": "020"}]
    assert "has no name" in page("hello")["notice"]
    page.edit("emergency", "x" * 300)
    assert Page(workshop.support_list())("hello")["values"]["emergency"] == "x" * 300


def test_a_list_from_the_console_is_shown_and_nothing_of_it_is_lost(workshop, shelf):
    made = list_of(
        {
            "line": [
                {**LINE, "hours": "always", "text": "555 0100", "text_word": "HELP", "languages": "English, Türkçe", "note": "For all."}
            ]
        },
        CONTENT,
    )
    keep_list(shelf, made)
    page = Page(workshop.support_list())
    rows = page("hello")["values"]["line"]
    page.edit("line", rows)
    assert read_list(shelf) == made


@pytest.mark.parametrize("address", ["help.example.org", "https://help.example.org", "Help.Example.org/", "http://help.example.org/now"])
def test_addresses_can_be_typed_as_people_type_them(address):
    line = list_of({"line": [{"name": "A", "address": address}]}, CONTENT).line[0]
    assert line.address.startswith("help.example.org")
    assert (
        list_of({"line": [{"name": "A", "number": "555 0100", "source": address}]}, CONTENT)
        .line[0]
        .source.startswith("https://help.example.org/")
    )


def test_whoever_called_there_need_not_have_read_of_it():
    assert list_of({"line": [{"name": "A", "number": "555 0100"}]}, CONTENT).line[0].source == ""


row = st.dictionaries(
    st.sampled_from(["name", "kind", "number", "text", "chat", "address", "source", "note", "languages", "hours"]), st.text(max_size=12)
)


@given(st.dictionaries(st.sampled_from(["place", "checked_on", "emergency"]), st.text(max_size=20)), st.lists(row, max_size=3))
def test_whatever_is_typed_is_a_list_or_a_sentence(values, rows):
    try:
        made = list_of({**values, "line": rows}, CONTENT)
    except Misfit:
        return
    assert all(line.name for line in made.line)


# ---- Plans


@pytest.fixture
def mine(workshop):
    page = Page(workshop.plans())
    return page, page("copy", plan="starting-safely", title="Our first evening")


def test_all_plans_are_offered_and_those_that_come_with_new_soil_stay_as_they_are(workshop):
    page = Page(workshop.plans())
    programmes = page("hello")["programmes"]
    assert [one["id"] for one in programmes] == ["eight-meetings", "six-meetings", "taster"]
    told = page("open", plan="starting-safely")
    assert (told["own"], told["starts"][:3]) == (False, (0, 5, 15))
    reply = page("change", plan="starting-safely", block="pairs", field="minutes", value=20)
    assert (reply["kind"], reply["sentence"]) == ("refused", CONTENT.say("plans", "shipped"))


def test_a_copy_is_on_the_disk_at_once_and_its_blocks_begin_later_when_one_is_longer(mine, shelf):
    page, told = mine
    assert told["own"] is True
    assert told["programmes"][-1]["meetings"] == [{"id": "own-our-first-evening", "title": "Our first evening"}]
    made = page("change", plan="own-our-first-evening", block="arrive", field="minutes", value=9)
    assert made["starts"][:3] == (0, 9, 19)
    assert made["length"] == "94 minutes in all"
    assert read_own_plans(shelf)[0]["own-our-first-evening"].minutes == 94


def test_minutes_that_do_not_fit_are_refused_with_the_name_of_the_block(mine, shelf):
    page, _ = mine
    before = read_own_plans(shelf)
    assert "“Pairs”" in page("change", plan="own-our-first-evening", block="pairs", field="minutes", value=3)["sentence"]
    assert read_own_plans(shelf) == before


def test_a_deleted_copy_is_offered_no_more_and_no_other_plan_can_be_deleted(mine):
    page, _ = mine
    assert page("delete", plan="taster")["kind"] == "refused"
    assert [one["id"] for one in page("delete", plan="own-our-first-evening")["programmes"]][-1] == "taster"


@pytest.mark.parametrize("which", ["handout", "leader"])
def test_a_plan_of_ones_own_can_be_printed(mine, which):
    page, _ = mine
    page("change", plan="own-our-first-evening", block="agreement", field="cards", value=["We drink tea."])
    reply = page("paper", plan="own-our-first-evening", which=which, size="letter", begins="18:30", ask="a1")
    assert (reply["kind"], reply["ask"]) == ("made", "a1")
    assert b"Our first evening" in reply["content"]
    assert (b"We drink tea." in reply["content"]) == (which == "handout")


@pytest.mark.parametrize("odd", [{}, {"plan": 7}, {"plan": "dancing"}, {"plan": "starting-safely", "which": "all"}])
def test_odd_messages_get_one_sentence(workshop, odd):
    for kind in ("open", "copy", "change", "delete", "paper"):
        reply = Page(workshop.plans())(kind, **odd)
        assert reply["kind"] in ("refused", "plan")
    assert Page(workshop.plans())("dance") is None


# ---- Afterwards


def test_a_log_is_kept_for_its_meeting_and_for_no_other(workshop, shelf, held):
    page = Page(workshop.meetings())
    assert page.edit("worked", "The tea.", entry=held)["kind"] == "saved"
    assert page("open", name=held)["values"] == {"worked": "The tea."}
    assert page.edit("worked", "x", entry="../2026-11-02")["kind"] == "refused"
    assert [path.name for path in log_of(shelf, held).parent.glob("*.json")] == [f"{held}.json"]


def test_a_recap_tells_the_plan_and_nobody(workshop, held, plan):
    page = Page(workshop.meetings())
    recap = page("paper", name=held, which="recap")["content"].decode()
    assert plan.title in recap
    assert "2 November 2026" in recap
    assert CONTENT.say("handout", "between-lead") in page("paper", name=held, which="between")["content"].decode()


@pytest.mark.parametrize("name", sorted(PLANS))
def test_a_short_version_for_at_home_is_for_one_person_and_says_nothing_of_who_was_not_there(name, guide):
    plan = PLANS[name]
    text = " ".join(" ".join(read(to_catch_up(guide, CONTENT, plan).decode(), "main").inside).split()).lower()
    assert CONTENT.say("handout", "at-home").lower() in text
    assert not [word for word in ("missed", "absent", "were not there", "in pairs", "in threes") if word in text]
    quiet = next((block.exercise for block in plan.block if block.kind == "silent" and block.exercise), None)
    assert quiet is None or " ".join(read_as(guide.exercise(quiet).title, None).split()).lower() in text


def test_a_reminder_has_a_discreet_title_an_end_and_no_name(workshop):
    reply = Page(workshop.meetings())("calendar", first=TODAY.isoformat(), last=(TODAY + timedelta(days=6)).isoformat(), time="19:00")
    calendar = icalendar.Calendar.from_ical(reply["content"])
    (event,) = calendar.walk("VEVENT")
    assert (str(event["summary"]), str(event["class"]), reply["name"]) == ("Note", "PRIVATE", "note.ics")
    text = reply["content"].decode().lower()
    assert not [word for word in ("soil", "trust", "group", "meeting", "attendee", "organizer", "location", "url") if word in text]
    assert event["rrule"]["until"][0].date() == TODAY + timedelta(days=6)


@pytest.mark.parametrize("odd", [{"last": "2020-01-01"}, {"first": "x"}, {"time": "25:00"}, {"last": "2099-01-01"}])
def test_a_reminder_that_does_not_fit_is_one_sentence(workshop, odd):
    good = {"first": TODAY.isoformat(), "last": TODAY.isoformat(), "time": "19:00"}
    reply = Page(workshop.meetings())("calendar", **{**good, **odd})
    assert reply["kind"] == "refused"
    assert reply["sentence"].endswith(".")


def test_a_meeting_and_everything_can_be_wiped(workshop, shelf, held):
    page = Page(workshop.meetings())
    assert page("wipe", name=held)["meetings"] == []
    assert meetings(shelf) == ()
    Page(workshop.agreement()).edit("here", "The law.")
    assert page("wipe-all")["sentence-of"] == "wiped-all"
    assert not shelf.exists()


def test_every_word_that_the_sheets_say_is_there(workshop, held):
    for sheet in (
        workshop.plans(),
        workshop.meetings(),
        workshop.agreement(),
        workshop.support_list(),
        workshop.couples(),
        workshop.lists("before"),
    ):
        asked = set(re.findall(r'words(?:\.|\[")([a-z][a-z0-9-]*)', str(sheet._esm)))
        assert asked - set(sheet.content["words"]) <= NOT_OURS
