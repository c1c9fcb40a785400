"""Promises: the person's own on a line of time, what became of each in its shape; the other person's below it if that was asked for.

Whoever keeps count of the other is content less long (`ux.md` 3.2). So the other's row is off until it is switched on, never stands
alone, lies in the time of the person's own, and no sentence compares the two.

Where a note of this time speaks of danger, it is not offered at all: how much the other kept is no measure then.

Sentences besides those of `by_time`: `one`, `few`, `noted` (fewer than ten of one's own are drawn), `noted-newest`, `noted-newest-one` (and
not all are), from ten on `happened-not`, `happened`, `happened-one`, `not-happened` or, where not all are drawn, `newest`; `rest` (what the
heading does not count, from five on), `talked-about`, `their` (from five of the other's on) and `few-months` stand below it; `kept`,
`not-kept`, `talked` and `open` count, their `…-alone` and `…-one` where another form is needed; `unnamed` and `outside` say what is left
out; `alt…` say the picture; `kind-…`, `mine`, `theirs` name marks and rows; `also` is on the button.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from newsoil.journal import Entry
from newsoil.progress import danger, findings
from newsoil.progress.events.by_time import Noted, Stretch, counts, counts_table, left_out, start_said, stretch_of, told, when
from newsoil.progress.events.by_time_figure import Look, Row, by_time_figure, has_full
from newsoil.progress.notes import day_in, day_of, notes_of, one_line
from newsoil.progress.picture import Picture, blank
from newsoil.progress.words import Words, capital

EXERCISE = "promises"

MINE, THEIRS = "me", "them"

KINDS = {"kept": "kept", "late-but-told": "talked", "changed-together": "talked", "not-kept": "not-kept"}
"""What each answer to `outcome` is drawn as; all others, and none, are open or not known."""

LOOKS = {
    "kept": Look("circle"),
    "talked": Look("triangle-up", size=14),
    "not-kept": Look("diamond", filled=False, size=9),
    "open": Look("circle", filled=False, size=10),
}
"""Each is about as wide as the others, as it is drawn: none stands out."""

NEAR = 366
"""A day further than so many days from that of the note is passed over. Ours: more than a year away, a year is likely mistyped."""


def promises(entries: Sequence[Entry], words: Words) -> Picture:
    """The picture of the newest promises of the person's own; `n` counts all of those, and none of the other's."""
    by = _by(entries)
    if not by[MINE]:
        return blank(words.text)
    n, stretch = len(by[MINE]), stretch_of(by[MINE])
    if danger.noted(entries, words.guide, stretch.starts[0]):
        by[THEIRS] = []
    others = stretch.within(by[THEIRS])
    shown = others if words.also else []
    rows = [Row(words("mine"), stretch.notes), *[Row(words("theirs"), shown)] * bool(shown)]
    return Picture(
        name=words.text.id,
        state=findings.state(n),
        n=n,
        finding=_finding(stretch, n, words),
        subtitle=words.subtitle(when=when(stretch, words)),
        figure=by_time_figure(stretch, rows, LOOKS, words),
        alternative=_alternative(rows, stretch, words),
        sentence=_sentence(stretch, shown, words),
        note=" ".join(
            [
                *[words("few-months")] * (findings.state(n) == "some"),
                *_left_out(by, stretch, words),
                *[words("full")] * has_full(stretch, rows),
                words.text.note,
            ]
        ),
        table=counts_table(stretch, [(row.name, row.notes) for row in rows], list(LOOKS), words),
        also=words("also") if others and not words.also else "",
    )


def _by(entries: Sequence[Entry]) -> dict[str, list[Noted]]:
    """The promises by who made them; under "" those that do not say."""
    by: dict[str, list[Noted]] = {MINE: [], THEIRS: [], "": []}
    for entry in notes_of(entries, EXERCISE):
        who = one_line(entry, "by")
        by[who if who in by else ""].append(_noted(entry))
    return by


def _noted(entry: Entry) -> Noted:
    """A promise stands where it was due, else where it was said, else where it was noted."""
    made = date.fromisoformat(entry.made_at[: len("2026-11-23")])
    days = [day for prompt in ("due", "said-on") if (day := day_in(entry, prompt)) and abs((day - made).days) <= NEAR]
    return Noted([*days, day_of(entry)][0], KINDS.get(one_line(entry, "outcome"), "open"), entry)


def _finding(stretch: Stretch, n: int, words: Words) -> str:
    """How many there are; from ten promises on plain counts of what happened and what did not. From when to when is said below."""
    shown = len(stretch.notes)
    found = counts(stretch.notes, ("kept", "not-kept"))
    if not _is_counted(stretch):
        if shown < n:
            return words("noted-newest-one" if shown == 1 else "noted-newest", n=n, shown=shown)
        return words({"one": "one", "few": "few"}.get(findings.state(n), "noted"), n=n)
    if shown < n:
        return words("newest", shown=shown, counts=_counted(found, words))
    happened, not_happened = found.get("kept", 0), found.get("not-kept", 0)
    n, key = happened or not_happened, "happened" if not not_happened else "happened-not" if happened else "not-happened"
    return words(f"{key}-one" if n == 1 else key, n=n, k=not_happened)


def _is_counted(stretch: Stretch) -> bool:
    """Whether the heading says what became of them."""
    return len(stretch.notes) >= findings.ENOUGH and bool(counts(stretch.notes, ("kept", "not-kept")))


def _counted(found: Mapping[str, int], words: Words) -> str:
    """Counts in words: “6 happened and 2 did not”. Where nothing happened, “2 did not happen”."""
    said = []
    for kind, n in found.items():
        alone = kind == "not-kept" and "kept" not in found
        key = f"{kind}-alone" if alone else f"{kind}-one" if n == 1 and words.has(f"{kind}-one") else kind
        said.append(words(key, n=n))
    return words.listed(said)


def _sentence(stretch: Stretch, others: Sequence[Noted], words: Words) -> str:
    """What became of the person's own beside the heading, what a change in good time is, and the other's where that was asked for."""
    kinds = ("talked", "open") if _is_counted(stretch) else ("kept", "not-kept", "talked", "open")
    rest = counts(stretch.notes, kinds) if len(stretch.notes) >= findings.SOME else {}
    said = [words("rest", counts=_counted(rest, words)), words("talked-about")] if rest else [words("talked-about")]
    if len(others) >= findings.SOME:
        found = counts(others, ("kept", "not-kept", "talked", "open"))
        said.append(words("their", n=len(others), counts=_counted(found, words)))
    return " ".join(said)


def _alternative(rows: Sequence[Row], stretch: Stretch, words: Words) -> str:
    """Counts from five promises on, and each by itself where there are fewer, since a count would be a sentence on them all."""
    said = [words("alt", when=when(stretch, words))]
    for row in rows:
        said += [words("alt-row", row=row.name)] * (len(rows) > 1)
        said += told(row.notes, list(LOOKS), words) if len(row.notes) >= findings.SOME else _each(row, stretch, words)
    return " ".join(said)


def _each(row: Row, stretch: Stretch, words: Words) -> list[str]:
    columns = zip(stretch.starts, stretch.columns(row.notes), strict=True)
    each = [(capital(words(f"kind-{note.kind}")), start_said(start, stretch, words)) for start, column in columns for note in column]
    return [words(f"alt-each-{stretch.unit}", kind=kind, start=start) for kind, start in each]


def _left_out(by: Mapping[str, Sequence[Noted]], stretch: Stretch, words: Words) -> list[str]:
    """What is not in the picture: one's own before its time, the other's outside it, and what nobody is named for."""
    outside = len(by[THEIRS]) - len(stretch.within(by[THEIRS]))
    missing = {"unnamed": len(by[""]), "outside": outside * words.also}
    said = [words(f"{key}-one" if count == 1 else key, n=count) for key, count in missing.items() if count]
    return [*left_out(stretch, len(by[MINE]), words), *said]
