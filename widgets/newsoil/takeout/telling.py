"""Answers in the words that the person saw: labels of options, days, lines; and the person's own words as they are."""

from collections.abc import Mapping
from typing import Any

import msgspec

from newsoil.guide import (
    BothPrompt,
    Cell,
    ChoicePrompt,
    ChoicesPrompt,
    DatePrompt,
    Guide,
    IntensityPrompt,
    LadderPrompt,
    LinkPrompt,
    Prompt,
    QuestionPrompt,
    RowsPrompt,
    ScalePrompt,
    SentencePrompt,
    Situation,
    SorterPrompt,
    read_as,
)
from newsoil.journal import Entry
from newsoil.takeout.choice import exercise_of
from newsoil.takeout.plain import labelled, plain
from newsoil.takeout.standing import Step, groups_of
from newsoil.takeout.words import Words


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """What one prompt was answered with.

    `own` lines are the person's writing; `rows` stand under `columns`; `groups` are names, each with what lies in it.
    """

    prompt: str
    label: str
    lines: tuple[str, ...] = ()
    own: bool = False
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    groups: tuple[tuple[str, tuple[str, ...]], ...] = ()


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
        """One answer. What was written about a question of the day is told under that question."""
        reader = reader_of(entry)
        label = read_as(prompt.label, reader)
        if isinstance(prompt, SorterPrompt) and isinstance(value, list):
            return Said(prompt=prompt.id, label=label, groups=groups_of(prompt, value, reader, Words(self.guide)))
        if isinstance(prompt, SentencePrompt) and isinstance(value, dict):
            gone = tuple(f"{name}: {plain(said)}" for name, said in value.items() if name not in {part.id for part in prompt.parts})
            return Said(prompt=prompt.id, label=label, lines=(prompt.sentence(value), *gone), own=True)
        if isinstance(prompt, QuestionPrompt) and isinstance(value, dict) and set(value) == {"question", "text"}:
            asked = read_as(prompt.asked(value["question"]) or plain(value["question"]), reader)
            return Said(prompt=prompt.id, label=asked, lines=(plain(value["text"]),), own=True)
        if isinstance(prompt, RowsPrompt) and isinstance(value, list):
            return Said(prompt=prompt.id, label=label, **self._table(prompt, value, reader))
        if isinstance(prompt, ChoicesPrompt) and isinstance(value, list):
            return Said(prompt=prompt.id, label=label, lines=tuple(labelled(prompt.options, one, reader) for one in value))
        own = isinstance(value, str) and not isinstance(prompt, BothPrompt | ChoicePrompt | DatePrompt | LinkPrompt)
        return Said(prompt=prompt.id, label=label, lines=(self.words(prompt, value, reader),), own=own)

    def words(self, prompt: Prompt | Cell, value: Any, reader: Situation | None) -> str:
        """One value in words. A value that does not fit its prompt is told as it is: nothing is left out."""
        say, told = Words(self.guide), plain(value)
        if isinstance(prompt, ScalePrompt) and isinstance(value, int) and 1 <= value <= len(prompt.labels):
            told = prompt.labels[value - 1]
        elif isinstance(prompt, IntensityPrompt):
            told = say("intensity", value=plain(value), high=prompt.high)
        elif isinstance(prompt, ChoicePrompt):
            told = labelled(prompt.options, value, reader)
        elif isinstance(prompt, BothPrompt):
            told = labelled(prompt.questions, value, reader)
        elif isinstance(prompt, DatePrompt) and isinstance(value, str):
            told = say.day(value)
        elif isinstance(prompt, LinkPrompt):
            told = self._linked(value)
        elif isinstance(prompt, SentencePrompt) and isinstance(value, dict):
            told = prompt.sentence(value)
        elif isinstance(prompt, QuestionPrompt) and isinstance(value, dict):
            told = plain(value.get("text", ""))
        return told

    def _table(self, prompt: RowsPrompt, value: list[Any], reader: Situation | None) -> dict[str, Any]:
        """Columns with something in them, and rows; a column that the guide does not have any more comes last, by its id.

        The rows of a ladder come step by step, and each says its step.
        """
        asked: dict[str, Cell | Step] = {column.id: column for column in prompt.columns}
        rows = [row if isinstance(row, dict) else {prompt.columns[0].id: row} for row in value]
        if isinstance(prompt, LadderPrompt):
            first, *others = asked
            asked = {first: asked[first], "step": Step(Words(self.guide)("step"), prompt), **{name: asked[name] for name in others}}
            rows.sort(key=lambda row: row["step"] if isinstance(row.get("step"), int) else len(prompt.steps))
        met = {name for row in rows for name, cell in row.items() if name != "id" and cell is not None}
        names = [name for name in dict.fromkeys([*asked, *(name for row in rows for name in row)]) if name in met]
        return {
            "columns": tuple(read_as(asked[name].label, reader) if name in asked else name for name in names),
            "rows": tuple(tuple(self._cell(asked.get(name), row.get(name), reader) for name in names) for row in rows),
        }

    def _cell(self, column: Cell | Step | None, value: Any, reader: Situation | None) -> str:
        if value is None or column is None:
            return "" if value is None else plain(value)
        return column.words(value, reader) if isinstance(column, Step) else self.words(column, value, reader)

    def _linked(self, value: Any) -> str:
        """A linked note by its day and the words that stand for it."""
        say, entry = Words(self.guide), self.entries.get(value) if isinstance(value, str) else None
        if entry is None or entry.deleted_at is not None:
            return say("linked-gone")
        exercise = exercise_of(self.guide, entry.exercise)
        label = next((prompt for prompt in exercise.prompts if prompt.id == exercise.label), None)
        told = self.words(label, entry.answers[label.id], reader_of(entry)) if label and label.id in entry.answers else ""
        return say("linked", day=say.day(entry.day), words=" ".join(told.split()) or exercise.title)


def reader_of(entry: Entry) -> Situation | None:
    """Whose words an entry was asked in; `None` for a reader who had not said."""
    return next((situation for situation in Situation if situation == entry.situation), None)
