"""The store: what was acknowledged is on disk and stays there, whoever else writes, whatever breaks."""

import errno
import json
import os
import signal

import msgspec
import pytest

from newsoil._errors import BadAnswer, NotSaved
from newsoil.journal import Entry, Store, files
from newsoil.journal.forms import FRESH
from newsoil.journal.months import encode


def on_disk(store, name="2026-11.json"):
    return {entry["id"]: entry for entry in json.loads((store.entries / name).read_text("utf-8"))["entries"]}


def only(store):
    (entry,) = store.load().entries
    return entry


def long_ago(path):
    """Let a file look as if nobody had written to it for a while."""
    stat = path.stat()
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns - 2 * FRESH))


def earlier(entry):
    return [former.answers for former in entry.earlier]


# ---- one page ----------------------------------------------------------------------------------------------------


def test_what_was_recorded_is_on_disk_and_comes_back(store, home, page):
    entry = store.record(page()("Grüße, 你好 🌱"))
    assert on_disk(store)["e1"]["answers"] == {"text": "Grüße, 你好 🌱"}
    assert Store(home).load().entries == (entry,)


def test_looking_at_a_journal_makes_no_folder(store, home):
    assert store.load().entries == ()
    assert not home.exists()


def test_autosaving_one_page_keeps_no_former_answers(store, page):
    one = page()
    for length in range(1, 9):
        store.record(one("a calm"[:length], was="a calm"[: length - 1] or None))
    assert earlier(only(store)) == []


def test_autosaving_keeps_no_former_answers_while_acknowledgements_are_lost(store, home, page):
    one = page()
    for word in ("a", "ab", "abc"):
        Store(home).record(one(word, was=None))
    assert only(store).answers == {"text": "abc"}
    assert earlier(only(store)) == []


def test_a_done_entry_that_is_opened_again_keeps_its_former_answers_once(store, page):
    one = page()
    store.record(one("a"))
    store.record(one("done", "", act="status"))
    for word in ("ab", "abc", "abcd"):
        store.record(one(word, was="a"))
    assert (only(store).status, only(store).answers, earlier(only(store))) == ("draft", {"text": "abcd"}, [{"text": "a"}])


def test_an_entry_can_be_deleted_and_brought_back(store, page):
    one = page()
    store.record(one("a"))
    assert store.record(one(True, "", act="delete")).deleted_at
    assert store.load().of("journal") == ()
    assert store.record(one(False, "", act="delete")).deleted_at is None
    assert [entry.answers for entry in store.load().of("journal")] == [{"text": "a"}]


def test_not_today_rest_and_skipping_are_kept_and_count_as_no_note(store, page):
    one = page()
    store.record(one("not-today", "", act="status", entry="e1"))
    store.record(one("rest", "", act="status", entry="e1-rest"))
    store.record(one(True, "text", act="skip", entry="e2"))
    assert [(entry.status, entry.skipped, entry.counts) for entry in store.load().entries] == [
        ("not-today", (), False),
        ("rest", (), False),
        ("draft", ("text",), False),
    ]


# ---- two pages ---------------------------------------------------------------------------------------------------


def test_two_pages_on_one_prompt_the_later_wins_and_the_loser_is_kept(store, home, page):
    one, two = page("one"), page("two")
    store.record(one("mine"))
    Store(home).record(two("yours", was=None))
    assert (only(store).answers, earlier(only(store))) == ({"text": "yours"}, [{"text": "mine"}])
    store.record(one("mine too", was="mine"))
    assert (only(store).answers, earlier(only(store))) == ({"text": "mine too"}, [{"text": "mine"}, {"text": "yours"}])


def test_two_pages_on_two_prompts_keep_both(store, home, page):
    store.record(page("one")("a", "text"))
    Store(home).record(page("two")("b", "wish"))
    assert (only(store).answers, earlier(only(store))) == ({"text": "a", "wish": "b"}, [])


def test_a_page_that_has_seen_the_other_page_s_words_replaces_them_without_a_copy(store, page):
    store.record(page("one")("a"))
    store.record(page("two")("ab", was="a"))
    assert earlier(only(store)) == []


