"""JupyterLab's server saves notebooks as they were written, without what their cells showed."""

import copy
import json

import nbformat
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jupyter_server.services.contents.largefilemanager import AsyncLargeFileManager
from traitlets.config import Config

from newsoil.server.lab import lab_configuration
from newsoil.server.without_outputs import VIEW, leave_outputs_out
from servers import in_a_loop

CANARY = "kanarienvogel"
ID = "0123456789abcdef0123456789abcdef"
PROSE = f"# {CANARY}, typed as text\n\n  with two spaces  \n\n\ttab, “quotes”, \u2028 and 🌱\n"
CODE = f"alarms = 1\n\n\n# {CANARY}, typed as code   \nalarms\n"


def result(**data):
    return {"output_type": "execute_result", "execution_count": 3, "metadata": {CANARY: 1}, "data": data}


OUTPUTS = {
    "a table": result(**{"text/plain": CANARY, "text/html": f"<td>{CANARY}</td>"}),
    "a figure": result(**{"application/vnd.plotly.v1+json": {"data": [{"x": [CANARY]}]}}),
    "a stream": {"output_type": "stream", "name": "stdout", "text": CANARY},
    "an error": {"output_type": "error", "ename": CANARY, "evalue": CANARY, "traceback": [CANARY]},
    "a widget that says what is in it": result(**{"text/plain": f"Text(value='{CANARY}')", VIEW: {"model_id": ID, CANARY: CANARY}}),
    "a widget with an id of its own": result(**{VIEW: {"model_id": CANARY}}),
}
"""What a cell can have shown."""


