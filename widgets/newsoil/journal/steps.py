"""How far long work on a journal is: each step of it by a name, and how many of how many pieces of the step are done."""

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

T = TypeVar("T")


class Steps(Protocol):
    """Told after each piece of long work. It only tells: it raises nothing, and the work goes on whatever becomes of it."""

    def __call__(self, done: int, of: int, step: str = "", /) -> None:
        """So many of so many pieces of a step are done."""


def untold(done: int, of: int, step: str = "", /) -> None:
    """Nobody waits to hear how far it is."""


class Counter:
    """Counts the pieces of one step, and tells of each. What turns out to be more than was expected makes the whole larger."""

    def __init__(self, tell: Steps, step: str, of: int) -> None:
        self._tell, self._step, self._of, self._done = tell, step, of, 0
        tell(0, of, step)

    def one(self) -> None:
        """One more piece is done."""
        self._done += 1
        self._of = max(self._of, self._done)
        self._tell(self._done, self._of, self._step)

    def through(self, pieces: Iterable[T]) -> Iterator[T]:
        """The pieces one by one; each counts as done when the next is asked for."""
        for piece in pieces:
            yield piece
            self.one()
