"""Voilà as it comes: with ten core widgets and plotly's FigureWidget, and with one anywidget and the chart as JSON."""

from pathlib import Path

from benchmarks.contestant import Contestant

HERE = Path(__file__).parent
STRANGERS = ("@pyviz/jupyterlab_pyviz", "jupyter-vue", "jupyter-vuetify")
"""What others brought into the environment that all share: Voilà would load it into every page."""


def _command(folder: str) -> tuple[str, ...]:
    without = (f"--VoilaConfiguration.extension_denylist={name}" for name in STRANGERS)
    notebook = str(HERE / folder / "page.ipynb")
    return ("{python}", "-m", "voila", notebook, "--no-browser", "--Voila.ip=127.0.0.1", "--port={port}", *without)


PACKAGES = ("voila", "ipykernel", "ipywidgets", "anywidget", "plotly")

CONTESTANTS = [
    Contestant("voila-figurewidget", _command("core"), "Voilà as it comes: ten core ipywidgets, plotly's FigureWidget", PACKAGES),
    Contestant(
        "voila-anywidget",
        _command("form"),
        "Voilà as it comes: one anywidget form, the chart as JSON through plotly's extension for Jupyter",
        PACKAGES,
    ),
]
