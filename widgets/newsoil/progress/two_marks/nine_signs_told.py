"""The nine signs as a figure, as a text alternative and as a table."""

from typing import Any

from newsoil.progress.picture import Table
from newsoil.progress.two_marks.rows import Group, Kind, Row, Scale
from newsoil.progress.two_marks.rows_figure import rows_figure
from newsoil.progress.two_marks.signs import APART, EXERCISE, SIGNS, STEPS, Month, counted
from newsoil.progress.words import Words, capital

PLACES = {"not-yet": 0, "sometimes": 1, "often": 2, APART: 3.2}
"""Where the answers stand: the steps side by side, and apart from them, with a gap, what the person does not want."""

SCALE = Scale(tuple(PLACES[step] for step in STEPS), (PLACES[APART],))


def signs_figure(shown: list[Month], words: Words) -> dict[str, Any]:
    """A row for each sign: the latest note filled, the one before it open."""
    heads = tuple((place, words(f"step-{answer}")) for answer, place in PLACES.items())
    names: dict[Kind, str] = {}
    if len(shown) > 1:
        spoken = words.spanning(shown[0].first, shown[-1].first)
        names = {"open": spoken.short_month(shown[0].first), "filled": spoken.short_month(shown[-1].first)}
    return rows_figure(SCALE, [Group(rows=rows_of(shown, words))], heads=heads, names=names)


def rows_of(shown: list[Month], words: Words) -> tuple[Row, ...]:
    """The nine rows."""
    return tuple(_row(sign, shown, words) for sign in SIGNS)


def _row(sign: str, shown: list[Month], words: Words) -> Row:
    """A sign as a row; closeness that did not feel free has no mark, and the row says so."""
    not_free = [words.short_month(month.first) for month in shown if sign == "affection" and month.not_free]
    aside = words("not-free", months=words.listed(not_free)) if not_free else ""
    before, latest = (PLACES.get(counted(month, sign)) for month in (shown[0], shown[-1]))
    return Row(name=words(f"sign-{sign}"), aside=aside, open=before if len(shown) > 1 else None, filled=latest)


def alternative(shown: list[Month], words: Words) -> str:
    """Each sign as the two notes have it, the latest first."""
    said = [words("alt", months=words.listed([words.month(month.first) for month in reversed(shown)]))]
    for sign in SIGNS:
        marked = [
            words("alt-marked", answer=_answer(month, sign, words) or words("alt-no-answer"), month=words.month(month.first))
            for month in reversed(shown)
        ]
        said.append(words("alt-sign", sign=words(f"sign-{sign}"), marked=", ".join(marked)))
    return " ".join(said)


def _answer(month: Month, sign: str, words: Words) -> str:
    answer = month.answers.get(sign)
    if not answer:
        return ""
    named = words(f"step-{answer}")
    return words("answer-not-free", answer=named) if sign == "affection" and month.not_free else named


def table(shown: list[Month], words: Words) -> Table:
    """A row for each sign, then one for each sign of the person's own; the older note comes first."""
    rows = [(words(f"sign-{sign}"), *(_answer(month, sign, words) or words("no-answer") for month in shown)) for sign in SIGNS]
    own = dict.fromkeys(sign for month in shown for sign in month.own)
    for sign in own:
        noticed = (words("noticed") if sign in month.own else words("no-answer") for month in shown)
        rows.append((capital(words.named(EXERCISE, "own-signs", sign)), *noticed))
    columns = (words("sign"), *(capital(words.month(month.first)) for month in shown))
    return Table(words("caption-own" if own else "caption"), columns, tuple(rows))
