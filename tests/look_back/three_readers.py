"""Three invented readers, one for each situation, with ten months of notes each, and everything that the look-back page says of them.

Their stories stand in the modules that hold their notes. `looking_back` asks as the page does; `charts` draws every chart as it is on
`TODAY`. Nothing here is random, and no note is of a real person.
"""

import itertools
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec
import reader_new_partner
import reader_on_my_own
import reader_same_partner
from note_lines import GUIDE

from newsoil.desk import Desk
from newsoil.journal import Entry, Journal, Store
from newsoil.journal.months import encode
from newsoil.look_back import LookBack
from newsoil.progress.charts import CHARTS, exercises_of, picture
from newsoil.progress.picture import Picture

TODAY = date(2026, 11, 30)
"""A Monday evening, on which all three look back."""

MONTHS = [f"2026-{month:02}" for month in range(2, 12)]


class Reader(msgspec.Struct, frozen=True):
    """One reader: their situation, their story, their notes, the month without any, and words that they look for."""

    name: str
    story: str
    notes: tuple[Entry, ...]
    silent: str
    looked_for: tuple[str, ...]


READERS = {
    name: Reader(
        name, (module.__doc__ or "").strip(), tuple(msgspec.structs.replace(one, situation=name) for one in module.NOTES), silent, words
    )
    for name, module, silent, words in (
        ("new-partner", reader_new_partner, "2026-06", ("door", "η πόρτα", "flowers", "August", "echo")),
        ("same-partner", reader_same_partner, "2026-08", ("counsellor", "الصبر", "“the letter from the bank”", "choir", "checked")),
        ("on-my-own", reader_on_my_own, "2026-07", ("wednesday", "сестра", "queue", "“who knew”", "address")),
    )
}


@contextmanager
def looking_back(notes: Sequence[Entry]) -> Iterator[Any]:
    """A page of a reader with these notes, as they were written and read again: `ask(kind, …)` gives its answer."""
    with TemporaryDirectory() as place:
        home, numbers = Path(place) / "home", itertools.count(1)
        folder = home / "journals" / "mine" / "entries"
        folder.mkdir(parents=True)
        for month, own in itertools.groupby(sorted(notes, key=lambda one: one.month), key=lambda one: one.month):
            (folder / f"{month}.json").write_bytes(encode(tuple(own), {}))
        back = LookBack(Desk(GUIDE, Store(home)))

        def ask(kind: str, **fields: Any) -> dict[str, Any]:
            at = {"at": ""} if kind == "hello" else {}  # with a time, the trash would be emptied beside this
            return back.answer({"kind": kind, "ask": f"ask-{next(numbers)}", **at, **fields})

        yield ask


def chart(name: str, notes: Sequence[Entry], today: date = TODAY, *, also: bool = False) -> Picture:
    """One chart as the page draws it."""
    journal = Journal(tuple(sorted(notes, key=lambda one: (one.made_at, one.id))))
    return picture(name, [one for exercise in exercises_of(name) for one in journal.of(exercise)], GUIDE, today, also=also)


def charts(notes: Sequence[Entry], today: date = TODAY) -> dict[str, Picture]:
    """Every chart, in the order of `CHARTS`."""
    return {name: chart(name, notes, today) for name in CHARTS}


def said(drawn: Picture) -> str:
    """Everything that a chart says in sentences."""
    return "\n".join(filter(None, (drawn.finding, drawn.subtitle, drawn.sentence, drawn.note, drawn.alternative)))


def told(reader: Reader) -> Iterator[str]:
    """Everything that the page says of a reader in words, in the order of the page."""
    words = GUIDE.words["look-back"]
    with looking_back(reader.notes) as ask:
        there = ask("hello")
        yield f"\n\n==== {reader.name}\n\n{reader.story}\n"
        yield f"{len(reader.notes)} entries. Months {' to '.join(there['months'])}; moods {', '.join(there['moods'])}."
        yield f"Tags: {', '.join(one['title'] for one in there['tags'])}"
        for mood in ("kind", "hard"):
            yield f"\n== {words[mood]}"
            yield from (_line(ask("moment", mood=mood, after=after)["note"]) for after in range(6))
        yield "\n== Days"
        for month in MONTHS:
            days = ask("month", month=month)["days"]
            n, put_off = sum(bool(day["notes"]) for day in days), sum(day["put_off"] for day in days)
            sentence = words["days-none"] if not n else words["days-one"] if n == 1 else words["days-several"].format(n=n)
            yield f"{month}: {sum(day['notes'] for day in days)} notes; {put_off} days put off. {sentence}"
        yield from _charts(reader)
        yield f"\n== {words['bricks']}\n{words['bricks-says']}"
        for part in ask("bricks")["parts"]:
            yield f"\n-- {words['part-' + part['id']]} ({part['of']})"
            yield from (f"   {brick['day']}  {brick['words']}" for brick in part["bricks"])
        for looked_for in reader.looked_for:
            found = ask("find", words=looked_for)
            yield f"\n== {words['find']}: {looked_for}\n{found['of']} found"
            for one in found["notes"][:8]:
                yield f"   {one['about']}  {one['title']}: {one['said']['before']}[{one['said']['found']}]{one['said']['after']}"


def _line(note: dict[str, Any] | None) -> str:
    return f"   {note['about']}  {note['title']}: {note['words']}" if note else "   –"


def _charts(reader: Reader) -> Iterator[str]:
    for name, drawn in charts(reader.notes).items():
        also = chart(name, reader.notes, also=True) if drawn.also else None
        yield f"\n== {name} ({drawn.n}, {drawn.state})\n# {drawn.finding}"
        yield from filter(None, (drawn.subtitle, f"> {drawn.sentence}", drawn.note and f"({drawn.note})", f"[{drawn.alternative}]"))
        yield from (f"   {' | '.join(row)}" for row in drawn.table.rows[:12])
        if also:
            yield f"+ {drawn.also}\n> {also.sentence}\n({also.note})\n[{also.alternative}]"
