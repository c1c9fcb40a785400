"""Setbacks: a mark on a line of time for each, its shape for what it is by the person's own view. There is no scale: no kind is more.

A kind is what the decision table comes to as the person sees it. What that may bring with it:

* The heading is a number and nothing else. “Most often usual ones” was said of 26 of 60, and read as an all-clear. How many there are of
  each kind is one sentence below the picture, with all of them.
* Fewer than `LISTED_BELOW` setbacks are also told one by one in words, each on a line of its own.
* What is about the picture and what is about safety are two paragraphs: the second is looked for by whoever needs it.
* Notes about safety are no setbacks: their result says so. They are neither drawn, nor counted, nor listed in the open, for a screen can
  be seen by others, and a mark, a number or a heading would tell them that such a note exists. Whoever wrote one finds it in the table,
  which opens on purpose, in their own words. That safety is not counted here, and what fear means, is said below every picture and
  list, in the same words whatever was noted (R-21): it answers whoever noted harm, and tells nobody that somebody did. Where there is
  nothing else, the heading is the chart's name.
* Where a note about safety is seen as something else, no sentence counts the kinds: “5 usual” is no line for whoever counts a night of
  threats among them. The marks are as the person sees them.
* “Setbacks are normal” is said only where no note at all is about safety, and none that is drawn is an old pattern, by the person's view
  or by their answers: whoever chose that they were afraid and calls it usual is not told that it is. Nor is it said where a note was
  not sorted, for that can be anything.

Sentences besides those of `by_time`: `one`, `noted`, `newest`, `newest-one` (the heading); `list-…` say few of them one by one, `seen`
with `count-…` how many are of which kind, from five on; `normal`, `own-view`, `old-pattern…` and always `safety`, `afraid` stand below
them; `alt…` say it; `kind-…` names a mark; `caption`, `caption-newest` and `day`, `what`, `see` head the table.
"""

from collections.abc import Sequence

import msgspec

from newsoil.journal import Entry
from newsoil.progress import findings
from newsoil.progress.deciding import DecisionTable
from newsoil.progress.events.by_time import Noted, Stretch, counts, left_out, stretch_of, told, when
from newsoil.progress.events.by_time_figure import Look, Row, by_time_figure, has_full
from newsoil.progress.notes import day_of, notes_of, one_line
from newsoil.progress.picture import LISTED, Picture, Table, blank
from newsoil.progress.words import Words, capital, cut

EXERCISE = "setback-sorter"

DANGER, PATTERN, NOT_SORTED = "danger", "red-flag", "not-sorted"

LOOKS = {
    "normal": Look("circle"),
    "not-clear": Look("triangle-up", size=14),
    PATTERN: Look("diamond", size=11),
    NOT_SORTED: Look("circle", filled=False, size=11),
}
"""Shapes of one weight: none is larger or darker for being worse. A column is built in this order, so that it can be read."""

GRAVE = frozenset({DANGER, PATTERN, "repeating"})
"""Results beside which nothing is called normal."""

LISTED_BELOW = 3
"""Fewer setbacks than this are told in words, too (`ux.md` 3.2): a line of time with two marks says less than two lines of words."""

DRAWN = 60
"""The newest setbacks that are drawn. Ours: more marks are a wall of pain, and find nothing."""

LONGEST = 60
"""Letters of a headline in a list. Ours: two lines on a phone."""


