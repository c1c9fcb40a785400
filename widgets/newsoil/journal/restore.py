"""A backup in one file that the person keeps elsewhere, and taking its notes back. What is in the journal stays there.

The file is the journal's canonical export. That of a sealed journal is sealed too: the line `newsoil-backup 1`, the key file with its
length in four bytes before it, and the export as sealed bytes. It opens with the passphrase, or the recovery key, of its day.
"""

from contextlib import suppress
from pathlib import Path

from newsoil._errors import Damaged, NotSaved, NotTaken
from newsoil.journal.backups import back_up
from newsoil.journal.document import Document, Preview, preview
from newsoil.journal.export import to_json
from newsoil.journal.files import read_bytes, write
from newsoil.journal.months import journal_of
from newsoil.journal.record import Journal
from newsoil.journal.shelf import all_files
from newsoil.journal.standing import By
from newsoil.journal.steps import Counter, Steps, untold
from newsoil.journal.store import Store
from newsoil.journal.taking_in import take_in

MARK = b"newsoil-backup "

HEAD = MARK + b"1\n"

_LENGTH = 4


def write_backup(store: Store, path: Path, tell: Steps = untold) -> Journal:
    """Write the whole journal to one file, sealed when the journal is. Returns what it holds, and what could not be read.

    `tell` hears of the steps: `load` (each month), `write` (the file).

    Raises:
        Locked: the journal is sealed and not open.
        NotSaved: the disk refused, or there is a file of this name that is no backup.
    """
    with store.held() as shelf:
        journal = journal_of(all_files(shelf, tell))
        step = Counter(tell, "write", 1)
        content = to_json(journal)
        if shelf.is_sealed:
            content = store.door.sealed_alone(content, HEAD)
    if not _may_replace(path):
        raise NotSaved(f"{path} is there already and is no backup of New Soil's. Choose another name.")
    write(path, content)
    step.one()
    return journal


def is_sealed_backup(raw: bytes) -> bool:
    """Whether these are the bytes of a sealed backup."""
    return raw.startswith(MARK)


def open_backup(raw: bytes, secret: str, by: By = "passphrase", tell: Steps = untold) -> bytes:
    """The export in a sealed backup. `tell` hears of the step `key`.

    Raises:
        NotUnsealed: the secret does not fit.
        NotTaken: the file is damaged, or of a newer New Soil.
    """
    from newsoil.journal.keyfile import decode_key_file
    from newsoil.journal.sealed import Keys, unwrap_alone
    from newsoil.journal.wrapping import open_by_passphrase, open_by_recovery

    start = len(HEAD) + _LENGTH
    end = start + int.from_bytes(raw[len(HEAD) : start])
    try:
        file = decode_key_file(raw[start:end] if raw.startswith(HEAD) else b"")
        step = Counter(tell, "key", 1)
        data = open_by_passphrase(file, secret) if by == "passphrase" else open_by_recovery(file, secret)
        step.one()
        return unwrap_alone(Keys(file.journal, data), raw[end:])
    except Damaged as error:
        raise NotTaken("This backup is damaged, or was written by a newer New Soil.") from error


def merge(store: Store, document: Document, day: str, tell: Steps = untold) -> Preview:
    """Put a document's notes into a journal by their ids; `day` is today, of which there will be a backup from before.

    `tell` hears of the steps: `back-up` (each month copied), `compare` (each note), `bring` (each month written).

    Raises:
        Locked: the journal is sealed and not open.
        NotSaved: the disk refused; doing it again does the rest, and nothing comes twice.
    """
    with store.held() as shelf:
        before = preview(journal_of(all_files(shelf)), document)
        with suppress(NotSaved):
            back_up(shelf, day, tell)
        take_in(shelf, document.entries, tell)
    return before


def _may_replace(path: Path) -> bool:
    """Whether nothing is lost by writing here. Raises `NotSaved`."""
    try:
        raw = read_bytes(path)
    except FileNotFoundError:
        return True
    except OSError as error:
        raise NotSaved(f"{path} cannot be written to ({error.strerror}).") from error
    return is_sealed_backup(raw) or b'"newsoil-entries"' in raw[:100]
