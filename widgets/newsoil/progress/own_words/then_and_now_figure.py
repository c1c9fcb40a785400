"""The figure of words for trust: lists of words, on their left a mark for then, on their right one for now."""

from collections.abc import Sequence
from typing import Any

import msgspec

from newsoil.progress.figures import GRID, line
from newsoil.progress.own_words.lines_figure import HEIGHTS, PLAIN, SIDE, Line, lines_figure, middles, own_lines
from newsoil.progress.words import Words

DRAWN = 16
"""Words of a list that are drawn; more are only counted. Ours: two thirds of the guide's cards, and a list that fits on a phone."""

LINES, SENTENCE = 3, 4
"""Lines that a word, and a sentence of the person's own, may have. The table has all of it."""

LONGEST = 32
"""Letters on a line between two marks, for a picture 288 px wide."""

AIR, APART = 7, 14
"""In px: the room above a word, and above the next list."""

STROKE = 2 * SIDE / 1.4
"""The size in px of the strokes in the margins. plotly draws one 1.4 times as long."""

MARKS = {"essential": "circle", "good-to-have": "circle-open"}
"""A mark for each group that belongs to trust: what is essential is filled."""


class Word(msgspec.Struct, frozen=True):
    """A word of a list, and the group it lay in then and lies in now; nothing where it did not belong to trust."""

    text: str
    then: str
    now: str = ""


class Listed(msgspec.Struct, frozen=True):
    """A list and its heading."""

    head: str
    words: Sequence[Word]


def then_and_now_figure(own: Listed, names: tuple[str, str] | None, lists: Sequence[Listed], words: Words) -> dict[str, Any]:
    """The person's own sentences, each with what stands above it; then the lists, their columns named by `names`, then and now."""
    lines = _own(own)
    if not lists:
        lines.append(Line(text=words("no-cards"), look="small", air=APART))
    elif names:
        lines.append(Line(text=names[0], look="edge", end=names[1], air=APART if lines else 0))
    for each in lists:
        lines += _list(each, words, air=APART if lines and not names else AIR)
    return lines_figure(lines, data=[_rows(lines)] if names else [])


def _rows(lines: Sequence[Line]) -> dict[str, Any]:
    """A quiet line above each word, from edge to edge: in a wide picture the eye has to find from one mark to the other.

    The margins, in which the marks stand, are filled by short strokes of their own, for they have no place on the axis.
    """
    places, _ = middles(lines)
    tops = [y - HEIGHTS[each.look] / 2 - AIR / 2 for each, y in zip(lines, places, strict=True) if each.left or each.right]
    stroke = {"symbol": "line-ew", "size": STROKE, "line": {"color": GRID, "width": 1}}
    rows = line("rows", [0, 1, None] * len(tops), [y for top in tops for y in (top, top, None)], color=GRID, width=1)
    return {**rows, "mode": "lines+markers", "marker": stroke}


def _own(own: Listed) -> list[Line]:
    """The sentences. `then` of each says when it was written."""
    lines = [Line(text=own.head, look="head")] if own.words else []
    for said in own.words:
        lines += [Line(text=said.then, look="edge")] * bool(said.then)
        lines += [Line(text=each.text, look="plain") for each in own_lines(said.text, SENTENCE, longest=PLAIN)]
    return lines


def _list(listed: Listed, words: Words, *, air: int) -> list[Line]:
    lines = [Line(text=listed.head, look="head", air=air)]
    for word in listed.words[:DRAWN]:
        marks = {"left": MARKS.get(word.then, ""), "right": MARKS.get(word.now, "")}
        lines += own_lines(word.text, LINES, air=AIR, longest=LONGEST, **marks)
    more = len(listed.words) - DRAWN
    return lines + [Line(text=words("more", n=more), look="small", air=AIR)] * (more > 0)
