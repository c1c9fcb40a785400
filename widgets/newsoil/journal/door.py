"""The door of a sealed journal: who may open it, what arrives while it is shut, and what is done first when it is open."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Literal

from newsoil._errors import BadAnswer, Damaged, Locked, Newer, NotSaved, NotUnsealed
from newsoil.journal.edit import Edit
from newsoil.journal.inbox import keep, read_edit, waiting
from newsoil.journal.keyfile import KeyFile, encode_key_file, mend_key_file, read_key_file
from newsoil.journal.leftovers import take_in_leftovers
from newsoil.journal.months import month_files
from newsoil.journal.sealed import Keys, Sealed, wrap_alone
from newsoil.journal.shelf import Shelf
from newsoil.journal.tries import Tries
from newsoil.journal.wrapping import open_by_passphrase, open_by_recovery

SEALED = "This journal is sealed. Unseal it to read it and to go on."
"""What a journal that is not open says in place of its entries."""


class Door:
    """The door of the journal in one folder; shut until the right passphrase comes."""

    def __init__(self, folder: Path, clock: Callable[[], float]) -> None:
        self._folder = folder
        self._sealed = folder / "sealed"
        self._tries = Tries(clock)
        self._keys: Keys | None = None
        self._file: KeyFile | None = None
        self._odd: dict[Path, str] = {}
        self._kept: set[tuple[str, int]] = set()

    @property
    def is_open(self) -> bool:
        """Whether this process holds the key of the journal that is in the folder now."""
        return self._keys is not None and self._fits(self._keys)

    @property
    def odd(self) -> tuple[str, ...]:
        """One sentence for each edit of the inbox, and each plain file beside the sealed ones, that could not be taken in."""
        return tuple(self._odd.values())

    def open(self, secret: str, by: Literal["passphrase", "recovery"]) -> None:
        """Take the key from a passphrase or the printed recovery key.

        Raises:
            NotUnsealed: it does not fit, or it is too soon to try again.
            Damaged: the key file cannot be read.
        """
        file = read_key_file(self._sealed)
        data = self.try_out(file, secret, by)
        self.hold(Keys(file.journal, data), file)

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
        self.shut()
        self._keys, self._file = keys, file

    def shut(self) -> None:
        """Forget the key."""
        if self._keys is not None:
            self._keys.wipe()
        self._keys = None
        self._odd = {}

    def shelf(self) -> Shelf:
        """The sealed shelf. Raises `Locked`."""
        if self._keys is None or not self._fits(self._keys):
            raise Locked(SEALED)
        return Shelf(self._sealed, Sealed(self._keys))

    def own_keys(self) -> Keys:
        """The keys once more, for work that nobody who locks meanwhile may stop halfway. Raises `Locked`."""
        if self._keys is None:
            raise Locked(SEALED)
        return self._keys.copy()

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
        if self._keys is None or self._file is None:
            raise Locked(SEALED)
        file = encode_key_file(self._file)
        return head + len(file).to_bytes(4) + file + wrap_alone(self._keys, content)

    def has_post(self) -> bool:
        """Whether something waits that was not looked at and found odd."""
        with suppress(OSError):
            return not self._odd.keys() >= {*waiting(self._sealed), *month_files(self._folder / "entries")}
        return False

    def take_in(self, shelf: Shelf, record: Callable[[Edit], object]) -> None:
        """Mend the key file, then record what waits in the inbox. Whoever calls holds the lock. Raises `NotSaved`.

        An edit is removed when its month is on disk; what cannot be read, or belongs to no entry, is left as it is.
        """
        if self._keys is None:
            raise Locked(SEALED)
        self._file = mend_key_file(self._sealed, self._file, self._keys.data)
        self._odd = take_in_leftovers(self._folder, shelf)
        try:
            for path in waiting(self._sealed):
                try:
                    record(read_edit(path, self._keys))
                    path.unlink()
                except (Damaged, BadAnswer):
                    self._odd[path] = f"{path} holds something that could not be put into the journal. It is left as it is."
        except OSError as error:
            raise NotSaved(f"The folder {self._sealed} could not be read ({error.strerror}).") from error

    def _fits(self, keys: Keys) -> bool:
        """Whether these keys are those of the journal in the folder; a key file that cannot be read will be mended from memory."""
        try:
            return read_key_file(self._sealed).journal == keys.journal
        except Newer:
            return False
        except Damaged:
            return True
