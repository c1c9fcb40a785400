"""What a person said that trust looks like, in each version of it."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import msgspec

from newsoil.guide import SorterPrompt
from newsoil.guide.texts import read_as
from newsoil.journal import Entry
from newsoil.progress.notes import day_of, notes_of, on_one_line, same
from newsoil.progress.words import Words

EXERCISE = "what-trust-looks-like"

BELONGS = ("essential", "good-to-have")
"""The groups of cards that say what trust looks like. The others say what it does not need, or that it is open."""


class Card(msgspec.Struct, frozen=True):
    """A sorted card: its words, and the id of its group."""

    words: str
    group: str


class Version(msgspec.Struct, frozen=True):
    """One version: its day, the person's own sentence, and the cards by what they are told apart by, those of `BELONGS` first."""

    day: date
    sentence: str
    cards: dict[str, Card]

    @property
    def belong(self) -> list[str]:
        """The cards that belong to trust, for this person: what is essential first."""
        return [key for group in BELONGS for key, card in self.cards.items() if card.group == group]


def versions_of(entries: Sequence[Entry], words: Words) -> list[Version]:
    """The versions, oldest first: those of one entry stand in `earlier`, a new one is an entry of its own.

    Of a day with several versions the last counts: opening a form again to mend a word makes no new view of trust.
    """
    labels, groups = _sorter(words)
    told = [one for entry in notes_of(entries, EXERCISE) for one in _told(entry)]
    found = {}
    for day, _, answers in sorted(told, key=lambda one: one[:2]):
        version = Version(day, on_one_line(answers.get("in-my-words")), _cards(answers.get("cards"), labels, groups))
        if version.sentence or version.cards:
            found[day] = version
    return list(found.values())


def groups_of(words: Words) -> dict[str, str]:
    """What the form calls its groups."""
    return _sorter(words)[1]


def _sorter(words: Words) -> tuple[dict[str, str], dict[str, str]]:
    """What the form calls its cards, and its groups."""
    asked = next((one for one in words.guide.exercise(EXERCISE).prompts if isinstance(one, SorterPrompt)), None)
    cards, groups = (asked.cards, asked.groups) if asked else ((), ())
    return {card.id: read_as(card.label, None) for card in cards}, {group.id: read_as(group.label, None) for group in groups}


def _told(entry: Entry) -> Iterator[tuple[date, str, dict[str, Any]]]:
    """Each set of answers that an entry holds, with its day and its time: what was there before, then what is there now."""
    for former in entry.earlier:
        yield _day(former.at, entry), former.at, former.answers
    if entry.earlier:
        yield _day(entry.changed_at, entry), entry.changed_at, entry.answers
    else:
        yield day_of(entry), entry.made_at, entry.answers


def _day(at: str, entry: Entry) -> date:
    """The day of a time of the person's clock; that of the entry if it is none."""
    try:
        return date.fromisoformat(at[: len("2026-11-23")])
    except ValueError:
        return day_of(entry)


def _cards(sorted_cards: object, labels: dict[str, str], groups: dict[str, str]) -> dict[str, Card]:
    """The cards that lie in a group. A card of one's own is the same in another version if its words are."""
    found = {}
    for card in sorted_cards if isinstance(sorted_cards, list) else ():
        name, group = (on_one_line(card.get(key)) for key in ("id", "group")) if isinstance(card, dict) else ("", "")
        text = labels.get(name) or (on_one_line(card.get("text")) if name else "")
        if text and group in groups:
            found[name if name in labels else f"own {same(text)}"] = Card(text, group)
    return found
