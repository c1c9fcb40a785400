"""What leaves the workbook at the person's wish: tables, text and paper of their notes, packets for someone, blank handouts."""

from newsoil.takeout.choice import Choice, Progress
from newsoil.takeout.markdown import to_markdown
from newsoil.takeout.tables import to_columns, to_csv

__all__ = [
    "Choice",
    "Progress",
    "to_columns",
    "to_csv",
    "to_markdown",
]
