"""Hard talks: how heated each was at the start, at its highest point and at the end, a row for each, newest on top.

Sentences: `one`, `noted` (fewer than five pairs, or fear in a talk), `lower…` (from five pairs on: in some, one, all or none); `strokes`
and `ring` explain marks; `rows`, `who`, `month-…` (from ten talks on) and `shown` stand below the picture; `alt…` say it. Answers to
`repaired` are named by its form, or shorter by `repaired-…`.
"""

from collections.abc import Sequence
from typing import Any

from newsoil.journal import Entry
from newsoil.progress import findings
from newsoil.progress.notes import notes_of
from newsoil.progress.picture import Picture, blank
from newsoil.progress.two_marks.conversations_told import alternative, table
from newsoil.progress.two_marks.rows import TEN, Group, Row
from newsoil.progress.two_marks.rows_figure import rows_figure
from newsoil.progress.two_marks.talks import EXERCISE, Talk, months_in, pairs_in, talk_of
from newsoil.progress.words import Words

DRAWN = 12
"""The newest talks that are drawn. Ours: with three numbers each, more rows than that no longer fit on two screens of a phone."""


def conversations(entries: Sequence[Entry], words: Words) -> Picture:
    """The picture of the newest `DRAWN` talks; `n` counts all of them, the sentences speak of those drawn.

    Where a person was afraid in one of them, it is only said how many there are: an end that was calm does not make a talk safe.
    """
    notes = notes_of(entries, EXERCISE)
    if not notes:
        return blank(words.text)
    n = len(notes)
    talks = [talk_of(entry, words) for entry in reversed(notes[-DRAWN:])]
    afraid = any(talk.afraid for talk in talks)
    rows = [_row(talk, words) for talk in talks]
    explained = {"strokes": any(row.stroke is not None for row in rows), "ring": any(row.ring for row in rows)}
    return Picture(
        name=words.text.id,
        state=findings.state(n),
        n=n,
        finding=words("one" if n == 1 else "noted", n=n) if afraid else _finding(talks, n, words),
        subtitle=" ".join([words.subtitle(), *(words(key) for key, has in explained.items() if has)]),
        figure=_figure(rows, words),
        alternative=alternative(talks, words, afraid=afraid),
        sentence=words("rows") if afraid else _sentence(notes, talks, words),
        note=" ".join([words("shown", shown=len(talks), n=n)] * (n > len(talks)) + [words.text.note]),
        table=table(talks, words),
    )


def _finding(talks: list[Talk], n: int, words: Words) -> str:
    found = findings.pairs(pairs_in(talks))
    if found is None:
        return words("one" if n == 1 else "noted", n=n)
    some = {0: "-none", 1: "-one", found.total: "-all"}
    return words(f"lower{some.get(found.lower, '')}", k=found.lower, m=found.total)


def _sentence(notes: list[Entry], talks: list[Talk], words: Words) -> str:
    """The last two months are compared by all their talks, whether these are drawn or not."""
    compared = months_in(notes)
    said = []
    if compared:
        before, this, how = compared
        said = [words(f"month-{how}", month=words.month(this), before=words.month(before))]
    return " ".join([*said, words("who" if findings.pairs(pairs_in(talks)) else "rows")])


def _row(talk: Talk, words: Words) -> Row:
    """A talk as a row. What is missing is said beside its day, where it is in nobody's way."""
    missing = [f"no-{key}" for key in ("start", "end") if talk.known and getattr(talk, key) is None]
    aside = [talk.day, *(words(key) for key in (["no-both"] if len(missing) > 1 else missing))]
    said = "" if talk.known else words("no-numbers")
    return Row(name=talk.name, open=talk.start, stroke=talk.peak, filled=talk.end, aside=", ".join(aside), said=said)


def _figure(rows: list[Row], words: Words) -> dict[str, Any]:
    numbers = tuple((tick, str(tick)) for tick in (0, 5, 10))
    group = Group(rows=tuple(rows), words=numbers, names={"open": words("start"), "stroke": words("peak"), "filled": words("end")})
    return rows_figure(TEN, [group], {"open": "start", "stroke": "peak", "filled": "end"})
