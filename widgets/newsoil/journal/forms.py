"""What a journal's files look like and what they are called: the one thing in which a plain and a sealed journal differ."""

import re
import time
from pathlib import Path
from typing import Protocol

FRESH = 2_000_000_000
"""Nanoseconds in which a changed file may change again without its time, size and number showing it: until then it is read anew."""

_NAME = re.compile(r"([0-9]{4}-[0-9]{2})(?:\.([0-9]+))?\.json")

Mark = tuple[int, int, int] | bytes


class Form(Protocol):
    """How content becomes a file. A name says what the content is (`2026-11.json`), a label is what the file is called on disk."""

    @property
    def stamp(self) -> int | None:
        """The time of change that files show, in nanoseconds; `None` for the true one."""

    def label(self, name: str) -> str:
        """What the file of this name is called on disk."""

    def listed(self, labels: list[str], month: str = "") -> list[str]:
        """Those of the labels that are files of this month, or of any, in order where the form shows an order."""

    def wrap(self, name: str, content: bytes) -> bytes:
        """The bytes that go to disk."""

    def unwrap(self, label: str, raw: bytes) -> tuple[str, bytes]:
        """Name and content of a file. Raises `Damaged` or `Newer`."""

    def mark(self, path: Path) -> Mark | None:
        """What changes whenever the file does; `None` while that cannot be told. Raises `OSError`."""


class Plain:
    """Files that a person can read: UTF-8 JSON, called by their month."""

    stamp = None

    def label(self, name: str) -> str:
        """The name itself."""
        return name

    def listed(self, labels: list[str], month: str = "") -> list[str]:
        """The files of a month or of all, oldest month first, and what goes on beside a file after that file."""
        named = [match for label in labels if (match := _NAME.fullmatch(label)) and month in ("", match[1])]
        return [match[0] for match in sorted(named, key=lambda match: (match[1], int(match[2] or 1)))]

    def wrap(self, name: str, content: bytes) -> bytes:  # noqa: ARG002 - a plain file does not depend on its name
        """The content itself."""
        return content

    def unwrap(self, label: str, raw: bytes) -> tuple[str, bytes]:
        """The label and the bytes themselves."""
        return label, raw

    def mark(self, path: Path) -> Mark | None:
        """Time, size and number of the file, once it is old enough for these to tell."""
        stat = path.stat()
        return (stat.st_mtime_ns, stat.st_size, stat.st_ino) if time.time_ns() - stat.st_mtime_ns > FRESH else None


PLAIN = Plain()


def name_of(month: str, number: int) -> str:
    """The name of a month's file: `2026-11.json`, or `2026-11.2.json` for the one that it goes on in."""
    return f"{month}.json" if number == 1 else f"{month}.{number}.json"
