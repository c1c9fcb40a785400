"""Entries as a tidy pandas frame, for people who would like to look at their own notes with their own questions.

The charts do not use it: they count the same notes in plain Python, so no page waits for pandas.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from newsoil.guide import ChoicePrompt, Exercise, Prompt
from newsoil.journal import Entry
from newsoil.progress.notes import day_of, notes_of

if TYPE_CHECKING:
    import pandas as pd

FIXED = ("entry", "day", "about", "made_at", "changed_at", "status", "situation", "tags")
"""The columns that every frame begins with."""

DTYPES = {
    "scale": "Int64",
    "intensity": "Int64",
    **dict.fromkeys(("choices", "rows", "ladder", "sorter", "sentence", "question"), "object"),
}
"""The dtype of a prompt's column by kind. A choice is a category with the page's options in their order; all else is `string`: a
date may be `2026-11` or `2026`, and a link is the id of an entry."""


def frame(entries: Sequence[Entry], exercise: Exercise) -> pd.DataFrame:
    """One row for each entry of the exercise that counts, oldest first. A blank answer is missing (`<NA>` or None).

    Columns: `entry` (string: the id), `day` (datetime64, no zone: the day it is about, or was made when it is about no whole day),
    `about` (string, as the entry has it: day, month or year), `made_at` and `changed_at` (datetime64, UTC), `status` and `situation`
    (categories), `tags` (object: a list of texts), then one column for each prompt: see `column_of` for its name, `DTYPES` for its
    dtype. `columns` says of each what it holds.

    A value that does not fit its prompt, such as one of a form that was another one once, is missing here; the entry has it. An option
    that the form has no more is a category after the others.
    """
    import pandas as pd

    notes = notes_of(entries, exercise.id)
    fixed = {
        "entry": pd.Series([entry.id for entry in notes], dtype="string"),
        "day": pd.Series([day_of(entry).isoformat() for entry in notes], dtype="datetime64[us]"),
        "about": pd.Series([entry.day for entry in notes], dtype="string"),
        "made_at": _times([entry.made_at for entry in notes]),
        "changed_at": _times([entry.changed_at for entry in notes]),
        "status": pd.Series([entry.status for entry in notes], dtype="category"),
        "situation": pd.Series([entry.situation for entry in notes], dtype="category"),
        "tags": pd.Series([list(entry.tags) for entry in notes], dtype="object"),
    }
    answered = {name: _answers(notes, prompt) for prompt in exercise.prompts if (name := column_of(prompt)) not in FIXED}
    return pd.DataFrame(fixed | answered)


def column_of(prompt: Prompt) -> str:
    """The name of a prompt's column: its id, with `answer-` before it where a fixed column has that name.

    A prompt called `tags` fills the tags of the entry, which have a column already.
    """
    return f"answer-{prompt.id}" if prompt.id in FIXED and prompt.id != "tags" else prompt.id


def kind_of(prompt: Prompt) -> str:
    """The kind of a prompt, as content files name it."""
    return str(prompt.__struct_config__.tag)


def _times(times: list[str]) -> pd.Series[Any]:
    import pandas as pd

    return pd.Series(pd.to_datetime(times, utc=True, format="ISO8601")).astype("datetime64[us, UTC]")


def _answers(notes: Sequence[Entry], prompt: Prompt) -> pd.Series[Any]:
    """The column of a prompt. Of a column of numbers or texts, what is neither is missing."""
    import pandas as pd

    values = [entry.values.get(prompt.id) for entry in notes]  # noqa: PD011 - an entry's, not a frame's
    if isinstance(prompt, ChoicePrompt):
        known = [option.id for option in prompt.options]
        others = [value for value in values if isinstance(value, str) and value not in known]
        categories = pd.CategoricalDtype(list(dict.fromkeys([*known, *others])), ordered=True)
        return pd.Series([value if isinstance(value, str) else None for value in values], dtype=categories)
    dtype = DTYPES.get(kind_of(prompt), "string")
    return pd.Series([value if _fits(value, dtype) else None for value in values], dtype=dtype)


def _fits(value: Any, dtype: str) -> bool:
    """Whether a column of this dtype can hold a value as it is."""
    if dtype == "Int64":
        return isinstance(value, int) and not isinstance(value, bool)
    return dtype == "object" or isinstance(value, str)
