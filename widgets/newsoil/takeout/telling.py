"""Answers in the words that the person saw: labels of options, days, lines; and the person's own words as they are."""

from collections.abc import Mapping
from typing import Any

import msgspec

from newsoil.guide import (
    Cell,
    ChoicePrompt,
    ChoicesPrompt,
    DatePrompt,
    Guide,
    IntensityPrompt,
    LinkPrompt,
    Option,
    Prompt,
    RowsPrompt,
    ScalePrompt,
    Situation,
    read_as,
)
from newsoil.journal import Entry
from newsoil.takeout.choice import exercise_of
from newsoil.takeout.words import Words


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """What one prompt was answered with. `own` lines are the person's writing; `rows` stand under `columns`."""

    prompt: str
    label: str
    lines: tuple[str, ...] = ()
    own: bool = False
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


class Teller(msgspec.Struct, frozen=True):
    """Tells answers; `entries` by id are those that links may lead to."""

    guide: Guide
    entries: Mapping[str, Entry]

    def tell(self, entry: Entry) -> tuple[Said, ...]:
        """Everything that an entry says, in the order of its prompts; what the guide does not ask any more comes last, by its id."""
        exercise, values = exercise_of(self.guide, entry.exercise), entry.values
        known = {prompt.id: prompt for prompt in exercise.prompts}
        told = [self.said(known[name], values[name], entry) for name in known if name in values]
        words = Words(self.guide)
        for name, value in values.items():
            if name not in known and name != "for-date":
                lines = tuple(entry.tags) if name == "tags" else (plain(value),)
                told.append(Said(prompt=name, label=words("tags") if name == "tags" else name, lines=lines, own=name != "tags"))
        return tuple(told)

    def said(self, prompt: Prompt, value: Any, entry: Entry) -> Said:
        """One answer."""
        reader = reader_of(entry)
        label = read_as(prompt.label, reader)
        if isinstance(prompt, RowsPrompt) and isinstance(value, list):
            return Said(prompt=prompt.id, label=label, **self._table(prompt, value, reader))
        if isinstance(prompt, ChoicesPrompt) and isinstance(value, list):
            return Said(prompt=prompt.id, label=label, lines=tuple(_option(prompt.options, one, reader) for one in value))
        own = isinstance(value, str) and not isinstance(prompt, ChoicePrompt | DatePrompt | LinkPrompt)
        return Said(prompt=prompt.id, label=label, lines=(self.words(prompt, value, reader),), own=own)

    def words(self, prompt: Prompt | Cell, value: Any, reader: Situation | None) -> str:
        """One value in words. A value that does not fit its prompt is told as it is: nothing is left out."""
        say, told = Words(self.guide), plain(value)
        if isinstance(prompt, ScalePrompt) and isinstance(value, int) and 1 <= value <= len(prompt.labels):
            told = prompt.labels[value - 1]
        elif isinstance(prompt, IntensityPrompt):
            told = say("intensity", value=plain(value), high=prompt.high)
        elif isinstance(prompt, ChoicePrompt):
            told = _option(prompt.options, value, reader)
        elif isinstance(prompt, DatePrompt) and isinstance(value, str):
            told = say.day(value)
        elif isinstance(prompt, LinkPrompt):
            told = self._linked(value)
        return told

    def _table(self, prompt: RowsPrompt, value: list[Any], reader: Situation | None) -> dict[str, Any]:
        """Columns with something in them, and rows; a column that the guide does not have any more comes last, by its id."""
        asked = {column.id: column for column in prompt.columns}
        rows = [row if isinstance(row, dict) else {prompt.columns[0].id: row} for row in value]
        met = {name for row in rows for name, cell in row.items() if name != "id" and cell is not None}
        names = [name for name in dict.fromkeys([*asked, *(name for row in rows for name in row)]) if name in met]
        return {
            "columns": tuple(read_as(asked[name].label, reader) if name in asked else name for name in names),
            "rows": tuple(tuple(self._cell(asked.get(name), row.get(name), reader) for name in names) for row in rows),
        }

    def _cell(self, column: Cell | None, value: Any, reader: Situation | None) -> str:
        if value is None:
            return ""
        return self.words(column, value, reader) if column else plain(value)

    def _linked(self, value: Any) -> str:
        """A linked note by its day and the words that stand for it."""
        say, entry = Words(self.guide), self.entries.get(value) if isinstance(value, str) else None
        if entry is None or entry.deleted_at is not None:
            return say("linked-gone")
        exercise = exercise_of(self.guide, entry.exercise)
        words = " ".join(plain(entry.answers.get(exercise.label, "")).split())
        return say("linked", day=say.day(entry.day), words=words or exercise.title)


def reader_of(entry: Entry) -> Situation | None:
    """Whose words an entry was asked in; `None` for a reader who had not said."""
    return next((situation for situation in Situation if situation == entry.situation), None)


def plain(value: Any) -> str:
    """A stored value as text, whatever it is."""
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()


def _option(options: tuple[Option, ...], value: Any, reader: Situation | None) -> str:
    """The label of an option, or an own word as it is."""
    return next((read_as(option.label, reader) for option in options if option.id == value), plain(value))
