"""A page locked with a passphrase: one HTML file that stands alone and opens itself in the browser of whoever knows the passphrase.

Until then it holds nothing of the page but its length, and that only roughly. The recipient has no New Soil, so the key comes from what
every browser can work out: PBKDF2, and not the memory-hard function that seals a journal.
"""

import os
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC

from newsoil.guide import Guide
from newsoil.journal.cipher import NONCE, padded
from newsoil.journal.slow import bytes_of, check_new
from newsoil.takeout.templating import drawn

VERSION = 1

TURNS = 600_000
"""Iterations of PBKDF2 with HMAC-SHA-256 (OWASP, Password Storage Cheat Sheet)."""

SALT = 16
"""Bytes of a salt: 128 bits (NIST SP 800-132, 5.1)."""

_KEY = 32

_SCRIPT = Path(__file__).parent / "templates" / "locked.js"


def to_locked(page: bytes, passphrase: str, guide: Guide) -> bytes:
    """A page as HTML that shows it, unchanged, once the passphrase is typed.

    Raises:
        NotSealed: the passphrase is too short, or no keyboard gives it; nothing was made.
    """
    check_new(passphrase)
    salt, nonce = os.urandom(SALT), os.urandom(NONCE)
    key = PBKDF2HMAC(SHA256(), length=_KEY, salt=salt, iterations=TURNS).derive(bytes_of(passphrase))
    sealed = {
        "version": VERSION,
        "key": "PBKDF2",
        "hash": "SHA-256",
        "turns": TURNS,
        "salt": _text(salt),
        "cipher": "AES-GCM",
        "nonce": _text(nonce),
        "sealed": _text(AESGCM(key).encrypt(nonce, padded(page), None)),
    }
    script = _SCRIPT.read_text("utf-8")
    return drawn("locked.html.j2", guide, sealed=sealed, script=script, script_hash=_text(sha256(script.encode()).digest()))


def _text(raw: bytes) -> str:
    return b64encode(raw).decode()
