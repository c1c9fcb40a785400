"""The part of the `newsoil` command for whoever writes the guide: `check`. What it needs is imported when it is asked for."""

import argparse
import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from newsoil._errors import BadStart

NOT_RIGHT = 1
"""The exit status when something has to be corrected."""


def add_commands(commands: Any) -> None:
    """Add `check` to the commands."""
    check = commands.add_parser("check", help="look for slips in the guide, its notebooks and its help lines")
    check.add_argument("folder", nargs="?", default="", help="the folder of a guide of your own (else the one that comes with New Soil)")
    check.add_argument("--release", action="store_true", help="be strict as before a release: every help line checked, and lately")


def check(options: argparse.Namespace) -> int:
    """Say every problem of a guide, one a line. With `--release` a help line that nobody checked lately is one.

    Of a guide of somebody's own only what it says itself is read, by its own words in `lint/` or else by ours: what comes with New Soil has
    its own check.
    """
    from newsoil._paths import WORKBOOK, shipped_guide, support_folder
    from newsoil.guide import read_support, unchecked
    from newsoil.guide.lint import lint
    from newsoil.guide.opening import sound_guide
    from newsoil.guide.rules import rules_for

    folder, support = own_guide(options.folder) if options.folder else shipped_guide(), read_support(support_folder())
    guide, pages, rules = sound_guide(folder), sorted(folder.glob("*.md")), rules_for(folder)
    if folder.resolve() == shipped_guide().resolve():
        problems = [*guide.slips, *lint(guide, WORKBOOK, pages=pages, rules=rules, support=support)]
    else:
        problems = [*guide.slips, *lint(guide, folder / "workbook", behind=WORKBOOK, pages=pages, rules=rules)]
    if options.release:
        problems += unchecked(support, datetime.now(UTC).astimezone().date())
    for problem in problems:
        print(problem)
    print(f"{len(problems)} problems." if problems else "No problem was found.", file=sys.stderr)
    return NOT_RIGHT if problems else 0


def own_guide(chosen: str) -> Path:
    """The folder of a guide as a person names it. Raises `BadStart` when there is none."""
    folder = Path(chosen).expanduser().resolve()
    if not folder.is_dir():
        raise BadStart(f"There is no folder {folder}. Name the folder that holds the guide’s files (*.toml).")
    return folder


def use_guide(chosen: str) -> None:
    """Let this process and its kernels use a guide of one's own, and say what of it cannot be used.

    Raises:
        BadStart: there is no such folder.
        BadContent: nothing in it can be used.
    """
    from newsoil.guide import open_guide

    folder = own_guide(chosen)
    for slip in open_guide(folder).slips:
        print(slip, file=sys.stderr)
    os.environ["NEWSOIL_GUIDE"] = str(folder)
