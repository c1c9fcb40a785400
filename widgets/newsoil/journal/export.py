"""The journal as one JSON document, for the person to keep or to take elsewhere."""

import msgspec

from newsoil.journal.record import SCHEMA_VERSION, Entry, Journal


class _Export(msgspec.Struct, frozen=True):
    """The document, in the order in which it is written."""

    format: str
    schema_version: int
    entries: tuple[Entry, ...]


def to_json(journal: Journal) -> bytes:
    """All entries, also deleted ones that can still be brought back, as indented UTF-8 JSON with a version.

    The bytes are canonical: the same entries give the same bytes, in whatever order their answers were written.
    """
    document = _Export("newsoil-entries", SCHEMA_VERSION, journal.entries)
    return msgspec.json.format(msgspec.json.encode(document, order="deterministic"), indent=1) + b"\n"
