"""What can go into a packet for a kind of recipient, prompt by prompt: offered, ticked from the start, or kept back and why."""

from collections.abc import Iterator
from typing import Any

import msgspec

from newsoil._errors import BadAnswer
from newsoil.guide import Guide, LinkPrompt, Prompt, Recipient, RowsPrompt
from newsoil.journal import Entry, Journal
from newsoil.takeout.choice import Choice, exercise_of
from newsoil.takeout.telling import Said, Teller
from newsoil.takeout.words import Words

EVERYTHING = Choice()


class Tick(msgspec.Struct, frozen=True):
    """One prompt of one entry, as a person ticks it. It stays on the person's side and is in no packet."""

    entry: str
    prompt: str


class Offer(msgspec.Struct, frozen=True, kw_only=True):
    """One answer that a person can tick. `kept_back` is the reason why it is not offered; it may be opened where `can_open`."""

    tick: Tick
    exercise: str
    title: str
    day: str
    said: Said
    ticked: bool
    kept_back: str
    can_open: bool


def offers(journal: Journal, guide: Guide, recipient: str, choice: Choice = EVERYTHING) -> tuple[Offer, ...]:
    """Every answer of the chosen notes, as it would be received, oldest note first.

    Nothing that is kept back is ticked, and for a partner or a group nothing is. A link is never offered: it leads to another note,
    which can be ticked itself. Lines that the person did not say yes to are not even shown here, and neither is what the guide does not
    ask (any more): nobody could say what is in it.

    Raises:
        BadContent: there is no such kind of recipient.
    """
    return tuple(offer for entry in choice.notes(journal) for offer in offers_of(entry, guide, guide.recipient(recipient)))


def offers_of(entry: Entry, guide: Guide, recipient: Recipient) -> Iterator[Offer]:
    """What one entry offers to a recipient."""
    exercise, given = exercise_of(guide, entry.exercise), agreed(entry, guide)
    fitting = {prompt.id for prompt in exercise.prompts if _fits(prompt, given.values.get(prompt.id))}
    for said in Teller(guide, {}).tell(given):
        kept_back = recipient.keeps(entry.exercise, said.prompt)
        if said.prompt in fitting:
            yield Offer(
                tick=Tick(entry.id, said.prompt),
                exercise=entry.exercise,
                title=exercise.title,
                day=Words(guide).day(entry.day),
                said=said,
                ticked=not kept_back and recipient.ticks(entry.exercise, entry.tags, entry.answers),
                kept_back=kept_back,
                can_open=bool(kept_back) and recipient.can_open,
            )


def agreed(entry: Entry, guide: Guide) -> Entry:
    """The entry with those lines of its lists alone that the person said yes to; the yes itself is left out, and so is a star."""
    exercise = exercise_of(guide, entry.exercise)
    answers = dict(entry.answers)
    for prompt in exercise.prompts:
        columns = {column.id for column in prompt.columns} if isinstance(prompt, RowsPrompt) else set()
        for consent in guide.consents:
            if consent.column in columns and isinstance(answers.get(prompt.id), list):
                answers[prompt.id] = [_line(row, consent.column) for row in answers[prompt.id] if _yes(row, consent.column, consent.yes)]
    stars = {recipient.ticked_by_tag for recipient in guide.recipients}
    tags = tuple(tag for tag in entry.tags if tag not in stars)
    for star in (star for recipient in guide.recipients for star in recipient.stars if star.exercise == entry.exercise):
        answers.pop(star.prompt, None)
    return msgspec.structs.replace(entry, answers={name: value for name, value in answers.items() if value != []}, tags=tags)


def _fits(prompt: Prompt, value: Any) -> bool:
    """Whether a value is an answer to its prompt as it is today, and leads to no other note."""
    try:
        return not isinstance(prompt, LinkPrompt) and prompt.check(value) is not None
    except BadAnswer:
        return False


def _yes(row: Any, column: str, yes: str) -> bool:
    return isinstance(row, dict) and row.get(column) == yes


def _line(row: dict[str, Any], column: str) -> dict[str, Any]:
    return {name: cell for name, cell in row.items() if name != column}
