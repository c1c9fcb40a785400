"""What the files of several tables are called: by their exercises, or by numbers where names are to say nothing."""

import re
from collections.abc import Iterable

_PLAIN = re.compile(r"[A-Za-z0-9~-][A-Za-z0-9._~-]{0,99}")
"""What can be part of a file's name everywhere. A journal that somebody else wrote may name its exercises in any way."""


def names_of(exercises: Iterable[str], *, discreet: bool) -> dict[str, str]:
    """The file of each exercise, in their order. An id that is no name for a file gets a number too."""
    numbered = {exercise: f"notes-{number:02}.csv" for number, exercise in enumerate(exercises, 1)}
    return {exercise: number if discreet or not _PLAIN.fullmatch(exercise) else f"{exercise}.csv" for exercise, number in numbered.items()}
