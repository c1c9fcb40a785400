"""Where a journal stands: its folder, whether it is sealed, who may write in it now."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from newsoil._errors import NotSaved
from newsoil.journal.daily import Daily
from newsoil.journal.edit import Edit
from newsoil.journal.files import clear_drafts, locked
from newsoil.journal.forms import PLAIN
from newsoil.journal.months import Latest
from newsoil.journal.reading import Reader
from newsoil.journal.record import Entry
from newsoil.journal.recording import record_together
from newsoil.journal.settings import Settings, change_in, read_settings
from newsoil.journal.shelf import Shelf, clear_remains, is_sealed
from newsoil.journal.steps import Steps, untold

if TYPE_CHECKING:
    from newsoil.journal.door import Door, Found

By = Literal["passphrase", "recovery"]
"""What a sealed journal is opened by."""

IDLE = 600
"""Seconds without a sign of the person after which a sealed journal is locked: long enough to think over one question (ours)."""

LOCKED_MEANWHILE = "Your notes were locked while they were being opened. Nothing is lost; open them again."


class Standing:
    """A journal's folder on this disk, plain or sealed, locked or open.

    `clock` gives the seconds by which waiting after wrong passphrases is measured.
    """

    def __init__(self, home: Path, journal: str = "mine", clock: Callable[[], float] = time.monotonic) -> None:
        self.folder = home / "journals" / journal
        self.entries = self.folder / "entries"
        self._clock = clock
        self._used = clock()
        self._begin: Callable[[Edit], Entry] = Edit.begin
        self._door: Door | None = None
        self._reader = Reader()
        self._latest = Latest()
        self._daily = Daily()
        self._tidied: Path | None = None
        self._is_held = False

    @property
    def is_sealed(self) -> bool:
        """Whether the journal on disk is sealed. Raises `NotSaved` when that cannot be said now."""
        return is_sealed(self.folder)

    @property
    def is_locked(self) -> bool:
        """Whether the journal is sealed and not open here. Raises as `is_sealed` does."""
        return self.is_sealed and not self.door.is_open

    @property
    def door(self) -> "Door":
        """What opens and shuts a sealed journal; whoever never seals never imports a cipher."""
        if self._door is None:
            from newsoil.journal.door import Door

            self._door = Door(self.folder, self._clock)
        return self._door

    def unseal(self, secret: str, by: By = "passphrase", begin: Callable[[Edit], Entry] = Edit.begin, tell: Steps = untold) -> None:
        """Open a sealed journal in this process, and record what arrived while it was locked.

        `tell` hears of the steps, as `Door.find` and `Door.take_in` have them.

        Raises:
            NotUnsealed: the secret does not fit, or it is too soon to try again. Nothing is lost.
            Damaged: the key file cannot be read.
            Locked: it was locked meanwhile.
        """
        self.enter(self.door.find(secret, by, tell), begin, tell)

    def enter(self, found: "Found", begin: Callable[[Edit], Entry] = Edit.begin, tell: Steps = untold) -> None:
        """Open a sealed journal with keys that were found, and record what arrived. Raises `Locked` if it was locked since."""
        self._begin = begin
        self.door.enter(found)
        self.use()
        with suppress(NotSaved), self.held(tell=tell):
            pass

    def use(self) -> None:
        """Note that the person is there: what was asked of the journal now did not come by itself."""
        self._used = self._clock()

    def lock_when_idle(self, seconds: float = IDLE) -> bool:
        """Lock an open sealed journal that nobody has used for so long; whether it was locked now. Costs nothing to ask often."""
        idle = self._door is not None and self._door.is_open and self._clock() - self._used >= seconds
        if idle:
            self.lock()
        return idle

    def lock(self) -> None:
        """Forget the key and everything that was read, as far as Python allows; whoever was given entries still has them."""
        if self._door is not None:
            self._door.shut()
        self._reader, self._latest = Reader(), Latest()

    def settings(self) -> Settings:
        """The settings; while the journal is locked, private ones as if nobody had chosen."""
        try:
            return read_settings(self.folder, self._shelf() if self.is_sealed else None)
        except NotSaved:
            return read_settings(self.folder)

    def change_settings(self, changes: dict[str, Any]) -> Settings:
        """Change some settings and return them all. Raises as `newsoil.journal.change_settings` does."""
        with self.alone(briefly=True):
            return change_in(self.folder, changes, self._shelf() if self.is_sealed and not self.is_locked else None)

    @contextmanager
    def alone(self, *, briefly: bool = False) -> Iterator[None]:
        """The journal's folder for one writer at a time, sealed or not; `briefly` waits no longer than a page can. Raises `NotSaved`."""
        with locked(self.folder, briefly=briefly):
            self._is_held = True
            try:
                yield
            finally:
                self._is_held = False

    @contextmanager
    def held(self, *, briefly: bool = False, tell: Steps = untold) -> Iterator[Shelf]:
        """The journal's shelf for one writer at a time, with everything on it that arrived. Raises `Locked` or `NotSaved`."""
        with self.alone(briefly=briefly):
            yield self._ready(tell)

    def _ready(self, tell: Steps = untold) -> Shelf:
        """The shelf for whoever holds the lock, tidied once."""
        shelf = self._shelf()
        if self._tidied != shelf.entries:
            try:
                for place in (self.folder, shelf.root, shelf.root / "inbox", shelf.entries):
                    clear_drafts(place)
            except OSError as error:
                raise NotSaved(f"The folder {shelf.entries} could not be read ({error.strerror}).") from error
            clear_remains(self.folder)
            self._tidied = shelf.entries
        if shelf.is_sealed:
            self.door.take_in(shelf, lambda edits: record_together(shelf, edits, self._begin, self._daily.before(edits[0])), tell)
        return shelf

    def _shelf(self) -> Shelf:
        """Where the journal stands now. Raises `Locked` or `NotSaved`."""
        shelf = self.door.shelf() if self.is_sealed else Shelf(self.folder, PLAIN)
        return msgspec.structs.replace(shelf, known=self._latest)
