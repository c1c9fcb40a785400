"""A reminder is a file for a calendar: at most daily, with an end, a discreet title, and nothing else; odd wishes are refused."""

import json
import re
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from newsoil._paths import guide_folder, notebook_path
from newsoil.desk import Desk
from newsoil.guide import read_guide
from newsoil.guide.notebook import read_notebook
from newsoil.journal import Store
from newsoil.page import Page
from newsoil.reminder import FILE, LONGEST_TITLE, TWICE, Reminder, reminder_file, reminder_of, reminder_texts

GUIDE = read_guide(guide_folder())
WORDS = GUIDE.words["reminder"]
MOST = GUIDE.number("reminder-most-days")
TODAY = date(2026, 11, 23)
FIRST, LAST = date(2026, 11, 24), date(2026, 12, 20)
PLAIN = {
    "kind": "make",
    "ask": "a1",
    "title": "Note",
    "time": "18:30",
    "often": "weekly",
    "first": FIRST.isoformat(),
    "last": LAST.isoformat(),
    "today": TODAY.isoformat(),
}
ALLOWED = {
    "BEGIN", "END", "VERSION", "PRODID", "SUMMARY", "DTSTART", "DTSTAMP", "UID", "RRULE", "CLASS", "TRANSP",
    "ACTION", "DESCRIPTION", "TRIGGER",
}  # fmt: skip
"""Every line that such a file may have."""

NO_TIMES = ("", "24:00", "9:00", "18:60", "18:30:00", "18:30:00+01", "18:30Z", "\u0660\u0669:00", "18:30\n", 18, None)
NO_TITLES = ("a" * (LONGEST_TITLE + 1), "a\nURL:x", "a\r\nb", "a\u2028b", "\x00", "\ud800", 3, None, ["a"])

