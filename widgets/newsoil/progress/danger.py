"""Whether notes speak of danger, for charts of other notes that would cheer beside it, or point to the other person.

A warm week after a frightening night is noted as warm, and it was. A heading that says how warm the last nine weeks were, and nothing of
that night, can still keep somebody from noticing. So such a chart asks here, and says less. It is asked of the answers alone, however they
are seen by now, as in the charts of setbacks and of shares; and nothing is kept of it.
"""

from collections.abc import Callable, Sequence
from datetime import date

from newsoil.guide import Guide
from newsoil.journal import Entry
from newsoil.progress.deciding import DecisionTable
from newsoil.progress.notes import day_of, notes_of

EXERCISES = (
    "setback-sorter",
    "hard-talk",
    "safe-for-two",
    "conversation-card",
    "after-a-share",
    "what-i-did-not-say",
    "words-and-actions",
    "whose-work",
    "safety-gate",
)
"""The exercises whose answers can come to a result about danger, and the gate, of which an answer is there only if the person kept it."""


def noted(entries: Sequence[Entry], guide: Guide, since: date = date.min) -> bool:
    """Whether a note from that day on speaks of danger."""
    for exercise in EXERCISES:
        notes = [entry for entry in notes_of(entries, exercise) if day_of(entry) >= since]
        if notes and any(map(_question(exercise, guide), notes)):
            return True
    return False


def _question(exercise: str, guide: Guide) -> Callable[[Entry], bool]:
    """What finds out if a note of this exercise speaks of danger."""
    gate, decision = guide.gate, guide.decision(exercise)
    if gate and exercise == gate.exercise:
        return lambda entry: bool(entry.answers.get(gate.items))
    grave = {result.id for result in decision.results if result.danger} if decision else set()
    table = DecisionTable(guide, decision) if decision else None
    return lambda entry: bool(table and (decided := table.decide(entry)) and decided.result in grave)
