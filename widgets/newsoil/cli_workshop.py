"""The command `newsoil workshop`: a room for a group, on this laptop."""

import argparse
import sys
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsoil._paths import WORKSHOPS, programme_folder, support_folder

if TYPE_CHECKING:
    from newsoil.workshop.meeting import Meeting


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
    from newsoil.takeout.evening import plans_of, words_of
    from newsoil.workshop.opening import opened
    from newsoil.workshop.words import read_words

    folder = Path(options.programme).expanduser() if getattr(options, "programme", None) else programme_folder()
    programmes, slips = plans_of(folder, home / WORKSHOPS, words_of(folder))
    print(*slips, sep="\n", end="\n" if slips else "", file=sys.stderr)
    words = read_words(folder)
    end = words.words["console"]["end-meeting"]

    def greet(lead: str, join: str) -> None:
        print(f"Your console: {lead}", f"Phones come in at: {join}", sep="\n")
        print(f"To end it: “{end}” on the console first, then Ctrl+C in this window", flush=True)
        if not getattr(options, "no_browser", False):
            webbrowser.open(doorway(home, lead).as_uri())

    settings = {"rehearsal": options.rehearsal, "at_least": options.at_least, "strong": options.close_group}
    with opened(home / WORKSHOPS, programmes, words, **settings) as meeting:
        try:
            serve_room(meeting, port, only_here=options.only_here, support=support_folder(), greet=greet)
        finally:
            if _goes_on(meeting):
                print(
                    f"The meeting has not ended: it is kept so that it can go on when you start the room again, and “{end}” there ends it."
                )


def _goes_on(meeting: "Meeting") -> bool:
    """Whether it has begun, and its room is still on the disk."""
    return meeting.folder is not None and meeting.room.started is not None and not meeting.is_left
