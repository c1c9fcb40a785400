"""The pulse: one closed question to the group, told back in three words. It cannot be traced to anybody, and that is all it is made for.

The rules are A1 to A10 of `docs/decisions/2026-11-30-30-the-room.md`. What was counted: for 5 to 15 answers nobody who knows their own
answer alone is ever certain of another's (`tests/workshop/test_pulse.py` counts it again, over all results).
"""

from collections.abc import Iterable, Sequence
from typing import Literal

from newsoil.workshop.refused import Refused

Word = Literal["most", "some", "few"]
"""How much of the group is in a band. `few` is “few or none”."""

AT_LEAST = 5
"""Answers without which nothing is shown (A1). A facilitator can raise it to 7 or 10, and never lower it."""

ALLOWED = (5, 7, 10)

STRONG = 7
"""Answers without which nothing is shown in the strong setting, which holds against two people who compare notes (A3)."""

_MOST_BUT = 2
"""A band is “most” with all answers but so many, or more."""

_FEW = 2
"""A band is “few or none” with so many answers, or fewer."""


def words(counts: Sequence[int], *, at_least: int = AT_LEAST, strong: bool = False) -> tuple[Word, ...] | None:
    """One word for each band, or `None` where too few answered to say anything (A1, A3).

    `strong` is the setting for groups whose members know each other well: all words are one step coarser.
    """
    total = sum(counts)
    if total < max(at_least, AT_LEAST, STRONG if strong else 0):
        return None
    coarser = int(strong)
    most, few = max(total - _MOST_BUT - coarser, _FEW + 1 + coarser), _FEW + coarser
    return tuple("most" if count >= most else "few" if count <= few else "some" for count in counts)


def is_mixed(said: Iterable[Word]) -> bool:
    """Whether no band stands out, so that a release says that the group was mixed and nothing else."""
    return all(word == "few" for word in said)


class Pulse:
    """One question while it is open, and what is left of it: words. It lives in memory alone.

    It is asked of the `seats` that there are when it opens, so that nobody who leaves and comes back answers twice. It knows which have
    answered, and how many answers each band has; which answer is whose it never knows.
    """

    def __init__(self, bands: Sequence[str], *, at_least: int = AT_LEAST, strong: bool = False, seats: Iterable[str] | None = None) -> None:
        if at_least not in ALLOWED:
            raise ValueError(f"A pulse shows nothing below 5, 7 or 10 answers, and {at_least} is none of these.")
        self._counts: dict[str, int] | None = dict.fromkeys(bands, 0)
        self._answered: set[str] = set()
        self._asked = None if seats is None else set(seats)
        self._at_least, self._strong = at_least, strong
        self._said: tuple[Word, ...] | None = None

    @property
    def is_open(self) -> bool:
        """Whether it takes answers."""
        return self._counts is not None

    @property
    def answered(self) -> int:
        """How many have answered. The facilitator sees this, and nothing more, while it is open."""
        return len(self._answered)

    def has_answered(self, seat: str) -> bool:
        """Whether this seat has answered; not what."""
        return seat in self._answered

    def answer(self, seat: str, band: str) -> None:
        """Count one answer.

        Raises:
            Refused: it is closed (A2), this seat was not there when it opened or has answered, or there is no such band.
        """
        if self._counts is None:
            raise Refused("pulse-closed")
        if self._asked is not None and seat not in self._asked:
            raise Refused("came-later")
        if seat in self._answered:
            raise Refused("answered-before")
        if band not in self._counts:
            raise Refused("no-such-answer")
        self._answered.add(seat)
        self._counts[band] += 1

    def close(self) -> tuple[Word, ...] | None:
        """End it, and say one word for each band, once and for all; `None` where too few answered.

        What was counted is forgotten with this, and so is who has answered.
        """
        if self._counts is not None:
            self._said = words(tuple(self._counts.values()), at_least=self._at_least, strong=self._strong)
            self._counts = None
            self._answered, self._asked = set(), set()
        return self._said
