"""Notes for the charts of own words, so many as are asked for. `filled_charts` has these functions, and lends what it makes notes with."""


import filled_charts as filled

from newsoil.journal import Entry

WINS = [
    ("I said no to the extra shift, and went home.", "limits", None),
    ("We laughed in the kitchen.", "closeness", "a friend"),
    ("I did not read the message twice.", "judgement", None),
    ("I asked for help with the boxes, and it was less strange than I had thought it would be.", "openness", "my sister"),
    ("Slept through.", None, None),
    ("I told myself that one bad evening is one evening.", "self-kindness", None),
    ("We talked about the holidays and stayed calm, both of us, until the end.", "hard-talk", None),
    ("Soup.", "everyday", None),
]


def small_wins(n: int) -> list[Entry]:
    notes = zip(filled.back(n, days=5), filled.turn(WINS, n), strict=True)
    return [filled.entry("small-wins", day, win=win, area=area, shared_with=person) for day, (win, area, person) in notes]
