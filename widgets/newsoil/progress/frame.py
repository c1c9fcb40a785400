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

DTYPES = {
    "scale": "Int64",
    "intensity": "Int64",
    **dict.fromkeys(("choices", "rows", "ladder", "sorter", "sentence", "question"), "object"),
}
"""The dtype of a prompt's column by kind. A choice is a category with the page's options in their order; all else is `string`: a
date may be `2026-11` or `2026`, and a link is the id of an entry."""


def frame(entries: Sequence[Entry], exercise: Exercise) -> pd.DataFrame:
    """One row for each entry of the exercise that counts, oldest first. A blank answer is missing (`<NA>` or None).

    Columns: `entry` (id), `day` (datetime64: the day it is about, or was made when it is about no whole day), `about` (as the entry
    has it: day, month or year), `made_at` and `changed_at` (datetime64, UTC), `status`, `situation`, `tags` (a list), then one
    column for each prompt, by its id.
    """
    import pandas as pd

    notes = notes_of(entries, exercise.id)
    columns = {
        "entry": pd.Series([entry.id for entry in notes], dtype="string"),
        "day": pd.Series([day_of(entry).isoformat() for entry in notes], dtype="datetime64[us]"),
        "about": pd.Series([entry.day for entry in notes], dtype="string"),
        "made_at": _times([entry.made_at for entry in notes]),
        "changed_at": _times([entry.changed_at for entry in notes]),
        "status": pd.Series([entry.status for entry in notes], dtype="category"),
        "situation": pd.Series([entry.situation for entry in notes], dtype="category"),
        "tags": pd.Series([list(entry.tags) for entry in notes], dtype="object"),
    }
    columns |= {prompt.id: pd.Series([_answer(entry, prompt) for entry in notes], dtype=_dtype(prompt)) for prompt in exercise.prompts}
    return pd.DataFrame(columns)


def _times(times: list[str]) -> pd.Series[Any]:
    import pandas as pd

    return pd.Series(pd.to_datetime(times, utc=True, format="ISO8601")).astype("datetime64[us, UTC]")


def _answer(entry: Entry, prompt: Prompt) -> Any:
    return entry.links.get(prompt.id) if _kind(prompt) == "link" else entry.answers.get(prompt.id)


def _kind(prompt: Prompt) -> str:
    return str(prompt.__struct_config__.tag)


def _dtype(prompt: Prompt) -> Any:
    import pandas as pd

    if isinstance(prompt, ChoicePrompt):
        return pd.CategoricalDtype([option.id for option in prompt.options], ordered=True)
    return DTYPES.get(_kind(prompt), "string")
