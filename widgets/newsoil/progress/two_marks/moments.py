"""Moments when an alarm rang: how strong the feeling was before and after, a row for each, newest on top.

Sentences in charts.toml: `one`, `few`, `noted`, `newest` (the heading, where ten moments have no five pairs), `lower…` (from five pairs on:
in some, one, all or none, of `all-pairs` or `newest-pairs`; below ten moments it is no heading, and stands below the picture); `told`
explains a mark, `rows`, `ease`, `few-months` and `shown` stand below the picture; `alt…` say it; `type-…` and
`said-…` name answers.
"""

from collections.abc import Sequence

from newsoil.journal import Entry
from newsoil.progress import findings
from newsoil.progress.notes import notes_of, one_line, within
from newsoil.progress.picture import Picture, Table, blank
from newsoil.progress.two_marks.moments_figure import Moment, moments_figure
from newsoil.progress.words import Words, capital

EXERCISE = "trigger"

TOLD = "told-partner"
"""The answer to `said` that is drawn as a diamond."""

DRAWN = 12
"""The newest moments that are drawn. Ours: more rows than that are a list of pain, not a picture, and no longer fit on two screens."""


def moments(entries: Sequence[Entry], words: Words) -> Picture:
    """The picture of the newest `DRAWN` moments; `n` counts all of them, the sentences speak of those drawn."""
    notes = notes_of(entries, EXERCISE)
    if not notes:
        return blank(words.text)
    n = len(notes)
    rows = [_row(entry, words) for entry in reversed(notes[-DRAWN:])]
    return Picture(
        name=words.text.id,
        state=findings.state(n),
        n=n,
        finding=_finding(rows, n, words),
        subtitle=" ".join([words.subtitle(), *[words("told")] * any(row.told for row in rows)]),
        figure=moments_figure(rows, words),
        alternative=_alternative(rows, words),
        sentence=" ".join([*_lower_below(rows, n, words), words("ease") if _pairs(rows) else words("rows")]),
        note=_note(len(rows), n, words),
        table=_table(notes[: -DRAWN - 1 : -1], rows, words),
    )


def _note(shown: int, n: int, words: Words) -> str:
    said = [words("few-months")] * (findings.state(n) == "some") + [words("shown", shown=shown, n=n)] * (n > shown)
    return " ".join([*said, words.text.note])


def _row(entry: Entry, words: Words) -> Moment:
    before, after = (within(entry, prompt, 0, 10) for prompt in ("before", "after"))
    day, told = words.about(entry.day), entry.answers.get("said") == TOLD
    beside = words("told-day", day=day) if told else day
    return Moment(day=day, name=_name(entry, words), before=before, after=after, told=told, aside=beside)


def _name(entry: Entry, words: Words) -> str:
    """A name: the person's own words, else the kind of moment."""
    event = one_line(entry, "event").rstrip(".")
    types = entry.answers.get("type")
    kinds = [kind for kind in types if isinstance(kind, str)] if isinstance(types, list) else []
    if kinds and not event:
        event = words(f"type-{kinds[0]}") if words.has(f"type-{kinds[0]}") else kinds[0]
    return event or words("no-name")


def _pairs(rows: list[Moment]) -> list[tuple[int, int]]:
    return [(row.before, row.after) for row in rows if row.before is not None and row.after is not None]


def _finding(rows: list[Moment], n: int, words: Words) -> str:
    """The heading, on the moments that are drawn; where they are not all, it says so."""
    state = findings.state(n)
    if state in ("one", "few"):
        return words(state, n=n)
    if state == "some" or not (lower := _lower(rows, n, words)):
        return words("newest" if n > len(rows) else "noted", m=len(rows), n=n)
    return lower


def _lower(rows: list[Moment], n: int, words: Words) -> str:
    """In how many of the pairs the feeling was less strong afterwards; nothing below five pairs."""
    found = findings.pairs(_pairs(rows))
    if found is None:
        return ""
    some = {0: "-none", 1: "-one", found.total: "-all"}
    moments = words("newest-pairs" if n > len(rows) else "all-pairs", m=found.total)
    return words(f"lower{some.get(found.lower, '')}", k=found.lower, moments=moments)


def _lower_below(rows: list[Moment], n: int, words: Words) -> list[str]:
    """The same as a sentence, where it is no heading."""
    lower = _lower(rows, n, words) if findings.state(n) == "some" else ""
    return [words("as-sentence", words=lower)] * bool(lower)


def _alternative(rows: list[Moment], words: Words) -> str:
    """Counts from five pairs on; with fewer each moment by itself, since a count would be a sentence on them all."""
    both = _pairs(rows)
    said = [words("alt-one" if len(rows) == 1 else "alt", n=len(rows))]
    if findings.pairs(both) is None:
        return " ".join(said + [_alternative_row(row, words) for row in rows])
    counts = {
        "lower": sum(after < before for before, after in both),
        "same": sum(after == before for before, after in both),
        "higher": sum(after > before for before, after in both),
        "unpaired": len(rows) - len(both),
        "told": sum(row.told for row in rows),
    }
    said += [words(f"alt-{key}", n=count) for key, count in counts.items() if count]
    said += [words("alt-strongest", name=row.name, day=row.day, before=row.before) for row in _strongest(rows)]
    return " ".join(said)


def _alternative_row(row: Moment, words: Words) -> str:
    before, after = (words("no-number") if number is None else number for number in (row.before, row.after))
    return words("alt-row", name=row.name, day=row.day, before=before, after=after)


def _strongest(rows: list[Moment]) -> list[Moment]:
    """The row with the highest number before, the newest of equals; none when no row has one."""
    return sorted((row for row in rows if row.before is not None), key=lambda row: -(row.before or 0))[:1]


def _table(notes: Sequence[Entry], rows: list[Moment], words: Words) -> Table:
    lines = []
    for entry, row in zip(notes, rows, strict=True):
        said = f"said-{entry.answers.get('said')}"
        numbers = (words("nothing") if number is None else str(number) for number in (row.before, row.after))
        lines.append((row.day, row.name, *numbers, words(said) if words.has(said) else words("nothing")))
    columns = tuple(capital(words(column)) for column in ("day", "moment", "before", "after", "what"))
    return Table(words("caption"), columns, tuple(lines))
