"""Files that end too early, hold a wrong byte, or are of a newer New Soil: they are left as they are, and the words go on beside them."""

import json
import re

import pytest

from breaking import PHRASE, RECOVERY, drafts, edit, in_state, opened, said, steps, tree
from fault_table import times
from newsoil._errors import Damaged, NewSoilError, NotSaved, NotTaken
from newsoil.journal import Settings, Store, read_settings, to_json
from newsoil.journal.document import read_document
from newsoil.journal.keyfile import NAMES
from newsoil.journal.restore import open_backup, write_backup

LENGTHS = times(25, 100_000)
SEALED = ("plain", "open")


def month_of(store):
    (path,) = [path for path in (store.folder / ("sealed" if store.is_sealed else ".") / "entries").iterdir() if path.is_file()]
    return path


def forget(store):
    """Take away the months and the backups, so that the next try begins as the last one did."""
    for place in ("entries", "backups", "sealed/entries", "sealed/backups"):
        for path in sorted((store.folder / place).rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()


def left_alone(home, path, spoilt):
    """A spoilt month is named and left, and a word that comes is kept beside it."""
    store = opened(home)
    path.write_bytes(spoilt)
    assert [str(path) in sentence for sentence in store.load().unreadable] == [True]
    store.record(edit("beside", 2, entry="e2"))
    assert path.read_bytes() == spoilt
    assert [entry.answers for entry in opened(home).load().entries] == [{"text": "beside"}]


@pytest.mark.tries("truncated")
@pytest.mark.parametrize("state", SEALED)
def test_a_month_that_ends_anywhere_too_early_is_left_and_the_month_goes_on_beside_it(tmp_path, state, tried):
    store = in_state(tmp_path, state)
    store.record(edit("Grüße 🌱"))
    path = month_of(store)
    whole = path.read_bytes()
    for length in steps(len(whole.rstrip()), LENGTHS):
        forget(store)
        left_alone(tmp_path, path, whole[:length])
        path.write_bytes(whole)
        assert {entry.id for entry in opened(tmp_path).load().entries} == {"e1", "e2"}, "after it was mended"
        tried()


@pytest.mark.tries("truncated")
def test_settings_that_end_anywhere_too_early_read_as_none_and_are_put_aside(tmp_path, tried):
    store = in_state(tmp_path, "plain")
    store.change_settings({"stage": "start", "theme": "dark", "partner": "Ö"})
    path = store.folder / "settings.json"
    whole = path.read_bytes()
    for length in steps(len(whole.rstrip()), LENGTHS):
        path.write_bytes(whole[:length])
        assert read_settings(store.folder) == Settings()
        store.change_settings({"theme": "light"})
        assert read_settings(store.folder).theme == "light"
        assert (store.folder / "settings.damaged.json").read_bytes() == whole[:length]
        tried()


@pytest.mark.tries("truncated")
@pytest.mark.parametrize("name", NAMES)
def test_a_key_file_that_ends_anywhere_too_early_costs_nothing_and_is_mended(tmp_path, name, tried):
    store = in_state(tmp_path, "open")
    store.record(edit("a word"))
    path = store.folder / "sealed" / name
    whole = path.read_bytes()
    for length in steps(len(whole.rstrip()), times(12, 1000)):
        path.write_bytes(whole[:length])
        assert [entry.answers for entry in opened(tmp_path).load().entries] == [{"text": "a word"}]
        assert path.read_bytes() == whole
        tried()


@pytest.mark.tries("truncated")
@pytest.mark.parametrize("state", SEALED)
def test_a_backup_that_ends_anywhere_too_early_is_refused_in_a_sentence(tmp_path, state, tried):
    store = in_state(tmp_path / "home", state)
    store.record(edit("a word"))
    write_backup(store, tmp_path / "backup")
    whole = (tmp_path / "backup").read_bytes()
    assert len(read_document(_export(whole, state)).entries) == 1
    for length in steps(len(whole.rstrip()), times(25, 3000)):
        with pytest.raises(NotTaken):
            read_document(_export(whole[:length], state))
        tried()


def _export(raw, state):
    return raw if state == "plain" else open_backup(raw, RECOVERY, "recovery")


# ---- drafts ------------------------------------------------------------------------------------------------------------


PLACES = ("entries/.2026-11.json", ".settings.json", "sealed/entries/.0123", "sealed/.key.json", "sealed/inbox/.00000001", "sealed/.tries")


@pytest.mark.tries("half-written")
@pytest.mark.parametrize("state", SEALED)
def test_a_draft_of_any_length_is_never_read_and_is_gone_after_the_next_word(tmp_path, state, tried):
    store = in_state(tmp_path, state)
    store.record(edit("1"))
    whole = month_of(store).read_bytes()
    for number, length in enumerate(steps(len(whole) + 1, times(10, 100_000)), start=2):
        for place in PLACES:
            draft = store.folder / f"{place}.0a1b2c3d.draft"
            if draft.parent.is_dir():
                draft.write_bytes(whole[:length])
                tried()
        again = opened(tmp_path)
        assert [entry.answers for entry in again.load().entries] == [{"text": str(number - 1)}]
        assert again.load().unreadable == ()
        again.record(edit(str(number), number))
        assert drafts(store.folder) == []


# ---- one byte ----------------------------------------------------------------------------------------------------------


@pytest.mark.tries("one-byte")
def test_a_sealed_month_with_any_one_byte_changed_is_left_and_the_month_goes_on_beside_it(tmp_path, tried):
    store = in_state(tmp_path, "open")
    store.record(edit("a word"))
    path = month_of(store)
    whole = path.read_bytes()
    for at in steps(len(whole), LENGTHS):
        forget(store)
        left_alone(tmp_path, path, whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        tried()


@pytest.mark.tries("one-byte")
def test_a_plain_month_with_any_one_byte_changed_is_read_as_it_says_or_left_as_it_is(tmp_path, tried):
    """A plain file has no sum that a wrong byte would break: a wrong letter in a word is a letter."""
    store = in_state(tmp_path, "plain")
    store.record(edit("a word"))
    path = month_of(store)
    whole = path.read_bytes()
    for at in steps(len(whole), LENGTHS):
        for byte in (whole[at] ^ 1, 0, 0x22):
            forget(store)
            spoilt = whole[:at] + bytes([byte]) + whole[at + 1 :]
            path.write_bytes(spoilt)
            journal = opened(tmp_path).load()
            if journal.unreadable:
                left_alone(tmp_path, path, spoilt)
            else:
                (entry,) = journal.entries
                opened(tmp_path).record(edit("beside", 2, entry="e3", exercise="other"))
                assert entry in opened(tmp_path).load().entries
            tried()


@pytest.mark.tries("one-byte")
def test_a_key_file_with_any_one_byte_changed_costs_nothing_while_its_copy_is_whole(tmp_path, tried):
    store = in_state(tmp_path, "open")
    store.record(edit("a word"))
    path = store.folder / "sealed" / NAMES[0]
    whole = path.read_bytes()
    for at in steps(len(whole.rstrip()), times(12, 1000)):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        again = Store(tmp_path)
        came = said(again.unseal, RECOVERY, "recovery")
        if isinstance(came, NewSoilError):  # what it says is another key: the person puts the copy in its place
            path.write_bytes((path.parent / NAMES[1]).read_bytes())
            again.unseal(RECOVERY, "recovery")
        assert [entry.answers for entry in again.load().entries] == [{"text": "a word"}]
        path.write_bytes(whole)
        (path.parent / NAMES[1]).write_bytes(whole)
        tried()


@pytest.mark.tries("one-byte")
def test_a_sealed_backup_with_any_one_byte_changed_is_refused_or_is_the_same(tmp_path, tried):
    store = in_state(tmp_path / "home", "open")
    store.record(edit("a word"))
    write_backup(store, tmp_path / "backup")
    whole, export = (tmp_path / "backup").read_bytes(), to_json(store.load())
    for at in steps(len(whole), times(25, 5000)):
        came = said(open_backup, whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :], RECOVERY, "recovery")
        assert isinstance(came, NewSoilError) or came == export
        tried()


# ---- newer -------------------------------------------------------------------------------------------------------------

VERSIONS = (2, 3, 10, 2**31, 2**63, 10**30)


@pytest.mark.tries("newer")
@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("shape", ["as today", "with more", "quite other"])
def test_a_month_of_a_newer_new_soil_is_left_and_the_month_goes_on_beside_it(tmp_path, version, shape, tried):
    store = in_state(tmp_path, "plain")
    store.record(edit("a word"))
    path = month_of(store)
    document = {**json.loads(path.read_bytes()), "schema_version": version}
    more = {"as today": {}, "with more": {"books": [1]}, "quite other": {"entries": "elsewhere"}}
    left_alone(tmp_path, path, json.dumps({**document, **more[shape]}).encode())
    assert "newer New Soil" in opened(tmp_path).load().unreadable[0]
    tried()


@pytest.mark.tries("newer")
@pytest.mark.parametrize("version", VERSIONS)
def test_settings_documents_and_backups_of_a_newer_new_soil_are_left_or_refused_as_such(tmp_path, version, tried):
    store = in_state(tmp_path, "plain")
    store.change_settings({"theme": "dark"})
    path = store.folder / "settings.json"
    spoilt = json.dumps({"format": "newsoil-settings", "schema_version": version, "theme": {"sky": "red"}}).encode()
    path.write_bytes(spoilt)
    with pytest.raises(NotSaved, match="newer New Soil"):
        store.change_settings({"theme": "light"})
    assert path.read_bytes() == spoilt
    with pytest.raises(NotTaken, match="newer New Soil"):
        read_document(json.dumps({"format": "newsoil-entries", "schema_version": version, "leaves": []}).encode())
    tried(2)


@pytest.mark.tries("newer")
@pytest.mark.parametrize("version", VERSIONS)
def test_key_files_and_sealed_files_of_a_newer_new_soil_are_left_and_nothing_is_taken_that_could_not_be_read_again(
    tmp_path, version, tried
):
    store = in_state(tmp_path, "open")
    store.record(edit("a word"))
    month = month_of(store)
    whole, spoilt = month.read_bytes(), re.sub(rb"\A(newsoil-sealed) 1\n", rb"\1 %d\n" % version, month.read_bytes())
    assert spoilt != whole
    if version < 10**6:
        left_alone(tmp_path, month, spoilt)
    forget(store)
    month.write_bytes(whole)
    keys = {name: store.folder / "sealed" / name for name in NAMES}
    before = {name: path.read_bytes() for name, path in keys.items()}
    for path in keys.values():
        path.write_bytes(json.dumps({**json.loads(path.read_bytes()), "schema_version": version, "ring": 1}).encode())
    newer = tree(tmp_path)
    with pytest.raises(Damaged, match="newer New Soil"):
        Store(tmp_path).unseal(PHRASE)
    with pytest.raises(NotSaved, match="newer New Soil"):
        Store(tmp_path).take(edit("more", 2))
    assert tree(tmp_path) == newer
    for name, path in keys.items():
        path.write_bytes(before[name])
    assert [entry.answers for entry in opened(tmp_path).load().entries] == [{"text": "a word"}]
    tried(2)
