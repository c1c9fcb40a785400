"""Many people at once, by HTTP alone: the page itself, nothing that it loads. Only for pages that the server has to work for."""

import http.cookiejar
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor

from benchmarks.measure import Column, Measure
from benchmarks.stand import Stand

PATIENCE = 120.0
"""Seconds after which a page counts as never served; Voilà keeps a lost one alive with heartbeats for ever."""


def _waited(address: str) -> float | None:
    """Seconds to the last byte of one page, with cookies of its own; None for one that never came."""
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
    start = time.perf_counter()
    try:
        with opener.open(address, timeout=PATIENCE) as answer:
            while answer.read1():
                if time.perf_counter() - start > PATIENCE:
                    return None
    except OSError:
        return None
    return time.perf_counter() - start


def run(stand: Stand) -> dict[str, float]:
    """Ask for the page as often as there are people, and wait for the last."""
    stand.server.settle()
    with ThreadPoolExecutor(stand.people) as people:
        waited = list(people.map(_waited, [stand.server.address] * stand.people))
    served = [seconds for seconds in waited if seconds is not None]
    return {"last": max(served), "never": len(waited) - len(served)}


MEASURE = Measure(
    name="crowd-http",
    title="Many people at once by HTTP alone, seconds",
    columns=(Column("last", "until the last page is served"), Column("never", "never served", 0)),
    run=run,
    compared="last",
    noise=(
        "Says something where the page is made for each visit (Voilà waits for the kernel); the others send a shell and work later. "
        f"“Never” is {PATIENCE:.0f} seconds: kernels that start together can be given the same port, and Voilà then never ends the page."
    ),
    fresh=True,
    at_most=1,
    order=65,
)
