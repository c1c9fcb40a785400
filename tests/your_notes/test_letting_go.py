"""Erasing from the page: what is erased is in no file, and does not come back by an edit that was under way."""

import errno
import os
from datetime import UTC, datetime

import pytest

from newsoil.journal import Journal, erasing
from newsoil.journal.backups import back_up
from newsoil.page import Page
from newsoil.tidying import Tidying

NOW = "2026-11-25T09:00:00.000+01:00"
LATER = "2026-11-25T09:05:00.000+01:00"

pytestmark = pytest.mark.usefixtures("some")


def bytes_in(home):
    return b"".join(path.read_bytes() for path in sorted(home.rglob("*")) if path.is_file())


@pytest.fixture
def either(ask, desk, home):
    return ask, desk, home


@pytest.fixture
def backups(desk, some, home):
    """A backup of a day on which all notes were there."""
    with desk.store.held() as shelf:
        back_up(shelf, "2026-11-24")


def ids(desk):
    return [entry.id for entry in desk.store.load().entries]


@pytest.mark.parametrize(
    ("erasing", "gone", "stays"),
    [
        ({"what": "note", "of": "j3"}, b"A page to throw away.", ["f1", "j1", "j2", "w1"]),
        ({"what": "trash"}, b"A page to throw away.", ["f1", "j1", "j2", "w1"]),
        ({"what": "exercise", "of": "journal"}, b"page", ["f1", "w1"]),
        ({"what": "everything"}, b"I am last", []),
    ],
    ids=lambda value: value["what"] if isinstance(value, dict) else "",
)
@pytest.mark.usefixtures("backups")
def test_what_is_erased_is_in_no_file_and_the_rest_stays(either, erasing, gone, stays):
    ask, desk, home = either
    assert gone in bytes_in(home / "journals" / "mine" / "entries")
    assert gone in bytes_in(home / "journals" / "mine" / "backups")
    erased = ask("erase", at=NOW, sure="yes", **erasing)
    assert (erased["kind"], erased["notes"], erased["left"]) == ("erased", 5 - len(stays), [])
    assert gone not in bytes_in(home)
    assert sorted(ids(desk)) == stays


def test_nothing_is_erased_without_a_yes_and_a_note_that_is_not_deleted_is_not_taken_for_one(ask, desk):
    before = ids(desk)
    assert ask("erase", at=NOW, what="everything")["kind"] == "refused"
    assert ask("erase", at=NOW, what="everything", sure="no")["kind"] == "refused"
    assert ask("erase", at=NOW, what="note", of="j1", sure="yes")["notes"] == 0
    assert ids(desk) == before


@pytest.mark.parametrize("at", [NOW, LATER, "1999-01-01T00:00:00.000+01:00"])
@pytest.mark.parametrize("told", [{"page": "p1", "seq": 60}, {}], ids=["on its way", "once more"])
def test_a_late_edit_does_not_bring_an_erased_note_back_and_the_page_forgets_it(either, write, told, at):
    """The page that erases says how far it has come; of another one counts what this kernel has heard of it."""
    ask, desk, home = either
    made = {"entry": "j1", "day": "2026-10-05", "at": at, "page": "p1" if told else "p2", "seq": 60}
    if not told:
        write("journal", "text", "A page of mine, and a late word", **made)
    ask("erase", at=NOW, what="exercise", of="journal", sure="yes", **told)
    late = write("journal", "text", "A page of mine, and a late word", **made)
    assert (late["kind"], late["entry"]) == ("saved", None)
    assert "j1" not in ids(desk)
    assert b"late word" not in bytes_in(home)


@pytest.mark.parametrize("at", [LATER, NOW, "2026-11-25T08:00:00.000+01:00", "1999-01-01T00:00:00.000+01:00"])
def test_what_is_written_after_erasing_is_kept_also_under_an_id_that_is_always_the_same_whatever_the_clock_says(ask, desk, write, at):
    write("my-roadmap", "why", "as it was", "my-roadmap-1", seq=60)
    ask("erase", at=NOW, what="exercise", of="my-roadmap", sure="yes", page="p1", seq=60)
    anew = write("my-roadmap", "why", "written anew", "my-roadmap-1", made_at=at, at=at, seq=61)
    assert anew["entry"]["answers"] == {"why": "written anew"}
    assert "my-roadmap-1" in ids(desk)


def test_an_erasing_that_the_disk_refuses_says_so_and_edits_are_taken_as_before(ask, desk, write, fail):
    mend = fail("fsync", number=None)
    refused = ask("erase", at=NOW, what="exercise", of="journal", sure="yes")
    mend()
    assert refused["kind"] == "refused"
    assert write("journal", "text", "Another page, and more", "j2", "2026-11-20", at="2026-11-25T08:00:00.000+01:00")["entry"] is not None


def test_an_edit_under_way_is_late_from_the_moment_that_erasing_was_asked_for(ask_slowly, write):
    ask = ask_slowly
    told = {"page": "p1", "seq": 60}
    ask.notes.answer({"kind": "erase", "ask": "a", "at": NOW, "what": "exercise", "of": "journal", "sure": "yes", **told})
    assert write("journal", "text", "late", "j1", "2026-10-05", **told)["entry"] is None
    ask.waiting[0]()
    assert [one["kind"] for one in ask.said if one["kind"] != "progress"] == ["erased"]


