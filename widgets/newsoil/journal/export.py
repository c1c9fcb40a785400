"""The journal as one JSON document, for the person to keep or to take elsewhere."""

import msgspec

from newsoil.journal.record import SCHEMA_VERSION, Journal


def to_json(journal: Journal) -> bytes:
    """All entries, also deleted ones that can still be brought back, as indented UTF-8 JSON with a version.

    The bytes are canonical: the same entries give the same bytes, in whatever order their answers were written.
    """
    document = {"format": "newsoil-entries", "schema_version": SCHEMA_VERSION, "entries": journal.entries}
    return msgspec.json.format(msgspec.json.encode(document, order="deterministic"), indent=1) + b"\n"
