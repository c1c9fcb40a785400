"""Notes for the charts of own words, so many as are asked for."""

from datetime import timedelta
from typing import Any

import made_notes as filled
import msgspec

from newsoil.journal import Entry, Former

TOPICS = [
    ("A friendship that ended", 1),
    ("The walk I take when I am sad", 1),
    ("That I need a day for big plans", 2),
    ("Why I look at the clock when somebody is late", 3),
    ("My time away from work", 3),
    ("What I was afraid of last winter", 4),
    ("The letter", 5),
]

TOLD = [
    ("a friendship that ended", "care"),
    ("That I need a day for big plans", "mixed"),
    ("An old job", "care"),
    ("The walk I take when I am sad.", "not"),
    ("My time away from work", "care"),
    ("A worry about money", None),
]


def shares(n: int) -> list[Entry]:
    """A ladder, and what was told of it and of other things."""
    topics = [{"id": f"r{number}", "topic": topic, "step": step} for number, (topic, step) in enumerate(TOPICS)]
    told = [
        filled.entry("after-a-share", day, topic_shared=topic, met=met, told_to="friend")
        for day, (topic, met) in zip(filled.back(n, days=9), filled.turn(TOLD, n), strict=True)
    ]
    return [filled.entry("small-shares", filled.TODAY - timedelta(days=9 * n), topics=topics), *told] if n else []


WINS = [
    ("I said no to the extra shift, and went home.", "limits", None),
    ("We laughed in the kitchen.", "closeness", "a friend"),
    ("I did not read the message twice.", "judgement", None),
    ("I asked for help with the boxes, and it was less strange than I had thought it would be.", "openness", "my sister"),
    ("Slept through.", None, None),
    ("I told myself that one bad evening is one evening.", "self-kindness", None),
    ("We talked about the holidays and stayed calm, both of us, until the end.", "hard-talk", None),
    ("Soup.", "everyday", None),
]


def small_wins(n: int) -> list[Entry]:
    notes = zip(filled.back(n, days=5), filled.turn(WINS, n), strict=True)
    return [filled.entry("small-wins", day, win=win, area=area, shared_with=person) for day, (win, area, person) in notes]


THINGS = [
    ("The message came as promised", "other", "for"),
    ("I listened without my phone", "me", "for"),
    ("The call did not come", "other", "against"),
    ("I took the walk that I had planned", "me", "for"),
    ("The shopping was done, but late", "other", "unclear"),
    ("I said early that I could not come", "me", "for"),
    ("A question was answered with a joke", "other", "against"),
    ("The door was fixed", None, None),
]


def bricks(n: int) -> list[Entry]:
    """Small things, each fifth a promise, kept or not; one that is still open stands beside them and is no brick."""
    notes: list[Entry] = []
    for number, (day, (thing, who, side)) in enumerate(zip(filled.back(n, days=6), filled.turn(THINGS, n), strict=True)):
        if number % 5 == 4:
            outcome = ("kept", "not-kept", "changed-together")[number // 5 % 3]
            notes.append(filled.entry("promises", day, promise="I will call on Sunday", by="me", outcome=outcome))
            notes.append(filled.entry("promises", day, 1, promise="I will bring the book", by="them", outcome="open"))
        else:
            notes.append(filled.entry("one-reliable-thing", day, thing=thing, who=who, side=side))
    return notes


CARDS = {
    "essential": ["no-accepted", "told-early", "own-pace", "hard-truth"],
    "good-to-have": ["laughing", "message", "planned-time", "bad-mood"],
    "not-for-me": ["money"],
    "not-sure": ["side"],
}

SENTENCES = ["I can be quiet, and nobody asks what is wrong.", "I can say what I think, and we still have dinner together."]


def _cards(number: int) -> list[dict[str, Any]]:
    """The cards of a version: each is a little different from the one before."""
    groups = list(CARDS)
    moved = [
        (card, groups[(at + (number + place) % 3 // 2) % len(groups)])
        for at, cards in enumerate(CARDS.values())
        for place, card in enumerate(cards)
    ]
    own = {"id": "o1", "group": "essential", "text": "Someone who says it when they are tired, and not two days later"}
    return [{"id": card, "group": group} for card, group in moved] + [own] * (number % 2)


def versions(n: int) -> list[Entry]:
    """So many versions, two in each entry: each entry was opened again once."""
    days = filled.back(n, days=30)
    notes: list[Entry] = []
    for number, day in enumerate(days):
        answers: dict[str, Any] = {"cards": _cards(number), "in-my-words": SENTENCES[number % 2]}
        if number % 2:
            last = notes.pop()
            earlier = (Former(at=last.changed_at, answers=last.answers),)
            notes.append(msgspec.structs.replace(last, earlier=earlier, answers=answers, changed_at=f"{day}T20:00:00+01:00"))
        else:
            notes.append(filled.entry("what-trust-looks-like", day, **{key.replace("-", "_"): value for key, value in answers.items()}))
    return notes
