"""What a figure of rows is made of: rows in groups, on one scale that is always drawn whole."""

from collections.abc import Mapping
from typing import Literal

import msgspec

Kind = Literal["open", "stroke", "filled"]
"""The three marks. Their shapes differ, so they stay apart without any colour."""

KINDS: tuple[Kind, ...] = ("open", "stroke", "filled")

Heads = tuple[tuple[float, str], ...]
"""The words of a scale, and where on it they stand."""


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One row: its name, up to three marks, and in words what marks alone do not say."""

    name: str
    open: float | None = None
    stroke: float | None = None
    filled: float | None = None
    told: bool = False
    """Whether its round marks are diamonds: it was told to the person it was about."""
    aside: str = ""
    """Words at the right end of the first line with the name, such as its day, and what marks alone do not say."""

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


TEN = Scale((0, 5, 10))
"""From 0 to 10, with a stroke at both ends and in the middle."""

TEN_HEADS: Heads = ((0, "0"), (5, "5"), (10, "10"))
"""The numbers that stand over these strokes."""


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """Rows that belong together, from the top."""

    rows: tuple[Row, ...]
    title: str = ""
    says: tuple[str, ...] = ()
    """Lines below the title."""
    names: Mapping[Kind, str] = {}
    """What the marks of this group are, where it is not the same for all groups."""
    heads: Heads = ()
    """What stands above the scale of this group, where each group has a scale of its own."""
    ruled: bool = False
    """Whether a thin line parts it from the group above."""
