"""Notes for the charts with two marks in a row: talks, signs, answers then and today, fears.

What makes a note stands in `filled_charts`, which names these; it is looked up when it is called, since each knows the other.
"""

import filled_charts

from newsoil.journal import Entry

Notes = list[Entry]


def talks(n: int) -> Notes:
    kinds = [
        ("Being left out", 4, 8, 3, "yes"),
        ("The plan for Sunday", 6, 9, 6, "partly"),
        ("Money", 2, 5, 1, "yes"),
        ("A name came up", 7, 9, None, "not-yet"),
        ("Who calls whom, and when, and what silence means", 5, 6, 7, "no"),
        (None, 3, None, 2, None),
        ("Being heard", 8, 8, 4, "yes"),
    ]
    notes = zip(filled_charts.back(n, days=6), filled_charts.turn(kinds, n), strict=True)
    return [
        filled_charts.entry("hard-talk", day, start=start, peak=peak, end=end, root=root, repaired=repaired, afraid=1)
        for day, (root, start, peak, end, repaired) in notes
    ]
