"""Putting what is taken out where the person wants it. Nothing that is there is written over unless they say so."""

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from newsoil._errors import BadStart, NotSaved
from newsoil.journal.files import make_private, write


def put(files: Mapping[Path, bytes], *, replace: bool) -> None:
    """Write files, for their owner alone. When one of them is there already, none is written.

    Raises:
        BadStart: a file is there and `replace` is off, or the disk takes none; the text says what to do.
    """
    there = next((path for path in files if path.is_dir() or (not replace and os.path.lexists(path))), None)
    if there is not None:
        other = "is a folder" if there.is_dir() else "is there already"
        raise BadStart(f"{there} {other}. Choose another name, or say --replace if a file may be written over.")
    for path, content in files.items():
        _put(path, content, replace=replace)


def _put(path: Path, content: bytes, *, replace: bool) -> None:
    """Write one file; without `replace` its name is taken first, so that two writers never meet in it."""
    taken = False
    try:
        if not replace:
            make_private(path.parent)
            os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
            taken = True
        write(path, content)
    except (OSError, NotSaved) as error:
        if taken:
            with suppress(OSError):
                path.unlink()
        said = error.strerror if isinstance(error, OSError) else str(error)
        raise BadStart(f"{path} could not be written ({said}). Choose another place with --out.") from error
