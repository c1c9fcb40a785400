"""What New Soil leaves on a device, compared with the list on its page."""

import re
from pathlib import Path

from newsoil._paths import guide_folder
from newsoil.guide import Place, read_guide

PLACES = read_guide(guide_folder()).places

_SIGNS = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*"}


def matches(pattern: str, name: str) -> bool:
    """Whether a name below the participant's folder fits a pattern of the page."""
    parts = re.split(r"(\*\*/|\*\*|\*)", pattern)
    return re.fullmatch("".join(_SIGNS.get(part, re.escape(part)) for part in parts), name) is not None


def files(folder: Path) -> list[str]:
    """All files below a folder, by their names from there."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir() or path.is_symlink())


def unnamed(folder: Path) -> list[str]:
    """The files below a participant's folder that no place of the page names."""
    return [name for name in files(folder) if not any(matches(pattern, name) for place in PLACES for pattern in place.files)]


def is_there(place: Place, folder: Path) -> bool:
    """Whether a place of the page is found below a participant's folder."""
    return any(matches(pattern, name) for pattern in place.files for name in files(folder))
