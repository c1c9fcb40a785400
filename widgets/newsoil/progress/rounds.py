"""Whether a note goes round: so many notes on one theme within so many days, and no next step since the first of them.

Themes and steps are told by tags and by what was chosen, never by a word that somebody wrote. It is found where going round begins, at the
third note and not at the fourth: what is said each time is a reproach. A next step begins anew, and so does a while without the theme.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import cache
from heapq import nlargest

import msgspec

from newsoil.guide import Guide, Rounds, Step
from newsoil.journal import Entry, Journal
from newsoil.journal.record import moment
from newsoil.progress.deciding import atoms

NAME = 60
"""Characters of an own tag that stand for it in a sentence."""


class Note(msgspec.Struct, frozen=True, order=True):
    """When a note was made, by any clock and by the person's own."""

    at: datetime
    id: str
    day: date


class Month(msgspec.Struct, frozen=True):
    """What a part of a journal says: the newest notes on each theme, and when something was last a next step."""

    notes: dict[str, list[Note]]
    step: datetime | None


def going_round(guide: Guide, journal: Journal, entry: Entry) -> tuple[str, ...]:
    """What the themes are called that come back with a note which was just written; mostly none. The journal may have the note already.

    Raises:
        BadContent: the guide names a number that it does not have.
    """
    rounds = guide.rounds
    if rounds is None or not entry.counts or _is_step(rounds, entry) or not (themes := _themes(rounds, guide.tags, entry)):
        return ()
    least, within = guide.number(rounds.notes), guide.number(rounds.within)
    months = list(journal.of_each(_asked(rounds, guide.tags, least + 2)))
    step = max((month.step for month in months if month.step), default=None)
    found = []
    for theme, name in themes.items():
        others = sorted(note for month in months for note in month.notes.get(theme, ()) if note.id != entry.id)
        since = [note for note in others if step is None or note.at > step]
        if _begins(since, entry, least, within):
            found.append(name)
    return tuple(found)


def _begins(others: Sequence[Note], entry: Entry, least: int, within: int) -> bool:
    """Whether going round begins with an entry: it makes a round with the notes before it, and the last of those did not make one.

    A note stands at the day on which it was made, and this one at the day of its newest word. Whoever changes an older note does not go
    round by it.
    """
    days = [*(note.day for note in others), moment(entry.changed_at).date()]
    is_last = not others or others[-1] < _note(entry)
    return is_last and _is_round(days, least, within) and not _is_round(days[:-1], least, within)


def _is_round(days: Sequence[date], least: int, within: int) -> bool:
    """Whether the last of these days ends a round."""
    return len(days) >= least and (days[-1] - days[-least]).days <= within


@cache
def _asked(rounds: Rounds, tags: frozenset[str], most: int) -> Callable[[Sequence[Entry]], Month]:
    """One function for each guide, for ever: months remember what they were asked by it."""

    def told(entries: Sequence[Entry]) -> Month:
        notes: dict[str, list[Note]] = defaultdict(list)
        steps = []
        for entry in entries:
            if entry.counts and _is_step(rounds, entry):
                steps.append(moment(entry.changed_at))
            if entry.counts and entry.tags:
                for theme in _themes(rounds, tags, entry):
                    notes[theme].append(_note(entry))
        return Month({theme: nlargest(most, own) for theme, own in notes.items()}, max(steps, default=None))

    return told


def _note(entry: Entry) -> Note:
    at = moment(entry.made_at)
    return Note(at, entry.id, at.date())


def _themes(rounds: Rounds, tags: frozenset[str], entry: Entry) -> dict[str, str]:
    """The themes that an entry names by its tags, each with what it is called. `tags` are those that forms offer."""
    ours, said = {_plain(tag) for tag in tags}, {theme.tag: theme.says for theme in rounds.themes}
    named = ((_plain(tag), tag) for tag in entry.tags)
    return {theme: said.get(theme) or _name(tag) for theme, tag in named if theme and (theme in said or theme not in ours)}


def _is_step(rounds: Rounds, entry: Entry) -> bool:
    """Whether an entry is a next step: by a tag, or by what was answered."""
    by_tag = any(_plain(tag) in rounds.step_tags for tag in entry.tags)
    return by_tag or any(_takes(step, entry) for step in rounds.steps if step.exercise == entry.exercise)


def _takes(step: Step, entry: Entry) -> bool:
    """Whether an entry of a step's exercise has one of its answers."""
    given = atoms(entry, step.prompt)
    return not set(step.any).isdisjoint(given) if step.any else bool(given)


def _plain(tag: str) -> str:
    """A tag as it is compared: its case and its blanks do not matter."""
    return " ".join(tag.split()).casefold()


def _name(tag: str) -> str:
    """What an own tag is called in a sentence."""
    words = " ".join(tag.split())
    return words if len(words) <= NAME else words[:NAME].rstrip() + " …"
