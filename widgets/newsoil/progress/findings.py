"""What may be said of so many notes. Pure functions on plain numbers; every number of ours stands here with its reason.

The rules are those of small samples: show every point, say little. Below ten notes nothing is said about change, no finding
names a cause, and the middle is a median, never a mean.
"""

from collections import Counter
from collections.abc import Sequence
from statistics import median
from typing import Literal, NamedTuple

State = Literal["empty", "one", "few", "some", "enough"]
"""How much there is: 0, 1, 2 to 4, 5 to 9, 10 or more notes."""

Compared = Literal["higher", "lower", "same"]
"""How a month compares with the one before."""

SOME = 5
"""From five notes on a thin line joins them, and range and most common answer are said. Source: single-case research asks for at
least five points a phase (CEC on the WWC design standards, cecdr.org). With fewer, each dot speaks for itself."""

ENOUGH = 10
"""From ten notes on there is a "usual". Source: run charts get a median at 10 to 12 points (davidmwilliamsphd.com)."""

SHIFT = 6
"""So many in a row on one side of the median are a shift; points on the line do not count. Source: the shift rule of run charts,
a rule of thumb: six coins fall alike about once in thirty times."""

BOTH_SIDES = 4
"""Answers on the line are passed over where each side has at least one in so many of those that are not. Ours: the shift rule takes both
sides for alike, and with more than three in four on one side six in a row are nothing rare (more than one time in six)."""

MONTH = 3
"""Two months are compared when each has so many check-ins. Ours: three is the least whose median one odd week cannot move alone."""

STEP = 1
"""Medians of two months differ when they are so many steps of the five-step scale apart. Ours: half a step is no answer."""

WIDE_STEP = 2
"""The same for a scale from 0 to 10. Ours: two of ten are about as far as one of five, and one of ten is easily chance."""

PAIRS = 5
"""So many moments with a number before and after are needed for one sentence on them all. Ours: the same five as in `SOME`."""


class Spread(NamedTuple):
    """The lowest and highest answer, and the most common one, or None when two are equally common."""

    low: int
    high: int
    most: int | None


class Shift(NamedTuple):
    """The latest answers on one side of the usual: `k` of the last `of`, the others being exactly on it."""

    side: Literal["above", "below"]
    k: int
    of: int


class Pairs(NamedTuple):
    """How many of `total` pairs were lower, the same and higher afterwards."""

    lower: int
    same: int
    higher: int

    @property
    def total(self) -> int:
        """The number of pairs."""
        return self.lower + self.same + self.higher


def state(n: int) -> State:
    """How much may be said of `n` notes."""
    if n >= ENOUGH:
        return "enough"
    if n >= SOME:
        return "some"
    return "few" if n > 1 else "one" if n else "empty"


def spread(values: Sequence[int]) -> Spread | None:
    """Range and most common answer, from `SOME` answers on."""
    if len(values) < SOME:
        return None
    (first, often), *rest = Counter(values).most_common(2)
    return Spread(min(values), max(values), None if rest and rest[0][1] == often else first)


def most(values: Sequence[str]) -> list[str]:
    """The most common answer, or all that are equally common; none below `SOME` answers."""
    often = Counter(values)
    return [value for value, times in often.items() if times == max(often.values())] if len(values) >= SOME else []


def usual(values: Sequence[int]) -> float | None:
    """The median, from `ENOUGH` answers on; half a step when the two in the middle differ."""
    return float(median(values)) if len(values) >= ENOUGH else None


def shift(values: Sequence[int]) -> Shift | None:
    """The run that the latest answers form on one side of the usual, if it is `SHIFT` long. `values` are oldest first.

    Where hardly an answer lies on the other side, the usual is an end of the scale that is used: nearly whatever is not on the line is on
    this side, and would be a run however the answers come. There an answer on the line ends the run.
    """
    middle = usual(values)
    if middle is None:
        return None
    above, below = sum(value > middle for value in values), sum(value < middle for value in values)
    return run(values, middle, over_line=min(above, below) * BOTH_SIDES >= above + below)


def run(values: Sequence[int], middle: float, *, over_line: bool = True) -> Shift | None:
    """The run that the latest answers form on one side of `middle`, if it is `SHIFT` long. Those on the line are passed over or end it."""
    above, k, of = False, 0, 0
    for back, value in enumerate(reversed(values), start=1):
        if value == middle and over_line:
            continue
        if value == middle or (k and (value > middle) != above):
            break
        above, k, of = value > middle, k + 1, back
    return Shift("above" if above else "below", k, of) if k >= SHIFT else None


def month_against_month(before: Sequence[int], after: Sequence[int], step: int = STEP) -> Compared | None:
    """How the later month compares with the earlier one, if each has `MONTH` answers; `step` is how far apart their medians differ.

    The later month is that of the latest note, and it may not be over. Which month is over depends on the day on which one looks, and
    what is found must not change because days go by without a note. So nothing waits for a month to end: whoever says what was found
    says that it is so by the notes so far, which stays true, and that one month says little by itself.
    """
    if min(len(before), len(after)) < MONTH:
        return None
    apart = median(after) - median(before)
    return "same" if abs(apart) < step else "higher" if apart > 0 else "lower"


def pairs(both: Sequence[tuple[int, int]]) -> Pairs | None:
    """How often the second number was lower than the first, from `PAIRS` pairs on."""
    if len(both) < PAIRS:
        return None
    lower = sum(after < before for before, after in both)
    same = sum(after == before for before, after in both)
    return Pairs(lower, same, len(both) - lower - same)
