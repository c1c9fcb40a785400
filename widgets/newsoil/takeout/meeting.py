"""A meeting on paper: what each participant gets, and the sheets of the facilitators. With both, an evening needs no screen."""

from collections.abc import Iterator
from datetime import time
from functools import partial
from typing import Any

from newsoil._paths import support_folder
from newsoil.guide import Exercise, Guide, read_as, read_support
from newsoil.takeout.evening import Evening
from newsoil.takeout.handout import ROWS, Size, fit_for_a_group, kind_of, lines_of
from newsoil.takeout.templating import drawn
from newsoil.takeout.words import Words
from newsoil.workshop.plan import Block, Plan
from newsoil.workshop.support_list import SupportList

SILENT_LINES, TOGETHER_LINES = 9, 4
"""Lines to write on in a quiet block that has no sheet, and for a word or two in pairs and threes. Ours: a third of a page; a few notes."""

EMPTY_LINES = 6
"""Lines of a support list that is filled in by hand. Ours: as many as fit on the page beside what always stands there."""

DAY = 24 * 60


def to_meeting_handout(guide: Guide, evening: Evening, *, size: Size = "A4", large: bool = False) -> bytes:
    """What each participant gets, as one HTML file: agreement, blocks, blank exercises, what to do until next time, where help is, cards.

    Raises:
        BadContent: the guide has no exercise that a block names, or the content lacks a text.
    """
    return drawn(
        "meeting.html.j2",
        guide,
        **_shared(guide, evening, size, large=large),
        exercises=list(_exercises(guide, evening.plan)),
        fit=partial(fit_for_a_group, guide),
        lines=lines_of,
        lines_for=_lines_for,
        rows=ROWS,
        kind=kind_of,
        advised=False,
        care="safe-place",
        **where_help_is(guide, evening.support),
    )


def to_leader_sheets(guide: Guide, evening: Evening, *, size: Size = "A4", large: bool = False, begins: time | None = None) -> bytes:
    """What the two facilitators have before them: times, what to say and do, safety, the distress card, the drop-out plan.

    With `begins` each block has its time of day. Raises `BadContent` as `to_meeting_handout` does.
    """
    plan = evening.plan
    times = [(start, block, _clock(begins, start)) for start, block in zip(plan.starts(), plan.block, strict=True)]
    materials = list(dict.fromkeys(one for block in plan.block for one in block.materials))
    shared = _shared(guide, evening, size, large=large) | where_help_is(guide, evening.support)
    return drawn("leader.html.j2", guide, **shared, times=times, materials=materials, titles=_titles(guide, plan))


def where_help_is(guide: Guide, support: SupportList | None) -> dict[str, Any]:
    """What the sheet with places that help is drawn from: the list of a facilitator, or lines to fill one in."""
    return {
        "support": support if support and support.line else None,
        "checked": Words(guide).day(support.checked_on.isoformat()) if support and support.checked_on else "",
        "lists": read_support(support_folder()).directories(),
        "empty": EMPTY_LINES,
    }


def _shared(guide: Guide, evening: Evening, size: Size, *, large: bool) -> dict[str, Any]:
    """What both kinds of sheets need."""
    content = evening.content
    return {
        "evening": evening,
        "plan": evening.plan,
        "content": content,
        "heard": partial(content.say, "handout"),
        "told": partial(content.say, "leader"),
        "read": partial(read_as, situation=None),
        "titled": partial(_title, guide),
        "size": size,
        "large": large,
    }


def _exercises(guide: Guide, plan: Plan) -> Iterator[Exercise]:
    """The exercises of a meeting, each once."""
    return (guide.exercise(name) for name in dict.fromkeys(block.exercise for block in plan.block if block.exercise))


def _title(guide: Guide, exercise: str) -> str:
    return read_as(guide.exercise(exercise).title, None)


def _titles(guide: Guide, plan: Plan) -> dict[str, str]:
    return {one.id: read_as(one.title, None) for one in _exercises(guide, plan)}


def _lines_for(block: Block) -> int:
    """Lines to write on in a block. A quiet one with a sheet of its own has them there."""
    if block.kind == "silent":
        return 0 if block.exercise else SILENT_LINES
    return TOGETHER_LINES if block.kind in ("pairs", "threes") else 0


def _clock(begins: time | None, minutes: int) -> str:
    """The time of day after so many minutes."""
    if begins is None:
        return ""
    hour, minute = divmod((begins.hour * 60 + begins.minute + minutes) % DAY, 60)
    return f"{hour:02}:{minute:02}"
