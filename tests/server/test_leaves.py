"""The page about what New Soil leaves on a device: it names every file that a journal ever has, and nothing that is a person's own."""

import errno
from pathlib import Path
from types import SimpleNamespace

import mistune
import pytest

from newsoil._errors import NotSaved, NotUnsealed
from newsoil._paths import guide_folder
from newsoil.guide import open_guide
from newsoil.journal import change_settings, sealing, slow
from newsoil.journal.recovery import new_recovery_key
from newsoil.server.leaves import leaves_text
from newsoil.server.own_folders import FOLDERS, keep_within
from places import PLACES, files, is_there, matches, unnamed

PHRASE = "four words of soil"
CHEAP = slow.Cost(memory=32, passes=1, lanes=1)
THERE = {place.id: place for place in PLACES}


@pytest.fixture
def lived_in(store, page, home):
    """A journal with notes of two days and settings."""
    writer = page()
    store.record(writer("one day"))
    store.record(writer("another day", entry="e2", made_at="2026-11-24T10:00:00+01:00", at="2026-11-24T10:00:00+01:00"))
    change_settings(store.folder, {"theme": "dark"})
    return SimpleNamespace(store=store, home=home, writer=writer)


def test_every_file_of_a_plain_journal_is_named(lived_in):
    assert unnamed(lived_in.home) == []
    assert all(is_there(THERE[name], lived_in.home) for name in ("notes", "backups", "settings", "taking-turns"))


def test_every_file_of_a_sealed_journal_is_named_and_no_plain_one_is_left(lived_in, page):
    store = lived_in.store
    sealing.seal(store, PHRASE, new_recovery_key(), CHEAP)
    store.lock()
    with pytest.raises(NotUnsealed):
        store.unseal("not the words")
    store.take(page("two")("while it is locked", entry="e3"))
    assert unnamed(lived_in.home) == []
    assert {name.split("/")[-1] for name in files(store.folder / "sealed" / "inbox")} == {"00000001"}
    assert is_there(THERE["sealed-notes"], lived_in.home)
    assert not any(is_there(THERE[name], lived_in.home) for name in ("notes", "backups"))


def test_what_an_interrupted_write_leaves_is_named(lived_in, fail):
    fail("unlink", number=None)
    fail("replace", errno.EIO, number=None)
    with pytest.raises(NotSaved):
        lived_in.store.record(lived_in.writer("a word that is cut off"))
    assert is_there(THERE["half-written"], lived_in.home)
    assert unnamed(lived_in.home) == []


def test_what_an_interrupted_sealing_leaves_is_named(lived_in):
    draft = lived_in.store.folder / "sealing"
    (draft / "entries").mkdir(parents=True)
    (draft / "entries" / ("0" * 32)).write_bytes(b"")
    assert unnamed(lived_in.home) == []


def test_damaged_settings_that_were_put_aside_are_named(lived_in):
    (lived_in.store.folder / "settings.json").write_text("not json")
    change_settings(lived_in.store.folder, {"theme": "light"})
    assert "journals/mine/settings.damaged.json" in files(lived_in.home)
    assert unnamed(lived_in.home) == []


@pytest.mark.parametrize(
    "name",
    ["my own.txt", "journals/mine/entries/notes.txt", "journals/mine/copy of 2026-11.json", "journals/entries/2026-11.json", "server/log"],
)
def test_a_file_that_new_soil_does_not_write_is_not_taken_for_one_of_its_own(home, name):
    (home / name).parent.mkdir(parents=True)
    (home / name).touch()
    assert unnamed(home) == [name]


@pytest.mark.parametrize(
    ("pattern", "name", "fits"),
    [
        ("a/*/b.json", "a/x/b.json", True),
        ("a/*/b.json", "a/x/y/b.json", False),
        ("a/**", "a/x/y", True),
        ("a/**", "ab/x", False),
        ("**/.*.draft", ".x.draft", True),
        ("**/.*.draft", "a/b/.x.draft", True),
        ("**/.*.draft", "a/b/x.draft", False),
    ],
)
def test_a_star_is_one_name_and_two_are_any_folders(pattern, name, fits):
    assert matches(pattern, name) is fits


