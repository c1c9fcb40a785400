"""Pages that are run in advance, each with a kernel of its own, so that the next visit finds one ready.

A page that was run in advance is never out of date: its widgets know nothing of the person until the browser says hello, and what the
page itself shows of them (`page_handler`) is put in when it is sent.
"""

import asyncio
import logging
import os
from collections import deque
from collections.abc import Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, Protocol

SIZE = 2
"""Pages kept ready: one for a visit, and one for whoever loads the page again before the next is run."""

CALM_SECONDS = 1.0
"""How long nobody has to come before the next page is run: a moment in which visitors' own pages have the computer to themselves."""

MADE_WITHIN = 60.0
"""A page that takes longer, in seconds, is given up."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class ReadyPage:
    """A page that was run: its kernel, and the parts in which it is sent."""

    kernel: str
    parts: tuple[str, ...]


class Keeper(Protocol):
    """What the pool asks of a kernel manager (`PatientKernelManager` is one)."""

    kept: set[str]

    async def lives(self, kernel_id: str) -> bool:
        """Whether the kernel is there and has not ended."""

    def hand_out(self, kernel_id: str) -> None:
        """From now on the kernel is a page's."""

    async def discard(self, kernel_id: str) -> None:
        """End a kernel that no page will have."""


def pool_size() -> int:
    """How many pages to keep ready: what `NEWSOIL_POOL` says (0: none), else `SIZE`."""
    asked = os.environ.get("NEWSOIL_POOL", "")
    return int(asked) if asked.isascii() and asked.isdecimal() else SIZE


class PagePool:
    """Keeps pages ready. They are made one after the other, and none while a visitor's own page is being made.

    `read_since` says since when the journal is as pages read it ahead; `None` where they read nothing (`newsoil.journal.shelf`).
    """

    def __init__(
        self, make: Callable[[], Awaitable[ReadyPage]], keeper: Keeper, size: int, read_since: Callable[[], int | None] = lambda: None
    ) -> None:
        self._make, self._keeper, self._size, self._read_since = make, keeper, size, read_since
        self._ready: deque[tuple[ReadyPage, int | None]] = deque()
        self._filling: asyncio.Task[None] | None = None
        self._visits = 0
        self._last_visit = float("-inf")
        self._nobody_is_served = asyncio.Event()
        self._nobody_is_served.set()

    @property
    def ready(self) -> int:
        """How many pages are ready."""
        return len(self._ready)

    def fill(self) -> None:
        """Begin to make what is missing. To be called in the server's loop."""
        if self._size and (self._filling is None or self._filling.done()):
            self._filling = asyncio.get_running_loop().create_task(self._fill())

    async def take(self) -> ReadyPage | None:
        """A page whose kernel lives, now its visitor's; None when there is none. Whatever was taken is made again."""
        self._last_visit = _now()
        self.fill()
        while self._ready:
            page, since = self._ready.popleft()
            if not self._holds_too_much(since) and await self._keeper.lives(page.kernel):
                self._keeper.hand_out(page.kernel)
                return page
            await self._keeper.discard(page.kernel)
        return None

    async def renew(self) -> None:
        """Let go of pages whose kernels hold what is sealed or erased by now, and make others. To be called every few moments.

        A page that waits has read the journal ahead; only with its kernel's end is that gone from memory.
        """
        old = [page for page, since in self._ready if self._holds_too_much(since)]
        self._ready = deque(one for one in self._ready if one[0] not in old)
        for page in old:
            await self._keeper.discard(page.kernel)
        if old:
            self.fill()

    def _holds_too_much(self, since: int | None) -> bool:
        """Whether a page that read what was there since then has read what nobody can read any more."""
        return since is not None and since != self._read_since()

    @asynccontextmanager
    async def visit(self) -> Any:
        """While a visitor's page is being made without us: the computer is theirs."""
        self._visits += 1
        self._nobody_is_served.clear()
        try:
            yield
        finally:
            self._visits -= 1
            self._last_visit = _now()
            if not self._visits:
                self._nobody_is_served.set()

    async def _fill(self) -> None:
        """Make pages until there are enough. A page that cannot be made is not tried again before the next visit."""
        while len(self._ready) < self._size:
            await self._calm()
            since = self._read_since()
            try:
                async with asyncio.timeout(MADE_WITHIN):
                    page = await self._make()
                self._ready.append((page, self._read_since() if since is None else since))
            except Exception as error:  # noqa: BLE001 - whatever it is, visitors get pages that are made for them
                _log.warning("No page could be made in advance (%s): %s", type(error).__name__, error)
                return

    async def _calm(self) -> None:
        """Wait until nobody's page is being made and nobody has come for a moment."""
        await self._nobody_is_served.wait()
        while (wait := self._last_visit + CALM_SECONDS - _now()) > 0:
            await asyncio.sleep(wait)
            await self._nobody_is_served.wait()


def _now() -> float:
    return asyncio.get_running_loop().time()
