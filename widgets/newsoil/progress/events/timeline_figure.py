"""The figure of a timeline: a line from top to bottom with a mark for each event, the larger the louder its alarm still is."""

from collections.abc import Sequence
from typing import Any

import msgspec

from newsoil.progress.figures import CONTEXT, INK, MARK, NAME, SURFACE, axis, label, layout, line, marks
from newsoil.progress.words import Words, cut

ROW, HEAD = 54, 44
"""Heights in px of an event, and of the words above those without a date. Up counts px from the top edge, downwards."""

FIRST, SECOND, MIDDLE = 16, 37, 26
"""Where in a row its headline, its second line and its mark stand, in px from the row's top; with one line that stands at the mark."""

SIDE, TEXT = 15, 36
"""The margin in px, in which half of the largest mark has room, and how far from the line the words begin."""

LONGEST = 27
"""Letters of a headline, for a line 288 px wide."""

LOUD = {"silent": 8, "quiet": 12, "in-between": 16, "loud": 20, "very-loud": 25}
"""How large the mark is in px for how loud an alarm still is."""

UNSAID = 8
"""The size in px of a mark whose loudness was not said; it is open."""


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """One event: its date as it was answered and as it is said, its headline, and how loud its alarm still is; "" for what was not said."""

    date: str
    when: str
    headline: str
    loud: str
    who: str = ""
    learned: str = ""


def timeline_figure(events: Sequence[Event], words: Words) -> dict[str, Any]:
    """The events in the order in which they are given; those without a date come last, and stand beside no line."""
    dated = sum(bool(event.date) for event in events)
    head = HEAD if 0 < dated < len(events) or not dated else 0
    tops = [ROW * number + (head if number >= dated else 0) for number in range(len(events))]
    height = ROW * len(events) + head
    middles = [top + MIDDLE for top in tops]
    along = middles[:dated]
    data = [line("time", [0] * len(along), along, color=CONTEXT, width=1.5), *_marks(events, middles)]
    texts = [label(words("undated"), 0, ROW * dated + HEAD / 2, size=NAME, xshift=-SIDE)] * bool(head)
    for event, top in zip(events, tops, strict=True):
        texts += _texts(event, top, words)
    axes = {"xaxis": axis(0, 1), "yaxis": axis(height, 0)}
    return {"data": data, "layout": layout(height, SIDE, SIDE, 0, 0, annotations=texts, **axes)}


def _marks(events: Sequence[Event], middles: list[int]) -> list[dict[str, Any]]:
    """Filled marks in five sizes, and small open ones where nothing was said."""
    said = [(y, LOUD[event.loud]) for event, y in zip(events, middles, strict=True) if event.loud]
    unsaid = [y for event, y in zip(events, middles, strict=True) if not event.loud]
    look = {"color": SURFACE, "size": UNSAID, "line": {"color": MARK, "width": 1.75}}
    return [
        marks("loud", [0] * len(said), [y for y, _ in said], size=[size for _, size in said], line={"width": 0}),
        marks("unsaid", [0] * len(unsaid), unsaid, **look),
    ]


def _texts(event: Event, top: int, words: Words) -> list[dict[str, Any]]:
    """The headline, and below it when it was and how loud its alarm still is."""
    loud = words(f"loud-{event.loud}") if event.loud else ""
    second = ", ".join(part for part in (event.when, loud) if part)
    name = cut(event.headline.rstrip(" ."), LONGEST) or words("no-headline")
    texts = [label(name, 0, top + (FIRST if second else MIDDLE), size=NAME, color=INK, xshift=TEXT - SIDE)]
    return [*texts, label(second, 0, top + SECOND, xshift=TEXT - SIDE)] if second else texts