def test_the_page_names_the_folder_of_this_person_and_every_kind_of_file(tmp_path):
    page = mistune.html(leaves_text(tmp_path))
    assert f"<code>{tmp_path}</code>" in page
    for place in PLACES:
        assert f"<h3>{place.title}</h3>" in page
        assert all(f"<code>{pattern}</code>" in page for pattern in place.files)
    assert "{" not in page


@pytest.mark.parametrize("name", ["a`b", "``", "<b>bold</b>", "with *stars* and _lines_", "a\nb"])
def test_a_folder_with_odd_letters_is_named_and_never_markup(tmp_path, name):
    page = mistune.html(leaves_text(tmp_path / name))
    assert "<b>" not in page
    assert f"<code>{tmp_path}/{name}</code>".replace("\n", " ").replace("<b>bold</b>", "&lt;b&gt;bold&lt;/b&gt;") in page


def test_jupyter_and_ipython_are_told_to_write_below_the_folder_for_its_owner_alone(tmp_path, monkeypatch):
    for variable in FOLDERS:
        monkeypatch.setenv(variable, "elsewhere")
    keep_within(tmp_path / "server")
    from IPython.paths import get_ipython_dir
    from jupyter_core.paths import jupyter_config_dir, jupyter_data_dir, jupyter_runtime_dir

    told = [jupyter_config_dir(), jupyter_data_dir(), jupyter_runtime_dir(), get_ipython_dir()]
    assert told == [str(tmp_path / "server" / name) for name in ("config", "data", "run", "ipython")]
    assert {Path(folder).stat().st_mode & 0o777 for folder in told} == {0o700}


def test_the_page_says_first_that_removing_can_be_noticed(tmp_path):
    opening = leaves_text(tmp_path).partition("\n## ")[0]
    assert "they may notice that something is gone" in opening
    assert "A specialist service for domestic abuse" in opening


def test_the_page_says_what_people_with_more_rights_and_operators_could_see(tmp_path):
    page = leaves_text(tmp_path)
    assert "Whoever has an administrator’s account can open every file and watch what runs." in page
    operators = page.partition("## On a computer that others run\n")[2].partition("\n## ")[0]
    for words in ("can see that you came", "open the files", "in the memory of their computer", "change the program"):
        assert words in operators, words


def test_before_a_passphrase_is_set_and_on_the_page_it_is_said_that_a_browser_may_keep_it(tmp_path):
    warning = "browser may offer to keep"
    assert warning in open_guide(guide_folder()).words["door"]["seal-what"]
    assert warning in leaves_text(tmp_path)
    assert "whoever uses that browser can open everything" in leaves_text(tmp_path)


def test_the_page_says_which_windows_leaving_quickly_does_not_close(tmp_path):
    leaving = leaves_text(tmp_path).partition("### Leaving quickly\n")[2].partition("\n### ")[0]
    assert "Windows of JupyterLab, or of a second journal, stay open." in leaving


def test_the_page_says_what_becomes_of_tables_and_figures_of_one_s_notes(tmp_path):
    page = leaves_text(tmp_path)
    tables = page.partition("### Tables and figures\n")[2].partition("\n### ")[0]
    for words in ("leaves them out of the file", "Another program", "clear all outputs before you save", "is a plain file"):
        assert words in tables, words
    assert "in memory until you shut down its kernel. Locking the notes does not change that." in page


@pytest.mark.parametrize(
    "words",
    ["history", "downloads", "queue", "clipboard", "backed up", "administrator", "cookies", "cloud", "memory", "private window"],
)
def test_the_page_speaks_of_every_place_that_is_not_ours(tmp_path, words):
    assert words in leaves_text(tmp_path)
