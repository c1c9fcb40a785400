"""What a person chose about the app itself: how it looks, where they were. No answers.

While the journal is sealed, `settings.json` holds what has to be known before unsealing, and `PRIVATE` lies in a sealed file.
"""

from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec

from newsoil._errors import Damaged, Locked, NotSaved
from newsoil.journal.files import locked, read_bytes, write
from newsoil.journal.forms import PLAIN, Form
from newsoil.journal.shelf import Shelf, is_sealed

SETTINGS_VERSION: Literal[1] = 1

_Name = Annotated[str, msgspec.Meta(pattern=r"\A[A-Za-z0-9._-]{0,100}\Z")]

_Words = Annotated[str, msgspec.Meta(max_length=200)]

NAME = "settings.json"

PRIVATE = ("stage", "practices", "partner")
"""What tells of the person and not of the app: where they were, what they took on, what they call their partner."""


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Settings of one journal.

    `stage` is where the person was; `title` is what a browser tab says; `exit` is where “Leave quickly” leads; `told` is whether the
    person has read what that does; `acute` is whether the page offers help where words sound like danger; `rounds` is whether it says
    that a theme comes back; `country` is whose help lines it shows, by two letters or as `international`.
    """

    format: Literal["newsoil-settings"] = "newsoil-settings"
    schema_version: Literal[1] = SETTINGS_VERSION
    stage: _Name = ""
    theme: Literal["system", "light", "dark"] = "system"
    size: Literal["100", "115", "130"] = "100"
    letters: Literal["book", "plain"] = "book"
    title: Literal["named", "discreet"] = "named"
    exit: Literal["weather", "encyclopedia", "blank"] = "weather"
    acute: Literal["on", "off"] = "on"
    rounds: Literal["on", "off"] = "on"
    told: bool = False
    language: _Name = ""
    country: _Name = ""
    practices: Annotated[tuple[_Name, ...], msgspec.Meta(max_length=20)] = ()
    partner: _Words = ""


class _Version(msgspec.Struct):
    schema_version: int


def read_settings(folder: Path, shelf: Shelf | None = None) -> Settings:
    """The settings of the journal in `folder`; what is missing, damaged or newer reads as nobody having chosen yet.

    Of a sealed journal the private ones are read from its shelf; without one they read as nobody having chosen.
    """
    try:
        return _all(folder, shelf)
    except NotSaved:
        return Settings()


def change_settings(folder: Path, changes: dict[str, Any]) -> Settings:
    """Change some settings and return them all. Unknown names change nothing. A damaged file is kept beside the new one.

    Raises:
        Locked: the journal is sealed, and one of them is private.
        NotSaved: a value is unknown, the disk refused, or a newer New Soil keeps the settings.
    """
    with locked(folder):
        return change_in(folder, changes)


def change_in(folder: Path, changes: dict[str, Any], shelf: Shelf | None = None) -> Settings:
    """`change_settings` for whoever holds the lock and, when the journal is sealed, has its shelf."""
    before = _all(folder, shelf)
    after = changed(before, changes)
    if not is_sealed(folder):
        put_settings(folder / NAME, PLAIN, before, after)
        return after
    if shelf is None and set(changes) & set(PRIVATE):
        raise Locked("This is kept with the notes, which are sealed. Unseal them first.")
    put_settings(folder / NAME, PLAIN, public(before), public(after))
    if shelf is not None:
        put_settings(secret_path(shelf), shelf.form, private(before), private(after))
    return after


def changed(settings: Settings, changes: dict[str, Any]) -> Settings:
    """Settings with some of them changed. Unknown names change nothing. Raises `NotSaved` when a value is unknown."""
    known = {name: value for name, value in changes.items() if name in Settings.__struct_fields__[2:]}
    try:
        after = msgspec.convert({**msgspec.to_builtins(settings), **known}, type=Settings)
        msgspec.json.encode(after)  # half a letter, which no file can keep
    except (msgspec.ValidationError, ValueError, RecursionError) as error:
        raise NotSaved("This setting is not one that New Soil knows.") from error
    return after


def public(settings: Settings) -> Settings:
    """The settings without what is private."""
    return msgspec.structs.replace(settings, **{name: getattr(Settings(), name) for name in PRIVATE})


def _all(folder: Path, shelf: Shelf | None) -> Settings:
    """The settings of `read_settings`. Raises `NotSaved` when they cannot be read now."""
    known = read_file(folder / NAME) or Settings()
    if not is_sealed(folder):
        return known
    secret = (shelf and read_file(secret_path(shelf), shelf.form)) or Settings()
    return msgspec.structs.replace(known, **{name: getattr(secret, name) for name in PRIVATE})


def private(settings: Settings) -> Settings:
    """The settings without what is public."""
    return msgspec.structs.replace(Settings(), **{name: getattr(settings, name) for name in PRIVATE})


def secret_path(shelf: Shelf) -> Path:
    """Where a sealed journal keeps what is private."""
    return shelf.root / shelf.form.label(NAME)


def read_file(path: Path, form: Form = PLAIN) -> Settings | None:
    """The settings in a file, or nothing when it holds none that we know. Raises `NotSaved` when that cannot be said now."""
    try:
        return msgspec.json.decode(form.unwrap(path.name, read_bytes(path))[1], type=Settings)
    except (FileNotFoundError, IsADirectoryError, Damaged, msgspec.DecodeError, ValueError, RecursionError):
        return None
    except OSError as error:
        raise NotSaved(f"{path} could not be read ({error.strerror}).") from error


def is_newer(path: Path, form: Form) -> bool:
    """Whether a newer New Soil wrote these settings."""
    try:
        content = form.unwrap(path.name, read_bytes(path))[1]
        return msgspec.json.decode(content, type=_Version).schema_version > SETTINGS_VERSION
    except (OSError, Damaged, msgspec.DecodeError, ValueError, RecursionError):
        return False


def put_settings(path: Path, form: Form, before: Settings, after: Settings) -> None:
    """Write changed settings; never over those of a newer New Soil. Raises `NotSaved`."""
    if is_newer(path, form):
        raise NotSaved(f"{path} was written by a newer New Soil and is left as it is.")
    if after != before:
        _make_way(path, form)
        write(path, form.wrap(NAME, msgspec.json.format(msgspec.json.encode(after), indent=1) + b"\n"), form.stamp)


def _make_way(path: Path, form: Form) -> None:
    """Put a file that cannot be read aside. Raises `NotSaved` when it cannot be moved."""
    try:
        if path.exists() and read_file(path, form) is None:
            path.replace(path.with_suffix(".damaged.json"))
    except OSError as error:
        raise NotSaved(f"{path} is damaged and could not be put aside ({error.strerror}).") from error
