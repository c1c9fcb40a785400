"""The page “All exercises”: every exercise of the guide by stage, and which of them a person has begun."""

from datetime import UTC, datetime
from functools import partial
from typing import Any, Literal

import msgspec

from newsoil.desk import Desk, open_desk
from newsoil.guide.tasks import tasks_of
from newsoil.journal import Entry, Journal
from newsoil.prompts import TasksWidget
from newsoil.reader import is_new, kept_fears, practices

Status = Literal["in-progress", "done"]
"""What is said of an exercise of which there is a note. Of the others nothing is said."""


def statuses_of(journal: Journal) -> dict[str, Status]:
    """The status of each exercise that has a note: in progress while one of them is a draft."""
    found: dict[str, Status] = {}
    for statuses in journal.of_each(_statuses):
        for exercise, status in statuses.items():
            if found.get(exercise) != "in-progress":
                found[exercise] = status
    return found


def open_all_exercises() -> TasksWidget:
    """The list of all exercises, on the journal of this computer's participant.

    Raises:
        BadContent: the guide's files cannot be used.
    """
    return all_exercises(open_desk())


def all_exercises(desk: Desk) -> TasksWidget:
    """The widget of the list, for one participant's desk; it knows nothing of the person until the browser says hello."""
    words = {name: desk.guide.words.get(table, {}).get(name, "") for table, name in _WORDS}
    gate = desk.guide.gate.items if desk.guide.gate else ""
    return TasksWidget({"words": words, "gate": gate, "stages": msgspec.to_builtins(tasks_of(desk.guide))}, partial(_answer, desk))


_WORDS = (
    *(("tasks", name) for name in ("sealed", "waits")),
    *(("workbook", name) for name in ("in-progress", "done")),
    *(("exercise", name) for name in ("practice", "practice-of-two")),
)
"""The words of the widget, each with its table: a status is called here what it is called in the list of stages."""


def _answer(desk: Desk, message: dict[str, Any]) -> dict[str, Any] | None:
    """What the page is told, or that the notes are locked: statuses, practices, what can wait for the newly hurt, what the gate kept."""
    if message.get("kind") != "hello":
        return None
    desk.greet(message.get("at"))
    journal = desk.look()
    if journal is None:
        return {"kind": "locked"}
    new = is_new(desk.guide, journal, datetime.now(UTC).astimezone().date())
    waiting = [one.id for one in desk.guide.shown if one.hard] if new else []
    kept = kept_fears(desk.guide, journal)
    told = {"kind": "show", "statuses": statuses_of(journal), "waiting": waiting, "practices": practices(desk.guide, journal)}
    return told | ({"gate": msgspec.to_builtins(kept)} if kept else {})


def _statuses(entries: tuple[Entry, ...]) -> dict[str, Status]:
    """What entries say of each exercise."""
    found: dict[str, Status] = {}
    for entry in entries:
        if found.get(entry.exercise) != "in-progress" and entry.counts:
            found[entry.exercise] = "in-progress" if entry.status == "draft" else "done"
    return found