titles = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=LONGEST_TITLE)
days = st.dates(TODAY, TODAY + timedelta(days=MOST))
anything = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from(["BEGIN:VALARM", "9999-12-31", "\ud800"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=6,
)


def made(**changes) -> bytes:
    reply = reminder_file(GUIDE, {**PLAIN, **changes}, TODAY)
    assert reply["kind"] == "made", reply
    return reply["content"]


def event_of(content: bytes):
    """The one event of a file, as the library reads it."""
    calendar = Calendar.from_ical(content)
    (event,) = calendar.events
    assert calendar.subcomponents == [event]
    return event


def lines_of(content: bytes) -> list[str]:
    """The lines of a file, those that are folded put together."""
    return content.decode().replace("\r\n ", "").removesuffix("\r\n").split("\r\n")


def days_of(event) -> list[date]:
    """On which days a calendar reminds."""
    from dateutil.rrule import rrulestr

    rule = event["rrule"].to_ical().decode()
    return [one.date() for one in rrulestr(rule, dtstart=event.start)]


def refused(**changes) -> tuple[str, str]:
    """Which field is said not to fit, and the sentence."""
    reply = reminder_file(GUIDE, {**PLAIN, **changes}, TODAY)
    assert reply["kind"] == "refused", reply
    assert (reply["ask"], "content" in reply) == ("a1", False)
    return reply["field"], reply["sentence"]


# ---- what is in the file ---------------------------------------------------------------------------------------------


@given(titles, st.times(), st.sampled_from(["daily", "twice", "weekly"]), days, days)
def test_whatever_is_chosen_it_reads_back_is_at_most_daily_and_ends(title, hour, often, one, other):
    first, last = sorted((one, other))
    reminder = Reminder(title=title, time=hour.replace(second=0, microsecond=0), often=often, first=first, last=last)
    content = reminder.to_ical(TODAY)
    event = event_of(content)
    found = days_of(event)
    assert event["summary"] == title
    assert event.start == datetime.combine(first, reminder.time)
    assert found[0] == first
    assert found[-1] <= last <= TODAY + timedelta(days=MOST)
    assert len(set(found)) == len(found), "at most once a day"
    assert {line.split(":")[0].split(";")[0] for line in lines_of(content)} <= ALLOWED


@pytest.mark.parametrize(
    ("often", "found"),
    [
        ("daily", [FIRST + timedelta(days=n) for n in range(27)]),
        ("weekly", [FIRST + timedelta(weeks=n) for n in range(4)]),
        ("twice", [FIRST + timedelta(weeks=n, days=more) for n in range(4) for more in (0, TWICE)]),
    ],
)
def test_the_rhythms_are_what_their_words_say(often, found):
    assert days_of(event_of(made(often=often))) == found


@pytest.mark.parametrize("weekday", range(7))
def test_twice_a_week_begins_on_its_first_day_whichever_weekday_that_is(weekday):
    first = FIRST + timedelta(days=weekday)
    found = days_of(event_of(made(often="twice", first=first.isoformat())))
    assert found[:3] == [first, first + timedelta(days=TWICE), first + timedelta(days=7)]


def test_the_whole_file_is_what_was_chosen_and_no_other_word():
    content = made()
    lines = lines_of(content)
    (uid,) = [line for line in lines if line.startswith("UID:")]
    lines.remove(uid)
    assert re.fullmatch(r"UID:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", uid)
    assert sorted(lines) == sorted([
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Note//EN", "BEGIN:VEVENT", "SUMMARY:Note", "DTSTART:20261124T183000",
        "DTSTAMP:20261123T000000Z", "RRULE:FREQ=WEEKLY;UNTIL=20261220T183000", "CLASS:PRIVATE", "TRANSP:TRANSPARENT", "BEGIN:VALARM",
        "ACTION:DISPLAY", "DESCRIPTION:Note", "TRIGGER:P0D", "END:VALARM", "END:VEVENT", "END:VCALENDAR",
    ])  # fmt: skip


def test_the_file_names_neither_the_product_nor_a_place_nor_the_hour_of_its_making():
    content = made(often="daily")
    for word in (b"soil", b"trust", b"tzid", b"vtimezone", b"x-wr", b"http", b"url", b"location", b"icalendar"):
        assert word not in content.lower()
    assert event_of(content).start.tzinfo is None
    assert event_of(content)["dtstamp"].dt == datetime.combine(TODAY, time(), UTC)
    assert FILE == "note.ics"


def test_every_file_has_an_id_of_its_own():
    assert event_of(made())["uid"] != event_of(made())["uid"]


def test_the_title_is_note_unless_it_is_changed_and_the_alarm_says_nothing_more():
    for title, shown in (("", "Note"), ("   ", "Note"), (" Tea, then a walk; ", "Tea, then a walk;")):
        event = event_of(made(title=title))
        (alarm,) = event.subcomponents
        assert (event["summary"], alarm["description"]) == (shown, shown)
        assert alarm["trigger"].dt == timedelta()
    assert reminder_texts(GUIDE)["words"]["title-default"] == "Note"


# ---- what does not fit -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"first": "2026-11-22"}, "first", "first-over"),
        ({"first": "2026-11-22", "last": "2026-11-22"}, "first", "first-over"),
        ({"last": "2026-11-22"}, "last", "last-before"),
        ({"first": "2026-12-21"}, "last", "last-before"),
        ({"last": (TODAY + timedelta(days=MOST + 1)).isoformat()}, "last", "last-late"),
        ({"last": "9999-12-31"}, "last", "last-late"),
        ({"last": ""}, "last", "last-wrong"),
        ({"last": None}, "last", "last-wrong"),
        ({"last": "2026-02-30"}, "last", "last-wrong"),
        ({"first": ""}, "first", "first-wrong"),
        ({"first": "2026-11"}, "first", "first-wrong"),
        *(({"time": value}, "time", "time-wrong") for value in NO_TIMES),
        *(({"often": value}, "often", "often-wrong") for value in ("", "hourly", "HOURLY", ["daily"], None, 1)),
        *(({"title": value}, "title", "title-wrong") for value in NO_TITLES),
    ],
)
def test_what_does_not_fit_is_said_in_a_sentence_about_its_field(changes, field, sentence):
    assert refused(**changes) == (field, WORDS[sentence].format(most=MOST, longest=LONGEST_TITLE))
    assert "{" not in refused(**changes)[1]


