"""Dash, with its own server."""

from pathlib import Path

from benchmarks.contestant import Contestant

APP = str(Path(__file__).parent / "app.py")

CONTESTANTS = [
    Contestant(
        name="dash",
        command=("{python}", APP, "{port}"),
        what="Dash: one callback for all ten inputs, the server that `app.run` starts",
        packages=("dash", "plotly"),
    )
]
