"""Where the notebooks, the guide and the participant's folder are: in a wheel or in a checkout."""

import os
from pathlib import Path

from platformdirs import user_data_path

_PACKAGE = Path(__file__).resolve().parent


def _shipped(name: str) -> Path:
    """The folder `name` as the wheel carries it, or as it lies in a checkout beside `widgets/`."""
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent.parent / name


WORKBOOK = _shipped("workbook")
DATA = _shipped("data")


def shipped_guide(language: str = "en") -> Path:
    """The folder of the content files of our own guide in one language."""
    return DATA / "guide" / language


def guide_folder(language: str = "en") -> Path:
    """The folder of the content files of the guide that is used: `NEWSOIL_GUIDE`, else our own in one language."""
    chosen = os.environ.get("NEWSOIL_GUIDE", "").strip()
    return Path(chosen).expanduser().resolve() if chosen else shipped_guide(language)


def guide_page(name: str) -> Path:
    """A page of text of the guide that is used, such as `about.md`; our own where it has none."""
    own = guide_folder() / name
    return own if own.is_file() else shipped_guide() / name


def notebook_path(name: str) -> Path:
    """A notebook by its name: the one in `workbook/` of the guide that is used, else our own."""
    own = guide_folder() / "workbook" / name
    return own if own.is_file() else WORKBOOK / name


def programme_folder(language: str = "en") -> Path:
    """The folder of plans for groups, and of the words of a room, in one language."""
    return DATA / "programme" / language


def support_folder() -> Path:
    """The folder of help lines and directories, one file per country."""
    return DATA / "support"


def home_folder() -> Path:
    """The folder of everything that is the participant's: `NEWSOIL_HOME`, else the system's data folder."""
    chosen = os.environ.get("NEWSOIL_HOME", "").strip()
    return Path(chosen).expanduser().resolve() if chosen else user_data_path("newsoil", appauthor=False)
