"""Notes that are taken out come back as they were; notes that come from elsewhere are looked at first, and nothing is lost or doubled."""

import errno
import json
import tempfile
from datetime import datetime
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsoil._errors import Locked, NotSaved, NotTaken, NotUnsealed
from newsoil.journal import Entry, Former, Journal, Store, to_json
from newsoil.journal.document import LARGEST_NOTE, Preview, preview, read_document
from newsoil.journal.erasing import erase_everything
from newsoil.journal.recovery import new_recovery_key
from newsoil.journal.restore import is_sealed_backup, merge, open_backup, write_backup
from newsoil.journal.sealing import seal
from newsoil.journal.slow import Cost

PHRASE = "four words of soil"
RECOVERY = new_recovery_key()
CHEAP = Cost(memory=32, passes=1, lanes=1)
DAY = "2026-11-25"

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
scalars = words | st.integers(-(2**63), 2**63 - 1) | st.floats(allow_nan=False, allow_infinity=False) | st.booleans()
values = scalars | st.lists(words, max_size=3) | st.lists(st.fixed_dictionaries({"id": words, "a": words}), max_size=2)
ids = st.text("abcdefgh0123456789.:~-", min_size=1, max_size=12)
times = st.datetimes(datetime(1000, 1, 2)).map(lambda at: f"{at.isoformat()}+13:45")  # noqa: DTZ001 - the zone is added
answers = st.dictionaries(words, values, max_size=4)
entries = st.builds(
    Entry,
    id=ids,
    exercise=ids,
    exercise_version=st.integers(1, 9),
    made_at=times,
    changed_at=times,
    for_date=st.none() | st.sampled_from(["2026", "2026-11", "2026-11-23"]),
    situation=st.none() | words,
    status=st.sampled_from(["draft", "done", "not-today", "rest"]),
    answers=answers,
    links=st.dictionaries(words, words, max_size=2),
    tags=st.lists(words, max_size=3).map(tuple),
    skipped=st.lists(words, max_size=3).map(tuple),
    earlier=st.lists(st.builds(Former, at=times, answers=answers), max_size=2).map(tuple),
    deleted_at=st.none() | times,
)
journals = st.lists(entries, max_size=5, unique_by=lambda entry: entry.id)


def exported(listed):
    return to_json(Journal(entries=tuple(sorted(listed, key=lambda entry: (entry.made_at, entry.id)))))


def all_words(entry):
    return [*entry.values.values(), *(value for former in entry.earlier for value in former.answers.values())]


# ---- out and in again ------------------------------------------------------------------------------------------------


@settings(max_examples=60)
@given(journals, st.booleans())
def test_export_erase_import_gives_the_same_records_byte_for_byte(listed, is_sealed):
    with tempfile.TemporaryDirectory() as home:
        store = Store(Path(home))
        if is_sealed:
            seal(store, PHRASE, RECOVERY, CHEAP)
        document = read_document(exported(listed))
        assert document.refused == ()
        assert merge(store, document, DAY) == Preview(new=len(listed))
        first = to_json(store.load())
        assert first == exported(listed)
        erase_everything(store)
        assert store.load().entries == ()
        merge(store, read_document(first), DAY)
        assert to_json(store.load()) == to_json(Store(Path(home)).load()) == first


@settings(max_examples=60)
@given(journals, journals)
def test_what_two_journals_hold_is_there_after_merging_and_merging_again_changes_nothing(here, there):
    with tempfile.TemporaryDirectory() as home:
        store = Store(Path(home))
        merge(store, read_document(exported(here)), DAY)
        document = read_document(exported(there))
        looked = preview(store.load(), document)
        assert merge(store, document, DAY) == looked
        after = {entry.id: entry for entry in store.load().entries}
        refused = {entry.id for entry in there for other in here if other.id == entry.id and other.exercise != entry.exercise}
        assert len(after) == len({entry.id for entry in (*here, *there)})
        for entry in (*here, *(entry for entry in there if entry.id not in refused)):
            kept = all_words(after[entry.id])
            assert all(word in kept for word in all_words(entry))
        once = to_json(store.load())
        again = merge(store, document, DAY)
        assert (again.new, again.changed) == (0, 0)
        assert to_json(store.load()) == once


def test_the_bytes_of_an_export_do_not_depend_on_the_order_of_typing(home, page):
    for name, order in (("one", ("a", "b")), ("two", ("b", "a"))):
        for prompt in order:
            at = "2026-11-23T11:00:00+01:00"
            Store(home, name).record(page(name)(prompt, prompt, at=at))
    assert to_json(Store(home, "one").load()) == to_json(Store(home, "two").load())


# ---- looked at first ---------------------------------------------------------------------------------------------------


@pytest.fixture
def written(store, page):
    one = page("one")
    store.record(one("a"))
    store.record(one("b", entry="e2"))
    store.record(one("c", entry="e3", made_at="2026-12-01T10:00:00+01:00"))
    return store


