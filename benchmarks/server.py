"""A contestant's server, started in an empty home and ended with all that it started."""

import os
import socket
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks import data, processes
from benchmarks.contestant import Contestant, Place

ROOT = Path(__file__).parent.parent
STARTS_WITHIN = 90
PASSED_ON = ("PATH", "LANG", "LC_ALL", "TZ", "TMPDIR")
"""What of the environment a contestant sees; its home and its settings are its own."""


def free_port() -> int:
    """A port that nobody has."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """A running contestant."""

    def __init__(self, contestant: Contestant, place: Place) -> None:
        self.contestant, self.place = contestant, place
        self.mark = f"NEWSOIL_BENCH_SERVER={uuid.uuid4()}"
        self.log = place.folder.parent / "server.log"
        self.address = place.filled(contestant.address)

    def start(self) -> None:
        """Start, and wait until it answers."""
        self.contestant.prepare(self.place)
        home = str(self.place.folder)
        environment = {
            **{name: os.environ[name] for name in PASSED_ON if name in os.environ},
            "PATH": f"{self.place.python.parent}{os.pathsep}{os.environ.get('PATH', '')}",
            "HOME": home,
            "PYTHONPATH": str(ROOT),
            "NEWSOIL_BENCH_DATA": str(self.place.data),
            "NEWSOIL_BENCH_ANSWERS": str(self.place.answers),
            "NEWSOIL_BENCH_SERVER": self.mark.partition("=")[2],
            **{name: self.place.filled(value) for name, value in self.contestant.environment.items()},
        }
        command = [self.place.filled(part) for part in self.contestant.command]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(command, cwd=home, env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        self._wait()

    def _wait(self) -> None:
        deadline = time.monotonic() + STARTS_WITHIN
        while time.monotonic() < deadline and self.process.poll() is None:
            try:
                with socket.create_connection(("127.0.0.1", self.place.port), timeout=1):
                    return
            except OSError:
                time.sleep(0.1)
        self.stop()
        message = f"{self.contestant.name} did not start: {self.log.read_text('utf-8', 'replace')[-2000:]}"
        raise RuntimeError(message)

    def processes(self) -> list[int]:
        """The server and all that it started."""
        return processes.tree(self.process.pid, self.mark)

    def cpu_seconds(self) -> float:
        """CPU time used since the start."""
        return processes.cpu_seconds(self.processes())

    def settle(self, within: float = 15.0, window: float = 0.4) -> None:
        """Wait until it has hardly used the processor for a while."""
        deadline = time.monotonic() + within
        calm, last = 0, self.cpu_seconds()
        while calm < 2 and time.monotonic() < deadline:
            time.sleep(window)
            now = self.cpu_seconds()
            calm = calm + 1 if now - last < window / 10 else 0
            last = now

    def memory(self) -> int:
        """Proportional memory, in bytes."""
        return processes.proportional_memory(self.processes())

    def written(self) -> dict[str, tuple[int, int]]:
        """A fingerprint of the answers on disk."""
        found = {}
        for path in self.contestant.written(self.place):
            try:
                state = path.stat()
            except OSError:
                continue
            found[str(path)] = (state.st_ino, state.st_mtime_ns)
        return found

    def stop(self) -> None:
        """End it and all that it started."""
        pids = self.processes() if self.process.poll() is None else [pid for pid in self.processes() if pid != self.process.pid]
        processes.end(pids)
        self.process.wait(10)


@contextmanager
def running(contestant: Contestant, python: Path) -> Iterator[Server]:
    """A server of its own in a folder of its own, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="bench-", ignore_cleanup_errors=True) as name:
        top = Path(name)
        python = python if contestant.own_environment else Path(sys.executable)
        place = Place(python, free_port(), top / "home", top / "data.json", top / "home" / "answers.json")
        place.folder.mkdir()
        data.write(place.data)
        server = Server(contestant, place)
        server.start()
        try:
            yield server
        finally:
            server.stop()
