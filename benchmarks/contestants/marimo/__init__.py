"""marimo, as an app."""

from pathlib import Path

from benchmarks.contestant import Contestant

APP = str(Path(__file__).parent / "app.py")

CONTESTANTS = [
    Contestant(
        name="marimo",
        command=("{python}", "-m", "marimo", "run", APP, "--headless", "--no-token", "--host", "127.0.0.1", "--port", "{port}"),
        what="marimo run: texts at each key (`debounce=False`), the chart as a cell's last line",
        packages=("marimo", "plotly"),
        environment={"MARIMO_SKIP_UPDATE_CHECK": "1"},
    )
]
