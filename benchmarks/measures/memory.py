"""What each further open page costs the server and everything it starts."""

import statistics
from contextlib import ExitStack

from benchmarks.measure import Column, Measure
from benchmarks.stand import Stand

PAGES = 6
MEGA = 1_000_000


def run(stand: Stand) -> dict[str, float]:
    """Open page after page, each by another person, and leave them open."""
    stand.server.settle()
    with ExitStack() as people:
        totals = []
        idle = stand.server.memory()
        for _ in range(1 + PAGES):
            stand.open(people.enter_context(stand.context()))
            stand.server.settle()
            totals.append(stand.server.memory())
    slope = statistics.linear_regression(range(len(totals)), totals).slope
    return {"page": slope / MEGA, "idle": idle / MEGA, "all": totals[-1] / MEGA}


MEASURE = Measure(
    name="memory",
    title="Memory of the server (proportional, PSS), megabytes",
    columns=(
        Column("page", "each further page", 1),
        Column("idle", "before them, after one visit", 0),
        Column("all", f"with {1 + PAGES} pages open", 0),
    ),
    run=run,
    kinds=("job", "app"),
    compared="page",
    noise="The slope over six pages; below about one megabyte it says no more than “hardly any”.",
    fresh=True,
    at_most=1,
    order=40,
)
