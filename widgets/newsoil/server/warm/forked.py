"""What a fork of the warm process becomes: an ordinary kernel, from its first line to its end."""

import gc
import os
import random
import select
import signal
import sys
import time
from importlib.util import find_spec
from threading import Thread
from typing import Any, NamedTuple

QUEUE_SECONDS = 1.0
"""What is left to a kernel whose server is gone: ipykernel, which looks every second, leaves its kernels as much."""

CONTROL_SECONDS = 1.0
"""What a control thread gets for its last words; it needs milliseconds."""


class Order(NamedTuple):
    """What the server wants a kernel to be."""

    argv: list[str]
    env: dict[str, str]
    cwd: str
    server: int


def settle(order: Order, added: dict[str, str]) -> None:
    """Make this process what a process that was started with this order would be; imports have `added` variables to the environment.

    Two things cannot be had anew: where code lies in memory, and the seed of `hash()`. Both are shared by all kernels of a warm process.
    """
    os.chdir(order.cwd)
    os.environ.clear()
    os.environ.update(added | order.env)
    time.tzset()
    sys.argv = [launcher(), *order.argv]
    random.seed()
    if numpy := sys.modules.get("numpy"):
        numpy.random.seed()
    # Nothing to do for `secrets`, `uuid` and `ssl`: they ask the system each time, or notice the fork themselves.
    for number in signal.valid_signals():
        if callable(signal.getsignal(number)):
            signal.signal(number, signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL)
    gc.enable()


def launcher() -> str:
    """The file that an ordinary kernel is started from, and that its `sys.argv` begins with."""
    spec = find_spec("ipykernel_launcher")
    return str(spec and spec.origin)


class ServerWatch(Thread):
    """Ends a kernel whose server is gone.

    ipykernel's own watch looks at its parent, which is the warm process here. A kernel is to outlive that, but not the server.
    """

    def __init__(self, server: int) -> None:
        super().__init__(name="server-watch", daemon=True)
        self._server = server

    def run(self) -> None:
        """Wait for the end of the server. What its pages had already sent is still worked off."""
        ended = select.poll()
        ended.register(self._server, select.POLLIN)
        ended.poll()
        time.sleep(QUEUE_SECONDS)
        os._exit(1)


def run_kernel(order: Order, server: int, added: dict[str, str]) -> None:
    """Be an ordinary kernel, from its first line to its end."""
    from ipykernel.kernelapp import IPKernelApp

    settle(order, added)
    app: Any = IPKernelApp.instance(parent_handle=order.server)  # it read its own from the environment when it was imported
    app.initialize(order.argv)
    if widgets := sys.modules.get("ipywidgets"):
        widgets.register_comm_target()  # at its import there was no kernel to register with
    app.poller = ServerWatch(server)
    app.start()
    let_control_finish(app.control_thread)


def let_control_finish(control: Any) -> None:
    """Let the thread that was told to end this kernel say its last words, before anything is taken down around it.

    ipykernel takes down the thread that publishes first, and a control thread that is still about to publish waits for that one in
    vain (7.4.0, `IPKernelApp.close`): now and then a kernel then stood still until its server had no more patience and ended it.
    """
    if control and control.is_alive():
        control.stop()
        control.join(CONTROL_SECONDS)