def test_the_limit_is_three_months_with_its_reason_and_its_last_day_fits():
    (number,) = [one for one in GUIDE.numbers if one.id == "reminder-most-days"]
    assert number.value <= 92
    assert number.reason
    last = TODAY + timedelta(days=MOST)
    assert days_of(event_of(made(often="daily", first=TODAY.isoformat(), last=last.isoformat())))[-1] == last


def test_what_else_a_page_sends_changes_nothing():
    more = {"interval": 0, "byhour": [1, 2], "location": "CANARY", "url": "http://CANARY", "content": b"CANARY", "summary": "CANARY"}
    assert b"CANARY" not in made(**more)
    assert reminder_of({**PLAIN, **more}, TODAY, most=MOST, title="Note") == reminder_of(PLAIN, TODAY, most=MOST, title="Note")


@given(st.fixed_dictionaries({}, optional={name: anything | st.just(value) for name, value in PLAIN.items()}))
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_a_page_sends_the_answer_can_be_sent_and_nothing_is_written(tmp_path, message):
    said = []
    widget = Page(GUIDE.stage("start"), Desk(GUIDE, Store(tmp_path / "home"))).reminder()
    widget.send = lambda reply, buffers=None: said.append((json.dumps(reply, allow_nan=False).encode(), buffers))
    widget._handle_custom_msg(message, [])
    assert len(said) == (message.get("kind") == "make")
    assert b"error that it does not know" not in b"".join(reply for reply, _ in said)
    for reply, buffers in said:
        assert (json.loads(reply)["kind"] == "made") == bool(buffers)
        assert [event_of(content)["rrule"]["freq"][0] in {"DAILY", "WEEKLY"} for content in buffers or []] in ([True], [])
    assert list(tmp_path.iterdir()) == []


# ---- the page --------------------------------------------------------------------------------------------------------


def test_the_file_comes_as_a_binary_part_and_no_trait_keeps_anything_of_it(tmp_path):
    said = []
    widget = Page(GUIDE.stage("start"), Desk(GUIDE, Store(tmp_path / "home"))).reminder()
    before = widget.get_state()
    widget.send = lambda reply, buffers=None: said.append((reply, buffers))
    widget._handle_custom_msg({**PLAIN, "title": "CANARY"}, [])
    ((reply, (content,)),) = said
    assert reply == {"kind": "made", "ask": "a1", "name": "note.ics"}
    assert event_of(content)["summary"] == "CANARY"
    assert widget.get_state() == before


def test_the_page_says_what_a_calendar_may_show_that_nothing_is_sent_and_that_it_is_not_remembered():
    assert "Your calendar may show the title on a locked screen." in WORDS["says-screen"]
    assert WORDS["says-sent"].startswith("Nothing is sent.")
    assert WORDS["says-forgets"].startswith("This workbook does not remember it.")


def test_every_word_that_the_page_needs_is_there():
    texts = reminder_texts(GUIDE)
    assert [name for name, words in texts["words"].items() if not words] == []
    assert 0 < texts["offered"] <= texts["most"]


def test_it_stands_once_after_the_practices_with_a_sentence_before_it():
    cells = read_notebook(notebook_path("00-start.ipynb")).cells
    at = [cell.id for cell in cells].index("practices-and-pace")
    prose, code = cells[at + 1 : at + 3]
    assert (prose.cell_type, prose.text.count(".")) == ("markdown", 1)
    assert code.text == "page.reminder()"
    assert [cell.text for cell in cells].count("page.reminder()") == 1
