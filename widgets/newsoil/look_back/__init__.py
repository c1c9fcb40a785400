"""Looking back: a kind moment or a hard one, days, words that are looked for, one note, and what this trust rests on."""

import asyncio
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from newsoil.desk import Desk
from newsoil.look_back.answering import LookBack
from newsoil.prompts import LookBackWidget

__all__ = ["LookBack", "look_back"]

BETWEEN = 0.02
"""Seconds between two months that are read ahead: whatever the page asks meanwhile is answered in between."""


def look_back(desk: Desk) -> LookBackWidget:
    """The widget of the page, for one participant's desk; it knows nothing of the person until the browser says hello."""
    back = LookBack(desk)

    def answer(message: dict[str, Any]) -> dict[str, Any]:
        reply = back.answer(message)
        if message.get("kind") == "month":  # the page is being used: words may be looked for soon
            with suppress(RuntimeError):  # outside a kernel there is no loop, and no hurry
                _in_turn(asyncio.get_running_loop(), back.read_ahead())
        return reply

    return LookBackWidget({"words": desk.guide.words.get("look-back", {})}, answer)


def _in_turn(loop: asyncio.AbstractEventLoop, steps: Iterator[None]) -> None:
    """Do one step after another, with room in between."""
    with suppress(StopIteration):
        next(steps)
        loop.call_later(BETWEEN, _in_turn, loop, steps)
