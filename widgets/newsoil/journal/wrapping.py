"""The data key of a journal, wrapped by a passphrase and by the printed recovery key."""

import os

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from newsoil._errors import NotUnsealed
from newsoil.journal.cipher import NONCE, subkey
from newsoil.journal.keyfile import ByPassphrase, KeyFile, inbox_key
from newsoil.journal.recovery import read_recovery_key
from newsoil.journal.slow import COST, Cost, possible, stretch

_SALT = 16
"""Bytes of salt (RFC 9106, section 3.1)."""


def new_key_file(passphrase: str, recovery: str, cost: Cost = COST) -> tuple[KeyFile, bytearray]:
    """A key file for a journal that is about to be sealed, and its data key. Raises `NotUnsealed` as `stretch` does."""
    data, journal = bytearray(os.urandom(32)), os.urandom(16).hex()
    file = KeyFile(
        journal=journal,
        passphrase=_by_passphrase(journal, data, passphrase, cost),
        recovery=_shut(_recovery_key(recovery), f"{journal} recovery", data),
        inbox=inbox_key(data).public_key().public_bytes_raw(),
    )
    return file, data


def open_by_passphrase(file: KeyFile, passphrase: str) -> bytearray:
    """The data key. Raises `NotUnsealed`."""
    by = file.passphrase
    opened = _open(stretch(passphrase, by.salt, by.cost), _bound(file.journal, by.salt, by.cost), by.wrapped)
    if opened is None:
        raise NotUnsealed("This is not the passphrase. Nothing is lost; try again.")
    return opened


def open_by_recovery(file: KeyFile, typed: str) -> bytearray:
    """The data key. Raises `NotUnsealed`."""
    opened = _open(_recovery_key(typed), f"{file.journal} recovery", file.recovery)
    if opened is None:
        raise NotUnsealed("This is not the recovery key of this journal. Nothing is lost; look whether there is a newer one.")
    return opened


def with_passphrase(file: KeyFile, data: bytearray, passphrase: str, cost: Cost = COST) -> KeyFile:
    """The key file with another passphrase. Raises `NotUnsealed` as `stretch` does."""
    return msgspec.structs.replace(file, passphrase=_by_passphrase(file.journal, data, passphrase, cost))


def with_recovery(file: KeyFile, data: bytearray, recovery: str) -> KeyFile:
    """The key file with another recovery key. Raises `NotUnsealed` when that is none."""
    return msgspec.structs.replace(file, recovery=_shut(_recovery_key(recovery), f"{file.journal} recovery", data))


def _by_passphrase(journal: str, data: bytearray, passphrase: str, cost: Cost) -> ByPassphrase:
    salt, cost = os.urandom(_SALT), possible(cost)
    return ByPassphrase(salt, cost, _shut(stretch(passphrase, salt, cost), _bound(journal, salt, cost), data))


def _recovery_key(typed: str) -> bytes:
    """A key from the signs of a recovery key; these are as many as a key needs, so nothing has to be slow."""
    return bytes(subkey(read_recovery_key(typed).encode(), "recovery"))


def _bound(journal: str, salt: bytes, cost: Cost) -> str:
    return f"{journal} passphrase {salt.hex()} {msgspec.json.encode(cost).decode()}"


def _shut(key: bytes, bound: str, data: bytearray) -> bytes:
    nonce = os.urandom(NONCE)
    return nonce + AESGCM(key).encrypt(nonce, bytes(data), bound.encode())


def _open(key: bytes, bound: str, wrapped: bytes) -> bytearray | None:
    try:
        return bytearray(AESGCM(key).decrypt(wrapped[:NONCE], wrapped[NONCE:], bound.encode()))
    except (InvalidTag, ValueError):
        return None
