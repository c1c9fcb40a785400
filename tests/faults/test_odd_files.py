"""Whatever a file says, ours or one that somebody brings: a sentence at most, and nothing is written outside the folder."""

import json
import shutil

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from breaking import PHRASE, RECOVERY, edit, fence, in_state, opened, said, tree
from newsoil._errors import NewSoilError, NotTaken
from newsoil._paths import WORKBOOK, guide_folder, support_folder
from newsoil.guide.notebook import read_notebook
from newsoil.guide.reading import read_file, read_guide
from newsoil.guide.support import read_support
from newsoil.journal import Store, read_settings, to_json
from newsoil.journal.document import preview, read_document
from newsoil.journal.keyfile import NAMES, decode_key_file
from newsoil.journal.months import decode
from newsoil.journal.recovery import read_recovery_key
from newsoil.journal.restore import merge, open_backup, write_backup
from spoiling import HOSTILE, anything, often, other_values, slips, words

NOTE = {
    "id": "e1",
    "exercise": "journal",
    "exercise_version": 1,
    "made_at": "2026-11-23T10:00:00+01:00",
    "changed_at": "2026-11-23T10:05:00+01:00",
    "for_date": "2026-11",
    "situation": None,
    "status": "done",
    "skipped": ["wish"],
    "answers": {"text": "Grüße 🌱", "how": 3, "rows": [{"id": "r1", "what": "a"}], "fears": ["a", "b"]},
    "links": {"fear": "e2"},
    "tags": ["fear"],
    "earlier": [{"at": "2026-11-23T10:01:00+01:00", "answers": {"text": "Gr"}}],
    "deleted_at": None,
}
DOCUMENT = {"format": "newsoil-entries", "schema_version": 1, "entries": [NOTE, {**NOTE, "id": "e2", "made_at": "2026-12-01T00:00:00Z"}]}
RAW = json.dumps(DOCUMENT, indent=1).encode()


def test_what_is_spoilt_here_is_whole_before():
    assert (len(read_document(RAW).entries), read_document(RAW).refused, len(decode(RAW)[0])) == (2, (), 2)


@pytest.mark.tries("odd-documents")
@pytest.mark.parametrize("state", ["plain", "open"])
def test_no_document_raises_anything_else_or_writes_outside_and_what_is_taken_can_be_read(tmp_path, state, tried):
    store = in_state(tmp_path / "home", state)
    store.record(edit("before", entry="mine", made_at="2026-11-01T10:00:00+01:00"))

    @often(80, 3000)
    @given(slips(RAW) | other_values(DOCUMENT) | st.binary(max_size=60) | anything.map(lambda odd: json.dumps(odd).encode()))
    def bring(raw):
        with fence(store.folder):
            came = said(read_document, raw)
            if not isinstance(came, NewSoilError):
                preview(store.load(), came)
                looked = said(merge, store, came, "2026-11-25")
                assert not isinstance(looked, NewSoilError), looked
        tried()

    bring()
    journal = opened(tmp_path / "home").load()
    assert journal.unreadable == ()
    assert next(entry for entry in journal.entries if entry.id == "mine").answers == {"text": "before"}
    assert read_document(to_json(journal)).refused == ()


@pytest.mark.tries("odd-files")
def test_no_month_raises_anything_else_and_a_word_is_kept_beside_it(tmp_path, tried):
    store = Store(tmp_path)
    path = store.entries / "2026-11.json"
    store.entries.mkdir(parents=True)

    @often(80, 3000)
    @given(slips(RAW) | other_values(DOCUMENT) | st.binary(max_size=60))
    def read(raw):
        path.write_bytes(raw)
        with fence(store.folder):
            assert isinstance(came := said(decode, raw), NewSoilError) or len(came) == 2
            before = Store(tmp_path).load()
            entry = Store(tmp_path).record(edit("kept", entry="new"))
            after = Store(tmp_path).load()
        assert entry in after.entries
        if before.unreadable:
            assert path.read_bytes() == raw
        else:
            assert {entry.id for entry in before.entries} < {entry.id for entry in after.entries}
        for other in store.folder.rglob("*.json"):
            other.unlink()
        shutil.rmtree(store.folder / "backups", ignore_errors=True)
        tried()

    read()


@pytest.mark.tries("odd-files")
def test_no_file_of_settings_raises_anything_else(tmp_path, tried):
    store = Store(tmp_path)
    store.change_settings({"stage": "start", "practices": ["one", "two"], "partner": "Ö"})
    path = store.folder / "settings.json"
    whole = path.read_bytes()

    @often(80, 3000)
    @given(slips(whole) | other_values(json.loads(whole)) | st.binary(max_size=60))
    def read(raw):
        path.write_bytes(raw)
        with fence(store.folder):
            read_settings(store.folder)
            said(store.change_settings, {"theme": "dark"})
            said(store.change_settings, {"theme": "light"})
        tried()

    read()


