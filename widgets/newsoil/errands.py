"""What takes a while is an errand: done beside all else, one at a time, with word on how far it is."""

import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from newsoil._errors import NewSoilError
from newsoil.beside import Beside, beside
from newsoil.journal.steps import Steps

EVERY = 0.1
"""Seconds between two words on how far a step of an errand is, at least. That it has begun, or is done, is said at once."""

Say = Callable[[dict[str, Any]], None]
"""Sends a message to the page."""

Work = Callable[[Steps], dict[str, Any]]
"""Does an errand and returns the reply. Raises `NewSoilError` with a sentence for the person."""


class Errands:
    """Runs errands. A message that comes a second time, as it may after a line was gone, is answered as the first one was."""

    def __init__(self, say: Say, start: Beside | None = None) -> None:
        self._say = say
        self._start = start or beside
        self._ask = ""
        self._reply: dict[str, Any] | None = {}

    @property
    def is_busy(self) -> bool:
        """Whether an errand is under way."""
        return self._reply is None

    def again(self, ask: str) -> bool:
        """Whether this was asked a moment ago; if so, the page is told how it stands."""
        if not ask or ask != self._ask:
            return False
        self._say({"kind": "progress", "ask": ask, "done": 0, "of": 0} if self._reply is None else self._reply)
        return True

    def forget(self) -> None:
        """Forget the last answer, which may hold notes."""
        if not self.is_busy:
            self._ask, self._reply = "", {}

    def run(self, ask: str, work: Work) -> None:
        """Do an errand, unless one is under way."""
        if self.is_busy:
            self._say({"kind": "refused", "ask": ask, "sentence": "Something else on this page is still being done. Wait a moment."})
            return
        self._ask, self._reply = ask, None
        self._start(lambda: self._do(ask, work))

    def _do(self, ask: str, work: Work) -> None:
        try:
            reply = {**work(_Far(self._say, ask)), "ask": ask}
        except NewSoilError as error:
            reply = {"kind": "refused", "ask": ask, "sentence": str(error)}
        except Exception as error:  # noqa: BLE001 - an error's own words may hold an answer, so its kind alone is told
            reply = {
                "kind": "refused",
                "ask": ask,
                "sentence": f"The workbook met an error that it does not know ({type(error).__name__}).",
            }
        self._reply = reply
        self._say(reply)


class _Far:
    """Says to the page how far an errand is. Whatever becomes of saying it, the errand goes on."""

    def __init__(self, say: Say, ask: str) -> None:
        self._say, self._ask = say, ask
        self._step, self._said = "", 0.0

    def __call__(self, done: int, of: int, step: str = "", /) -> None:
        is_new, now = step != self._step, time.monotonic()
        if not (is_new or done >= of or now - self._said >= EVERY):
            return
        self._step, self._said = step, now
        with suppress(Exception):  # the page may be gone
            self._say({"kind": "progress", "ask": self._ask, "done": done, "of": of, **({"step": step} if step else {})})