def test_a_repeated_message_does_not_make_a_page_the_writer_of_what_another_page_wrote(store, page):
    one, two = page("one"), page("two")
    first = one("mine")
    store.record(first)
    store.record(two("yours"))
    store.record(first)
    store.record(one("mine, longer", was="mine"))
    assert {"text": "yours"} in earlier(only(store))


def test_two_journals_do_not_mix(home, page):
    mine, yours = Store(home), Store(home, "yours")
    mine.record(page("one")("a"))
    yours.record(page("two")("b"))
    assert (only(mine).answers, only(yours).answers) == ({"text": "a"}, {"text": "b"})


# ---- messages that come twice, late, by another way ------------------------------------------------------------------


def test_a_message_that_comes_twice_changes_nothing(store, home, page):
    first = page()("a")
    store.record(first)
    before = (store.entries / "2026-11.json").read_bytes()
    assert store.record(first).answers == Store(home).record(first).answers == {"text": "a"}
    assert (store.entries / "2026-11.json").read_bytes() == before


@pytest.mark.parametrize("same_kernel", [True, False])
def test_an_old_message_after_a_newer_one_changes_nothing(store, home, page, same_kernel):
    one = page()
    old, new = one("older"), one("newer")
    store.record(new)
    (store if same_kernel else Store(home)).record(old)
    assert (only(store).answers, earlier(only(store))) == ({"text": "newer"}, [])


def test_an_old_message_after_another_page_wrote_changes_nothing(store, home, page):
    one, two = page("one"), page("two")
    old, new = one("older"), one("newer")
    store.record(new)
    store.record(two("theirs", was="newer"))
    Store(home).record(old)
    assert only(store).answers == {"text": "theirs"}


def test_another_kernel_saves_what_this_one_could_not(store, home, page, fail):
    one = page()
    store.record(one("a"))
    lost = one("ab", was="a")
    mend = fail("replace", errno.EIO, number=None)
    with pytest.raises(NotSaved):
        store.record(lost)
    mend()
    assert Store(home).record(lost).answers == {"text": "ab"}
    assert earlier(only(store)) == []


def test_an_answer_sent_before_done_that_arrives_after_it_leaves_the_entry_done(store, home, page):
    one = page()
    store.record(one("a"))
    late, done = one("ab", was="a"), one("done", "", act="status")
    store.record(done)
    entry = Store(home).record(late)
    assert (entry.status, entry.answers, entry.earlier) == ("done", {"text": "ab"}, ())


def test_a_delete_that_arrives_after_its_undo_deletes_nothing(store, home, page):
    one = page()
    store.record(one("a"))
    gone, back = one(True, "", act="delete"), one(False, "", act="delete")
    store.record(back)
    assert Store(home).record(gone).deleted_at is None


def test_a_message_about_an_entry_that_a_person_removed_by_hand_is_written(store, home, page):
    first = page()("a")
    store.record(first)
    path = store.entries / "2026-11.json"
    document = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps(document | {"entries": []}))
    store.record(first)
    assert only(Store(home)).answers == {"text": "a"}


# ---- disks that refuse -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("call", ["open", "write", "fsync", "replace", "listdir"])
def test_a_refused_edit_is_written_when_it_is_sent_again(store, page, fail, call):
    one = page()
    store.record(one("a"))
    again = one("ab", was="a")
    mend = fail(call, number=None)
    with pytest.raises(NotSaved):
        store.record(again)
    mend()
    assert only(store).answers == {"text": "a"}
    assert store.record(again).answers == {"text": "ab"}
    assert on_disk(store)["e1"]["answers"] == {"text": "ab"}


@pytest.mark.tries("each-call-fails")
@pytest.mark.parametrize("number", range(1, 10))
@pytest.mark.parametrize("call", ["open", "write", "fsync", "replace", "listdir", "mkdir", "stat"])
def test_whichever_call_fails_an_edit_is_either_on_disk_or_refused_and_then_taken(home, page, fail, call, number):
    one = page()
    Store(home).record(one("a"))
    edit = one("ab", was="a")
    mend = fail(call, errno.EIO, number=number)
    try:
        Store(home).record(edit)
    except NotSaved:
        mend()
        assert only(Store(home)).answers in ({"text": "a"}, {"text": "ab"})
        Store(home).record(edit)
    mend()
    assert only(Store(home)).answers == {"text": "ab"}
    assert earlier(only(Store(home))) in ([], [{"text": "a"}]), "a month that could not be read went on beside it"


