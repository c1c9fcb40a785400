"""The messages of the look-back page, and their answers. Nothing of a note is told before the person asks for it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any
from weakref import WeakKeyDictionary

import msgspec

from newsoil._address import address_of
from newsoil._errors import BadAnswer, NewSoilError
from newsoil.desk import Desk
from newsoil.journal import Entry, Journal
from newsoil.look_back import messages as page
from newsoil.look_back.blueprint import PARTS, SHOWN, blueprint
from newsoil.look_back.days import days_of, months, notes_on
from newsoil.look_back.moments import MOODS, moments
from newsoil.look_back.search import Asked, Search
from newsoil.look_back.telling import in_a_line, named, tag_name, whole
from newsoil.reader import kept_fears
from newsoil.takeout.choice import exercise_of

MOST_TAGS = 100
"""Tags that can be chosen from, those with most notes; a longer list would help nobody to find one (ours)."""

_searches: WeakKeyDictionary[Desk, Search] = WeakKeyDictionary()
"""One for each desk, so that months remember once how they are compared, however often the page is drawn."""


class LookBack:
    """Answers one page."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._search = _searches.setdefault(desk, Search(desk.guide))

    def answer(self, raw: dict[str, Any]) -> dict[str, Any]:
        """The answer to a message. Never raises for what a page sends."""
        try:
            message = page.message_of(raw)
            if isinstance(message, page.Hello):
                self._desk.greet(message.at)
            journal = self._desk.look()
            if journal is None:
                return {"kind": "locked", "ask": message.ask}
            return {**self._told(journal, message), "ask": message.ask}
        except NewSoilError as error:
            return {"kind": "refused", "ask": address_of(raw).get("ask"), "sentence": str(error)}

    def _told(self, journal: Journal, message: page.Message) -> dict[str, Any]:
        guide = self._desk.guide
        match message:
            case page.Hello():
                told = self.there(journal)
            case page.Moment():
                told = self._moment(journal, message)
            case page.Month():
                told = {"month": message.month, "days": msgspec.to_builtins(days_of(journal, message.month))}
            case page.Day():
                told = {"notes": [in_a_line(guide, entry) for entry in notes_on(journal, message.day)]}
            case page.Find():
                told = self._found(journal, message)
            case page.Note():
                told = {"note": whole(guide, journal, _note(journal, message.entry))}
            case page.Bricks():
                told = {"parts": _parts(journal)}
        return {**told, "kind": "show"}

    def read_ahead(self) -> Iterator[None]:
        """Have the notes compared, a month at a time, before anybody looks for a word; never raises."""
        try:
            journal = self._desk.look()
        except NewSoilError:
            return
        for _ in journal.of_each(self._search.compared) if journal else ():
            yield

    def there(self, journal: Journal) -> dict[str, Any]:
        """What can be asked for: months, exercises with notes, tags; whether there is a kind or a hard moment."""
        guide, (by_exercise, by_tag) = self._desk.guide, _counted(journal)
        span = months(journal)
        exercises = [exercise_of(guide, name) for name in (*(one.id for one in guide.exercises), *sorted(set(by_exercise) - guide.known))]
        listed = [{"id": one.id, "title": one.title, "stage": one.stage} for one in exercises if by_exercise[one.id]]
        return {
            "months": list(span) if span else [],
            "exercises": listed,
            "stages": [{"id": one.id, "title": one.title} for one in guide.stages if one.id in {each["stage"] for each in listed}],
            "tags": [{"id": tag, "title": tag_name(guide, tag)} for tag, _ in by_tag.most_common(MOST_TAGS)],
            "moods": [mood for mood in MOODS if next(moments(journal, mood), None)],
            "afraid": kept_fears(guide, journal) is not None,
            "notices": list(journal.unreadable),
        }

    def _moment(self, journal: Journal, message: page.Moment) -> dict[str, Any]:
        """The note of a moment, and whether there is another one after it."""
        shown = list(islice(moments(journal, message.mood), message.after, message.after + 2))
        told = in_a_line(self._desk.guide, shown[0]) if shown else None
        return {"note": told, "more": len(shown) > 1}

    def _found(self, journal: Journal, message: page.Find) -> dict[str, Any]:
        """So many notes as were asked for, each with the words around what was found, and how many there are in all."""
        asked = self._asked(message)
        if asked is None:
            return {"notes": [], "of": 0}
        found = self._search.find(journal, asked)
        shown = list(islice(found, message.most))
        notes = [{**named(self._desk.guide, entry), "said": msgspec.to_builtins(self._search.snippet(entry, asked))} for entry in shown]
        return {"notes": notes, "of": len(shown) + sum(1 for _ in found)}

    def _asked(self, message: page.Find) -> Asked | None:
        """What is looked for; nothing where nothing is asked, or what is asked leaves nothing over."""
        of_stage = {one.id for one in self._desk.guide.exercises if one.stage == message.stage}
        exercises = {message.exercise} if message.exercise else of_stage
        if message.stage:
            exercises &= of_stage
        if (message.stage or message.exercise) and not exercises:
            return None
        days = {name: day.isoformat() for name, day in (("first", message.first), ("last", message.last)) if day}
        asked = Asked(words=message.words, exercises=frozenset(exercises), tag=message.tag, **days)
        return asked if asked.folded or asked.narrows else None


def _parts(journal: Journal) -> list[dict[str, Any]]:
    """The parts of what this trust rests on, each with its newest bricks and how many there are."""
    laid = blueprint(journal)
    return [{"id": part, "bricks": msgspec.to_builtins(laid[part][:SHOWN]), "of": len(laid[part])} for part in PARTS]


def _note(journal: Journal, name: str) -> Entry:
    """A note by its id. Raises `BadAnswer` when it is not there, or was deleted."""
    entry = next((one for one in journal.entries if one.id == name and one.deleted_at is None), None)
    if entry is None:
        raise BadAnswer("This note is not there any more.")
    return entry


def _counted(journal: Journal) -> tuple[Counter[str], Counter[str]]:
    """How many notes each exercise has, and each tag."""
    by_exercise: Counter[str] = Counter()
    by_tag: Counter[str] = Counter()
    for exercises, tags in journal.of_each(_count):
        by_exercise.update(exercises)
        by_tag.update(tags)
    return by_exercise, by_tag


def _count(entries: Sequence[Entry]) -> tuple[Counter[str], Counter[str]]:
    notes = [entry for entry in entries if entry.counts]
    return Counter(entry.exercise for entry in notes), Counter(tag for entry in notes for tag in entry.tags)
