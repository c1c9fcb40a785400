"""Fears as a person noted them: a note, its former versions, and later notes of the same words are one fear."""

from collections.abc import Sequence

import msgspec

from newsoil.journal import Entry
from newsoil.progress.notes import chosen, day_of, notes_of, on_scale, one_line

EXERCISE = "what-am-i-afraid-of"

PLACES = ("growing-up", "friend", "earlier-partner", "this-relationship", "others", "not-known", "")
"""With whom a fear was learned, in the order of the form; the last is a fear of which this was left blank."""

ABOUT = ("echo", "now", "both", "unknown")


class Fear(msgspec.Struct, frozen=True, kw_only=True):
    """One fear: its words as they were written last, where it was learned, what it is about, how strong it was each time, oldest first."""

    words: str
    learned: str
    about: str
    strengths: tuple[int, ...]

    @property
    def first(self) -> int | None:
        """How strong it was when it was first noted, if that was noted again later."""
        return self.strengths[0] if len(self.strengths) > 1 else None

    @property
    def latest(self) -> int | None:
        """How strong it was when it was noted last."""
        return self.strengths[-1] if self.strengths else None


def fears_in(entries: Sequence[Entry]) -> list[Fear]:
    """The fears that were noted, the one noted last at the end."""
    found: dict[str, list[Entry]] = {}
    for entry in notes_of(entries, EXERCISE):
        if _is_fear(entry):
            same = one_line(entry, "fear").rstrip(".…").casefold() or entry.id
            found[same] = [*found.pop(same, []), entry]
    return [_fear(notes) for notes in sorted(found.values(), key=lambda notes: (day_of(notes[-1]), notes[-1].made_at, notes[-1].id))]


def _is_fear(entry: Entry) -> bool:
    """Whether there is something to draw: the fear itself, its strength, or where it was learned."""
    return bool(one_line(entry, "fear") or chosen(entry, "learned-from") in PLACES[:-1] or _strengths(entry))


def _fear(notes: list[Entry]) -> Fear:
    """One fear from its notes, oldest first. What was answered last counts; what was left blank then stays as it was."""
    learned = [answer for entry in notes if (answer := chosen(entry, "learned-from")) in PLACES[:-1]]
    about = [answer for entry in notes if (answer := chosen(entry, "about-now")) in ABOUT]
    return Fear(
        words=one_line(notes[-1], "fear"),
        learned=learned[-1] if learned else "",
        about=about[-1] if about else "",
        strengths=tuple(strength for entry in notes for strength in _strengths(entry)),
    )


def _strengths(entry: Entry) -> list[int]:
    """How strong a fear was in each version of a note. A version in which the number stayed is no new answer."""
    told: list[int] = []
    for answers in (*(former.answers for former in entry.earlier), entry.answers):
        strength = on_scale(answers.get("strength"), 0, 10)
        if strength is not None and told[-1:] != [strength]:
            told.append(strength)
    return told
