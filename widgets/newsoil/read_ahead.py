"""What a page that is run in advance does while it waits: it asks the journal what its visitor's browser will ask."""

from contextlib import suppress

from newsoil._errors import NewSoilError
from newsoil.desk import SHOWN, Desk
from newsoil.drawn_with import drawn_with
from newsoil.guide import Stage
from newsoil.journal.trash import trash
from newsoil.look_back import LookBack
from newsoil.reader import kept_fears, situation
from newsoil.tasks import statuses_of


def read_ahead(desk: Desk, stage: Stage) -> None:
    """Read the journal before anybody does, since ten years take a while; parts of it remember their answers.

    What changes on disk until somebody comes is read again. The stage is the one that most likely will be asked for. Never raises: whoever
    asks for something is told why it cannot be had.
    """
    with suppress(NewSoilError):
        journal = desk.store.load()
        situation(journal)
        kept_fears(desk.guide, journal)
        trash(journal)
        statuses_of(journal)
        LookBack(desk).there(journal)
        for exercise in desk.guide.exercises:
            if exercise.stage == stage.id:
                drawn_with(desk.guide, journal, exercise, SHOWN)
