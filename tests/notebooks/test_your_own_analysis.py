"""The notebook for people who know pandas says today what it said when it was written: its tables are compared, number by number."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from jupyter_client.manager import start_new_kernel

from newsoil._paths import WORKBOOK, guide_folder
from newsoil.guide import read_guide
from newsoil.guide.notebook import read_notebook
from newsoil.guide.notebook_code import ANALYSIS
from newsoil.looking import NO_OUTPUTS, OUTPUTS_STAY

ROOT = Path(__file__).parents[2]
CELLS = [cell for cell in read_notebook(WORKBOOK / ANALYSIS).cells if cell.cell_type == "code"]
NOT_COMPARED = "nbval-ignore-output"
"""The tag of cells that show a figure or a widget, which is never the same twice."""


def test_it_gives_the_outputs_that_it_shows():
    command = [sys.executable, "-m", "pytest", "--nbval", "--nbval-current-env", "-p", "no:cacheprovider", "-q", str(WORKBOOK / ANALYSIS)]
    ran = subprocess.run([*command, "--override-ini=addopts="], check=False, capture_output=True, text=True, cwd=ROOT)
    assert ran.returncode == 0, ran.stdout[-3000:]
    assert f"{len(CELLS)} passed" in ran.stdout


def test_only_figures_and_the_door_are_not_compared_and_before_each_figure_stands_a_table_of_its_numbers():
    names = [cell.id for cell in CELLS]
    skipped = [cell for cell in CELLS if NOT_COMPARED in cell.metadata.get("tags", ())]
    assert [cell.id for cell in skipped] == ["door", "weeks-figure", "secure-figure"]
    assert [cell.outputs for cell in skipped] == [[]] * 3
    assert [names[names.index(figure.id) - 1] for figure in skipped[1:]] == ["weeks", "secure"]
    assert [cell.id for cell in CELLS if not cell.outputs and cell not in skipped] == ["open"]


def test_it_is_the_invented_journal_that_is_shown():
    (opened,) = [cell.text for cell in CELLS if "open_journal(" in cell.text]
    assert "open_journal(sample=True)" in opened


RUN = """
import json, sys
import plotly.io
plotly.io.renderers.default = "json"
names = {}
for code in json.load(sys.stdin):
    exec(code, names)
print(len(names["journal"].entries), "notes were looked at")
"""


@pytest.mark.parametrize("notes", [0, 1])
def test_no_cell_stops_at_notes_that_are_very_few(store, page, home, monkeypatch, notes):
    """With its first notes somebody meets every empty table there is."""
    for _ in range(notes):
        store.record(page()("No answer.", "event", exercise="trigger"))
    monkeypatch.setenv("NEWSOIL_HOME", str(home))
    own = json.dumps([cell.text.replace("sample=True", "") for cell in CELLS])
    ran = subprocess.run([sys.executable, "-c", RUN], input=own, capture_output=True, text=True, check=False)
    assert ran.stderr == ""
    assert f"{notes} notes were looked at" in ran.stdout


@pytest.mark.parametrize(
    "words",
    [
        "Fewer notes can mean fewer events, or fewer notes.",
        "Seven notes are few.",
        "None of these months has enough of them to say that something changed.",
        "If your notes are locked, open them at the top of this page first.",
        "Nothing on this page changes what you wrote.",
        "clear all outputs before you save",
        "Locking the notes does not take them out of a table.",
    ],
)
def test_it_says_what_few_notes_can_say_and_what_it_leaves_behind(words):
    assert words in "\n".join(cell.text for cell in read_notebook(WORKBOOK / ANALYSIS).cells)


def test_no_page_of_the_web_app_leads_to_it():
    assert ANALYSIS not in {stage.notebook for stage in read_guide(guide_folder()).stages}
    assert [path.name for path in guide_folder().rglob("*.*") if ANALYSIS in path.read_text("utf-8")] == []
    leading = [cell for path in WORKBOOK.glob("*.ipynb") for cell in read_notebook(path).cells if f"]({ANALYSIS})" in cell.text]
    assert leading
    assert all(cell.is_for_lab for cell in leading)


@pytest.mark.parametrize("kept", [True, False])
def test_a_notebook_of_one_s_own_notes_is_warned_where_its_outputs_may_be_saved(tmp_path, monkeypatch, kept):
    monkeypatch.setenv("NEWSOIL_HOME", str(tmp_path))
    monkeypatch.setenv(NO_OUTPUTS, "" if kept else "1")
    manager, client = start_new_kernel(kernel_name="python3")
    said = []
    try:
        code = "from newsoil import open_journal; open_journal().overview(); print('looked')"
        client.execute_interactive(code, timeout=60, output_hook=lambda message: said.append(message["content"].get("text", "")))
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
    told = " ".join("".join(said).split())
    assert "looked" in told
    assert (OUTPUTS_STAY in told) is kept
