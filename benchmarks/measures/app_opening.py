"""The app from its address to its first exercise: a first visit by a fresh browser, and a second one by the same."""

from benchmarks.measure import Column, Measure
from benchmarks.stand import Stand


def run(stand: Stand) -> dict[str, float]:
    """Visit a server at rest twice; at the end try whether the exercise really takes a key."""
    stand.server.settle()
    with stand.context() as context:
        page, first = stand.open(context)
        page.close()
        stand.server.settle()
        page, second = stand.open(context)
        text = page.locator(stand.server.contestant.text).first
        text.click()
        page.keyboard.press("x")
        if "x" not in text.input_value():
            message = f"{stand.server.contestant.name}: the first exercise takes no key"
            raise AssertionError(message)
    return {"inputs": first.usable, "words": first.drawn, "again": second.usable}


MEASURE = Measure(
    name="app-opening",
    title="Opening the real app, seconds",
    columns=(
        Column("inputs", "first exercise usable"),
        Column("words", "first words to read"),
        Column("again", "exercise usable on a second visit"),
    ),
    run=run,
    compared="inputs",
    noise="From the printed address: the redirect that takes the token out of it is in the time. Nobody has written anything yet.",
    kinds=("app",),
    order=11,
)
