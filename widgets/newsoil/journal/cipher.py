"""Content as sealed bytes: AES-256-GCM, padded, and bound to its place.

A sealed file is the line `newsoil-sealed 1`, a nonce of 12 bytes, and the cipher's output. The line, the journal's id and the file's
label are associated data, so a file that is put in another's place, into another journal, or given another version does not open. A
former state of the same file in the same place does: telling that would take a counter that lies somewhere else.

Whoever calls has a key for each place, so that nonces, which are random, need only be single among the versions of one file.
"""

import hmac
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from newsoil._errors import Damaged, Newer

VERSION = 1

MARK = b"newsoil-sealed "
"""What every sealed file begins with, whichever version."""

HEAD = MARK + b"%d\n" % VERSION

NONCE = 12
"""Bytes of a nonce: what GCM is made for (NIST SP 800-38D, 5.2.1.1)."""

LEAST = 4096
"""Bytes of content that every file is at least filled up to: a block of most disks, so that short notes look alike at no cost (ours)."""

_LENGTH = 8


def wrap(key: bytes | bytearray, place: str, content: bytes) -> bytes:
    """Content as sealed bytes for one place."""
    nonce, bound = os.urandom(NONCE), HEAD + place.encode()
    return HEAD + nonce + AESGCM(key).encrypt(nonce, padded(content), bound)


def unwrap(key: bytes | bytearray, place: str, raw: bytes) -> bytes:
    """The content of sealed bytes. Raises `Damaged` or `Newer`."""
    if not raw.startswith(HEAD):
        raise _reason(raw)
    nonce, sealed = raw[len(HEAD) : len(HEAD) + NONCE], raw[len(HEAD) + NONCE :]
    try:
        full = AESGCM(key).decrypt(nonce, sealed, HEAD + place.encode())
    except (InvalidTag, ValueError) as error:
        raise Damaged("These bytes were not sealed here, or were changed since.") from error
    return unpadded(full)


def padded(content: bytes) -> bytes:
    """Content with its length before it and zeros after it, up to the next of four sizes a doubling: at most a quarter more (ours)."""
    full = len(content) + _LENGTH
    step = max(LEAST, 1 << max(0, (full - 1).bit_length() - 3))
    size = -(-full // step) * step
    return len(content).to_bytes(_LENGTH) + content + bytes(size - full)


def unpadded(full: bytes) -> bytes:
    """The content of padded bytes."""
    return full[_LENGTH : _LENGTH + int.from_bytes(full[:_LENGTH])]


def subkey(key: bytes | bytearray, purpose: str) -> bytearray:
    """A key for one purpose from a key for many: HMAC-SHA256 as a pseudo-random function."""
    return bytearray(hmac.digest(bytes(key), purpose.encode(), "sha256"))


def _reason(raw: bytes) -> Damaged:
    version = raw[len(MARK) : len(MARK) + 6].partition(b"\n")[0]
    if raw.startswith(MARK) and version.isdigit() and int(version) > VERSION:
        return Newer("These bytes were sealed by a newer New Soil.")
    return Damaged("These bytes are not sealed.")
