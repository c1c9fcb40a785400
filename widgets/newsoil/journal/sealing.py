"""Sealing a journal and taking the seal off. At every step one of the two, plain or sealed, is complete.

While the folder `sealed` is there, it is the journal. Sealing fills a folder beside it, reads everything back with passphrase and
recovery key, and then gives that folder its name: one step that happens or does not. Only then are the plain files erased; if that is
interrupted, the next unsealing goes on with it. What a disk keeps of unlinked files is out of reach. Taking the seal off writes the
plain files, reads them back, and takes the name away.
"""

import shutil
from contextlib import suppress
from pathlib import Path

from newsoil._errors import NewSoilError, NotSaved, NotSealed, NotUnsealed
from newsoil.journal.carrying import carry
from newsoil.journal.files import clear_drafts, make_private, sync
from newsoil.journal.forms import PLAIN
from newsoil.journal.keyfile import KeyFile, read_key_file, write_key_file
from newsoil.journal.leftovers import take_in_leftovers
from newsoil.journal.months import month_files
from newsoil.journal.private import hide_private, show_private
from newsoil.journal.sealed import Keys, Sealed
from newsoil.journal.shelf import Shelf
from newsoil.journal.slow import COST, Cost, check_new
from newsoil.journal.store import Store
from newsoil.journal.wrapping import new_key_file, open_by_passphrase, open_by_recovery

_OTHERS = (".DS_Store", "Thumbs.db", "desktop.ini")
"""What systems put into folders; it holds no words."""


def seal(store: Store, passphrase: str, recovery: str, cost: Cost = COST) -> tuple[str, ...]:
    """Seal a plain journal; it stays open in this store. `recovery` is a new recovery key that the person has been shown.

    Returns one sentence for each plain file that could not be erased; the next unsealing tries again.

    Raises:
        NotSealed: the passphrase is too short, the journal is sealed already, or something could not be written and read back. The
            journal is plain and whole.
        NotSaved: the disk refused before anything was done.
    """
    check_new(passphrase)
    with store.alone():
        if store.is_sealed:
            raise NotSealed("This journal is sealed already.")
        plain, draft = Shelf(store.folder, PLAIN), store.folder / "sealing"
        try:
            make_private(plain.entries)
            _check_strays(plain)
            _remove(draft)
            file, data = new_key_file(passphrase, recovery, cost)
            keys = Keys(file.journal, data)
            _build(plain, Shelf(draft, Sealed(keys)), file, passphrase, recovery)
            draft.rename(store.folder / "sealed")
        except (OSError, NewSoilError) as error:
            _give_up(draft)
            raise NotSealed(f"The journal was not sealed and is as it was. {_said(error)}") from error
        store.door.hold(keys, file)
        return _erase_plain(store.folder, Shelf(store.folder / "sealed", Sealed(keys)))


def remove_seal(store: Store) -> None:
    """Make an open sealed journal plain again.

    Raises:
        Locked: the journal is not open.
        NotSealed: it is not sealed, or something could not be written and read back. The journal is sealed and whole.
        NotSaved: the disk refused before anything was done.
    """
    with store.held() as shelf:
        if not shelf.is_sealed:
            raise NotSealed("This journal is not sealed.")
        plain, leaving = Shelf(store.folder, PLAIN), store.folder / "leaving"
        if store.door.odd:
            raise NotSealed(f"The seal stays on. {store.door.odd[0]}")
        try:
            _remove(leaving)
            carry(shelf, plain)
            show_private(store.folder, shelf)
            shelf.root.rename(leaving)
        except (OSError, NewSoilError) as error:
            take_in_leftovers(store.folder, shelf)
            raise NotSealed(f"The seal was not taken off; the journal is as it was. {_said(error)}") from error
        store.lock()
        with suppress(OSError):  # until the name is settled, a power cut may bring back the sealed journal: it has to be whole
            sync(store.folder)
            _remove(leaving)


def _build(plain: Shelf, sealed: Shelf, file: KeyFile, passphrase: str, recovery: str) -> None:
    """The whole sealed journal under the name of a draft, read back. Raises `OSError` or an error of New Soil."""
    make_private(sealed.root)
    carry(plain, sealed)
    hide_private(plain.root, sealed)
    write_key_file(sealed.root, file)
    again = read_key_file(sealed.root)
    if open_by_passphrase(again, passphrase) != open_by_recovery(again, recovery):
        raise NotUnsealed("The key file does not hold what was written to it.")


def _erase_plain(folder: Path, sealed: Shelf) -> tuple[str, ...]:
    """Erase what is plain. Whatever goes wrong here, the journal is sealed."""
    try:
        sync(folder)
        return tuple(take_in_leftovers(folder, sealed).values())
    except (OSError, NotSaved) as error:
        return (f"Some files that are not sealed are still there and go with the next unsealing. {_said(error)}",)


def _check_strays(plain: Shelf) -> None:
    """Refuse to seal beside files that are not ours: they may be copies of notes. Raises `OSError` or `NotSealed`."""
    clear_drafts(plain.entries)
    known = {*month_files(plain.entries)}
    strays = [path for path in plain.entries.iterdir() if path not in known and path.name not in _OTHERS]
    if strays:
        raise NotSealed(f"{strays[0]} is not a file of New Soil's. Put it elsewhere, or remove it: it would not be sealed.")


def _said(error: Exception) -> str:
    return str(error) if isinstance(error, NewSoilError) else f"({getattr(error, 'strerror', '') or type(error).__name__})"


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)


def _give_up(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
