"""A whole meeting as it is held: eight phones, the screen and the console in real browsers, without the internet, its time compressed.

`make rehearsal` goes through every block of the first plan, answers, parks and asks as people do, ends the meeting, and lists what is left
on the disk. It fails where a page asks any other host, says something in its console, or where anything is left that is not meant to be.
"""

import os
import signal
import socket
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import BrowserContext

from newsoil._paths import programme_folder
from newsoil.workshop.words import read_words

WORDS = read_words(programme_folder()).words
PHONES = 8
QUESTION = "How long is the break?"

LIST = {
    "place": "Here",
    "line": [{"name": "A place that helps", "kind": "directory", "number": "0123 456", "source": "https://example.org/"}],
}


class Seen:
    """What pages asked for and complained of."""

    def __init__(self) -> None:
        self.elsewhere: Counter[str] = Counter()
        self.said: list[str] = []
        self.answers = 0

    def watch(self, context: BrowserContext, port: int) -> None:
        """Look at every request and every complaint of this browser."""
        own = (f"http://127.0.0.1:{port}", f"ws://127.0.0.1:{port}", "data:", "blob:", "about:")
        context.on("request", lambda request: None if request.url.startswith(own) else self.elsewhere.update([request.url]))
        context.on("console", lambda message: self.said.append(message.text) if message.type == "error" else None)
        context.on("weberror", lambda error: self.said.append(str(error.error)))


@contextmanager
def room(home: Path, port: int) -> Iterator[str]:
    """A room as a facilitator starts it; the address of its console."""
    command = [sys.executable, "-m", "newsoil.cli", "workshop", "--home", str(home), "--port", str(port), "--no-browser", "--only-here"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONUNBUFFERED": "1"})
    try:
        yield process.stdout.readline().split(": ", 1)[1].strip()
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(20)
        process.stdout.close()


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
