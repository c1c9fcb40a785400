"""What the linter finds in notebooks."""

import json

import pytest
from msgspec.structs import replace

from newsoil.guide.notebook_code import ANALYSIS

PAGE = 'from newsoil import open_page\n\npage = open_page("first")'


@pytest.fixture
def whole(code, prose):
    """The cells that the small guide needs, with other markdown in front or another line to open it."""

    def cells(title="# The first page", opening=PAGE, shown=('page.exercise("small-thing")', 'page.aside("first-aside")')):
        return (prose(title), code(opening), *(code(line) for line in shown))

    return cells


def test_a_notebook_named_like_a_stage_has_one(find, write):
    write()
    (found,) = find(notebooks=write(cells=(), name="01-more.ipynb"))
    assert found == "01-more.ipynb: no stage names it. Add its stage, or give it another name."


def test_the_front_door_belongs_to_no_stage(find, write, code):
    write()
    assert find(notebooks=write(cells=(code("from newsoil import open_workbook\n\nopen_workbook()"),), name="app.ipynb")) == []


def test_two_stages_have_no_notebook_in_common(find, guide):
    found = find(replace(guide, stages=(replace(guide.stages[0], id="zero", passages=()), guide.stages[0])))
    assert "00-first.ipynb: 2 stages name it. Give each stage a notebook of its own." in found


def test_a_broken_notebook_is_named_and_the_rest_is_still_looked_at(find, write):
    (write() / "01-broken.ipynb").write_text("{", "utf-8")
    found = find(notebooks=write())
    assert len(found) == 1
    assert found[0].startswith("01-broken.ipynb: ")
    assert "is no notebook that can be read" in found[0]


@pytest.mark.parametrize("opening", ["page = None", PAGE.replace("first", "second"), f"{PAGE}; open_page('first')"])
def test_a_notebook_opens_its_own_stage_and_opens_it_once(find, write, whole, opening):
    found = find(notebooks=write(cells=whole(opening=opening)))
    assert found == ['00-first.ipynb: it does not open its own stage, once. Write open_page("first").']


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('page.exercise("none")', "it shows the exercise “none”, and there is none"),
        ('page.aside("none")', "it shows the aside “none”, and there is none"),
        ('page.chart("none")', "it shows the chart “none”, and there is none"),
        ("page.exercise(name)", "it shows the exercise “None”, and there is none"),
    ],
)
def test_a_notebook_shows_only_what_the_guide_has(find, write, code, line, told):
    (found,) = find(notebooks=write(code(line)))
    assert found.startswith(f"00-first.ipynb: {told}")


def test_a_notebook_shows_only_exercises_of_its_stage(find, guide):
    elsewhere = replace(guide.exercises[0], stage="second")
    second = replace(guide.stages[0], id="second", notebook="01-second.ipynb")
    found = find(replace(guide, stages=(*guide.stages, second), exercises=(elsewhere,)))
    assert "00-first.ipynb: it shows the exercise “small-thing” of the stage “second”. Show it there." in found


def test_every_exercise_and_aside_is_shown_once(find, write, whole):
    found = find(notebooks=write(cells=whole(shown=['page.exercise("small-thing")'] * 2)))
    assert found == [
        "exercise small-thing: it is shown 2 times. Show it once, in the notebook of its stage.",
        "aside first-aside: it is shown 0 times. Show it once, in the notebook of its stage.",
    ]


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("a = 1\n\nb = 2\nc = 3\nd = 4", "it has 4 lines of code"),
        ("def look():\n    pass", "it defines something"),
        ("look = lambda: 1", "it defines something"),
        ("class Look:\n    pass", "it defines something"),
        ("import pandas", "it imports pandas"),
        ("from newsoil.page import Page", "it imports newsoil.page"),
        ("from . import page", "it imports ."),
        ("%run other.ipynb", "Python cannot read the code"),
        ("!ls", "Python cannot read the code"),
        ('page.show("https://cdn.example.org/a.js")', '“https://cdn.example.org/a.js"” is an address on the internet'),
    ],
)
def test_code_is_a_short_line_that_imports_from_newsoil_alone(find, write, code, source, told):
    (found,) = find(notebooks=write(code(source)))
    assert found.startswith(f"00-first.ipynb, cell a-line: {told}")


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"metadata": {}}, "the code is not folded"),
        ({"metadata": {"jupyter": {"source_hidden": False}}}, "the code is not folded"),
        ({"execution_count": 3}, "it keeps the outputs or the count of a run"),
        ({"outputs": [{"output_type": "stream", "name": "stdout", "text": "words"}]}, "it keeps the outputs or the count of a run"),
    ],
)
def test_code_is_folded_and_keeps_nothing_of_a_run(find, write, code, changes, told):
    (found,) = find(notebooks=write(code('page.chart("days")', **changes)))
    assert found.startswith(f"00-first.ipynb, cell a-line: {told}")


