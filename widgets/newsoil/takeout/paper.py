"""A paper: what is to be read, apart from how it looks. The print page and the markdown text both draw one."""

from collections.abc import Sequence

import msgspec

from newsoil.guide import Guide
from newsoil.journal import Entry, Journal
from newsoil.takeout.choice import Choice, Progress, counted, exercises_of
from newsoil.takeout.telling import Said, Teller
from newsoil.takeout.words import Words

MOST_ANSWERS, MOST_LETTERS = 9, 500
"""What a short note has at most. Ours: about a third of a page."""


class Note(msgspec.Struct, frozen=True):
    """One note: the line above it, which may be empty, and what it says."""

    above: str
    said: tuple[Said, ...]

    @property
    def is_short(self) -> bool:
        """Whether it is kept on one page: moving a longer one would leave half a page blank."""
        lines = [line for said in self.said for line in (*said.lines, *(one for _, held in said.groups for one in held))]
        return len(self.said) <= MOST_ANSWERS and sum(len(line) for line in lines) <= MOST_LETTERS


class Part(msgspec.Struct, frozen=True):
    """The notes of one exercise."""

    title: str
    notes: tuple[Note, ...]


class Paper(msgspec.Struct, frozen=True, kw_only=True):
    """A title, lines under it, what the person adds in their own words, the notes, and what this is not."""

    title: str
    under: tuple[str, ...] = ()
    advice: tuple[str, ...] = ()
    """What to know before it lies about: a heading and its paragraphs; empty when the person wants none."""
    own_title: str = ""
    own: str = ""
    parts: tuple[Part, ...]
    empty: str = ""
    footer: str


def paper_of(journal: Journal, guide: Guide, choice: Choice, *, advice: bool, progress: Progress | None = None) -> Paper:
    """The chosen notes of a journal, by exercise, oldest first."""
    words, notes = Words(guide), choice.notes(journal)
    teller = Teller(guide, {entry.id: entry for entry in journal.entries})
    told = {entry.id: Note(_above(entry, words), teller.tell(entry)) for entry in counted(notes, progress)}
    return Paper(
        title=words("title"),
        under=tuple(line for line in (_range(choice, words), words("complete")) if line),
        advice=advice_of(guide) if advice else (),
        parts=parts_of(guide, notes, told),
        empty=words("empty"),
        footer=words("what-this-is-not"),
    )


def parts_of(guide: Guide, notes: Sequence[Entry], told: dict[str, Note]) -> tuple[Part, ...]:
    """Notes as the parts of a paper, each as it is told."""
    return tuple(
        Part(exercise.title, tuple(told[entry.id] for entry in notes if entry.exercise == exercise.id))
        for exercise in exercises_of(guide, notes)
    )


def advice_of(guide: Guide) -> tuple[str, ...]:
    """What to know before a paper lies about: a heading and its paragraphs."""
    words = Words(guide, "takeout-advice")
    return tuple(words(key) for key in ("title", "one", "two", "three"))


def _above(entry: Entry, words: Words) -> str:
    """The day of a note, and whether it is still in progress."""
    day = words.day(entry.day)
    return f"{day} · {words('in-progress')}" if entry.status == "draft" else day


def _range(choice: Choice, words: Words) -> str:
    first, last = (words.day(day.isoformat()) if day else "" for day in (choice.first, choice.last))
    key = "from-to" if first and last else "from" if first else "to"
    return words(key, first=first, last=last) if first or last else ""
