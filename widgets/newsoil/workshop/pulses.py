"""The pulses of one meeting: which question is open, and what became of the others. Each is asked once."""

from collections.abc import Iterable, Iterator

from newsoil.workshop.kept_room import PulseEnd, Release
from newsoil.workshop.plan import Block
from newsoil.workshop.pulse import AT_LEAST, STRONG, Pulse
from newsoil.workshop.refused import Refused
from newsoil.workshop.seats import Seats

NEARLY, THEIR_TIME = 2, 120.0
"""How many may be missing when a question is closed early, and the seconds after which it can be closed whoever is missing."""


class Pulses:
    """All of them, by the names of their blocks."""

    def __init__(self, releases: Iterable[Release] = (), *, at_least: int = AT_LEAST, strong: bool = False) -> None:
        self.at_least, self.strong = at_least, strong
        self._releases = {one.block: _after_a_break(one) for one in releases}
        self._open: tuple[str, Pulse] | None = None
        self._since = 0.0

    def __iter__(self) -> Iterator[Release]:
        """What became of each, in the order in which they were asked."""
        return iter(self._releases.values())

    @property
    def needed(self) -> int:
        """Answers without which nothing is shown."""
        return max(self.at_least, STRONG if self.strong else 0)

    @property
    def open(self) -> Pulse | None:
        """The pulse that takes answers, if one does."""
        return self._open[1] if self._open else None

    def be_stricter(self, *, at_least: int, strong: bool) -> None:
        """Take settings that ask for more, never for less. It changes nothing that was told."""
        self.at_least, self.strong = max(self.at_least, at_least), self.strong or strong

    def of(self, block: str) -> Release | None:
        """What became of the pulse of a block; `None` where it was not asked."""
        return self._releases.get(block)

    def ask(self, block: Block, seats: Seats, now: float = 0.0) -> None:
        """Open the question of a block.

        Raises:
            Refused: it has none, it was asked before (A2), or fewer are here than have to answer (A1).
        """
        if block.pulse is None:
            raise Refused("no-pulse-here")
        if block.id in self._releases:
            raise Refused("asked-before")
        if seats.here() < self.needed:
            raise Refused("too-few-here")
        bands, asked = [band.id for band in block.pulse.bands], [seat.id for seat in seats]
        self._open = block.id, Pulse(bands, at_least=self.at_least, strong=self.strong, seats=asked)
        self._since = now
        self._releases[block.id] = Release(block=block.id, ended="open")

    def answer(self, seat: str, block: Block, choice: str) -> None:
        """Take one answer. Raises `Refused` where the pulse of this block is not open, and as `Pulse.answer` does."""
        if self._open is None or block.pulse is None or self._open[0] != block.id:
            raise Refused("pulse-closed")
        self._open[1].answer(seat, block.pulse.band_of(choice) or "")

    def close(self, here: int, now: float = 0.0) -> None:
        """End the question that is open, and say what it came to, once.

        Raises:
            Refused: none is open, or it is too soon. Whoever has a few phones of their own could close it after the one answer that they
                do not know; so nearly all have to have answered, or to have had their time.
        """
        if self._open is None:
            raise Refused("pulse-closed")
        block, pulse = self._open
        if pulse.answered < here - NEARLY and now - self._since < THEIR_TIME:
            raise Refused("too-soon-to-close")
        self._open = None
        said = pulse.close()
        ended: PulseEnd = "released" if said else "few"
        self._releases[block] = Release(block=block, ended=ended, words=said or ())

    def void(self) -> None:
        """The group goes on while a question is open: its answers are forgotten, and it says so."""
        if self._open is not None:
            self._releases[self._open[0]] = Release(block=self._open[0], ended="void")
        self._open = None


def _after_a_break(release: Release) -> Release:
    """A pulse that was open when a room was broken off is void: its answers were in memory alone."""
    return Release(block=release.block, ended="void") if release.ended == "open" else release
