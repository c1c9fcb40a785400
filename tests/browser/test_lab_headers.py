"""JupyterLab with the app's headers: nothing comes from elsewhere, no browser keeps a page of it, and everything in it works."""

import json

import nbformat
import pytest
from playwright.sync_api import expect

from conftest import reading
from doors import answer
from filling import prompt_on, says_saved
from lab_pages import run_all
from newsoil._paths import WORKBOOK
from servers import reached, running

WATCH = """addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
    (window.violations ??= []).push(`${violatedDirective} ${blockedURI}`);
});"""

SLIDER = """
import ipywidgets
slider, said = ipywidgets.IntSlider(value=3, max=9, description="How far"), ipywidgets.Label()
slider.observe(lambda change: setattr(said, "value", f"moved to {change.new}"), "value")
ipywidgets.VBox([slider, said])
"""
FIGURE = """
from IPython.display import display
figure = {"data": [{"type": "scatter", "x": [1, 2, 3], "y": [2, 1, 3]}], "layout": {"height": 300}}
display({"application/vnd.plotly.v1+json": figure}, raw=True)
"""
MATHS = "A formula: $x^2$"
PICTURE = "http://192.0.2.7/picture.png"
FROM_ELSEWHERE = f"![a picture]({PICTURE})"


def own_notebook(home):
    """A notebook of the person's own beside ours: widgets of others, a figure, a formula, a picture of somebody else's server."""
    (home / "notebooks").mkdir(parents=True)
    markdown, code = nbformat.v4.new_markdown_cell, nbformat.v4.new_code_cell
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    cells = [markdown(MATHS), code(SLIDER), code(FIGURE), markdown(FROM_ELSEWHERE)]
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=kernel), home / "notebooks" / "own.ipynb")


@pytest.fixture(scope="module")
def at_lab(tmp_path_factory):
    home = tmp_path_factory.mktemp("lab") / "home"
    own_notebook(home)
    with running("lab", home) as server:
        yield server


@pytest.fixture
def person(chromium, at_lab):
    with reading(chromium, at_lab) as reader:
        reader.context.add_init_script(WATCH)
        yield reader


def violations(page):
    return page.evaluate("window.violations ?? []")


def test_every_answer_has_the_headers_and_only_files_that_never_change_are_kept(at_lab):
    for path in ("/lab/tree/00-start.ipynb", "/api/contents", "/api/contents/00-start.ipynb", "/lab/api/settings", "/nothing"):
        _, _, headers = answer(at_lab, "GET", f"{path}?token={at_lab.token}")
        assert headers["Cache-Control"] == "no-store", path
        assert headers["Referrer-Policy"] == "same-origin"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert "frame-ancestors 'self'" in headers["Content-Security-Policy"]
        assert "default-src 'self'" in headers["Content-Security-Policy"]
        sockets = f"connect-src 'self' ws://127.0.0.1:{at_lab.port} ws://localhost:{at_lab.port}"
        assert sockets in headers["Content-Security-Policy"].split("; ")


def test_an_exercise_works_and_nothing_of_ours_is_refused(person, at_lab):
    page = run_all(person, "02-signs-in-me.ipynb")
    prompt_on(page, "one-good-decision", "decision").locator("textarea").fill("a walk before I answered")
    says_saved(page, "one-good-decision", "decision")
    page.get_by_role("button", name="Cover the screen").click()
    expect(page.locator("dialog.ns-cover")).to_be_visible()
    assert violations(page) == []
    assert (person.errors, person.elsewhere) == ([], [])
    kept = page.evaluate("""async () => {
        const [script] = performance.getEntriesByType("resource").filter(({ name }) => /static.lab.*[.]js/.test(name));
        return (await fetch(script.name)).headers.get("cache-control");
    }""")
    assert "no-store" not in kept, "it is large, and its name changes with it"


def test_widgets_of_others_figures_and_formulas_work_and_a_picture_from_elsewhere_is_not_fetched(person):
    refused = []
    person.context.on("requestfailed", lambda request: refused.append((request.url, request.failure)))
    page = run_all(person, "own.ipynb")
    slider = page.get_by_role("slider").first
    slider.focus()
    slider.press("ArrowRight")
    expect(page.get_by_text("moved to 4")).to_be_visible()
    expect(page.locator(".js-plotly-plot .trace").first).to_be_visible(timeout=20_000)
    expect(page.locator("mjx-container").first).to_be_visible()
    reached(lambda: violations(page))
    assert violations(page) == [f"img-src {PICTURE}"]
    assert [why for address, why in refused if address == PICTURE] == ["csp"], "the browser itself did not let it go"
    assert set(person.elsewhere) == {PICTURE}


def test_before_the_first_exercise_the_start_page_says_what_the_cover_does_and_that_the_history_stays(person):
    page = person.page(address=f"http://127.0.0.1:{person.server.port}/lab/tree/00-start.ipynb?reset&token={person.server.token}")
    told = page.locator(".jp-RenderedMarkdown").filter(has=page.get_by_role("heading", name="Before you begin: leaving quickly"))
    expect(told).to_contain_text("Neither of them erases the browser’s history.", timeout=60_000)
    cells = json.loads((WORKBOOK / "00-start.ipynb").read_text("utf-8"))["cells"]
    first = next(number for number, cell in enumerate(cells) if "page.exercise" in "".join(cell["source"]))
    assert [cell["id"] for cell in cells].index("leaving-in-jupyterlab") < first
