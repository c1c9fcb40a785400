"""What a first visit to a stage without a chart puts on the line."""

from benchmarks.measure import Column, Measure
from benchmarks.measures.traffic import QUIET_MS, Tally
from benchmarks.relay import Relay
from benchmarks.stages import Stage, stages
from benchmarks.stand import Stand, until

KILO = 1000


def _visit(stand: Stand, stage: Stage) -> tuple[float, Tally]:
    """Kilobytes of one visit by a fresh browser, and what its network reports."""
    tally = Tally()
    stand.server.settle()
    with Relay(stand.server.place.port) as relay, stand.context() as context:
        page = context.new_page()
        tally.listen(stand.cdp(page))
        address = stand.server.address.replace(f":{relay.target}", f":{relay.port}")
        page.goto(f"{address}#/{stage.name}", wait_until="commit")
        until(page, f"window.bench && {stage.there}")
        page.wait_for_timeout(QUIET_MS)
        return relay.passed / KILO, tally


def run(stand: Stand) -> dict[str, float]:
    """Visit every stage without a chart, each with a fresh browser; at the end go back to where the next visitor is to begin."""
    visits = [_visit(stand, stage) for stage in stages() if not stage.charts]
    kilobytes, tally = visits[0]
    with stand.context() as context:
        stand.open(context, f"#/{stages()[0].name}")
    return {
        "largest": max(size for size, _ in visits),
        "first": kilobytes,
        "requests": tally.requests,
        "frames": tally.frames,
        "elsewhere": max(one.elsewhere for _, one in visits),
    }


MEASURE = Measure(
    name="app-traffic",
    title="What a stage without a chart sends, kilobytes",
    columns=(
        Column("largest", "kB, the largest of these stages", 1),
        Column("first", "kB, the first stage", 1),
        Column("requests", "requests", 0),
        Column("frames", "websocket frames", 0),
        Column("elsewhere", "requests to other hosts (refused)", 0),
    ),
    run=run,
    compared="largest",
    noise=(
        "Counted on the line by a relay, in both directions: packed as the server packs it, heads included, and the websocket until a "
        "second and a half after the stage is there. A first visit: nothing is in the browser's store."
    ),
    kinds=("app",),
    at_most=1,
    order=16,
)
