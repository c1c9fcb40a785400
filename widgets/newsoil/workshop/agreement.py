"""The agreement of a group: sentences that it may change, and the limits of what can stay in the room, which nobody can take out.

What is kept has no place for the limits. They come from the content each time that the agreement is shown or printed.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from newsoil.workshop.facilitation import Facilitation
from newsoil.workshop.kept_form import read_form

FILE = "agreement.json"

CLAUSES, HERE = "clauses", "here"
"""The fields of its form: sentences of the group, and what the law or the organisation asks for at this place."""


class Agreement(msgspec.Struct, frozen=True, kw_only=True):
    """The agreement as it is shown and printed."""

    limits: tuple[str, ...]
    here: str = ""
    clauses: tuple[str, ...] = ()


def agreement_of(answers: Mapping[str, Any], content: Facilitation) -> Agreement:
    """The agreement that a form holds: its sentences, or the ready ones where nobody has changed any. The limits are always there."""
    rows = answers.get(CLAUSES)
    said = (
        [row.get("says", "") for row in rows if isinstance(row, dict)] if isinstance(rows, list) else [one.says for one in content.clause]
    )
    here = answers.get(HERE)
    return Agreement(
        limits=tuple(one.says for one in content.limit),
        here=here.strip() if isinstance(here, str) else "",
        clauses=tuple(one.strip() for one in said if isinstance(one, str) and one.strip()),
    )


def read_agreement(shelf: Path, content: Facilitation) -> Agreement:
    """The agreement that a facilitator has prepared, or the ready one. Raises `Damaged` or `NotSaved` as `read_form` does."""
    return agreement_of(read_form(shelf / FILE), content)
