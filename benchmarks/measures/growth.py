"""The app over a journal: opening its first stage and its look back, finding words, saving a key."""

import statistics

from benchmarks.measure import Column, Measure
from benchmarks.measures.answering import WARM_UP, keys
from benchmarks.stages import Stage, stage
from benchmarks.stand import Stand

VISITS = 3
"""Openings of each kind in a round; their median counts."""

WRITTEN_ON = "after-trust-was-hurt"
"""The stage whose exercise is written in: a log, so that each page begins an entry in the present month."""


def _opened(stand: Stand, wanted: Stage) -> float:
    """Seconds from the address until a stage is there, for fresh browsers."""
    took = []
    for _ in range(VISITS):
        stand.server.settle()
        with stand.context(usable=wanted.there) as context:
            took.append(stand.open(context, f"#/{wanted.name}")[1].usable)
    return statistics.median(took)


def _saved(stand: Stand) -> tuple[float, float]:
    """Milliseconds from a key to "Saved", without the page's wait for more keys: the first of a new entry, and the median of others."""
    stand.server.settle()
    with stand.context(usable=stage(WRITTEN_ON).there) as context:
        page, _ = stand.open(context, f"#/{WRITTEN_ON}")
        stand.server.settle()
        said = [said - stand.server.contestant.waits_ms for _, said in keys(stand, page, watched=False)]
    return said[0], statistics.median(said[WARM_UP:])


LOOKED_FOR = ("river", "nothing bad", "“the walk”", "no such word", "fear later", "slept", "“by the river first”")
"""What is looked for: one word or several, in many notes, a few or none."""

FIND = """(words) => new Promise((found) => {
    const field = document.querySelector("#ns-find-words"), list = document.querySelector(".ns-find .ns-listing");
    field.value = words;
    const typed = performance.now();
    new MutationObserver((_, watch) => (watch.disconnect(), found(performance.now() - typed))).observe(list, { childList: true });
    field.dispatchEvent(new Event("input"));
})"""
"""Types words, and says after how many milliseconds what was found is on the page."""


def _found(stand: Stand) -> float:
    """Milliseconds from the last key of what is looked for to the notes on the page, the page's wait for more keys included: the median."""
    stand.server.settle()
    with stand.context(usable=stage("look-back").there) as context:
        page, _ = stand.open(context, "#/look-back")
        page.locator(".ns-back-question > .ns-text-btn").click()
        page.locator(".ns-month td button").first.wait_for()
        stand.server.settle()
        page.evaluate(FIND, "a walk")  # what is shown before is taken away, which is seen too
        return statistics.median(page.evaluate(FIND, words) for words in LOOKED_FOR)


def run(stand: Stand) -> dict[str, float]:
    """Open, and write."""
    first, saved = _saved(stand)
    return {
        "opening": _opened(stand, stage("start")),
        "look-back": _opened(stand, stage("look-back")),
        "links": _opened(stand, stage("day-by-day")),
        "found": _found(stand),
        "saved": saved,
        "first-key": first,
    }


MEASURE = Measure(
    name="growth",
    title="The real app over a small and a large journal",
    columns=(
        Column("opening", "first stage there, s"),
        Column("look-back", "look back there, s"),
        Column("links", "day by day there, s"),
        Column("found", "words found, ms", 1),
        Column("saved", "a key saved, ms", 1),
        Column("first-key", "… the first of an entry, ms", 1),
    ),
    run=run,
    compared="opening",
    noise=(
        "From the printed address to the stage, in a fresh browser, the median of three. Keys are written into a new note of “My journal”, "
        "the page's wait for more keys left out. “Day by day” has a prompt that lists the notes it can lead to."
    ),
    kinds=("journal",),
    at_most=3,
    order=13,
)
