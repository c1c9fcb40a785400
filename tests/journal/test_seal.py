"""A sealed journal: a copied folder says nothing, no passphrase costs a word, and whatever breaks, plain or sealed is complete."""

import json
import os
import shutil
from contextlib import suppress

import pytest

from newsoil._errors import Damaged, Locked, NotSaved, NotSealed, NotUnsealed
from newsoil.journal import Store, to_json
from newsoil.journal.cipher import padded, unwrap, wrap
from newsoil.journal.recovery import ALPHABET, new_recovery_key, read_recovery_key
from newsoil.journal.rekeying import change_passphrase, change_recovery_key
from newsoil.journal.sealing import remove_seal, seal
from newsoil.journal.slow import Cost
from newsoil.journal.standing import IDLE
from newsoil.journal.tries import FREE, LONGEST, pause

PHRASE = "four words of soil"
NEXT = "another four words"
CHEAP = Cost(memory=32, passes=1, lanes=1)
RECOVERY = new_recovery_key()
CANARY = "kanarienvogel"


@pytest.fixture
def written(store, page):
    """A plain journal with two months, words from before, something deleted, and settings."""
    one = page()
    store.record(one(f"{CANARY} one"))
    store.record(one(f"{CANARY} two", exercise=f"{CANARY}-exercise", entry="e2", made_at="2026-12-01T10:00:00+01:00"))
    store.record(one([CANARY], "tags", place="tags"))
    store.record(page("two")(f"{CANARY} three"))
    store.record(page("three")(True, "", act="delete", entry="e2", exercise=f"{CANARY}-exercise", made_at="2026-12-01T10:00:00+01:00"))
    store.record(page("four")("later", at="2026-12-02T10:00:00+01:00"))
    store.change_settings({"theme": "dark", "stage": f"{CANARY}-stage", "partner": CANARY, "country": "DE"})
    return store


@pytest.fixture
def sealed(written):
    assert seal(written, PHRASE, RECOVERY, CHEAP) == ()
    return written


def again(store, **options):
    """The journal as another kernel finds it."""
    return Store(store.folder.parent.parent, store.folder.name, **options)


def opened(store, secret=PHRASE, by="passphrase"):
    other = again(store)
    other.unseal(secret, by)
    return other


def bytes_of(folder):
    return b"".join(path.read_bytes() + str(path.relative_to(folder)).encode() for path in sorted(folder.rglob("*")) if path.is_file())


# ---- what a copied folder says -----------------------------------------------------------------------------------


def test_a_copied_folder_shows_no_word_title_exercise_tag_or_date(sealed, home):
    raw = bytes_of(home)
    for secret in (CANARY, "2026-1", "later", "draft", "answers"):
        assert secret.encode() not in raw, secret
    assert json.loads((sealed.folder / "settings.json").read_text())["theme"] == "dark"


def test_every_sealed_file_shows_the_same_time_of_change(sealed, page):
    sealed.record(page("five")("more", at="2026-12-03T10:00:00+01:00"))
    times = {path.stat().st_mtime_ns for path in (sealed.folder / "sealed").rglob("*") if path.is_file()}
    assert len(times) == 1


