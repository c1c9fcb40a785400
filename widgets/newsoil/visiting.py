"""What a page may ask about where its notes are: the way in which they are kept, a file to take away, a file to bring back."""

from collections.abc import Callable
from datetime import date
from typing import Annotated, Any, Literal

import msgspec

from newsoil._address import Ask
from newsoil._errors import BadAnswer, NewSoilError, NotSaved
from newsoil.beside import Beside
from newsoil.desk import Desk
from newsoil.errands import Errands, Say
from newsoil.journal import MemoryStore, Store, Way, to_json
from newsoil.journal.document import LARGEST, Document, preview, read_document
from newsoil.journal.settings import Settings, public
from newsoil.journal.steps import Steps, untold

MOST_PARTS = 1024
"""Parts in which a file may come; of a megabyte each, they are more than any journal is."""

_Number = Annotated[int, msgspec.Meta(ge=0, lt=MOST_PARTS)]


class _Keep(msgspec.Struct, frozen=True, tag_field="kind", tag="way"):
    """Keep what is written from now on in this way; `day` is today by the page's clock."""

    ask: Ask
    way: Way
    day: date


class _Take(msgspec.Struct, frozen=True, tag_field="kind", tag="take-file"):
    """Give the page all notes as one file."""

    ask: Ask


class _Look(msgspec.Struct, frozen=True, tag_field="kind", tag="look-file"):
    """One part of a file: what would its notes bring? Nothing is put in yet."""

    ask: Ask
    part: _Number
    parts: _Number
    content: bytes = b""


class _BringIn(msgspec.Struct, frozen=True, tag_field="kind", tag="bring-in"):
    """Put in the notes of the file that was looked at last."""

    ask: Ask


class _Give(msgspec.Struct, frozen=True, tag_field="kind", tag="give"):
    """One part of the notes as the page has them whose kernel is gone."""

    ask: Ask
    way: Literal["visitor", "try"]
    part: _Number
    parts: _Number
    content: bytes = b""


_MESSAGES = _Keep | _Take | _Look | _BringIn | _Give

KINDS = ("way", "take-file", "look-file", "bring-in", "give")


