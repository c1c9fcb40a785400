"""Nine signs: how each is marked in the latest note, and in the one of the month before that has one.

Sentences: `one`; `differ…` and `alike` (two months or more: how the two notes differ, and never which way); `moved-…` (from ten
months on, which way, and `two-days`); `counted` when no sign is in both notes. `all`, `rows`, `blank`, `shown`, `several`, `free` stand
below the picture; `alt…` say it; `sign-…`, `step-…`, `number-…` name signs, answers and small numbers.
"""

from collections.abc import Sequence

from newsoil.journal import Entry
from newsoil.progress import findings
from newsoil.progress.picture import Picture, blank
from newsoil.progress.two_marks.nine_signs_told import alternative, rows_of, signs_figure, table
from newsoil.progress.two_marks.signs import Month, Moved, counted, months_of, moved
from newsoil.progress.words import Words, capital


def nine_signs(entries: Sequence[Entry], words: Words) -> Picture:
    """The picture of the latest two months with a note; `n` counts all such months."""
    months, several = months_of(entries)
    if not months:
        return blank(words.text)
    n, shown = len(months), months[-2:]
    return Picture(
        name=words.text.id,
        state=findings.state(n),
        n=n,
        finding=_finding(shown, n, words),
        subtitle=_subtitle(shown, words),
        figure=signs_figure(shown, words),
        alternative=alternative(shown, words),
        sentence=" ".join([*_ways(shown, n, words), words("all"), words("rows")]),
        note=_note(shown, n, words, several=several),
        table=table(shown, words),
    )


def _finding(shown: list[Month], n: int, words: Words) -> str:
    """Two notes are two notes: what is different between them, and nothing about a way that it goes."""
    if n == 1:
        return words("one")
    found, spoken = moved(*shown), words.spanning(shown[0].first, shown[-1].first)
    if not found.total:
        return words("counted", n=n)
    key = "alike" if not found.differ else "differ-one" if found.differ == 1 else "differ"
    before, latest = (spoken.month(month.first) for month in shown)
    return words(key, before=before, latest=latest, n=_number(found.differ, words))


def _ways(shown: list[Month], n: int, words: Words) -> list[str]:
    """Which way the signs are marked differently, from ten months on. What is zero is left out."""
    if n < findings.ENOUGH:
        return []
    found: Moved = moved(*shown)
    said = [words(f"moved-{way}", n=_number(count, words)) for way, count in found._asdict().items() if count]
    return [words("as-sentence", words=capital(", ".join(said))), words("two-days")] if found.differ else []


def _number(number: int, words: Words) -> str:
    return words(f"number-{number}") if words.has(f"number-{number}") else str(number)


def _subtitle(shown: list[Month], words: Words) -> str:
    before, latest = (words.spanning(shown[0].first, shown[-1].first).month(month.first) for month in (shown[0], shown[-1]))
    if len(shown) == 1:
        return words.subtitle(latest=latest)
    ring = any(counted(shown[0], sign) == counted(shown[1], sign) for sign in shown[1].answers if counted(shown[1], sign))
    said = words("subtitle-two", before=before, latest=latest)
    return " ".join([said, *[words("ring")] * ring])


def _note(shown: list[Month], n: int, words: Words, *, several: bool) -> str:
    free = [words("blank")] * any(not row.known() and not row.aside for row in rows_of(shown, words))
    free += [words("free")] * any(month.not_free for month in shown)
    left_out = [words("shown", n=n)] * (n > len(shown))
    return " ".join([*free, *left_out, *[words("several")] * several])
