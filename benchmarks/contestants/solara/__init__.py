"""Solara."""

from pathlib import Path

from benchmarks.contestant import Contestant

APP = str(Path(__file__).parent / "app.py")

CONTESTANTS = [
    Contestant(
        name="solara",
        command=("{python}", "-m", "solara", "run", APP, "--host", "127.0.0.1", "--port", "{port}", "--no-open", "--production"),
        what="Solara in production mode: texts at each key, a FigureWidget; `solara-assets` beside it, so that it runs offline",
        packages=("solara", "solara-assets", "plotly"),
        environment={"SOLARA_TELEMETRY_MIXPANEL_ENABLE": "false"},
    )
]
