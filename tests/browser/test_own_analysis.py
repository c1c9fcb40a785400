"""One's own notes in pandas and plotly, in JupyterLab: they are on the screen, and in no file but the journal."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import expect

from canary import CANARY, holding, kept_in_the_browser
from conftest import reading
from lab_pages import run_all
from newsoil._paths import WORKBOOK
from newsoil.guide.notebook_code import ANALYSIS
from newsoil.journal import Edit, Store
from newsoil.looking import OUTPUTS_STAY
from servers import reached
from test_what_is_left import left_elsewhere, watched

DRAWN = ".js-plotly-plot .main-svg :is(.bars .point, .scatterlayer .point)"
"""The bars and dots of figures."""

OFFERED = "(buttons) => buttons.map((one) => one.dataset.title ?? one.ariaLabel ?? one.textContent)"
"""What the bar over a figure offers."""


def alarms(home: Path) -> None:
    """Alarms on three days, with a word in each place where a table or a figure could take it from."""
    answers = {"event": f"{CANARY} no answer", "type": ["silence", f"{CANARY} of my own"], "before": 7, "after": 4, "kind": "now"}
    for day in (3, 10, 17):
        at = f"2026-11-{day:02}T10:00:00+01:00"
        for seq, (prompt, value) in enumerate(answers.items(), 1):
            edit = {"page": f"p{day}", "seq": seq, "entry": f"e{day}", "made_at": at, "at": at, "act": "answer"}
            Store(home).record(Edit(**edit, exercise="trigger", prompt=prompt, value=value))
    edit = {"page": "c", "seq": 1, "entry": "c", "made_at": at, "at": at, "act": "answer"}
    Store(home).record(Edit(**edit, exercise="weekly-check-in", prompt="secure", value=3))


def with_own_notes(path: Path) -> dict:
    """The notebook as a person changes it: with their own notes in place of the invented ones."""
    path.write_text(path.read_text("utf-8").replace("sample=True", ""), "utf-8")
    return json.loads(path.read_text("utf-8"))


def save(page, path: Path) -> dict:
    """Save as a person does, until JupyterLab is through with it; the notebook as it is on disk then."""
    before = path.stat().st_mtime_ns
    with page.expect_response(lambda answer: answer.url.partition("?")[0].endswith("/checkpoints") and answer.request.method == "POST"):
        page.keyboard.press("Control+s")
    assert path.stat().st_mtime_ns != before
    return json.loads(path.read_text("utf-8"))


def sources(notebook: dict) -> list[str]:
    return ["".join(cell["source"]) for cell in notebook["cells"]]


def again(page) -> None:
    """Run all cells once more, so that there is something to save."""
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    page.wait_for_selector(".jp-mod-dirty")
    expect(page.locator(DRAWN)).to_have_count(4, timeout=20_000)


@pytest.fixture
def at_lab(chromium, tmp_path):
    """A person at JupyterLab, with every folder of theirs watched."""
    with watched("lab", tmp_path) as server, reading(chromium, server) as reader:
        alarms(server.home)
        yield server, reader


def test_tables_and_figures_of_one_s_own_notes_are_on_the_screen_and_in_no_file(at_lab, tmp_path):
    server, reader = at_lab
    path = server.home / "notebooks" / ANALYSIS
    assert path.read_bytes() == (WORKBOOK / ANALYSIS).read_bytes()
    written = with_own_notes(path)
    page = run_all(reader, ANALYSIS)

    expect(page.locator(".jp-RenderedHTMLCommon td").filter(has_text=f"{CANARY} no answer").first).to_be_visible()
    expect(page.get_by_text(f"{CANARY} of my own").first).to_be_visible()
    expect(page.locator(DRAWN)).to_have_count(4, timeout=20_000)
    offered = page.locator(".modebar-btn").evaluate_all(OFFERED)
    assert offered.count("Download plot as a PNG") == 2
    assert [what for what in offered if "Share" in what or "plotly" in what.lower()] == []
    expect(page.get_by_text(OUTPUTS_STAY[:40])).to_have_count(0)

    for _ in range(2):
        saved = save(page, path)
        assert sources(saved) == sources(written)
        kept = [list(output["data"]) for cell in saved["cells"] for output in cell.get("outputs", [])]
        assert kept == [["application/vnd.jupyter.widget-view+json"]], "the door, by its id alone"
        assert {cell.get("execution_count") for cell in saved["cells"]} == {None}
        assert page.locator(DRAWN).count() == 4, "what is on the screen stays there"
        again(page)
    assert page.locator(".jp-Dialog").count() == 0
    assert CANARY not in kept_in_the_browser(page)

    reached(lambda: list((server.home / "lab" / "workspaces").glob("*")), within=20)
    page.close(run_before_unload=True)
    server.stop()
    held = {Path(name).parts[:4] for name in holding(tmp_path, CANARY)}
    assert held == {("home", "journals", "mine", "entries"), ("home", "journals", "mine", "backups")}
    assert left_elsewhere(server) == []
    assert (reader.elsewhere, reader.errors) == ([], [])