def raw_of(*notes):
    return json.dumps({"format": "newsoil-entries", "schema_version": 1, "entries": list(notes)}).encode()


def note(**changes):
    at = "2026-11-23T10:00:00+01:00"
    return {"id": "e1", "exercise": "journal", "exercise_version": 1, "made_at": at, "changed_at": at, **changes}


def test_a_preview_counts_new_changed_same_and_refused_and_changes_nothing(written):
    same = msgspec.to_builtins(written.load().entries[0])
    raw = raw_of(
        same,
        note(id="e2", changed_at="2027-01-01T10:00:00+01:00", answers={"text": "newer"}),
        note(id="e9", exercise="nobody-knows-this-one", answers={"text": "kept"}),
        note(id="e3", exercise="another"),
        note(id="../e4"),
    )
    before = to_json(written.load())
    document = read_document(raw)
    looked = preview(written.load(), document)
    assert (looked.new, looked.changed, looked.same, len(looked.refused)) == (1, 1, 1, 2)
    assert to_json(written.load()) == before
    assert merge(written, document, DAY) == looked
    after = {entry.id: entry for entry in written.load().entries}
    assert (after["e2"].answers, [former.answers for former in after["e2"].earlier]) == ({"text": "newer"}, [{"text": "b"}])
    assert after["e9"].exercise == "nobody-knows-this-one"
    assert after["e3"].answers == {"text": "c"}


def test_an_older_copy_takes_nothing_back_and_what_it_says_is_kept(written):
    merge(written, read_document(raw_of(note(changed_at="2026-01-01T10:00:00+01:00", answers={"text": "old", "wish": "w"}))), DAY)
    entry = written.load().entries[0]
    assert (entry.answers, [former.answers for former in entry.earlier]) == ({"text": "a", "wish": "w"}, [{"text": "old", "wish": "w"}])


def test_a_copy_made_at_another_time_joins_the_entry_where_it_is(written):
    at = "2027-03-01T10:00:00+01:00"
    merge(written, read_document(raw_of(note(made_at=at, changed_at=at, answers={"text": "newer"}))), DAY)
    (entry,) = [entry for entry in written.load().entries if entry.id == "e1"]
    assert entry.made_at == "2026-11-23T10:00:00+01:00"
    assert sorted(path.name for path in written.entries.iterdir()) == ["2026-11.json", "2026-12.json"]


def test_what_comes_in_is_an_entry_like_any_other(store, page):
    merge(store, read_document(raw_of(note(answers={"text": "a"}))), DAY)
    assert store.record(page()("ab", was="a")).answers == {"text": "ab"}


def test_before_something_is_brought_in_there_is_a_backup_of_the_day(written):
    before = to_json(written.load())
    merge(written, read_document(raw_of(note(id="e9"))), DAY)
    from newsoil.journal.backups import read_backup

    with written.held() as shelf:
        assert to_json(read_backup(shelf, DAY)) == before


def test_a_month_that_is_damaged_takes_new_notes_beside_it(written):
    path = written.entries / "2026-11.json"
    path.write_bytes(b"{")
    merge(written, read_document(raw_of(note(answers={"text": "from elsewhere"}))), DAY)
    assert path.read_bytes() == b"{"
    assert [entry.answers["text"] for entry in written.load().entries] == ["from elsewhere", "c"]


def test_a_disk_that_refuses_is_told_and_the_next_try_brings_all_in_once(written, fail):
    document = read_document(raw_of(note(id="e8"), note(id="e9", made_at="2027-03-01T10:00:00+01:00")))
    mend = fail("replace", errno.ENOSPC, when=lambda path, *_: "2027-03" in str(path))
    with pytest.raises(NotSaved):
        merge(written, document, DAY)
    mend()
    merge(written, document, DAY)
    assert [entry.id for entry in written.load().entries].count("e8") == 1
    assert {"e8", "e9"} <= {entry.id for entry in written.load().entries}


# ---- odd documents -----------------------------------------------------------------------------------------------------

CANARY = "kanarienvogel"

