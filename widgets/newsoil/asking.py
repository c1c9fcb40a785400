"""Asking for a passphrase: in the terminal, unseen, or from a file (`/dev/fd/3` is one).

It never stands in an argument or in the environment, which other programs can read.
"""

import argparse
import getpass
import warnings
from pathlib import Path

from newsoil._errors import BadStart
from newsoil.journal import By


def add_options(parser: argparse.ArgumentParser) -> None:
    """The options of whatever opens sealed notes."""
    parser.add_argument("--passphrase-file", metavar="FILE", help="read the passphrase from the first line of a file instead of asking")
    parser.add_argument("--recovery", action="store_true", help="give the printed recovery key in place of the passphrase")


def by_of(options: argparse.Namespace) -> By:
    """What a command line means to open sealed notes with."""
    return "recovery" if getattr(options, "recovery", False) else "passphrase"


def secret_of(options: argparse.Namespace, of: str = "") -> str:
    """The passphrase or the recovery key, from the terminal or from a file."""
    name = "Recovery key" if by_of(options) == "recovery" else "Passphrase"
    return _first_line(options, "passphrase_file") or _ask(f"{name} {of}".strip() + ": ")


def new_passphrase(options: argparse.Namespace, option: str) -> str:
    """A new passphrase, asked for twice. Raises `BadStart` when the two differ."""
    if given := _first_line(options, option):
        return given
    first = _ask("New passphrase: ")
    if _ask("Once more: ") != first:
        raise BadStart("The two are not the same. Nothing was changed.")
    return first


def _first_line(options: argparse.Namespace, option: str) -> str:
    place = getattr(options, option, None)
    if place is None:
        return ""
    try:
        return Path(place).read_text("utf-8").partition("\n")[0].rstrip("\r")
    except (OSError, UnicodeDecodeError) as error:
        raise BadStart(f"{place} could not be read ({getattr(error, 'strerror', 'it is not UTF-8')}).") from error


def _ask(question: str) -> str:
    """What a person types unseen. Raises `BadStart` where there is no terminal: nothing may be typed in sight."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", getpass.GetPassWarning)
        try:
            return getpass.getpass(question)
        except (EOFError, OSError, getpass.GetPassWarning) as error:
            raise BadStart("There is no terminal to ask for the passphrase. Give it with --passphrase-file.") from error