def notebook(*outputs, **metadata):
    """A notebook that was run, and whose cells a person has written in."""
    cells = [
        {"cell_type": "markdown", "id": "a", "metadata": {"tags": ["x"]}, "source": PROSE, "attachments": {}},
        {"cell_type": "code", "id": "b", "metadata": {"jupyter": {}}, "source": CODE, "outputs": list(outputs), "execution_count": 3},
        {"cell_type": "raw", "id": "c", "metadata": {}, "source": CANARY},
    ]
    return {
        "cells": cells,
        "metadata": {"kernelspec": {"name": "python3", "display_name": "x"}, **metadata},
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def left_out(content, **more):
    """What is left of a notebook's content."""
    model = {"type": "notebook", "format": "json", "content": content, **more}
    leave_outputs_out(model=model, path="x.ipynb", contents_manager=None)
    return model["content"]


@pytest.fixture
def manager(tmp_path):
    """What saves notebooks in `newsoil lab`, as it is set up there."""
    configured = json.loads(json.dumps(lab_configuration(tmp_path, 7645)))
    (tmp_path / "notebooks").mkdir()
    return AsyncLargeFileManager(root_dir=str(tmp_path / "notebooks"), config=Config(configured))


# ---- what is left ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("output", OUTPUTS.values(), ids=OUTPUTS.keys())
def test_no_word_that_a_cell_showed_is_left_in_any_output(output):
    left = left_out(notebook(output))
    assert CANARY not in json.dumps([cell.get("outputs") for cell in left["cells"]])


def test_code_text_and_everything_else_stay_as_they_were():
    whole = notebook(*OUTPUTS.values())
    left = left_out(copy.deepcopy(whole))
    for before, after in zip(whole["cells"], left["cells"], strict=True):
        assert {**after, "outputs": 0, "execution_count": 0} == {**before, "outputs": 0, "execution_count": 0}
    assert left["cells"][1]["execution_count"] is None
    assert {**left, "cells": 0} == {**whole, "cells": 0}


def test_of_a_widget_its_id_is_left_by_which_the_page_finds_it_again():
    left = left_out(notebook(OUTPUTS["a widget that says what is in it"]))
    (output,) = left["cells"][1]["outputs"]
    assert output["data"] == {VIEW: {"model_id": ID, "version_major": 2, "version_minor": 0}}


def test_no_state_of_widgets_is_left():
    left = left_out(notebook(widgets={"application/vnd.jupyter.widget-state+json": {"state": {ID: {"value": CANARY}}}}, title="Notes"))
    assert "widgets" not in left["metadata"]
    assert left["metadata"]["title"] == "Notes"


def test_what_is_left_is_a_sound_notebook():
    nbformat.validate(left_out(notebook(*OUTPUTS.values())))


def test_a_notebook_of_an_older_jupyter_keeps_no_outputs_either():
    cell = {
        "cell_type": "code",
        "input": CODE,
        "language": "python",
        "prompt_number": 3,
        "outputs": [{"output_type": "pyout", "text": CANARY}],
    }
    left = left_out({"worksheets": [{"cells": [cell]}], "metadata": {}, "nbformat": 3, "nbformat_minor": 0})
    assert left["worksheets"] == [{"cells": [{**cell, "prompt_number": None, "outputs": []}]}]


# ---- what is odd, and what is none -----------------------------------------------------------------------------------

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["type", "content", "cells", "outputs", "metadata", "widgets", "worksheets", "data", VIEW, "model_id", "x"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=20,
)


@given(ANYTHING)
def test_it_never_raises(model):
    leave_outputs_out(model=model, path="x.ipynb", contents_manager=None)
    leave_outputs_out(model={"type": "notebook", "content": model}, path="x.ipynb", contents_manager=None)


def test_outputs_of_an_odd_notebook_are_left_out_where_they_are_found():
    odd = {"cells": [None, {"outputs": "odd"}, {"cell_type": "code", "outputs": [None, OUTPUTS["a stream"]]}, 7], "metadata": None}
    assert left_out(odd) == {"cells": [None, {"outputs": []}, {"cell_type": "code", "outputs": []}, 7], "metadata": None}


@pytest.mark.parametrize("type_", ["file", "directory", None])
def test_what_is_no_notebook_is_left_alone(type_):
    assert left_out({"cells": [{"outputs": [CANARY]}]}, type=type_) == {"cells": [{"outputs": [CANARY]}]}


# ---- as the server saves ---------------------------------------------------------------------------------------------


def test_the_server_of_newsoil_lab_saves_a_notebook_without_a_word_that_it_showed(manager, tmp_path):
    model = {"type": "notebook", "format": "json", "content": notebook(*OUTPUTS.values(), widgets={CANARY: {}})}
    in_a_loop(manager.save(model, "own.ipynb"))
    kept = json.loads((tmp_path / "notebooks" / "own.ipynb").read_text("utf-8"))
    assert ["".join(cell["source"]) for cell in kept["cells"]] == [PROSE, CODE, CANARY]
    assert CANARY not in json.dumps([cell.get("outputs") for cell in kept["cells"]] + [kept["metadata"]])
    assert [path.name for path in (tmp_path / "notebooks").rglob("*")] == ["own.ipynb"]


def test_a_copy_that_the_server_makes_has_none_either(manager, tmp_path):
    nbformat.write(nbformat.from_dict(notebook(OUTPUTS["a table"])), tmp_path / "notebooks" / "own.ipynb")
    copied = in_a_loop(manager.copy("own.ipynb"))
    assert CANARY not in json.dumps(json.loads((tmp_path / "notebooks" / copied["name"]).read_text("utf-8"))["cells"][1]["outputs"])


def test_the_server_notices_nothing_wrong_in_a_notebook_that_was_saved(manager):
    model = {"type": "notebook", "format": "json", "content": notebook(*OUTPUTS.values())}
    saved = in_a_loop(manager.save(model, "own.ipynb"))
    assert "message" not in saved
    again = in_a_loop(manager.get("own.ipynb", content=False))
    assert again["last_modified"] == saved["last_modified"], "by this JupyterLab knows whether the file was changed by somebody else"
