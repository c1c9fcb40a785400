"""What a facilitator writes into a form of their own, field by field: the agreement, ticks, the log of an evening. Nothing of participants.

A form is one small file. Notebooks are kernels of their own, so each field is merged into what the disk holds now.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

import msgspec

from newsoil._errors import Damaged, NotSaved
from newsoil.journal.files import clear_drafts, locked, write

LONGEST = 20_000
"""Letters in one text. Ours: some eight pages; a log of an evening is one."""

MOST = 100
"""Rows in one field."""


class _File(msgspec.Struct, frozen=True, kw_only=True):
    """A form on the disk."""

    format: Literal["newsoil-form"] = "newsoil-form"
    schema_version: Literal[1] = 1
    answers: dict[str, Any] = {}


def read_form(path: Path) -> dict[str, Any]:
    """What stands in a form; nothing where there is none.

    Raises:
        Damaged: what is there is no form.
        NotSaved: it cannot be read.
    """
    try:
        return msgspec.json.decode(path.read_bytes(), type=_File).answers
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise NotSaved(f"{path} could not be read ({error.strerror}). Check who may read it, and open the page again.") from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Damaged(f"{path} is no file of New Soil ({error}). Move it elsewhere to begin a new one.") from error


def keep_field(path: Path, field: str, value: Any) -> None:
    """Write one field on top of what the form holds now. Raises what `read_form` does, and `NotSaved` when the disk refuses."""
    keep_fields(path, {field: value})


def keep_fields(path: Path, values: Mapping[str, Any]) -> None:
    """Write some fields at once. Raises as `keep_field` does."""
    with locked(path.parent, briefly=True):
        clear_drafts(path.parent)
        answers = {**read_form(path), **values}
        write(path, msgspec.json.format(msgspec.json.encode(_File(answers=answers)), indent=1))


def is_modest_value(value: Any) -> bool:
    """Whether a value is one that a form has: a tick, a text, or rows of texts."""
    if isinstance(value, str):
        return len(value) <= LONGEST
    if isinstance(value, list):
        return len(value) <= MOST and all(isinstance(row, dict) and all(map(_is_text, row.items())) for row in value)
    return value is None or isinstance(value, bool)


def _is_text(pair: tuple[Any, Any]) -> bool:
    return all(isinstance(one, str) and len(one) <= LONGEST for one in pair)
