"""Opening the browser at an address with a token, without showing the token to other people's process lists."""

import webbrowser
from html import escape
from pathlib import Path

from newsoil.journal.files import write


def announce(home: Path, what: str, address: str, token: str, *, browser: bool, kept: bool = True) -> None:  # noqa: PLR0913 - one line each
    """Print where the app and the notes are, and open the browser if it is wanted. `kept` says whether notes are kept at all."""
    first = f"{address}?token={token}"
    where = (
        f"Your notes: {home / 'journals'}"
        if kept
        else "Nothing is kept: notes are gone with their page, unless people take them as a file."
    )
    print(f"{what}: {first}", where, "To end it: Ctrl+C", sep="\n", flush=True)
    if browser:
        webbrowser.open(doorway(home, first).as_uri())


def doorway(home: Path, address: str) -> Path:
    """A page, readable by its owner alone, that leads to the address: a command line could be read by everyone on the computer."""
    page = home / "server" / "open.html"
    write(page, f'<!doctype html><meta http-equiv="refresh" content="0; url={escape(address)}"><title>Notes</title>\n'.encode())
    return page
