"""Playing a stage notebook in this kernel: its cells are run one after the other, and their widgets are what the stage shows."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import ipywidgets
import msgspec

from newsoil._lean import leave_out_grammars
from newsoil.guide.markdown import to_html
from newsoil.guide.notebook import LAB_ONLY, TOGETHER
from newsoil.guide.ways import in_each_way
from newsoil.prompts.still import Prose

leave_out_grammars()
import nbformat  # noqa: E402 - it loads them


def play(notebook: Path) -> Iterator[ipywidgets.DOMWidget]:
    """Run a stage notebook in a namespace of its own: its markdown as text, its widgets in order, each as its cell is run.

    A cell shows its last expression, as in JupyterLab. Cells tagged `lab-only` are left out.
    """
    namespace: dict[str, Any] = {}
    for cell in nbformat.read(notebook, as_version=4).cells:  # type: ignore[no-untyped-call] # nbformat carries no types
        if LAB_ONLY in cell.metadata.get("tags", ()):
            continue
        if cell.cell_type == "markdown":
            yield _prose(cell.source, for_two=TOGETHER in cell.metadata.get("tags", ()))
        elif cell.cell_type == "code" and isinstance(result := _run(cell.source, notebook.name, namespace), ipywidgets.DOMWidget):
            yield result


def _prose(source: str, *, for_two: bool) -> Prose:
    """Our own markdown as text. What is for two is not seen after a yes at the gate."""
    widget = Prose(in_each_way(to_html(source)))
    widget.add_class("ns-prose")
    if for_two:
        widget.add_class("ns-together")
    return widget


def _run(source: str, name: str, namespace: dict[str, Any]) -> Any:
    """Run a cell and return the value of its last line, if that is an expression."""
    tree = ast.parse(source, name)
    last = tree.body[-1] if tree.body else None
    if not isinstance(last, ast.Expr):
        exec(compile(tree, name, "exec"), namespace)  # noqa: S102 - our own notebooks, in the kernel that would run them anyway
        return None
    exec(compile(ast.Module(tree.body[:-1], []), name, "exec"), namespace)  # noqa: S102 - as above
    return eval(compile(ast.Expression(last.value), name, "eval"), namespace)  # noqa: S307 - as above


class Ahead(msgspec.Struct):
    """A stage of which some cells have been played, and the others can be."""

    cells: Iterator[ipywidgets.DOMWidget]
    widgets: list[ipywidgets.DOMWidget] = []
