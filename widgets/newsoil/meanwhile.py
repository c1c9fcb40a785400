"""What a page wants written while long work holds its notes: it waits in this kernel, and is written when the work is through."""

import logging
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from threading import Condition

MOST = 10_000
"""What waits at most. What is more waits on the page alone, which sends it again until it is written."""

_log = logging.getLogger(__name__)


class Meanwhile:
    """Whether long work is under way, and what waits for it, in the order in which it came."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._works = 0
        self._waiting: dict[Hashable, Callable[[], object]] = {}

    def keep(self, name: Hashable, write: Callable[[], object]) -> bool:
        """Let something wait if there is long work; whether there is. Of what comes again under its name, the last waits."""
        with self._changed:
            if self._works and len(self._waiting) < MOST:
                self._waiting[name] = write
            return bool(self._works)

    def wait(self, seconds: float) -> None:
        """Wait until no work is under way, for so long at most."""
        with self._changed:
            self._changed.wait_for(lambda: not self._works, seconds)

    @contextmanager
    def work(self) -> Iterator[None]:
        """Long work. Whatever becomes of it, what waited is written after it, before anything else is."""
        with self._changed:
            self._works += 1
        try:
            yield
        finally:
            self._end()

    def _end(self) -> None:
        """Write what waited; what comes while that is done waits its turn. Where other work goes on, that one will."""
        while waiting := self._taken():
            for write in waiting:
                try:
                    write()
                except Exception as error:  # noqa: BLE001 - the others are written all the same; an error's own words may hold an answer
                    _log.error("Something that waited could not be written (%s).", type(error).__name__)

    def _taken(self) -> list[Callable[[], object]]:
        """What is to be written now; once there is nothing, the work is over."""
        with self._changed:
            if self._works == 1 and self._waiting:
                taken = list(self._waiting.values())
                self._waiting.clear()
                return taken
            self._works -= 1
            self._changed.notify_all()
            return []
