"""What is handed out after a meeting: a page on what it was about, a page until next time. And lists, to go through on paper."""

from functools import partial

from newsoil.guide import Guide, read_as
from newsoil.takeout.handout import ROWS, Size, fit_for_a_group, kind_of, lines_of
from newsoil.takeout.meeting import where_help_is
from newsoil.takeout.templating import drawn
from newsoil.takeout.words import Words
from newsoil.workshop.board import Held
from newsoil.workshop.facilitation import Facilitation
from newsoil.workshop.plan import Plan
from newsoil.workshop.support_list import SupportList

TOLD = ("input", "demonstration", "silent", "pairs", "threes", "all", "grounding")
"""Kinds of blocks that a recap tells. A round, a pulse and the closing belong to the evening alone."""

HAND = 3
"""Lines under a list for what two facilitators decide. Ours."""


def to_recap(guide: Guide, content: Facilitation, held: Held, *, size: Size = "A4", large: bool = False) -> bytes:
    """One page on what a meeting was about, from its plan alone: nothing that anybody said, and nobody who was there.

    Raises:
        BadContent: the content lacks a text.
    """
    plan = held.plan
    blocks = [block for block in plan.block if block.kind in TOLD and block.question] if plan else []
    day = Words(guide).day(held.day.isoformat())
    return _page(guide, content, "recap.html.j2", size, large=large, plan=plan, blocks=blocks, day=day, place=held.place)


def to_between(guide: Guide, content: Facilitation, plan: Plan, *, size: Size = "A4", large: bool = False) -> bytes:
    """The page between two meetings: what can be practised, when, and that all of it can be skipped. Raises as `to_recap` does."""
    return _page(guide, content, "between.html.j2", size, large=large, plan=plan, care="safe-place")


def to_catch_up(guide: Guide, content: Facilitation, plan: Plan, support: SupportList | None = None, *, size: Size = "A4") -> bytes:
    """A meeting in a quarter of an hour, for someone who was not there: its talks in short, its first quiet sheet, a pause, where help is.

    It is for one person alone, so what is done in pairs and threes is left out, and nothing says that they were not there.
    Raises as `to_recap` does, or because the guide has no exercise that a block names.
    """
    blocks = [block for block in plan.block if block.kind == "input" and block.question]
    quiet = next((block.exercise for block in plan.block if block.kind == "silent" and block.exercise), "")
    return _page(
        guide,
        content,
        "catch_up.html.j2",
        size,
        large=False,
        plan=plan,
        blocks=blocks,
        exercises=[guide.exercise(quiet)] if quiet else [],
        read=partial(read_as, situation=None),
        kind=kind_of,
        lines=lines_of,
        fit=partial(fit_for_a_group, guide),
        rows=ROWS,
        advised=False,
        care="at-home-care",
        **where_help_is(guide, support),
    )


def to_lists(guide: Guide, content: Facilitation, names: tuple[str, ...], *, size: Size = "A4", large: bool = False) -> bytes:
    """Lists to go through on paper, with a box before each line. Raises `BadContent` when there is none of a name."""
    return _page(guide, content, "lists.html.j2", size, large=large, checklists=[content.checks(name) for name in names], hand=HAND)


def _page(guide: Guide, content: Facilitation, template: str, size: Size, **given: object) -> bytes:
    return drawn(template, guide, content=content, heard=partial(content.say, "handout"), size=size, **given)
