"""Asks a kernel for an answer: what it gives once it has worked off all that came before."""

from collections.abc import Iterable
from functools import cache
from typing import Any
from uuid import uuid4

import zmq
import zmq.asyncio

SOON = 5
"""Milliseconds until a socket that found nobody tries again: a kernel that was just started listens a moment later. ZeroMQ's own 100 would
be most of the time that a kernel needs to come up.
"""


@cache
def _lines() -> zmq.asyncio.Context:
    lines = zmq.asyncio.Context()
    lines.setsockopt(zmq.RECONNECT_IVL, SOON)
    return lines


async def answered(manager: Any, contents: Iterable[dict[str, Any]] = ()) -> None:
    """Wait until the kernel's shell answers: then it has worked off what came before, and these contents of messages to its widgets.

    `manager` is jupyter_client's for this one kernel. A kernel that does not answer is waited for without end.
    """
    client = manager.client(context=_lines())
    client.session.session = uuid4().hex  # the kernel answers whoever has this name: two that ask at once need two
    client.start_channels(shell=True, iopub=False, stdin=False, hb=False, control=False)  # noqa: S604 - a channel, no shell
    try:
        for content in contents:
            client.shell_channel.send(client.session.msg("comm_msg", content))
        asked = client.kernel_info()
        while (await client.get_shell_msg())["parent_header"].get("msg_id") != asked:
            pass
    finally:
        client.stop_channels()
