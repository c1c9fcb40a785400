"""The journal: what a participant wrote, and the only code that keeps it."""

from newsoil.journal.edit import Act, Edit, Place
from newsoil.journal.export import to_json
from newsoil.journal.memory import MemoryStore
from newsoil.journal.message import edit_of
from newsoil.journal.record import SCHEMA_VERSION, Entry, Former, Journal, Status
from newsoil.journal.settings import Settings, change_settings, read_settings
from newsoil.journal.standing import By
from newsoil.journal.store import Store
from newsoil.journal.ways import Way, chosen_way

AnyStore = Store | MemoryStore
"""Where a journal can be kept: on disk, plain or sealed, or in memory alone."""

__all__ = [
    "SCHEMA_VERSION",
    "Act",
    "AnyStore",
    "By",
    "Edit",
    "Entry",
    "Former",
    "Journal",
    "MemoryStore",
    "Place",
    "Settings",
    "Status",
    "Store",
    "Way",
    "change_settings",
    "chosen_way",
    "edit_of",
    "read_settings",
    "to_json",
]
