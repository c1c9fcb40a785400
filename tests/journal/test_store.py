"""The store: what was acknowledged is on disk and stays there, whoever else writes, whatever breaks."""

import errno
import json
import os

import msgspec
import pytest

from newsoil._errors import NotSaved
from newsoil.journal import Entry, Store
from newsoil.journal.months import encode
from reading_back import earlier, long_ago, on_disk, only

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
