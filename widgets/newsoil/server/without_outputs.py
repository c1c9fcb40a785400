"""What JupyterLab saves of a notebook: the code and the text as they are, and nothing of what the cells showed.

A table or a figure of one's own notes is on the screen, and in the outputs of its cell. In the file they would be a second copy of
the notes, plain and unsealed, that nobody thinks of when notes are sealed or erased.
"""

import re
from collections.abc import Iterator
from typing import Any

VIEW = "application/vnd.jupyter.widget-view+json"
"""What a notebook keeps of a widget: which one of its kernel it is. By it an exercise is there again when the page is loaded anew."""

_ID = re.compile(r"[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}")
"""An id that was made by chance, as those of widgets are: nobody's words fit."""

_NOTHING = {"execution_count": None, "prompt_number": None}


def leave_outputs_out(*, model: Any, **_: Any) -> None:
    """Take outputs, counts of runs and the state of widgets out of a model that the server is about to save.

    It changes nothing else, and never raises: the server would note that and save the notebook with its outputs. What is no notebook, or
    an odd one, stays as it is, but for outputs that are found. Of a widget its id stays, which is of no use without its kernel.
    """
    content = model.get("content") if isinstance(model, dict) else None
    if not isinstance(content, dict) or model.get("type") != "notebook":
        return
    for cell in _cells(content):
        cell.update({name: nothing for name, nothing in _NOTHING.items() if name in cell})
        if "outputs" in cell:
            cell["outputs"] = list(_views(cell["outputs"]))
    if isinstance(metadata := content.get("metadata"), dict):
        metadata.pop("widgets", None)


def _cells(content: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The cells of a notebook. In files of older Jupyter they lie in sheets."""
    for holder in (content, *_dictionaries(content.get("worksheets"))):
        yield from _dictionaries(holder.get("cells"))


def _views(outputs: Any) -> Iterator[dict[str, Any]]:
    """The widgets among outputs, each by its id alone: what a widget says of itself in words can hold anything."""
    for output in _dictionaries(outputs):
        for data in _dictionaries([output.get("data")]):
            for view in _dictionaries([data.get(VIEW)]):
                if isinstance(name := view.get("model_id"), str) and _ID.fullmatch(name):
                    told = {"model_id": name, "version_major": 2, "version_minor": 0}
                    yield {"output_type": "display_data", "metadata": {}, "data": {VIEW: told}}


def _dictionaries(things: Any) -> list[dict[str, Any]]:
    """Those of some things that are dictionaries; none where there is no list."""
    return [thing for thing in things if isinstance(thing, dict)] if isinstance(things, list) else []
