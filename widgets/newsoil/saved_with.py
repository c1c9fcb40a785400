"""What a page is told with an entry that was just written: what it comes to, and whether a theme comes back with it.

The entry is on disk by then. Whatever keeps any of this from being said, the page is told that it is saved.
"""

import logging
from collections.abc import Callable
from typing import Any

from newsoil._errors import NewSoilError
from newsoil.drawn_with import came_to
from newsoil.guide import Guide
from newsoil.journal import AnyStore, Entry
from newsoil.progress.deciding import DecisionTable
from newsoil.progress.rounds import going_round

_log = logging.getLogger(__name__)


def saved_with(guide: Guide, store: AnyStore, entry: Entry) -> dict[str, Any]:
    """All of it; what says nothing is left out."""
    return {
        **_said("what it comes to", lambda: _came_to(guide, store, entry)),
        **_said("whether its theme comes back", lambda: _rounds(guide, store, entry)),
    }


def _said(what: str, find: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    try:
        return find()
    except NewSoilError as error:
        _log.error("A note is saved, but %s could not be said (%s).", what, type(error).__name__)
        return {}


def _came_to(guide: Guide, store: AnyStore, entry: Entry) -> dict[str, Any]:
    """What it comes to. Earlier notes are read only where a rule looks at them."""
    decision = guide.decision(entry.exercise)
    looks_back = decision is not None and DecisionTable(guide, decision).looks_back
    return came_to(guide, entry.exercise, (entry,), store.load().of if looks_back else lambda _: ())


def _rounds(guide: Guide, store: AnyStore, entry: Entry) -> dict[str, Any]:
    """The themes that come back with it. Nothing is looked at where the person wants nothing of it."""
    if not entry.tags or store.settings().rounds == "off":
        return {}
    themes = going_round(guide, store.load(), entry)
    return {"rounds": list(themes)} if themes else {}
