"""Backups roll by themselves, cost as much as was written, and hold what was there before the first word of a day."""

import errno
import re
from datetime import date, timedelta

import pytest

from newsoil._errors import NotSealed
from newsoil.journal import Store, to_json
from newsoil.journal.backups import back_up, days, read_backup, surplus
from newsoil.journal.months import encode
from newsoil.journal.recovery import new_recovery_key
from newsoil.journal.sealing import remove_seal, seal
from newsoil.journal.slow import Cost

PHRASE = "four words of soil"
CHEAP = Cost(memory=32, passes=1, lanes=1)


def at(day, hour=10):
    return f"{day}T{hour:02}:00:00+01:00"


def kept(store):
    with store.held() as shelf:
        return days(shelf)


def backup(store, day):
    with store.held() as shelf:
        return read_backup(shelf, day)


def again(store):
    return Store(store.folder.parent.parent, store.folder.name)


@pytest.fixture(params=["plain", "sealed"])
def either(store, request):
    """A journal that is plain, and one that is sealed."""
    if request.param == "sealed":
        seal(store, PHRASE, new_recovery_key(), CHEAP)
    return store


def test_the_first_day_has_nothing_to_back_up(either, page):
    one = page()
    either.record(one("a"))
    either.record(one("ab", was="a"))
    assert kept(either) == []


def test_before_the_first_word_of_a_day_the_journal_is_kept_as_it_was_and_once(either, page):
    one = page()
    either.record(one("monday"))
    before = to_json(either.load())
    for word in ("tuesday", "tuesday evening"):
        either.record(one(word, at=at("2026-11-24")))
    assert kept(either) == ["2026-11-24"]
    assert to_json(backup(either, "2026-11-24")) == before


def test_another_kernel_makes_no_second_backup_of_a_day(store, page):
    one = page()
    store.record(one("monday"))
    before = to_json(store.load())
    again(store).record(one("tuesday", at=at("2026-11-24")))
    again(store).record(one("tuesday evening", at=at("2026-11-24")))
    assert to_json(backup(store, "2026-11-24")) == before


def test_a_backup_is_no_link_to_the_journal_and_an_unchanged_month_is_kept_once(store, page):
    one = page()
    store.record(one("a", entry="old", made_at="2026-10-01T10:00:00+02:00"))
    store.record(one("a"))
    for day in (24, 25):
        again(store).record(one(f"{day}", at=at(f"2026-11-{day}")))
    old, new = (store.folder / "backups" / f"2026-11-{day}" for day in (24, 25))
    assert (old / "2026-10.json").samefile(new / "2026-10.json")
    assert not (new / "2026-10.json").samefile(store.entries / "2026-10.json")
    assert not (old / "2026-11.json").samefile(new / "2026-11.json")


def test_a_journal_file_that_somebody_spoils_in_place_does_not_spoil_its_backup(store, page):
    one = page()
    store.record(one("a"))
    again(store).record(one("ab", at=at("2026-11-24")))
    with (store.entries / "2026-11.json").open("r+b") as file:
        file.truncate(10)
    assert [entry.answers for entry in backup(store, "2026-11-24").entries] == [{"text": "a"}]


def test_where_the_disk_has_no_links_months_are_copied(store, page, fail):
    one = page()
    store.record(one("a"))
    store.record(one("a", entry="old", made_at="2026-10-01T10:00:00+02:00"))
    again(store).record(one("b", at=at("2026-11-24")))
    fail("link", errno.EPERM, number=None)
    again(store).record(one("c", at=at("2026-11-25")))
    assert len(backup(store, "2026-11-25").entries) == 2


@pytest.mark.parametrize("call", ["mkdir", "link", "rename", "utime", "fsync", "open"])
def test_a_word_is_saved_though_no_backup_can_be_made(store, page, fail, call):
    one = page()
    store.record(one("a"))
    mend = fail(call, errno.ENOSPC, number=None, when=lambda path, *_: "backups" in str(path))
    other = again(store)
    assert other.record(one("b", at=at("2026-11-24"))).answers == {"text": "b"}
    mend()
    assert again(store).record(one("c", at=at("2026-11-24"))).answers == {"text": "c"}
    assert kept(store) == ["2026-11-24"]


def test_a_backup_that_was_not_finished_is_none_and_is_made_anew(store, page, fail):
    one = page()
    store.record(one("a"))
    mend = fail("rename", errno.EIO)
    again(store).record(one("b", at=at("2026-11-24")))
    assert kept(store) == []
    mend()
    again(store).record(one("c", at=at("2026-11-24")))
    assert kept(store) == ["2026-11-24"]
    assert [path.name for path in (store.folder / "backups").iterdir()] == ["2026-11-24"]


def test_of_ten_years_with_a_word_a_day_seven_days_four_weeks_and_twelve_months_stay():
    listed, day = [], date(2026, 11, 25)
    for number in range(3650):
        listed = sorted([*listed, str(day + timedelta(days=number))])
        listed = [one for one in listed if one not in surplus(listed)]
        assert len(listed) <= 7 + 4 + 12
    ages = [(date.fromisoformat(listed[-1]) - date.fromisoformat(one)).days for one in reversed(listed)]
    assert ages[:7] == list(range(7))
    assert ages[7] <= 14
    assert 300 <= ages[-1] <= 366