def test_a_notebook_keeps_no_state_of_widgets(find, write):
    found = find(notebooks=write(metadata={"widgets": {}}))
    assert found == ["00-first.ipynb: it keeps the state of widgets. Clear it with nbstripout."]


@pytest.mark.parametrize(
    ("markdown", "told"),
    [
        ("# Another title", "it has 2 headings of the first level. Have one"),
        ("#### Deep down", "the heading “Deep down” skips a level. Use level 3."),
        ("![](seed.png)", "an image has no alternative text"),
        ("[There](01-nowhere.ipynb)", "its link to “01-nowhere.ipynb” leads to no notebook"),
        ("[There](00-first.ipynb#a-part)", "its link to “00-first.ipynb#a-part” leads to no notebook"),
        ("[There](https://example.org)", "its link to “https://example.org” leads to no notebook"),
        ("A <b>loud</b> word.", "“<b>” is raw HTML"),
    ],
)
def test_prose_has_one_title_steps_of_headings_words_for_images_and_links_that_lead_somewhere(find, write, prose, markdown, told):
    found = find(notebooks=write(prose(markdown)))
    assert found[0].startswith(f"00-first.ipynb: {told}")


def test_a_page_without_a_title_is_found(find, write, whole):
    found = find(notebooks=write(cells=whole(title="Only words.")))
    assert found == ["00-first.ipynb: it has 0 headings of the first level. Have one, the page’s title."]


def test_a_notebook_and_its_stage_have_one_title(find, write, whole):
    found = find(notebooks=write(cells=whole(title="# Page one")))
    assert found == ["00-first.ipynb: its title is “Page one”, and that of its stage is “The first page”. Say the same in both."]


def test_an_image_with_words_is_fine(find, write, prose):
    assert find(notebooks=write(prose("![A seed in a hand](seed.png)"))) == []


# ---- the one notebook whose code is read -----------------------------------------------------------------------------

TABLE = {"output_type": "execute_result", "data": {"text/plain": "1", "text/html": "<td>1</td>"}, "metadata": {}, "execution_count": 1}
READ = "import pandas as pd\nimport plotly.express as px\nfrom newsoil import open_journal\n\na = 1\nb = 2\nc = 3\na"


@pytest.fixture
def found_in(find, write, code, prose):
    """Finds the problems of a notebook of one cell beside the small guide: `found_in(source, name=…, words=…, **changes)`."""

    def found(source, name=ANALYSIS, words="You can read on.", **changes):
        write()
        cells = (prose(f"# A page\n\n{words}"), code(source, **{"metadata": {}, "outputs": [TABLE], "execution_count": 1, **changes}))
        return find(notebooks=write(cells=cells, name=name))

    return found


def test_one_notebook_is_there_to_be_read_and_belongs_to_no_stage(found_in):
    assert found_in(READ) == []


@pytest.mark.parametrize("name", ["11-your-own-analysis-2.ipynb", "12-more.ipynb", "more.ipynb"])
def test_it_is_one_notebook_and_no_other(found_in, name):
    found = found_in(READ, name)
    told = ("the code is not folded", "it keeps the outputs or the count of a run", "it has 7 lines of code", "it imports pandas, plotly")
    assert [any(f"{name}, cell a-line: {one}" in sentence for sentence in found) for one in told] == [True] * 4


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("\n".join(f"a{number} = 1" for number in range(9)), "it has 9 lines of code. Keep at most 8"),
        ("import os", "it imports os. Import only from newsoil and pandas and plotly."),
        ("import pandasql", "it imports pandasql"),
        ("from newsoil.progress import frame", "it imports newsoil.progress"),
        ("def look():\n    pass", "it defines something"),
        ("%matplotlib inline", "Python cannot read the code"),
        ('px.line("https://cdn.example.org/a.csv")', "“https://cdn.example.org/a.csv"),
    ],
)
def test_its_code_is_short_too_and_comes_from_few_places(found_in, source, told):
    (found,) = found_in(source)
    assert told in found


@pytest.mark.parametrize(
    "output",
    [
        {"output_type": "error", "ename": "Locked", "evalue": "", "traceback": []},
        {"output_type": "display_data", "data": {"application/vnd.plotly.v1+json": {}}, "metadata": {}},
        {"output_type": "execute_result", "data": {"text/plain": "x", "application/vnd.jupyter.widget-view+json": {}}, "metadata": {}},
    ],
)
def test_it_keeps_tables_of_a_run_and_nothing_else(found_in, output):
    (found,) = found_in("a", outputs=[output])
    assert "it keeps an error, a figure or a widget" in found


def test_its_words_are_read_like_all_others(found_in):
    (found,) = found_in("a", words="You must look.")
    assert "“must”" in found


def test_a_guide_of_one_s_own_may_lead_to_it(find, guide, write, prose, tmp_path):
    behind = tmp_path / "behind"
    behind.mkdir()
    (behind / ANALYSIS).write_text(json.dumps({"cells": [prose("# A page")], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}), "utf-8")
    assert find(notebooks=write(prose(f"[There]({ANALYSIS})")), behind=behind) == []