ODD = {
    "no id": note(id=""),
    "a path": note(id="../../../etc/passwd"),
    "an absolute path for a month": note(made_at="/tmp/x-2026-11T10:00:00+01:00"),  # noqa: S108
    "a month that climbs": note(made_at="../../11-23T10:00:00+01:00"),
    "an exercise that climbs": note(exercise="../up"),
    "a long id": note(id="a" * 101),
    "no time": note(changed_at=CANARY),
    "a day that is none": note(made_at="2026-11-31T10:00:00+01:00"),
    "deleted at no time": note(deleted_at=CANARY),
    "about no day": note(for_date=CANARY),
    "about a month that is none": note(for_date="2026-13"),
    "a former answer at no time": note(earlier=[{"at": CANARY, "answers": {}}]),
    "an unknown field": note(secret=CANARY),
    "an unknown status": note(status=CANARY),
    "answers that are a list": note(answers=[CANARY]),
    "a link that is a number": note(links={CANARY: 3}),
    "a number": 3,
    "nothing": None,
    "nested deep": note(answers={CANARY: [[[[[[[[[CANARY]]]]]]]]]}),
    "too much": note(answers={"text": "x" * LARGEST_NOTE}),
}


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD.keys())
def test_an_odd_note_is_refused_in_one_sentence_without_its_words_and_the_others_are_taken(store, home, odd):
    document = read_document(raw_of(odd, note(id="e9")))
    assert [entry.id for entry in document.entries] == ["e9"]
    (sentence,) = document.refused
    assert sentence.startswith("Note 1 of the file cannot be taken: ")
    assert CANARY not in sentence
    merge(store, document, DAY)
    assert [path.name for path in home.rglob("*.json")] == ["2026-11.json"]
    assert [entry.id for entry in Store(home).load().entries] == ["e9"]


def test_a_number_that_could_not_be_written_again_is_refused_and_a_long_one_is_kept():
    document = read_document(raw_of(note(answers={"n": 10**400}), note(id="e9", answers={"n": 0.5})).replace(b"0.5", b"1e999"))
    assert [entry.answers for entry in document.entries] == [{"n": 10**400}]
    assert len(document.refused) == 1


@pytest.mark.parametrize(
    "odd",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\xfe",
        b"[" * 200_000,
        b'{"format": "newsoil-entries", "schema_version": 1, "entries": {}}',
        b'{"format": "newsoil-entries", "schema_version": 1}',
        b'{"format": "newsoil-entries", "schema_version": 1, "entries": [], "more": 1}',
        b'{"format": "others", "schema_version": 1, "entries": []}',
        raw_of(note())[:-1],
        raw_of(note(answers={"text": "half a letter \ud800"})),
    ],
)
def test_what_is_no_export_is_refused_whole(odd):
    with pytest.raises(NotTaken, match="no export of New Soil"):
        read_document(odd)


def test_an_export_of_a_newer_new_soil_is_refused_as_such():
    with pytest.raises(NotTaken, match="newer New Soil"):
        read_document(b'{"format": "newsoil-entries", "schema_version": 2, "pages": []}')


def test_a_document_larger_than_any_journal_is_refused(monkeypatch):
    from newsoil.journal import document

    monkeypatch.setattr(document, "LARGEST", 10)
    with pytest.raises(NotTaken, match="larger"):
        read_document(raw_of(note()))


# ---- a backup in one file ----------------------------------------------------------------------------------------------


def test_a_backup_of_a_plain_journal_is_its_export(written, tmp_path):
    write_backup(written, tmp_path / "copy.json")
    raw = (tmp_path / "copy.json").read_bytes()
    assert raw == to_json(written.load())
    assert not is_sealed_backup(raw)


def test_a_backup_of_a_sealed_journal_says_nothing_and_opens_with_either_key(written, tmp_path):
    seal(written, PHRASE, RECOVERY, CHEAP)
    write_backup(written, tmp_path / "copy")
    raw = (tmp_path / "copy").read_bytes()
    assert is_sealed_backup(raw)
    for word in (b"2026", b"answers", b"e2"):
        assert word not in raw or word == b"e2"
    assert open_backup(raw, PHRASE) == open_backup(raw, RECOVERY, "recovery") == to_json(written.load())
    with pytest.raises(NotUnsealed):
        open_backup(raw, "not this one")
    for odd in (raw[:-1], raw[:40], b"newsoil-backup 2\n" + raw[17:], raw[:-1] + bytes([raw[-1] ^ 1])):
        with pytest.raises(NotTaken):
            open_backup(odd, PHRASE)


def test_a_locked_journal_is_not_backed_up_to_a_file(written, tmp_path):
    seal(written, PHRASE, RECOVERY, CHEAP)
    written.lock()
    with pytest.raises(Locked):
        write_backup(written, tmp_path / "copy")
    assert not (tmp_path / "copy").exists()


def test_a_backup_takes_the_place_of_a_backup_and_of_nothing_else(written, tmp_path):
    for _ in range(2):
        write_backup(written, tmp_path / "copy.json")
    (tmp_path / "letter.txt").write_text("dear friend")
    with pytest.raises(NotSaved, match="no backup of New Soil"):
        write_backup(written, tmp_path / "letter.txt")
    assert (tmp_path / "letter.txt").read_text() == "dear friend"


def test_a_backup_brings_back_what_was_erased_by_accident(written, tmp_path):
    write_backup(written, tmp_path / "copy.json")
    before = to_json(written.load())
    erase_everything(written)
    merge(written, read_document((tmp_path / "copy.json").read_bytes()), DAY)
    assert to_json(written.load()) == before
