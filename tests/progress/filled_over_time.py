"""Notes for the charts over days, months and notes, so many as are asked for."""

from datetime import date
from itertools import islice

from filled_notes import TODAY, Notes, entry, turn

from newsoil.progress.support_figure import OFTEN, SIGNS


def _months_back(n: int, *, without: tuple[int, ...] = ()) -> list[date]:
    """The last day or so of `n` months, oldest first; of the months before this one those are left out that are so far back."""
    firsts = (date(TODAY.year + (TODAY.month - 1 - back) // 12, (TODAY.month - 1 - back) % 12 + 1, 22) for back in range(10_000))
    return list(islice((first for back, first in enumerate(firsts) if back not in without), n))[::-1]


def seven_signs(n: int) -> Notes:
    ways = ([1, 2, 1], [3, 3, 2, 3, 1, 2], [2, 1, 1, 2], [0, 1, 0, 2], [2, 3, 2, 1], [1, 0, None], [0, 0, 1])
    levels = zip(*(turn(way, n) for way in ways), strict=True)
    views = turn([None, "unknown", "clear-reason", "not-clear", None, "clear-reason"], n)
    notes = []
    for day, each, view in zip(_months_back(n, without=(4,)), levels, views, strict=True):
        signs = {sign.replace("-", "_"): None if level is None else OFTEN[level] for sign, level in zip(SIGNS, each, strict=True)}
        notes.append(entry("support-signs", day, **signs, see_it=view))
    return notes
