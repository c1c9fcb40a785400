"""The picture: everything a chart widget needs, ready to be sent as JSON."""

from typing import Any

import msgspec

from newsoil.guide import ChartText
from newsoil.progress.findings import State

LISTED = 60
"""The newest notes that a table of a person's own words has. Ours: it can still be read through, and ten years of words would travel
with every picture. Whoever wants all of them finds them among their notes."""


class Table(msgspec.Struct, frozen=True):
    """The numbers of a picture in words a person would say. The first cell of a row names the row."""

    caption: str = ""
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


class Picture(msgspec.Struct, frozen=True, kw_only=True):
    """What a chart widget gets. All texts are plain text, never markup; an empty text is not shown.

    `n` counts the notes (check-ins: the weeks) that the chart is about, and `state` says how much may be said of so many.
    `figure` is plotly JSON, `data` and `layout`, whose colours are names of custom properties such as `--ns-chart-a`
    (`figures.py`); it is None when there is nothing to draw.
    """

    name: str
    state: State
    n: int
    finding: str
    """The heading."""
    subtitle: str = ""
    """What is drawn, and from when to when."""
    figure: dict[str, Any] | None = None
    alternative: str = ""
    """Says the picture to those who do not see it; the table has every number."""
    sentence: str
    """What is said below the picture, always in sight; paragraphs stand apart by a blank line."""
    note: str = ""
    """How far the picture can be trusted."""
    table: Table = Table()
    also: str = ""
    """The words on the button that asks for what the chart shows besides; empty where there is no more to show, or it is shown already."""


def blank(text: ChartText) -> Picture:
    """The picture of a chart that has nothing to draw yet: its name and one sentence, no axes."""
    return Picture(name=text.id, state="empty", n=0, finding=text.title, sentence=text.empty)
