"""The job that every contestant does, in plain Python, so that they differ by their framework and by nothing else.

Five texts, five scales from 1 to 5, one chart of 90 days and five series, read from the file that `NEWSOIL_BENCH_DATA` names. A change
writes all answers to the file that `NEWSOIL_BENCH_ANSWERS` names (temporary file, flushed to disk, replaced), then the page says "saved".

This module is imported by the contestants in an environment of their own: it needs pandas and plotly only where it draws.
"""

import itertools
import json
import os
from pathlib import Path
from typing import Any

TEXTS = ("text1", "text2", "text3", "text4", "text5")
SCALES = ("scale1", "scale2", "scale3", "scale4", "scale5")
STEPS = (1, 2, 3, 4, 5)
SERIES = ("trust", "rest", "anger", "hope", "grief")
TITLE = "Ninety days"

_COUNT = itertools.count(1)


def empty() -> dict[str, Any]:
    """Answers before anything was answered."""
    return {**dict.fromkeys(TEXTS, ""), **dict.fromkeys(SCALES)}


def data() -> dict[str, list]:
    """Ninety days and their five series, as they stand in the file."""
    return json.loads(Path(os.environ["NEWSOIL_BENCH_DATA"]).read_text("utf-8"))


def save(answers: dict[str, Any]) -> str:
    """Write all answers to disk and return what the page has to say; each time another text, so that a new one can be told apart."""
    count = next(_COUNT)
    target = Path(os.environ["NEWSOIL_BENCH_ANSWERS"])
    temporary = target.with_name(f"{target.name}.{os.getpid()}-{count}")
    with temporary.open("wb") as file:
        file.write(json.dumps(answers).encode())
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(target)
    return f"saved {count}"


def figure() -> Any:
    """The chart, made as most people make it: a data frame and plotly's graph objects."""
    import pandas as pd
    import plotly.graph_objects as go

    frame = pd.DataFrame(data())
    lines = [go.Scatter(x=frame["day"], y=frame[name], name=name, mode="lines") for name in SERIES]
    return go.Figure(lines, {"title": {"text": TITLE}, "height": 400})