def test_a_clock_that_went_ahead_for_many_days_does_not_crowd_out_the_backups_of_true_days(store, page):
    one = page()
    for number in range(30):
        again(store).record(one(f"{number}", at=at(f"2099-01-{number + 1:02}")))
    for day in range(24, 30):
        again(store).record(one(f"{day}", at=at(f"2026-11-{day}")))
    assert [day for day in kept(store) if day < "2099"] == [f"2026-11-{day}" for day in range(24, 30)]
    assert len(kept(store)) <= 2 * (7 + 4 + 12)


def test_a_year_without_a_word_costs_no_backup():
    listed = ["2025-01-01", "2025-01-02", "2026-11-25"]
    assert surplus(listed) == set()


def test_many_days_of_words_keep_a_bounded_number_of_folders(either, page):
    one = page()
    for number in range(45):
        day = str(date(2026, 11, 23) + timedelta(days=number))
        either.record(one(f"{number}", at=at(day)))
    assert len(kept(either)) <= 7 + 4 + 12
    assert kept(either)[-7:] == [str(date(2027, 1, 6) - timedelta(days=back)) for back in range(6, -1, -1)]


def test_sealing_seals_the_backups_and_taking_the_seal_off_brings_them_back(store, page):
    one = page()
    store.record(one("monday"))
    for day in (24, 25):
        again(store).record(one(f"{day}", at=at(f"2026-11-{day}")))
    before = {day: to_json(backup(store, day)) for day in kept(store)}
    assert len(before) == 2
    seal(store, PHRASE, new_recovery_key(), CHEAP)
    assert not (store.folder / "backups").exists()
    assert {day: to_json(backup(store, day)) for day in kept(store)} == before
    remove_seal(store)
    assert {day: to_json(backup(store, day)) for day in kept(store)} == before


@pytest.fixture
def two_days(store, page):
    """A journal with two backups."""
    store.record(page()("monday"))
    for day in (24, 25):
        again(store).record(page(f"page-{day}")(f"{day}", at=at(f"2026-11-{day}")))
    return store


def spoil(folder, how):
    """A backup that cannot be told to be one any more, and what it holds. In a plain one, `day` is an empty file: no damage shows in it."""
    if how == "lost":
        (folder / "day").unlink()
    elif how == "renamed":
        folder = folder.rename(folder.with_name(f"{folder.name} copy"))
    else:
        (folder / "day").write_bytes(b"damaged")
    return folder, {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize("how", ["lost", "renamed"])
def test_sealing_never_erases_a_backup_that_it_cannot_seal_but_names_it(two_days, page, how):
    store = two_days
    left, held = spoil(store.folder / "backups" / "2026-11-24", how)
    (sentence,) = seal(store, PHRASE, new_recovery_key(), CHEAP)
    assert sentence.startswith(f"{left} lies beside a sealed journal")
    assert {path.name: path.read_bytes() for path in left.iterdir()} == held
    assert [path.name for path in (store.folder / "backups").iterdir()] == [left.name], "the others are sealed"
    assert kept(store) == ["2026-11-25"]
    other = again(store)
    other.unseal(PHRASE)
    assert other.load().unreadable == (sentence,), "whoever opens the notes is told"
    other.record(page("today")("today"))
    assert {path.name: path.read_bytes() for path in left.iterdir()} == held
    with pytest.raises(NotSealed, match="The seal stays on"):
        remove_seal(other)
    left.rename(store.folder.parent / "put aside")
    other = again(store)
    other.unseal(PHRASE)
    assert other.load().unreadable == ()
    assert not (store.folder / "backups").exists()


@pytest.mark.parametrize("how", ["lost", "damaged"])
def test_taking_the_seal_off_never_erases_a_backup_that_it_cannot_open_but_names_it(two_days, how):
    store = two_days
    seal(store, PHRASE, new_recovery_key(), CHEAP)
    with store.held() as shelf:
        folder = shelf.backups / shelf.form.label("2026-11-24")
    left, held = spoil(folder, how)
    with pytest.raises(NotSealed, match=re.escape(str(left))):
        remove_seal(store)
    assert store.is_sealed
    assert {path.name: path.read_bytes() for path in left.iterdir()} == held
    assert not store.entries.exists()
    left.rename(store.folder / "put aside")
    remove_seal(store)
    assert kept(store) == ["2026-11-25"]


def test_what_systems_put_among_backups_and_empty_folders_are_no_notes(two_days):
    for name in (".DS_Store", "Thumbs.db"):
        (two_days.folder / "backups" / name).touch()
    (two_days.folder / "backups" / "untitled folder").mkdir()
    assert seal(two_days, PHRASE, new_recovery_key(), CHEAP) == ()
    assert not (two_days.folder / "backups").exists()


def test_the_first_word_of_a_day_in_the_tenth_year_copies_one_month(store, page, monkeypatch):
    store.entries.mkdir(parents=True)
    for year in range(2016, 2026):
        for month in range(1, 13):
            (store.entries / f"{year}-{month:02}.json").write_bytes(encode((), {}))
    store.record(page()("a"))
    with store.held() as shelf:
        back_up(shelf, "2026-11-24")
    store.record(page("two")("b", at=at("2026-11-24")))
    again(store).record(page("three")("c", at=at("2026-11-25")))
    new = store.folder / "backups" / "2026-11-25"
    alone = [path.name for path in new.iterdir() if path.stat().st_nlink == 1]
    assert sorted(alone) == ["2026-11.json", "day"]
