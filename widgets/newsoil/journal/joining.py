"""Entries from several files as one journal: by time, and each once."""

from collections.abc import Iterable
from itertools import chain, pairwise
from operator import attrgetter

import msgspec

from newsoil.journal.record import Entry, Former, Part, moment


def merged(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Entries by time, each once. A repaired file, or two pages over the turn of a month, can bring one entry twice."""
    listed = list(entries)
    if _are_single(listed):
        return tuple(sorted(listed, key=attrgetter("made_at", "id")))
    once: dict[tuple[str, str], Entry] = {}
    for entry in listed:
        name = (entry.id, entry.exercise)
        once[name] = joined(once[name], entry) if name in once else entry
    return tuple(sorted(once.values(), key=attrgetter("made_at", "id")))


def chained(files: Iterable[Part]) -> tuple[Part, ...]:
    """The merged entries of several files, one after the other. Where they do not follow each other they become one."""
    parts = sorted((part for part in files if part.entries), key=lambda part: part.entries[0].made_at)
    follow = all(one.entries[-1].made_at < other.entries[0].made_at for one, other in pairwise(parts))
    if follow and len(frozenset().union(*(part.told(_ids) for part in parts))) == sum(len(part.entries) for part in parts):
        return tuple(parts)
    return (Part(merged(chain.from_iterable(part.entries for part in parts))),)


def _ids(entries: tuple[Entry, ...]) -> frozenset[str]:
    return frozenset(entry.id for entry in entries)


def _are_single(entries: list[Entry]) -> bool:
    return len({entry.id for entry in entries}) == len(entries)


def joined(one: Entry, other: Entry) -> Entry:
    """Two copies of one entry as one: each prompt has its newest answer, and what the older copy said is kept in `earlier`.

    Joining what was joined before changes nothing, so an answer that is cleared afterwards does not come back.
    """
    if one == other:
        return one
    older, newer = sorted((one, other), key=lambda entry: moment(entry.changed_at))
    said, earlier = older.values, _once((*older.earlier, *newer.earlier))
    if not said or any(former.answers == said for former in newer.earlier):
        return msgspec.structs.replace(newer, earlier=earlier)
    answers = {**older.answers, **newer.answers}
    skipped = dict.fromkeys((*older.skipped, *newer.skipped))
    return msgspec.structs.replace(
        newer,
        answers=answers,
        links={**older.links, **newer.links},
        tags=newer.tags or older.tags,
        for_date=newer.for_date or older.for_date,
        situation=newer.situation or older.situation,
        skipped=tuple(prompt for prompt in skipped if prompt not in answers),
        earlier=_once((*earlier, Former(at=older.changed_at, answers=said))),
    )


def _once(formers: tuple[Former, ...]) -> tuple[Former, ...]:
    """Former answers without those that say the same again."""
    return tuple(former for at, former in enumerate(formers) if all(former.answers != one.answers for one in formers[:at]))
