"""From a passphrase to a key, slowly, so that trying many passphrases on a stolen folder takes very long."""

import unicodedata
from typing import Annotated, Literal

import msgspec
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from newsoil._errors import NotSealed, NotUnsealed

SHORTEST = 8
"""Characters of a passphrase at least (NIST SP 800-63B, 3.1.1.2, for a secret that a person chooses)."""

_MOST_MEMORY = 2**20
"""KiB: a key file that asks for more than 1 GiB is damaged, or means to stop this computer (ours)."""

_MOST = 64

_BLOCK = 8
"""scrypt's r, as RFC 7914 recommends; with it one step of memory is one KiB."""


class Cost(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one try costs: the function, KiB of memory, passes over it, lanes. Kept in the key file, so that it can grow."""

    function: Literal["argon2id", "scrypt"] = "argon2id"
    memory: Annotated[int, msgspec.Meta(ge=8, le=_MOST_MEMORY)] = 64 * 1024
    passes: Annotated[int, msgspec.Meta(ge=1, le=_MOST)] = 3
    lanes: Annotated[int, msgspec.Meta(ge=1, le=_MOST)] = 4


COST = Cost()
"""Argon2id with 64 MiB, three passes, four lanes: the second choice of RFC 9106 (section 4), for machines without 2 GiB to spare."""

SCRYPT = Cost("scrypt", memory=2**17, passes=1, lanes=1)
"""scrypt with N = 2**17, r = 8, p = 1: OWASP's first choice where there is no Argon2id; 128 MiB."""


def possible(cost: Cost) -> Cost:
    """The cost, or that of scrypt where this computer's OpenSSL has no Argon2id (before 3.2)."""
    if cost.function == "argon2id":
        try:
            Argon2id(salt=bytes(16), length=32, iterations=1, lanes=1, memory_cost=8)
        except UnsupportedAlgorithm:
            return SCRYPT
    return cost


def stretch(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    """A key of 32 bytes from a passphrase.

    Raises:
        NotUnsealed: this computer cannot do it: no Argon2id, or not enough memory.
    """
    secret = bytes_of(passphrase)
    try:
        if cost.function == "scrypt":
            return Scrypt(salt=salt, length=32, n=cost.memory, r=_BLOCK, p=cost.passes).derive(secret)
        return Argon2id(salt=salt, length=32, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory).derive(secret)
    except (UnsupportedAlgorithm, MemoryError, ValueError) as error:
        raise NotUnsealed("This computer cannot work out the key: it has too little memory, or too old an OpenSSL.") from error


def check_new(passphrase: str) -> None:
    """Refuse a new passphrase that is too short, or that no keyboard gives. Raises `NotSealed`."""
    if len(unicodedata.normalize("NFC", passphrase)) < SHORTEST:
        raise NotSealed(f"A passphrase has at least {SHORTEST} characters. Four or five words are good and easy to keep in mind.")
    try:
        bytes_of(passphrase)
    except NotUnsealed as error:
        raise NotSealed(str(error)) from error


def bytes_of(passphrase: str) -> bytes:
    """The passphrase in one spelling (RFC 8265: NFC), since keyboards write one letter in several ways. Raises `NotUnsealed`."""
    try:
        return unicodedata.normalize("NFC", passphrase).encode("utf-8")
    except UnicodeEncodeError as error:
        raise NotUnsealed("This passphrase has half a letter in it. Type it once more.") from error
