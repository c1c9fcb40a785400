"""Settings: what a person chose about the app itself is kept, and nothing odd gets in."""

import errno
import json
import stat

import pytest

from newsoil._errors import NotSaved
from newsoil.journal import Settings, change_settings, read_settings


@pytest.fixture
def folder(home):
    return home / "journals" / "mine"


def test_nobody_has_chosen_yet(folder):
    assert read_settings(folder) == Settings()
    assert not folder.exists()


def test_what_was_chosen_is_kept_for_its_owner_alone(folder):
    change_settings(folder, {"theme": "dark", "stage": "signs-in-me"})
    assert change_settings(folder, {"title": "discreet"}) == read_settings(folder)
    assert (read_settings(folder).theme, read_settings(folder).stage, read_settings(folder).title) == ("dark", "signs-in-me", "discreet")
    assert stat.S_IMODE((folder / "settings.json").stat().st_mode) == 0o600


def test_choosing_the_same_again_writes_nothing(folder, fail):
    change_settings(folder, {"theme": "dark"})
    fail("replace", number=None)
    change_settings(folder, {"theme": "dark"})


def test_unknown_names_change_nothing(folder):
    change_settings(folder, {"mood": "good", "format": "mine", "schema_version": 9, "../x": "1"})
    assert read_settings(folder) == Settings()
    assert not (folder / "settings.json").exists()


DEEP = None
for _ in range(5000):
    DEEP = [DEEP]


@pytest.mark.parametrize(
    "changes",
    [
        {"theme": "pink"},
        {"theme": None},
        {"theme": ["dark"]},
        {"size": 115},
        {"stage": "../../etc"},
        {"stage": "half \ud800"},
        {"stage": "a" * 101},
        {"stage": "line\n"},
        {"stage": DEEP},
        {"theme": float("nan")},
    ],
    ids="-".join,
)
def test_unknown_values_are_refused_and_change_nothing(folder, changes):
    change_settings(folder, {"theme": "dark"})
    before = (folder / "settings.json").read_bytes()
    with pytest.raises(NotSaved, match="not one that New Soil knows"):
        change_settings(folder, {"letters": "plain", **changes})
    assert (folder / "settings.json").read_bytes() == before


@pytest.mark.parametrize("damage", [b"", b"{", b"\xff\xfe", b"[" * 200_000, b'{"schema_version": 1, "theme": "pink"}'])
def test_a_damaged_file_reads_as_nobody_having_chosen_and_is_put_aside_when_someone_does(folder, damage):
    folder.mkdir(parents=True)
    (folder / "settings.json").write_bytes(damage)
    assert read_settings(folder) == Settings()
    assert change_settings(folder, {"theme": "light"}).theme == "light"
    assert read_settings(folder).theme == "light"
    assert (folder / "settings.damaged.json").read_bytes() == damage


def test_the_file_of_a_newer_new_soil_is_left_as_it_is(folder):
    folder.mkdir(parents=True)
    newer = json.dumps({"format": "newsoil-settings", "schema_version": 2, "theme": {"day": "light"}}).encode()
    (folder / "settings.json").write_bytes(newer)
    assert read_settings(folder) == Settings()
    with pytest.raises(NotSaved, match="newer New Soil"):
        change_settings(folder, {"theme": "dark"})
    assert (folder / "settings.json").read_bytes() == newer


@pytest.mark.parametrize("call", ["open", "write", "fsync", "replace"])
def test_a_disk_that_refuses_keeps_what_was_chosen_before(folder, fail, call):
    change_settings(folder, {"theme": "dark"})
    mend = fail(call, errno.ENOSPC, number=None)
    with pytest.raises(NotSaved):
        change_settings(folder, {"theme": "light"})
    mend()
    assert read_settings(folder).theme == "dark"
    assert not (folder / "settings.damaged.json").exists()


def test_a_damaged_file_that_cannot_be_put_aside_stays(folder, fail):
    folder.mkdir(parents=True)
    (folder / "settings.json").write_bytes(b"{")
    fail("replace", errno.EACCES)
    with pytest.raises(NotSaved, match="put aside"):
        change_settings(folder, {"theme": "light"})
    assert (folder / "settings.json").read_bytes() == b"{"


def test_a_folder_in_place_of_the_file_is_put_aside_too(folder):
    (folder / "settings.json").mkdir(parents=True)
    assert change_settings(folder, {"theme": "light"}) == read_settings(folder)
    assert (folder / "settings.damaged.json").is_dir()