class Visiting:
    """Answers a page about the way in which its notes are kept. `renew` is called when other notes are there than pages show.

    What takes a while for ten years of notes is an errand, and is answered by `say`.
    """

    def __init__(self, desk: Desk, renew: Callable[[], None], say: Say, start: Beside | None = None) -> None:
        self._desk = desk
        self._renew = renew
        self._errands = Errands(say, start)
        self._document: Document | None = None
        self._ask = ""
        self._parts: dict[int, bytes] = {}
        self._reply: dict[str, Any] | None = None

    def greet(self, way: Any) -> Way:
        """Hear in which way a page believes its notes to be kept, and say in which they are.

        Until somebody has chosen (`ask`), nothing is kept. From here nothing leads to a disk: that is asked for in words of its own.
        """
        if way in ("ask", "visitor", "try") and self._desk.way == "here":
            self._to_memory("visitor" if way == "visitor" else "try")
        return self._desk.way

    def answer(self, message: dict[str, Any]) -> dict[str, Any] | None:
        """The answer to a message of `KINDS`, or nothing if it comes later. One that comes twice, after a line was gone, is done once."""
        try:
            asked: Any = msgspec.convert(message, type=_MESSAGES)
        except (msgspec.ValidationError, ValueError, RecursionError):
            return None
        if self._errands.again(asked.ask):
            return None
        if asked.ask == self._ask and self._reply:
            return self._reply
        if asked.ask != self._ask:
            self._ask, self._parts, self._reply = asked.ask, {}, None
        try:
            reply = self._do(asked)
        except NewSoilError as error:
            reply = {"kind": "refused", "sentence": str(error)}
        if reply is None:
            return None
        self._parts = {}
        told = {**reply, "ask": asked.ask}
        self._reply = None if "content" in told else told
        return told

    def _do(self, asked: Any) -> dict[str, Any] | None:
        """Do what is asked; nothing to say yet while parts are missing, or while it is done. Raises `NewSoilError` with a sentence."""
        if isinstance(asked, _Keep):
            return self._keep(asked)
        if isinstance(asked, _Give):
            self.greet(asked.way)
        store = self._desk.store
        if not isinstance(store, MemoryStore):
            raise BadAnswer("Your notes are kept on this computer. Take a copy on the page “Your notes”.")
        if isinstance(asked, _Take):
            return {"kind": "file", "content": to_json(store.load())}
        if isinstance(asked, _BringIn):
            self._errands.run(asked.ask, lambda tell: self._bring(store, tell))
            return None
        if not self._has_all(asked):
            return None
        raw = b"".join(self._parts[number] for number in range(asked.parts))
        self._parts = {}
        if isinstance(asked, _Look):
            self._errands.run(asked.ask, lambda tell: self._look(store, raw, tell))
            return None
        if not self._errands.is_busy:  # else the page gives them once more when it has waited for long enough
            self._errands.run(asked.ask, lambda tell: self._hold(store, raw, tell))
        return None

    def _hold(self, store: MemoryStore, raw: bytes, tell: Steps) -> dict[str, Any]:
        """Have the notes that a page gives. It asks for what they say when it has heard that they are here."""
        document = _document(raw, tell)
        with self._desk.works():
            store.hold(document)
        self._renew()
        return {"kind": "held"}

    def _look(self, store: MemoryStore, raw: bytes, tell: Steps) -> dict[str, Any]:
        """Look at a file, as “Your notes” does."""
        from newsoil.your_notes.telling import about, looked  # whoever brings no file never imports it

        self._document = None
        document = _document(raw, tell)
        self._document = document
        return {"kind": "looked", **looked(preview(store.load(), document, tell)), **about(document, self._desk.guide)}

    def _bring(self, store: MemoryStore, tell: Steps) -> dict[str, Any]:
        """Put in what was looked at last."""
        from newsoil.your_notes.telling import looked

        if self._document is None:
            raise BadAnswer("There is nothing to bring in. Choose the file again.")
        with self._desk.works():
            done = store.bring(self._document, tell)
        self._document = None
        self._renew()
        return {"kind": "brought", **looked(done)}

    def _has_all(self, asked: _Look | _Give) -> bool:
        """Take one part of a file; whether all are there. Raises `BadAnswer` for a file that is larger than a journal can be."""
        self._parts[asked.part] = asked.content
        if sum(map(len, self._parts.values())) > LARGEST:
            self._parts = {}
            raise BadAnswer(f"This file is larger than {LARGEST // 2**20} MiB, which no journal is.")
        return asked.parts > 0 and set(self._parts) >= set(range(asked.parts))

    def _keep(self, asked: _Keep) -> dict[str, Any] | None:
        """Keep what is written from now on in another way. Raises `NotSaved`: then all is as it was."""
        if asked.way != self._desk.way:
            if asked.way == "here":
                self._errands.run(asked.ask, lambda tell: self._to_disk(str(asked.day), tell))
                return None
            self._to_memory(asked.way)
        return {"kind": "way", "way": self._desk.way}

    def _to_memory(self, way: Way) -> None:
        """From now on nothing is written to a disk. What is there stays there, and is shown no more; only the looks come along."""
        store = self._desk.store
        if isinstance(store, Store):
            self._desk.store = MemoryStore(public(store.settings()))
            self._renew()
        self._desk.way = way

    def _to_disk(self, day: str, tell: Steps) -> dict[str, Any]:
        """Carry the notes to the journal on disk, with what was chosen, and go on there. Raises `NotSaved`."""
        from newsoil.journal.restore import merge

        store, on_disk = self._desk.store, self._desk.on_disk
        if on_disk is None:
            raise NotSaved("Here nothing is kept, for anybody. Take your notes as a file before you go.")
        with self._desk.works():
            if entries := store.load().entries:
                merge(on_disk, Document(entries), day, tell)
            usual, chosen = msgspec.to_builtins(Settings()), msgspec.to_builtins(store.settings())
            on_disk.change_settings({name: value for name, value in chosen.items() if value != usual[name]})
            self._desk.store, self._desk.way = on_disk, "here"
        self._renew()
        return {"kind": "way", "way": self._desk.way}


def _document(raw: bytes, tell: Steps = untold) -> Document:
    """The notes in a file. Raises `BadAnswer` for a sealed backup: there is no place here to type a passphrase."""
    from newsoil.journal.restore import is_sealed_backup  # it knows ciphers, which whoever never seals never imports

    if is_sealed_backup(raw):
        raise BadAnswer("This is a sealed backup. Bring it in on the page “Your notes”, which asks for its passphrase.")
    return read_document(raw, tell)
