"""The journal: what a participant wrote, and the only code that keeps it."""

from newsoil.journal.edit import Act, Edit, Place
from newsoil.journal.export import to_json
from newsoil.journal.message import address_of, edit_of
from newsoil.journal.record import SCHEMA_VERSION, Entry, Former, Journal, Status
from newsoil.journal.settings import Settings, change_settings, read_settings
from newsoil.journal.standing import By
from newsoil.journal.store import Store

__all__ = [
    "SCHEMA_VERSION",
    "Act",
    "By",
    "Edit",
    "Entry",
    "Former",
    "Journal",
    "Place",
    "Settings",
    "Status",
    "Store",
    "address_of",
    "change_settings",
    "edit_of",
    "read_settings",
    "to_json",
]
