"""The private settings of a journal while it is sealed and while its seal is taken off. Whoever calls holds the lock."""

from pathlib import Path

import msgspec

from newsoil._errors import NotSaved
from newsoil.journal.forms import PLAIN
from newsoil.journal.settings import NAME, PRIVATE, Settings, is_newer, private, public, put_settings, read_file, secret_path
from newsoil.journal.shelf import Shelf


def hide_private(folder: Path, shelf: Shelf) -> None:
    """Copy what is private to the shelf of a journal that is about to be sealed. Raises `NotSaved`, also when a newer New Soil keeps it."""
    if is_newer(folder / NAME, PLAIN):
        raise NotSaved(f"{folder / NAME} was written by a newer New Soil. Update New Soil first.")
    put_settings(secret_path(shelf), shelf.form, Settings(), private(read_file(folder / NAME) or Settings()))


def clear_private(folder: Path) -> None:
    """Take what is private, and what could not be read, out of the plain file of a journal that has been sealed. Raises `NotSaved`."""
    known = read_file(folder / NAME)
    if is_newer(folder / NAME, PLAIN):
        return
    try:
        if known is None:
            (folder / NAME).unlink(missing_ok=True)
        (folder / NAME).with_suffix(".damaged.json").unlink(missing_ok=True)
    except OSError as error:
        raise NotSaved(f"{folder / NAME} could not be removed ({error.strerror}).") from error
    if known is not None:
        put_settings(folder / NAME, PLAIN, known, public(known))


def show_private(folder: Path, shelf: Shelf) -> None:
    """Copy what is private back to the plain file of a journal whose seal is about to be taken off. Raises `NotSaved`."""
    known = read_file(folder / NAME) or Settings()
    secret = read_file(secret_path(shelf), shelf.form) or Settings()
    put_settings(folder / NAME, PLAIN, known, msgspec.structs.replace(known, **{name: getattr(secret, name) for name in PRIVATE}))
