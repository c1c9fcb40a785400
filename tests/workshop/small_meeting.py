"""A small plan, clocks that a test turns, and a group of phones."""

from newsoil.workshop.clocks import Clocks

PULSE = {
    "question": "How is the pace?",
    "bands": [{"id": "slow", "says": "slow"}, {"id": "right", "says": "about right"}, {"id": "fast", "says": "fast"}],
    "choices": [
        {"id": "too-slow", "says": "Too slow", "band": "slow"},
        {"id": "right", "says": "About right", "band": "right"},
        {"id": "fast", "says": "A bit fast", "band": "fast"},
        {"id": "too-fast", "says": "Too fast", "band": "fast"},
    ],
}
BLOCKS = [
    {"id": "arrive", "title": "Arrive", "minutes": 5, "kind": "arrive", "aim": "People come in."},
    {"id": "write", "title": "Quiet writing", "minutes": 10, "kind": "silent", "aim": "Everybody writes.", "say": ["Write a little."]},
    {"id": "pairs", "title": "Pairs", "minutes": 8, "kind": "pairs", "aim": "Two speak.", "turns": 2, "turn_minutes": 4},
    {"id": "pulse", "title": "Pulse", "minutes": 4, "kind": "pulse", "aim": "How is it?", "pulse": PULSE},
    {"id": "close", "title": "Close", "minutes": 3, "kind": "close", "aim": "An end."},
]
RAW = {
    "format_version": 1,
    "id": "small",
    "title": "A small meeting",
    "minutes": 30,
    "aims": ["To try it."],
    "safety": "Two facilitators.",
    "block": BLOCKS,
}
NAMES = ("Fern", "Moss", "Birch", "Clover", "Willow", "Heather", "Sorrel", "Thyme", "Rowan", "Alder", "Hazel", "Sage")


class Turned:
    """Clocks that stand still until a test turns them."""

    def __init__(self):
        self.steady = 1000.0
        self.wall = 1_800_000_000.0

    def clocks(self):
        return Clocks(steady=lambda: self.steady, wall=lambda: self.wall)

    def pass_minutes(self, minutes):
        self.steady += minutes * 60
        self.wall += minutes * 60


def join(room, people):
    """Phones that have joined and are connected; their seats."""
    seats = [f"seat-{number}" for number in range(people)]
    for seat in seats:
        room.seats.connect(seat)
    return seats
