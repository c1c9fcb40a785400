"""A parking lot that all have a share of, so that one phone does not fill it. It counts notes by their seats, and links none with one."""

from collections import Counter

from newsoil.workshop.parking import ParkedNote, Parking
from newsoil.workshop.refused import Refused

MOST_OF_ONE = 10
"""Notes of one seat; the sentence `many-notes` says the number."""


class SharedParking(Parking):
    """Counts by seat, in memory alone: after a crash everybody has a whole share again."""

    def __init__(self, notes: tuple[ParkedNote, ...] = ()) -> None:
        super().__init__(notes)
        self._put: Counter[str] = Counter()

    def put_from(self, seat: str, name: str, text: str) -> bool:
        """Take a note of a seat; whether it is a new one. One that is sent again is not counted again.

        Raises:
            Refused: the seat has used up its share, or as `put` says.
        """
        if not self.has_had(name) and self._put[seat] >= MOST_OF_ONE:
            raise Refused("many-notes")
        is_new = self.put(name, text)
        self._put[seat] += is_new
        return is_new
