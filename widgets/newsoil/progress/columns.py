"""What the columns of a frame hold, as a frame: the question that the form asks, and what can be chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from newsoil.guide import (
    BothPrompt,
    ChoicePrompt,
    ChoicesPrompt,
    Exercise,
    IntensityPrompt,
    LadderPrompt,
    LinkPrompt,
    Option,
    Prompt,
    QuestionPrompt,
    RowsPrompt,
    ScalePrompt,
    SentencePrompt,
    Situation,
    SorterPrompt,
    Text,
    read_as,
)
from newsoil.progress.frame import column_of, frame, kind_of

if TYPE_CHECKING:
    import pandas as pd

DTYPES = {"column": "string", "dtype": "string", "kind": "string", "holds": "string", "values": "string", "options": "object"}
"""The columns of the frame, with their dtypes."""


class Reader(msgspec.Struct, frozen=True):
    """For whom a form is worded: their situation, if they said it, and whether they said yes at the gate and kept that."""

    situation: Situation | None = None
    afraid: bool = False

    def reads(self, text: Text) -> str:
        """The form of a text that this reader meets."""
        return read_as(text, self.situation, afraid=self.afraid)


def columns(exercise: Exercise, words: Mapping[str, str], reader: Reader) -> pd.DataFrame:
    """One row for each column of the exercise's frame, in its order.

    Columns: `column` (its name), `dtype` (as `frame` has it), `kind` (of the prompt; missing for the columns that every frame has),
    `holds` (the question as the form asks this reader, or what the column is), `values` (what its values are like), all of dtype
    `string`; and `options` (object): what can be chosen, as a dictionary from the value to the words on the page, or None. In the
    answers that are made of several, names with a full stop lead into them: `share.yes` is the option `yes` of the key `share`.

    `words` are those of `[words.frame]`.
    """
    import pandas as pd

    prompts = {column_of(prompt): prompt for prompt in exercise.prompts}
    rows = []
    for name, dtype in frame((), exercise).dtypes.items():
        prompt = prompts.get(str(name))
        if prompt is None:
            rows.append([name, str(dtype), None, words.get(str(name), ""), None, None])
        else:
            kind = kind_of(prompt)
            to = prompt.to if isinstance(prompt, LinkPrompt) else ""
            values = words.get(f"kind-{kind}", "").format(to=to)
            rows.append([name, str(dtype), kind, reader.reads(prompt.label), values, options_of(prompt, reader) or None])
    return pd.DataFrame(rows, columns=list(DTYPES)).astype(DTYPES)


def options_of(prompt: Prompt, reader: Reader) -> dict[Any, str]:
    """What can be chosen at a prompt: each value with its words. Nothing where people write."""
    found: dict[Any, str] = {}
    match prompt:
        case ScalePrompt(labels=labels):
            found = dict(enumerate(labels, 1))
        case IntensityPrompt(low=low, middle=middle, high=high):
            found = {0: low, 5: middle, 10: high}
        case ChoicePrompt(options=options) | ChoicesPrompt(options=options):
            found = _worded(options, reader)
        case QuestionPrompt(questions=questions) | BothPrompt(questions=questions):
            found = _worded(questions, reader)
        case SentencePrompt(parts=parts):
            found = {part.id: f"{part.lead} … {reader.reads(part.label)}" for part in parts}
        case SorterPrompt(cards=cards, groups=groups):
            found = _worded(cards, reader, "id.") | _worded(groups, reader, "group.")
        case RowsPrompt():
            found = _of_rows(prompt, reader)
    return found


def _worded(options: Sequence[Option], reader: Reader, before: str = "") -> dict[Any, str]:
    """The id of each option with its words."""
    return {f"{before}{option.id}": reader.reads(option.label) for option in options}


def _of_rows(prompt: RowsPrompt, reader: Reader) -> dict[Any, str]:
    """The keys of a row, what can be chosen for each, and the steps of a ladder."""
    found: dict[Any, str] = {}
    for cell in prompt.columns:
        found[cell.id] = reader.reads(cell.label)
        if isinstance(cell, ChoicePrompt):
            found |= _worded(cell.options, reader, f"{cell.id}.")
    if isinstance(prompt, LadderPrompt):
        found |= {f"step.{number}": reader.reads(step) for number, step in enumerate(prompt.steps, 1)}
    return found
