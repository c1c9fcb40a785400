"""What a figure of rows is made of: rows in groups, on one scale that is always drawn whole."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Literal

import msgspec

Kind = Literal["open", "stroke", "filled"]
"""The three marks. Their shapes differ, so they stay apart without any colour."""

KINDS: tuple[Kind, ...] = ("open", "stroke", "filled")

APART = 0.3
"""So much of a scale lies between two marks whose names have room below them on a screen 320 px wide."""


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One line: its name, up to three marks, and in words what marks alone do not say."""

    name: str
    open: float | None = None
    stroke: float | None = None
    filled: float | None = None
    told: bool = False
    """Whether its round marks are diamonds: it was told to the person it was about."""
    aside: str = ""
    """Words at the right end of the line with the name."""
    said: str = ""
    """Words on the scale, beside the marks or in place of them."""

    def known(self) -> list[float]:
        """Where on the scale it has marks."""
        return [value for kind in KINDS if (value := getattr(self, kind)) is not None]

    @property
    def ring(self) -> bool:
        """Whether the open and the filled mark are on one place, one around the other."""
        return self.open is not None and self.open == self.filled


class Scale(msgspec.Struct, frozen=True):
    """A scale from its first tick to its last, and the places apart from it."""

    ticks: tuple[float, ...]
    apart: tuple[float, ...] = ()

    @property
    def low(self) -> float:
        """The left end of the picture."""
        return min(self.ticks)

    @property
    def high(self) -> float:
        """The right end of the picture."""
        return max((*self.ticks, *self.apart))

    @property
    def middle(self) -> float:
        """Where words stand that belong to no mark."""
        return (min(self.ticks) + max(self.ticks)) / 2

    def room(self, row: Row, kinds: tuple[Kind, ...]) -> bool:
        """Whether a row has all these marks, so far from each other that each can have its name below it."""
        places = sorted(value for kind in kinds if (value := getattr(row, kind)) is not None)
        gaps = [after - before for before, after in pairwise(places)]
        return len(places) == len(kinds) and all(gap >= APART * (self.high - self.low) for gap in gaps)


TEN = Scale((0, 5, 10))
"""From 0 to 10, with a stroke at both ends and in the middle."""


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """Rows that belong together, from the top."""

    rows: tuple[Row, ...]
    title: str = ""
    says: str = ""
    """One line below the title."""
    words: tuple[tuple[float, str], ...] = ()
    """What stands above the scale, and where."""
    names: Mapping[Kind, str] = {}
    """What the marks are, said once, below the first row with room for it."""

    def named(self, scale: Scale) -> tuple[int, tuple[Kind, ...]] | None:
        """The row under which its marks are named, and which of them: all three where a row has room for them."""
        all_names: tuple[Kind, ...] = tuple(kind for kind in KINDS if kind in self.names)
        two: tuple[Kind, ...] = tuple(kind for kind in all_names if kind != "stroke")
        for kinds in dict.fromkeys((all_names, two)):
            for number, row in enumerate(self.rows):
                if len(kinds) > 1 and scale.room(row, kinds):
                    return number, kinds
        return None
