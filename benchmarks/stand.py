"""A contestant's running server and the browser that visits it: what every measure is given."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, CDPSession, Error, Page, TimeoutError  # noqa: A004 - Playwright's

from benchmarks.server import Server

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # No host but this one can be found. (Playwright's routing would do it too, and would switch the browser's cache off.)
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
]
PAGE_SCRIPT = (Path(__file__).parent / "page.js").read_text("utf-8")
DESK = {"viewport": {"width": 1280, "height": 900}}
PATIENCE = 60.0
"""Seconds after which a page counts as never ready."""

WINDOW_MS = 1000
"""What a new window is given before it sets out: Chromium loads some 400 modules of its own for the address bar of each, which takes a
processor for half a second. A reader's window has been open for a while."""

LOOK_MS = 40
"""Between two looks from outside. Times are taken inside the page, so this only delays what comes next."""


@dataclass(frozen=True)
class Times:
    """Seconds after the navigation began."""

    usable: float
    drawn: float

    @property
    def ready(self) -> float:
        """When both the inputs and the chart were there."""
        return max(self.usable, self.drawn)


@dataclass
class Stand:
    """One contestant, ready to be measured."""

    server: Server
    browser: Browser
    people: int = 20

    @contextmanager
    def context(self, usable: str = "", **how: object) -> Iterator[BrowserContext]:
        """A person with a browser of their own: nothing cached, no cookie. `usable` stands in for the contestant's condition."""
        contestant = self.server.contestant
        script = (
            PAGE_SCRIPT.replace("USABLE", usable or contestant.usable)
            .replace("DRAWN", contestant.drawn)
            .replace("STATUS", contestant.status)
        )
        context = self.browser.new_context(**{**DESK, **how})
        context.add_init_script(script)
        try:
            yield context
        finally:
            context.close()

    def window(self, context: BrowserContext) -> Page:
        """An empty page in a window at rest."""
        page = context.new_page()
        page.wait_for_timeout(WINDOW_MS)
        return page

    def visit(self, context: BrowserContext, place: str = "") -> Page:
        """A page that has set out for the contestant's address, and for a `place` within it, such as `#/look-back`."""
        page = self.window(context)
        page.goto(self.server.address + place, wait_until="commit", timeout=PATIENCE * 1000)
        return page

    def open(self, context: BrowserContext, place: str = "") -> tuple[Page, Times]:
        """A page that is ready."""
        page = self.visit(context, place)
        return page, self.ready(page)

    def ready(self, page: Page, patience: float = PATIENCE) -> Times:
        """Wait until inputs and chart are there."""
        there = "window.bench && bench.usable !== null && bench.drawn !== null && [bench.usable, bench.drawn]"
        usable, drawn = until(page, there, patience)
        return Times(usable / 1000, drawn / 1000)

    def cdp(self, page: Page) -> CDPSession:
        """A line to the browser's own instruments."""
        return page.context.new_cdp_session(page)


def until(page: Page, expression: str, patience: float = PATIENCE) -> Any:
    """What a JavaScript expression says once that is true, asked again and again from outside.

    Playwright's own waiting evaluates text inside the page, which a page may forbid. Raises Playwright's `TimeoutError`.
    """
    deadline = time.monotonic() + patience
    while True:
        try:
            if found := page.evaluate(expression):
                return found
        except Error as error:
            if "context" not in str(error):  # the page is on its way to another address
                raise
        if time.monotonic() > deadline:
            raise TimeoutError(f"not within {patience:.0f} seconds: {expression}")
        page.wait_for_timeout(LOOK_MS)
