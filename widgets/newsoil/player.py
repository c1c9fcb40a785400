"""All stages in one kernel: the stage notebooks, played one after the other as a person opens them."""

import ast
from contextlib import suppress
from pathlib import Path
from typing import Any

import ipywidgets
import nbformat

from newsoil._errors import NewSoilError
from newsoil._paths import WORKBOOK
from newsoil.desk import Desk, open_desk
from newsoil.guide import Stage
from newsoil.guide.markdown import to_html
from newsoil.guide.notebook import LAB_ONLY
from newsoil.journal import Entry
from newsoil.prompts import WorkbookWidget


def play(notebook: Path) -> list[ipywidgets.DOMWidget]:
    """Run a stage notebook in a namespace of its own: its markdown as text, its widgets in order.

    A cell shows its last expression, as in JupyterLab. Cells tagged `lab-only` are left out.
    """
    namespace: dict[str, Any] = {}
    shown: list[ipywidgets.DOMWidget] = []
    for cell in nbformat.read(notebook, as_version=4).cells:  # type: ignore[no-untyped-call] # nbformat carries no types
        if LAB_ONLY in cell.metadata.get("tags", ()):
            continue
        if cell.cell_type == "markdown":
            shown.append(_prose(cell.source))
        elif cell.cell_type == "code" and isinstance(result := _run(cell.source, notebook.name, namespace), ipywidgets.DOMWidget):
            shown.append(result)
    return shown


def _prose(source: str) -> ipywidgets.HTML:
    """Our own markdown as text; nothing of the person comes here."""
    widget = ipywidgets.HTML(to_html(source))
    widget.add_class("ns-prose")
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


class Workbook:
    """The stages, each played when it is first opened, and the place where the current one is shown."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._pages: dict[str, ipywidgets.VBox] = {}
        self._voice = WorkbookWidget({"words": desk.guide.words.get("workbook", {})}, self._answer)
        self._place = ipywidgets.VBox()
        self._place.add_class("ns-place")
        self.widget = ipywidgets.VBox([self._voice, self._place])
        self._stages = {exercise.id: exercise.stage for exercise in desk.guide.exercises}
        self._found: dict[str, str] = {}
        self._show(self._stage(desk.store.settings().stage))  # most likely the one that the page will ask for
        self._read_ahead()
        desk.watch(self._tell)

    def _read_ahead(self) -> None:
        """Read the journal before anybody asks, since ten years of it take a while. What changes on disk until then is read again."""
        with suppress(NewSoilError):  # whoever asks for it is told why it cannot be read
            self._desk.store.load()

    def _answer(self, message: dict[str, Any]) -> dict[str, Any] | None:
        """What the page may ask of the workbook. An edit comes here when the exercise's own line is gone."""
        kind = message.get("kind")
        if kind == "ping":
            return {"kind": "pong", "beat": message.get("beat")}
        if kind == "hello":  # the first word of a page: with the answer it is at its stage
            opened = self._open(message.get("stage") or self._desk.store.settings().stage)
            return {"kind": "statuses", "statuses": self._statuses(), "opened": opened}
        if kind == "open":
            return self._open(message.get("stage"))
        if kind == "settings" and isinstance(changes := message.get("changes"), dict):
            return self._change(changes)
        return self._desk.save(message) if kind == "edit" else None

    def _open(self, name: Any) -> dict[str, Any]:
        """Open a stage. One that cannot be shown says why, and the others still open."""
        stage = self._stage(name)
        if sentence := self._show(stage):
            return {"kind": "unopened", "stage": stage.id, "sentence": sentence}
        self._change({"stage": stage.id})
        return {"kind": "opened", "stage": stage.id, "title": stage.title}

    def _stage(self, name: Any) -> Stage:
        """The stage of this name; an unknown one is the first."""
        return next((stage for stage in self._desk.guide.stages if stage.id == name), self._desk.guide.stages[0])

    def _show(self, stage: Stage) -> str:
        """Put a stage in the place of the one that is shown; what kept it from being shown, in a sentence, or nothing."""
        try:
            if stage.id not in self._pages:
                self._pages[stage.id] = ipywidgets.VBox(play(WORKBOOK / stage.notebook))
        except (NewSoilError, OSError) as error:
            return str(error)
        self._place.children = (self._pages[stage.id],)
        return ""

    def _change(self, changes: dict[str, Any]) -> dict[str, Any] | None:
        try:
            self._desk.store.change_settings(changes)
        except NewSoilError as error:
            return {"kind": "unchanged", "sentence": str(error)}
        return None

    def _tell(self, entry: Entry) -> None:
        """Tell the page what changed in its list of stages: nothing, while a note is typed in a stage that is in progress already."""
        if entry.counts and entry.status == "draft" and self._found.get(self._stages.get(entry.exercise, "")) == "in-progress":
            return
        self._voice.send({"kind": "statuses", "statuses": self._statuses()})

    def _statuses(self) -> dict[str, str]:
        """Each stage's status in words, where there is something to say: in progress, or done for now."""
        words = self._desk.guide.words.get("workbook", {})
        found: dict[str, str] = {}
        for entry in self._desk.store.load().entries:
            stage = self._stages.get(entry.exercise)
            if stage and found.get(stage) != "in-progress" and entry.counts:
                found[stage] = "in-progress" if entry.status == "draft" else "done"
        self._found = found
        return {stage.id: words.get(found[stage.id], "") for stage in self._desk.guide.stages if stage.id in found}


def open_workbook() -> ipywidgets.VBox:
    """The whole workbook as one widget, for the app: the stages play in this kernel, one at a time on the screen.

    Raises:
        BadContent: the guide's files cannot be used.
    """
    return Workbook(open_desk()).widget
