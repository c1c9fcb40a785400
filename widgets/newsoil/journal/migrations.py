"""From the record of an older New Soil to that of today: an ordered list of named pure functions over plain JSON.

They run when a file or a document is read. A file is not written because it was read: it takes its new form with the next word
that goes into it.
"""

from collections.abc import Callable
from typing import Any

import msgspec

from newsoil._errors import Damaged, Newer

Step = Callable[[dict[str, Any]], dict[str, Any]]

MIGRATIONS: tuple[Step, ...] = ()
"""In order, what leads from version 1 to 2, from 2 to 3 and so on. There has been one version so far, so there is none."""


class _Head(msgspec.Struct):
    """What every version begins with."""

    format: str
    schema_version: int


def version_of(content: bytes) -> int:
    """The version of a document of entries. Raises `Damaged` when it is none."""
    try:
        head = msgspec.json.decode(content, type=_Head)
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        raise Damaged("This is no document of New Soil.") from error
    if head.format != "newsoil-entries":
        raise Damaged("This is no document of New Soil's notes.")
    return head.schema_version


def migrated(content: bytes, steps: tuple[Step, ...] = MIGRATIONS, first: int = 1) -> bytes:
    """A document of entries as today's version has it; one of that version is returned as it is.

    `first` is the version that the first of the steps begins at, so the last one leads to `first + len(steps)`: today's.

    Raises:
        Newer: a newer New Soil wrote it.
        Damaged: it is no document of entries, or no step begins at its version or takes it.
    """
    version, to = version_of(content), first + len(steps)
    if version > to:
        raise Newer("This was written by a newer New Soil. Update New Soil to read it.")
    if version == to:
        return content
    if version < first:
        raise Damaged("This was not written by any New Soil that is known.")
    try:
        document: dict[str, Any] = msgspec.json.decode(content)
        for number, step in enumerate(steps[version - first :], start=version + 1):
            document = {**step(document), "schema_version": number}
        return msgspec.json.encode(document)
    except (msgspec.DecodeError, LookupError, TypeError, ValueError, AttributeError, RecursionError) as error:
        raise Damaged("This was not written by any New Soil that is known.") from error
