"""The command `newsoil workshop`: a room for a group, on this laptop."""

import argparse
import webbrowser
from pathlib import Path
from typing import Any

from newsoil._paths import programme_folder, support_folder

SHELF = "workshops"
"""The folder of everything that is a facilitator's, within the home."""


def add_commands(commands: Any, served: argparse.ArgumentParser) -> None:
    """Say what can be asked of it."""
    room = commands.add_parser("workshop", parents=[served], help="a room for a group, on this laptop")
    room.add_argument("--rehearsal", action="store_true", help="try it out: nothing is kept, and every page says so")
    room.add_argument("--only-here", action="store_true", help="for this computer alone: no phone reaches it")
    room.add_argument("--at-least", type=int, choices=(5, 7, 10), default=5, help="answers below which a pulse shows nothing (5)")
    room.add_argument(
        "--close-group", action="store_true", help="for people who know each other well: a pulse needs 7 answers and says less"
    )
    room.add_argument("--programme", help="a folder with plans and words of your own, in place of those that come with New Soil")


def workshop(options: argparse.Namespace, home: Path, port: int) -> None:
    """Open a room and serve it until the process is ended."""
    from newsoil.server.opening import doorway
    from newsoil.server.room.serve import serve_room
    from newsoil.workshop.opening import open_meeting
    from newsoil.workshop.programme import read_programmes
    from newsoil.workshop.words import read_words

    folder = Path(options.programme).expanduser() if getattr(options, "programme", None) else programme_folder()
    meeting = open_meeting(
        home / SHELF,
        read_programmes(folder),
        read_words(folder),
        rehearsal=options.rehearsal,
        at_least=options.at_least,
        strong=options.close_group,
    )

    def greet(lead: str, join: str) -> None:
        print(f"Your console: {lead}", f"Phones come in at: {join}", "To end it: Ctrl+C", sep="\n", flush=True)
        if not getattr(options, "no_browser", False):
            webbrowser.open(doorway(home, lead).as_uri())

    serve_room(meeting, port, only_here=options.only_here, support=support_folder(), greet=greet)
