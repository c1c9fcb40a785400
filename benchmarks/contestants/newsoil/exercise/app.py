"""The job as an exercise of New Soil.

The guide beside this file asks; the words around the prompts, the widget and the journal are the product's. The chart is made as the
product makes its own, in plain Python. It stands above the exercise: below it, it would be drawn only once somebody scrolls there.
"""

from pathlib import Path
from typing import Any

import msgspec
from IPython.display import display

from benchmarks import job
from newsoil._paths import guide_folder, home_folder
from newsoil.desk import Desk
from newsoil.guide import read_guide
from newsoil.journal import Store
from newsoil.page import Page


def figure() -> dict[str, Any]:
    """The chart as plotly's JSON."""
    days = job.data()
    lines = [{"type": "scatter", "mode": "lines", "name": name, "x": days["day"], "y": days[name]} for name in job.SERIES]
    return {"data": lines, "layout": {"title": {"text": job.TITLE}, "height": 400}}


def show() -> None:
    """Show the page."""
    guide = msgspec.structs.replace(read_guide(Path(__file__).parent / "guide"), words=read_guide(guide_folder()).words)
    page = Page(guide.stage("small-job"), Desk(guide, Store(home_folder())))
    display({"application/vnd.plotly.v1+json": figure()}, raw=True)
    display(page.exercise("small-job"))
