"""How often the room looks at a code. Whoever guesses has to wait, and whoever types the right one, beside them, waits seconds at most."""

from collections import Counter
from collections.abc import Awaitable, Callable

from newsoil.workshop.refused import Refused

MINUTE = 60

FREE = 12
"""Wrong codes that somebody may send within a minute and wait for nothing. So many wrong keys are answered."""

STEP, LONGEST_STEP, PATIENCE = 0.25, 1.0, 3.0
"""Seconds. After these each code of theirs waits for its turn, and turns lie further apart with each wrong one. A code that would have to
wait for longer is not looked at."""

OF_ALL, OF_REPEATED = 600, 300
"""Wrong codes that are looked at within a minute, from whomever; and as many where whoever sends one has sent a wrong one before. So the
first code from somewhere is looked at while fewer than 300 others guess, and a network of 254 addresses has no 300 others.

The odds: one address has some 75 looks a minute, which is 54,000 in the twelve hours that a code lives at most. There are 244 million
codes, so it finds the right one in one of 4,500 such meetings. All addresses of a network together have 432,000 looks, which is one of
565, or of 3,400 for a meeting of two hours. What is found is a seat, from which nothing can be read that anybody wrote."""


class InAMinute:
    """Counts by who it was, in memory, for a minute. Nothing of it is written."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now, self._since = now, now()
        self._counted: Counter[str] = Counter()

    def __getitem__(self, who: str) -> int:
        """How often it was this one."""
        self._forget()
        return self._counted.get(who, 0)

    def add(self, who: str) -> None:
        """Once more."""
        self._forget()
        self._counted[who] += 1

    def all(self) -> int:
        """How often it was anybody."""
        self._forget()
        return self._counted.total()

    def _forget(self) -> None:
        if self._now() - self._since > MINUTE:
            self._counted.clear()
            self._since = self._now()


class Guesses:
    """Wrong codes, and whose turn it is."""

    def __init__(self, now: Callable[[], float], wait: Callable[[float], Awaitable[None]]) -> None:
        self._now, self._wait = now, wait
        self._wrong = InAMinute(now)
        self._turns: dict[str, float] = {}

    async def turn(self, who: str) -> None:
        """Wait until a code of theirs is looked at. What follows has to look at it at once.

        Raises:
            Refused: it is not looked at, be it right or wrong: else sending more at once would make guessing faster.
        """
        self._turns = {one: turn for one, turn in self._turns.items() if turn > self._now()}
        if self._wrong[who] >= FREE:
            step = min(STEP * (self._wrong[who] - FREE + 1), LONGEST_STEP)
            turn = self._turns.get(who, self._now()) + step
            if turn - self._now() > PATIENCE:
                raise Refused("too-many-codes")
            self._turns[who] = turn
            await self._wait(turn - self._now())
        if self._wrong.all() >= (OF_REPEATED if self._wrong[who] else OF_ALL):
            raise Refused("too-many-codes")

    def was_wrong(self, who: str) -> None:
        """The code that was looked at was none."""
        self._wrong.add(who)
