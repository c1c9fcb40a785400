"""New Soil: a reflection workbook for learning to trust again. Notebooks import from here and from nowhere else."""

from importlib import import_module
from typing import Any

__all__ = ["open_all_exercises", "open_journal", "open_page", "open_workbook", "open_workshop", "open_your_notes"]


_HOMES = {
    "open_all_exercises": "newsoil.tasks",
    "open_journal": "newsoil.looking",
    "open_page": "newsoil.page",
    "open_workbook": "newsoil.player",
    "open_workshop": "newsoil.facilitate",
    "open_your_notes": "newsoil.your_notes",
}


def __getattr__(name: str) -> Any:
    """Import what a notebook opens only when it opens it, so that the command line answers at once."""
    if name not in _HOMES:
        raise AttributeError(f"module 'newsoil' has no attribute '{name}'")
    return getattr(import_module(_HOMES[name]), name)