def test_an_edit_whose_folder_was_never_settled_is_settled_before_it_is_acknowledged(store, home, page, fail, monkeypatch):
    edit = page()("a")
    store.record(page("two")("b", entry="e2"))
    mend = fail("fsync", errno.EIO, number=2)
    with pytest.raises(NotSaved):
        store.record(edit)
    mend()
    settled, real = [], os.fsync
    monkeypatch.setattr(os, "fsync", lambda handle: settled.append(os.fstat(handle).st_ino) or real(handle))
    Store(home).record(edit)
    assert settled == [(store.entries / "2026-11.json").stat().st_ino, store.entries.stat().st_ino]


def test_a_folder_that_nobody_may_write_in_refuses_and_loses_nothing(store, page, fail):
    store.record(page()("a"))
    before = (store.entries / "2026-11.json").read_bytes()
    fail("open", errno.EROFS, number=None, when=lambda path, flags, *_: flags & (os.O_WRONLY | os.O_RDWR))
    with pytest.raises(NotSaved, match="Read-only file system"):
        store.record(page("two")("b"))
    assert only(store).answers == {"text": "a"}
    assert (store.entries / "2026-11.json").read_bytes() == before


def test_a_month_is_not_continued_beside_a_file_for_a_passing_trouble(store, page, fail):
    one = page()
    store.record(one("a"))
    mend = fail("open", errno.EMFILE, number=None, when=lambda path, *_: str(path).endswith("2026-11.json"))
    with pytest.raises(NotSaved):
        store.record(one("ab", was="a"))
    mend()
    assert [path.name for path in store.entries.iterdir()] == ["2026-11.json"]


def test_a_hanging_page_makes_a_refusal_and_nothing_is_lost(store, page, monkeypatch):
    one = page()
    store.record(one("a"))
    edit = one("ab", was="a")
    monkeypatch.setattr(files, "LOCK_SECONDS", 0)
    with files.locked(store.folder), pytest.raises(NotSaved, match="Another page"):
        store.record(edit)
    assert store.record(edit).answers == {"text": "ab"}


def test_what_a_crash_left_half_written_is_cleared_by_the_next_edit(store, home, page):
    one = page()
    store.record(one("a"))
    (store.entries / ".2026-11.json.0a1b2c3d.draft").write_bytes(b'{"entries": ["half')
    Store(home).record(one("ab", was="a"))
    assert [path.name for path in store.entries.iterdir()] == ["2026-11.json"]


def dies_at(number, act):
    """Do `act` in a child that is killed at its `number`th call to the disk. Returns whether it was killed."""
    child = os.fork()
    if not child:
        count = 0

        def counted(real):
            def call(*args, **named):
                nonlocal count
                count += 1
                if count == number:
                    os.kill(os.getpid(), signal.SIGKILL)
                return real(*args, **named)

            return call

        for name in ("open", "write", "fsync", "close", "replace", "unlink", "listdir", "stat"):
            setattr(os, name, counted(getattr(os, name)))
        act()
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL


@pytest.mark.tries("killed-at-each-call")
@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system knows no fork")
def test_a_kernel_that_is_killed_anywhere_keeps_the_old_entry_or_the_new_and_frees_the_lock(home, page, monkeypatch, tried):
    monkeypatch.setattr(files, "LOCK_SECONDS", 0)
    one, number, was = page(), 0, "0"
    Store(home).record(one(was))
    killed = True
    while killed:
        number += 1
        edit = one(str(number), was=was)
        killed = dies_at(number, lambda edit=edit: Store(home).record(edit))
        tried(killed)
        journal = Store(home).load()
        assert journal.unreadable == ()
        assert journal.entries[0].answers["text"] in (was, str(number))
        after = Store(home).record(edit)
        assert (after.answers, after.earlier) == ({"text": str(number)}, ())
        was = str(number)
    assert number > 10
    assert [path.name for path in Store(home).entries.iterdir()] == ["2026-11.json"]


# ---- files that cannot be used ---------------------------------------------------------------------------------------


