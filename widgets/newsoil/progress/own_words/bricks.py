"""A wall of bricks: one brick is one small thing that was noted, or one promise of which is known what became.

Sentences in charts-own-words.toml: `one`, `month`, `months` (the heading, a count at any number); `sides` with `side-…` (how many have
which answer, in the order of the form), `single-…` (of one brick) and `brick…` stand below the picture, `promise` says that a promise has
no answer, `shown` and `listed` say what is left out; the question that was answered is in the subtitle, above the names of the stacks;
`alt…` say it; `stack-…`, `key-…`, `whose-…`, `cell-…`, `to-…`, `promise-…` name stacks, fills and cells.

What speaks against stands beside what speaks for, with the same room and the same bricks, and is counted in the same sentence. No number
is taken from another, and none is called more. All bricks have one size, so it is said that one of them can weigh more than all others.
Promises have no answer to what they show, so they stand with what has none, whatever
became of them: under yes and no they would speak for and against unasked, and nobody's that did not happen are counted up in a sentence.
"""

from collections.abc import Sequence
from datetime import date

from newsoil.journal import Entry
from newsoil.progress import findings
from newsoil.progress.own_words.bricks_figure import bricks_figure
from newsoil.progress.own_words.wall import SIDES, WHOSE, Brick, bricks_of
from newsoil.progress.picture import LISTED, Picture, Table, blank
from newsoil.progress.spans import months
from newsoil.progress.words import Words

MONTHS = 12
"""The newest months with a brick that are drawn. Ours: a wall of a year still fits into two screens of a phone."""


def bricks(entries: Sequence[Entry], words: Words) -> Picture:
    """The wall of the newest `MONTHS` months with a brick; `n` counts all bricks, heading and sentence those of these months."""
    found = bricks_of(entries)
    if not found:
        return blank(words.text)
    n, rows = len(found), sorted({brick.month for brick in found})
    drawn = [brick for brick in found if brick.month >= rows[-MONTHS:][0]]
    return Picture(
        name=words.text.id,
        state=findings.state(n),
        n=n,
        finding=_finding(drawn, words),
        subtitle=words.subtitle(),
        figure=bricks_figure(drawn, words),
        alternative=_alternative(drawn, words),
        sentence=f"{_sides(drawn, words)} {words('brick-one' if len(drawn) == 1 else 'brick')}",
        note=_note(drawn, n, len(rows), words),
        table=_table(drawn[: -LISTED - 1 : -1], words),
    )


def _finding(drawn: list[Brick], words: Words) -> str:
    (first, last), k = months(drawn[0].month, drawn[-1].month, words), len(drawn)
    return words("one" if k == 1 else "month" if first == last else "months", k=k, month=last, first=first, last=last)


def _sides(drawn: list[Brick], words: Words) -> str:
    """How many have which answer: each that has any, in the order of the form, without a word on which are more."""
    if len(drawn) == 1:
        return words(f"single-{drawn[0].side}")
    return words("sides", sides=words.listed(_counted("side", SIDES, [brick.side for brick in drawn], words)))


def _counted(kind: str, values: Sequence[str], found: Sequence[str], words: Words) -> list[str]:
    """The counts that are not zero, in words."""
    return [words(f"{kind}-{value}", n=found.count(value)) for value in values if value in found]


def _note(drawn: list[Brick], n: int, of: int, words: Words) -> str:
    """What promises are, and what is left out; `of` counts the months with a brick."""
    said = [words("promise")] * any(brick.became for brick in drawn)
    said += [words("shown", shown=MONTHS, months=of, k=len(drawn), n=n)] * (of > MONTHS)
    return " ".join([*said, *[words("listed", listed=LISTED)] * (len(drawn) > LISTED), words.text.note])


def _alternative(drawn: list[Brick], words: Words) -> str:
    """The wall from its oldest row: which answers and whose, month by month."""
    rows: dict[date, list[Brick]] = {}
    for brick in drawn:
        rows.setdefault(brick.month, []).append(brick)
    said = [words("alt-one" if len(rows) == 1 else "alt", months=len(rows))]
    for month, here in rows.items():
        sides = _counted("side", SIDES, [brick.side for brick in here], words)
        whose = _counted("whose", WHOSE, [brick.whose for brick in here], words)
        said.append(words("alt-month", month=words.month(month), sides=words.listed(sides), whose=words.listed(whose)))
    return " ".join(said)


def _table(listed: Sequence[Brick], words: Words) -> Table:
    """A row for each brick, newest first, in the person's own words."""
    rows = [
        (
            words.about(brick.about),
            brick.words or words("nothing"),
            words(f"cell-{brick.whose}"),
            words(f"promise-{brick.became}") if brick.became else words(f"to-{brick.side}"),
        )
        for brick in listed
    ]
    return Table(words("caption"), tuple(words(column) for column in ("day", "thing", "whose", "side")), tuple(rows))
