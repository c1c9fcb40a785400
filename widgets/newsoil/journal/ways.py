"""The ways in which a person can have their notes kept: on this computer, or nowhere."""

import os
from typing import Literal, get_args

from newsoil._errors import BadStart

Way = Literal["here", "visitor", "try"]
"""`here`: on this computer. `visitor`: in memory, to be taken away as a file. `try`: in memory, and forgotten."""

KEEP = "NEWSOIL_KEEP"
"""The environment variable that names the way that a kernel begins with."""


def chosen_way() -> Way:
    """The way that the environment names, `here` where it names none. Raises `BadStart`: a misspelt wish must not put notes on a disk."""
    named = os.environ.get(KEEP, "").strip() or "here"
    for way in get_args(Way):
        if way == named:
            return way  # type: ignore[no-any-return] # the arguments of a type carry none
    raise BadStart(f"{KEEP} names no way to keep notes. Set it to here, visitor or try, or leave it out.")
