"""Plain files that lie beside a sealed journal: what a crash left while it was sealed, or what somebody put there."""

import shutil
from pathlib import Path

from newsoil._errors import Damaged, NotSaved
from newsoil.journal.backups import clear_unfinished, folders, others, remove
from newsoil.journal.carrying import carry_backups
from newsoil.journal.files import clear_drafts, read_bytes
from newsoil.journal.forms import PLAIN
from newsoil.journal.months import month_files, read
from newsoil.journal.private import clear_private
from newsoil.journal.shelf import Shelf
from newsoil.journal.steps import Counter, Steps, untold
from newsoil.journal.taking_in import take_in

_NO_BACKUP = (
    "{} lies beside a sealed journal, is not sealed and is no backup that could be. It is left as it is: put it elsewhere, or remove it."
)


def take_in_leftovers(folder: Path, sealed: Shelf, tell: Steps = untold) -> dict[Path, str]:
    """Put plain months and backups into the sealed ones and erase them. Returns what cannot be put in, with a sentence; it is left.

    `tell` hears of each file, in the step `clear`, if there is any.

    Raises:
        NotSaved: the disk refused; what is not erased is taken in the next time.
    """
    plain, odd = Shelf(folder, PLAIN), dict[Path, str]()
    try:
        paths = month_files(plain.entries)
        for path in Counter(tell if paths else untold, "clear", len(paths)).through(paths):
            if _has_bytes(sealed, path) or _is_taken_in(sealed, path):
                path.unlink()
            else:
                odd[path] = f"{path} lies beside a sealed journal, is not sealed and could not be put into it. It is left as it is."
        if not odd and (plain.entries.exists() or plain.backups.exists()):
            odd |= {path: _NO_BACKUP.format(path) for path in _clear(plain, sealed)}
    except OSError as error:
        raise NotSaved(f"The folder {folder} still has files that are not sealed ({error.strerror}).") from error
    return odd


def _clear(plain: Shelf, sealed: Shelf) -> list[Path]:
    """Erase what is left of a plain journal that is sealed: drafts, backups, private settings.

    Returns what lies among the backups and is none: it may be notes, and stays. Raises `OSError` or `NotSaved`.
    """
    clear_drafts(plain.root)
    clear_drafts(plain.entries)
    clear_private(plain.root)
    carry_backups(plain, sealed)
    clear_unfinished(plain)
    left = others(plain)
    for path in folders(plain):
        if path not in left and not path.is_symlink():
            remove(path)
    if plain.backups.exists() and not left:
        shutil.rmtree(plain.backups)
    if plain.entries.exists() and not any(plain.entries.iterdir()):
        plain.entries.rmdir()
    return left


def _is_taken_in(sealed: Shelf, path: Path) -> bool:
    """Put the entries of a plain file into the sealed journal; whether all of them are there now. Raises `NotSaved`."""
    file = read(path)
    return not file.unreadable and not take_in(sealed, file.entries)


def _has_bytes(sealed: Shelf, path: Path) -> bool:
    """Whether the sealed journal has this very file."""
    try:
        label = sealed.form.label(path.name)
        return sealed.form.unwrap(label, read_bytes(sealed.entries / label))[1] == read_bytes(path)
    except (OSError, Damaged):
        return False
