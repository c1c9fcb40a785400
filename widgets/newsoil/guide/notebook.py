"""A stage's notebook as it lies on disk: its prose, and the one obvious line per exercise."""

import ast
from pathlib import Path
from typing import Any

import msgspec

from newsoil._errors import BadContent
from newsoil.guide.markdown import Prose, read_markdown

LAB_ONLY = "lab-only"
"""The tag of cells that only make sense in JupyterLab."""

TOGETHER = "together"
"""The tag of prose that points to a partner: the app leaves it out for whoever said yes at the gate. JupyterLab shows it to everybody."""


class Cell(msgspec.Struct, frozen=True):
    """One cell; `text` is its source, however the file keeps it."""

    cell_type: str
    source: str | list[str]
    id: str = ""
    metadata: dict[str, Any] = {}
    outputs: list[Any] = []
    execution_count: int | None = None

    @property
    def text(self) -> str:
        """The source as one text."""
        return self.source if isinstance(self.source, str) else "".join(self.source)

    @property
    def is_for_lab(self) -> bool:
        """Whether it only makes sense in JupyterLab, so that the web app leaves it out."""
        return LAB_ONLY in self.metadata.get("tags", ())

    @property
    def is_for_two(self) -> bool:
        """Whether it is only for people who are safe with one another."""
        return TOGETHER in self.metadata.get("tags", ())

    def tree(self) -> ast.Module | None:
        """The code as Python reads it; none if Python does not."""
        try:
            return ast.parse(self.text)
        except SyntaxError:
            return None

    def calls(self) -> list[tuple[str, Any]]:
        """What the code calls, with the first argument where that is written out: `("exercise", "urge")`."""
        found = [node for node in ast.walk(self.tree() or ast.Module([], [])) if isinstance(node, ast.Call)]
        return [(_name(node.func), node.args[0].value if node.args and isinstance(node.args[0], ast.Constant) else None) for node in found]


class Notebook(msgspec.Struct, frozen=True):
    """A notebook's cells in order."""

    cells: tuple[Cell, ...]
    metadata: dict[str, Any] = {}

    def prose(self) -> list[tuple[Cell, Prose]]:
        """Each markdown cell with what it is made of."""
        return [(cell, read_markdown(cell.text)) for cell in self.cells if cell.cell_type == "markdown"]

    def calls(self, name: str) -> list[Any]:
        """The first arguments of every call of this name, in order."""
        return [argument for cell in self.cells if cell.cell_type == "code" for called, argument in cell.calls() if called == name]


def read_notebook(path: Path) -> Notebook:
    """The notebook at `path`.

    Raises:
        BadContent: it cannot be read, or is none.
    """
    try:
        return msgspec.json.decode(path.read_bytes(), type=Notebook)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BadContent(f"{path} is no notebook that can be read ({error}).") from error


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else function.id if isinstance(function, ast.Name) else ""
