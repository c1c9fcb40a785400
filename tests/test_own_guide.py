"""A guide of one's own: `--guide DIR` and `newsoil check DIR`."""

import json
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


BY_HAND = """\
format_version = 1

[[stage]]
id = "garden"
title = "The garden"
notebook = "00-garden.ipynb"

[[exercise]]
id = "what-grew"
title = "What grew"
stage = "garden"
kind = "log"
minutes = "about a minute"
rhythm = "whenever you like"
ours = "We ask so that you can look back."
label = "grew"

[[exercise.prompts]]
kind = "text"
id = "grew"
label = "What grew today?"
"""
CELLS = (
    "# The garden\n\nYou can read on. [All exercises](all-exercises.ipynb)",
    'from newsoil import open_page\n\npage = open_page("garden")',
    'page.exercise("what-grew")',
)
OWN_WORDS = 'format_version = 1\n\n[[alarm]]\nwords = ["weeds"]\ninstead = "Name the plant."\n'
OWN_EXCEPTION = 'format_version = 1\n\n[[exception]]\nword = "weeds"\nwhere = "exercise what-grew, title"\nreason = "A plant."\n'


def _cell(number, source):
    if source.startswith("#"):
        return {"cell_type": "markdown", "id": f"cell-{number}", "source": source, "metadata": {}}
    code = {"metadata": {"jupyter": {"source_hidden": True}}, "outputs": [], "execution_count": None}
    return {"cell_type": "code", "id": f"cell-{number}", "source": source, **code}


@pytest.fixture
def by_hand(tmp_path):
    """A guide that somebody wrote from nothing: one stage with its notebook, and one exercise."""
    folder = tmp_path / "garden"
    (folder / "workbook").mkdir(parents=True)
    (folder / "garden.toml").write_text(BY_HAND, "utf-8")
    notebook = {"cells": [_cell(*one) for one in enumerate(CELLS)], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    (folder / "workbook" / "00-garden.ipynb").write_text(json.dumps(notebook), "utf-8")
    return folder


def _rewrite(path, old, new):
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def _checked(folder, capsys):
    """What `newsoil check` says of a folder, line by line."""
    status = cli.run(["check", str(folder)])
    said = capsys.readouterr().out.splitlines()
    assert status == bool(said)
    return said


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


def test_a_guide_that_is_no_copy_of_ours_has_no_problem(by_hand, capsys):
    assert _checked(by_hand, capsys) == []


@pytest.mark.parametrize(
    ("file", "slip", "said"),
    [
        ("garden.toml", ("grew today?", "must grow?"), "exercise what-grew, prompt grew, label: “must” is on the word list. "),
        ("garden.toml", ('label = "grew"', 'label = "rain"'), "/garden.toml: exercise what-grew: its label “rain” is no prompt of it. "),
        ("garden.toml", ('kind = "text"', 'kind = "riddle"'), "/garden.toml: exercise “what-grew”: Invalid value 'riddle'"),
        ("workbook/00-garden.ipynb", ("read on.", "read on!"), "00-garden.ipynb, cell cell-0: “You can read on! All exercises” has an "),
        ("workbook/00-garden.ipynb", ("(all-exercises", "(01-yard"), "00-garden.ipynb: its link to “01-yard.ipynb” leads to no notebook. "),
    ],
)
def test_a_slip_in_it_is_one_sentence(by_hand, capsys, file, slip, said):
    _rewrite(by_hand / file, *slip)
    (found,) = _checked(by_hand, capsys)
    assert said in found


def test_a_stage_without_a_notebook_is_named_and_nothing_is_said_of_ours(by_hand, capsys):
    shutil.rmtree(by_hand / "workbook")
    nowhere = "exercise what-grew: it is shown 0 times. Show it once, in the notebook of its stage."
    assert _checked(by_hand, capsys) == [
        "stage garden: no notebook “00-garden.ipynb” can be read. Write it, or correct “notebook”.",
        nowhere,
    ]
    _rewrite(by_hand / "garden.toml", "00-garden.ipynb", "00-start.ipynb")
    assert _checked(by_hand, capsys) == [
        "stage garden: the guide has no notebook “00-start.ipynb”, and ours of that name shows other things. Write one into workbook/.",
        nowhere,
    ]


def test_a_guide_with_words_of_its_own_is_read_by_them_alone(by_hand, capsys):
    _rewrite(by_hand / "garden.toml", "What grew today?", "What must grow, weeds too?")
    (by_hand / "lint").mkdir()
    (by_hand / "lint" / "words.toml").write_text(OWN_WORDS, "utf-8")
    (by_hand / "lint" / "exceptions.toml").write_text(OWN_EXCEPTION, "utf-8")
    word, idle = _checked(by_hand, capsys)
    assert word.startswith("exercise what-grew, prompt grew, label: “weeds” is on the word list. Name the plant.")
    assert idle == "lint/exceptions.toml: “weeds” is not in “exercise what-grew, title”. Take the exception out."
    _rewrite(by_hand / "lint" / "exceptions.toml", "what-grew, title", "what-grew, prompt grew, label")
    assert _checked(by_hand, capsys) == []


def test_a_copy_of_ours_has_no_problem_with_some_of_its_notebooks_its_own_and_with_our_words(own, capsys):
    assert _checked(own, capsys) == []
    shutil.rmtree(own / "lint")
    assert _checked(own, capsys) == []


@pytest.mark.parametrize(
    "arguments", [["--guide", "{}"], ["app", "--guide", "{}"], ["--guide", "{}", "app"], ["app", "--guide={}"], ["lab", "--guide", "{}"]]
)
def test_the_guide_that_the_command_names_is_the_one_that_is_served(by_hand, tmp_path, monkeypatch, arguments):
    monkeypatch.setenv("NEWSOIL_GUIDE", "")
    served = []
    for serve in ("newsoil.server.web.serve", "newsoil.server.lab.serve_lab"):
        monkeypatch.setattr(serve, lambda *_, **__: served.append(guide_folder()))
    assert cli.run(["--home", str(tmp_path / "home"), "--no-browser", *(argument.format(by_hand) for argument in arguments)]) == 0
    assert served == [by_hand]


def test_a_guide_that_is_not_there_is_said_before_anything_is_served(tmp_path):
    with pytest.raises(BadStart, match="There is no folder"):
        cli.run(["app", "--home", str(tmp_path / "home"), "--no-browser", "--guide", str(tmp_path / "none")])


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
