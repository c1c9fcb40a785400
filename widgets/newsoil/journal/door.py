"""The door of a sealed journal: who may open it, what arrives while it is shut, and what is done first when it is open."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from threading import RLock
from typing import Literal, NamedTuple

from newsoil._errors import Damaged, Locked, Newer, NotSaved, NotUnsealed
from newsoil.journal.edit import Edit
from newsoil.journal.inbox import keep, waiting
from newsoil.journal.keyfile import KeyFile, encode_key_file, mend_key_file, read_key_file
from newsoil.journal.leftovers import take_in_leftovers
from newsoil.journal.letting_in import let_in
from newsoil.journal.months import month_files
from newsoil.journal.sealed import Keys, Sealed, wrap_alone
from newsoil.journal.shelf import Shelf
from newsoil.journal.standing import LOCKED_MEANWHILE
from newsoil.journal.steps import Counter, Steps, untold
from newsoil.journal.tries import Tries
from newsoil.journal.wrapping import open_by_passphrase, open_by_recovery

SEALED = "This journal is sealed. Unseal it to read it and to go on."
"""What a journal that is not open says in place of its entries."""


class Found(NamedTuple):
    """Keys that fit, and that nobody has gone in with yet."""

    keys: Keys
    file: KeyFile
    shut: int
    """How often the door had been shut when they were looked for."""


class Door:
    """The door of the journal in one folder; shut until the right passphrase comes.

    Opening takes a while, so it is done beside all else; whoever shuts the door meanwhile finds it shut afterwards.
    """

    def __init__(self, folder: Path, clock: Callable[[], float]) -> None:
        self._folder = folder
        self._sealed = folder / "sealed"
        self._tries = Tries(clock)
        self._keys: Keys | None = None
        self._file: KeyFile | None = None
        self._odd: dict[Path, str] = {}
        self._kept: set[tuple[str, int]] = set()
        self._shut = 0
        self._one = RLock()

    @property
    def is_open(self) -> bool:
        """Whether this process holds the key of the journal that is in the folder now."""
        keys = self._keys  # another thread may forget them meanwhile
        return keys is not None and self._fits(keys)

    @property
    def odd(self) -> tuple[str, ...]:
        """One sentence for each edit of the inbox, and each plain file beside the sealed ones, that could not be taken in."""
        return tuple(self._odd.values())

    def find(self, secret: str, by: Literal["passphrase", "recovery"], tell: Steps = untold) -> Found:
        """The keys that a passphrase, or the printed recovery key, opens. The door stays as it is, and takes edits as before.

        `tell` hears of the step `key`, which a passphrase takes.

        Raises:
            NotUnsealed: it does not fit, or it is too soon to try again.
            Damaged: the key file cannot be read.
        """
        shut, file = self._shut, read_key_file(self._sealed)
        step = Counter(tell if by == "passphrase" else untold, "key", 1)
        data = self.try_out(file, secret, by)
        step.one()
        return Found(Keys(file.journal, data), file, shut)

    def enter(self, found: Found) -> None:
        """Be open with keys that were found. Raises `Locked` if somebody has shut the door since."""
        with self._one:
            if self.is_open:
                found.keys.wipe()
            elif found.shut != self._shut:
                found.keys.wipe()
                raise Locked(LOCKED_MEANWHILE)
            else:
                self.hold(found.keys, found.file)

    def try_out(self, file: KeyFile, secret: str, by: Literal["passphrase", "recovery"]) -> bytearray:
        """The data key that a secret opens. Raises `NotUnsealed`; each wrong passphrase makes the next wait longer."""
        if by == "recovery":
            return open_by_recovery(file, secret)
        self._tries.check(self._sealed)
        try:
            data = open_by_passphrase(file, secret)
        except NotUnsealed:
            self._tries.failed(self._sealed)
            raise
        self._tries.passed(self._sealed)
        return data

    def hold(self, keys: Keys, file: KeyFile) -> None:
        """Be open with these keys, and remember the key file in case that it is damaged while the journal is open."""
        with self._one:
            self.shut()
            self._keys, self._file = keys, file

    def shut(self) -> None:
        """Forget the key."""
        with self._one:
            self._shut += 1
            if self._keys is not None:
                self._keys.wipe()
            self._keys = None
            self._odd = {}

    def shelf(self) -> Shelf:
        """The sealed shelf. Raises `Locked`."""
        keys = self._keys
        if keys is None or not self._fits(keys):
            raise Locked(SEALED)
        return Shelf(self._sealed, Sealed(keys))

    def own_keys(self) -> Keys:
        """The keys once more, for work that nobody who locks meanwhile may stop halfway. Raises `Locked`."""
        keys = self._keys
        if keys is None:
            raise Locked(SEALED)
        return keys.copy()

    def keep(self, edit: Edit) -> None:
        """Keep an edit unread until the journal is unsealed; one that a page sends again, once. Whoever calls holds the lock.

        Raises:
            NotSaved: the disk refused, or the key file cannot be read.
        """
        if (edit.page, edit.seq) in self._kept:
            return
        try:
            keep(self._sealed, read_key_file(self._sealed), edit)
        except Damaged as error:
            raise NotSaved(str(error)) from error
        self._kept.add((edit.page, edit.seq))

    def sealed_alone(self, content: bytes, head: bytes) -> bytes:
        """Content sealed for a file that is kept elsewhere, with the key file in it. Raises `Locked`."""
        keys = self._keys
        if keys is None or self._file is None:
            raise Locked(SEALED)
        file = encode_key_file(self._file)
        return head + len(file).to_bytes(4) + file + wrap_alone(keys, content)

    def has_post(self) -> bool:
        """Whether something waits that was not looked at and found odd."""
        with suppress(OSError):
            return not self._odd.keys() >= {*waiting(self._sealed), *month_files(self._folder / "entries")}
        return False

    def take_in(self, shelf: Shelf, record: Callable[[Sequence[Edit]], object], tell: Steps = untold) -> None:
        """Mend the key file, then have what waits in the inbox recorded. Whoever calls holds the lock. Raises `NotSaved`.

        An edit is removed when its month is on disk; what cannot be read, or belongs to no entry, is left as it is. `tell` hears of what
        there is to do: `clear` (each plain file that goes), `let-in` (each edit). The keys are its own: overwritten ones would seem to fit
        no edit, and would spoil the key file. If somebody locks the journal meanwhile, the rest waits on.
        """
        keys = self.own_keys()
        try:
            self._file = mend_key_file(self._sealed, self._file, keys.data)
            odd = take_in_leftovers(self._folder, shelf, tell)
            self._odd = odd | let_in(self._sealed, keys, record, tell)
        except OSError as error:
            raise NotSaved(f"The folder {self._sealed} could not be read ({error.strerror}).") from error
        finally:
            keys.wipe()

    def _fits(self, keys: Keys) -> bool:
        """Whether these keys are those of the journal in the folder; a key file that cannot be read will be mended from memory."""
        try:
            return read_key_file(self._sealed).journal == keys.journal
        except Newer:
            return False
        except Damaged:
            return True
