"""The entries of one exercise as a flat sheet: named columns, and a row of cells for each entry."""

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from newsoil.guide import (
    BothPrompt,
    ChoicePrompt,
    ChoicesPrompt,
    LadderPrompt,
    LinkPrompt,
    Prompt,
    QuestionPrompt,
    RowsPrompt,
    ScalePrompt,
    SentencePrompt,
    SorterPrompt,
)
from newsoil.journal import Entry
from newsoil.takeout.choice import exercise_of
from newsoil.takeout.plain import labelled, plain
from newsoil.takeout.standing import Step
from newsoil.takeout.telling import Teller, reader_of

WORDS = "words"

FIXED = ("entry", "made_at", "changed_at", "about", "status", "situation", "tags")
"""The columns that every sheet begins with."""

ANSWER = "answer"
"""What stands before the name of an answer's column where it would be one of these."""

_TOLD = (BothPrompt, ScalePrompt, ChoicePrompt, ChoicesPrompt, LinkPrompt)
"""Prompts whose stored value is told in words beside it."""


class Sheet(msgspec.Struct, frozen=True):
    """Columns in their order, and rows that have a cell where something is."""

    columns: tuple[str, ...]
    rows: tuple[dict[str, str], ...]


def sheet_of(teller: Teller, exercise: str, entries: Sequence[Entry]) -> Sheet:
    """The sheet of one exercise. Columns are there without any entry; a list has as many lines as its longest answer."""
    known = {prompt.id: prompt for prompt in exercise_of(teller.guide, exercise).prompts}
    columns = dict.fromkeys(name for name, _ in _fixed(None))
    for prompt in known.values():
        columns |= dict.fromkeys(_own_name(name) for name in _columns(prompt, [entry.values.get(prompt.id) for entry in entries]))
    rows = []
    for entry in entries:
        cells = dict(_fixed(entry))
        for name, value in entry.values.items():
            if name in known:
                cells |= {_own_name(column): cell for column, cell in _cells(teller, known[name], value, entry)}
            elif name not in ("tags", "for-date"):
                cells[_own_name(name)] = plain(value)
        rows.append(cells)
    return Sheet(tuple(columns | dict.fromkeys(name for row in rows for name in row)), tuple(rows))


def _own_name(column: str) -> str:
    """What a column of an answer is called: with a name that every sheet has, neither would be sure of its place."""
    return f"{ANSWER}.{column}" if column in FIXED else column


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
    if isinstance(prompt, RowsPrompt):
        longest = max((len(value) for value in values if isinstance(value, list)), default=0)
        for number in range(1, max(longest, 1) + 1):
            yield from (f"{prompt.id}.{number}.{name}" for name in _row_columns(prompt))
    elif isinstance(prompt, SorterPrompt):
        yield from (f"{prompt.id}.{card.id}{end}" for card in prompt.cards for end in ("", f".{WORDS}"))
        longest = max((len(_own_cards(prompt, value)) for value in values if isinstance(value, list)), default=0)
        numbers = range(1, max(longest, 1) + 1) if prompt.own else ()
        yield from (f"{prompt.id}.own.{number}.{name}" for number in numbers for name in ("text", "group", f"group.{WORDS}"))
    elif isinstance(prompt, SentencePrompt):
        yield from (f"{prompt.id}.{name}" for name in (*(part.id for part in prompt.parts), WORDS))
    elif isinstance(prompt, QuestionPrompt):
        yield from (f"{prompt.id}.{name}" for name in ("question", f"question.{WORDS}", "text"))
    else:
        yield from (prompt.id, f"{prompt.id}.{WORDS}") if isinstance(prompt, _TOLD) else (prompt.id,)


def _row_columns(prompt: RowsPrompt) -> Iterator[str]:
    """The columns of one row, by name."""
    for column in prompt.columns:
        yield from (column.id, f"{column.id}.{WORDS}") if isinstance(column, ChoicePrompt) else (column.id,)
    if isinstance(prompt, LadderPrompt):
        yield from ("step", f"step.{WORDS}")


def _cells(teller: Teller, prompt: Prompt, value: Any, entry: Entry) -> Iterator[tuple[str, str]]:
    """The cells of one answer, by column. A value that does not fit its prompt stands in a column of its id."""
    if isinstance(prompt, RowsPrompt) and isinstance(value, list):
        yield from _of_rows(teller, prompt, value, entry)
    elif isinstance(prompt, SorterPrompt) and isinstance(value, list):
        yield from _of_cards(prompt, value, entry)
    elif isinstance(prompt, SentencePrompt | QuestionPrompt) and isinstance(value, dict):
        yield from ((f"{prompt.id}.{name}", plain(said)) for name, said in value.items())
        said = teller.said(prompt, value, entry)
        yield (
            (f"{prompt.id}.{WORDS}", said.lines[0]) if isinstance(prompt, SentencePrompt) else (f"{prompt.id}.question.{WORDS}", said.label)
        )
    else:
        yield prompt.id, plain(value)
        if isinstance(prompt, _TOLD):
            yield f"{prompt.id}.{WORDS}", "\n".join(teller.said(prompt, value, entry).lines)


def _of_rows(teller: Teller, prompt: RowsPrompt, value: list[Any], entry: Entry) -> Iterator[tuple[str, str]]:
    """The cells of rows, those of a ladder with their step, in the order in which they were written."""
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
            if isinstance(prompt, LadderPrompt) and name == "step":
                yield f"{prompt.id}.{number}.{name}.{WORDS}", Step("", prompt).words(cell, reader_of(entry))


def _of_cards(prompt: SorterPrompt, value: list[Any], entry: Entry) -> Iterator[tuple[str, str]]:
    """The group of each card of the guide in a column of the card's id; cards of one's own by number."""
    own = _own_cards(prompt, value)
    for card in value:
        if card not in own:
            yield f"{prompt.id}.{card['id']}", plain(card.get("group", ""))
            yield f"{prompt.id}.{card['id']}.{WORDS}", labelled(prompt.groups, card.get("group", ""), reader_of(entry))
    for number, card in enumerate(own, 1):
        said = card if isinstance(card, dict) else {"text": plain(card)}
        group = said.get("group", "")
        yield f"{prompt.id}.own.{number}.text", plain(said.get("text", said.get("id", "")))
        yield f"{prompt.id}.own.{number}.group", plain(group)
        yield f"{prompt.id}.own.{number}.group.{WORDS}", labelled(prompt.groups, group, reader_of(entry))


def _own_cards(prompt: SorterPrompt, value: list[Any]) -> list[Any]:
    """The cards that are not the guide's, or not any more."""
    known = [card.id for card in prompt.cards]
    return [card for card in value if not isinstance(card, dict) or card.get("id") not in known]
