"""The words that raise an alarm in one language, and the places where they are meant: both are data, beside the guide."""

from pathlib import Path
from typing import Annotated, Literal

import msgspec

from newsoil._paths import shipped_guide
from newsoil.guide.reading import read_toml

Reason = Annotated[str, msgspec.Meta(min_length=1)]


class Alarm(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that are not used, each form written out, and what to say instead."""

    words: tuple[str, ...]
    instead: str
    but: tuple[str, ...] = ()
    """Phrases that hold such a word and mean something else."""


class Excuse(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A word, number or address that may stand in one place, and why. `where` is the place as the linter names it."""

    word: str
    where: str
    reason: Reason


class _WordsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    format_version: Literal[1]
    never_first: tuple[str, ...] = msgspec.field(default=(), name="never-first")
    alarm: tuple[Alarm, ...] = ()
    after_a_yes: tuple[Alarm, ...] = msgspec.field(default=(), name="after-a-yes")


class _ExceptionsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    format_version: Literal[1]
    exception: tuple[Excuse, ...] = ()


class Rules(msgspec.Struct, frozen=True, kw_only=True):
    """What the linter knows about a language."""

    alarms: tuple[Alarm, ...] = ()
    after_a_yes: tuple[Alarm, ...] = ()
    """Words that nobody reads who said yes at the gate: they point to the partner."""
    never_first: tuple[str, ...] = ()
    """Words that no prompt begins with."""
    excuses: tuple[Excuse, ...] = ()
    lent: bool = False
    """Whether they are ours, for a guide that brings none: then an exception that nothing needs is no slip of that guide."""


def rules_for(folder: Path) -> Rules:
    """The rules for the guide in `folder`: its own in `lint/`, else ours. Raises `BadContent` as `read_rules` does."""
    own = folder / "lint"
    return read_rules(own) if own.is_dir() else msgspec.structs.replace(read_rules(shipped_guide() / "lint"), lent=True)


def read_rules(folder: Path) -> Rules:
    """The rules in `folder`: `words.toml` and `exceptions.toml`.

    Raises:
        BadContent: one of them is missing or does not fit.
    """
    words = read_toml(folder / "words.toml", _WordsFile)
    return Rules(
        alarms=words.alarm,
        after_a_yes=words.after_a_yes,
        never_first=words.never_first,
        excuses=read_toml(folder / "exceptions.toml", _ExceptionsFile).exception,
    )
