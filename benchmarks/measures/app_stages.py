"""From stage to stage in the app: every stage, there and back."""

import statistics

from playwright.sync_api import Page

from benchmarks.measure import Column, Measure
from benchmarks.stages import Stage, stages
from benchmarks.stand import Stand, until

WALKS = 3
"""People who walk through all stages and back: each has a kernel of their own, in which no stage was open before."""

PAUSE_MS = 300
"""On a stage that is there, before the next one."""

PATIENCE = 15.0

WATCH = """() => {
  const at = {};
  bench.switched = null;
  addEventListener("click", (event) => { at.click ??= event.timeStamp; }, { capture: true, once: true });
  const watch = new MutationObserver(() => {
    if (!at.click || !(THERE)) return;
    watch.disconnect();
    bench.switched = performance.now() - at.click;
  });
  watch.observe(document, { subtree: true, childList: true, attributes: true });
}"""


def _switch(page: Page, stage: Stage) -> float:
    """Milliseconds from the click on a stage's name until the stage is there."""
    page.evaluate(WATCH.replace("THERE", stage.there))
    page.locator(f'#ns-stages [data-stage="{stage.name}"]').click()
    took = until(page, "bench.switched", PATIENCE)
    page.wait_for_timeout(PAUSE_MS)
    return took


def _walk(stand: Stand) -> tuple[list[float], list[float]]:
    """One person's way through all stages, and back."""
    stand.server.settle()
    with stand.context() as context:
        page, _ = stand.open(context)
        until(page, stages()[0].there)
        stand.server.settle()
        return [_switch(page, stage) for stage in stages()[1:]], [_switch(page, stage) for stage in stages()[-2::-1]]


def run(stand: Stand) -> dict[str, float]:
    """Several walks: all switches together, and those that opened a stage for the first time."""
    walks = [_walk(stand) for _ in range(WALKS)]
    first = [took for there, _ in walks for took in there]
    again = [took for _, back in walks for took in back]
    late = statistics.quantiles(first + again, n=20, method="inclusive")[-1]
    return {"late": late, "first": statistics.median(first), "again": statistics.median(again), "slowest": max(first + again)}


MEASURE = Measure(
    name="app-stages",
    title="From stage to stage in the real app, milliseconds",
    columns=(
        Column("late", "95 of 100 switches take at most", 0),
        Column("first", "median, stage not opened before", 0),
        Column("again", "median, stage opened before", 0),
        Column("slowest", "slowest", 0),
    ),
    run=run,
    compared="late",
    noise=(
        "From the click until heading, forms and the sentences of charts are there; three people walk through all stages and back, sixty "
        "switches. Half of these open a stage for the first time in their kernel."
    ),
    kinds=("app",),
    at_most=3,
    order=12,
)
