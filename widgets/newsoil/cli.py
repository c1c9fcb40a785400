"""The `newsoil` command: the workbook in the browser or in JupyterLab, and what can be taken out of it."""

import argparse
import secrets
import socket
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Any, NoReturn

from newsoil._errors import BadStart, NewSoilError
from newsoil._lean import leave_out_grammars
from newsoil._paths import home_folder
from newsoil.asking import add_options
from newsoil.cli_check import add_commands as add_check
from newsoil.cli_check import check, use_guide
from newsoil.cli_takeout import add_commands as add_takeout
from newsoil.cli_takeout import export, handout
from newsoil.cli_workshop import add_commands as add_workshop
from newsoil.cli_workshop import workshop
from newsoil.journal import chosen_way
from newsoil.journal.files import make_private
from newsoil.keeping import COMMANDS, add_commands

PORT = 7645
"""SOIL on a telephone's keys. The same every time, so that a bookmark works."""

LAB_PORT = 7646

ROOM_PORT = 7647

LAST_PORT = 65535

NEARBY = 20
"""How many ports above the usual one are tried when it is taken and nobody asked for it."""


class _Parser(argparse.ArgumentParser):
    """A parser whose complaint is one sentence."""

    def __init__(self, **options: Any) -> None:
        super().__init__(allow_abbrev=False, **options)

    def error(self, message: str) -> NoReturn:
        said = "There is no such command" if "invalid choice" in message else message[:1].upper() + message[1:].rstrip(".")
        raise BadStart(f"{said}. To see what can be asked: newsoil --help")


def _number(text: str) -> int:
    """A port as it is written. Raises `ArgumentTypeError` when it is none."""
    port = int(text) if text.isascii() and text.isdecimal() and len(text) <= len(str(LAST_PORT)) else 0
    if not 1 <= port <= LAST_PORT:
        raise argparse.ArgumentTypeError(f"a port is a number from 1 to {LAST_PORT}")
    return port


def _parser() -> argparse.ArgumentParser:
    """The whole command line."""
    shared = _Parser(add_help=False, argument_default=argparse.SUPPRESS)
    shared.add_argument("--home", help="the folder of your notes (else NEWSOIL_HOME, else the system's data folder)")
    served = _Parser(add_help=False, parents=[shared], argument_default=argparse.SUPPRESS)
    served.add_argument(
        "--port", type=_number, help=f"the port to serve on (else {PORT}; for JupyterLab {LAB_PORT}, for a room {ROOM_PORT})"
    )
    served.add_argument("--guide", help="a folder with a guide of your own, in place of the one that comes with New Soil")
    served.add_argument("--no-browser", action="store_true", help="do not open a browser")
    app = _Parser(add_help=False, parents=[served], argument_default=argparse.SUPPRESS)
    app.add_argument("--token", help="the token of the first address; a new one each time unless given")
    kept = _Parser(add_help=False, argument_default=argparse.SUPPRESS)
    ways = kept.add_mutually_exclusive_group()
    ways.add_argument("--visitors", dest="way", action="store_const", const="visitor", help="for the app: keep nothing; people take a file")
    ways.add_argument("--try", dest="way", action="store_const", const="try", help="for the app: keep nothing, to try it out")
    parser = _Parser(prog="newsoil", description="A reflection workbook for learning to trust again.", parents=[app, kept])
    parser.add_argument("--version", action="version", version=f"New Soil {version('newsoil')}")
    names = ",".join(("app", "lab", "workshop", "export", "handout", *COMMANDS, "check"))
    commands = parser.add_subparsers(dest="command", parser_class=_Parser, metavar=f"{{{names}}}")
    commands.add_parser("app", parents=[app, kept], help="the workbook in your browser (the same as no command)")
    commands.add_parser("lab", parents=[app], help="the notebooks in JupyterLab")
    add_workshop(commands, served)
    secret = _Parser(add_help=False, parents=[shared], argument_default=argparse.SUPPRESS)
    add_options(secret)
    add_takeout(commands, secret)
    add_commands(commands, secret)
    add_check(commands)
    return parser


def _home(chosen: str | None) -> Path:
    """The participant's folder. Raises `BadStart` when that names none."""
    if chosen is not None and not chosen.strip():
        raise BadStart("--home names no folder. Write one after it, or leave it out.")
    try:
        return home_folder() if chosen is None else Path(chosen).expanduser().resolve()
    except (OSError, RuntimeError) as error:
        raise BadStart(f"The folder of the notes cannot be found ({error}). Choose another with --home.") from error


def _try_out(home: Path) -> None:
    """Make the participant's folder and write in it. Raises `BadStart` when it takes nothing."""
    trial = home / f".trial-{secrets.token_hex(4)}"
    try:
        make_private(home)
        trial.touch()
        trial.unlink()
    except OSError as error:
        raise BadStart(f"The folder {home} cannot be written to ({error.strerror}). Choose another with --home.") from error


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        if sys.platform != "win32":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def _port(asked: int | None, usual: int) -> int:
    """The port to serve on. Raises `BadStart` when the one that was asked for is taken."""
    if asked is None:
        free = next((port for port in range(usual, usual + NEARBY) if _is_free(port)), None)
        if free is None:
            raise BadStart(f"The ports {usual} to {usual + NEARBY - 1} are all taken. Choose another with --port.")
        return free
    if not _is_free(asked):
        raise BadStart(f"The port {asked} is taken or not allowed. Choose another with --port, or leave it out.")
    return asked


def _serve(options: argparse.Namespace, home: Path) -> None:
    """Serve the app or JupyterLab until the person ends it."""
    leave_out_grammars()
    lab = options.command == "lab"
    if lab and hasattr(options, "way"):
        raise BadStart("--visitors and --try are for the app: in JupyterLab notes are kept on this computer. To start it: newsoil app")
    way = getattr(options, "way", None) or chosen_way()
    _try_out(home)
    if hasattr(options, "guide"):
        use_guide(options.guide)
    port = _port(getattr(options, "port", None), LAB_PORT if lab else PORT)
    token = getattr(options, "token", None) or secrets.token_urlsafe(24)
    browser = not getattr(options, "no_browser", False)
    if lab:
        from newsoil.server.lab import serve_lab

        serve_lab(home, port, token=token, browser=browser)
    else:
        from newsoil.server.web import serve

        serve(home, port, token=token, browser=browser, way=way)


def run(arguments: list[str] | None = None) -> int:
    """Do what the command line asks and return the exit status. Raises `NewSoilError` with one sentence when it cannot."""
    options = _parser().parse_args(arguments)
    if options.command == "handout":
        return handout(options, lambda: _home(getattr(options, "home", None)))
    if options.command == "check":
        return check(options)
    home = _home(getattr(options, "home", None))
    if options.command == "export":
        return export(options, home)
    if options.command in COMMANDS:
        return COMMANDS[options.command](options, home)
    if options.command == "workshop":
        _try_out(home)
        if hasattr(options, "guide"):
            use_guide(options.guide)
        workshop(options, home, _port(getattr(options, "port", None), ROOM_PORT))
        return 0
    _serve(options, home)
    return 0


def main() -> None:
    """The `newsoil` command: exit status 2 and one sentence on standard error when something is wrong."""
    try:
        status = run()
    except NewSoilError as error:
        print(error, file=sys.stderr)
        raise SystemExit(2) from error
    except KeyboardInterrupt:
        raise SystemExit(0) from None
    raise SystemExit(status)


if __name__ == "__main__":
    main()
