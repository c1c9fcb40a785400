"""Many people at once, each with a browser of their own."""

import statistics
import time
from contextlib import ExitStack

from playwright.sync_api import Page
from playwright.sync_api import TimeoutError as NeverReady

from benchmarks.measure import Column, Measure
from benchmarks.stand import Stand

PATIENCE = 180.0
"""Seconds after which a page counts as never ready."""


def _waited(stand: Stand, page: Page, start: float) -> float | None:
    """How long this person waited from the common start; None for one whose page was never ready."""
    try:
        stand.ready(page, max(1.0, start + PATIENCE - time.time()))
    except NeverReady:
        return None
    return page.evaluate("() => performance.timeOrigin + Math.max(bench.usable, bench.drawn)") / 1000 - start


def run(stand: Stand) -> dict[str, float]:
    """Send everybody off at once and wait for the last."""
    with ExitStack() as contexts:
        pages = [stand.window(contexts.enter_context(stand.context())) for _ in range(stand.people)]
        stand.server.settle()
        start = time.time()
        for page in pages:
            page.evaluate("(address) => { setTimeout(() => { location.href = address; }); }", stand.server.address)
        waited = [_waited(stand, page, start) for page in pages]
    served = [seconds for seconds in waited if seconds is not None]
    return {"last": max(served), "middle": statistics.median(served), "never": len(waited) - len(served)}


MEASURE = Measure(
    name="crowd",
    title="Many people at once, seconds until inputs and chart are there",
    columns=(Column("last", "for the last", 1), Column("middle", "for the one in the middle", 1), Column("never", "never ready", 0)),
    run=run,
    compared="last",
    noise=(
        "Twenty, unless `--people` said otherwise. One machine is the server and all the browsers, so heavy pages suffer most from each "
        f"other; the next table is the server's alone. “Never” is {PATIENCE:.0f} seconds; the last is the last of the others."
    ),
    fresh=True,
    at_most=2,
    asides=0,
    order=60,
)
