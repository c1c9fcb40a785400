"""What stands on a person's ladder, and how what they told was met."""

from collections.abc import Sequence
from datetime import date

import msgspec

from newsoil.guide import LadderPrompt
from newsoil.guide.texts import read_as
from newsoil.journal import Entry
from newsoil.progress.deciding import DecisionTable
from newsoil.progress.notes import day_of, notes_of, on_one_line, one_line
from newsoil.progress.words import Words

EXERCISE, LADDER = "after-a-share", "small-shares"
"""Where it is noted how a share was met, and where the ladder stands."""

DANGER = "danger"
SEEN = ("care", "same-step", "pause", DANGER, "unknown")
"""What a share can have come to, as the person sees it; `none` is a share of which nothing is said."""

AGAINST = "against"
"""The answer that it was used against the person. It counts however it is seen later, as in the decision of the exercise."""

_WHOLE_DAY = len("2026-11-23")


class Topic(msgspec.Struct, frozen=True):
    """Something on the ladder: its words, and its step from 1, the lightest, on."""

    words: str
    step: int


class Share(msgspec.Struct, frozen=True, kw_only=True):
    """Something that was told: its words, when, as it is said and as a day, and what it came to (one of `SEEN`, or `none`)."""

    words: str
    day: date
    about: str
    seen: str


class Shares(msgspec.Struct, frozen=True):
    """How many there are, whether any was used against the person, however they see it now, and the newest ones, oldest first."""

    n: int
    against: bool
    newest: list[Share]


def steps_of(words: Words) -> tuple[str, ...]:
    """What the steps are called, the lightest first."""
    asked = next((one for one in words.guide.exercise(LADDER).prompts if isinstance(one, LadderPrompt)), None)
    return tuple(read_as(step, None) for step in asked.steps) if asked else ()


def topics_of(entries: Sequence[Entry], words: Words) -> list[Topic]:
    """What stands on the newest ladder, in its own order. Later versions that leave the ladder out do not take it away."""
    ladders = [rows for entry in notes_of(entries, LADDER) if isinstance(rows := entry.answers.get("topics"), list) and rows]
    most = len(steps_of(words))
    return [topic for row in (ladders[-1] if ladders else ()) if (topic := _topic(row, most))]


def _topic(row: object, most: int) -> Topic | None:
    if not isinstance(row, dict):
        return None
    words, step = on_one_line(row.get("topic")), row.get("step")
    return Topic(words, step) if words and isinstance(step, int) and not isinstance(step, bool) and 1 <= step <= most else None


def shares_of(entries: Sequence[Entry], words: Words, most: int) -> Shares:
    """What was told, by the day it was told, oldest first; how it was met is looked up for the newest `most`."""
    notes = notes_of(entries, EXERCISE)
    told = sorted([(*_when(entry), entry) for entry in notes], key=lambda one: one[1])
    decision = words.guide.decision(EXERCISE)
    table = DecisionTable(words.guide, decision) if decision else None
    newest = [_share(entry, about, day, table) for about, day, entry in told[-most:]]
    against = any(entry.answers.get("met") == AGAINST for entry in notes) or any(share.seen == DANGER for share in newest)
    return Shares(len(notes), against, newest)


def _share(entry: Entry, about: str, day: date, table: DecisionTable | None) -> Share:
    seen = table.seen(entry) if table else None
    return Share(words=one_line(entry, "topic-shared"), day=day, about=about, seen=seen if seen in SEEN else "none")


def _when(entry: Entry) -> tuple[str, date]:
    """When it was told, as the person said it, and the day it stands at: that of the note if they named no whole day."""
    said = one_line(entry, "shared-on")
    try:
        day = date.fromisoformat(f"{said}-01-01"[:_WHOLE_DAY])
    except ValueError:
        return entry.day, day_of(entry)
    return said, day if len(said) == _WHOLE_DAY else day_of(entry)
