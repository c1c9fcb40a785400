"""Kernels that come up, though somebody else took the port that was meant for them.

jupyter_client 8.10 looks for free ports, lets go of them, and writes them down for the kernel, which takes them up to a second later. In
between the system may give one of them to anybody, such as a browser that opens a connection. The kernel then ends at its first step, and
whoever started it waits a minute for a word of it. Its own restarter looks after three seconds, and tries the same ports again.
"""

import asyncio
from typing import Any

from jupyter_client.connect import LocalPortCache

from newsoil.server.answering import answered

TRIES = 3
"""Starts of a kernel that ended before it answered (ours). One that ends at each has another reason than a port."""

COMES_UP_WITHIN = 60.0
"""Seconds that a kernel has for its first answer; Jupyter's own patience."""

LOOK = 0.05
"""Seconds between two looks whether a kernel that has not answered yet is still there."""

PORTS = ("shell_port", "iopub_port", "stdin_port", "hb_port", "control_port")


async def came_up(provisioner: Any) -> bool:
    """Wait for the first answer of the kernel that a provisioner has just started. False: it ended before.

    One that lives and says nothing counts as there, in the end: whoever wants it waits for it, or gives up, by their own measure.
    """
    asked = asyncio.ensure_future(answered(provisioner.parent))
    asked.add_done_callback(lambda task: task.cancelled() or task.exception())  # what went wrong in asking, the look at the process tells
    try:
        async with asyncio.timeout(COMES_UP_WITHIN):
            while not asked.done() and await provisioner.poll() is None:
                await asyncio.wait({asked}, timeout=LOOK)
    except TimeoutError:
        pass
    finally:
        asked.cancel()
    return await provisioner.poll() is None


def take_other_ports(provisioner: Any, session: str = "") -> None:
    """Let the kernel of this provisioner, which has ended, be started again at other ports; `session` is what its connection file names."""
    manager, known = provisioner.parent, LocalPortCache.instance()
    before = [getattr(manager, name) for name in PORTS]
    for name in PORTS:
        setattr(manager, name, known.find_available_port(manager.ip))
    for port in before:
        known.return_port(port)
    provisioner.ports_cached = True
    manager.cleanup_connection_file()
    manager.write_connection_file(jupyter_session=session)
    provisioner.connection_info = manager.get_connection_info()
