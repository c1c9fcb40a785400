"""Where notes are: on the reader's own computer, or on a server that others run. The guide says otherwise of it there."""

import os
from collections.abc import Mapping

WHERE = "NEWSOIL_WHERE"
"""The environment variable that says where: `server`, or nothing for the reader's own computer."""

_THERE = "-on-a-server"
"""How the name of a table ends that holds what changes in another."""

Words = Mapping[str, Mapping[str, str]]


def is_on_a_server() -> bool:
    """Whether notes are on a server that others run."""
    return os.environ.get(WHERE) == "server"


def said_there(words: Words) -> dict[str, dict[str, str]]:
    """A guide's words as they are on a server: those tables with their sentences in place of others."""
    return {name: {**table, **words.get(name + _THERE, {})} for name, table in words.items()}


def page_there(text: str, words: Words) -> str:
    """A page in markdown as it is on a server."""
    pairs = words.get(f"pages{_THERE}", {})
    for name in [name for name in pairs if name.startswith("said-")]:
        text = text.replace(pairs[name], pairs[f"there-{name.removeprefix('said-')}"])
    return text
