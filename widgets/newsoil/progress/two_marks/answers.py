"""The first and the latest answer to questions that are asked again and again, in groups by exercise."""

from collections.abc import Sequence
from datetime import date
from itertools import takewhile
from typing import NamedTuple

import msgspec

from newsoil.journal import Entry
from newsoil.progress.notes import day_of, notes_of, within

RULE = "which-rule-changed"

HARD = "four-signs"
"""The exercise in which further right is harder. Its group stands last and apart, since in all others it is more of something good."""

ITEMS: dict[str, tuple[str, ...]] = {
    RULE: ("safe", "predictable"),
    "three-needs": ("patience", "open-talk", "kindness"),
    "three-qualities": ("reliable", "honest", "there"),
    HARD: ("holding-back", "overshadowed", "scanning", "growing-doubt"),
}
"""What is drawn of each exercise, in the order of its form. An item is a prompt; of the first exercise it is three, `…-before`,
`…-after` and `…-now`."""


class Given(NamedTuple):
    """An answer from 1 to 5, and the day it was given."""

    day: date
    answer: int


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """One question: how it was answered first (or before), right after, and latest, and the prompt whose form names the answers."""

    id: str
    prompt: str
    first: Given | None
    between: Given | None
    latest: Given | None
    times: int
    """How many notes answer it."""

    @property
    def known(self) -> bool:
        """Whether it has an answer."""
        return bool(self.first or self.between or self.latest)

    @property
    def more(self) -> bool:
        """Whether it has answers that are not drawn. Before and right after are answers of the first note."""
        return self.times > (1 if self.prompt.endswith("-now") else 2)


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """One exercise: how many notes have an answer to one of its items, and all of its items: one without an answer is seen as that."""

    exercise: str
    n: int
    items: tuple[Item, ...]

    @property
    def again(self) -> list[tuple[int, int]]:
        """The first and the latest answer to what was answered in two notes or more. Before and today are no such pair."""
        return [(item.first.answer, item.latest.answer) for item in self.items if item.first and item.latest and self.exercise != RULE]

    @property
    def least(self) -> int:
        """How many answers there are to that of these questions that has the fewest."""
        return min((item.times for item in self.items if item.first), default=0)


def all_asked(entries: Sequence[Entry]) -> list[Asked]:
    """The exercises that have an answer. A note without an answer to any item does not count."""
    found = []
    for exercise, items in ITEMS.items():
        prompts = [prompt for item in items for prompt in _prompts(exercise, item)]
        given: dict[str, list[Given]] = {prompt: [] for prompt in prompts}
        n = 0
        for entry in notes_of(entries, exercise):
            answers = {prompt: answer for prompt in prompts if (answer := within(entry, prompt, 1, 5)) is not None}
            n += bool(answers)
            for prompt, answer in answers.items():
                given[prompt].append(Given(_given_on(entry, prompt) if exercise == RULE else day_of(entry), answer))
        if n:
            read = _rule_item if exercise == RULE else _item
            found.append(Asked(exercise=exercise, n=n, items=tuple(read(name, given) for name in items)))
    return found


def _given_on(entry: Entry, prompt: str) -> date:
    """The day of an answer in a form that is opened again when something has changed: how safe it is “today” is asked anew then.

    A log's note is opened again to set something right, and stays about its day.
    """
    versions = [(former.at, former.answers.get(prompt)) for former in entry.earlier]
    versions.append((entry.changed_at, entry.answers.get(prompt)))
    same = list(takewhile(lambda version: version[1] == versions[-1][1], reversed(versions)))
    if len(same) == len(versions):
        return day_of(entry)
    try:
        return date.fromisoformat(same[-1][0][: len("2026-11-23")])
    except ValueError:
        return day_of(entry)


def _prompts(exercise: str, item: str) -> tuple[str, ...]:
    return tuple(f"{item}-{time}" for time in ("before", "after", "now")) if exercise == RULE else (item,)


def _item(name: str, given: dict[str, list[Given]]) -> Item:
    """First and latest; with one answer there is only a latest."""
    answers = given[name]
    first = answers[0] if len(answers) > 1 else None
    return Item(id=name, prompt=name, first=first, between=None, latest=answers[-1] if answers else None, times=len(answers))


def _rule_item(name: str, given: dict[str, list[Given]]) -> Item:
    """Before and right after as they were told first, when they were nearest; today as it was answered last."""
    before, after, now = (given[prompt] for prompt in _prompts(RULE, name))
    first, between = (answers[0] if answers else None for answers in (before, after))
    return Item(id=name, prompt=f"{name}-now", first=first, between=between, latest=now[-1] if now else None, times=len(now))
