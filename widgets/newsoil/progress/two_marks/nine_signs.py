"""Nine signs: how each is marked in the latest note, and in the one of the month before that has one.

Sentences: `one`, `few`, `counted` (the heading, which is `differ…` or `alike` from ten months on, where a sign is in both notes);
`differ…` and `alike` (how the two notes differ, and never which way) stand below the picture before that; `moved-…` (from ten months on,
which way, and `two-days`); `all`, `rows`, `blank`, `single`, `few-months`, `shown`, `several`, `free` stand below it, too;
`alt…` say it; `sign-…`, `step-…`, `number-…` name signs, answers and small numbers.
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
        sentence=" ".join([*_differ_below(shown, n, words), *_ways(shown, n, words), words("all"), words("rows")]),
        note=_note(shown, n, words, several=several),
        table=table(shown, words),
    )


def _finding(shown: list[Month], n: int, words: Words) -> str:
    """Two notes are two notes: how many months are noted, and from ten on what is different between the two that are drawn."""
    state = findings.state(n)
    if state in ("one", "few"):
        return words(state, n=n)
    return (_differ(shown, words) if state == "enough" else "") or words("counted", n=n)


def _differ(shown: list[Month], words: Words) -> str:
    """How many signs two notes mark differently, and nothing about a way that it goes; nothing if no sign is in both."""
    found = moved(*shown) if len(shown) > 1 else None
    if found is None or not found.total:
        return ""
    spoken = words.spanning(shown[0].first, shown[-1].first)
    key = "alike" if not found.differ else "differ-one" if found.differ == 1 else "differ"
    before, latest = (spoken.month(month.first) for month in shown)
    return words(key, before=before, latest=latest, n=_number(found.differ, words))


def _differ_below(shown: list[Month], n: int, words: Words) -> list[str]:
    """The same as a sentence, where it is no heading."""
    differ = _differ(shown, words) if n < findings.ENOUGH else ""
    return [words("as-sentence", words=differ)] * bool(differ)


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
    rows = [row for row in rows_of(shown, words) if not row.aside]
    free = [words("few-months")] * (findings.state(n) == "some") + [words("blank")] * any(not row.known() for row in rows)
    free += [words("single")] * (len(shown) > 1 and any(len(row.known()) == 1 for row in rows))
    free += [words("free")] * any(month.not_free for month in shown)
    left_out = [words("shown", n=n)] * (n > len(shown))
    return " ".join([*free, *left_out, *[words("several")] * several])
