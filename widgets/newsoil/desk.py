"""One participant's desk in this kernel: the guide, the journal, and what is said between them and the page."""

import logging
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from newsoil._errors import NewSoilError, NotSaved
from newsoil._paths import guide_folder, home_folder
from newsoil.guide import Exercise, Guide, LinkPrompt, Situation, read_guide
from newsoil.journal import By, Edit, Entry, Store, address_of, edit_of

SHOWN = 5
"""Entries that a page lists at first; more come on request, so the tenth year opens like the first."""

LABEL = 90
"""Characters of an entry's own words that stand for it in a list of links."""

LINKED = 50
"""Entries that a link is offered to, the newest; a list of thousands would help nobody to choose."""

_log = logging.getLogger(__name__)


class Desk:
    """The guide and the journal of one participant, and the messages between them and a page."""

    def __init__(self, guide: Guide, store: Store) -> None:
        self.guide = guide
        self.store = store
        self._watchers: list[Callable[[Entry], None]] = []
        self._asked: tuple[tuple[Entry, ...], str | None] = ((), None)

    def watch(self, watcher: Callable[[Entry], None]) -> None:
        """Call `watcher` with each entry that was written."""
        self._watchers.append(watcher)

    def situation(self, entries: tuple[Entry, ...]) -> str | None:
        """What the reader last said of their situation, if they did."""
        if entries is not self._asked[0]:
            said = (value for entry in reversed(entries) if entry.deleted_at is None and (value := entry.answers.get("situation")))
            last = next(said, None)
            self._asked = (entries, next((str(situation) for situation in Situation if situation == last), None))
        return self._asked[1]

    def show(self, exercise: Exercise, most: int = SHOWN) -> dict[str, Any]:
        """What a page needs to draw an exercise: the newest entries, the situation, what its links can lead to."""
        journal = self.store.load()
        own = journal.of(exercise.id)
        return {
            "kind": "show",
            "situation": self.situation(journal.entries),
            "entries": [msgspec.to_builtins(entry) for entry in reversed(own[-most:])],
            "more": max(0, len(own) - most),
            "links": {
                prompt.id: [self._link(entry, prompt) for entry in _offered(journal.of(prompt.to), prompt, own[-most:])]
                for prompt in exercise.prompts
                if isinstance(prompt, LinkPrompt)
            },
            "notices": list(journal.unreadable),
        }

    def _link(self, entry: Entry, prompt: LinkPrompt) -> dict[str, str]:
        target = self.guide.exercise(prompt.to)
        words = " ".join(str(entry.answers.get(target.label, "")).split())
        return {"id": entry.id, "day": entry.day, "words": words if len(words) <= LABEL else words[:LABEL].rsplit(" ", 1)[0] + " …"}

    def save(self, raw: dict[str, Any]) -> dict[str, Any]:
        """Write one edit and say so, or say in one sentence that it is not written. Never raises for what a page sends.

        `kept` is the answer while the journal is locked: the edit is on disk, sealed and unread, and will be in its entry after unsealing.
        """
        reply = address_of(raw)
        try:
            entry = self.store.take(edit_of(self.guide, raw), self._begin)
        except NewSoilError as error:
            return {"kind": "refused", **reply, "sentence": str(error), "again": isinstance(error, NotSaved)}
        if entry is None:
            return {"kind": "kept", **reply}
        self._tell(entry)
        return {"kind": "saved", **reply, "entry": msgspec.to_builtins(entry)}

    def unseal(self, secret: str, by: By = "passphrase") -> None:
        """Open the sealed journal for this kernel, and record what arrived meanwhile.

        Raises:
            NotUnsealed: the secret does not fit, or it is too soon to try again. Nothing is lost.
            Damaged: the key file cannot be read.
        """
        self.store.unseal(secret, by, self._begin)

    def lock(self) -> None:
        """Forget the key and what was read with it."""
        self.store.lock()
        self._asked = ((), None)

    def _begin(self, edit: Edit) -> Entry:
        """The empty entry of an edit that is its first: only then is the whole journal asked for the situation."""
        return msgspec.structs.replace(edit, situation=self.situation(self.store.load().entries)).begin()

    def _tell(self, entry: Entry) -> None:
        """Tell the watchers. What is written is written, whatever becomes of them; an error's own words may hold an answer."""
        for watcher in self._watchers:
            try:
                watcher(entry)
            except Exception as error:  # noqa: BLE001 - any
                _log.error("A note is saved, but the page could not be told all of it (%s).", type(error).__name__)


def _offered(targets: tuple[Entry, ...], prompt: LinkPrompt, shown: tuple[Entry, ...]) -> list[Entry]:
    """The entries that a link can lead to, newest first: the last ones, and those that a shown entry leads to already."""
    linked = {entry.links.get(prompt.id) for entry in shown}
    counted = [entry for entry in reversed(targets) if entry.counts]
    return [entry for number, entry in enumerate(counted) if number < LINKED or entry.id in linked]


@cache
def _desk(home: Path, guide: Path) -> Desk:
    return Desk(read_guide(guide), Store(home))


def open_desk() -> Desk:
    """The desk of this kernel: one for all its pages. Home and guide are those of `_paths`."""
    return _desk(home_folder(), guide_folder())
