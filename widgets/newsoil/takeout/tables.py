r"""Notes as tables for spreadsheet programs and for people who work with data: one CSV file for each exercise, and one that explains.

The header names prompts by their ids. A label is a sentence that differs by the reader's situation and is reworded from version to
version; an id never changes, is the one of `open_journal().frame`, and can be typed. What each column asks, and what its values mean,
is in a second file, `to_columns`, so that nobody has to guess.

The files are as RFC 4180 has them: commas, quotation marks, CR LF; in UTF-8 with a byte order mark, without which spreadsheet
programs guess another encoding. A cell that a spreadsheet would run as a formula, because it begins with `=` `+` `-` `@`, their wide
forms, a tab or a line end, gets one apostrophe in front; so does a cell that begins with an apostrophe. No character is lost: take one
apostrophe away from each cell that begins with one, and it is as the person wrote it.
"""

import csv
import io
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from newsoil.guide import (
    BothPrompt,
    ChoicePrompt,
    ChoicesPrompt,
    Exercise,
    Guide,
    LadderPrompt,
    Option,
    Prompt,
    QuestionPrompt,
    RowsPrompt,
    ScalePrompt,
    SentencePrompt,
    SorterPrompt,
    read_as,
)
from newsoil.journal import Journal
from newsoil.takeout.cells import ANSWER, FIXED, sheet_of
from newsoil.takeout.choice import Choice, Progress, counted
from newsoil.takeout.telling import Teller
from newsoil.takeout.words import Words

EVERYTHING = Choice()

NO_NAMES: Mapping[str, str] = MappingProxyType({})

_RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'")

_COLUMNS = ("exercise", "column", "kind", "question", "value", "words")


def to_csv(journal: Journal, guide: Guide, exercise: str, choice: Choice = EVERYTHING, *, progress: Progress | None = None) -> bytes:
    """One exercise as CSV: a row for each note that is not deleted, oldest first.

    Columns: `entry`, `made_at`, `changed_at`, `about`, `status`, `situation`, `tags`, then those of each prompt in its order. `size` is
    the stored value, `size.words` the words that the person saw. A list of choices is stored as JSON and told a line for each. Lines
    of a list are flat: `secure.1.line`, `secure.1.share`, `secure.1.share.words`, `secure.2.line` …, as many as the longest note has;
    those of a ladder have their `step` too. A sorted card has a column of its own, `expect.truth`, with the group it lies in; cards of
    the person's own are flat, `expect.own.1.text`. A sentence has a column for each part and its whole in `words`, a question of the
    day has its `question` and its `text`. A link is the `entry` of the other file, with that note's day and words beside it. Answers
    to prompts that the guide does not have come last. An answer whose prompt is called as one of the first columns stands under
    `answer.about`.
    """
    entries = [entry for entry in journal.entries if entry.exercise == exercise and choice.takes(entry) and entry.deleted_at is None]
    teller = Teller(guide, {entry.id: entry for entry in journal.entries})
    sheet = sheet_of(teller, exercise, list(counted(entries, progress)))
    return _csv([list(sheet.columns), *([row.get(column, "") for column in sheet.columns] for row in sheet.rows)])


def to_columns(journal: Journal, guide: Guide, exercises: Sequence[Exercise], files: Mapping[str, str] = NO_NAMES) -> bytes:
    """What the columns of the CSV files mean, as CSV: the question of each, and the words of each value that can be chosen.

    With `files`, the name of each exercise's file, a last column says which it is: where names say nothing, nobody could tell otherwise.
    """
    words = Words(guide, "takeout-columns")
    lines: list[list[str]] = [["", column, "", words(column), "", ""] for column in FIXED]
    teller = Teller(guide, {})
    for exercise in exercises:
        sheet = sheet_of(teller, exercise.id, list(journal.of(exercise.id)))
        lines += [line for column in sheet.columns[len(FIXED) :] for line in _explained(exercise, column, words)]
    if files:
        return _csv([[*_COLUMNS, "file"], *([*line, files.get(line[0], "")] for line in lines)])
    return _csv([list(_COLUMNS), *lines])


def _explained(exercise: Exercise, column: str, words: Words) -> list[list[str]]:
    """The lines on one column: its question, then a line for each value that can be chosen."""
    name, *rest = column.removeprefix(f"{ANSWER}.").split(".")
    prompt = next((prompt for prompt in exercise.prompts if prompt.id == name), None)
    if prompt is None:
        return [[exercise.id, column, "", words("unknown"), "", ""]]
    kind, question = str(prompt.__struct_config__.tag), read_as(prompt.label, None)
    if rest[-1:] == ["words"]:
        return [[exercise.id, column, kind, words("words"), "", ""]]
    more = _part(prompt, rest, words) if rest else ""
    values = [[exercise.id, column, kind, "", value, label] for value, label in _values(prompt, rest)]
    return [[exercise.id, column, kind, f"{question} {more}".strip(), "", ""], *values]


def _part(prompt: Prompt, rest: list[str], words: Words) -> str:
    """What one column of a prompt asks that has several."""
    last = rest[-1]
    if isinstance(prompt, RowsPrompt):
        column = next((read_as(cell.label, None) for cell in prompt.columns if cell.id == last), words("step"))
        return words("row", number=rest[0], column=column)
    if isinstance(prompt, SorterPrompt):
        card = next((read_as(card.label, None) for card in prompt.cards if rest == [card.id]), "")
        return words("card", card=card) if card else words(f"own-card-{last}", number=rest[1])
    if isinstance(prompt, SentencePrompt):
        return next((f"{part.lead} … {read_as(part.label, None)}" for part in prompt.parts if part.id == last), last)
    return words(last) if isinstance(prompt, QuestionPrompt) else ""


def _values(prompt: Prompt, rest: list[str]) -> list[tuple[str, str]]:
    """The values that can be chosen in a column, each with its words."""
    asked = next((cell for cell in prompt.columns if rest and cell.id == rest[-1]), prompt) if isinstance(prompt, RowsPrompt) else prompt
    options: Sequence[Option] = ()
    if isinstance(asked, ScalePrompt):
        return [(str(value), label) for value, label in enumerate(asked.labels, 1)]
    if isinstance(asked, LadderPrompt) and rest[-1:] == ["step"]:
        return [(str(value), read_as(step, None)) for value, step in enumerate(asked.steps, 1)]
    if isinstance(asked, ChoicePrompt | ChoicesPrompt):
        options = asked.options
    if isinstance(asked, SorterPrompt) and rest[-1:] != ["text"]:
        options = asked.groups
    if isinstance(asked, BothPrompt) or (isinstance(asked, QuestionPrompt) and rest[-1:] == ["question"]):
        options = asked.questions
    return [(option.id, read_as(option.label, None)) for option in options]


def _csv(lines: Sequence[Sequence[str]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerows([harmless(cell) for cell in line] for line in lines)
    return text.getvalue().encode("utf-8-sig")


def harmless(cell: str) -> str:
    """A cell that no spreadsheet runs: one apostrophe in front of what begins like a formula, or with an apostrophe."""
    return f"'{cell}" if cell.startswith(_RUNS) else cell
