"""Opening the page: a first visit by a fresh browser, and a second one by the same."""

from benchmarks.measure import Column, Measure
from benchmarks.stand import Stand


def run(stand: Stand) -> dict[str, float]:
    """Visit a server at rest twice; at the end try whether the fifth text really takes a key."""
    stand.server.settle()
    with stand.context() as context:
        page, first = stand.open(context)
        page.close()
        page, second = stand.open(context)
        last = page.locator(stand.server.contestant.text).nth(4)
        last.click()
        page.keyboard.press("x")
        if "x" not in last.input_value():
            message = f"{stand.server.contestant.name}: the fifth text takes no key"
            raise AssertionError(message)
    return {"inputs": first.usable, "ready": first.ready, "again": second.ready}


MEASURE = Measure(
    name="opening",
    title="Opening the page (server warm), seconds",
    columns=(Column("inputs", "inputs usable"), Column("ready", "inputs and chart"), Column("again", "… on a second visit")),
    run=run,
    compared="ready",
    noise="Looked at every 10 ms; most of it is the browser's work, so it grows with whatever else the machine does.",
    order=10,
)
