"""Urges to check: a column of squares for each week, one square for each note, what was done in its pattern.

Sentences besides those of `by_time`: `one`, `few`, `noted` or, where not all are drawn, `newest` with `…-one`; `most`, `tie` or `tie-many`
where ten notes say what was done, which stand in the heading, put together by `two`. Where checking is among them they stand below
the picture, with `checked`: a heading is read first and by others too, and nobody should be met by that. `pause` stands below the
picture always; `alt…` say it; `did-…` says in a sentence what was done, `kind-…` names a pattern.
"""

from collections.abc import Sequence

from newsoil.journal import Entry
from newsoil.progress import findings
from newsoil.progress.events.by_time import Noted, Stretch, counts_table, left_out, stretch_of, told, when
from newsoil.progress.events.by_time_figure import Look, Row, by_time_figure, has_full
from newsoil.progress.notes import day_of, notes_of, one_line
from newsoil.progress.picture import Picture, blank
from newsoil.progress.words import Words

EXERCISE = "urge"

CHECKED, NOT_SAID = "checked", "not-said"

LOOKS = {
    "tell": Look("square", filled=False, inside=("square", 5)),
    "write": Look("square"),
    "walk": Look("square-x", filled=False),
    "wait": Look("square", filled=False),
    CHECKED: Look("square", filled=False, inside=("triangle-up", 9)),
    NOT_SAID: Look("line-ew", filled=False, size=7, edge=3),
}
"""The patterns, in the order of the form, in which a column is built. They are no ranks. Two crosses of thin lines, upright and slanting,
would be one in print: so a square is empty, full, crossed, or has a square or a triangle in it. Where nothing is said there is a short dash
and no pattern."""

TWO = 2
"""So many things that were done equally often are both named. Ours: with three, none stands out."""


def urges(entries: Sequence[Entry], words: Words) -> Picture:
    """The picture of the newest notes; `n` counts all of them, the sentences speak of those drawn."""
    notes = notes_of(entries, EXERCISE)
    if not notes:
        return blank(words.text)
    n = len(notes)
    stretch = stretch_of([Noted(day_of(entry), _kind(entry), entry) for entry in notes])
    order = list(LOOKS)
    rows = [Row("", sorted(stretch.notes, key=lambda note: order.index(note.kind)))]
    said = [words("few-months")] * (findings.state(n) == "some") + left_out(stretch, n, words) + [words("full")] * has_full(stretch, rows)
    counted, most = _counted(len(stretch.notes), n, words), _most(stretch)
    done, quiet = _done(most, stretch, words), CHECKED in most and len(most) <= TWO
    return Picture(
        name=words.text.id,
        state=findings.state(n),
        n=n,
        finding=words("two", noted=counted, done=done) if done and not quiet else counted,
        subtitle=words.subtitle(when=when(stretch, words)),
        figure=by_time_figure(stretch, rows, LOOKS, words),
        alternative=" ".join([words("alt", when=when(stretch, words)), *told(stretch.notes, order, words)]),
        sentence=" ".join([words("pause"), *[done, words("checked")] * quiet]),
        note=" ".join([*said, words.text.note]),
        table=counts_table(stretch, [("", stretch.notes)], order, words),
    )


def _kind(entry: Entry) -> str:
    choice = one_line(entry, "choice")
    return choice if choice in LOOKS else NOT_SAID


def _counted(drawn: int, n: int, words: Words) -> str:
    """How many are drawn, and that they are the newest if those are not all."""
    if drawn < n:
        return words("newest-one" if drawn == 1 else "newest", n=drawn)
    return words({"one": "one", "few": "few"}.get(findings.state(n), "noted"), n=n)


def _most(stretch: Stretch) -> list[str]:
    """What was done most often, in the order of the form; nothing while fewer than ten notes say it."""
    kinds = [note.kind for note in stretch.notes if note.kind != NOT_SAID]
    return sorted(findings.most(kinds) if len(kinds) >= findings.ENOUGH else [], key=list(LOOKS).index)


def _done(most: Sequence[str], stretch: Stretch, words: Words) -> str:
    """What was done most often, in a sentence, and how often, for that may be less than half. With two, each is that anyway."""
    if len(most) > TWO:
        return words("tie-many")
    did = [words(f"did-{kind}") for kind in most]
    if len(did) == TWO:
        return words("tie", did=did[0], other=did[1])
    return words("most", did=did[0], k=[note.kind for note in stretch.notes].count(most[0])) if did else ""