def test_a_short_word_and_a_longer_one_are_of_one_size():
    sizes = {len(padded(b"x" * length)) for length in range(4000)}
    assert sizes == {4096}
    for length in (5000, 70_000, 1_000_000):
        assert len({len(padded(bytes(length + more))) for more in range(64)}) <= 2
        assert length < len(padded(bytes(length))) <= max(8192, length * 5 // 4 + 16)


def test_nobody_but_the_owner_may_look_into_the_sealed_folder(sealed):
    for path in (sealed.folder / "sealed").rglob("*"):
        assert path.stat().st_mode & 0o077 == 0


# ---- sealing keeps everything ------------------------------------------------------------------------------------


def test_a_sealed_journal_reads_as_the_plain_one_did(written):
    before = to_json(written.load())
    settings = written.settings()
    seal(written, PHRASE, RECOVERY, CHEAP)
    assert to_json(written.load()) == to_json(opened(written).load()) == before
    assert opened(written).settings() == settings


def test_a_journal_that_is_sealed_and_unsealed_for_good_is_byte_for_byte_the_same(written):
    def picture():
        return {path.relative_to(written.folder): path.read_bytes() for path in written.folder.rglob("*") if path.is_file()}

    before = picture()
    seal(written, PHRASE, RECOVERY, CHEAP)
    remove_seal(written)
    assert picture() == before
    assert not written.is_sealed


def test_a_damaged_file_is_sealed_and_unsealed_as_it_is(written):
    path = written.entries / "2026-10.json"
    path.write_bytes(b'{"format": "news \xff')
    seal(written, PHRASE, RECOVERY, CHEAP)
    assert len(written.load().unreadable) == 1
    remove_seal(written)
    assert path.read_bytes() == b'{"format": "news \xff'


def test_an_empty_journal_can_be_sealed_and_then_written_in(store, page):
    seal(store, PHRASE, RECOVERY, CHEAP)
    store.record(page()("a"))
    assert [entry.answers for entry in opened(store).load().entries] == [{"text": "a"}]


def test_a_kernel_that_knew_the_plain_journal_writes_nothing_plain_after_it_was_sealed(written, page):
    other = again(written)
    other.load()
    seal(written, PHRASE, RECOVERY, CHEAP)
    with pytest.raises(Locked):
        other.record(page("six")("b"))
    assert other.load().entries == ()
    assert "sealed" in other.load().unreadable[0]
    assert not written.entries.exists()


def test_a_kernel_that_had_it_open_goes_on_in_plain_when_the_seal_is_taken_off(sealed, page):
    other = opened(sealed)
    remove_seal(sealed)
    other.record(page("six")("b"))
    assert "b" in {entry.answers.get("text") for entry in again(sealed).load().entries}


def test_two_journals_have_each_their_own_seal_and_files_cannot_change_places(home, page):
    mine, yours = Store(home), Store(home, "yours")
    for store, phrase in ((mine, PHRASE), (yours, NEXT)):
        store.record(page(phrase[:4])("a"))
        seal(store, phrase, new_recovery_key(), CHEAP)
    with pytest.raises(NotUnsealed):
        again(yours).unseal(PHRASE)
    (from_mine,) = (mine.folder / "sealed" / "entries").iterdir()
    (from_yours,) = (yours.folder / "sealed" / "entries").iterdir()
    from_yours.write_bytes(from_mine.read_bytes())
    assert len(yours.load().unreadable) == 1


def test_two_months_cannot_change_places(sealed):
    one, two = sorted((sealed.folder / "sealed" / "entries").iterdir())
    raw = one.read_bytes(), two.read_bytes()
    one.write_bytes(raw[1])
    two.write_bytes(raw[0])
    journal = opened(sealed).load()
    assert (journal.entries, len(journal.unreadable)) == ((), 2)


@pytest.mark.parametrize(
    "spoil", [lambda raw: raw[:-1], lambda raw: raw[:-1] + bytes([raw[-1] ^ 1]), lambda _: b"", lambda raw: raw + b"x"]
)
def test_a_sealed_file_that_is_damaged_stays_as_it_is_and_the_month_goes_on_beside_it(sealed, page, spoil):
    folder = sealed.folder / "sealed" / "entries"
    spoilt = {path: spoil(path.read_bytes()) for path in folder.iterdir()}
    for path, raw in spoilt.items():
        path.write_bytes(raw)
    other = opened(sealed)
    other.record(page("six")("after", entry="e9"))
    assert [entry.id for entry in other.load().entries] == ["e9"]
    assert len(other.load().unreadable) == 2
    assert {path: path.read_bytes() for path in spoilt} == spoilt


def test_a_file_sealed_by_a_newer_new_soil_is_named_as_such_and_stays(sealed, page):
    folder = sealed.folder / "sealed" / "entries"
    for path in folder.iterdir():
        path.write_bytes(path.read_bytes().replace(b"sealed 1\n", b"sealed 2\n"))
    other = opened(sealed)
    other.record(page("six")("after", entry="e9"))
    assert all("newer New Soil" in sentence for sentence in other.load().unreadable)


def test_bytes_open_only_with_their_key_and_in_their_place():
    raw = wrap(b"k" * 32, "here", b"words")
    assert unwrap(b"k" * 32, "here", raw) == b"words"
    for key, place in ((b"k" * 32, "there"), (b"l" * 32, "here")):
        with pytest.raises(Damaged):
            unwrap(key, place, raw)


# ---- passphrases and the recovery key ----------------------------------------------------------------------------


def test_ten_wrong_passphrases_cost_nothing_but_time(sealed, clock):
    before = to_json(sealed.load())
    other = again(sealed, clock=clock)
    for _ in range(10):
        clock.now += LONGEST
        with pytest.raises(NotUnsealed, match="not the passphrase"):
            other.unseal("not this one")
    clock.now += LONGEST
    other.unseal(PHRASE)
    assert to_json(other.load()) == before


def test_the_wait_grows_is_told_and_is_not_forgotten_by_another_process(sealed, clock):
    other = again(sealed, clock=clock)
    for _ in range(FREE + 3):
        clock.now += LONGEST
        with pytest.raises(NotUnsealed):
            other.unseal("not this one")
    with pytest.raises(NotUnsealed, match="Wait 4 seconds") as refused:
        other.unseal(PHRASE)
    assert refused.value.wait == 4
    late = again(sealed, clock=clock)
    with pytest.raises(NotUnsealed, match="Wait"):
        late.unseal(PHRASE)
    clock.now += 4
    late.unseal(PHRASE)
    again(sealed, clock=clock).unseal(PHRASE)


def test_the_wait_is_none_at_first_doubles_and_ends_at_a_minute():
    assert [pause(count) for count in range(12)] == [0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60]


def test_a_wrong_passphrase_is_told_and_counted_even_if_the_disk_takes_no_count(sealed, fail):
    other = again(sealed)
    fail("replace", number=None)
    with pytest.raises(NotUnsealed, match="not the passphrase"):
        other.unseal("not this one")


def test_changing_the_passphrase_writes_nothing_but_the_key_file(sealed):
    def others():
        return {path: path.read_bytes() for path in sealed.folder.rglob("*") if path.is_file() and "key" not in path.name}

    before, entries = others(), to_json(sealed.load())
    change_passphrase(sealed, PHRASE, NEXT, cost=CHEAP)
    assert others() == before
    assert to_json(opened(sealed, NEXT).load()) == entries
    with pytest.raises(NotUnsealed):
        again(sealed).unseal(PHRASE)
    assert to_json(opened(sealed, RECOVERY, "recovery").load()) == entries


def test_the_recovery_key_opens_and_gives_a_new_passphrase(sealed):
    change_passphrase(again(sealed), RECOVERY.lower().replace("-", " "), NEXT, "recovery", CHEAP)
    assert opened(sealed, NEXT).load().entries


def test_a_new_recovery_key_takes_the_place_of_the_old_one(sealed):
    new = new_recovery_key()
    with pytest.raises(NotUnsealed):
        change_recovery_key(sealed, "not this one", new)
    change_recovery_key(sealed, PHRASE, new)
    assert opened(sealed, new, "recovery").load().entries
    with pytest.raises(NotUnsealed, match="not the recovery key of this journal"):
        again(sealed).unseal(RECOVERY, "recovery")


@pytest.mark.parametrize("phrase", ["", "short", "half \ud800 a letter"])
def test_a_new_passphrase_that_cannot_be_good_is_refused_and_nothing_is_sealed(written, phrase):
    with pytest.raises(NotSealed):
        seal(written, phrase, RECOVERY, CHEAP)
    assert not written.is_sealed
    assert len(written.load().entries) == 2


def test_a_passphrase_fits_in_whichever_way_a_keyboard_spells_it(written):
    seal(written, "Gr\u00fc\u00dfe und mehr", RECOVERY, CHEAP)
    opened(written, "Gru\u0308\u00dfe und mehr")


def test_scrypt_seals_where_there_is_no_argon2id(written):
    seal(written, PHRASE, RECOVERY, Cost("scrypt", memory=16, passes=1, lanes=1))
    assert opened(written).load().entries


def test_a_recovery_key_has_no_look_alikes_and_finds_every_slip_in_its_group():
    key = new_recovery_key()
    assert not set("01OIL") & set(key)
    signs = key.replace("-", "")
    assert read_recovery_key(f"  {key.lower()} ") == "".join(signs[at : at + 4] for at in range(0, 35, 5))
    for at, sign in enumerate(signs):
        for other in set(ALPHABET) - {sign}:
            with pytest.raises(NotUnsealed, match=f"^Group {at // 5 + 1} of"):
                read_recovery_key(signs[:at] + other + signs[at + 1 :])
    for at in range(34):
        swapped = signs[:at] + signs[at + 1] + signs[at] + signs[at + 2 :]
        if swapped != signs:
            with pytest.raises(NotUnsealed):
                read_recovery_key(swapped)
    for odd in ("", key[:-1], key + "A", key.replace(key[0], "0", 1)):
        with pytest.raises(NotUnsealed):
            read_recovery_key(odd)


@pytest.mark.parametrize("name", ["key.json", "key.copy.json"])
@pytest.mark.parametrize("damage", [b"", b"{", None])
def test_one_damaged_key_file_costs_nothing_and_is_mended(sealed, name, damage):
    path = sealed.folder / "sealed" / name
    whole = path.read_bytes()
    path.unlink() if damage is None else path.write_bytes(damage)
    assert opened(sealed).load().entries
    assert path.read_bytes() == whole


def test_both_key_files_damaged_are_mended_by_the_kernel_that_has_the_journal_open(sealed, page):
    for name in ("key.json", "key.copy.json"):
        (sealed.folder / "sealed" / name).write_bytes(b"{")
    with pytest.raises(Damaged, match=r"key\.json"):
        again(sealed).unseal(PHRASE)
    sealed.record(page("six")("b"))
    assert opened(sealed).load().entries


def test_a_key_file_of_a_newer_new_soil_is_left_as_it_is(sealed):
    path = sealed.folder / "sealed" / "key.json"
    newer = path.read_bytes().replace(b'"schema_version": 1', b'"schema_version": 2')
    path.write_bytes(newer)
    with pytest.raises(Damaged, match="newer New Soil"):
        again(sealed).unseal(PHRASE)
    assert path.read_bytes() == newer


# ---- locked --------------------------------------------------------------------------------------------------------


def test_what_is_typed_while_the_journal_is_locked_is_kept_sealed_and_there_after_unsealing(sealed, page, home):
    sealed.lock()
    one = page("six")
    for word in ("a", "ab", f"ab {CANARY}"):
        assert sealed.take(one(word, entry="e9")) is None
    assert again(sealed).take(page("seven")("from elsewhere", entry="e10")) is None
    assert CANARY.encode() not in bytes_of(home)
    assert sealed.load().entries == ()
    entries = {entry.id: entry for entry in opened(sealed).load().entries}
    assert (entries["e9"].answers, entries["e9"].earlier) == ({"text": f"ab {CANARY}"}, ())
    assert entries["e10"].answers == {"text": "from elsewhere"}
    assert list((sealed.folder / "sealed" / "inbox").iterdir()) == []


def test_an_edit_that_a_page_sends_again_while_locked_is_kept_once(sealed, page):
    sealed.lock()
    edit = page("six")("b", entry="e9")
    for _ in range(5):
        sealed.take(edit)
    assert len(list((sealed.folder / "sealed" / "inbox").iterdir())) == 1


def test_what_another_kernel_took_while_locked_is_seen_by_the_one_that_has_the_journal_open(sealed, page):
    again(sealed).take(page("six")("b", entry="e9"))
    assert "e9" in {entry.id for entry in sealed.load().entries}


def test_an_edit_is_kept_only_when_it_is_settled_on_disk(sealed, page, monkeypatch, fail):
    sealed.lock()
    mend = fail("fsync", number=None)
    edit = page("six")("b", entry="e9")
    with pytest.raises(NotSaved):
        sealed.take(edit)
    mend()
    settled, real = [], os.fsync
    monkeypatch.setattr(os, "fsync", lambda handle: settled.append(handle) or real(handle))
    sealed.take(edit)
    assert len(settled) >= 2
    assert "e9" in {entry.id for entry in opened(sealed).load().entries}


def test_locking_overwrites_the_key_and_forgets_what_was_read(sealed):
    keys = sealed.door._keys
    sealed.load()
    sealed.lock()
    assert bytes(keys.data) == bytes(keys._names) == bytes(keys._content) == bytes(32)
    assert sealed.is_locked
    assert sealed._reader._read == {}


def test_an_open_journal_that_nobody_uses_is_locked_and_one_that_is_used_is_not(sealed, page, clock):
    store = again(sealed, clock=clock)
    assert not store.lock_when_idle()
    store.unseal(PHRASE)
    clock.now += IDLE - 1
    assert not store.lock_when_idle()
    store.record(page("six")("b"))
    clock.now += IDLE - 1
    assert not store.lock_when_idle()
    store.use()
    clock.now += IDLE
    assert store.lock_when_idle()
    assert store.is_locked
    assert not store.lock_when_idle()


def test_a_plain_journal_is_never_locked_for_idleness(written):
    assert not written.lock_when_idle(0)


def test_nothing_is_sealed_with_a_key_that_was_overwritten_while_an_edit_was_under_way(sealed, page, monkeypatch):
    from newsoil.journal import recording

    def lock_and_hear(heard, edit):
        sealed.lock()
        return {**heard, f"{edit.page} {edit.entry} answer/text": edit.seq}

    edit = page("six")("b", entry="e9")
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(recording, "hear", lock_and_hear)
        with pytest.raises(Locked):
            sealed.record(edit)
    assert sealed.take(edit) is None
    assert "e9" in {entry.id for entry in opened(sealed).load().entries}
    assert opened(sealed).load().unreadable == ()


def test_plain_files_that_somebody_puts_beside_a_sealed_journal_are_taken_in_and_erased_and_none_of_their_words_is_lost(sealed, home):
    sealed.entries.mkdir()
    at = "2026-11-01T10:00:00+01:00"
    entry = {
        "id": "e8",
        "exercise": "journal",
        "exercise_version": 1,
        "made_at": at,
        "changed_at": at,
        "answers": {"text": f"{CANARY} back"},
    }
    document = {"format": "newsoil-entries", "schema_version": 1, "entries": [entry]}
    (sealed.entries / "2026-11.json").write_text(json.dumps(document))
    (sealed.entries / "2026-09.json").write_text(json.dumps(document | {"entries": [entry | {"id": "e1", "exercise": "another"}]}))
    (sealed.entries / "2026-10.json").write_text("{")
    other = opened(sealed)
    assert "e8" in {entry.id for entry in other.load().entries}
    assert sorted(path.name for path in sealed.entries.iterdir()) == ["2026-09.json", "2026-10.json"]
    assert len(other.load().unreadable) == 2
    with pytest.raises(NotSealed, match="The seal stays on"):
        remove_seal(other)


def test_private_settings_are_not_known_before_unsealing_and_cannot_be_changed(sealed):
    sealed.lock()
    assert (sealed.settings().theme, sealed.settings().country) == ("dark", "DE")
    assert (sealed.settings().stage, sealed.settings().partner) == ("", "")
    with pytest.raises(Locked):
        sealed.change_settings({"stage": "somewhere"})
    sealed.change_settings({"theme": "light"})
    other = opened(sealed)
    assert (other.settings().theme, other.settings().partner) == ("light", CANARY)
    other.change_settings({"stage": f"{CANARY}-2"})
    assert opened(sealed).settings().stage == f"{CANARY}-2"
    assert CANARY.encode() not in bytes_of(sealed.folder)


def test_a_damaged_edit_in_the_inbox_is_named_and_left_and_the_others_are_taken(sealed, page):
    sealed.lock()
    sealed.take(page("six")("b", entry="e8"))
    sealed.take(page("seven")("c", entry="e9"))
    path = min((sealed.folder / "sealed" / "inbox").iterdir())
    path.write_bytes(path.read_bytes()[:-1])
    other = opened(sealed)
    assert [path.name in sentence for sentence in other.load().unreadable] == [True]
    assert {"e9"} <= {entry.id for entry in other.load().entries}
    assert path.exists()


def test_an_inbox_key_that_was_changed_is_put_right_by_unsealing(sealed):
    path = sealed.folder / "sealed" / "key.json"
    whole = path.read_bytes()
    document = json.loads(whole)
    path.write_text(json.dumps(document | {"inbox": document["recovery"][:43] + "="}))
    opened(sealed)
    assert path.read_bytes() == whole


# ---- whatever breaks -----------------------------------------------------------------------------------------------

CALLS = ("open", "write", "fsync", "replace", "rename", "listdir", "mkdir", "stat", "unlink", "rmdir", "utime", "link", "scandir")


FAILING = [pytest.param(call, marks=pytest.mark.faults) if call in ("open", "stat", "listdir", "utime") else call for call in CALLS]
"""The calls that are made most often take longest to fail one after the other."""

CUTS = [pytest.param((1, 17), id="some"), *(pytest.param((start, 7), marks=pytest.mark.faults, id=f"all-{start}") for start in range(1, 8))]
"""Where the power is cut first, and how many calls later the next time: all places with `make faults`, some always."""


def fail_at(fail, call, number):
    """Let the `number`th call fail. Returns a way to mend it, and the calls that there were."""
    calls = []

    def when(*_):
        calls.append(call)
        return len(calls) == number

    return fail(call, number=None, when=when), calls


def whole(store, entries):
    """Whether the journal is complete, plain or sealed, for a kernel that comes later."""
    later = again(store)
    if later.is_sealed:
        later.unseal(PHRASE)
    return to_json(later.load()) == entries


@pytest.mark.tries("each-call-fails")
@pytest.mark.parametrize("call", FAILING)
def test_whichever_call_fails_while_sealing_plain_or_sealed_is_complete(written, fail, call, tmp_path, tried):
    entries, number, copy = to_json(written.load()), 0, tmp_path / "copy"
    shutil.copytree(written.folder, copy)
    failed = True
    while failed:
        number += 1
        shutil.rmtree(written.folder)
        shutil.copytree(copy, written.folder)
        store = again(written)
        mend, calls = fail_at(fail, call, number)
        with suppress(NotSealed, NotSaved):
            seal(store, PHRASE, RECOVERY, CHEAP)
        mend()
        failed = len(calls) >= number
        tried(failed)
        assert whole(store, entries), number
        if not again(store).is_sealed:
            seal(again(store), PHRASE, RECOVERY, CHEAP)
        assert whole(store, entries)
        assert CANARY.encode() not in bytes_of(store.folder), number


@pytest.mark.tries("each-call-fails")
@pytest.mark.parametrize("call", FAILING)
def test_whichever_call_fails_while_the_seal_is_taken_off_plain_or_sealed_is_complete(sealed, fail, call, tmp_path, tried):
    entries, number, copy = to_json(sealed.load()), 0, tmp_path / "copy"
    shutil.copytree(sealed.folder, copy)
    failed = True
    while failed:
        number += 1
        shutil.rmtree(sealed.folder)
        shutil.copytree(copy, sealed.folder)
        store = opened(sealed)
        mend, calls = fail_at(fail, call, number)
        with suppress(NotSealed, NotSaved, Locked):
            remove_seal(store)
        mend()
        failed = len(calls) >= number
        tried(failed)
        assert whole(store, entries), number
        if (later := again(store)).is_sealed:
            later.unseal(PHRASE)
            assert CANARY.encode() not in bytes_of(store.folder), number
            remove_seal(later)
        assert to_json(again(store).load()) == entries


class Crash(BaseException):
    """The power is cut: nothing that comes after happens."""


def crash_at(monkeypatch, number, act):
    """Do `act`, and cut the power at its `number`th call to the disk. Returns whether it came to that."""
    count = 0

    def cut(real):
        def call(*args, **named):
            nonlocal count
            count += 1
            if count >= number:
                raise Crash
            return real(*args, **named)

        return call

    with monkeypatch.context() as power:
        for name in CALLS:
            power.setattr(os, name, cut(getattr(os, name)))
        with suppress(Crash):
            act()
    return count >= number


@pytest.mark.tries("killed-at-each-call")
@pytest.mark.parametrize("places", CUTS)
def test_wherever_the_power_is_cut_while_sealing_plain_or_sealed_is_complete(written, monkeypatch, tmp_path, places, tried):
    entries, copy, (number, step), cut = to_json(written.load()), tmp_path / "copy", places, True
    shutil.copytree(written.folder, copy)
    while cut:
        shutil.rmtree(written.folder)
        shutil.copytree(copy, written.folder)
        cut = crash_at(monkeypatch, number, lambda: seal(again(written), PHRASE, RECOVERY, CHEAP))
        tried(cut)
        assert whole(written, entries), number
        if not again(written).is_sealed:
            seal(again(written), PHRASE, RECOVERY, CHEAP)
        assert whole(written, entries)
        assert CANARY.encode() not in bytes_of(written.folder), number
        number += step
    assert number > 300


@pytest.mark.tries("killed-at-each-call")
@pytest.mark.parametrize("places", CUTS)
def test_wherever_the_power_is_cut_while_the_seal_is_taken_off_plain_or_sealed_is_complete(sealed, monkeypatch, tmp_path, places, tried):
    entries, copy, (number, step), cut = to_json(sealed.load()), tmp_path / "copy", places, True
    shutil.copytree(sealed.folder, copy)
    while cut:
        shutil.rmtree(sealed.folder)
        shutil.copytree(copy, sealed.folder)
        store = opened(sealed)
        cut = crash_at(monkeypatch, number, lambda store=store: remove_seal(store))
        tried(cut)
        assert whole(sealed, entries), number
        if (later := again(sealed)).is_sealed:
            later.unseal(PHRASE)
            assert CANARY.encode() not in bytes_of(sealed.folder), number
            remove_seal(later)
        assert to_json(again(sealed).load()) == entries
        number += step
    assert number > 150


@pytest.fixture
def mailed(sealed, page):
    """A locked journal with four edits in its inbox."""
    sealed.lock()
    one = page("six")
    for word in ("a", "ab", "abc"):
        sealed.take(one(word, entry="e9"))
    sealed.take(page("seven")("b", "wish", entry="e9"))
    return sealed


@pytest.mark.tries("killed-at-each-call")
@pytest.mark.parametrize("places", CUTS)
def test_wherever_the_power_is_cut_while_the_inbox_is_emptied_no_edit_is_lost_or_comes_twice(mailed, monkeypatch, tmp_path, places, tried):
    copy, (number, step), cut = tmp_path / "copy", places, True
    shutil.copytree(mailed.folder, copy)
    while cut:
        shutil.rmtree(mailed.folder)
        shutil.copytree(copy, mailed.folder)
        cut = crash_at(monkeypatch, number, lambda: opened(mailed))
        tried(cut)
        entry = next(entry for entry in opened(mailed).load().entries if entry.id == "e9")
        assert (entry.answers, entry.earlier) == ({"text": "abc", "wish": "b"}, ())
        number += step


@pytest.mark.tries("killed-at-each-call")
@pytest.mark.parametrize("number", range(1, 40))
def test_wherever_the_power_is_cut_while_the_passphrase_is_changed_one_of_the_two_fits(sealed, monkeypatch, number):
    entries = to_json(sealed.load())
    crash_at(monkeypatch, number, lambda: change_passphrase(again(sealed), PHRASE, NEXT, cost=CHEAP))
    try:
        store = opened(sealed, NEXT)
    except NotUnsealed:
        store = opened(sealed, PHRASE)
    assert to_json(store.load()) == entries
    assert (sealed.folder / "sealed" / "key.json").read_bytes() == (sealed.folder / "sealed" / "key.copy.json").read_bytes()
