"""Urges to check: a column of squares for each week, one square for each note, what was done in its pattern.

Sentences besides those of `by_time`: `one`, `few` (fewer than five), `noted` or `noted-since` from five on, with `most`, `tie` or
`tie-many` where five notes say what was done; `pause` stands below the picture; `alt…` say it; `did-…` says in a sentence what was
done, `kind-…` names a pattern. How often is said with what was done most often, for that may be less than half.
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

NOT_SAID = "not-said"

LOOKS = {
    "tell": Look("square", filled=False, inside=5),
    "write": Look("square"),
    "walk": Look("square-x", filled=False),
    "wait": Look("square", filled=False),
    "checked": Look("square-cross", filled=False),
    NOT_SAID: Look("square", filled=False, size=6),
}
"""The patterns, in the order of the form, in which a column is built. They are no ranks, and a cross through a square is no checking."""

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
    said = left_out(stretch, n, words) + [words("full")] * has_full(stretch, rows)
    return Picture(
        name=words.text.id,
        state=findings.state(n),
        n=n,
        finding=_finding(stretch, n, words),
        subtitle=words.subtitle(when=when(stretch, words)),
        figure=by_time_figure(stretch, rows, LOOKS, words),
        alternative=" ".join([words("alt", when=when(stretch, words)), *told(stretch.notes, order, words)]),
        sentence=words("pause"),
        note=" ".join([*said, words.text.note]),
        table=counts_table(stretch, [("", stretch.notes)], order, words),
    )


def _kind(entry: Entry) -> str:
    choice = one_line(entry, "choice")
    return choice if choice in LOOKS else NOT_SAID


def _finding(stretch: Stretch, n: int, words: Words) -> str:
    """How many, and from five on what was done most often; nothing on that while fewer than five notes say it."""
    if n < findings.SOME:
        return words("one" if n == 1 else "few", n=n)
    noted = _counted(len(stretch.notes), n, stretch, words)
    kinds = [note.kind for note in stretch.notes if note.kind != NOT_SAID]
    most = sorted(findings.most(kinds), key=list(LOOKS).index)
    if len(most) > TWO:
        return words("tie-many", noted=noted)
    if not most:
        return noted
    did, k = [words(f"did-{kind}") for kind in most], kinds.count(most[0])
    return words("tie", noted=noted, did=did[0], other=did[1], k=k) if len(did) == TWO else words("most", noted=noted, did=did[0], k=k)


def _counted(drawn: int, n: int, stretch: Stretch, words: Words) -> str:
    """How many are drawn, and since when if those are not all."""
    if drawn == n:
        return words("noted", n=n)
    return words("noted-since-one" if drawn == 1 else "noted-since", n=drawn, month=words.month(stretch.starts[0]))
