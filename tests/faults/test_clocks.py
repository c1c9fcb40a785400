"""Clocks that go back, and hours that come twice or never: what was typed last is what is kept."""

import itertools
import random
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

import pytest

from breaking import STATES, edit, in_state, opened
from fault_table import MANY, times
from newsoil._paths import guide_folder
from newsoil.desk import Desk
from newsoil.guide import read_guide
from newsoil.journal import Store, forms
from newsoil.journal.record import moment
from newsoil.your_notes import YourNotes

JUMPS = [timedelta(seconds=-1), timedelta(minutes=-7), timedelta(hours=-1), timedelta(days=-1), timedelta(days=-40), timedelta(days=-9000)]
JUMPS += [-jump for jump in JUMPS] + [timedelta(seconds=1)] * 12


@pytest.fixture(scope="module")
def guide():
    return read_guide(guide_folder())


def typed_under(dice, length):
    """Times of a page's clock that is set back and forward now and then."""
    now = datetime(2026, 11, 23, 10, tzinfo=UTC)
    for _ in range(length):
        now = min(max(now + dice.choice(JUMPS), datetime(1980, 1, 1, tzinfo=UTC)), datetime(2090, 1, 1, tzinfo=UTC))
        yield now.astimezone(dice.choice([UTC, ZoneInfo("Europe/Berlin"), ZoneInfo("Pacific/Chatham")])).isoformat()


@pytest.mark.tries("clock-back")
@pytest.mark.parametrize("state", STATES)
def test_under_a_clock_that_goes_back_and_forward_the_last_words_of_a_page_stay(tmp_path, state, tried):
    dice = random.Random(f"clock {state}")  # noqa: S311 - a repeatable one is wanted
    for number in range(times(4, 120)):
        store = in_state(tmp_path / str(number), state)
        clock = list(typed_under(dice, 10))
        words, seqs, made, other = "", {}, {}, None
        for at in clock:
            page = dice.choice(["one", "two", "two"]) if number % 2 else "one"
            entry = dice.choice(["e1", "e2"]) if number % 3 else "e1"
            seqs[page] = seqs.get(page, 0) + 1
            words = f"{page} typed at {at}"
            was = made.get((entry, "words"))
            home = made.setdefault(entry, at)
            store.take(edit(words, seqs[page], page=page, entry=entry, made_at=home, at=at, was=was))
            made[entry, "words"] = words
            tried()
        journal = opened(tmp_path / str(number)).load()
        assert journal.unreadable == ()
        assert {entry.id: entry.answers["text"] for entry in journal.entries} == {
            entry: made[entry, "words"] for entry in ("e1", "e2") if entry in made
        }
        assert other is None
        assert all(moment(entry.changed_at) >= moment(entry.made_at) or entry.changed_at in clock for entry in journal.entries)


@pytest.mark.tries("clock-back")
def test_what_another_kernel_wrote_is_seen_whatever_the_computer_s_clock_says(tmp_path, monkeypatch, tried):
    dice = random.Random("computer's clock")  # noqa: S311 - a repeatable one is wanted
    one, two = Store(tmp_path), Store(tmp_path)
    real = forms.time.time_ns
    for number in range(1, times(40, 1000)):
        jump = dice.choice([0, -3600, 3600, -86_400 * 9000, 86_400 * 9000]) * 10**9
        with monkeypatch.context() as patched:
            patched.setattr(forms.time, "time_ns", lambda jump=jump: real() + jump)
            one.record(edit(f"{number:06}", number))
            assert two.load().entries[0].answers == {"text": f"{number:06}"}
        tried()


