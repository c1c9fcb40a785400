"""A wall of bricks: one brick is one small thing that was noted, or one promise that happened.

Sentences in charts-own-words.toml: `one`, `month`, `months` (the heading, a count at any number); `sides` with `side-…` and `side-…-one`
(how many point which way, in the order of the answers), `single-…` (of one brick), `brick…`, `ways` and `promise` stand below the
picture, `shown` and `listed` say what is left out; `alt…` say it; `stack-…`, `key-…`, `whose-…`, `cell-…`, `to-…` name stacks, fills
and cells.

What speaks against stands beside what speaks for, with the same room and the same bricks, and is counted in the same sentence. No number
is taken from another, and none is called more. All bricks have one size, so it is said that one of them can weigh more than all others.
Promises that happened have a stack of their own with what has no side: put among what points one way they would speak for it, while those
that did not happen are no brick at all.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from newsoil.journal import Entry
from newsoil.progress import findings
from newsoil.progress.own_words.bricks_figure import bricks_figure
from newsoil.progress.own_words.wall import SIDES, WHOSE, Brick, bricks_of
from newsoil.progress.picture import LISTED, Picture, Table, blank
from newsoil.progress.words import Words

MONTHS = 12
"""The newest months with a brick that are drawn. Ours: a wall of a year still fits into two screens of a phone."""


def bricks(entries: Sequence[Entry], words: Words) -> Picture:
    """The wall of the newest `MONTHS` months with a brick; `n` counts all bricks, heading and sentence those of these months."""
    found = bricks_of(entries)
    if not found:
        return blank(words.text)
    n, months = len(found), sorted({brick.month for brick in found})
    drawn = [brick for brick in found if brick.month >= months[-MONTHS:][0]]
    return Picture(
        name=words.text.id,
        state=findings.state(n),
        n=n,
        finding=_finding(drawn, words),
        subtitle=words.subtitle(),
        figure=bricks_figure(drawn, words),
        alternative=_alternative(drawn, words),
        sentence=f"{_sides(drawn, words)} {words('brick-one' if len(drawn) == 1 else 'brick')}",
        note=_note(drawn, n, len(months), words),
        table=_table(drawn[: -LISTED - 1 : -1], words),
    )


def _finding(drawn: list[Brick], words: Words) -> str:
    first, last, k = words.month(drawn[0].month), words.month(drawn[-1].month), len(drawn)
    return words("one" if k == 1 else "month" if first == last else "months", k=k, month=last, first=first, last=last)


def _sides(drawn: list[Brick], words: Words) -> str:
    """How many point which way: each side that has any, in the order of the form, without a word on which are more."""
    if len(drawn) == 1:
        return words(f"single-{drawn[0].side}")
    return words("sides", sides=words.listed(_counted("side", SIDES, Counter(brick.side for brick in drawn), words)))


def _counted(kind: str, values: Sequence[str], counts: Counter[str], words: Words) -> list[str]:
    """The counts that are not zero, in words."""
    return [words(f"{kind}-{value}{'-one' if counts[value] == 1 else ''}", n=counts[value]) for value in values if counts[value]]


def _note(drawn: list[Brick], n: int, months: int, words: Words) -> str:
    said = [words("ways")] + [words("promise")] * any(brick.promise for brick in drawn)
    said += [words("shown", shown=MONTHS, months=months, k=len(drawn), n=n)] * (months > MONTHS)
    return " ".join([*said, *[words("listed", listed=LISTED)] * (len(drawn) > LISTED), words.text.note])


def _alternative(drawn: list[Brick], words: Words) -> str:
    """The wall from its oldest row: which way and whose, month by month."""
    months: dict[date, list[Brick]] = {}
    for brick in drawn:
        months.setdefault(brick.month, []).append(brick)
    said = [words("alt-one" if len(months) == 1 else "alt", months=len(months))]
    for month, here in months.items():
        sides = _counted("side", SIDES, Counter(brick.side for brick in here), words)
        whose = _counted("whose", WHOSE, Counter(brick.whose for brick in here), words)
        said.append(words("alt-month", month=words.month(month), sides=words.listed(sides), whose=words.listed(whose)))
    return " ".join(said)


def _table(listed: Sequence[Brick], words: Words) -> Table:
    """A row for each brick, newest first, in the person's own words."""
    rows = [
        (
            words.about(brick.about),
            brick.words or words("nothing"),
            words(f"cell-{brick.whose}"),
            words("promised") if brick.promise else words(f"to-{brick.side}"),
        )
        for brick in listed
    ]
    return Table(words("caption"), tuple(words(column) for column in ("day", "thing", "whose", "side")), tuple(rows))