SPOILT = {
    "damaged": b'{"format": "newsoil-entries", "schema_version": 1, "entr',
    "newer": b'{"format": "newsoil-entries", "schema_version": 2, "pages": []}',
    "empty": b"",
    "very deep": b"[" * 200_000,
}


@pytest.mark.parametrize("spoilt", SPOILT.values(), ids=SPOILT.keys())
def test_a_file_that_cannot_be_used_stays_byte_for_byte_and_the_month_goes_on_beside_it(store, page, spoilt):
    one = page()
    store.record(one("a"))
    for number, name in ((2, "2026-11.json"), (3, "2026-11.2.json")):
        (store.entries / name).write_bytes(spoilt)
        store.record(one(f"b{number}", entry=f"e{number}"))
        assert list(on_disk(store, f"2026-11.{number}.json")) == [f"e{number}"]
        assert (store.entries / name).read_bytes() == spoilt
    store.record(one("c", entry="e4"))
    assert [entry.id for entry in store.load().entries] == ["e3", "e4"]
    assert [sentence.partition(" ")[0] for sentence in store.load().unreadable] == [
        str(store.entries / name) for name in ("2026-11.json", "2026-11.2.json")
    ]
    assert {path.name for path in store.entries.iterdir()} == {"2026-11.json", "2026-11.2.json", "2026-11.3.json"}


def test_a_folder_in_place_of_a_file_stays_and_the_month_goes_on_beside_it(store, page):
    (store.entries / "2026-11.json").mkdir(parents=True)
    store.record(page()("a"))
    assert list(on_disk(store, "2026-11.2.json")) == ["e1"]
    assert len(store.load().unreadable) == 1


def test_a_file_that_nobody_may_read_comes_back_when_it_may_be_read_again(store, page, fail):
    one = page()
    store.record(one("a"))
    long_ago(store.entries / "2026-11.json")
    mend = fail("open", errno.EACCES, number=None, when=lambda path, *_: str(path).endswith("2026-11.json"))
    kept = Store(store.folder.parent.parent)
    assert kept.load().entries == ()
    assert "(Permission denied)" in kept.load().unreadable[0]
    store.record(one("b", entry="e2"))
    mend()
    assert [entry.answers for entry in kept.load().entries] == [{"text": "a"}, {"text": "b"}]
    assert kept.load().unreadable == ()


def test_a_folder_that_cannot_be_looked_into_is_named_and_not_taken_for_an_empty_journal(store, page, fail):
    store.record(page()("a"))
    fail("listdir", errno.EACCES, number=None)
    assert store.load().entries == ()
    assert store.load().unreadable == (f"{store.entries} could not be read (Permission denied). Check who may read it.",)


def test_an_edit_to_an_entry_of_a_damaged_month_is_kept_and_joined_when_the_file_is_repaired(store, page):
    one = page()
    store.record(one("a", "text"))
    store.record(one(["calm"], "tags", place="tags"))
    store.record(one("f1", "fear", place="links"))
    whole = (store.entries / "2026-11.json").read_bytes()
    (store.entries / "2026-11.json").write_bytes(whole[:-20])
    store.record(one("ab", "text", was="a"))
    store.record(one("w", "wish"))
    assert only(store).answers == {"text": "ab", "wish": "w"}
    (store.entries / "2026-11.json").write_bytes(whole)
    entry = only(store)
    assert (entry.answers, entry.links, entry.tags) == ({"text": "ab", "wish": "w"}, {"fear": "f1"}, ("calm",))
    assert earlier(entry) == [{"text": "a", "fear": "f1", "tags": ["calm"]}]


def test_an_answer_that_is_cleared_after_a_repair_does_not_come_back(store, page):
    one = page()
    store.record(one("a", "text"))
    whole = (store.entries / "2026-11.json").read_bytes()
    (store.entries / "2026-11.json").write_bytes(b"")
    store.record(one("w", "wish"))
    (store.entries / "2026-11.json").write_bytes(whole)
    assert only(store).answers == {"text": "a", "wish": "w"}
    store.record(one(None, "text", was="a"))
    assert (only(store).answers, earlier(only(store))) == ({"wish": "w"}, [{"text": "a"}])
    assert (store.entries / "2026-11.json").read_bytes() == whole


