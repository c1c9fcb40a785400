"""What leaves the workbook at the person's wish: tables, text and paper of their notes, packets for someone, blank handouts."""

from newsoil.takeout.choice import Choice, Progress
from newsoil.takeout.handout import to_handout
from newsoil.takeout.locked import to_locked
from newsoil.takeout.markdown import to_markdown
from newsoil.takeout.naming import names_of
from newsoil.takeout.offers import Offer, Tick, offers
from newsoil.takeout.packet import Packet, to_packet
from newsoil.takeout.printed import to_print
from newsoil.takeout.tables import to_columns, to_csv

__all__ = [
    "Choice",
    "Offer",
    "Packet",
    "Progress",
    "Tick",
    "names_of",
    "offers",
    "to_columns",
    "to_csv",
    "to_handout",
    "to_locked",
    "to_markdown",
    "to_packet",
    "to_print",
]
