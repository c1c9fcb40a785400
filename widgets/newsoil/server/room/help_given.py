"""Whom a phone can ask for help: the facilitator's own list, and the lines of every country. It is in the page before it is needed."""

from datetime import date
from pathlib import Path
from typing import Any

from newsoil._paths import shipped_guide
from newsoil.guide.shown_lines import in_kinds, shown_lines
from newsoil.workshop.support_list import SupportList

PARTS = ("now", "directory", "talk", "own")
"""Parts of the workbook's panel that hold for a group as well. What the workbook is not, it says of itself."""


def help_given(found: SupportList | None, folder: Path | None, language: str) -> dict[str, Any]:
    """What a phone's page is given: `help`, the list of this place, where there is one, and `lines`, as the workbook's pages get them."""
    today = date.today()  # noqa: DTZ011 - the facilitator's own day
    language = language if shipped_guide(language).is_dir() else "en"
    shown = shown_lines(today, language, folder)
    lines = {**shown, "parts": [part for part in shown["parts"] if part["id"] in PARTS]}
    return {"help": _here(found, lines["words"], today, language) if found and found.line else None, "lines": lines}


def _here(found: SupportList, words: dict[str, str], today: date, language: str) -> dict[str, Any]:
    """The list of this place. Its day stands for all of its lines, so none of them says that nobody has checked it."""
    return {
        "place": found.place,
        "emergency": found.emergency,
        "checked_on": found.checked_on.isoformat() if found.checked_on else "",
        "lines": [{**line, "unchecked": not found.checked_on} for line in in_kinds(found.line, words, today, language)],
    }