def test_of_two_copies_the_one_that_was_changed_later_is_the_newer_in_whatever_zone(store, page):
    one = page()
    store.record(one("newer", at="2026-11-23T10:00:00-05:00"))
    path = store.entries / "2026-11.json"
    whole = path.read_bytes()
    path.write_bytes(b"")
    store.record(one("older", at="2026-11-23T12:00:00+01:00"))
    path.write_bytes(whole)
    assert (only(store).answers, earlier(only(store))) == ({"text": "newer"}, [{"text": "older"}])


def test_the_entries_of_a_month_that_went_on_beside_a_repaired_file_come_in_order(store, page):
    one = page()
    for day in ("10", "20"):
        store.record(one("a", entry=f"e{day}", made_at=f"2026-11-{day}T10:00:00+01:00"))
    whole = (store.entries / "2026-11.json").read_bytes()
    (store.entries / "2026-11.json").write_bytes(b"")
    for day in ("05", "15", "25"):
        store.record(one("a", entry=f"e{day}", made_at=f"2026-11-{day}T10:00:00+01:00"))
    (store.entries / "2026-11.json").write_bytes(whole)
    assert [entry.id for entry in store.load().entries] == ["e05", "e10", "e15", "e20", "e25"]


def test_an_entry_that_stands_twice_in_a_file_keeps_both_copies_words(store, page):
    one = page()
    store.record(one("a", "text"))
    path = store.entries / "2026-11.json"
    document = json.loads(path.read_text("utf-8"))
    copy = document["entries"][0] | {"answers": {"text": "b"}, "changed_at": "2026-11-23T10:59:00+01:00"}
    path.write_text(json.dumps(document | {"entries": [*document["entries"], copy]}))
    store.record(one("w", "wish"))
    assert (only(store).answers, earlier(only(store))) == ({"text": "b", "wish": "w"}, [{"text": "a"}])


# ---- time --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("made_at", "name"),
    [
        ("2026-11-30T23:59:59.999+13:45", "2026-11.json"),
        ("2026-12-01T00:00:00+13:45", "2026-12.json"),
        ("2026-12-31T23:59:59-11:00", "2026-12.json"),
        ("2027-01-01T00:00:00.000Z", "2027-01.json"),
        ("2028-02-29T12:00:00+00:00", "2028-02.json"),
    ],
)
def test_an_entry_lies_in_the_month_of_the_person_s_own_clock(store, page, made_at, name):
    store.record(page()("a", made_at=made_at, at=made_at))
    assert [path.name for path in store.entries.iterdir()] == [name]


def test_an_entry_that_is_changed_months_later_stays_in_its_month(store, page):
    one = page()
    store.record(one("a"))
    store.record(one("ab", at="2027-04-02T08:00:00+02:00"))
    assert [path.name for path in store.entries.iterdir()] == ["2026-11.json"]
    assert only(store).changed_at == "2027-04-02T08:00:00+02:00"


def test_one_entry_begun_by_two_pages_on_both_sides_of_a_month_keeps_both_their_words(store, page):
    one, two = page("one"), page("two")
    store.record(one("a", made_at="2026-11-30T23:59:00+01:00"))
    store.record(two("b", made_at="2026-12-01T00:01:00+01:00", at="2026-12-01T00:01:00+01:00"))
    entry = only(store)
    assert (entry.month, entry.answers, earlier(entry)) == ("2026-12", {"text": "b"}, [{"text": "a"}])


def test_entries_come_oldest_first_by_the_person_s_own_clock(store, page):
    one = page()
    for name, made_at in (
        ("late", "2026-12-01T00:00:00+13:45"),
        ("early", "2026-11-30T23:00:00-11:00"),
        ("same", "2026-11-30T23:00:00-11:00"),
    ):
        store.record(one(name, entry=name, made_at=made_at))
    assert [entry.id for entry in store.load().entries] == ["early", "same", "late"]


