"""The figure of moments: how strong the feeling was before and after, in rows on a scale from 0 to 10."""

from typing import Any

import msgspec

from newsoil.progress.two_marks.rows import TEN, TEN_HEADS, Group, Kind, Row
from newsoil.progress.two_marks.rows_figure import rows_figure
from newsoil.progress.words import Words


class Moment(msgspec.Struct, frozen=True, kw_only=True):
    """One moment: when, what, how strong from 0 to 10, whether the person it was about was told, and how its day is said beside that."""

    day: str
    name: str
    before: int | None
    after: int | None
    told: bool
    aside: str


def moments_figure(moments: list[Moment], words: Words) -> dict[str, Any]:
    """All moments, in the order in which they are given, from the top."""
    rows = tuple(_row(moment, words) for moment in moments)
    names: dict[Kind, str] = {"open": words("before"), "filled": words("after")}
    return rows_figure(TEN, [Group(rows=rows)], heads=TEN_HEADS, names=names, called={"open": "before", "filled": "after"})


def _row(moment: Moment, words: Words) -> Row:
    """What marks alone do not say stands beside the day: on the scale it would cover what marks are read by."""
    before, after = moment.before, moment.after
    said = "no-numbers" if before is None and after is None else "no-before" if before is None else "no-after" if after is None else ""
    said = "same" if before is not None and before == after else said
    aside = f"{moment.aside}, {words(said)}" if said else moment.aside
    return Row(name=moment.name, open=before, filled=after, told=moment.told, aside=aside)
