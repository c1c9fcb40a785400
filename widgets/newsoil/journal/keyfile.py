"""The key file: how a passphrase, or the recovery key, opens a journal.

A random data key seals everything. It lies here twice, wrapped by a key from the passphrase and by one from the printed recovery key,
so changing the passphrase rewrites only this file. The file also has the public half of the inbox, which needs no secret.

It stands twice on disk, since nothing opens without it.
"""

from pathlib import Path
from typing import Annotated, Literal

import msgspec
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from newsoil._errors import Damaged, Newer, NotSaved
from newsoil.journal.cipher import subkey
from newsoil.journal.files import read_bytes, write
from newsoil.journal.slow import Cost

NAMES = ("key.json", "key.copy.json")

STAMP = 315_532_800_000_000_000
"""The time of change that every sealed file shows, in nanoseconds: the first moment of 1980, the earliest that a zip file can hold."""


class ByPassphrase(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The data key as a passphrase opens it, with what is needed to try one."""

    salt: bytes
    cost: Cost
    wrapped: bytes


class KeyFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The key file of one journal. `journal` is a random id that all sealed files are bound to."""

    format: Literal["newsoil-key"] = "newsoil-key"
    schema_version: Literal[1] = 1
    journal: Annotated[str, msgspec.Meta(pattern=r"\A[0-9a-f]{32}\Z")]
    passphrase: ByPassphrase
    recovery: bytes
    inbox: Annotated[bytes, msgspec.Meta(min_length=32, max_length=32)]


class _Version(msgspec.Struct):
    format: Literal["newsoil-key"]
    schema_version: int


def inbox_key(data: bytearray) -> X25519PrivateKey:
    """The private half of the inbox, which the data key implies."""
    return X25519PrivateKey.from_private_bytes(bytes(subkey(data, "inbox")))


def read_key_file(folder: Path) -> KeyFile:
    """The key file of a sealed journal, or its copy.

    Raises:
        Newer: a newer New Soil wrote it.
        Damaged: neither it nor its copy can be read.
    """
    for name in NAMES:
        try:
            return decode_key_file(read_bytes(folder / name))
        except Newer:
            raise
        except (OSError, Damaged):
            continue
    raise Damaged(f"{folder / NAMES[0]} cannot be read, nor its copy beside it. Put back both from a copy of this folder.")


def decode_key_file(raw: bytes) -> KeyFile:
    """The key file in these bytes. Raises `Damaged` or `Newer`."""
    try:
        return msgspec.json.decode(raw, type=KeyFile)
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        if _version(raw) > 1:
            raise Newer("This journal was sealed by a newer New Soil. Update New Soil to open it.") from error
        raise Damaged("This is no key file.") from error


def write_key_file(folder: Path, file: KeyFile) -> None:
    """Write the key file, then its copy. Raises `NotSaved`."""
    for name in NAMES:
        write(folder / name, encode_key_file(file), STAMP)


def mend_key_file(folder: Path, known: KeyFile | None, data: bytearray) -> KeyFile:
    """Let the key file and its copy say the same, with the inbox that the key implies: an edit sealed for any other would be lost.

    `known` stands in where neither can be read.

    Raises:
        NotSaved: the disk refused, or a newer New Soil wrote the key file.
    """
    try:
        file = read_key_file(folder)
    except Damaged as error:
        if known is None or isinstance(error, Newer):
            raise NotSaved(str(error)) from error
        file = known
    file = msgspec.structs.replace(file, inbox=inbox_key(data).public_key().public_bytes_raw())
    if not _is_whole(folder, file):
        write_key_file(folder, file)
    return file


def _is_whole(folder: Path, file: KeyFile) -> bool:
    """Whether the key file and its copy both are as this one."""
    try:
        return all(read_bytes(folder / name) == encode_key_file(file) for name in NAMES)
    except OSError:
        return False


def encode_key_file(file: KeyFile) -> bytes:
    """The key file as JSON; bytes in it are in base64."""
    return msgspec.json.format(msgspec.json.encode(file), indent=1) + b"\n"


def _version(raw: bytes) -> int:
    try:
        return msgspec.json.decode(raw, type=_Version).schema_version
    except (msgspec.DecodeError, ValueError, RecursionError):
        return 0
