"""Notes beside each other in the order of time: a gap stays a gap, and a very long one is drawn shorter.

`times` are whole numbers of days, weeks or months, oldest first. Without a longest gap one mistyped year, or a pause of two years, would
press all notes together until no dot stands by itself.
"""

from collections.abc import Sequence
from itertools import accumulate, pairwise


def places(times: Sequence[int], longest: int) -> list[int]:
    """Where notes stand: the first at 0, each so far from the one before as their times are apart, and at most `longest`."""
    return list(accumulate((min(after - before, longest) for before, after in pairwise(times)), initial=0))[: len(times)]


def stretches(times: Sequence[int], longest: int) -> list[tuple[int, int]]:
    """From which place to which there is no gap that was drawn shorter."""
    at = places(times, longest)
    breaks = [number for number, (before, after) in enumerate(pairwise(times), start=1) if after - before > longest]
    return [(at[first], at[last - 1]) for first, last in pairwise([0, *breaks, len(at)])] if at else []


def fitting(times: Sequence[int], longest: int, columns: int) -> int:
    """How many of the latest notes find a place on so many columns."""
    at = places(times, longest)
    return sum(at[-1] - place < columns for place in at)
