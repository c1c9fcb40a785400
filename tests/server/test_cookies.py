"""The names of a journal's cookies: its own, the same every day, and without a word of where it is."""

import shutil
from pathlib import Path

from newsoil.server.cookies import cookie_secret, mark_of


def test_a_home_has_one_mark_and_no_other_home_has_it(tmp_path):
    one, other = tmp_path / "one", tmp_path / "other"
    assert mark_of(one) == mark_of(one)
    assert mark_of(one) != mark_of(other)


def test_a_copy_of_a_home_has_a_mark_of_its_own(tmp_path):
    mark = mark_of(tmp_path / "one")
    shutil.copytree(tmp_path / "one", tmp_path / "copy")
    assert cookie_secret(tmp_path / "copy") == cookie_secret(tmp_path / "one")
    assert mark_of(tmp_path / "copy") != mark


def test_a_mark_is_short_and_nobody_can_tell_the_place_from_it(tmp_path):
    """Whoever guesses a place needs the home's secret to try it."""
    mark = mark_of(tmp_path)
    assert len(mark) == 8
    (tmp_path / "server" / "cookie_secret").unlink()
    assert mark_of(tmp_path) != mark


def test_the_way_by_which_a_home_is_named_changes_nothing(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "beside").mkdir()
    assert mark_of(tmp_path) == mark_of(tmp_path / "beside" / "..") == mark_of(Path())
