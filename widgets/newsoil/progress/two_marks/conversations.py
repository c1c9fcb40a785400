"""Hard talks: how heated each was at the start, at its highest point and at the end, a row for each, newest on top.

Sentences: `one`, `few`, `noted`, `newest` (fewer than five pairs, or fear in a talk), `lower…` (from five pairs on: in some, one, all or
none, of `all-pairs` or `newest-pairs`); `strokes` and `ring` explain marks; `rows`, `who`, `month-…` with `one-month` (from ten talks on),
`few-months` (of five to nine) and `shown` stand below the picture; `alt…` say it. Answers to `repaired` are named by its form, or by
`repaired-…`.
"""

from collections.abc import Sequence
from typing import Any

from newsoil.journal import Entry
from newsoil.progress import findings
from newsoil.progress.notes import notes_of
from newsoil.progress.picture import Picture, blank
from newsoil.progress.two_marks.conversations_told import alternative, table
from newsoil.progress.two_marks.rows import TEN, TEN_HEADS, Group, Kind, Row
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
        finding=_counted(talks, n, words, afraid=True) if afraid else _finding(talks, n, words),
        subtitle=" ".join([words.subtitle(), *(words(key) for key, has in explained.items() if has)]),
        figure=_figure(rows, words),
        alternative=alternative(talks, words, afraid=afraid),
        sentence=words("rows") if afraid else _sentence(notes, talks, words),
        note=_note(talks, n, words, afraid=afraid),
        table=table(talks, words),
    )


def _counted(talks: list[Talk], n: int, words: Words, *, afraid: bool = False) -> str:
    """How many there are. Beside fear nothing is too little: one such talk is enough to be taken seriously."""
    if n > len(talks):
        return words("newest", m=len(talks), n=n)
    return words("one" if n == 1 else "few" if n < findings.SOME and not afraid else "noted", n=n)


def _finding(talks: list[Talk], n: int, words: Words) -> str:
    """The heading, on the talks that are drawn; where they are not all, it says so."""
    found = findings.pairs(pairs_in(talks))
    if found is None:
        return _counted(talks, n, words)
    some = {0: "-none", 1: "-one", found.total: "-all"}
    pairs = words("newest-pairs" if n > len(talks) else "all-pairs", m=found.total)
    return words(f"lower{some.get(found.lower, '')}", k=found.lower, talks=pairs)


def _sentence(notes: list[Entry], talks: list[Talk], words: Words) -> str:
    """The last two months are compared by all their talks, whether these are drawn or not."""
    compared = months_in(notes)
    said = []
    if compared:
        before, this, how = compared
        spoken = words.spanning(before, this)
        said = [words(f"month-{how}", month=spoken.month(this), before=spoken.month(before)), words("one-month")]
    return " ".join([*said, words("who" if findings.pairs(pairs_in(talks)) else "rows")])


def _note(talks: list[Talk], n: int, words: Words, *, afraid: bool) -> str:
    few = [words("few-months")] * (findings.state(n) == "some" and not afraid)
    return " ".join([*few, *[words("shown", shown=len(talks), n=n)] * (n > len(talks)), words.text.note])


def _row(talk: Talk, words: Words) -> Row:
    """A talk as a row. What is missing is said beside its day, where it is in nobody's way."""
    missing = [f"no-{key}" for key in ("start", "end") if talk.known and getattr(talk, key) is None]
    aside = [talk.day, *(words(key) for key in (["no-both"] if len(missing) > 1 else missing))]
    aside += [words("no-numbers")] * (not talk.known)
    return Row(name=talk.name, open=talk.start, stroke=talk.peak, filled=talk.end, aside=", ".join(aside))


def _figure(rows: list[Row], words: Words) -> dict[str, Any]:
    names: dict[Kind, str] = {"open": words("start"), "stroke": words("peak"), "filled": words("end")}
    called: dict[Kind, str] = {"open": "start", "stroke": "peak", "filled": "end"}
    return rows_figure(TEN, [Group(rows=tuple(rows))], heads=TEN_HEADS, names=names, called=called)
