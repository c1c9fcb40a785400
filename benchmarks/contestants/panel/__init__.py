"""Panel on the Bokeh server."""

from pathlib import Path

from benchmarks.contestant import Contestant

APP = str(Path(__file__).parent / "app.py")

CONTESTANTS = [
    Contestant(
        name="panel",
        command=(
            *("{python}", "-m", "panel", "serve", APP, "--address", "127.0.0.1", "--port", "{port}"),
            *("--allow-websocket-origin", "127.0.0.1:{port}"),
        ),
        what="Panel: texts at each key (`value_input`), the Plotly pane",
        packages=("panel", "bokeh", "plotly"),
        address="http://127.0.0.1:{port}/app",
    )
]