@pytest.mark.parametrize("field", ["made_at", "at"])
@pytest.mark.parametrize(
    "time",
    [
        "",
        "2026-11-23",
        "2026-11-31T10:00:00+01:00",
        "2026-11-23T25:00:00+01:00",
        "2026-11-23T10:00:00",
        "2026-11-23T10:00:00+99:00",
        "٢٠٢٦-11-23T10:00:00+01:00",
        "../../2026-11-23T10:00:00+01:00",
        "2026-11-23T10:00:00+01:00\n",
        "2026-11-23T10:00:00." + "1" * 5000 + "+01:00",
    ],
)
def test_an_edit_at_no_time_is_refused(store, home, page, field, time):
    with pytest.raises(BadAnswer):
        store.record(page()("a", **{field: time}))
    assert not home.exists()


@pytest.mark.parametrize("field", ["page", "entry"])
@pytest.mark.parametrize("name", ["", "a" * 101, "a b", "../x", "half \ud800", "line\n"])
def test_an_edit_with_an_odd_id_is_refused(store, home, page, field, name):
    with pytest.raises(BadAnswer):
        store.record(page()("a", **{field: name}))
    assert not home.exists()


def test_an_edit_to_an_entry_of_another_exercise_is_refused(store, page):
    store.record(page()("a"))
    with pytest.raises(BadAnswer, match="another exercise"):
        store.record(page("two")("b", exercise="trigger"))
    assert only(store).answers == {"text": "a"}


# ---- many and much ---------------------------------------------------------------------------------------------------


def test_a_very_long_answer_is_kept_to_the_last_letter(store, page):
    words = "Ich weiß nicht. 🌱\n" * 11_000
    store.record(page()(words))
    assert only(store).answers["text"] == words


def many(count):
    entry = Entry(id="", exercise="journal", exercise_version=1, made_at="", changed_at="", answers={"text": "words"})
    times = [f"2026-11-{1 + number % 28:02}T10:00:00+01:00" for number in range(count)]
    return tuple(msgspec.structs.replace(entry, id=f"n{number:05}", made_at=time, changed_at=time) for number, time in enumerate(times))


def test_a_month_of_five_thousand_entries_takes_one_more(store, page):
    store.entries.mkdir(parents=True)
    (store.entries / "2026-11.json").write_bytes(encode(many(5000), {}))
    store.record(page()("a"))
    assert len(store.load().entries) == 5001
    assert len(on_disk(store)) == 5001


def test_recording_opens_and_lists_as_much_in_the_tenth_year_as_on_the_first_day(store, page, monkeypatch):
    one, opened, real = page(), [], os.open
    store.record(one("a"))
    monkeypatch.setattr(os, "open", lambda path, *args, **named: opened.append(str(path)) or real(path, *args, **named))
    store.record(one("ab", was="a"))
    first = len(opened)
    for year in range(2016, 2026):
        for month in range(1, 13):
            (store.entries / f"{year}-{month:02}.json").write_bytes(encode((), {}))
    opened.clear()
    store.record(one("abc", was="ab"))
    assert len(opened) == first
    assert not any("2025" in path for path in opened)


def test_a_journal_that_did_not_change_is_the_same_journal_again(store, page):
    store.record(page()("a"))
    long_ago(store.entries / "2026-11.json")
    assert store.load() is store.load()


def test_a_file_that_may_change_again_without_showing_it_is_read_anew(store, page):
    store.record(page()("a"))
    store.load()
    path = store.entries / "2026-11.json"
    stat = path.stat()
    changed = path.read_bytes().replace(b'"a"', b'"b"')
    with path.open("r+b") as file:
        file.write(changed)
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert only(store).answers == {"text": "b"}


def test_loading_reads_only_what_changed(store, home, page, monkeypatch):
    one = page()
    for month in ("2026-08", "2026-09", "2026-10"):
        store.record(one("a", entry=month, made_at=f"{month}-01T10:00:00+01:00"))
        long_ago(store.entries / f"{month}.json")
    store.load()
    opened, real = [], os.open
    monkeypatch.setattr(os, "open", lambda path, *args, **named: opened.append(os.path.basename(path)) or real(path, *args, **named))  # noqa: PTH119
    Store(home).record(one("b", "wish", entry="2026-09", made_at="2026-09-01T10:00:00+01:00"))
    opened.clear()
    assert len(store.load().entries) == 3
    assert opened == ["2026-09.json"]
