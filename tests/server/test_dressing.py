"""How a page comes to its person: what it asks and tells first, and how it looks, in each way of keeping notes."""

import re
from types import SimpleNamespace

import pytest

from newsoil._paths import guide_folder
from newsoil.guide import read_guide
from newsoil.journal import Settings, Store, change_settings, read_settings, sealing, slow
from newsoil.journal.recovery import new_recovery_key
from newsoil.journal.shelf import has_notes
from newsoil.server.page_handler import LOOKS_HERE, Dressing

CHEAP = slow.Cost(memory=32, passes=1, lanes=1)
NAMES = {"named": "New Soil", "discreet": "Notes"}


def attributes(home, way="here", *, tells=True, cookie=""):
    """What stands at the root of a page that is sent to a person whose journal is in this home."""
    folder = Store(home).folder
    dressing = Dressing(
        lambda: read_settings(folder) if way == "here" else Settings(),
        NAMES,
        lambda _stage: "",
        lambda: has_notes(folder),
        tells=tells,
        way=way,
    )
    marks = dressing.marks(SimpleNamespace(get_cookie=lambda _name: cookie))
    return dict(re.findall(r'data-(\w+)="([^"]*)"', marks[LOOKS_HERE]))


def first(home, way="here", **more):
    shown = attributes(home, way, **more)
    return shown["keep"], shown["told"]


def test_whoever_begins_is_asked_and_told(home):
    assert first(home) == ("ask", "false")


def test_whoever_has_been_told_is_asked_nothing(home, store):
    change_settings(store.folder, {"told": True})
    assert first(home) == ("here", "true")


def test_whoever_has_notes_here_and_was_not_told_is_told_and_finds_the_notes(home, store, page):
    """Notes may have been begun in JupyterLab: they must not look lost behind a question."""
    store.record(page()("a word"))
    assert first(home) == ("here", "false")
    sealing.seal(store, "four words of soil", new_recovery_key(), CHEAP)
    assert first(home) == ("here", "false")


@pytest.mark.parametrize("way", ["visitor", "try"])
def test_where_nothing_is_kept_nobody_is_asked_and_everyone_is_told(home, store, way):
    change_settings(store.folder, {"told": True})
    assert first(home, way) == (way, "false")


def test_a_notebook_of_somebody_s_own_asks_and_tells_nothing(home):
    assert first(home, tells=False) == ("here", "true")


def test_a_folder_that_cannot_be_looked_into_counts_as_one_with_notes(tmp_path, monkeypatch):
    folder = Store(tmp_path).folder
    assert not has_notes(folder)
    (folder / "entries").mkdir(parents=True)
    (folder / "entries" / ".2026-11.json.draft").touch()
    assert not has_notes(folder)

    def refuses(_path):
        raise PermissionError(13, "no")

    monkeypatch.setattr("pathlib.Path.iterdir", refuses)
    assert has_notes(folder)


def test_a_page_names_all_of_its_looks_so_that_one_choice_keeps_the_others(home):
    shown = attributes(home, cookie="theme=dark&country=gb")
    assert shown["looks"].split() == ["theme", "size", "letters", "title", "exit", "acute", "rounds", "country"]
    assert (shown["theme"], shown["country"]) == ("dark", "gb")


def test_what_is_asked_first_has_its_words():
    words = read_guide(guide_folder()).words["keeping"]
    assert all(words[name] and words[f"{name}-more"] for name in ("sealed", "here", "visitor", "try"))
    assert all(words[f"seal-{name}"] for name in ("title", "soon", "first", "aside"))
