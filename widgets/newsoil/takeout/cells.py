"""The entries of one exercise as a flat sheet: named columns, and a row of cells for each entry."""

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from newsoil.guide import ChoicePrompt, ChoicesPrompt, LinkPrompt, Prompt, RowsPrompt, ScalePrompt
from newsoil.journal import Entry
from newsoil.takeout.choice import exercise_of
from newsoil.takeout.telling import Teller, plain, reader_of

WORDS = "words"


class Sheet(msgspec.Struct, frozen=True):
    """Columns in their order, and rows that have a cell where something is."""

    columns: tuple[str, ...]
    rows: tuple[dict[str, str], ...]


def sheet_of(teller: Teller, exercise: str, entries: Sequence[Entry]) -> Sheet:
    """The sheet of one exercise. Columns are there without any entry; a list has as many lines as its longest answer."""
    known = {prompt.id: prompt for prompt in exercise_of(teller.guide, exercise).prompts}
    columns = dict.fromkeys(name for name, _ in _fixed(None))
    for prompt in known.values():
        columns |= dict.fromkeys(_columns(prompt, [entry.values.get(prompt.id) for entry in entries]))
    rows = []
    for entry in entries:
        cells = dict(_fixed(entry))
        for name, value in entry.values.items():
            if name in known:
                cells |= dict(_cells(teller, known[name], value, entry))
            elif name not in ("tags", "for-date"):
                cells[name] = plain(value)
        rows.append(cells)
    return Sheet(tuple(columns | dict.fromkeys(name for row in rows for name in row)), tuple(rows))


def _fixed(entry: Entry | None) -> Iterator[tuple[str, str]]:
    """What every sheet begins with."""
    yield "entry", entry.id if entry else ""
    yield "made_at", entry.made_at if entry else ""
    yield "changed_at", entry.changed_at if entry else ""
    yield "about", entry.day if entry else ""
    yield "status", entry.status if entry else ""
    yield "situation", (entry.situation or "") if entry else ""
    yield "tags", plain(list(entry.tags)) if entry and entry.tags else ""


def _columns(prompt: Prompt, values: Sequence[Any]) -> Iterator[str]:
    """The columns of one prompt, with these answers."""
    if not isinstance(prompt, RowsPrompt):
        yield prompt.id
        if isinstance(prompt, ScalePrompt | ChoicePrompt | ChoicesPrompt | LinkPrompt):
            yield f"{prompt.id}.{WORDS}"
        return
    longest = max((len(value) for value in values if isinstance(value, list)), default=0)
    for number in range(1, max(longest, 1) + 1):
        for column in prompt.columns:
            yield f"{prompt.id}.{number}.{column.id}"
            if isinstance(column, ChoicePrompt):
                yield f"{prompt.id}.{number}.{column.id}.{WORDS}"


def _cells(teller: Teller, prompt: Prompt, value: Any, entry: Entry) -> Iterator[tuple[str, str]]:
    """The cells of one answer, by column."""
    if not isinstance(prompt, RowsPrompt) or not isinstance(value, list):
        yield prompt.id, plain(value)
        if f"{prompt.id}.{WORDS}" in _columns(prompt, []):
            yield f"{prompt.id}.{WORDS}", "\n".join(teller.said(prompt, value, entry).lines)
        return
    for number, row in enumerate(value, 1):
        if not isinstance(row, dict):
            yield f"{prompt.id}.{number}.{prompt.columns[0].id}", plain(row)
            continue
        for name, cell in row.items():
            column = next((column for column in prompt.columns if column.id == name), None)
            if name != "id":
                yield f"{prompt.id}.{number}.{name}", plain(cell)
            if isinstance(column, ChoicePrompt):
                yield f"{prompt.id}.{number}.{name}.{WORDS}", teller.words(column, cell, reader_of(entry))
