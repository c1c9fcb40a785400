"""What goes over the line for one first visit: requests and bytes, and what was wanted from other hosts."""

from urllib.parse import urlsplit

from playwright.sync_api import CDPSession

from benchmarks.measure import Column, Measure
from benchmarks.stand import Stand

QUIET_MS = 1500
"""How long the page may go on fetching after it is ready."""


class Tally:
    """Counts what the browser's network reports."""

    def __init__(self) -> None:
        self.requests = self.http = self.frames = self.socket = self.elsewhere = 0

    def listen(self, cdp: CDPSession) -> None:
        """Begin to count."""
        cdp.on("Network.requestWillBeSent", self.request)
        cdp.on("Network.loadingFinished", self.finished)
        cdp.on("Network.webSocketFrameReceived", self.frame)
        cdp.on("Network.webSocketFrameSent", self.frame)
        cdp.send("Network.enable")

    def request(self, event: dict) -> None:
        """A request is about to be sent."""
        address = urlsplit(event["request"]["url"])
        if address.scheme not in ("http", "https"):
            return
        if address.hostname in ("127.0.0.1", "localhost"):
            self.requests += 1
        else:
            self.elsewhere += 1

    def finished(self, event: dict) -> None:
        """A response has come in, head and body as they were sent."""
        self.http += event["encodedDataLength"]

    def frame(self, event: dict) -> None:
        """A websocket's frame; binary ones are told in base64."""
        frame = event["response"]
        self.frames += 1
        self.socket += len(frame["payloadData"].encode()) if frame["opcode"] == 1 else len(frame["payloadData"]) * 3 // 4


def run(stand: Stand) -> dict[str, float]:
    """Visit once with the network's report switched on."""
    tally = Tally()
    with stand.context() as context:
        page = context.new_page()
        tally.listen(stand.cdp(page))
        page.goto(stand.server.address, wait_until="commit")
        stand.ready(page)
        page.wait_for_timeout(QUIET_MS)
    mega = 1_000_000
    return {
        "total": (tally.http + tally.socket) / mega,
        "http": tally.http / mega,
        "socket": tally.socket / mega,
        "requests": tally.requests,
        "frames": tally.frames,
        "elsewhere": tally.elsewhere,
    }


MEASURE = Measure(
    name="traffic",
    title="What one first visit sends, megabytes",
    columns=(
        Column("total", "MB in all"),
        Column("http", "MB by HTTP"),
        Column("socket", "MB by websocket"),
        Column("requests", "requests", 0),
        Column("frames", "websocket frames", 0),
        Column("elsewhere", "requests to other hosts (refused)", 0),
    ),
    run=run,
    compared="total",
    noise=(
        "Hardly noisy. Each server compresses as it does by itself; websocket frames are counted unpacked, and what workers of the page "
        "fetch is not seen."
    ),
    at_most=1,
    order=15,
)
