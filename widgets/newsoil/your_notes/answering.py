"""The messages of the page “Your notes”, and their answers."""

from collections.abc import Callable
from typing import Any

from newsoil._address import address_of
from newsoil._errors import BadAnswer, NewSoilError
from newsoil.beside import Beside
from newsoil.desk import Desk
from newsoil.errands import Errands, Say
from newsoil.journal import Journal
from newsoil.journal.document import Document, preview, read_document
from newsoil.journal.restore import is_sealed_backup, open_backup
from newsoil.journal.steps import Steps
from newsoil.takeout import Progress
from newsoil.your_notes import messages as page
from newsoil.your_notes import reaching, sharing, telling
from newsoil.your_notes.copies import copy_of, sheets_of
from newsoil.your_notes.pieces import Pieces


class YourNotes:
    """Answers one page. `say` sends a message to it; what takes a while is started by `start` and answered by `say`."""

    def __init__(self, desk: Desk, say: Say, start: Beside | None = None) -> None:
        self._desk = desk
        self._say = say
        self._errands = Errands(say, start)
        self._pieces = Pieces()
        self._document: Document | None = None
        self._takes_a_while: dict[type, Callable[[Any, Steps], dict[str, Any]]] = {
            page.Copy: self._copy,
            page.Sheets: self._sheets,
            page.Offers: self._offers,
            page.Share: self._share,
            page.Read: self._read,
            page.BringIn: self._bring_in,
            page.BringBack: self._bring_back,
            page.Erase: self._erase,
            page.Days: self._days,
            page.Look: self._look,
        }

    def answer(self, raw: dict[str, Any]) -> dict[str, Any] | None:
        """The answer to a message, or nothing if it comes later. Never raises for what a page sends."""
        try:
            message = page.message_of(raw)
            if self._desk.store.is_locked:
                self._forget()
                return {"kind": "locked", "ask": message.ask}
            if type(message) not in self._takes_a_while:
                return self._at_once(message)
            self._errand(message)
        except NewSoilError as error:
            return {"kind": "refused", "ask": address_of(raw).get("ask"), "sentence": str(error)}
        return None

    def _at_once(self, message: page.Message) -> dict[str, Any] | None:
        """Answer what costs a moment."""
        match message:
            case page.Hello():
                self._desk.greet(message.at)
                return {**telling.told_of(self._journal(), self._desk.guide), "ask": message.ask}
            case page.Peek():
                words = telling.first_words(self._journal(), self._desk.guide, message.entry)
                return {"kind": "words", "ask": message.ask, "words": words}
            case page.Give():
                return self._pieces.take(message.ask, message.part, message.content)
            case page.Take():
                self._say(self._pieces.part(message.ask, message.part))
            case page.Taken():
                self._pieces.forget(message.ask)
                return {"kind": "got", "ask": message.ask}
        return None

    def _errand(self, message: page.Message) -> None:
        """Start what takes a while. From the moment that an erasing is asked for, an edit from before is late."""
        if self._errands.again(message.ask):
            return
        if isinstance(message, page.Erase) and not self._errands.is_busy:
            self._desk.gone.hear(message.page, message.seq)
            self._desk.gone.mark(reaching.concerned(self._journal(), message.what, message.of), self._desk.gone.so_far())
        do = self._takes_a_while[type(message)]
        self._errands.run(message.ask, lambda tell: do(message, tell))

    def _forget(self) -> None:
        """Let nothing that was read while the notes were open outlive the lock."""
        self._pieces, self._document = Pieces(), None
        self._errands.forget()

    def _journal(self) -> Journal:
        return self._desk.store.load()

    # ---- taking out -------------------------------------------------------------------------------------------------

    def _copy(self, message: page.Copy, tell: Progress) -> dict[str, Any]:
        discreet = self._desk.store.settings().title == "discreet"
        return self._pieces.keep(message.ask, copy_of(self._journal(), self._desk.guide, message, tell, discreet=discreet))

    def _sheets(self, message: page.Sheets, tell: Progress) -> dict[str, Any]:
        return self._pieces.keep(message.ask, sheets_of(self._desk.guide, message, tell))

    def _offers(self, message: page.Offers, _: Progress) -> dict[str, Any]:
        journal, guide, name = self._journal(), self._desk.guide, message.recipient
        if message.exercise:
            return {"kind": "notes", **sharing.notes_for(journal, guide, name, message.exercise, message.most)}
        return {"kind": "recipient", **sharing.told_of(journal, guide, name)}

    def _share(self, message: page.Share, tell: Progress) -> dict[str, Any]:
        return self._pieces.keep(message.ask, sharing.packet_of(self._journal(), self._desk.guide, message, tell))

    # ---- bringing back ----------------------------------------------------------------------------------------------

    def _read(self, message: page.Read, tell: Steps) -> dict[str, Any]:
        """Look at a file that the person chose."""
        raw = self._pieces.whole(message.file, message.parts)
        if is_sealed_backup(raw):
            if not message.secret:
                return {"kind": "sealed"}
            raw = open_backup(raw, message.secret, message.by)
        self._document = read_document(raw, tell)
        looked = telling.looked(preview(self._journal(), self._document, tell))
        return {"kind": "looked", **looked, **telling.about(self._document, self._desk.guide)}

    def _days(self, _message: page.Days, _: Progress) -> dict[str, Any]:
        return {"kind": "days", "days": reaching.backup_days(self._desk.store)}

    def _look(self, message: page.Look, _: Progress) -> dict[str, Any]:
        """Look at the backup of a day."""
        then = reaching.backup(self._desk.store, message.day.isoformat())
        self._document = Document(then.entries)
        looked = telling.looked(preview(self._journal(), self._document), then.unreadable)
        return {"kind": "looked", **looked, **telling.about(self._document, self._desk.guide)}

    def _bring_in(self, message: page.BringIn, tell: Steps) -> dict[str, Any]:
        """Bring in what was looked at last."""
        if self._document is None:
            raise BadAnswer("There is nothing to bring in. Choose a file or a day first.")
        with self._desk.works():
            done = reaching.bring_in(self._desk.store, self._document, message.at[:10], tell)
        self._document = None
        self._pieces.let_go()
        self._desk.others_are_there()
        return {"kind": "brought", **telling.looked(done)}

    def _bring_back(self, message: page.BringBack, _: Progress) -> dict[str, Any]:
        """Take a note out of the trash."""
        entry = next((entry for entry in self._journal().entries if entry.id == message.entry), None)
        if entry is None:
            raise BadAnswer("This note is not there any more.")
        with self._desk.works():
            reaching.bring_back(self._desk.store, entry, message.at)
        self._desk.others_are_there()
        return {"kind": "back"}

    # ---- letting go -------------------------------------------------------------------------------------------------

    def _erase(self, message: page.Erase, tell: Steps) -> dict[str, Any]:
        """Erase for good."""
        ids = reaching.concerned(self._journal(), message.what, message.of)
        with self._desk.works():
            try:
                erased = reaching.let_go(self._desk.store, message.what, message.of, ids, tell)
            except Exception:
                self._desk.gone.unmark(ids)
                raise
        self._document = None
        self._pieces = Pieces()
        self._desk.others_are_there()
        return {"kind": "erased", "notes": erased.entries, "left": list(erased.left)}
