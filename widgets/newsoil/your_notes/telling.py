"""What the page is told of a journal: how much is there, and what lies in the trash. No words of a note, unless asked for."""

from collections import Counter
from typing import Any

from newsoil.guide import Guide
from newsoil.journal import Entry, Journal
from newsoil.journal.document import Document, Preview
from newsoil.journal.slow import SHORTEST
from newsoil.journal.trash import trash
from newsoil.reader import kept_fears
from newsoil.takeout.choice import exercise_of, exercises_of
from newsoil.takeout.telling import Teller
from newsoil.your_notes.messages import LARGEST, PIECE

LISTED = 50
"""Deleted notes that are listed, the one that was deleted last first; more would help nobody to find one."""

FIRST = 200
"""Characters of a deleted note that are shown when the person asks: enough to know it again."""

_MONTH = len("2026-11")


def told_of(journal: Journal, guide: Guide) -> dict[str, Any]:
    """What is there, in numbers, titles and days."""
    noted: dict[str, int] = {}
    months = set()
    for entry in journal.entries:
        if entry.deleted_at is None and entry.values:
            noted[entry.exercise] = noted.get(entry.exercise, 0) + 1
            months |= {entry.day[:_MONTH]} if len(entry.day) >= _MONTH else set()
    thrown = trash(journal)
    met = [(exercise.id, exercise.title) for exercise in exercises_of(guide, journal.entries)]
    return {
        "kind": "show",
        "exercises": [{"id": name, "title": title, "notes": noted.get(name, 0)} for name, title in met],
        "sheets": [{"id": exercise.id, "title": exercise.title} for exercise in guide.exercises],
        "months": sorted(months),
        "recipients": [{"id": one.id, "title": one.title, "says": one.says, "together": one.together} for one in guide.recipients],
        "afraid": kept_fears(guide, journal) is not None,
        "trash": [_thrown(entry, guide) for entry in thrown[:LISTED]],
        "thrown": len(thrown),
        "notices": list(journal.unreadable),
        "largest": LARGEST,
        "piece": PIECE,
        "shortest": SHORTEST,
    }


def _thrown(entry: Entry, guide: Guide) -> dict[str, str]:
    title = exercise_of(guide, entry.exercise).title
    return {"entry": entry.id, "title": title, "day": entry.day, "deleted": (entry.deleted_at or "")[:10]}


def first_words(journal: Journal, guide: Guide, name: str) -> str:
    """The first words of a deleted note; nothing when there are none."""
    entry = next((entry for entry in trash(journal) if entry.id == name), None)
    if entry is None:
        return ""
    said = Teller(guide, {}).tell(entry)
    own = [line for one in said if one.own for line in one.lines] or [line for one in said for line in one.lines]
    words = " ".join(" ".join(own).split())
    return words if len(words) <= FIRST else words[:FIRST].rsplit(" ", 1)[0] + " …"


def looked(brings: Preview, unreadable: tuple[str, ...] = ()) -> dict[str, Any]:
    """What a document would bring, in numbers."""
    sentences = [*brings.refused, *unreadable]
    return {"new": brings.new, "changed": brings.changed, "same": brings.same, "refused": len(brings.refused), "sentences": sentences[:10]}


def about(document: Document, guide: Guide) -> dict[str, Any]:
    """What a document holds: of which exercises how many notes, those with most first, and from which day to which. No words of a note."""
    counted = Counter(entry.exercise for entry in document.entries)
    known = exercises_of(guide, document.entries)
    listed = sorted(known, key=lambda exercise: -counted[exercise.id])
    days = sorted(entry.made_at[: len("2026-11-23")] for entry in document.entries)
    return {
        "exercises": [{"title": exercise.title, "notes": counted[exercise.id]} for exercise in listed],
        "first": days[0] if days else "",
        "last": days[-1] if days else "",
    }
