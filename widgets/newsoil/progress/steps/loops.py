"""Loop or path: a mark for each note, in the shape of what it came to as the person sees it, stacked by week or by month.

What a note came to is the person's own view where they gave one, else what its own answers come to by the decision table. A note in which
neither is there has nothing to show and is not counted. Counts are the finding at any number from five on: they are facts of the notes
that are drawn and say nothing about change. A loop is no failure, and no shape is filled or empty for being better.

Sentences in charts-over-time.toml: `one`, `few`, `counts` and `counts-latest` with `count-…`, `all-…` (the heading); `hard-…`, `mark-…`,
`no-fault`, `few-months`, `gap-…`, `shown` stand below the picture; `alt…` say it; `result-…` name the shapes.
"""

from collections import Counter
from collections.abc import Sequence

from newsoil.journal import Entry
from newsoil.progress import findings
from newsoil.progress.deciding import DecisionTable
from newsoil.progress.notes import day_of, notes_of, one_line
from newsoil.progress.picture import Picture, Table, blank
from newsoil.progress.steps.loops_figure import RESULTS, Note, Stacks, loops_figure, stacked
from newsoil.progress.words import Words, capital

EXERCISE = "loop-or-path"

ROUND = ("loop", "no-stop")
"""The results that are counted as one in the heading: the thoughts went round."""


def loops(entries: Sequence[Entry], words: Words) -> Picture:
    """The picture of the latest notes, so many as have room; `n` counts all of them, the sentences speak of those drawn."""
    notes = _notes(entries, words)
    if not notes:
        return blank(words.text)
    n = len(notes)
    stacks = stacked(notes)
    first, last = _ends(stacks, words)
    return Picture(
        name=words.text.id,
        state=findings.state(n),
        n=n,
        finding=_finding(stacks, n, words),
        subtitle=words("subtitle-one", first=first) if first == last else words.subtitle(first=first, last=last),
        figure=loops_figure(stacks, words),
        alternative=_alternative(stacks, words),
        sentence=_sentence(stacks, words),
        note=_note(stacks, n, words),
        table=_table(stacks, words),
    )


def _ends(stacks: Stacks, words: Words) -> tuple[str, str]:
    """The first and the last day."""
    first, last = stacks.notes[0].day, stacks.notes[-1].day
    spoken = words.spanning(first, last)
    return spoken.day(first), spoken.day(last)


def _notes(entries: Sequence[Entry], words: Words) -> list[Note]:
    decision = words.guide.decision(EXERCISE)
    if decision is None:
        return []
    rules = DecisionTable(words.guide, decision)
    seen = [(entry, rules.seen(entry)) for entry in notes_of(entries, EXERCISE)]
    return [Note(day_of(entry), result, one_line(entry, "topic")) for entry, result in seen if result in RESULTS]


def _counts(stacks: Stacks) -> Counter[str]:
    return Counter(note.result for note in stacks.notes)


def _finding(stacks: Stacks, n: int, words: Words) -> str:
    state = findings.state(n)
    if state in ("one", "few"):
        return words(state, n=n, result=words(f"result-{stacks.notes[0].result}"))
    counts = Counter("loop" if note.result in ROUND else note.result for note in stacks.notes)
    shown = len(stacks.notes)
    if len(counts) == 1:
        said = words(f"all-{next(iter(counts))}")
    else:
        said = ", ".join(words(f"count-{result}", n=counts[result]) for result in RESULTS if counts[result])
    return words("counts-latest" if n > shown else "counts", n=shown, counts=said)


def _sentence(stacks: Stacks, words: Words) -> str:
    """Below the picture: how many were hard to stop, what marks and columns are, and that going round is no fault."""
    counts = _counts(stacks)
    hard, went_round = counts["no-stop"], counts["no-stop"] + counts["loop"]
    said = []
    if hard and len(stacks.notes) >= findings.SOME:
        key = ("hard-all" if hard > 1 else "hard-single") if hard == went_round else "hard" if hard > 1 else "hard-one"
        said.append(words(key, n=hard))
    return " ".join([*said, words(f"mark-{stacks.by}"), *[words("no-fault")] * bool(went_round)])


def _note(stacks: Stacks, n: int, words: Words) -> str:
    said = [words("few-months")] * (findings.state(n) == "some")
    said += [words(f"gap-{stacks.by}")] * stacks.has_gaps + [words("shown", shown=len(stacks.notes), n=n)] * (n > len(stacks.notes))
    return " ".join([*said, words.text.note])


def _alternative(stacks: Stacks, words: Words) -> str:
    (first, last), n = _ends(stacks, words), len(stacks.notes)
    counts = _counts(stacks)
    said = [words("alt-one" if n == 1 else f"alt-{stacks.by}", n=n, first=first, last=last)]
    said += [words("alt-result", result=capital(words(f"result-{result}")), n=counts[result]) for result in RESULTS if counts[result]]
    return " ".join([*said, *[words("alt-latest", result=words(f"result-{stacks.notes[-1].result}"))] * (n > 1)])


def _table(stacks: Stacks, words: Words) -> Table:
    """A row for each note that is drawn, the newest first, with the person's own headline."""
    rows = [
        (words.short_day(note.day), note.topic or words("nothing"), capital(words(f"result-{note.result}")))
        for note in reversed(stacks.notes)
    ]
    return Table(words("caption"), tuple(words(f"column-{name}") for name in ("day", "topic", "result")), tuple(rows))
