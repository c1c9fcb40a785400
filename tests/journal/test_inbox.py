"""What waits in the inbox of a sealed journal: it goes into the notes as if it had been written at once, few writes for many words."""

import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsoil._errors import Locked
from newsoil.journal import Store, to_json
from newsoil.journal.heard import MOST
from newsoil.journal.sealing import seal
from seals import CHEAP, PHRASE, RECOVERY, again, opened
from test_long_work import Told
from test_memory import MONTHS, done, edit_of, steps
from test_seal_that_breaks import CUTS, crash_at, fail_at


@pytest.fixture
def locked(sealed):
    """The sealed journal of the other tests, locked."""
    sealed.lock()
    return sealed


def inbox(store):
    return sorted((store.folder / "sealed" / "inbox").iterdir())


def notes(store):
    return {entry.id: entry for entry in store.load().entries}


@pytest.fixture
def written_to(monkeypatch):
    """Counts how often a file takes the place of another, by the name of its folder."""
    places, real = [], os.replace
    monkeypatch.setattr(
        os, "replace", lambda source, target, **named: (places.append(Path(target).parent.name), real(source, target, **named))
    )
    return places


def many(page, letters, **fields):
    """Somebody types: one edit for each letter, each with what there is so far."""
    return [page("".join(letters[: number + 1]), **fields) for number in range(len(letters))]


def test_a_minute_of_typing_writes_its_month_a_few_times_and_not_once_a_letter(locked, page, written_to):
    for edit in (*many(page("six"), "a" * MOST, entry="e8"), *many(page("seven"), "b" * MOST, entry="e9")):
        locked.take(edit)
    written_to.clear()
    later = opened(locked)
    assert written_to.count("entries") == 2
    assert (notes(later)["e8"].answers, notes(later)["e9"].answers) == ({"text": "a" * MOST}, {"text": "b" * MOST})
    assert inbox(locked) == []


def test_what_came_in_turns_for_two_notes_comes_to_the_same(locked, page):
    one, two = page("six"), page("seven")
    for letters in ("a", "ab", "abc"):
        locked.take(one(letters, entry="e8"))
        locked.take(two(letters.upper(), entry="e9"))
    later = notes(opened(locked))
    assert [(later[name].answers, later[name].earlier) for name in ("e8", "e9")] == [({"text": "abc"}, ()), ({"text": "ABC"}, ())]


def test_opening_says_how_many_edits_of_how_many_are_in_and_nothing_where_none_waits(locked, page):
    for edit in many(page("six"), "abc", entry="e9"):
        locked.take(edit)
    told, again_told = Told(), Told()
    again(locked).unseal(PHRASE, tell=told)
    assert told.steps == {"key": [(0, 1), (1, 1)], "let-in": [(0, 3), (1, 3), (2, 3), (3, 3)]}
    again(locked).unseal(RECOVERY, "recovery", tell=again_told)
    assert again_told.steps == {}


def test_a_plain_file_that_a_crash_left_is_told_of_too(locked, page):
    plain = Store(locked.folder.parent.parent, "other")
    plain.record(page("six")("left", entry="e9"))
    shutil.copytree(plain.entries, locked.entries)
    told, later = Told(), again(locked)
    later.unseal(PHRASE, tell=told)
    assert list(told.steps) == ["key", "clear"]
    assert notes(later)["e9"].answers == {"text": "left"}


def test_a_backup_is_made_before_the_first_word_of_each_day_that_waits(locked, page):
    one = page("six")
    for day in (27, 28, 28, 29):
        locked.take(one(f"on the {day}th", entry="e9", made_at="2026-11-27T09:00:00+01:00", at=f"2026-11-{day}T10:00:00+01:00"))
    from newsoil.journal.backups import days

    later = opened(locked)
    with later.held() as shelf:
        assert {"2026-11-27", "2026-11-28", "2026-11-29"} <= set(days(shelf))
    assert notes(later)["e9"].answers == {"text": "on the 29th"}


once = st.lists(steps, max_size=24, unique_by=lambda step: (step["page"], step["seq"]))
"""Edits as pages send them: in any order, each number of a page once."""

NOTE = {"page": "p1", "exercise": "journal", "entry": "e1", "made_at": MONTHS[2], "at": "2026-11-23T11:00:00+01:00"}
LATE = [
    NOTE | {"seq": seq, "what": {"act": "answer", "prompt": "text", "place": "answers", "value": str(seq), "was": None}} for seq in (2, 1)
]


