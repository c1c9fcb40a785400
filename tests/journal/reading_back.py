"""What tests of the store share: looks at what is on disk."""

import json
import os

from newsoil.journal.forms import FRESH


def on_disk(store, name="2026-11.json"):
    return {entry["id"]: entry for entry in json.loads((store.entries / name).read_text("utf-8"))["entries"]}


def only(store):
    (entry,) = store.load().entries
    return entry


def long_ago(path):
    """Let a file look as if nobody had written to it for a while."""
    stat = path.stat()
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns - 2 * FRESH))


def earlier(entry):
    return [former.answers for former in entry.earlier]
