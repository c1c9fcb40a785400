"""Invented answers, one function for each kind of prompt."""

import random
from collections.abc import Callable
from datetime import datetime
from typing import Any

TEXT = (
    "today I asked for a day before I answered and the talk stayed calm we went for a walk by the river first it was hard to "
    "wait but nothing bad came of it I noticed the fear in my chest and wrote it down later they called when they had said "
    "they would I slept well "
)
"""What invented notes are made of."""


def _said(chance: random.Random, least: int, most: int) -> str:
    """A sentence of so many words."""
    return " ".join(chance.choices(TEXT.split(), k=chance.randint(least, most))).capitalize() + "."


def _rows(prompt: Any, at: datetime, chance: random.Random) -> list[dict[str, Any]]:
    cells = [{column.id: answer(column, at, chance) for column in prompt.columns} for _ in range(chance.randint(1, 3))]
    return [{"id": f"row-{number}", **row} for number, row in enumerate(cells)]


def _several(prompt: Any, _at: datetime, chance: random.Random) -> list[str]:
    return [option.id for option in chance.sample(prompt.options, min(len(prompt.options), prompt.most or 3, chance.randint(1, 3)))]


def _ladder(prompt: Any, at: datetime, chance: random.Random) -> list[dict[str, Any]]:
    return [row | {"step": chance.randint(1, len(prompt.steps))} for row in _rows(prompt, at, chance)]


def _sorter(prompt: Any, _at: datetime, chance: random.Random) -> list[dict[str, str]]:
    """Some of the guide's cards, and one of the person's own where they may add some."""
    groups = [group.id for group in prompt.groups]
    cards = chance.sample(prompt.cards, min(len(prompt.cards), chance.randint(1, 8)))
    own = [{"id": "own-card", "group": chance.choice(groups), "text": _said(chance, 3, 8)}] if prompt.own else []
    return [*({"id": card.id, "group": chance.choice(groups)} for card in cards), *own]


KINDS: dict[str, Callable[[Any, datetime, random.Random], Any]] = {
    "text": lambda _prompt, _at, chance: _said(chance, 8, 40),
    "short-text": lambda _prompt, _at, chance: _said(chance, 3, 8),
    "scale": lambda _prompt, _at, chance: chance.randint(1, 5),
    "intensity": lambda _prompt, _at, chance: chance.randint(0, 10),
    "choice": lambda prompt, _at, chance: chance.choice(prompt.options).id,
    "choices": _several,
    "date": lambda _prompt, at, _chance: at.date().isoformat(),
    "rows": _rows,
    "ladder": _ladder,
    "sorter": _sorter,
    "sentence": lambda prompt, _at, chance: {part.id: _said(chance, 4, 12) for part in prompt.parts},
    "question": lambda prompt, _at, chance: {"question": chance.choice(prompt.questions).id, "text": _said(chance, 8, 40)},
    "both": lambda prompt, _at, chance: chance.choice(prompt.questions).id,
}


def answer(prompt: Any, at: datetime, chance: random.Random) -> Any:
    """An answer that fits a prompt, given on that day. Links are not answers: they lead to an entry."""
    return KINDS[type(prompt).__struct_config__.tag](prompt, at, chance)
