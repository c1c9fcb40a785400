"""A contestant's running server and the browser that visits it: what every measure is given."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, CDPSession, Page

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
PATIENCE = 120.0
"""Seconds after which a page counts as never ready."""


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
    def context(self, **how: object) -> Iterator[BrowserContext]:
        """A person with a browser of their own: nothing cached, no cookie."""
        contestant = self.server.contestant
        script = PAGE_SCRIPT.replace("USABLE", contestant.usable).replace("DRAWN", contestant.drawn).replace("STATUS", contestant.status)
        context = self.browser.new_context(**{**DESK, **how})
        context.add_init_script(script)
        try:
            yield context
        finally:
            context.close()

    def visit(self, context: BrowserContext) -> Page:
        """A page that has set out for the contestant's address."""
        page = context.new_page()
        page.goto(self.server.address, wait_until="commit", timeout=PATIENCE * 1000)
        return page

    def open(self, context: BrowserContext) -> tuple[Page, Times]:
        """A page that is ready."""
        page = self.visit(context)
        return page, self.ready(page)

    def ready(self, page: Page, patience: float = PATIENCE) -> Times:
        """Wait until inputs and chart are there."""
        there = "() => window.bench && bench.usable !== null && bench.drawn !== null && [bench.usable, bench.drawn]"
        usable, drawn = page.wait_for_function(there, timeout=patience * 1000, polling=50).json_value()
        return Times(usable / 1000, drawn / 1000)

    def cdp(self, page: Page) -> CDPSession:
        """A line to the browser's own instruments."""
        return page.context.new_cdp_session(page)
