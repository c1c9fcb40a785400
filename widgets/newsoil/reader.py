"""What a journal says of its reader: their situation, whether the hurt is new, what they kept at the gate and practise, their own words."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from newsoil.guide import ChoicesPrompt, Exercise, Guide, QuestionPrompt, RowsPrompt, Situation, SorterPrompt
from newsoil.journal import Entry, Journal

NEW_HURT = ("under-1-month", "1-to-3-months", "still-going-on")
"""The answers to `time-since` that say that the hurt is new."""

NEW_FOR = "new-hurt-days"
"""The number that says how many days a hurt stays new after that was said."""

OWN_WORDS = 12
"""Own words of earlier notes that a form offers again, the newest first."""

LOOKED_AT = 400
"""Notes that are looked through for own words, the newest: the tenth year costs no more than the first."""


def situation(journal: Journal) -> str | None:
    """What the reader last said of their situation, if they did."""
    last = next((said for said in journal.of_each(_situation) if said), None)
    return next((str(one) for one in Situation if one == last), None)


def is_new(guide: Guide, journal: Journal, today: date) -> bool:
    """Whether the reader said that they were hurt less than three months ago, and not so long ago that it is not new any more."""
    last = next((said for said in journal.of_each(_time_since) if said), None)
    if last is None or last[0] not in NEW_HURT or NEW_FOR not in {number.id for number in guide.numbers}:
        return False
    return (today - date.fromisoformat(last[1][:10])).days < guide.number(NEW_FOR)


def kept_fears(guide: Guide, journal: Journal) -> Entry | None:
    """What the reader last kept of their answer at the gate, if it is there and says something."""
    if guide.gate is None:
        return None
    own = [entry for entry in journal.of(guide.gate.exercise) if entry.counts]
    return own[-1] if own and own[-1].answers.get(guide.gate.items) else None


def practices(guide: Guide, journal: Journal) -> tuple[str, ...]:
    """The exercises that the reader last chose to practise. Rest can be chosen in the same place, and is none."""
    last: tuple[Any, ...] = next((said for said in journal.of_each(_practices) if said), ())
    return tuple(one for one in last if isinstance(one, str) and one in guide.known)


def own_words(guide: Guide, journal: Journal, exercise: Exercise) -> dict[str, list[str]]:
    """Words that the reader added in earlier notes of an exercise, by prompt: each form offers them again."""
    notes = journal.of(exercise.id)[-LOOKED_AT:]
    found = {}
    for prompt in exercise.prompts:
        if isinstance(prompt, QuestionPrompt) and prompt.more_from:
            words = _rows(guide, journal, prompt.more_from)
        elif isinstance(prompt, ChoicesPrompt | SorterPrompt) and prompt.own:
            words = _added(notes, prompt)
        else:
            continue
        if chosen := list(dict.fromkeys(words))[:OWN_WORDS]:
            found[prompt.id] = chosen
    return found


def _added(notes: Sequence[Entry], prompt: ChoicesPrompt | SorterPrompt) -> Iterator[str]:
    known = {one.id for one in (prompt.options if isinstance(prompt, ChoicesPrompt) else prompt.cards)}
    for entry in reversed(notes):
        value = entry.values.get(prompt.id)
        for one in value if isinstance(value, list) else ():
            word = one.get("text") if isinstance(one, dict) else one
            if isinstance(word, str) and word.strip() and word not in known:
                yield word.strip()


def _rows(guide: Guide, journal: Journal, name: str) -> Iterator[str]:
    """The first column of every row in the newest note of an exercise."""
    exercise = guide.exercise(name)
    notes = [entry for entry in journal.of(name) if entry.counts]
    for prompt in exercise.prompts:
        value = notes[-1].values.get(prompt.id) if notes else None
        if isinstance(prompt, RowsPrompt) and isinstance(value, list):
            yield from (word.strip() for row in value if isinstance(word := row.get(prompt.columns[0].id), str) and word.strip())


def _situation(entries: tuple[Entry, ...]) -> Any:
    """What was last said of the situation in these entries, if anything."""
    said = (value for entry in reversed(entries) if entry.deleted_at is None and (value := entry.answers.get("situation")))
    return next(said, None)


def _practices(entries: tuple[Entry, ...]) -> tuple[Any, ...]:
    """What was last chosen to practise in these entries, if anything."""
    said = (value for entry in reversed(entries) if entry.counts and isinstance(value := entry.answers.get("practices"), list))
    return tuple(next(said, ()))


def _time_since(entries: tuple[Entry, ...]) -> tuple[str, str] | None:
    """What was last said of how long ago the hurt was, and when that was said."""
    said = (
        (value, entry.changed_at) for entry in reversed(entries) if entry.deleted_at is None and (value := entry.answers.get("time-since"))
    )
    return next(said, None)
