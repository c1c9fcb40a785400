"""The page “What this leaves on your device” as markdown: its prose, and every kind of file that New Soil writes, one by one."""

import re
from pathlib import Path

from newsoil._paths import guide_folder
from newsoil.guide import Place, open_guide
from newsoil.guide.pages import prose_of

HERE = "`{folder}`"
"""What stands in the prose where the participant's folder is named."""


def leaves_text(home: Path) -> str:
    """The whole page for the participant's folder `home`.

    Raises:
        BadContent: the guide cannot be used.
    """
    guide = open_guide(guide_folder())
    prose = prose_of("leaves.md").replace(HERE, _code(str(home)))
    told = (_told(place, guide.words.get("leaves", {})) for place in guide.places)
    return "\n\n".join([prose.rstrip(), *told]) + "\n"


def _told(place: Place, words: dict[str, str]) -> str:
    """One kind of file: what it is, how to remove it, what it is called."""
    files = ", ".join(_code(pattern) for pattern in place.files)
    return "\n\n".join((f"### {place.title}", place.says, f"{words['removing']} {place.remove}", f"{words['files']} {files}"))


def _code(text: str) -> str:
    """A name as markdown has it, whatever is in it."""
    line = " ".join(text.splitlines())
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", line)), default=0))
    return f"{fence} {line} {fence}" if "`" in line else f"{fence}{line}{fence}"