def setbacks(entries: Sequence[Entry], words: Words) -> Picture:
    """The picture of the newest setbacks; `n` counts all of them, and no note about safety. Heading and picture speak of those drawn."""
    noted = _noted(entries, words)
    if not noted:
        return blank(words.text)
    counted = [note for note in noted if note.kind != DANGER]
    always = f"{words('safety')} {words('afraid')}"
    if not counted:
        return msgspec.structs.replace(blank(words.text), sentence=always, table=_table(noted, words))
    n, stretch = len(counted), stretch_of(counted[-DRAWN:])
    rows = [Row("", sorted(stretch.notes, key=lambda note: list(LOOKS).index(note.kind)))]
    listed = [_listed(note, words) for note in stretch.notes] if len(stretch.notes) < LISTED_BELOW else []
    said = [words("alt", when=when(stretch, words)), *(listed or told(stretch.notes, list(LOOKS), words))]
    about = " ".join([*_counted(stretch, words), _beside(stretch, words, safe=n == len(noted))])
    left = [*left_out(stretch, n, words), *[words("full")] * has_full(stretch, rows)]
    return Picture(
        name=words.text.id,
        state=findings.state(n),
        n=n,
        finding=_finding(len(stretch.notes), n, words),
        subtitle=words.subtitle(when=when(stretch, words)),
        figure=by_time_figure(stretch, rows, LOOKS, words),
        alternative=" ".join(said),
        sentence="\n\n".join([*listed, about, always]),
        note=" ".join([*left, words.text.note]),
        table=_table(noted, words),
    )


def _noted(entries: Sequence[Entry], words: Words) -> list[Noted]:
    """All notes as the person sees them, oldest first; what came before one makes a pattern no other kind."""
    decision = words.guide.decision(EXERCISE)
    table = DecisionTable(words.guide, decision) if decision else None
    found = [(entry, table.seen(entry) if table else None) for entry in notes_of(entries, EXERCISE)]
    return [Noted(day_of(entry), _kind(seen), entry) for entry, seen in found]


def _kind(seen: str | None) -> str:
    return seen if seen in (DANGER, *LOOKS) else PATTERN if seen in GRAVE else NOT_SORTED


def _finding(shown: int, n: int, words: Words) -> str:
    """How many there are, or are drawn, and nothing of what they are."""
    return words("one" if n == 1 else "newest-one" if shown == 1 else "noted" if shown == n else "newest", n=shown)


def _counted(stretch: Stretch, words: Words) -> list[str]:
    """How many there are of each kind, in one sentence, from five on; not where one of them is about safety by its answers."""
    if len(stretch.notes) < findings.SOME or DANGER in _answered(stretch, words):
        return []
    found = counts(stretch.notes, list(LOOKS))
    return [words("seen", counts=", ".join(words(f"count-{kind}", n=n) for kind, n in found.items()))]


def _beside(stretch: Stretch, words: Words, *, safe: bool) -> str:
    """What stands beside the setbacks. Nothing is called normal beside an old pattern, as it was seen or as it was answered.

    `safe`: no note is about safety.
    """
    kinds = [note.kind for note in stretch.notes]
    if PATTERN in kinds:
        return words("old-pattern-again" if kinds.count(PATTERN) > 1 else "old-pattern")
    grave = NOT_SORTED in kinds or any(result in GRAVE for result in _answered(stretch, words))
    return words("normal" if safe and not grave else "own-view")


def _answered(stretch: Stretch, words: Words) -> list[str]:
    """What the setbacks are by their answers alone, however the person sees them."""
    decision = words.guide.decision(EXERCISE)
    table = DecisionTable(words.guide, decision) if decision else None
    return [one.result for note in stretch.notes if table and (one := table.decide(note.entry))]


def _listed(note: Noted, words: Words) -> str:
    """One setback in words, what the person wrote in quotes."""
    what = cut(one_line(note.entry, "what").rstrip(" .!?"), LONGEST)
    return words("list-what" if what else "list", day=words.day(note.day), kind=words(f"kind-{note.kind}"), what=what)


def _table(noted: Sequence[Noted], words: Words) -> Table:
    """The notes one by one, oldest first: the newest `LISTED` setbacks, and as many about safety, so neither takes the other's room."""
    safety = [note for note in noted if note.kind == DANGER][-LISTED:]
    others = [note for note in noted if note.kind != DANGER][-LISTED:]
    listed = sorted([*safety, *others], key=lambda note: (note.day, note.entry.made_at, note.entry.id))
    rows = []
    for note in listed:
        what = one_line(note.entry, "what") or words("nothing")
        rows.append((words.short_day(note.day), what, capital(words(f"kind-{note.kind}"))))
    caption = words("caption" if len(listed) == len(noted) else "caption-newest")
    return Table(caption, (words("day"), words("what"), words("see")), tuple(rows))
