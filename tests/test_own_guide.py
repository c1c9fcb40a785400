"""A guide of one's own: `--guide DIR` and `newsoil check DIR`."""

import shutil

import pytest

from newsoil import cli
from newsoil._errors import BadContent, BadStart
from newsoil._paths import WORKBOOK, guide_folder, guide_page, notebook_path, shipped_guide
from newsoil.cli_check import use_guide
from newsoil.desk import Desk
from newsoil.guide import open_guide
from newsoil.journal import Store
from newsoil.page import Page
from newsoil.prompts import AsideWidget, ExerciseWidget
from newsoil.server.reading import stage_words


@pytest.fixture
def own(tmp_path):
    """A copy of our guide as somebody would begin with one, with a notebook of their own."""
    folder = tmp_path / "guide"
    shutil.copytree(shipped_guide(), folder)
    (folder / "workbook").mkdir()
    shutil.copy(WORKBOOK / "00-start.ipynb", folder / "workbook")
    return folder


def _break(folder):
    """Give a prompt of the journal a kind that there is not."""
    path = folder / "exercises-after.toml"
    text = path.read_text("utf-8")
    at = text.index('kind = "text"', text.index('id = "journal"'))
    path.write_text(text[:at] + 'kind = "riddle"' + text[at + len('kind = "text"') :], "utf-8")


def test_check_looks_at_a_guide_of_one_s_own(own, capsys):
    shutil.rmtree(own / "workbook")
    assert cli.run(["check", str(own)]) == 0
    _break(own)
    open_guide.cache_clear()
    assert cli.run(["check", str(own)]) == 1
    said = capsys.readouterr().out
    assert "exercises-after.toml" in said
    assert "“journal”" in said
    assert "riddle" in said


def test_a_folder_that_is_not_there_is_said_in_one_sentence(tmp_path):
    with pytest.raises(BadStart, match="There is no folder"):
        cli.run(["check", str(tmp_path / "none")])
    with pytest.raises(BadStart, match="There is no folder"):
        use_guide(str(tmp_path / "none"))
    with pytest.raises(BadContent):
        use_guide(str(tmp_path))


def test_a_guide_that_is_used_says_its_slips_at_the_start(own, capsys, monkeypatch):
    monkeypatch.setenv("NEWSOIL_GUIDE", "")
    _break(own)
    use_guide(str(own))
    assert "riddle" in capsys.readouterr().err
    assert guide_folder() == own
    assert notebook_path("00-start.ipynb") == own / "workbook" / "00-start.ipynb"
    assert notebook_path("01-after-trust-was-hurt.ipynb") == WORKBOOK / "01-after-trust-was-hurt.ipynb"
    (own / "about.md").unlink()
    assert guide_page("about.md") == shipped_guide() / "about.md"


def test_an_exercise_that_cannot_be_used_is_a_sentence_on_its_page_and_all_else_is_there(own, tmp_path, monkeypatch):
    _break(own)
    monkeypatch.setenv("NEWSOIL_GUIDE", str(own))
    guide = open_guide(own)
    page = Page(guide.stage("after-trust-was-hurt"), Desk(guide, Store(tmp_path / "home")))
    refused = page.exercise("journal")
    assert isinstance(refused, AsideWidget)
    assert "riddle" in refused.content["text"]
    assert isinstance(page.exercise("my-alarm-map"), ExerciseWidget)
    assert isinstance(page.exercise("conversation-card"), ExerciseWidget)  # one of its results leads to the journal
    stage_words.cache_clear()
    assert "riddle" in stage_words("after-trust-was-hurt")
    stage_words.cache_clear()
