"""The inbox of a sealed journal: edits that arrive while nobody has unsealed it are kept where only the journal can read them.

Each edit is a file of its own, sealed for the public key in the key file by a key pair that is thrown away at once (X25519, HKDF with
SHA-256, AES-256-GCM). Whoever writes it cannot read it again. The next unsealing records the edits in the order in which they came.
"""

from pathlib import Path

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from newsoil._errors import Damaged, NotSaved
from newsoil.journal.cipher import padded, unpadded
from newsoil.journal.edit import Edit
from newsoil.journal.files import read_bytes, write
from newsoil.journal.keyfile import STAMP, KeyFile, inbox_key
from newsoil.journal.sealed import Keys

HEAD = b"newsoil-inbox 1\n"
"""What every edit in the inbox begins with."""

_KEY = 32


def keep(sealed: Path, file: KeyFile, edit: Edit) -> None:
    """Seal an edit into the inbox of a locked journal; on disk and settled when this returns.

    Raises:
        NotSaved: the disk refused.
    """
    name = f"{_last(sealed / 'inbox') + 1:08}"
    once = X25519PrivateKey.generate()
    public = once.public_key().public_bytes_raw()
    key = _key(once, file.inbox, public + file.inbox)
    nonce = bytes(12)  # the key is used once
    content = AESGCM(key).encrypt(nonce, padded(msgspec.json.encode(edit)), _bound(file.journal, name))
    write(sealed / "inbox" / name, HEAD + public + content, STAMP)


def waiting(sealed: Path) -> list[Path]:
    """The edits in the inbox, in the order in which they came. Raises `OSError`."""
    try:
        return sorted(path for path in (sealed / "inbox").iterdir() if path.name.isdigit())
    except FileNotFoundError:
        return []


def read_edit(path: Path, keys: Keys) -> Edit:
    """One edit of the inbox. Raises `OSError`, or `Damaged` when it was not sealed for this journal."""
    raw = read_bytes(path)
    public, content = raw[len(HEAD) : len(HEAD) + _KEY], raw[len(HEAD) + _KEY :]
    if not raw.startswith(HEAD) or len(public) != _KEY:
        raise Damaged("This is no edit of an inbox.")
    private = inbox_key(keys.data)
    try:
        key = _key(private, public, public + private.public_key().public_bytes_raw())
        full = AESGCM(key).decrypt(bytes(12), content, _bound(keys.journal, path.name))
        return msgspec.json.decode(unpadded(full), type=Edit)
    except (InvalidTag, msgspec.DecodeError, ValueError, RecursionError) as error:
        raise Damaged("This is no edit for this journal.") from error


def _last(inbox: Path) -> int:
    try:
        return max((int(path.name) for path in inbox.iterdir() if path.name.isdigit()), default=0)
    except FileNotFoundError:
        return 0
    except OSError as error:
        raise NotSaved(f"The folder {inbox} could not be read ({error.strerror}).") from error


def _key(private: X25519PrivateKey, public: bytes, both: bytes) -> bytes:
    shared = private.exchange(X25519PublicKey.from_public_bytes(public))
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=b"newsoil inbox" + both).derive(shared)


def _bound(journal: str, name: str) -> bytes:
    return HEAD + f"{journal}/{name}".encode()
