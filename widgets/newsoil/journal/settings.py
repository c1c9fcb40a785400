"""What a person chose about the app itself: how it looks, where they were. No answers; readable before anything is unsealed."""

from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec

from newsoil._errors import NotSaved
from newsoil.journal.files import locked, read_bytes, write

SETTINGS_VERSION: Literal[1] = 1

_Name = Annotated[str, msgspec.Meta(pattern=r"\A[A-Za-z0-9._-]{0,100}\Z")]


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Settings of one journal.

    `stage` is where the person was; `title` is what a browser tab says; `exit` is where “Leave quickly” leads; `told` is whether the
    person has read what that does.
    """

    format: Literal["newsoil-settings"] = "newsoil-settings"
    schema_version: Literal[1] = SETTINGS_VERSION
    stage: _Name = ""
    theme: Literal["system", "light", "dark"] = "system"
    size: Literal["100", "115", "130"] = "100"
    letters: Literal["book", "plain"] = "book"
    title: Literal["named", "discreet"] = "named"
    exit: Literal["weather", "encyclopedia", "blank"] = "weather"
    told: bool = False


class _Version(msgspec.Struct):
    schema_version: int


def _path(folder: Path) -> Path:
    return folder / "settings.json"


def _read(path: Path) -> Settings | None:
    """The settings in a file, or nothing when it holds none that we know."""
    try:
        return msgspec.json.decode(read_bytes(path), type=Settings)
    except (OSError, msgspec.DecodeError, ValueError, RecursionError):
        return None


def read_settings(folder: Path) -> Settings:
    """The settings of the journal in `folder`; what is missing, damaged or newer reads as nobody having chosen yet."""
    return _read(_path(folder)) or Settings()


def _is_newer(path: Path) -> bool:
    try:
        return msgspec.json.decode(read_bytes(path), type=_Version).schema_version > SETTINGS_VERSION
    except (OSError, msgspec.DecodeError, ValueError, RecursionError):
        return False


def change_settings(folder: Path, changes: dict[str, Any]) -> Settings:
    """Change some settings and return them all. Unknown names change nothing. A damaged file is kept beside the new one.

    Raises:
        NotSaved: a value is unknown, the disk refused, or a newer New Soil keeps the settings.
    """
    known = {name: value for name, value in changes.items() if name in Settings.__struct_fields__[2:]}
    path = _path(folder)
    with locked(folder):
        if _is_newer(path):
            raise NotSaved(f"{path} was written by a newer New Soil and is left as it is.")
        before = read_settings(folder)
        try:
            after = msgspec.convert({**msgspec.to_builtins(before), **known}, type=Settings)
        except (msgspec.ValidationError, ValueError, RecursionError) as error:
            raise NotSaved("This setting is not one that New Soil knows.") from error
        if after != before:
            _make_way(path)
            write(path, msgspec.json.format(msgspec.json.encode(after), indent=1) + b"\n")
    return after


def _make_way(path: Path) -> None:
    """Put a file that cannot be read aside. Raises `NotSaved` when it cannot be moved."""
    try:
        if path.exists() and _read(path) is None:
            path.replace(path.with_suffix(".damaged.json"))
    except OSError as error:
        raise NotSaved(f"{path} is damaged and could not be put aside ({error.strerror}).") from error
