"""Where things stand: rows on the steps of a ladder, cards in the groups of a sorter."""

from typing import Any

import msgspec

from newsoil.guide import LadderPrompt, Situation, SorterPrompt, read_as
from newsoil.takeout.plain import labelled, plain
from newsoil.takeout.words import Words

Groups = tuple[tuple[str, tuple[str, ...]], ...]
"""Names of groups, each with the words of what lies in it."""


class Step(msgspec.Struct, frozen=True):
    """The column of a ladder that says on which step a row stands."""

    label: str
    ladder: LadderPrompt

    def words(self, value: Any, reader: Situation | None) -> str:
        """What a step is called; a number that is none of them stays as it is."""
        steps = self.ladder.steps
        return read_as(steps[value - 1], reader) if isinstance(value, int) and 1 <= value <= len(steps) else plain(value)


def groups_of(prompt: SorterPrompt, value: list[Any], reader: Situation | None, say: Words) -> Groups:
    """The groups in which something lies, in the order of the guide; cards that lie in none come last."""
    cards = [card if isinstance(card, dict) else {"text": plain(card)} for card in value]
    named = {group.id: read_as(group.label, reader) for group in prompt.groups}
    lying = [(plain(card.get("group") or ""), card_in_words(prompt, card, reader)) for card in cards]
    names = dict.fromkeys([*named, *(group for group, _ in lying if group), ""])
    held = {name: tuple(card for group, card in lying if group == name) for name in names}
    return tuple((named.get(name, name) or say("not-sorted"), cards) for name, cards in held.items() if cards)


def card_in_words(prompt: SorterPrompt, card: dict[str, Any], reader: Situation | None) -> str:
    """A card of one's own by its words, one of the guide's by its label."""
    return plain(card["text"]) or "…" if "text" in card else labelled(prompt.cards, card.get("id"), reader)
