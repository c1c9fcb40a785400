"""What one edit does to one entry: pure functions, no files."""

from collections.abc import Set as AbstractSet
from typing import Any, Literal

import msgspec

from newsoil.journal.record import PUT_OFF, Entry, Former, moment

Act = Literal["answer", "skip", "status", "delete"]
Place = Literal["answers", "links", "tags", "for_date"]


class Edit(msgspec.Struct, frozen=True, kw_only=True):
    """One change to one entry, as a page made it.

    `page` is new for each page load and `seq` counts in it, so an edit that comes twice or late is known. `at` and `made_at` are times
    of the page's clock with offset. `value` is checked before it comes here; `None` clears an answer, `True` skips or deletes, `False`
    takes that back. `was` is what the page believed to be on disk.
    """

    page: str
    seq: int
    exercise: str
    entry: str
    made_at: str
    at: str
    act: Act
    prompt: str = ""
    place: Place = "answers"
    value: Any = None
    was: Any = None
    exercise_version: int = 1
    situation: str | None = None

    def begin(self) -> Entry:
        """The empty entry that this edit is the first to touch."""
        return Entry(
            id=self.entry,
            exercise=self.exercise,
            exercise_version=self.exercise_version,
            made_at=self.made_at,
            changed_at=self.at,
            situation=self.situation,
        )


def apply(entry: Entry, edit: Edit, *, own: bool = False, overtaken_by: AbstractSet[str] = frozenset()) -> Entry:
    """The entry as the edit leaves it.

    `own` says that the value on disk in this place was written by the same page. If it was not, and is not `edit.was` either, then it
    came from another page and is kept in `earlier`. `overtaken_by` names what the same page changed after this edit and is on disk
    already, as in `newsoil.journal.heard`: a late edit must not undo it.
    """
    if edit.act == "answer":
        after = _answer(entry, edit, overtaken_by, own=own)
    elif edit.act == "skip":
        after = _skip(entry, edit, overtaken_by)
    elif any(change.startswith("answer/") for change in overtaken_by):
        after = entry
    elif edit.act == "status":
        after = _status(entry, edit)
    else:
        after = msgspec.structs.replace(entry, deleted_at=(entry.deleted_at or edit.at) if edit.value else None)
    return entry if after == entry else msgspec.structs.replace(after, changed_at=max(entry.changed_at, edit.at, key=moment))


def _answer(entry: Entry, edit: Edit, overtaken_by: AbstractSet[str], *, own: bool) -> Entry:
    """Put an answer; keep what another page wrote there meanwhile, and a done entry's answers when it is opened again."""
    now, value = _value_of(entry, edit), None if edit.value in ("", []) else edit.value
    if now == value:
        return entry
    if entry.status == "done" and "status" not in overtaken_by:
        entry = msgspec.structs.replace(_remember(entry, entry.values), status="draft")
    elif now is not None and not own and now != edit.was:
        entry = _remember(entry, {edit.prompt: now})
    if value is not None:
        entry = _awake(entry, edit, overtaken_by)
    return _put(entry, edit, value)


def _awake(entry: Entry, edit: Edit, overtaken_by: AbstractSet[str]) -> Entry:
    """Words never go where nobody sees them: an entry that is written in is neither deleted, nor put off, nor skipped there."""
    return msgspec.structs.replace(
        entry,
        status="draft" if entry.status in PUT_OFF else entry.status,
        deleted_at=entry.deleted_at if "delete" in overtaken_by else None,
        skipped=tuple(prompt for prompt in entry.skipped if prompt != edit.prompt),
    )


def _skip(entry: Entry, edit: Edit, overtaken_by: AbstractSet[str]) -> Entry:
    others = tuple(prompt for prompt in entry.skipped if prompt != edit.prompt)
    skipped = edit.value and f"answer/{edit.prompt}" not in overtaken_by
    return msgspec.structs.replace(entry, skipped=(*others, edit.prompt) if skipped else others)


def _status(entry: Entry, edit: Edit) -> Entry:
    """Set the status. An entry that holds answers is not put off, which would hide them."""
    if edit.value in PUT_OFF and entry.values:
        return entry
    if entry.status == "done" and edit.value == "draft":
        entry = _remember(entry, entry.values)
    return msgspec.structs.replace(entry, status=edit.value)


def _value_of(entry: Entry, edit: Edit) -> Any:
    """What the entry holds now in the place that the edit is about; `None` where nothing is."""
    if edit.place == "for_date":
        return entry.for_date
    if edit.place == "tags":
        return list(entry.tags) or None
    return getattr(entry, edit.place).get(edit.prompt)


def _put(entry: Entry, edit: Edit, value: Any) -> Entry:
    """The entry with a value in the edit's place."""
    if edit.place == "for_date":
        return msgspec.structs.replace(entry, for_date=value)
    if edit.place == "tags":
        return msgspec.structs.replace(entry, tags=tuple(value or ()))
    kept = {prompt: other for prompt, other in getattr(entry, edit.place).items() if prompt != edit.prompt}
    if value is not None:
        kept[edit.prompt] = value
    return msgspec.structs.replace(entry, **{edit.place: kept})


def _remember(entry: Entry, answers: dict[str, Any]) -> Entry:
    """The entry with former answers kept, each set of them once."""
    if not answers or any(former.answers == answers for former in entry.earlier):
        return entry
    return msgspec.structs.replace(entry, earlier=(*entry.earlier, Former(at=entry.changed_at, answers=answers)))
