"""What a server and everything it started cost, read from /proc: Linux only."""

import contextlib
import os
import signal
import time
from pathlib import Path

PROC = Path("/proc")
TICKS = os.sysconf("SC_CLK_TCK")


def _fields(pid: int) -> list[str]:
    """The fields of /proc/<pid>/stat that follow the name; empty when the process is gone."""
    try:
        return (PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []


def _marked(pid: int, mark: bytes) -> bool:
    try:
        return mark in (PROC / str(pid) / "environ").read_bytes()
    except OSError:
        return False


def tree(root: int, mark: str) -> list[int]:
    """The living processes below `root`, and those that carry `mark` in their environment wherever they hang now."""
    children: dict[int, list[int]] = {}
    marked = []
    for entry in PROC.iterdir():
        if entry.name.isdigit() and (fields := _fields(pid := int(entry.name))) and fields[0] != "Z":
            children.setdefault(int(fields[1]), []).append(pid)
            if _marked(pid, mark.encode()):
                marked.append(pid)
    found, queue = {root}, [root, *marked]
    while queue:
        pid = queue.pop()
        found.add(pid)
        queue.extend(child for child in children.get(pid, ()) if child not in found)
    return sorted(found)


def cpu_seconds(pids: list[int]) -> float:
    """CPU time of these processes and of their children that have ended."""
    return sum(int(ticks) for pid in pids if (fields := _fields(pid)) for ticks in fields[11:15]) / TICKS


def proportional_memory(pids: list[int]) -> int:
    """Bytes of memory (PSS): a page that several share counts for each by its share."""
    total = 0
    for pid in pids:
        with contextlib.suppress(OSError):
            lines = (PROC / str(pid) / "smaps_rollup").read_text().splitlines()
            total += next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
    return total * 1024


def end(pids: list[int], within: float = 5.0) -> None:
    """End exactly these processes: politely, then not."""
    for how in (signal.SIGTERM, signal.SIGKILL):
        for pid in pids:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, how)
        deadline = time.monotonic() + within
        while time.monotonic() < deadline and any((fields := _fields(pid)) and fields[0] != "Z" for pid in pids):
            time.sleep(0.05)
