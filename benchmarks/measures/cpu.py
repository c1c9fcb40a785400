"""What one opening costs the server and everything it starts."""

from benchmarks.measure import Column, Measure
from benchmarks.stand import Stand


def run(stand: Stand) -> dict[str, float]:
    """Compare the processor time before and after, both at rest."""
    stand.server.settle()
    before = stand.server.cpu_seconds()
    with stand.context() as context:
        stand.open(context)
        stand.server.settle()
        after = stand.server.cpu_seconds()
    return {"seconds": after - before}


MEASURE = Measure(
    name="cpu",
    title="Processor time of the server for one opening, seconds",
    columns=(Column("seconds", "CPU seconds"),),
    run=run,
    kinds=("job", "app"),
    compared="seconds",
    noise="The kernel counts in hundredths of a second, so small values are coarse; a busy machine makes caches colder and values larger.",
    at_most=3,
    asides=1,
    order=30,
)
