"""What there is in a journal, as a frame: which exercises have notes, how many, and from when to when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from newsoil.guide import Guide
from newsoil.journal import Entry
from newsoil.progress.notes import day_of

if TYPE_CHECKING:
    import pandas as pd


def overview(entries: Sequence[Entry], guide: Guide) -> pd.DataFrame:
    """One row for each exercise that has a note, in the order of the stages. One without notes has no row.

    Columns: `exercise` (string: the id by which `frame` is asked for it), `title` (string), `stage` (an ordered category of all stages'
    ids), `notes` (Int64: how many count; those that were deleted or put off do not), `first` and `last` (datetime64, no zone: the
    days at which the first and the last of them stand, as `day` of the exercise's frame).

    Notes of an exercise that the guide does not have, or cannot use, come last, without title and stage.
    """
    import pandas as pd

    days: dict[str, list[date]] = defaultdict(list)
    for entry in entries:
        if entry.counts:
            days[entry.exercise].append(day_of(entry))
    stages = {stage.id: number for number, stage in enumerate(guide.stages)}
    known = {one.id: one for one in sorted(guide.exercises, key=lambda one: stages.get(one.stage, len(stages)))}
    there = [*(name for name in known if name in days), *sorted(days.keys() - known.keys())]
    asked = [known.get(name) for name in there]
    return pd.DataFrame(
        {
            "exercise": pd.Series(there, dtype="string"),
            "title": pd.Series([one.title if one else None for one in asked], dtype="string"),
            "stage": pd.Series([one.stage if one else None for one in asked], dtype=pd.CategoricalDtype(list(stages), ordered=True)),
            "notes": pd.Series([len(days[name]) for name in there], dtype="Int64"),
            "first": pd.Series([min(days[name]).isoformat() for name in there], dtype="datetime64[us]"),
            "last": pd.Series([max(days[name]).isoformat() for name in there], dtype="datetime64[us]"),
        }
    )
