"""Seven signs: a row for each, a column for each note, and in a cell a mark that is larger the more days it was so.

Nothing is added up: no total, no score, no number from which something would follow. The heading names signs by the latest note's own
answers, at any number of notes: that is a fact of one note and says nothing about change. What the person said about an outside view
has a row of its own, in their words. A note counts when it answers a sign or says how the person sees it.

Sentences in charts-over-time.toml: `latest` with `named` (one or two signs) or `counted…` and `more`, `never…`, `no-sign`; `listed`,
`all-signs`, `view`, `column`, `no-sum`, `someone`, `blank`, `gap`, `shown` stand below the picture; `alt…` say it; `sign-…`, `on-…` and
`number-…` name the signs, how often, and how many. How often is said as the form says it where it stands by itself, and so is the view.
"""

from collections.abc import Sequence

from newsoil.journal import Entry
from newsoil.progress import findings
from newsoil.progress.notes import day_of, notes_of
from newsoil.progress.picture import Picture, Table, blank
from newsoil.progress.steps.spaced import fitting
from newsoil.progress.steps.support_figure import BLANK, COLUMNS, OFTEN, OUTSIDE, SIGNS, Note, columns_of, support_figure
from newsoil.progress.words import Words, capital

EXERCISE, VIEW = "support-signs", "see-it"

NAMED = 2
"""So many signs are named in the heading. Ours: with a third it has more than 15 words; the sentence below then names all."""

LOUDEST = ((OFTEN.index("nearly"), OFTEN.index("most")), (OFTEN.index("some"),))
"""What the heading is about: signs of most days or more, and where there are none, those of some days."""


def support_signs(entries: Sequence[Entry], words: Words) -> Picture:
    """The picture of the latest notes, so many as have a column; `n` counts all of them."""
    notes = [note for entry in notes_of(entries, EXERCISE) if (note := _note_of(entry)).levels or note.view]
    if not notes:
        return blank(words.text)
    n = len(notes)
    notes = notes[-fitting(columns_of(notes), BLANK, COLUMNS) :]
    first, last = _ends(notes, words)
    return Picture(
        name=words.text.id,
        state=findings.state(n),
        n=n,
        finding=_finding(notes[-1], words),
        subtitle=words("subtitle-one", first=first) if first == last else words.subtitle(first=first, last=last),
        figure=support_figure(notes, words),
        alternative=_alternative(notes, words),
        sentence=_sentence(notes[-1], words),
        note=_note(notes, n, words),
        table=_table(notes, words),
    )


def _ends(notes: list[Note], words: Words) -> tuple[str, str]:
    """The first and the last day."""
    spoken = words.spanning(notes[0].day, notes[-1].day)
    return spoken.day(notes[0].day), spoken.day(notes[-1].day)


def _note_of(entry: Entry) -> Note:
    """What a note answers, without what no form of ours sends."""
    view = entry.answers.get(VIEW)
    levels = {sign: OFTEN.index(entry.answers[sign]) for sign in SIGNS if entry.answers.get(sign) in OFTEN}
    return Note(day_of(entry), levels, view if isinstance(view, str) else "")


def _at(note: Note, *levels: int) -> list[str]:
    return [sign for sign in SIGNS if note.levels.get(sign) in levels]


def _finding(note: Note, words: Words) -> str:
    """The signs that were there on most days or more; while there are none, those of some days; else that each answer was "never"."""
    for levels in LOUDEST:
        if any(_at(note, level) for level in levels):
            return words("latest", parts=", ".join(_parts(note, levels, words)))
    never = [words(f"sign-{sign}") for sign in _at(note, 0)]
    if not never:
        return words("no-sign")
    return words("never", signs=words.listed(never)) if len(never) <= NAMED else words("never-several")


def _parts(note: Note, levels: tuple[int, ...], words: Words) -> list[str]:
    """How often it was so for which signs, or for how many where they are too many to be named."""
    found = [(words(f"on-{OFTEN[level]}"), [words(f"sign-{sign}") for sign in signs]) for level in levels if (signs := _at(note, level))]
    if sum(len(signs) for _, signs in found) <= NAMED:
        return [words("named", signs=words.listed(signs), often=often) for often, signs in found]
    (often, signs), *others = found
    first = words("counted" if len(signs) > 1 else "counted-one", n=words(f"number-{len(signs)}"), often=often)
    return [first, *(words("more", n=words(f"number-{len(signs)}"), often=often) for often, signs in others)]


def _sentence(note: Note, words: Words) -> str:
    """Below the picture: all signs that the heading only counts, how the person saw it, how to read a column, and a way on."""
    levels = next((levels for levels in LOUDEST if any(_at(note, level) for level in levels)), ())
    said = []
    if len(_at(note, *levels)) > NAMED:
        said = [_listed(note, level, words) for level in levels if _at(note, level)]
    said += [words("view", view=words.named(EXERCISE, VIEW, note.view))] * bool(note.view)
    return " ".join([*said, words("column"), words("no-sum"), words("someone")])


def _listed(note: Note, level: int, words: Words) -> str:
    names = [words(f"sign-{sign}") for sign in _at(note, level)]
    return words("listed", often=_often(level, words), signs=words.listed(names) if len(names) < len(SIGNS) else words("all-signs"))


def _often(level: int, words: Words) -> str:
    return words.named(EXERCISE, SIGNS[0], OFTEN[level])


def _note(notes: list[Note], n: int, words: Words) -> str:
    at = columns_of(notes)
    said = [words("blank")] * any(len(note.levels) < len(SIGNS) for note in notes) + [words("gap")] * (at[-1] >= len(at))
    return " ".join(said + [words("shown", shown=len(notes), n=n)] * (n > len(notes)))


def _alternative(notes: list[Note], words: Words) -> str:
    """Sign by sign in the order of the rows: the fewest and the most days, and the latest answer."""
    first, last = _ends(notes, words)
    said = [words("alt-one" if len(notes) == 1 else "alt", n=len(notes), first=first, last=last)]
    for sign in SIGNS:
        levels = [note.levels[sign] for note in notes if sign in note.levels]
        said.append(_told(capital(words(f"sign-{sign}")), levels, words))
    outside = [words.day(note.day) for note in notes if note.view == OUTSIDE]
    if outside:
        said.append(words("alt-view", view=words.named(EXERCISE, VIEW, OUTSIDE), days=words.listed(outside)))
    return " ".join(said)


def _told(sign: str, levels: list[int], words: Words) -> str:
    if not levels:
        return words("alt-sign-blank", sign=sign)
    least, most, latest = (_often(level, words) for level in (min(levels), max(levels), levels[-1]))
    key = "alt-sign-one" if len(levels) == 1 else "alt-sign-same" if least == most else "alt-sign"
    return words(key, sign=sign, least=least, most=most, latest=latest)


def _table(notes: list[Note], words: Words) -> Table:
    """A row for each note that is drawn, the newest first, in the words of the form."""
    nothing = words("nothing")
    rows = []
    for note in reversed(notes):
        cells = [_often(note.levels[sign], words) if sign in note.levels else nothing for sign in SIGNS]
        rows.append((words.short_day(note.day), *cells, words.named(EXERCISE, VIEW, note.view) if note.view else nothing))
    columns = (words("column-day"), *(capital(words(f"sign-{sign}")) for sign in SIGNS), words("column-view"))
    return Table(words("caption"), columns, tuple(rows))
