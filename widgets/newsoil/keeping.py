"""The commands that keep a journal: backup and restore, seal and unseal. Each does one thing and says in a sentence what it did."""

import argparse
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from newsoil._errors import BadStart
from newsoil.asking import by_of, new_passphrase, secret_of
from newsoil.at_terminal import line_of_progress
from newsoil.journal import Store
from newsoil.journal.document import Document, Preview, preview, read_document
from newsoil.journal.files import read_bytes
from newsoil.journal.restore import is_sealed_backup, merge, open_backup, write_backup

NOT_ALL = 1
"""The exit status when something had to be left out, or nothing was done yet: a script that keeps copies should notice."""


def add_commands(commands: Any, secret: argparse.ArgumentParser) -> None:
    """Tell the command line of these commands. `secret` has the options of whatever opens sealed notes."""
    backup = commands.add_parser("backup", parents=[secret], help="all notes into one file, sealed when your notes are")
    backup.add_argument("file", help="the file to write")
    restore = commands.add_parser("restore", parents=[secret], help="notes from a backup or an export; what is there now stays")
    restore.add_argument("file", help="the file to read")
    restore.add_argument("--yes", action="store_true", help="bring the notes in without asking")
    commands.add_parser("seal", parents=[secret], help="seal your notes with a passphrase")
    commands.add_parser("unseal", parents=[secret], help="take the seal off for good")
    for name, text in (("passphrase", "give sealed notes another passphrase"), ("recovery-key", "print another recovery key")):
        commands.add_parser(name, parents=[secret], help=text)
    commands.choices["passphrase"].add_argument("--new-passphrase-file", metavar="FILE", help="read the new passphrase from a file")


def open_store(options: argparse.Namespace, home: Path) -> Store:
    """The journal of a home that is there; a sealed one is opened. Raises `BadStart` when there is none, or `NotUnsealed`."""
    if not home.is_dir():
        raise BadStart(f"There is no folder {home}. Choose another with --home.")
    store = Store(home)
    if store.is_locked:
        secret, by = secret_of(options), by_of(options)
        with line_of_progress() as tell:
            store.unseal(secret, by, tell=tell)
    return store


def backup(options: argparse.Namespace, home: Path) -> int:
    """Write all notes into one file."""
    store = open_store(options, home)
    with line_of_progress() as tell:
        journal = write_backup(store, Path(options.file).absolute(), tell)
    _say(f"{len(journal.entries)} notes are in {options.file}.")
    _say(*journal.unreadable)
    return NOT_ALL if journal.unreadable else 0


def restore(options: argparse.Namespace, home: Path) -> int:
    """Bring notes in from a file, after saying how many."""
    document = _document(options)
    store = open_store(options, home) if home.is_dir() else Store(home)
    with line_of_progress() as tell:
        looked = preview(store.load(tell), document, tell)
    _tell(looked)
    if not getattr(options, "yes", False) and not _agrees("Bring them in? [y/N] "):
        _say("Nothing was changed.")
        return NOT_ALL
    with line_of_progress() as tell:
        done = merge(store, document, str(datetime.now(UTC).astimezone().date()), tell)
    _say("The notes are in.")
    return NOT_ALL if done.refused else 0


def seal(options: argparse.Namespace, home: Path) -> int:
    """Seal the notes, after showing a recovery key."""
    from newsoil.journal.recovery import new_recovery_key
    from newsoil.journal.sealing import seal as do

    store = Store(home)
    if store.is_sealed:
        raise BadStart("Your notes are sealed already.")
    passphrase, key = new_passphrase(options, "passphrase_file"), new_recovery_key()
    _show_key(key)
    with line_of_progress() as tell:
        left = do(store, passphrase, key, tell=tell)
    _say("Your notes are sealed.", *left)
    return NOT_ALL if left else 0


def unseal(options: argparse.Namespace, home: Path) -> int:
    """Make sealed notes plain again."""
    from newsoil.journal.sealing import remove_seal

    store = open_store(options, home)
    with line_of_progress() as tell:
        remove_seal(store, tell)
    _say("Your notes are plain files again.")
    return 0


def passphrase(options: argparse.Namespace, home: Path) -> int:
    """Give sealed notes another passphrase."""
    from newsoil.journal.rekeying import change_passphrase

    store, secret, new = _sealed(home), secret_of(options), new_passphrase(options, "new_passphrase_file")
    with line_of_progress() as tell:
        change_passphrase(store, secret, new, by_of(options), tell=tell)
    _say("The new passphrase works from now on.")
    return 0


def recovery_key(options: argparse.Namespace, home: Path) -> int:
    """Give sealed notes another recovery key."""
    from newsoil.journal.recovery import new_recovery_key
    from newsoil.journal.rekeying import change_recovery_key

    store, secret, key = _sealed(home), secret_of(options), new_recovery_key()
    with line_of_progress() as tell:
        change_recovery_key(store, secret, key, by_of(options), tell=tell)
    _show_key(key)
    return 0


COMMANDS: dict[str, Callable[[argparse.Namespace, Path], int]] = {
    "backup": backup,
    "restore": restore,
    "seal": seal,
    "unseal": unseal,
    "passphrase": passphrase,
    "recovery-key": recovery_key,
}


def _document(options: argparse.Namespace) -> Document:
    """The notes in the file. Raises `BadStart`, `NotTaken` or `NotUnsealed`."""
    try:
        raw = read_bytes(Path(options.file))
    except OSError as error:
        raise BadStart(f"{options.file} could not be read ({error.strerror}).") from error
    secret = secret_of(options, "of the backup") if is_sealed_backup(raw) else ""
    with line_of_progress() as tell:
        content = open_backup(raw, secret, by_of(options), tell) if is_sealed_backup(raw) else raw
        return read_document(content, tell)


def _sealed(home: Path) -> Store:
    store = Store(home)
    if not store.is_sealed:
        raise BadStart("Your notes are not sealed. To seal them: newsoil seal")
    return store


def _agrees(question: str) -> bool:
    try:
        return input(question).strip().lower() in ("y", "yes")
    except EOFError:
        return False


def _show_key(key: str) -> None:
    print(key)
    _say("This is the recovery key. Print it or write it down, and keep it where nobody else looks.")
    _say("Without passphrase and recovery key nobody can open the notes, and nobody can give them back to you.")


def _tell(looked: Preview) -> None:
    _say(f"{looked.new} new notes, {looked.changed} that add to one that is there, {looked.same} that are there already.")
    _say(*looked.refused)


def _say(*sentences: str) -> None:
    for sentence in sentences:
        print(sentence, file=sys.stderr)
