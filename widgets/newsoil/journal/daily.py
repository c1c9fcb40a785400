"""The backup of a day, made before its first word."""

import logging
from collections.abc import Callable

from newsoil._errors import NotSaved
from newsoil.journal.backups import back_up
from newsoil.journal.edit import Edit
from newsoil.journal.shelf import Shelf

_log = logging.getLogger(__name__)


class Daily:
    """Remembers for which day a process has looked after the backup already."""

    def __init__(self) -> None:
        self._day = ""

    def before(self, edit: Edit) -> Callable[[Shelf], None]:
        """What is done before an edit changes a month. A word is not refused because a backup cannot be made."""

        def prepare(shelf: Shelf) -> None:
            if self._day != (day := edit.at[:10]):
                self._day = day
                try:
                    back_up(shelf, day)
                except NotSaved as error:
                    _log.warning("%s", error)

        return prepare
