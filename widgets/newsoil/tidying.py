"""Emptying the trash by itself: once a day, what was deleted more than thirty days ago goes for good."""

import logging
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from typing import Any

from newsoil._errors import NewSoilError
from newsoil.beside import Beside, beside
from newsoil.gone import Gone
from newsoil.journal import Store
from newsoil.journal.record import moment
from newsoil.journal.recording import is_time
from newsoil.journal.trash import TRASH, deleted, trash

_log = logging.getLogger(__name__)


class Tidying:
    """Remembers for which day this kernel has looked after the trash already."""

    def __init__(self, gone: Gone, start: Beside = beside, works: Callable[[], AbstractContextManager[None]] = nullcontext) -> None:
        self._gone = gone
        self._start = start
        self._works = works
        self._day = ""

    def at(self, now: Any, store: Store) -> None:
        """Hear the time of a page's clock; the first time of a day, empty the trash beside all else. Never raises.

        Looking costs a moment; only where something is old enough the backups are gone through, which takes a while.
        """
        if not (isinstance(now, str) and is_time(now)) or now[:10] == self._day:
            return
        try:
            if store.is_locked:
                return
            self._day = now[:10]
            old = [entry.id for entry in trash(store.load()) if moment(now) - deleted(entry) > TRASH]
        except NewSoilError as error:
            _log.warning("%s", error)
            return
        if old:
            self._start(lambda: self._empty(now, store))

    def _empty(self, now: str, store: Store) -> None:
        from newsoil.journal.erasing import empty_trash  # it knows ciphers, which whoever never seals never imports

        before, until = {entry.id for entry in trash(store.load())}, self._gone.so_far()
        with self._works():
            try:
                empty_trash(store, now)
            except Exception as error:  # noqa: BLE001 - a page is never worse off for it, and an error's own words may hold an answer
                _log.warning("The trash could not be emptied today (%s).", type(error).__name__)
            after = store.load()
            if not after.unreadable:  # what cannot be seen, because the notes were locked meanwhile for one, is not gone
                self._gone.mark(before - {entry.id for entry in after.entries}, until)
