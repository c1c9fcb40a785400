"""The facilitator's notebooks: an essay each, in careful words, with little code, and every cell of them opens."""

import pytest

from newsoil import open_workshop
from newsoil._paths import WORKBOOK, shipped_guide
from newsoil.guide.lint import outline
from newsoil.guide.notebook import read_notebook
from newsoil.guide.notebook_code import code_problems
from newsoil.guide.rules import read_rules
from newsoil.guide.said import Said
from newsoil.guide.wording import wording
from newsoil.server.lab import FACILITATORS, renew_copies

NOTEBOOKS = sorted((WORKBOOK / "facilitate").glob("*.ipynb"))
NAMES = {path.name for path in NOTEBOOKS}


@pytest.fixture(params=NOTEBOOKS, ids=lambda path: path.name)
def notebook(request):
    return request.param, read_notebook(request.param)


def test_there_are_four():
    assert sorted(NAMES) == ["1-prepare.ipynb", "2-plan.ipynb", "3-run.ipynb", "4-after.ipynb"]


def test_their_code_is_little_folded_and_ours(notebook):
    path, read = notebook
    assert [problem.sentence() for problem in code_problems(path.name, read)] == []


def test_their_prose_is_worded_with_care(notebook):
    path, read = notebook
    rules = read_rules(shipped_guide() / "lint")
    found = [problem for cell, prose in read.prose() for problem in wording(Said(f"{path.name}, cell {cell.id}", prose.blocks), rules)]
    assert [problem.sentence() for problem in found] == []


def test_they_have_one_title_and_links_that_lead_somewhere(notebook):
    path, read = notebook
    assert [problem.sentence() for problem in outline(path.name, [prose for _, prose in read.prose()], NAMES)] == []


def test_every_cell_opens_on_an_empty_shelf(notebook, tmp_path, monkeypatch):
    monkeypatch.setenv("NEWSOIL_HOME", str(tmp_path))
    _, read = notebook
    names = {}
    for cell in read.cells:
        if cell.cell_type == "code":
            exec(cell.text, names)  # noqa: S102 - our own notebooks
    assert type(names["workshop"]) is type(open_workshop())
    assert list(tmp_path.iterdir()) == []


def test_jupyterlab_has_them_in_a_folder_of_their_own(tmp_path):
    made = renew_copies(WORKBOOK / "facilitate", tmp_path / "facilitate", shown=FACILITATORS)
    assert {path.name for path in made} == NAMES
    assert renew_copies(WORKBOOK / "facilitate", tmp_path / "facilitate", shown=FACILITATORS) == []


def test_the_workbook_itself_takes_none_of_them_in(tmp_path):
    made = renew_copies(WORKBOOK, tmp_path / "notebooks")
    assert not NAMES & {path.name for path in made}
    assert not any("facilitate" in str(path.relative_to(tmp_path)) for path in made)


def test_the_first_page_says_that_nobody_who_knows_has_reviewed_the_programme():
    text = NOTEBOOKS[0].read_text("utf-8")
    assert "No clinician and no specialist for domestic abuse has reviewed this programme yet" in text
