"""One running warm process: how it is started, and how it is asked for a kernel."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from newsoil.server.surroundings import kernel_environment
from newsoil.server.warm.kernel import ForkedKernel

START_SECONDS = 15.0
"""A warm process that has not imported everything after this long is given up."""

ANSWER_SECONDS = 4.0
"""A warm process that has not forked a kernel after this long is given up."""

READY = b"ready"
"""What the warm process says once it can fork."""

GO = b"go"
"""What a new kernel hears from the server before it begins."""

NEEDED = ("HOME", "PATH", "TMPDIR", "TZ", "VIRTUAL_ENV")
"""What the warm process gets of the server's environment, besides `AT_START`. Tokens and the journal's folder are no business of it."""

AT_START = ("LANG", "LC_", "LD_", "NEWSOIL_", "PYTHON")
"""How variables begin that count when Python starts or our modules are imported: a kernel that wants others cannot be forked."""

NOT_AT_START = ("NEWSOIL_HOME", "NEWSOIL_WARM")
"""Variables of ours that are read later."""


class NotWarm(Exception):
    """No kernel can be had from a warm process: an ordinary one has to be started. The message says why, for a log."""


class Running:
    """One running warm process."""

    def __init__(self, modules: tuple[str, ...]) -> None:
        """Start it and wait until it is ready.

        Raises:
            NotWarm: it will not be.
        """
        self.at_start = at_start(os.environ)
        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            self.process = _start(theirs, modules, self.at_start)
        self._control.settimeout(START_SECONDS)
        try:
            word = self._control.recv(1024)
        except OSError as error:
            word = str(error).encode()
        if word != READY:
            self.end()
            raise NotWarm(word.decode(errors="replace") or "the warm process died")
        self._control.settimeout(ANSWER_SECONDS)

    def alive(self) -> bool:
        """Whether it can be asked."""
        return self.process.poll() is None

    def end(self) -> None:
        """End it; its kernels go on."""
        self._control.close()
        self.process.kill()
        self.process.wait()

    def fork(self, order: Mapping[str, Any]) -> ForkedKernel:
        """Ask for a kernel.

        Raises:
            NotWarm: there is none, and none will come of this.
        """
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        ours.settimeout(ANSWER_SECONDS)
        try:
            with theirs:
                socket.send_fds(self._control, [json.dumps(order).encode()], [theirs.fileno()])
            kernel = _introduced(ours)
            ours.send(GO)
        except TimeoutError as error:
            self.end()
            ours.close()
            raise NotWarm("the warm process does not answer") from error
        except (NotWarm, OSError, LookupError) as error:  # a pidfd that did not arrive: this server has too many open files
            ours.close()
            raise NotWarm(str(error)) from error
        return kernel


def _introduced(line: socket.socket) -> ForkedKernel:
    """The kernel that the warm process speaks of on its line.

    Raises:
        NotWarm: it says why there is none, or nothing more.
    """
    word, descriptors, _, _ = socket.recv_fds(line, 4096, 1, socket.MSG_CMSG_CLOEXEC)
    answer = json.loads(word or b'{"refused": "the warm process died"}')
    if "refused" in answer:
        raise NotWarm(answer["refused"])
    return ForkedKernel(answer["pid"], descriptors[0], line)


def _start(control: socket.socket, modules: tuple[str, ...], variables: Mapping[str, str]) -> subprocess.Popen[bytes]:
    """Start the program, in a session of its own: Ctrl-C at the server's terminal is not meant for it."""
    env = {name: os.environ[name] for name in NEEDED if name in os.environ} | dict(variables)
    if paths := env.get("PYTHONPATH"):
        env["PYTHONPATH"] = os.pathsep.join(str(Path(path).absolute()) for path in paths.split(os.pathsep))
    env["OPENBLAS_NUM_THREADS"] = "1"  # it would start threads as soon as numpy is imported, and none can be taken along
    env["PYDEVD_DISABLE_FILE_VALIDATION"] = "1"  # debugpy would warn of frozen modules, on the server's terminal
    server = os.pidfd_open(os.getpid())
    try:
        return subprocess.Popen(  # noqa: S603 - this Python and our own module
            [sys.executable, "-m", "newsoil.server.warm.process", str(control.fileno()), str(server), *modules],
            stdin=subprocess.DEVNULL,
            pass_fds=(control.fileno(), server),
            start_new_session=True,
            cwd="/",  # Python would import what lies in the server's folder before what is installed
            env=env,
        )
    finally:
        os.close(server)


def at_start(env: Mapping[str, str]) -> dict[str, str]:
    """The variables that a process cannot change for itself after it has started, as far as kernels get them."""
    return {name: value for name, value in kernel_environment(env).items() if name.startswith(AT_START) and name not in NOT_AT_START}
