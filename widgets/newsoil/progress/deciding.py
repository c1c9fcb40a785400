"""What the answers of an entry come to, by the decision table of its exercise. The rules and their words are the guide's."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec

from newsoil.guide import Condition, Decision, Guide
from newsoil.journal import Entry
from newsoil.progress.notes import day_of, notes_of


class Decided(msgspec.Struct, frozen=True):
    """What an entry comes to: the result's id, the number of the rule (from 0), the prompts and the earlier entries that made it so."""

    result: str
    rule: int
    because: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()
    """The days of the earlier entries that counted, oldest first."""


_NOTHING: tuple[Any, ...] = (None, "", [], {})
"""Values that are no answer."""

EntriesOf = Callable[[str], Sequence[Entry]]
"""Gives the entries of an exercise, in any order."""

_Before = Mapping[str, Sequence[Entry]]
"""The entries before one, by their exercise, oldest first."""

_Found = tuple[tuple[str, ...], tuple[str, ...]]
"""The prompts and the days by which a condition holds."""


class DecisionTable(msgspec.Struct, frozen=True):
    """A decision table and the guide whose numbers it names."""

    guide: Guide
    decision: Decision

    def decide(self, entry: Entry, entries: EntriesOf = lambda _: ()) -> Decided | None:
        """What an entry comes to; nothing while none of the prompts is answered that the rules look at.

        `entries` gives those of the same exercise, the entry itself perhaps among them, and of others that rules look at. An earlier
        entry counts as the person saw it, and else by its own answers: what came before it in turn is not asked.

        Raises:
            BadContent: a rule names a number that the guide does not have.
        """
        looked_at = (entry.exercise, *self.decision.others) if self.looks_back else ()
        return self._first(entry, {name: _before(entry, name, entries(name)) for name in looked_at})

    def _first(self, entry: Entry, before: _Before | None) -> Decided | None:
        """The first rule that holds; without anything `before`, rules that look back do not."""
        met = tuple(prompt for prompt in self.decision.looks_at if entry.values.get(prompt) not in _NOTHING)
        if self.decision.when == "answered" and not met:
            return None
        for number, rule in enumerate(self.decision.rules):
            found = [self._holds(condition, entry, before) for condition in rule.all]
            if all(one is not None for one in found):
                because = dict.fromkeys(prompt for one in found if one for prompt in one[0])
                earlier = dict.fromkeys(day for one in found if one for day in one[1])
                return Decided(rule.result, number, tuple(because) if rule.all else met, tuple(earlier))
        return None

    def seen(self, entry: Entry) -> str | None:
        """What an entry came to as the person sees it: their own view, unless it says the same, else what its own answers come to."""
        own = entry.answers.get(self.decision.own) if self.decision.own else None
        alone = self._alone(entry)
        result = self.decision.result(alone) if alone else None
        return own if isinstance(own, str) and own and not (result and own in result.like) else alone

    def _alone(self, entry: Entry) -> str | None:
        """What an entry comes to by its own answers, whatever was before it."""
        decided = self._first(entry, None)
        return decided.result if decided else None

    @property
    def looks_back(self) -> bool:
        """Whether any rule looks at earlier entries."""
        return any(condition.earlier for rule in self.decision.rules for condition in rule.all)

    def _holds(self, condition: Condition, entry: Entry, before: _Before | None) -> _Found | None:
        least = self._number(condition.at_least)
        if condition.earlier:
            if before is None:
                return None
            days, times = self._met_before(condition, entry, before.get(condition.exercise or entry.exercise, ()))
            return ((), days) if times >= least else None
        counts = _counted(condition, entry)
        return (tuple(prompt for prompt, times in counts.items() if times), ()) if sum(counts.values()) >= least else None

    def _met_before(self, condition: Condition, entry: Entry, before: Sequence[Entry]) -> tuple[tuple[str, ...], int]:
        """The days of earlier entries that came to one of the results, and how many times it was so, this entry's included if it counts."""
        others = list(before)
        if condition.within:
            within = self._number(condition.within)
            others = [other for other in others if (day_of(entry) - day_of(other)).days <= within]
        if condition.of_last:
            others = [*others, *(() if condition.exercise else (entry,))][-self._number(condition.of_last) :]
        met = [other for other in others if self._counts(condition, other, entry)]
        return tuple(day_of(other).isoformat() for other in met if other is not entry), len(met)

    def _counts(self, condition: Condition, other: Entry, entry: Entry) -> bool:
        """Whether an entry came to one of the results. This one counts by its answers: how it is seen must not change what it comes to."""
        came_to = self._alone(other) if other is entry else self._table_of(condition).seen(other)
        return came_to in condition.earlier and (not condition.prompts or any(_counted(condition, other).values()))

    def _table_of(self, condition: Condition) -> "DecisionTable":
        """The table by which the earlier entries of a condition are read."""
        other = self.guide.decision(condition.exercise) if condition.exercise else None
        return DecisionTable(self.guide, other) if other else self

    def _number(self, number: int | str) -> int:
        return self.guide.number(number) if isinstance(number, str) else number


def atoms(entry: Entry, prompt: str, column: str = "") -> list[str | int]:
    """The single answers to a prompt. A sorted card answers with its group, and with `card:group`.

    A file may hold what no form of ours sends, and that answers nothing.
    """
    value = entry.values.get(prompt)
    parts = [atom for part in value for atom in _parts(part, column)] if isinstance(value, list) else [value]
    return [atom for atom in parts if isinstance(atom, str | int) and atom != ""]


def _counted(condition: Condition, entry: Entry) -> dict[str, int]:
    """How many answers to each prompt of a condition are among those it looks for."""
    wanted = set(condition.any)
    answers = {prompt: atoms(entry, prompt, condition.column) for prompt in condition.prompts}
    return {prompt: sum(1 for atom in given if atom in wanted) if wanted else int(bool(given)) for prompt, given in answers.items()}


def _parts(part: Any, column: str) -> list[Any]:
    if not isinstance(part, dict):
        return [part]
    if column:
        return [part.get(column)]
    group = part.get("group")
    return [group, f"{part.get('id')}:{group}"] if group else []


def _before(entry: Entry, exercise: str, entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The entries of an exercise before this one that count, oldest first."""
    place = (day_of(entry), entry.made_at, entry.id)
    return tuple(other for other in notes_of(entries, exercise) if (day_of(other), other.made_at, other.id) < place)
