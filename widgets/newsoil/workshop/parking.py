"""The parking lot: questions and wishes that participants put down for the facilitator, and for nobody else."""

from typing import Annotated, Literal

import msgspec

from newsoil.workshop.refused import Refused

Talked = Literal["new", "talked", "outside"]
"""What became of a note: nothing yet, it was talked about, or it is taken outside the meeting. A note that is deleted is gone."""

LONGEST = 500
"""Signs in a note. It is a question, and no place to write one's story in."""

MOST = 300
"""Notes in one meeting."""

_ID = r"\A[0-9a-z-]{8,64}\Z"

NoteId = Annotated[str, msgspec.Meta(pattern=_ID)]


class ParkedNote(msgspec.Struct, frozen=True, kw_only=True):
    """One note. It has no seat, and no time."""

    id: NoteId
    """Made by the phone, for a note that is sent twice is one note; it is not kept at the end."""
    text: str
    became: Talked = "new"
    keep: bool = False


class Parking:
    """All notes of a meeting, the order of which says nothing."""

    def __init__(self, notes: tuple[ParkedNote, ...] = ()) -> None:
        self._notes = {note.id: note for note in notes}
        self._deleted: dict[str, int] = {}
        """Of each that was deleted, what tells whether it is the same one that comes again; the words are gone."""

    @property
    def notes(self) -> tuple[ParkedNote, ...]:
        """All notes, sorted by their ids, which are chance: whoever sent one is not told by when it came."""
        return tuple(sorted(self._notes.values(), key=lambda note: note.id))

    def put(self, name: str, text: str) -> bool:
        """Take a note; the same one twice is one, and one that was deleted meanwhile stays away. Says whether it is a new one.

        Raises:
            Refused: it is empty or too long, the lot is full, or one with other words came under its id.
        """
        said = text.strip()
        if not said:
            raise Refused("note-empty")
        if len(said) > LONGEST:
            raise Refused("note-too-long")
        if name not in self._notes and len(self._notes) >= MOST:
            raise Refused("lot-full")
        before = hash(self._notes[name].text) if name in self._notes else self._deleted.get(name, hash(said))
        if before != hash(said):
            raise Refused("other-words")
        if self.has_had(name):
            return False
        self._notes[name] = ParkedNote(id=name, text=said)
        return True

    def has_had(self, name: str) -> bool:
        """Whether a note of this id was put, be it deleted since."""
        return name in self._notes or name in self._deleted

    def note(self, name: str) -> ParkedNote:
        """One note. Raises `Refused` where there is none."""
        if name not in self._notes:
            raise Refused("no-such-note")
        return self._notes[name]

    def change(self, name: str, *, became: Talked | None = None, keep: bool | None = None) -> None:
        """Say what became of a note, or whether it is kept. Raises `Refused` where there is none."""
        note = self.note(name)
        self._notes[name] = msgspec.structs.replace(note, became=became or note.became, keep=note.keep if keep is None else keep)

    def delete(self, name: str) -> None:
        """Take a note out for good. Raises `Refused` where there is none."""
        self._deleted[name] = hash(self.note(name).text)
        self._notes.pop(name)

    def forget_what_is_not_kept(self) -> None:
        """The meeting is over, and what is left of it is on the disk."""
        self._notes = {name: note for name, note in self._notes.items() if note.keep}

    def kept(self) -> tuple[str, ...]:
        """The texts of notes that are to be kept, in the order of the alphabet."""
        return tuple(sorted(note.text for note in self._notes.values() if note.keep))
