"""Setbacks: a mark on a line of time for each note, its shape for what it is by the person's own view. There is no scale: no kind is more.

A kind is what the decision table comes to as the person sees it. What that may bring with it:

* Below `PICTURED` notes there is a list in words and no picture.
* Notes about safety are drawn, but the heading does not count them: their result says that they are no setbacks. Where there is
  nothing else, the heading is that of the result. Their headlines are not said in the list, for a screen can be seen by others.
* Where a note about safety is seen as something else, the heading says how many notes there are, and of no kind: “4 usual” is no heading
  for whoever counts a night of threats among them. The marks are as the person sees them.
* “Setbacks are normal” is said only where none of the drawn notes is about safety or an old pattern, by the person's view or by
  their answers: whoever chose that they were afraid and calls it usual is not told that it is. Nor is it said where a note was
  not sorted, for that can be anything.
* What fear means is said below every picture, so that it tells nobody whether something was noted (R-21).

Sentences besides those of `by_time`: `one`, `noted` (fewer than three, or no kinds), `finding`, `finding-one`, `all-danger` (the heading);
`list-…` say the notes where there is no picture; `normal`, `own-view`, `old-pattern…`, `danger` and always `afraid` stand below it; `alt…`
say it; `kind-…` names a mark, `short-…` a kind in the heading; `day`, `what`, `see` head the table.
"""

from collections.abc import Sequence

from newsoil.guide import Decision
from newsoil.journal import Entry
from newsoil.progress import findings
from newsoil.progress.deciding import DecisionTable
from newsoil.progress.events.by_time import Noted, Stretch, counts, left_out, stretch_of, told, when
from newsoil.progress.events.by_time_figure import Look, Row, by_time_figure, has_full
from newsoil.progress.notes import day_of, notes_of, one_line
from newsoil.progress.picture import Picture, Table, blank
from newsoil.progress.words import ELLIPSIS, Words, capital, cut

EXERCISE = "setback-sorter"

DANGER, PATTERN, NOT_SORTED = "danger", "red-flag", "not-sorted"

LOOKS = {
    "normal": Look("circle", size=13),
    "not-clear": Look("triangle-up", size=13),
    PATTERN: Look("diamond", size=13),
    DANGER: Look("square", size=12),
    NOT_SORTED: Look("circle", filled=False, size=8),
}
"""Shapes of one weight: none is larger or darker for being worse."""

GRAVE = frozenset({DANGER, PATTERN, "repeating"})
"""Results beside which nothing is called normal."""

PICTURED = 3
"""From so many notes on there is a picture (`ux.md` 3.2): a line of time with two marks says less than two lines of words."""

DRAWN = 60
"""The newest notes that are drawn and listed. Ours: a longer table of setbacks is a list of pain, and finds nothing."""

LONGEST = 60
"""Letters of a headline in a list. Ours: two lines on a phone."""


def setbacks(entries: Sequence[Entry], words: Words) -> Picture:
    """The picture of the newest notes; `n` counts all of them, the sentences speak of those drawn."""
    notes = notes_of(entries, EXERCISE)
    if not notes:
        return blank(words.text)
    n, decision = len(notes), words.guide.decision(EXERCISE)
    stretch = stretch_of([Noted(day_of(entry), _kind(entry, decision, words), entry) for entry in notes[-DRAWN:]])
    rows = [Row("", stretch.notes)]
    pictured = n >= PICTURED
    listed = [] if pictured else [_listed(note, words) for note in stretch.notes]
    said = [words("alt", when=when(stretch, words)), *told(stretch.notes, list(LOOKS), words)] if pictured else listed
    return Picture(
        name=words.text.id,
        state=findings.state(n),
        n=n,
        finding=_finding(stretch, words, bare=not pictured or _seen_as_less(stretch, decision, words)),
        subtitle=words.subtitle(when=when(stretch, words)) if pictured else "",
        figure=by_time_figure(stretch, rows, LOOKS, words) if pictured else None,
        alternative=" ".join(said),
        sentence=" ".join([*listed, _beside(stretch, decision, words), words("afraid")]),
        note=_note(stretch, n, rows, words),
        table=_table(stretch, words),
    )


def _kind(entry: Entry, decision: Decision | None, words: Words) -> str:
    """What a note is as the person sees it; what came before it makes a pattern no other kind."""
    seen = DecisionTable(words.guide, decision).seen(entry) if decision else None
    return seen if seen in LOOKS else PATTERN if seen in GRAVE else NOT_SORTED


def _finding(stretch: Stretch, words: Words, *, bare: bool) -> str:
    """How many setbacks there are of each kind, or how many there are and no more. Notes about safety are none."""
    found = counts(stretch.notes, [kind for kind in LOOKS if kind != DANGER])
    n = sum(found.values())
    if not n:
        return words("all-danger")
    if bare:
        return words("one" if n == 1 else "noted", n=n)
    kinds = ", ".join(words(f"short-{kind}", n=times) for kind, times in found.items())
    return words("finding-one" if n == 1 else "finding", n=n, kinds=kinds)


def _seen_as_less(stretch: Stretch, decision: Decision | None, words: Words) -> bool:
    """Whether the answers of a note are about safety, and the person sees it as something else."""
    table = DecisionTable(words.guide, decision) if decision else None
    others = [note.entry for note in stretch.notes if table and note.kind != DANGER]
    return any(table and (decided := table.decide(entry)) and decided.result == DANGER for entry in others)


def _beside(stretch: Stretch, decision: Decision | None, words: Words) -> str:
    """What stands beside the notes. Nothing is called normal beside danger or an old pattern, as it was seen or as it was answered."""
    kinds = [note.kind for note in stretch.notes]
    if DANGER in kinds:
        return words("danger")
    if PATTERN in kinds:
        return words("old-pattern-again" if kinds.count(PATTERN) > 1 else "old-pattern")
    table = DecisionTable(words.guide, decision) if decision else None
    answered = [table.decide(note.entry) for note in stretch.notes] if table else []
    grave = NOT_SORTED in kinds or any(one and one.result in GRAVE for one in answered)
    return words("own-view" if grave else "normal")


def _listed(note: Noted, words: Words) -> str:
    """One note in words; of one about safety, its day and kind alone."""
    what = "" if note.kind == DANGER else cut(one_line(note.entry, "what").rstrip(" .!?"), LONGEST)
    said = words("list-what" if what else "list", day=words.day(note.day), kind=words(f"kind-{note.kind}"), what=what)
    return said.replace(f"{ELLIPSIS}.", ELLIPSIS)


def _note(stretch: Stretch, n: int, rows: Sequence[Row], words: Words) -> str:
    said = left_out(stretch, n, words) + [words("full")] * (n >= PICTURED and has_full(stretch, rows))
    return " ".join([*said, words.text.note])


def _table(stretch: Stretch, words: Words) -> Table:
    """The notes one by one, oldest first."""
    rows = []
    for note in stretch.notes:
        what = one_line(note.entry, "what") or words("nothing")
        rows.append((words.short_day(note.day), what, capital(words(f"kind-{note.kind}"))))
    return Table(words("caption"), (words("day"), words("what"), words("see")), tuple(rows))