def test_one_thing_is_done_at_a_time_and_what_was_refused_marks_no_note_as_gone(ask_slowly, write):
    ask = ask_slowly
    ask.notes.answer({"kind": "days", "ask": "first"})
    ask.notes.answer({"kind": "erase", "ask": "second", "at": NOW, "what": "everything", "sure": "yes"})
    assert [(one["ask"], one["kind"]) for one in ask.said] == [("second", "refused")]
    ask.notes.answer({"kind": "days", "ask": "first"})
    assert ask.said[-1] == {"kind": "progress", "ask": "first", "done": 0, "of": 0}
    ask.waiting[0]()
    assert ask.said[-1]["kind"] == "days"
    assert len(ask.waiting) == 1
    assert write("journal", "text", "Still here.", "j1", "2026-10-05")["entry"]["answers"] == {"text": "Still here."}


# ---- the trash empties itself -----------------------------------------------------------------------------------------


def test_the_first_hello_of_a_day_erases_what_was_deleted_more_than_thirty_days_ago(desk, home):
    started = []
    tidying = Tidying(desk.gone, started.append)
    tidying.at("2026-12-20T09:00:00.000+01:00", desk.store)
    assert started == [], "not thirty days yet"
    tidying.at("2027-01-20T09:00:00.000+01:00", desk.store)
    assert len(started) == 1
    tidying.at("2027-01-20T19:00:00.000+01:00", desk.store)
    assert len(started) == 1, "once a day"
    assert b"A page to throw away." in bytes_in(home)


def test_the_daily_emptying_is_real_and_believes_this_computer_when_the_page_is_ahead(desk, home, write):
    write("small-wins", "win", "Thrown away long ago.", "w9", "2020-01-01")
    write("small-wins", "", True, "w9", "2020-01-01", act="delete")
    write("small-wins", "win", "Thrown away today.", "w8")
    write("small-wins", "", True, "w8", act="delete", at=datetime.now(UTC).isoformat(timespec="seconds"))
    Tidying(desk.gone, lambda work: work()).at("2999-01-01T09:00:00.000+01:00", desk.store)
    assert b"Thrown away long ago." not in bytes_in(home)
    assert b"Thrown away today." in bytes_in(home)
    assert "w9" not in ids(desk)


def test_what_is_written_while_the_trash_is_emptied_is_kept_under_an_id_that_is_always_the_same(desk, write, monkeypatch):
    """It waits, and is written when the emptying is through: the note that went is not this one."""
    write("my-roadmap", "why", "Thrown away long ago.", "my-roadmap-1", "2020-01-01")
    write("my-roadmap", "", True, "my-roadmap-1", "2020-01-01", act="delete")
    real, told = erasing.empty_trash, []

    def slowly(store, now):
        real(store, now)
        told.append(write("my-roadmap", "why", "written anew", "my-roadmap-1", "2020-01-02"))

    monkeypatch.setattr(erasing, "empty_trash", slowly)
    Tidying(desk.gone, lambda work: work(), desk.works).at("2026-12-20T09:00:00.000+01:00", desk.store)
    assert [one["kind"] for one in told] == ["waits"]
    assert [entry.answers for entry in desk.store.load().entries if entry.id == "my-roadmap-1"] == [{"why": "written anew"}]


@pytest.mark.parametrize("at", [None, 7, "", "yesterday", ["2026-11-25T09:00:00Z"]])
def test_a_hello_without_a_time_does_nothing(desk, at):
    Tidying(desk.gone, pytest.fail).at(at, desk.store)


def test_emptying_the_trash_never_keeps_a_page_from_opening(desk, write, fail, caplog):
    tidying = Tidying(desk.gone, lambda work: work())
    write("small-wins", "win", "Thrown away long ago.", "w9", "2020-01-01")
    write("small-wins", "", True, "w9", "2020-01-01", act="delete")
    fail("fsync", errno.EIO, number=None)
    tidying.at("2026-12-20T09:00:00.000+01:00", desk.store)
    assert "could not be emptied" in caplog.text
    assert os.sep not in "".join(record.message for record in caplog.records)
    assert "Thrown" not in caplog.text


def test_what_cannot_be_seen_after_the_emptying_does_not_count_as_gone(desk, write, monkeypatch):
    """Notes that were locked meanwhile look like none. An edit that was under way would then be forgotten as that of an erased note."""
    write("small-wins", "win", "Thrown away long ago.", "w9", "2020-01-01")
    write("small-wins", "", True, "w9", "2020-01-01", act="delete")
    marked = []
    monkeypatch.setattr(desk.gone, "mark", lambda ids, _at: marked.append(set(ids)))

    def locked_meanwhile(work):
        monkeypatch.setattr(
            erasing, "empty_trash", lambda *_: monkeypatch.setattr(desk.store, "load", lambda: Journal(unreadable=("locked",)))
        )
        work()

    Tidying(desk.gone, locked_meanwhile).at("2026-12-20T09:00:00.000+01:00", desk.store)
    assert marked == []


def test_every_first_word_of_a_page_says_what_day_it_is(desk, ask):
    heard = []
    desk._tidying.at = lambda at, _store: heard.append(at)
    Page(desk.guide.stages[0], desk).exercise("where-am-i-now")._answer({"kind": "hello", "at": NOW})
    ask("hello", at=LATER)
    assert heard == [NOW, LATER]
