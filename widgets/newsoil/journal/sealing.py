"""Sealing a journal and taking the seal off. At every step one of the two, plain or sealed, is complete.

While the folder `sealed` is there, it is the journal. Sealing fills a folder beside it, reads everything back with passphrase and
recovery key, and then gives that folder its name: one step that happens or does not. Only then are the plain files erased; if that is
interrupted, the next unsealing goes on with it. What a disk keeps of unlinked files is out of reach. Taking the seal off writes the
plain files, reads them back, and takes the name away.

Both hold the journal's lock from the first file to the last, so nothing is written meanwhile: what was written in between would be lost
with the one or stay plain with the other. Both have keys of their own: whoever locks the journal meanwhile does not stop them halfway.
"""

import shutil
from contextlib import suppress
from pathlib import Path

from newsoil._errors import NewSoilError, NotSaved, NotSealed, NotUnsealed
from newsoil.journal.backups import others
from newsoil.journal.carrying import carry
from newsoil.journal.files import OF_SYSTEMS, clear_drafts, make_private, sync
from newsoil.journal.forms import PLAIN
from newsoil.journal.keyfile import KeyFile, read_key_file, write_key_file
from newsoil.journal.leftovers import take_in_leftovers
from newsoil.journal.months import month_files
from newsoil.journal.private import hide_private, show_private
from newsoil.journal.sealed import Keys, Sealed
from newsoil.journal.shelf import Shelf
from newsoil.journal.slow import COST, Cost, check_new
from newsoil.journal.steps import Counter, Steps, untold
from newsoil.journal.store import Store
from newsoil.journal.wrapping import new_key_file, open_by_passphrase, open_by_recovery


def seal(store: Store, passphrase: str, recovery: str, cost: Cost = COST, *, tell: Steps = untold) -> tuple[str, ...]:
    """Seal a plain journal; it stays open in this store. `recovery` is a new recovery key that the person has been shown.

    `tell` hears of the steps: `key` (from the passphrase), `seal` (each file sealed and read back), `check` (what opens it), `clear` (each
    plain file erased). Returns one sentence for each plain file that could not be erased; the next unsealing tries again.

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
            step = Counter(tell, "key", 1)
            file, data = new_key_file(passphrase, recovery, cost)
            keys = Keys(file.journal, data)
            step.one()
            _build(plain, Shelf(draft, Sealed(keys)), file, (passphrase, recovery), tell)
            store.door.hold(keys.copy(), file)  # before it is the journal: whoever looks at that very moment finds it open
            draft.rename(store.folder / "sealed")
        except (OSError, NewSoilError) as error:
            store.door.shut()
            _give_up(draft)
            raise NotSealed(f"The journal was not sealed and is as it was. {_said(error)}") from error
        try:
            return _erase_plain(store.folder, Shelf(store.folder / "sealed", Sealed(keys)), tell)
        finally:
            keys.wipe()


def remove_seal(store: Store, tell: Steps = untold) -> None:
    """Make an open sealed journal plain again. `tell` hears of each file that is opened and read back, in the step `open`.

    Raises:
        Locked: the journal is not open.
        NotSealed: it is not sealed, or something could not be written and read back. The journal is sealed and whole.
        NotSaved: the disk refused before anything was done.
    """
    with store.held() as held:
        if not held.is_sealed:
            raise NotSealed("This journal is not sealed.")
        if store.door.odd:
            raise NotSealed(f"The seal stays on. {store.door.odd[0]}")
        keys, leaving = store.door.own_keys(), store.folder / "leaving"
        shelf = Shelf(held.root, Sealed(keys))
        try:
            _remove(leaving)
            _check_backups(shelf)
            carry(shelf, Shelf(store.folder, PLAIN), tell, "open")
            show_private(store.folder, shelf)
            shelf.root.rename(leaving)
        except (OSError, NewSoilError) as error:
            _close_again(store.folder, shelf)
            raise NotSealed(f"The seal was not taken off; the journal is as it was. {_said(error)}") from error
        except BaseException:  # somebody ended the command: nothing plain is to stay beside what is sealed
            _close_again(store.folder, shelf)
            raise
        finally:
            keys.wipe()
        store.lock()
        with suppress(OSError):  # until the name is settled, a power cut may bring back the sealed journal: it has to be whole
            sync(store.folder)
            _remove(leaving)


def _build(plain: Shelf, sealed: Shelf, file: KeyFile, secrets: tuple[str, str], tell: Steps) -> None:
    """The whole sealed journal under the name of a draft, read back. Raises `OSError` or an error of New Soil."""
    make_private(sealed.root)
    carry(plain, sealed, tell, "seal")
    step = Counter(tell, "check", 1)
    hide_private(plain.root, sealed)
    write_key_file(sealed.root, file)
    again, (passphrase, recovery) = read_key_file(sealed.root), secrets
    if open_by_passphrase(again, passphrase) != open_by_recovery(again, recovery):
        raise NotUnsealed("The key file does not hold what was written to it.")
    step.one()


def _close_again(folder: Path, sealed: Shelf) -> None:
    """Take away the plain files that were written already. Once the sealed journal has lost its name, they are the journal.

    Raises:
        NotSaved: the disk refused; the next unsealing takes them away.
    """
    if sealed.root.exists():
        take_in_leftovers(folder, sealed)


def _erase_plain(folder: Path, sealed: Shelf, tell: Steps) -> tuple[str, ...]:
    """Erase what is plain. Whatever goes wrong here, the journal is sealed."""
    try:
        sync(folder)
        return tuple(take_in_leftovers(folder, sealed, tell).values())
    except (OSError, NotSaved) as error:
        return (f"Some files that are not sealed are still there and go with the next unsealing. {_said(error)}",)


def _check_strays(plain: Shelf) -> None:
    """Refuse to seal beside files that are not ours: they may be copies of notes. Raises `OSError` or `NotSealed`."""
    clear_drafts(plain.entries)
    known = {*month_files(plain.entries)}
    strays = [path for path in plain.entries.iterdir() if path not in known and path.name not in OF_SYSTEMS]
    if strays:
        raise NotSealed(f"{strays[0]} is not a file of New Soil's. Put it elsewhere, or remove it: it would not be sealed.")


def _check_backups(sealed: Shelf) -> None:
    """Refuse to take the seal off what could not be opened, and would go with it. Raises `OSError` or `NotSealed`."""
    if odd := others(sealed):
        raise NotSealed(f"{odd[0]} is no backup that can be opened. Put it aside first.")


def _said(error: Exception) -> str:
    return str(error) if isinstance(error, NewSoilError) else f"({getattr(error, 'strerror', '') or type(error).__name__})"


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)


def _give_up(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
