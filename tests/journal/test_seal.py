"""A sealed journal: a copied folder says nothing, and sealing keeps everything."""

import json

import pytest

from newsoil._errors import Damaged, Locked, NotUnsealed
from newsoil.journal import Store, to_json
from newsoil.journal.cipher import padded, unwrap, wrap
from newsoil.journal.recovery import new_recovery_key
from newsoil.journal.sealing import remove_seal, seal
from seals import CANARY, CHEAP, NEXT, PHRASE, RECOVERY, again, bytes_of, opened

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
