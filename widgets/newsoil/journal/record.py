"""The record: what is kept of one participant, and how it travels. All records are frozen."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import chain
from typing import Any, Literal, Self, TypeVar

import msgspec

SCHEMA_VERSION: Literal[1] = 1

Status = Literal["draft", "done", "not-today", "rest"]

PUT_OFF: frozenset[Status] = frozenset({"not-today", "rest"})
"""What an entry says in which nothing is written: not today, or for as long as the person likes. One is worth as much as the other."""

T = TypeVar("T")


def moment(time: str) -> datetime:
    """The moment that a time with offset means. Raises `ValueError` when it means none."""
    at = datetime.fromisoformat(time)
    return at if at.tzinfo else at.replace(tzinfo=UTC)


# No garbage collector looks at entries: nothing in one leads back to it, and ten years of them are many.
class Former(msgspec.Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """Answers as they were before: when a done entry was opened again, or when another page had written meanwhile."""

    at: str
    answers: dict[str, Any]


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, gc=False):
    """One filling-in of one exercise.

    Times are ISO 8601 with the offset of the page's clock, since the kernel's zone need not be the person's. `for_date` is `2026`,
    `2026-11` or `2026-11-23`: what the entry is about. `answers` maps prompt ids to values, `links` maps prompt ids to entry ids.
    """

    id: str
    exercise: str
    exercise_version: int
    made_at: str
    changed_at: str
    for_date: str | None = None
    situation: str | None = None
    status: Status = "draft"
    skipped: tuple[str, ...] = ()
    answers: dict[str, Any] = {}
    links: dict[str, str] = {}
    tags: tuple[str, ...] = ()
    earlier: tuple[Former, ...] = ()
    deleted_at: str | None = None

    @property
    def month(self) -> str:
        """The month whose file holds this entry for ever: that of `made_at`, as `2026-11`."""
        return self.made_at[:7]

    @property
    def day(self) -> str:
        """The day, month or year that the entry is about."""
        return self.for_date or self.made_at[:10]

    @property
    def values(self) -> dict[str, Any]:
        """Everything that was answered, by prompt, wherever the entry keeps it."""
        tags = {"tags": list(self.tags)} if self.tags else {}
        day = {"for-date": self.for_date} if self.for_date else {}
        return {**self.answers, **self.links, **tags, **day}

    @property
    def counts(self) -> bool:
        """Whether the entry counts as a note: at least one answer, not deleted, not put off."""
        return bool(self.answers or self.links or self.tags) and self.status not in PUT_OFF and self.deleted_at is None


def as_read(entry: Entry) -> Entry:
    """The entry as it is once it was written and read again: an answer may be a tuple before, and is a list then."""
    return msgspec.json.decode(msgspec.json.encode(entry), type=Entry)


class Part:
    """Entries that stand together in a journal, such as a month's, oldest first; they remember what they were asked."""

    __slots__ = ("_told", "entries")

    def __init__(self, entries: tuple[Entry, ...]) -> None:
        self.entries = entries
        self._told: dict[Callable[[tuple[Entry, ...]], Any], Any] = {}

    def told(self, question: Callable[[tuple[Entry, ...]], T]) -> T:
        """What a function says of these entries; it is asked once. The same function means the same question."""
        if question not in self._told:
            self._told[question] = question(self.entries)
        answer: T = self._told[question]
        return answer


class Journal:
    """All entries of one participant, oldest first, and what could not be read. Nothing in it changes.

    A journal of ten years is 36,500 entries in 120 parts. One word changes one part, so what is asked `of_each` part costs as much as
    one month on the day after.
    """

    __slots__ = ("entries", "parts", "unreadable")

    def __init__(self, entries: tuple[Entry, ...] = (), unreadable: tuple[str, ...] = ()) -> None:
        self.entries = entries
        self.unreadable = unreadable
        """One sentence for each file that was left untouched: which, why, what to do."""
        self.parts: tuple[Part, ...] = (Part(entries),)

    @classmethod
    def of_parts(cls, parts: tuple[Part, ...], unreadable: tuple[str, ...] = ()) -> Self:
        """A journal of parts that follow each other."""
        journal = cls(tuple(chain.from_iterable(part.entries for part in parts)), unreadable)
        journal.parts = parts
        return journal

    def of_each(self, question: Callable[[tuple[Entry, ...]], T]) -> Iterator[T]:
        """What a function says of each part, the newest first. Only parts that it has not been asked about are looked at."""
        return (part.told(question) for part in reversed(self.parts))

    def of(self, exercise: str) -> tuple[Entry, ...]:
        """The entries of one exercise that are not deleted, oldest first."""
        found = [entries.get(exercise, ()) for entries in self.of_each(_by_exercise)]
        return tuple(chain.from_iterable(reversed(found)))


def _by_exercise(entries: tuple[Entry, ...]) -> dict[str, tuple[Entry, ...]]:
    """The entries that are not deleted, by exercise."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.deleted_at is None:
            found.setdefault(entry.exercise, []).append(entry)
    return {exercise: tuple(own) for exercise, own in found.items()}
