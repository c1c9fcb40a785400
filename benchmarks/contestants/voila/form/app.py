"""The job in one anywidget.

The chart goes out as its plain JSON: leaving a figure as a cell's last line would import nbformat, which costs a kernel about a second.
"""

from pathlib import Path
from typing import Any

import anywidget
from IPython.display import display

from benchmarks import job


class Form(anywidget.AnyWidget):
    """All inputs; the answers come in messages."""

    _esm = Path(__file__).parent / "form.js"

    def __init__(self) -> None:
        super().__init__()
        self.on_msg(self._changed)

    def _changed(self, _: Any, answers: dict[str, Any], __: list) -> None:
        self.send({"said": job.save(answers)})


def show() -> None:
    """Show the page."""
    display(Form())
    display({"application/vnd.plotly.v1+json": job.figure().to_plotly_json()}, raw=True)
