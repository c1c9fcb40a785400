"""The figure of a timeline: a line from top to bottom with a mark for each event, the larger the louder its alarm was when it was noted."""

from collections.abc import Sequence
from typing import Any

import msgspec

from newsoil.progress.figures import CONTEXT, INK, MARK, NAME, SURFACE, axis, label, layout, line, marks
from newsoil.progress.words import Words, wrapped

HEAD, ABOVE, HEADLINE, SECOND, APART = 44, 16, 20, 21, 17
"""In px: the height of the words above events without a date; in an event, how far its first line is below its top, how far its lines
are apart, how far below them its second line is, and the air below all. Up counts px from the top edge, downwards."""

SIDE, TEXT = 11, 28
"""The margin in px, in which half of the largest mark has room, and how far from the left edge the words begin."""

LONGEST, LINES = 34, 2
"""Letters on a line of a headline, for a picture 288 px wide, and how many lines one may have. The table has all of it."""

LOUD = {"silent": 8, "quiet": 10.5, "in-between": 13, "loud": 15.5, "very-loud": 18}
"""How large the mark is in px for how loud an alarm was. Ours: with more than 18 px the eye is pulled to what hurts most."""

UNSAID = 8
"""The size in px of a mark whose loudness was not said; it is open."""


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """One event: its date as it was answered and as it is said, its headline, and how loud its alarm was; "" for what was not said."""

    date: str
    when: str
    headline: str
    loud: str
    who: str = ""
    learned: str = ""


def timeline_figure(events: Sequence[Event], words: Words) -> dict[str, Any]:
    """The events in the order in which they are given; those without a date come last, and stand beside no line."""
    dated = sum(bool(event.date) for event in events)
    texts: list[dict[str, Any]] = []
    middles: list[float] = []
    top = 0
    for number, event in enumerate(events):
        if number == dated:
            texts.append(label(words("undated"), 0, top + HEAD / 2, size=NAME, xshift=-SIDE))
            top += HEAD
        lines, middle, height = _event(event, top, words)
        texts += lines
        middles.append(middle)
        top += height
    along = middles[:dated]
    data = [line("time", [0] * len(along), along, color=CONTEXT, width=1.5), *_marks(events, middles)]
    axes = {"xaxis": axis(0, 1), "yaxis": axis(top, 0)}
    return {"data": data, "layout": layout(top, SIDE, SIDE, 0, 0, annotations=texts, **axes)}


def _marks(events: Sequence[Event], middles: list[float]) -> list[dict[str, Any]]:
    """Filled marks in five sizes, and small open ones where nothing was said."""
    said = [(y, LOUD[event.loud]) for event, y in zip(events, middles, strict=True) if event.loud]
    unsaid = [y for event, y in zip(events, middles, strict=True) if not event.loud]
    look = {"color": SURFACE, "size": UNSAID, "line": {"color": MARK, "width": 1.75}}
    return [
        marks("loud", [0] * len(said), [y for y, _ in said], size=[size for _, size in said], line={"width": 0}),
        marks("unsaid", [0] * len(unsaid), unsaid, **look),
    ]


def _event(event: Event, top: int, words: Words) -> tuple[list[dict[str, Any]], float, int]:
    """The headline, and below it when it was and how loud its alarm was; where the mark beside them stands, and how high all is."""
    alarm = words("alarm", loud=words(f"loud-{event.loud}")) if event.loud else ""
    second = ", ".join(part for part in (event.when, alarm) if part)
    names = wrapped(event.headline.rstrip(" ."), LONGEST, LINES) if event.headline else [words("no-headline")]
    first = top + ABOVE
    last = first + HEADLINE * (len(names) - 1)
    texts = [label(name, 0, first + HEADLINE * at, size=NAME, color=INK, xshift=TEXT - SIDE) for at, name in enumerate(names)]
    if second:
        last += SECOND
        texts.append(label(second, 0, last, xshift=TEXT - SIDE))
    return texts, (first + last) / 2, last + APART - top