@pytest.mark.tries("odd-files")
def test_no_key_file_raises_anything_else_or_costs_a_word_once_the_right_one_is_back(tmp_path, tried):
    store = in_state(tmp_path, "open")
    store.record(edit("a word"))
    paths = [store.folder / "sealed" / name for name in NAMES]
    whole = paths[0].read_bytes()

    @often(40, 1500)
    @given(slips(whole) | other_values(json.loads(whole)) | st.binary(max_size=60), st.booleans())
    def read(raw, both):
        came = said(decode_key_file, raw)
        assume(isinstance(came, NewSoilError) or came.passphrase.cost.memory * came.passphrase.cost.passes < 10_000)
        paths[0].write_bytes(raw)
        paths[1].write_bytes(raw if both else whole)
        with fence(store.folder):
            for secret, by in ((PHRASE, "passphrase"), (RECOVERY, "recovery")):
                other = Store(tmp_path)
                said(other.unseal, secret, by)
                other.load()
            said(Store(tmp_path).take, edit("typed meanwhile", 2))
            said(Store(tmp_path).settings)
        for path in paths:
            path.write_bytes(whole)
        for post in (store.folder / "sealed" / "inbox").glob("*"):
            post.unlink()
        (store.folder / "sealed" / "tries").unlink(missing_ok=True)
        assert opened(tmp_path).load().entries[0].answers["text"] in ("a word", "typed meanwhile")
        tried()

    read()


@pytest.mark.tries("odd-files")
@pytest.mark.parametrize("state", ["plain", "open"])
def test_no_backup_raises_anything_else_or_writes_outside(tmp_path, state, tried):
    store = in_state(tmp_path / "home", state)
    store.record(edit("a word"))
    write_backup(store, tmp_path / "backup")
    whole = (tmp_path / "backup").read_bytes()
    before = tree(tmp_path)

    @often(60, 2000)
    @given(slips(whole) | st.binary(max_size=60) | st.binary(max_size=60).map(lambda more: b"newsoil-backup 1\n" + more))
    def take(raw):
        with fence(store.folder):
            exported = said(open_backup, raw, RECOVERY, "recovery") if state == "open" else raw
            if not isinstance(exported, NewSoilError):
                came = said(read_document, exported)
                assert isinstance(came, NotTaken) or preview(store.load(), came).new >= 0
        tried()

    take()
    assert tree(tmp_path) == before


@pytest.mark.tries("odd-files")
def test_no_typed_recovery_key_raises_anything_else(tried):
    @often(60, 2000)
    @given(words | slips(RECOVERY.encode()).map(lambda raw: raw.decode("utf-8", "replace")))
    def type_in(typed):
        came = said(read_recovery_key, typed)
        assert isinstance(came, NewSoilError | str)
        tried()

    type_in()


# ---- the guide ---------------------------------------------------------------------------------------------------------

FILES = sorted(guide_folder().glob("*.toml"))
SMALL = b"""
format_version = 1

[words.save]
saved = "Saved at {time}"

[[exercise]]
id = "diary"
title = "Diary"
stage = "start"
kind = "log"
version = 3
minutes = "a minute"
rhythm = "daily"
label = "text"
prompts = [
    { kind = "text", id = "text", label = "Text" },
    { kind = "choices", id = "tags", label = "Some", options = [{ id = "x", label = "X" }], own = "yours" },
]
"""


@pytest.mark.tries("odd-guide")
def test_no_file_of_the_guide_raises_anything_else_or_writes_anything(tmp_path, tried):
    deep = [b"a = " + b"[" * 100_000, b"a = " + b"{b=" * 5_000, b"[a" + b".a" * 5_000 + b"]", b"format_version = 1e999", b"a = 2026-99-99"]

    @often(150, 4000)
    @given(
        slips(SMALL)
        | st.sampled_from(FILES).flatmap(lambda path: slips(path.read_bytes()))
        | st.binary(max_size=60)
        | st.sampled_from(deep)
    )
    def read(raw):
        (tmp_path / "guide.toml").write_bytes(raw)
        with fence(tmp_path / "nowhere"):
            said(read_file, tmp_path / "guide.toml")
            said(read_guide.__wrapped__, tmp_path)
        tried()

    for raw in (SMALL, *deep):
        (tmp_path / "guide.toml").write_bytes(raw)
        assert isinstance(said(read_file, tmp_path / "guide.toml"), NewSoilError) == (raw is not SMALL)
    read()


@pytest.mark.tries("odd-guide")
def test_no_file_of_help_lines_raises_anything_else_or_writes_anything(tmp_path, tried):
    files = sorted(support_folder().glob("*.toml"))
    shutil.copy(support_folder() / "international.toml", tmp_path)

    @often(100, 2000)
    @given(
        st.sampled_from(files).flatmap(lambda path: slips(path.read_bytes())) | st.binary(max_size=60), st.sampled_from(["de", "zz", "x y"])
    )
    def read(raw, name):
        (tmp_path / f"{name}.toml").write_bytes(raw)
        with fence(tmp_path / "nowhere"):
            said(read_support.__wrapped__, tmp_path)
        (tmp_path / f"{name}.toml").unlink()
        tried()

    assert not isinstance(said(read_support.__wrapped__, tmp_path), NewSoilError)
    read()


@pytest.mark.tries("odd-guide")
def test_no_notebook_raises_anything_else_or_writes_anything(tmp_path, tried):
    whole = (WORKBOOK / "00-start.ipynb").read_bytes()

    @often(60, 1500)
    @given(slips(whole) | other_values(json.loads(whole)) | st.binary(max_size=60))
    def read(raw):
        (tmp_path / "stage.ipynb").write_bytes(raw)
        with fence(tmp_path / "nowhere"):
            said(read_notebook, tmp_path / "stage.ipynb")
        tried()

    read()


@pytest.mark.tries("odd-guide")
@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_that_leads_elsewhere_finds_nothing_in_the_guide(name, tried):
    guide = read_guide(guide_folder())
    for find in (guide.stage, guide.exercise, guide.aside, guide.chart, guide.recipient):
        assert isinstance(said(find, name), NewSoilError)
        tried()
