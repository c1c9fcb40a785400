"""What the look-back page says of three invented readers, in words: `readers.txt`, to be read as one of them would on a bad evening.

`make gallery` writes it, with `--charts` too. It needs no browser.
"""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "look_back"))
from three_readers import READERS, told

NAME = "readers.txt"


def write_readers(out: Path) -> int:
    """Write what is said of all readers; returns how many there are."""
    (out / NAME).write_text("\n".join(line for reader in READERS.values() for line in told(reader)), "utf-8")
    return len(READERS)
