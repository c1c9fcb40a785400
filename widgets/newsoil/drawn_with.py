"""What a page is given of the journal to draw an exercise with: notes, where links can lead, what differs by reader, what notes come to."""

from datetime import UTC, datetime
from typing import Any

import msgspec

from newsoil.guide import Exercise, Guide, LinkPrompt, own_line
from newsoil.journal import Entry, Journal
from newsoil.progress.deciding import DecisionTable, EntriesOf
from newsoil.reader import is_new, kept_fears, own_words, practices, situation

LABEL = 90
"""Characters of an entry's own words that stand for it in a list of links."""

LINKED = 50
"""Entries that a link is offered to, the newest; a list of thousands would help nobody to choose."""


def drawn_with(guide: Guide, journal: Journal, exercise: Exercise, most: int) -> dict[str, Any]:
    """All of it: the newest notes, `most` of them, the newest first."""
    own = journal.of(exercise.id)
    shown = own[-most:]
    return {
        "situation": situation(journal),
        "entries": [msgspec.to_builtins(entry) for entry in reversed(shown)],
        "more": max(0, len(own) - most),
        "links": {
            prompt.id: [_link(guide, entry, prompt) for entry in _offered(journal.of(prompt.to), prompt, shown)]
            for prompt in exercise.prompts
            if isinstance(prompt, LinkPrompt) and prompt.to not in guide.refused
        },
        "notices": list(journal.unreadable),
        **_of_the_reader(guide, journal, exercise),
        **came_to(guide, exercise.id, shown, journal.of),
    }


def came_to(guide: Guide, exercise: str, shown: tuple[Entry, ...], notes: EntriesOf) -> dict[str, Any]:
    """What notes come to by the table of their exercise, by id; nothing where there is no table. `notes` gives all of an exercise."""
    decision = guide.decision(exercise)
    if decision is None:
        return {}
    table = DecisionTable(guide, decision)
    return {"decided": {entry.id: msgspec.to_builtins(table.decide(entry, notes)) for entry in shown}}


def _of_the_reader(guide: Guide, journal: Journal, exercise: Exercise) -> dict[str, Any]:
    """What differs by reader beyond the situation; what says nothing is left out."""
    chosen = practices(guide, journal)
    found = {
        "practice": len(chosen) if exercise.id in chosen else 0,
        "own": own_words(guide, journal, exercise),
        "gate": kept_fears(guide, journal) if exercise.gate else None,
        "new": exercise.hard and is_new(guide, journal, datetime.now(UTC).astimezone().date()),
    }
    return {name: msgspec.to_builtins(value) for name, value in found.items() if value}


def _offered(targets: tuple[Entry, ...], prompt: LinkPrompt, shown: tuple[Entry, ...]) -> list[Entry]:
    """The entries that a link can lead to, newest first: the last ones, and those that a shown entry leads to already."""
    linked = {entry.links.get(prompt.id) for entry in shown}
    counted = [entry for entry in reversed(targets) if entry.counts]
    return [entry for number, entry in enumerate(counted) if number < LINKED or entry.id in linked]


def _link(guide: Guide, entry: Entry, prompt: LinkPrompt) -> dict[str, str]:
    target = guide.exercise(prompt.to)
    label = next((one for one in target.prompts if one.id == target.label), None)
    words = own_line(label, entry.values.get(target.label)) if label else ""
    return {"id": entry.id, "day": entry.day, "words": words if len(words) <= LABEL else words[:LABEL].rsplit(" ", 1)[0] + " …"}
