"""Notes written as lines: a day and the answers of one form, one line a note. Every answer goes through the form's own check."""

from collections import Counter
from collections.abc import Iterable
from itertools import chain
from typing import Any

import msgspec

from newsoil._paths import shipped_guide
from newsoil.guide import ChoicesPrompt, Guide, IntensityPrompt, LinkPrompt, Prompt, ScalePrompt, read_guide
from newsoil.journal import Entry, Former

GUIDE: Guide = read_guide(shipped_guide())
YEAR = 2026
SUMMER = ("03-29", "10-25")
"""The days on which the clock goes forward and back."""

Notes = list[Entry]


def log(exercise: str, columns: str, lines: str, clock: str = "20:30") -> Notes:
    """A note for each line: `02-03 anxious | tight`, in the order of `columns`. `-` and nothing are answers that were left out.

    A day may have a time other than `clock`, `02-03@23:40`, and another day, month or year that the note is about, `02-03>02-01`.
    """
    names = columns.split()
    notes = []
    for line in filter(None, map(str.strip, lines.splitlines())):
        day, _, rest = line.partition(" ")
        cells = [cell.strip() for cell in rest.split("|")]
        if len(cells) > len(names):
            raise ValueError(f"More answers than columns: {line}")
        prompts = {prompt.id: prompt for prompt in GUIDE.exercise(exercise).prompts}
        given = {name: read(prompts[name], cell) for name, cell in zip(names, cells, strict=False) if cell not in ("", "-")}
        notes.append(note(exercise, day if "@" in day else day.replace(">", f"@{clock}>") if ">" in day else f"{day}@{clock}", given))
    return notes


def read(prompt: Prompt, cell: str) -> Any:
    """What is written in a cell, as the form sends it."""
    if isinstance(prompt, ScalePrompt | IntensityPrompt):
        return int(cell)
    return cell.split("+") if isinstance(prompt, ChoicesPrompt) else cell


def note(exercise: str, day: str, answers: dict[str, Any]) -> Entry:
    """One note that is done. Links and tags go where an entry keeps them."""
    when, _, about = day.partition(">")
    day, _, clock = when.partition("@")
    made = f"{YEAR}-{day}T{clock or '20:30'}:00{'+02:00' if SUMMER[0] <= day < SUMMER[1] else '+01:00'}"
    prompts = {prompt.id: prompt for prompt in GUIDE.exercise(exercise).prompts}
    checked = {name: prompts[name].check(value) for name, value in answers.items()}
    links = {name: value for name, value in checked.items() if isinstance(prompts[name], LinkPrompt)}
    return Entry(
        id=f"{exercise} {day}",
        exercise=exercise,
        exercise_version=1,
        made_at=made,
        changed_at=made,
        for_date=about or None,
        status="done",
        answers={name: value for name, value in checked.items() if name not in (*links, "tags")},
        links=links,
        tags=tuple(checked.get("tags", ())),
    )


def rows(columns: str, lines: str) -> list[dict[str, Any]]:
    """The rows of a form, one line each; on a ladder `step` is a number."""
    names = columns.split()
    found = []
    for number, line in enumerate(filter(None, map(str.strip, lines.splitlines())), start=1):
        cells = zip(names, (cell.strip() for cell in line.split("|")), strict=False)
        row = {name: int(cell) if name == "step" else cell for name, cell in cells if cell not in ("", "-")}
        found.append({"id": f"row-{number}", **row})
    return found


def cards(**groups: str) -> list[dict[str, str]]:
    """Sorted cards: for each group the ids of its cards, `_` for `-` in the group's id. Words of one's own stand after a colon."""
    found = []
    for group, names in groups.items():
        for name in names.split(", "):
            card, _, text = name.partition(": ")
            found.append({"id": card, "group": group.replace("_", "-"), **({"text": text} if text else {})})
    return found


def put_off(lines: str) -> Notes:
    """What was left for another day, or rested: `02-14 weather rest`, without an answer."""
    found = []
    for line in filter(None, map(str.strip, lines.splitlines())):
        day, exercise, status = line.split()
        found.append(msgspec.structs.replace(note(exercise, day, {}), id=f"{exercise} {day} {status}", status=status))
    return found


def told_apart(notes: Iterable[Entry]) -> Notes:
    """The notes with ids of their own: a second one of a day gets a number, and a time a little later."""
    seen: Counter[str] = Counter()
    found = []
    for one in notes:
        seen[one.id] += 1
        if (nth := seen[one.id]) > 1:
            at = f"{one.made_at[:14]}{int(one.made_at[14:16]) + nth:02}{one.made_at[16:]}"
            found.append(msgspec.structs.replace(one, id=f"{one.id} {nth}", made_at=at, changed_at=at))
        else:
            found.append(one)
    return found


def all_notes(
    *parts: Notes, deleted: dict[str, str], earlier: dict[str, tuple[str, dict[str, Any]]], drafts: tuple[str, ...] = ()
) -> Notes:
    """Everything of one reader in the order of time.

    `deleted` says by id when a note was deleted; `earlier`, when one was changed and what had stood there; `drafts` are in progress.
    """
    notes = {one.id: one for one in told_apart(chain.from_iterable(parts))}
    for name, at in deleted.items():
        notes[name] = msgspec.structs.replace(notes[name], deleted_at=at)
    for name, (at, answers) in earlier.items():
        notes[name] = msgspec.structs.replace(notes[name], changed_at=at, earlier=(Former(at=notes[name].made_at, answers=answers),))
    for name in drafts:
        notes[name] = msgspec.structs.replace(notes[name], status="draft")
    return sorted(notes.values(), key=lambda one: (one.made_at, one.id))
