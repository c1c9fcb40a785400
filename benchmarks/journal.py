"""An invented journal of any size, the same one each time: every exercise of the guide, answered in every kind of prompt.

This month holds as many entries as every other, so that saving meets a full month on any day. One-off exercises are in progress and all
others done, so that a page opens with a form and not with a rest. The files are written by the package's own encoding.
"""

import random
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec

from benchmarks.answers import answer
from newsoil._paths import guide_folder
from newsoil.guide import Exercise, read_guide
from newsoil.journal import Entry, Former, change_settings
from newsoil.journal.months import encode

SEED = 11
DELETED, OPENED_AGAIN = 0.02, 0.05
"""Shares of the entries that were deleted, and that were opened again once they were done, so that a former answer is kept."""

DELETED_WITHIN = timedelta(days=20)
"""How long ago they were deleted: whatever is in the trash for longer than a month, the app has emptied on the day before."""


def write(home: Path, entries: int, months: int) -> None:
    """Write a journal of so many entries over so many months, this one included, into the home of a participant."""
    folder = home / "journals" / "mine" / "entries"
    folder.mkdir(parents=True)
    files: dict[str, list[Entry]] = defaultdict(list)
    for entry in invented(entries, months, datetime.now(UTC)):
        files[entry.month].append(entry)
    change_settings(folder.parent, {"told": True})  # somebody who has read what is said before the first use, which asks for a press
    for month, held in files.items():
        (folder / f"{month}.json").write_bytes(encode(tuple(held), {}))


def invented(entries: int, months: int, now: datetime) -> Iterator[Entry]:
    """The entries, oldest first."""
    chance = random.Random(SEED)  # noqa: S311 - invented notes are no secret
    guide = read_guide(guide_folder())
    once = [exercise for exercise in guide.exercises if exercise.kind == "one-off"]
    again = [exercise for exercise in guide.exercises if exercise.kind == "log"]
    known: dict[str, list[str]] = defaultdict(list)
    for number, at in enumerate(_times(entries, months, now, chance)):
        first = number < len(once)
        entry = _entry(once[number] if first else again[number % len(again)], f"bench-{number:05}", at, known, chance)
        known[entry.exercise].append(entry.id)
        yield entry if first else _done(entry, now, chance)


def _times(entries: int, months: int, now: datetime, chance: random.Random) -> list[datetime]:
    """When they were made: equally many in each month, none in the future."""
    start, found = now, []
    for number in range(months):
        end = now if number == 0 else start
        start = (end - timedelta(microseconds=1)).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
        count = entries // months + (entries % months if number == months - 1 else 0)
        found += [start + (end - start) * chance.random() for _ in range(count)]
    return sorted(found)


def _entry(exercise: Exercise, name: str, at: datetime, known: dict[str, list[str]], chance: random.Random) -> Entry:
    """One filling-in, every prompt answered that can be."""
    answers: dict[str, Any] = {}
    links: dict[str, str] = {}
    for prompt in exercise.prompts:
        if hasattr(prompt, "to"):
            links |= {prompt.id: prompt.check(chance.choice(known[prompt.to]))} if known[prompt.to] else {}
        else:
            answers[prompt.id] = prompt.check(answer(prompt, at, chance))
    time = at.isoformat(timespec="milliseconds")
    return Entry(
        id=name,
        exercise=exercise.id,
        exercise_version=exercise.version,
        made_at=time,
        changed_at=time,
        for_date=answers.pop("for-date", None),
        tags=tuple(answers.pop("tags", ())),
        answers=answers,
        links=links,
    )


def _done(entry: Entry, now: datetime, chance: random.Random) -> Entry:
    """The entry as it is once its person is done with it, or has thrown it away."""
    earlier = (Former(at=entry.made_at, answers=entry.answers),) if chance.random() < OPENED_AGAIN else ()
    lately = (now - DELETED_WITHIN * chance.random()).isoformat(timespec="milliseconds")
    gone = max(entry.changed_at, lately) if chance.random() < DELETED else None
    return msgspec.structs.replace(entry, status="done", earlier=earlier, deleted_at=gone)
