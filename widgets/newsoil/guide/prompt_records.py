"""The kinds of prompt whose answer is made of several: rows, ladders, sorted cards, a sentence of parts."""

from collections.abc import Mapping
from typing import Any

import msgspec

from newsoil._errors import BadAnswer
from newsoil.guide.prompt_simple import MOST_ROWS, AnyPrompt, ChoicePrompt, DatePrompt, Option, ShortTextPrompt, made_id, words
from newsoil.guide.texts import Text

Cell = ShortTextPrompt | ChoicePrompt | DatePrompt

_CLOSE, _ENDS = (",", ".", ";", ":"), (".", "?", "!", "…")


class RowsPrompt(AnyPrompt, frozen=True, kw_only=True, tag="rows"):
    """A list of small records; the value is a list of objects, each with an `id` made in the page."""

    columns: tuple[Cell, ...]
    add: str
    """The words on the button that adds a row."""

    def check(self, value: Any) -> list[dict[str, Any]]:
        """A list of rows whose cells fit their columns; row ids do not repeat."""
        if not isinstance(value, list) or len(value) > MOST_ROWS or not all(isinstance(row, dict) for row in value):
            raise BadAnswer(f"This answer is a list of at most {MOST_ROWS} rows.")
        columns = {column.id: column for column in self.columns}
        rows = []
        for row in value:
            if not set(row) <= {"id", *columns}:
                raise BadAnswer("A row has a column that is not on the page.")
            cells = {name: columns[name].check(cell) for name, cell in row.items() if name != "id" and cell is not None}
            rows.append({"id": made_id(row.get("id")), **cells})
        if len({row["id"] for row in rows}) != len(rows):
            raise BadAnswer("Two rows have one id.")
        return rows


class LadderPrompt(RowsPrompt, frozen=True, kw_only=True, tag="ladder"):
    """Rows that stand on steps, from light to tender. Each row has a `step` from 1 to the number of `steps`; buttons move it."""

    steps: tuple[Text, ...]
    """What each step is called, the lightest first."""

    def check(self, value: Any) -> list[dict[str, Any]]:
        """Rows as in `RowsPrompt`, each on one of the steps."""
        if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
            raise BadAnswer("This answer is a list of things on steps.")
        steps = [row.get("step") for row in value]
        if not all(isinstance(step, int) and not isinstance(step, bool) and 1 <= step <= len(self.steps) for step in steps):
            raise BadAnswer(f"A step is a whole number from 1 to {len(self.steps)}.")
        rows = super().check([{name: cell for name, cell in row.items() if name != "step"} for row in value])
        return [{**row, "step": step} for row, step in zip(rows, steps, strict=True)]


class SorterPrompt(AnyPrompt, frozen=True, kw_only=True, tag="sorter"):
    """Cards, each put into one of a few groups by radios. The value is a list of `{"id", "group"}`; an own card has its `text` too."""

    cards: tuple[Option, ...] = ()
    groups: tuple[Option, ...]
    own: str = ""
    """The words on the button that adds a card of one's own; without them there are only the guide's cards."""

    def check(self, value: Any) -> list[dict[str, str]]:
        """Cards of the guide or of one's own, each once and in a group, an own one with its text."""
        if not isinstance(value, list) or len(value) > MOST_ROWS or not all(isinstance(card, dict) for card in value):
            raise BadAnswer("This answer is a list of sorted cards.")
        known, groups = {card.id for card in self.cards}, {group.id for group in self.groups}
        sorted_cards = [self._card(card, known, groups) for card in value]
        if len({card["id"] for card in sorted_cards}) != len(sorted_cards):
            raise BadAnswer("One card is there twice.")
        return sorted_cards

    def _card(self, card: dict[str, Any], known: set[str], groups: set[str]) -> dict[str, str]:
        name, group = made_id(card.get("id")), card.get("group", "")
        own = name not in known
        if not set(card) <= {"id", "group", "text"} or (own and not self.own) or (not own and "text" in card):
            raise BadAnswer("A card is not one of those on the page.")
        if not isinstance(group, str) or (group and group not in groups) or (not group and not own):
            raise BadAnswer("A card lies in one of the groups on the page.")
        return {"id": name, "group": group} | ({"text": words(card.get("text", ""))} if own else {})


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One part of a sentence: the words that lead to it, what it is called, and a hint."""

    id: str
    before: str
    """What stands before the part in the sentence, such as “I feel”, or “, and I would like”."""
    label: Text
    hint: Text = ""

    @property
    def lead(self) -> str:
        """What stands before the part, as it is said where the part stands alone."""
        return self.before.strip().lstrip(",.;: ")


class SentencePrompt(AnyPrompt, frozen=True, kw_only=True, tag="sentence"):
    """A sentence built of a few parts, such as “I feel … when … because …”. The value is part id to words."""

    parts: tuple[Part, ...]
    blame: tuple[str, ...] = ()
    """Phrases that sound like blame. They bring a hint and never stop anybody."""
    blame_first: tuple[str, ...] = msgspec.field(default=(), name="blame-first")
    """Words with which the first part turns to the other person. They bring the same hint."""
    blame_hint: str = msgspec.field(default="", name="blame-hint")

    def check(self, value: Any) -> dict[str, str]:
        """Words for some of the parts; a page clears an answer that has none."""
        if not isinstance(value, dict) or not set(value) <= {part.id for part in self.parts}:
            raise BadAnswer("This answer is the parts of a sentence.")
        parts = {name: words(said) for name, said in value.items() if said is not None and said != ""}
        if not parts:
            raise BadAnswer("This answer is the words of a sentence.")
        return parts

    def sentence(self, value: Mapping[str, Any]) -> str:
        """The whole of it, with `…` where a part is empty.

        Where the words that lead to a part begin with a comma or a full stop, they stand close to what is before them.
        """
        whole = ""
        for part in self.parts:
            own, before = value.get(part.id), part.before.strip()
            said = " ".join(own.split()) if isinstance(own, str) else ""
            if whole.endswith("…") and before.startswith("."):
                before = part.lead
            if before.startswith(_CLOSE):
                whole = whole.rstrip("".join(_CLOSE))
            elif whole:
                whole += " "
            whole += f"{before} {said or '…'}".strip()
        return whole if whole.endswith(_ENDS) else f"{whole}."
