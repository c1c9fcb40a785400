"""The figure of the ladder: rungs from light, at the bottom, to tender, at the top; on each what stands there and how it was met."""

from typing import Any

import msgspec

from newsoil.progress.figures import CONTEXT, GRID, TINT, line
from newsoil.progress.own_words.lines_figure import HEIGHTS, Line, lines_figure, middles, own_lines
from newsoil.progress.own_words.shares import Share
from newsoil.progress.words import Words

DRAWN = 12
"""The newest shares that are drawn. Ours: with the ladder around them, more are longer than three screens of a phone."""

TOPICS = 4
"""Topics on a rung without anything told of them that are drawn; more are only counted. Ours: five rungs have to stay a ladder."""

LINES = 2
"""Lines that a topic may have. Ours: it is a headline; the table has all of it."""

LONGEST = 32
"""Letters on a line, between the two rails of a picture 288 px wide."""

AT = 0.05
"""Where the marks are, from 0, the left rail, to 1, the right one."""

FEET, APART, AIR, RAIL = 14, 14, 5, 3
"""In px: how far the rails stand below the last rung, the room below them and around what stands on a rung, how wide a rail is."""

Told = list[tuple[str, list[Share]]]
"""Topics, each with what was told of it, the newest first."""

MARKS = {
    "care": "circle",
    "same-step": "circle-open-dot",
    "pause": "circle-open",
    "danger": "diamond-open",
    "unknown": "line-ew-open",
    "none": "line-ew-open",
}
"""A mark for each way in which something was met; the word stands beside it."""


class Rung(msgspec.Struct):
    """A rung: its name, and what stands on it."""

    name: str
    topics: Told


def ladder_figure(rungs: list[Rung], beside: Told, words: Words) -> dict[str, Any]:
    """The rungs, given from the lightest on, and below the ladder what was told and does not stand on it."""
    lines = [each for rung in reversed(rungs) for each in _on(rung, words)]
    foot = middles(lines)[1] + FEET
    lines += [Line(text=words("beside"), look="head", air=FEET + APART)] if rungs and beside else []
    for topic, shares in beside:
        lines += _told(topic, shares, words)
    places, _ = middles(lines)
    bars = [_bar(y) for each, y in zip(lines, places, strict=True) if each.look == "bar"]
    rails = [line("rails", [0, 0, None, 1, 1], [0, foot, None, 0, foot], color=CONTEXT, width=RAIL)] if rungs else []
    return lines_figure(lines, at=AT, end=0 if beside else FEET, data=rails, shapes=bars)


def _on(rung: Rung, words: Words) -> list[Line]:
    """The name of a rung, what stands on it, and then the rung: who reads from the top must not take it for a heading of what follows."""
    lines = [Line(text=rung.name, look="edge", air=AIR)]
    room = max(TOPICS - sum(bool(shares) for _, shares in rung.topics), 0)
    more = 0
    for topic, shares in rung.topics:
        if shares or room:
            lines += _told(topic, shares, words)
            room -= not shares
        else:
            more += 1
    lines += [Line(text=words("more", n=more), look="small", air=AIR)] if more else []
    return [*lines, Line(look="bar", air=AIR)]


def _told(topic: str, shares: list[Share], words: Words) -> list[Line]:
    """A topic in the person's own words, and below it how each share of it was met, with its mark."""
    lines = own_lines(topic, LINES, air=AIR, longest=LONGEST)
    for share in shares:
        met = words("met-day", met=words(f"met-{share.seen}"), day=words.about(share.about))
        lines.append(Line(text=met, look="small", left=MARKS[share.seen]))
    return lines


def _bar(y: int) -> dict[str, Any]:
    """The rung itself, quieter than the rails and what stands on it."""
    half, edge = HEIGHTS["bar"] / 2, {"width": 1, "color": GRID}
    return {"type": "rect", "x0": 0, "x1": 1, "y0": y - half, "y1": y + half, "fillcolor": TINT, "line": edge, "layer": "below"}
