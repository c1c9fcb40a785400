"""From a key to the answers on disk, and to the page saying so."""

import statistics
import threading
import time

from playwright.sync_api import Page

from benchmarks.measure import Column, Measure
from benchmarks.server import Server
from benchmarks.stand import Stand, until

KEYS = 20
WARM_UP = 3
PAUSE_MS = 150
"""Between two keys: everything the last one caused is over."""
PATIENCE = 15.0


class Watch:
    """Notes, in a thread of its own, when the answers on disk change."""

    def __init__(self, server: Server) -> None:
        self.server, self.before = server, server.written()
        self.changed: float | None = None
        self.over = threading.Event()
        self.thread = threading.Thread(target=self._look, daemon=True)
        self.thread.start()

    def _look(self) -> None:
        while not self.over.wait(0.0005):
            if self.server.written() != self.before:
                self.changed = time.time()
                return

    def seen(self) -> float:
        """When they changed, by the clock on the wall."""
        self.thread.join(PATIENCE)
        self.over.set()
        if self.changed is None:
            raise AssertionError("the answers on disk did not change")
        return self.changed


def _one(stand: Stand, page: Page, *, watched: bool) -> tuple[float, float]:
    """Milliseconds from one key to the file, if that is watched, and to the words on the page."""
    contestant = stand.server.contestant
    if contestant.commit:
        page.keyboard.press("x")
        page.wait_for_timeout(PAUSE_MS)
    page.evaluate("() => { bench.arm(); }")
    watch = Watch(stand.server) if watched else None
    page.keyboard.press(contestant.commit or "x")
    written = watch.seen() * 1000 if watch else 0.0
    at = until(page, "bench.said", PATIENCE)
    page.wait_for_timeout(PAUSE_MS)
    return written - at["key"], at["said"] - at["key"]


def keys(stand: Stand, page: Page, *, watched: bool = True) -> list[tuple[float, float]]:
    """Press key after key in the first text of a page: milliseconds to the file and to the words, the warm-up included.

    Looking at the files of ten years all the time would slow down what is measured: then only the words count.
    """
    page.locator(stand.server.contestant.text).first.click()
    return [_one(stand, page, watched=watched) for _ in range(WARM_UP + KEYS)]


def run(stand: Stand) -> dict[str, float]:
    """Press keys on a page that has come to rest."""
    with stand.context() as context:
        page, _ = stand.open(context)
        stand.server.settle()
        answers = keys(stand, page)[WARM_UP:]
    written, said = zip(*answers, strict=True)
    middle = statistics.median(said)
    return {"bare": middle - stand.server.contestant.waits_ms, "said": middle, "written": statistics.median(written), "slowest": max(said)}


MEASURE = Measure(
    name="answering",
    title="A key pressed, milliseconds (each value the median of 20 keys)",
    columns=(
        Column("bare", "page says so, its wait for more keys left out", 1),
        Column("said", "page says so", 1),
        Column("written", "answers on disk", 1),
        Column("slowest", "slowest of 20", 1),
    ),
    run=run,
    compared="bare",
    noise=(
        "A millisecond or two belong to the looking; a flush to disk takes as long as the disk and its other users want. New Soil's "
        "exercise waits after a key, for more keys may follow: the first column leaves that wait out, the others are with it. All others "
        "hand each key over at once."
    ),
    at_most=4,
    asides=1,
    order=20,
)
