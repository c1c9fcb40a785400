"""Streamlit."""

from pathlib import Path

from benchmarks.contestant import Contestant

APP = str(Path(__file__).parent / "app.py")

CONTESTANTS = [
    Contestant(
        name="streamlit",
        command=("{python}", "-m", "streamlit", "run", APP, "--server.address=127.0.0.1", "--server.port={port}"),
        what="Streamlit: the whole script at each change; a text is handed over with Control+Enter, as it cannot be at each key",
        packages=("streamlit", "plotly"),
        environment={
            "STREAMLIT_BROWSER_GATHER_USAGE_STATS": "false",
            "STREAMLIT_SERVER_HEADLESS": "true",
            "STREAMLIT_SERVER_FILE_WATCHER_TYPE": "none",
        },
        commit="Control+Enter",
    )
]
