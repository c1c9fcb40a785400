"""The same notebooks in JupyterLab: the same exercises, the same journal, nothing of the person in any notebook."""

import json
from types import SimpleNamespace

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from conftest import entries, reading, thorough
from filling import prompt_on, says_saved, settled
from lab_pages import run_all
from newsoil._paths import WORKBOOK, guide_folder
from newsoil.guide import read_guide
from newsoil.guide.notebook_code import ANALYSIS
from newsoil.server.without_outputs import VIEW
from servers import reached, running

NOTEBOOKS = [stage.notebook for stage in read_guide(guide_folder()).stages]
AT_ONCE = [NOTEBOOKS[0], "06-day-by-day.ipynb", "07-seeing-change.ipynb"]
"""Those that `make test` runs in JupyterLab; they have each kind of widget between them. Cells of all are run without a browser, too."""
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@pytest.fixture(scope="module")
def at_lab(chromium, tmp_path_factory):
    """A person at JupyterLab; each test has notebooks of its own."""
    with running("lab", tmp_path_factory.mktemp("lab") / "home") as server, reading(chromium, server) as reader:
        yield SimpleNamespace(reader=reader, server=server, home=server.home)


def code_cells(path):
    """The code cells of a notebook; none while JupyterLab, which writes in place, has it half written."""
    try:
        cells = json.loads(path.read_text("utf-8"))["cells"]
    except json.JSONDecodeError:
        return []
    return [cell for cell in cells if cell["cell_type"] == "code"]


def saved(page, path):
    """Save as a person does, and read the notebook once it stands in the file whole."""
    before = path.stat().st_mtime_ns
    page.keyboard.press("Control+s")
    reached(lambda: path.stat().st_mtime_ns != before and code_cells(path))
    return json.loads(path.read_text("utf-8"))


def test_every_shipped_notebook_is_copied_for_the_person_and_is_a_stage_but_the_one_for_people_who_know_pandas(at_lab):
    shipped = sorted(path.name for path in WORKBOOK.glob("[0-9][0-9]-*.ipynb"))
    assert shipped == sorted([*NOTEBOOKS, ANALYSIS])
    assert sorted(path.name for path in (at_lab.home / "notebooks").glob("*.ipynb")) == [
        *shipped,
        "all-exercises.ipynb",
        "your-notes.ipynb",
    ]


@pytest.mark.parametrize("notebook", [one if one in AT_ONCE else thorough(one) for one in NOTEBOOKS])
def test_a_notebook_runs_all_its_cells_without_an_error_and_shows_no_code(at_lab, notebook):
    page = run_all(at_lab.reader, notebook)
    first, *others = code_cells(WORKBOOK / notebook)
    expect(
        page.locator(
            ".jp-Notebook :is([data-exercise], [data-chart], [data-charts], [data-look-back], [data-aside], [data-reminder], .ns-door)"
        )
    ).to_have_count(len(others))
    assert page.locator(".jp-CodeCell").evaluate_all(
        "(cells) => cells.map((cell) => !!cell.querySelector('.jp-InputArea-editor')?.checkVisibility())"
    ) == [False] * (1 + len(others))
    kept = saved(page, at_lab.home / "notebooks" / notebook)
    assert [list(output["data"]) for cell in kept["cells"] for output in cell.get("outputs", [])] == [[VIEW]] * len(others)
    assert {cell["execution_count"] for cell in code_cells(at_lab.home / "notebooks" / notebook)} == {None}
    assert "widgets" not in kept["metadata"]
    assert (at_lab.reader.elsewhere, first["outputs"]) == ([], [])
    page.close(run_before_unload=True)


def test_a_chart_is_drawn_without_asking_anyone_for_it(at_lab):
    page = run_all(at_lab.reader, "07-seeing-change.ipynb")
    for prompt in ("calm-talks", "secure"):
        prompt_on(page, "weekly-check-in", prompt).get_by_role("radio").nth(3).check()
    settled(page)
    chart = page.locator("[data-chart]")
    chart.scroll_into_view_if_needed()
    expect(chart.locator(".ns-picture[data-drawn]")).to_be_visible(timeout=20_000)
    assert page.locator(".modebar").count() == 0
    assert at_lab.reader.elsewhere == []
    for place in ("[data-chart]", "[data-exercise]"):
        found = Axe().run(page, context=place, options={"runOnly": RULES, "resultTypes": ["violations"]}).response["violations"]
        assert [one["id"] for one in found] == []
    page.close(run_before_unload=True)


def test_an_answer_is_on_disk_and_in_no_notebook_and_no_widget_state_is_kept(at_lab):
    page = run_all(at_lab.reader, "02-signs-in-me.ipynb")
    prompt_on(page, "one-good-decision", "decision").locator("textarea").fill("canary-7f3a9 a walk before I answered")
    says_saved(page, "one-good-decision", "decision")
    assert [entry["answers"]["decision"] for entry in entries(at_lab.home) if entry["exercise"] == "one-good-decision"] == [
        "canary-7f3a9 a walk before I answered"
    ]
    path = at_lab.home / "notebooks" / "02-signs-in-me.ipynb"
    before = path.stat().st_mtime_ns
    page.keyboard.press("Control+s")
    reached(lambda: path.stat().st_mtime_ns != before)
    assert "widgets" not in json.loads(path.read_text("utf-8"))["metadata"]
    for file in at_lab.home.rglob("*"):
        if file.is_file() and file.parent.name != "entries":
            assert b"canary-7f3a9" not in file.read_bytes(), file
    page.close(run_before_unload=True)


def test_a_journal_note_is_the_same_note_in_jupyterlab_and_in_the_app(at_lab, chromium):
    at_desk = run_all(at_lab.reader, "01-after-trust-was-hurt.ipynb")
    prompt_on(at_desk, "journal", "text").locator("textarea").fill("begun in JupyterLab")
    settled(at_desk)
    at_desk.close(run_before_unload=True)
    with running("app", at_lab.home) as app, reading(chromium, app) as reader:
        page = reader.open("after-trust-was-hurt")
        field = prompt_on(page, "journal", "text").locator("textarea")
        expect(field).to_have_value("begun in JupyterLab")
        field.fill("begun in JupyterLab, finished in the app")
        settled(page)
    (entry,) = [entry for entry in entries(at_lab.home) if entry["exercise"] == "journal"]
    assert entry["answers"]["text"] == "begun in JupyterLab, finished in the app"
    again = run_all(at_lab.reader, "01-after-trust-was-hurt.ipynb")
    expect(prompt_on(again, "journal", "text").locator("textarea")).to_have_value("begun in JupyterLab, finished in the app")
    again.close(run_before_unload=True)


def test_the_last_word_is_kept_when_a_notebook_is_closed_at_once(at_lab):
    page = run_all(at_lab.reader, "04-safe-together.ipynb")
    prompt_on(page, "small-wins", "win").locator("textarea").press_sequentially("a shared laugh")
    page.close(run_before_unload=True)
    reached(
        lambda: [entry["answers"] for entry in entries(at_lab.home) if entry["exercise"] == "small-wins"] == [{"win": "a shared laugh"}]
    )


def test_exercises_of_a_notebook_that_was_saved_are_there_again_when_the_page_is_loaded_anew(at_lab):
    page = run_all(at_lab.reader, "02-signs-in-me.ipynb")
    exercises = page.locator("[data-exercise]")
    there = exercises.count()
    saved(page, at_lab.home / "notebooks" / "02-signs-in-me.ipynb")
    page.reload()
    expect(exercises).to_have_count(there, timeout=60_000)
    assert there > 0
    page.close(run_before_unload=True)
