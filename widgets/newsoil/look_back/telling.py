"""Notes as the page shows them: in a line, or whole with what was there before."""

from collections.abc import Mapping
from typing import Any

import msgspec

from newsoil.guide import Guide, LinkPrompt, own_line, read_as
from newsoil.journal import Entry, Journal
from newsoil.progress.notes import day_text
from newsoil.takeout.choice import exercise_of
from newsoil.takeout.telling import Teller

LINE = 140
"""Characters of a note that stand for it in a list: two lines on a phone (ours)."""


def in_a_line(guide: Guide, entry: Entry) -> dict[str, Any]:
    """A note by its day, its exercise and its first words; or what was put off instead."""
    exercise = exercise_of(guide, entry.exercise)
    label = next((prompt for prompt in exercise.prompts if prompt.id == exercise.label), None)
    words = own_line(label, entry.values.get(label.id)) if label else ""
    return {**named(guide, entry), "words": words if len(words) <= LINE else words[:LINE].rsplit(" ", 1)[0] + " …"}


def named(guide: Guide, entry: Entry) -> dict[str, Any]:
    """Which note it is, without a word of it. `day` is where it stands in the calendar, `about` what it is about."""
    title = exercise_of(guide, entry.exercise).title
    return {"id": entry.id, "day": day_text(entry), "about": entry.day, "title": title, "status": entry.status}


def whole(guide: Guide, journal: Journal, entry: Entry) -> dict[str, Any]:
    """A note with everything in it, each answer under its question; its earlier forms, the newest first; and where it can be changed."""
    exercise, linked = exercise_of(guide, entry.exercise), _linked(journal, entry)
    teller = Teller(guide, linked)
    earlier = [
        {"at": former.at, "said": _told(teller, msgspec.structs.replace(entry, answers=former.answers, links={}, tags=()))}
        for former in reversed(entry.earlier)
    ]
    return {
        **named(guide, entry),
        "exercise": exercise.id,
        "stage": exercise.stage,
        "notebook": next((stage.notebook for stage in guide.stages if stage.id == exercise.stage), ""),
        "made": entry.made_at,
        "changed": entry.changed_at,
        "said": _told(teller, entry),
        "earlier": earlier,
        "links": [in_a_line(guide, one) for one in linked.values() if one.deleted_at is None],
    }


def _told(teller: Teller, entry: Entry) -> list[dict[str, Any]]:
    links = {prompt.id for prompt in exercise_of(teller.guide, entry.exercise).prompts if isinstance(prompt, LinkPrompt)}
    return [msgspec.to_builtins(said) for said in teller.tell(entry) if said.prompt not in links]


def _linked(journal: Journal, entry: Entry) -> Mapping[str, Entry]:
    """The notes that a note leads to, by id."""
    wanted = set(entry.links.values())
    if not wanted:
        return {}
    return {one.id: one for one in journal.entries if one.id in wanted}


def tag_name(guide: Guide, tag: str) -> str:
    """What a tag is called: as a form of the guide calls it, or as the person does."""
    options = (
        one for exercise in guide.exercises for prompt in exercise.prompts if prompt.id == "tags" for one in getattr(prompt, "options", ())
    )
    return next((read_as(option.label, None) for option in options if option.id == tag), tag)
