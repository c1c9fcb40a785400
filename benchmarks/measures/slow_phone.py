"""A slow phone on a slow line: processor a quarter as fast, 1.6 Mbit/s, 150 ms."""

from benchmarks.measure import Column, Measure
from benchmarks.stand import PATIENCE, Stand

PHONE = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2, "is_mobile": True, "has_touch": True}
SLOWER = 4
BYTES_A_SECOND = 1_600_000 / 8
LATENCY_MS = 150


def run(stand: Stand) -> dict[str, float]:
    """Visit once through the browser's own brakes."""
    stand.server.settle()
    with stand.context(**PHONE) as context:
        page = stand.window(context)
        cdp = stand.cdp(page)
        cdp.send("Network.enable")
        line = {"offline": False, "latency": LATENCY_MS, "downloadThroughput": BYTES_A_SECOND, "uploadThroughput": BYTES_A_SECOND}
        cdp.send("Network.emulateNetworkConditions", line)
        cdp.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        page.goto(stand.server.address, wait_until="commit", timeout=PATIENCE * 1000)
        times = stand.ready(page, 4 * PATIENCE)
    return {"inputs": times.usable, "ready": times.ready}


MEASURE = Measure(
    name="slow-phone",
    title="A slow phone (processor a quarter as fast, 1.6 Mbit/s, 150 ms), seconds",
    columns=(Column("inputs", "inputs usable", 1), Column("ready", "inputs and chart", 1)),
    run=run,
    compared="ready",
    noise=(
        "The line decides nearly everything, so this is steady. Servers that compress by themselves gain by it; "
        "a proxy could do so for the others."
    ),
    at_most=1,
    order=50,
)
