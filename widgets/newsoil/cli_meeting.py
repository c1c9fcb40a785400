"""The part of `newsoil handout` that prints a whole meeting. What it needs is imported when it is asked for."""

import argparse
import re
import sys
from datetime import date, time
from pathlib import Path
from typing import TYPE_CHECKING

from newsoil._errors import BadStart
from newsoil._paths import WORKSHOPS, guide_folder, programme_folder

if TYPE_CHECKING:
    from newsoil.takeout.handout import Size

SIZES: "dict[str | None, Size]" = {"a4": "A4", "letter": "letter"}

_CLOCK = re.compile(r"([01]?[0-9]|2[0-3])[:.]([0-5][0-9])")


def add_meeting(handout: argparse.ArgumentParser) -> None:
    """Say what can be asked of it."""
    handout.add_argument("--plan", metavar="PLAN", help="a whole meeting: the id of its plan, such as starting-safely")
    handout.add_argument("--programme", metavar="FOLDER", help="a folder with plans and words of your own, in place of ours")
    handout.add_argument("--leader", action="store_true", help="the sheets of the facilitators, apart from those of the participants")
    handout.add_argument(
        "--begins", type=_clock, metavar="TIME", help="when the meeting begins, such as 18:30, for the facilitators’ sheets"
    )
    handout.add_argument("--paper", choices=("a4", "letter"), help="the size of the paper (for a meeting, a4 unless given)")
    handout.add_argument("--home", default=argparse.SUPPRESS, help="the folder with your support list, agreement and plans")


def meeting_handout(options: argparse.Namespace, home: Path) -> bytes:
    """A meeting on paper. What is wrong with the support list, and with plans of one's own, is said on standard error.

    Raises:
        BadStart: exercises were named beside a plan.
    """
    from newsoil.guide import open_guide
    from newsoil.takeout.evening import evening_of, plans_of, words_of
    from newsoil.takeout.meeting import to_leader_sheets, to_meeting_handout

    if options.exercise:
        raise BadStart("A plan brings its own exercises. Name a plan, or name exercises.")
    shelf = home / WORKSHOPS
    folder = Path(options.programme).expanduser() if options.programme else programme_folder()
    content = words_of(folder)
    programmes, slips = plans_of(folder, shelf, content)
    evening = evening_of(programmes, options.plan, content, shelf, date.today())  # noqa: DTZ011 - the facilitator's own day
    if evening.problem:
        checked = evening.support and evening.support.checked_on
        slips.append(content.say("leader", f"support-{evening.problem}", day=checked))
    print(*slips, sep="\n", end="\n" if slips else "", file=sys.stderr)
    guide, size = open_guide(guide_folder()), SIZES.get(options.paper, "A4")
    if options.leader:
        return to_leader_sheets(guide, evening, size=size, large=options.large, begins=options.begins)
    return to_meeting_handout(guide, evening, size=size, large=options.large)


def _clock(text: str) -> time:
    """A time of day. Raises `ArgumentTypeError` when it is none."""
    found = _CLOCK.fullmatch(text)
    if not found:
        raise argparse.ArgumentTypeError("a time is written like 18:30")
    return time(int(found[1]), int(found[2]))
