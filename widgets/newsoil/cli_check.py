"""The part of the `newsoil` command for whoever writes the guide: `check`. What it needs is imported when it is asked for."""

import argparse
import sys
from datetime import UTC, datetime
from typing import Any

NOT_RIGHT = 1
"""The exit status when something has to be corrected."""


def add_commands(commands: Any) -> None:
    """Add `check` to the commands."""
    check = commands.add_parser("check", help="look for slips in the guide, its notebooks and its help lines")
    check.add_argument("--release", action="store_true", help="be strict as before a release: every help line checked, and lately")


def check(options: argparse.Namespace) -> int:
    """Say every problem of the shipped content, one a line. With `--release` a help line that nobody checked lately is one."""
    from newsoil._paths import WORKBOOK, guide_folder, support_folder
    from newsoil.guide import read_guide, read_support, unchecked
    from newsoil.guide.lint import lint

    support = read_support(support_folder())
    problems = lint(read_guide(guide_folder()), WORKBOOK, pages=sorted(guide_folder().glob("*.md")), support=support)
    if options.release:
        problems += unchecked(support, datetime.now(UTC).astimezone().date())
    for problem in problems:
        print(problem)
    print(f"{len(problems)} problems." if problems else "No problem was found.", file=sys.stderr)
    return NOT_RIGHT if problems else 0