@pytest.mark.tries("clock-back")
@pytest.mark.parametrize("state", ["plain", "open"])
@pytest.mark.parametrize("what", ["exercise", "everything"])
def test_what_is_written_after_an_erasing_is_on_disk_however_far_the_clock_was_set_back(tmp_path, guide, state, what, tried):
    """A one-off exercise has one id for ever: the note that was erased and the one that is written anew share it."""
    note = {"kind": "edit", "page": "p", "exercise": "my-roadmap", "entry": "my-roadmap-1", "act": "answer", "prompt": "why"}
    for number, jump in enumerate(sorted(set(JUMPS))[: times(7, None)]):
        home, now = tmp_path / str(number), datetime(2026, 11, 23, 10, tzinfo=UTC)
        desk = Desk(guide, in_state(home, state))
        notes = YourNotes(desk, lambda _: None, lambda work: work())
        for seq, (word, at) in enumerate([("as it was", now), ("written anew", now + jump), ("and on", now + jump)], start=1):
            said = desk.save({**note, "seq": seq, "value": word, "made_at": at.isoformat(), "at": at.isoformat()})
            assert (said["kind"], said["entry"]["answers"]) == ("saved", {"why": word})
            if seq == 1:
                erase = {"kind": "erase", "ask": "e", "at": now.isoformat(), "what": what, "of": "my-roadmap", "sure": "yes"}
                notes.answer({**erase, "page": "p", "seq": seq})
                assert desk.store.load().entries == ()
            tried()
        assert [entry.answers for entry in opened(home).load().entries] == [{"why": "and on"}]


# ---- summer time -------------------------------------------------------------------------------------------------------

SOME = [
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",
    "Africa/Cairo",
    "Pacific/Chatham",
    "America/Havana",
    "Africa/Casablanca",
]


def zones():
    try:
        return sorted(available_timezones()) if MANY else [name for name in SOME if ZoneInfo(name)]
    except ZoneInfoNotFoundError:
        return []


def changes(zone, year=2026):
    """The moments of a year at which a zone's clocks are set, to the quarter of an hour."""
    start = datetime(year, 1, 1, tzinfo=UTC)
    days = [start + timedelta(days=day) for day in range(366)]
    for before, after in itertools.pairwise(days):
        if before.astimezone(zone).utcoffset() != after.astimezone(zone).utcoffset():
            quarters = [before + timedelta(minutes=15) * number for number in range(97)]
            yield next(at for at in quarters if at.astimezone(zone).utcoffset() != before.astimezone(zone).utcoffset())


def test_the_changes_of_a_zone_are_found():
    assert [at.isoformat() for at in changes(ZoneInfo("Europe/Berlin"))] == ["2026-03-29T01:00:00+00:00", "2026-10-25T01:00:00+00:00"]


@pytest.mark.tries("summer-time")
def test_around_the_hour_that_comes_twice_or_never_every_note_is_kept_in_its_month_and_the_last_words_stay(tmp_path, tried):
    found, seen = 0, set()
    for name in zones():
        zone = ZoneInfo(name)
        for change in changes(zone):
            times_of = tuple((change + timedelta(minutes=20) * step).astimezone(zone).isoformat() for step in range(-5, 6))
            if times_of in seen:
                continue
            seen.add(times_of)
            found += 1
            home = tmp_path / str(found)
            store = Store(home)
            for number, at in enumerate(times_of, start=1):
                store.record(edit(f"typed on until {at}", number, entry="one", made_at=times_of[0], at=at))
                store.record(edit(f"a note of {at}", number, entry=f"note-{number}", made_at=at, at=at, page="two"))
                tried(2)
            _check(home, times_of)
    assert found >= 2, "no zone changes its clocks"


def _check(home, times_of):
    journal = opened(home).load()
    assert journal.unreadable == ()
    entries = {entry.id: entry for entry in journal.entries}
    one = entries.pop("one")
    assert (one.answers["text"], one.changed_at, one.earlier) == (f"typed on until {times_of[-1]}", times_of[-1], ())
    assert {entry.answers["text"] for entry in entries.values()} == {f"a note of {at}" for at in times_of}
    files = sorted(path.stem for path in (home / "journals" / "mine" / "entries").iterdir())
    assert files == sorted({at[:7] for at in times_of})
    assert [entry.made_at for entry in journal.entries] == sorted(entry.made_at for entry in journal.entries)