@given(once)
@example(LATE)
@settings(max_examples=60)
def test_what_was_typed_while_notes_were_locked_comes_to_the_same_as_what_was_typed_while_they_were_plain(all_steps):
    with tempfile.TemporaryDirectory() as home:
        plain, locked = Store(Path(home), "plain"), Store(Path(home), "sealed")
        seal(locked, PHRASE, RECOVERY, CHEAP)
        locked.lock()
        for step in all_steps:
            done(plain, edit_of(step))
            locked.take(edit_of(step))
        assert to_json(opened(locked).load()) == to_json(plain.load())


# ---- ended halfway, and locked meanwhile ---------------------------------------------------------------------------------


@pytest.fixture
def full(locked, page):
    """A locked journal whose inbox holds more of one note than is written at once, twice over, with words of another in between."""
    one, other = page("six"), page("seven")
    for words, before in (("first", None), ("last", "first")):
        locked.take(one(f"{words} draft", "prompt-0", entry="e9", was=before and f"{before} 0"))
        for number in range(MOST + 3):
            was = before and f"{before} {number}" if number else f"{words} draft"
            locked.take(one(f"{words} {number}", f"prompt-{number}", entry="e9", was=was))
        locked.take(other(words, entry="e8", was=before))
    locked.take(one("done", "", act="status", entry="e9"))
    return locked


def is_all_there(store):
    """Every last word, each once, and nothing of what came before is taken for a former answer."""
    there = notes(opened(store))
    answers = {f"prompt-{number}": f"last {number}" for number in range(MOST + 3)}
    assert (there["e9"].answers, there["e9"].status, there["e9"].earlier) == (answers, "done", ())
    assert (there["e8"].answers, there["e8"].earlier) == ({"text": "last"}, ())
    assert opened(store).load().unreadable == ()
    assert inbox(store) == []


@pytest.fixture
def each_time(full, tmp_path):
    """Puts the journal back as it was, for another try."""
    copy = tmp_path / "copy"
    shutil.copytree(full.folder, copy)

    def fresh():
        shutil.rmtree(full.folder)
        shutil.copytree(copy, full.folder)
        return again(full)

    return fresh


@pytest.mark.tries("killed-at-each-call")
@pytest.mark.parametrize("places", CUTS)
def test_wherever_the_power_is_cut_while_much_goes_in_nothing_is_lost_and_nothing_comes_twice(full, each_time, monkeypatch, places, tried):
    (number, step), cut = places, True
    while cut:
        store = each_time()
        cut = crash_at(monkeypatch, number, lambda store=store: store.unseal(PHRASE))
        tried(cut)
        is_all_there(full)
        number += step * 3
    assert number > 300


@pytest.mark.tries("each-call-fails")
@pytest.mark.parametrize("call", ["write", "fsync", "replace", "unlink"])
def test_whichever_call_fails_while_much_goes_in_the_rest_goes_in_later(full, each_time, fail, call, tried):
    number, failed = 1, True
    while failed:
        store = each_time()
        mend, calls = fail_at(fail, call, number)
        store.unseal(PHRASE)
        assert not store.is_locked, "what waits keeps nobody from their notes"
        mend()
        failed = len(calls) >= number
        tried(failed)
        is_all_there(full)
        number += 1 if number < 20 else 7


def test_whoever_locks_the_journal_while_it_is_opened_finds_it_locked_and_whole(full, each_time):
    told = Told()
    each_time().unseal(PHRASE, tell=told)
    for number in range(1, sum(map(len, told.steps.values())) + 1, 7):
        store, words = each_time(), []

        def lock(store=store, words=words, number=number):
            words.append(None)
            if len(words) == number:
                store.lock()

        key = (full.folder / "sealed" / "key.json").read_bytes()
        with suppress(Locked):
            store.unseal(PHRASE, tell=Told(lock))
        assert store.is_locked, number
        assert all((full.folder / "sealed" / name).read_bytes() == key for name in ("key.json", "key.copy.json")), number
        is_all_there(full)


def test_keys_that_were_found_and_not_used_are_overwritten(locked):
    found = locked.door.find(PHRASE, "passphrase")
    locked.lock()
    with pytest.raises(Locked):
        locked.enter(found)
    assert bytes(found.keys.data) == bytes(32)
    assert locked.is_locked


def test_what_is_typed_while_the_key_is_worked_out_is_kept_as_before(locked, page):
    found = locked.door.find(PHRASE, "passphrase")
    assert locked.take(page("six")("meanwhile", entry="e9")) is None
    locked.enter(found)
    assert notes(locked)["e9"].answers == {"text": "meanwhile"}
