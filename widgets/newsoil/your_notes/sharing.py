"""What a person can tick for someone, note by note, as it would be received."""

from typing import Any

import msgspec

from newsoil._errors import NotSealed
from newsoil.guide import Guide, Recipient, RowsPrompt
from newsoil.journal import Entry, Journal
from newsoil.journal.slow import check_new
from newsoil.takeout import Choice, Progress, to_locked, to_packet
from newsoil.takeout.choice import exercise_of
from newsoil.takeout.offers import agreed, offers_of
from newsoil.your_notes.messages import Share
from newsoil.your_notes.pieces import Made

LOCKED = "notes.html"
"""The name of a locked file: not even a day."""


def told_of(journal: Journal, guide: Guide, name: str) -> dict[str, Any]:
    """A recipient with the exercises that have something for them, and what is ticked from the start.

    Raises:
        BadContent: there is no such kind of recipient.
    """
    recipient, exercises = guide.recipient(name), []
    notes = Choice().notes(journal)
    for exercise in guide.exercises:
        kept = {prompt.id: recipient.keeps(exercise.id, prompt.id) for prompt in exercise.prompts}
        count = sum(entry.exercise == exercise.id for entry in notes)
        if count and (recipient.can_open or not all(kept.values())):
            kept_back = next(iter(kept.values())) if all(kept.values()) else ""
            exercises.append({"id": exercise.id, "title": exercise.title, "notes": count, "kept": kept_back})
    starred = (entry for entry in notes if recipient.ticks(entry.exercise, entry.tags, entry.answers))
    ticked = [
        msgspec.to_builtins(offer.tick) | {"exercise": entry.exercise}
        for entry in starred
        for offer in offers_of(entry, guide, recipient)
        if offer.ticked
    ]
    return {
        "recipient": {"id": recipient.id, "title": recipient.title, "caution": recipient.caution, "otherwise": recipient.otherwise},
        "exercises": exercises,
        "ticked": ticked,
    }


def notes_for(journal: Journal, guide: Guide, name: str, exercise: str, most: int) -> dict[str, Any]:
    """The newest notes of an exercise with what can be ticked of each.

    Raises:
        BadContent: there is no such kind of recipient.
    """
    recipient = guide.recipient(name)
    entries = Choice(exercises=(exercise,)).notes(journal)[::-1]
    return {"notes": [_note(entry, guide, recipient) for entry in entries[:most]], "more": max(0, len(entries) - most)}


def packet_of(journal: Journal, guide: Guide, message: Share, progress: Progress) -> Made:
    """The packet of what was ticked, locked if there is a passphrase.

    Raises:
        NotShared: a tick is kept back from this recipient, or is no answer of this journal.
        NotSealed: the passphrase is too short, or what it is to lock is a text.
        BadContent: there is no such kind of recipient.
    """
    if message.passphrase:
        check_new(message.passphrase)
        if message.form != "print":
            raise NotSealed("A text cannot be locked with a passphrase. Choose the pages instead.")
    packet = to_packet(
        journal,
        guide,
        message.recipient,
        message.ticks,
        opened=message.opened,
        note=message.note,
        until=message.until,
        days=message.days,
        progress=progress,
    )
    if message.passphrase:
        return Made(LOCKED, to_locked(packet.print, message.passphrase, guide), packet.print)
    name = f"notes-{message.at[:10]}"
    return Made(f"{name}.html", packet.print) if message.form == "print" else Made(f"{name}.md", packet.markdown)


def _note(entry: Entry, guide: Guide, recipient: Recipient) -> dict[str, Any]:
    """One note; `without` says how many lines of its lists have no yes, and so stay out."""
    offers = [
        {**msgspec.to_builtins(offer.said), "kept": offer.kept_back}
        for offer in offers_of(entry, guide, recipient)
        if not offer.kept_back or offer.can_open
    ]
    return {"entry": entry.id, "day": entry.day, "offers": offers, "without": _without(entry, guide)}


def _without(entry: Entry, guide: Guide) -> int:
    """Lines of lists that the person has not said yes to."""
    given = agreed(entry, guide)
    lists = [prompt.id for prompt in exercise_of(guide, entry.exercise).prompts if isinstance(prompt, RowsPrompt)]
    return sum(_lines(entry.answers.get(name)) - _lines(given.answers.get(name)) for name in lists)


def _lines(value: Any) -> int:
    return len(value) if isinstance(value, list) else 0
