"""The code of notebooks: little of it, folded, from newsoil alone, with nothing of a run; and the one notebook that is there to be read."""

import ast
from collections.abc import Iterator
from typing import Any

from newsoil.guide.notebook import Cell, Notebook
from newsoil.guide.problem import Problem

MOST_LINES = 3
"""Lines of code in a cell, blank ones not counted."""

ANALYSIS = "11-your-own-analysis.ipynb"
"""The one notebook whose code is there to be read, by people who know pandas. It belongs to no stage, and the web app does not have it."""

MOST_LINES_READ = 8
"""Lines of code in a cell of that one."""

_LIBRARIES = ("pandas", "plotly")
"""What that one imports beside newsoil."""

_COMPARED = frozenset({"text/plain", "text/html"})
"""What it keeps of a run: tables and texts, which the tests compare."""

_DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)


def code_problems(name: str, notebook: Notebook) -> Iterator[Problem]:
    """What a participant would stumble over in the code: much of it, traces of a run, imports from elsewhere.

    In the notebook `ANALYSIS`, and in no other, code is shown, takes more lines, imports pandas and plotly, and keeps tables.
    """
    is_read = name == ANALYSIS
    if "widgets" in notebook.metadata:
        yield Problem(name, "it keeps the state of widgets. Clear it with nbstripout.")
    for cell in notebook.cells:
        if cell.cell_type == "code":
            where = f"{name}, cell {cell.id}"
            kept = _kept_tables(cell) if is_read else _kept(cell)
            yield from (Problem(where, says) for says in (*kept, *_written(cell, is_read=is_read)))


def _kept(cell: Cell) -> Iterator[str]:
    if cell.metadata.get("jupyter", {}).get("source_hidden") is not True:
        yield "the code is not folded. Set metadata.jupyter.source_hidden to true."
    if cell.outputs or cell.execution_count is not None:
        yield "it keeps the outputs or the count of a run. Clear them with nbstripout."


def _kept_tables(cell: Cell) -> Iterator[str]:
    if not all(_is_table(output) for output in cell.outputs):
        yield "it keeps an error, a figure or a widget. Clear that output; only tables and texts can be compared."


def _is_table(output: Any) -> bool:
    data = output.get("data", {}) if isinstance(output, dict) and output.get("output_type") != "error" else None
    return isinstance(data, dict) and _COMPARED.issuperset(data)


def _written(cell: Cell, *, is_read: bool) -> Iterator[str]:
    lines = [line for line in cell.text.splitlines() if line.strip()]
    most, allowed = (MOST_LINES_READ, _LIBRARIES) if is_read else (MOST_LINES, ())
    if len(lines) > most:
        yield f"it has {len(lines)} lines of code. Keep at most {most}, and move the rest into newsoil."
    tree = cell.tree()
    if tree is None:
        yield "Python cannot read the code. Correct it; magics and shell lines have no place here."
        return
    nodes = list(ast.walk(tree))
    if any(isinstance(node, _DEFINITIONS) for node in nodes):
        yield "it defines something. Move it into newsoil."
    imported = [name for node in nodes for name in _imported(node)]
    if any(name != "newsoil" and name.partition(".")[0] not in allowed for name in imported):
        yield f"it imports {', '.join(imported)}. Import only from {' and '.join(('newsoil', *allowed))}."


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return ["." * node.level + (node.module or "")] if isinstance(node, ast.ImportFrom) else []
