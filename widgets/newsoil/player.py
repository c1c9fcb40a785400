"""All stages in one kernel: the stage notebooks, played one after the other as a person opens them."""

import asyncio
import gc
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import ipywidgets
import msgspec

from newsoil._address import number_of
from newsoil._errors import NewSoilError
from newsoil._paths import notebook_path
from newsoil.beside import Beside
from newsoil.desk import Desk, open_desk
from newsoil.doorway import Doorway
from newsoil.guide import Stage
from newsoil.journal import Entry
from newsoil.playing import Ahead, play
from newsoil.prompts import WorkbookWidget
from newsoil.prompts.still import Rows
from newsoil.read_ahead import read_ahead
from newsoil.reader import kept_fears
from newsoil.tasks import statuses_of
from newsoil.visiting import KINDS, Visiting

MEANWHILE = 0.2
"""Seconds after a stage was opened when the next one is begun: its exercises have had their notes by then."""

BESIDE = {"all-exercises": "tasks", "your-notes": "your-notes"}
"""The ids of the pages beside the stages, each with the table of its words. They are opened like a stage, and are none: they have no
exercises, no status, and no place in the order."""


class Workbook:
    """The stages, each played when it is first opened, and the place where the current one is shown."""

    def __init__(self, desk: Desk, start: Beside | None = None) -> None:
        self._desk = desk
        self._loop: asyncio.AbstractEventLoop | None = None
        self._pages: dict[str, Rows] = {}
        self._ahead: dict[str, Ahead] = {}
        words = {name: desk.guide.words.get(name, {}) for name in ("workbook", "door")}
        gate = desk.guide.gate.items if desk.guide.gate else ""
        self._voice = WorkbookWidget({"words": words["workbook"], "door": words["door"], "gate": gate}, self._answer)
        self._doorway = Doorway(desk, self._say, start)
        self._place = Rows()
        self._place.add_class("ns-place")
        self.widget = Rows([self._voice, self._place])
        self._stages = {exercise.id: exercise.stage for exercise in desk.guide.exercises}
        titles = {name: desk.guide.words.get(table, {}).get("title", "") for name, table in BESIDE.items()}
        self._pages_beside = {name: Stage(id=name, title=title, notebook=f"{name}.ipynb") for name, title in titles.items()}
        self._found: dict[str, str] = {}
        self._visiting = Visiting(desk, self._renew_in_turn, self._say, start)
        self._answers: dict[str, Callable[[dict[str, Any]], dict[str, Any] | None]] = {
            "ping": lambda message: {"kind": "pong", "beat": number_of(message.get("beat"))},
            "hello": self._greet,
            "open": self._open_nth,
            "settings": lambda message: self._change(message.get("changes")),
            "edit": desk.save,
        }
        stage = self._stage(desk.store.settings().stage)  # most likely the one that the page will ask for
        self._show(stage)
        read_ahead(desk, stage)
        desk.watch(self._tell)
        desk.when_others_are_there(self._renew_in_turn)

    def _say(self, message: dict[str, Any]) -> None:
        """Send the page what comes later than its question, or unasked."""
        self._voice.say(message)

    def _answer(self, message: dict[str, Any]) -> dict[str, Any] | None:
        """What the page may ask of the workbook. An edit comes here when the exercise's own line is gone."""
        kind = message.get("kind")
        with suppress(RuntimeError):  # outside a kernel there is no loop
            self._loop = asyncio.get_running_loop()
        if self._doorway.knows(kind):
            return self._doorway.answer(message)
        if kind in KINDS:
            return self._visiting.answer(message)
        answer = self._answers.get(kind) if isinstance(kind, str) else None
        return answer(message) if answer else None

    def _greet(self, message: dict[str, Any]) -> dict[str, Any]:
        """The first word of a page: with the answer it is at its stage, and knows what was kept at the gate."""
        way = self._visiting.greet(message.get("way"))
        self._desk.greet(message.get("at"))
        opened = self._open(message.get("stage") or self._desk.store.settings().stage)
        told = {"kind": "statuses", "statuses": self._statuses(), "opened": opened, "way": way, "line": self._voice.model_id}
        kept = kept_fears(self._desk.guide, self._desk.store.load())
        return {**told, "gate": msgspec.to_builtins(kept)} if kept else told

    def _open(self, name: Any) -> dict[str, Any]:
        """Open a stage. One that cannot be shown says why, and the others still open."""
        stage = self._stage(name)
        if sentence := self._show(stage):
            return {"kind": "unopened", "stage": stage.id, "sentence": sentence}
        if stage.id not in self._pages_beside:
            self._change({"stage": stage.id})
            self._play_ahead(stage)
        return {"kind": "opened", "stage": stage.id, "title": stage.title}

    def _open_nth(self, message: dict[str, Any]) -> dict[str, Any]:
        """Open a stage, and say to which of the page's wishes this is the answer."""
        opened, nth = self._open(message.get("stage")), number_of(message.get("nth"))
        return opened if nth is None else {**opened, "nth": nth}

    def _stage(self, name: Any) -> Stage:
        """The stage or page of this name; an unknown one is the first stage."""
        if isinstance(name, str) and name in self._pages_beside:
            return self._pages_beside[name]
        return next((stage for stage in self._desk.guide.stages if stage.id == name), self._desk.guide.stages[0])

    def _show(self, stage: Stage) -> str:
        """Put a stage in the place of the one that is shown; what kept it from being shown, in a sentence, or nothing."""
        try:
            if stage.id not in self._pages:
                self._pages[stage.id] = _page(stage.id, self._played(stage))
        except (NewSoilError, OSError) as error:
            return str(error)
        self._place.children = (self._pages[stage.id],)
        return ""

    def _played(self, stage: Stage) -> list[ipywidgets.DOMWidget]:
        """The widgets of a stage. What was played ahead of it is there already; the rest is played now."""
        ahead = self._ahead.pop(stage.id, None) or Ahead(play(notebook_path(stage.notebook)))
        return [*ahead.widgets, *ahead.cells]

    def _play_ahead(self, stage: Stage) -> None:
        """Play the stage after this one while the person reads, a cell at a time, so that an edit never waits for more than one cell."""
        stages = self._desk.guide.stages
        after = dict(zip((one.id for one in stages), stages[1:], strict=False)).get(stage.id)
        if after is None or after.id in self._ahead:
            return
        if after.id in self._pages:
            self._say_ahead(after.id)  # the page may have forgotten it, since the notes were locked
            return
        # Without a loop there is no meanwhile. What else is in the way is told to whoever opens the stage.
        with suppress(RuntimeError, NewSoilError, OSError):
            loop = asyncio.get_running_loop()
            self._ahead[after.id] = Ahead(play(notebook_path(after.notebook)))
            loop.call_later(MEANWHILE, self._play_a_cell, loop, after.id)

    def _play_a_cell(self, loop: asyncio.AbstractEventLoop, stage: str) -> None:
        ahead = self._ahead.get(stage)
        if ahead is None:
            return  # it was opened meanwhile
        try:
            ahead.widgets.append(next(ahead.cells))
        except StopIteration:
            self._pages[stage] = _page(stage, self._ahead.pop(stage).widgets)
            self._say_ahead(stage)
            return
        except (NewSoilError, OSError):
            del self._ahead[stage]  # whoever opens the stage is told
            return
        loop.call_soon(self._play_a_cell, loop, stage)

    def _say_ahead(self, stage: str) -> None:
        """A stage that was played can be drawn, too, before anybody asks for it."""
        self._voice.send({"kind": "ahead", "page": self._pages[stage].model_id})

    def _change(self, changes: Any) -> dict[str, Any] | None:
        if not isinstance(changes, dict):
            return None
        try:
            self._desk.change_settings(changes)
        except NewSoilError as error:
            return {"kind": "unchanged", "sentence": str(error)}
        return None

    def _tell(self, entry: Entry) -> None:
        """Tell the page what changed in its list of stages: nothing, while a note is typed in a stage that is in progress already."""
        if entry.counts and entry.status == "draft" and self._found.get(self._stages.get(entry.exercise, "")) == "in-progress":
            return
        self._voice.send({"kind": "statuses", "statuses": self._statuses()})

    def _renew_in_turn(self) -> None:
        """Renew what pages show, from the thread of an errand too: widgets are made where the kernel makes its own."""
        if self._loop is None or self._loop.is_closed() or _is_in(self._loop):
            self._renew()
        else:
            self._loop.call_soon_threadsafe(self._renew)

    def _renew(self) -> None:
        """Other notes are there than pages show: stages are played anew when they are opened, and the one that is shown at once."""
        self._voice.send({"kind": "anew"})  # what the page has drawn and does not show is past
        shown = next((name for name, page in self._pages.items() if page in self._place.children), None)
        self._pages = {name: page for name, page in self._pages.items() if name in self._pages_beside}
        if shown is not None and shown not in self._pages:
            self._show(self._stage(shown))
        self._voice.send({"kind": "statuses", "statuses": self._statuses()})
        if self._desk.way != "here":
            self._voice.send({"kind": "others"})  # the page's own copy is to follow

    def _statuses(self) -> dict[str, str]:
        """Each stage's status in words, where there is something to say: in progress, or done for now."""
        words = self._desk.guide.words.get("workbook", {})
        found: dict[str, str] = {}
        for exercise, status in statuses_of(self._desk.store.load()).items():
            stage = self._stages.get(exercise)
            if stage and found.get(stage) != "in-progress":
                found[stage] = status
        self._found = found
        return {stage.id: words.get(found[stage.id], "") for stage in self._desk.guide.stages if stage.id in found}


def _is_in(loop: asyncio.AbstractEventLoop) -> bool:
    """Whether this is called by that loop, and not by another thread."""
    try:
        return asyncio.get_running_loop() is loop
    except RuntimeError:
        return False


def _page(stage: str, widgets: list[ipywidgets.DOMWidget]) -> Rows:
    """A stage's widgets as one, which the page knows as this stage's and keeps drawn. A page beside the stages is drawn anew each time."""
    return Rows(widgets, _dom_classes=() if stage in BESIDE else (f"ns-stage-{stage}",))


def open_workbook() -> Rows:
    """The whole workbook as one widget, for the app: the stages play in this kernel, one at a time on the screen.

    Raises:
        BadContent: the guide's files cannot be used.
    """
    workbook = Workbook(open_desk())
    gc.freeze()  # what was read stays as long as the page: looking through ten years of notes for garbage takes 0.1 s, now and then
    return workbook.widget
