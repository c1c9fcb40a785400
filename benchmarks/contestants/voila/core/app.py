"""The job in core ipywidgets."""

import ipywidgets as widgets
import plotly.graph_objects as go
from IPython.display import display

from benchmarks import job


def show() -> None:
    """Show the page."""
    texts = {name: widgets.Textarea(description=name) for name in job.TEXTS}
    scales = {name: widgets.RadioButtons(options=job.STEPS, value=None, description=name) for name in job.SCALES}
    everything = texts | scales
    status = widgets.HTML('<p class="status"></p>')

    def changed(_: dict) -> None:
        said = job.save({name: widget.value for name, widget in everything.items()})
        status.value = f'<p class="status">{said}</p>'

    for widget in everything.values():
        widget.observe(changed, "value")
    display(widgets.VBox([*everything.values(), status]), go.FigureWidget(job.figure()))
