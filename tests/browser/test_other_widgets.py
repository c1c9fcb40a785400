"""A page that holds a widget which is not ours to draw is given to Voilà's own manager, and everything on it works."""

from dataclasses import dataclass
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import expect

from conftest import entries, reading
from filling import prompt_on, settled
from servers import Server, free_port, reached

WITH_A_SLIDER = """
import ipywidgets
from newsoil import open_page
slider, said = ipywidgets.IntSlider(value=3, max=9, description="How far"), ipywidgets.Label()
slider.observe(lambda change: setattr(said, "value", f"moved to {change.new}"), "value")
ipywidgets.VBox([slider, said, open_page("signs-in-me").exercise("one-good-decision")])
"""

OURS_ALONE = """
import ipywidgets
out = ipywidgets.Output()
with out:
    print("said inside")
label = ipywidgets.Label("a label", layout=ipywidgets.Layout(width="200px"))
ipywidgets.VBox([ipywidgets.HTML("<p>some <b>markup</b></p>"), ipywidgets.HBox([label, out])])
"""

A_FIGURE = """
from IPython.display import display
figure = {"data": [{"type": "scatter", "x": [1, 2, 3], "y": [2, 1, 3]}], "layout": {"height": 300}}
display({"application/vnd.plotly.v1+json": figure}, raw=True)
"""

LATE = """
import sys, time
import ipywidgets
sys.stdout.flush = sys.stderr.flush = lambda: None  # where the kernel itself would wait for what it shows
get_ipython().kernel.iopub_thread.schedule(lambda: time.sleep(6))  # longer than nbclient waits by itself
ipywidgets.HTML("<p>it came all the same</p>")
"""

SERVE = (
    "import sys; from pathlib import Path; from newsoil.server.web import serve; "
    "serve(Path(sys.argv[1]), int(sys.argv[2]), token=sys.argv[3], browser=False, notebook=Path(sys.argv[4]))"
)


@dataclass
class NotebookServer(Server):
    """The app, serving a notebook of the test's own."""

    notebook: Path = Path()

    def arguments(self) -> list[str]:
        return [str(self.python), "-c", SERVE, str(self.home), str(self.port), self.token, str(self.notebook)]


@pytest.fixture
def serving(chromium, tmp_path):
    """Serve a notebook with one cell, and give a reader of it."""
    started = []

    def serve(code):
        notebook = tmp_path / "own.ipynb"
        kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
        nbformat.write(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(code)], metadata=kernel), notebook)
        (tmp_path / "home").mkdir()
        server = NotebookServer("app", tmp_path / "home", free_port(), notebook=notebook, environment={"NEWSOIL_FRONT": "client"})
        server.start()
        reader = reading(chromium, server)
        started.extend((server, reader))
        return reader.__enter__()

    yield serve
    server, reader = started
    reader.__exit__(None, None, None)
    server.stop()


def test_a_slider_is_drawn_and_moves_and_our_exercise_beside_it_saves(serving):
    reader = serving(WITH_A_SLIDER)
    page = reader.page()
    slider = page.get_by_role("slider")
    expect(slider).to_be_visible(timeout=40_000)
    slider.focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_text("moved to 4")).to_be_visible()
    field = prompt_on(page, "one-good-decision", "decision").locator("textarea")
    field.fill("I asked before I guessed.")
    settled(page)
    reached(lambda: [entry["answers"] for entry in entries(reader.server.home)] == [{"decision": "I asked before I guessed."}])
    assert reader.errors == []


def test_boxes_markup_labels_and_output_are_drawn_by_our_own_client(serving):
    page = serving(OURS_ALONE).page()
    expect(page.locator("main b")).to_have_text("markup", timeout=40_000)
    expect(page.get_by_text("a label")).to_have_css("width", "200px")
    expect(page.get_by_text("said inside")).to_be_visible()
    assert page.locator("script[src*='voila.js']").count() == 0


def test_a_figure_is_drawn_when_it_comes_into_view(serving):
    reader = serving(A_FIGURE)
    page = reader.page()
    expect(page.locator(".js-plotly-plot .scatterlayer .trace")).to_have_count(1, timeout=40_000)
    assert page.locator(".modebar").count() == 0
    assert (reader.elsewhere, reader.errors) == ([], [])


@pytest.mark.thorough
def test_what_a_cell_shows_is_waited_for_when_the_computer_is_busy(serving):
    expect(serving(LATE).page().get_by_text("it came all the same")).to_be_visible(timeout=60_000)
