"""The same job on New Soil's own server: as one of its exercises, and as the form that stock Voilà has."""

import re
from collections.abc import Iterable
from pathlib import Path

from benchmarks.contestant import Contestant, Place

HERE = Path(__file__).parent
OUTBOX = HERE.parents[2] / "widgets" / "newsoil" / "prompts" / "static" / "outbox.js"
TOKEN = "bench"  # noqa: S105 - of a server that lives as long as a measurement
PACKAGES = ("newsoil", "voila", "ipykernel", "ipywidgets", "anywidget", "plotly")
SAVED = "bench.text('.ns-status').match(/Saved at [0-9:]+/)?.[0] ?? ''"
"""The sentence beside the prompt. It goes as soon as a key comes and is back once the kernel says that the disk has the answer, so that
each acknowledgement is seen although the sentence itself changes by the minute."""


def months(place: Place) -> Iterable[Path]:
    """The month files of the journal."""
    return (place.folder / "journals" / "mine" / "entries").glob("*.json")


def waits_ms() -> float:
    """How long an exercise waits for more keys before it sends a text, in milliseconds, as its own code says."""
    return float(re.search(r"AFTER_LAST_KEY = (\d+)", OUTBOX.read_text("utf-8"))[1])


def _command(folder: str, *modules: str) -> tuple[str, ...]:
    return ("{python}", str(HERE / "serve.py"), str(HERE / folder / "page.ipynb"), "{folder}", "{port}", TOKEN, *modules)


ADDRESS = "http://127.0.0.1:{port}/?token=" + TOKEN
"""As the app prints it: the first answer is a redirect that leaves the token behind."""

CONTESTANTS = [
    Contestant(
        name="newsoil",
        command=_command("exercise"),
        what="New Soil: one exercise of the real product, which writes to a real journal; the chart above it, as a figure's JSON",
        packages=PACKAGES,
        address=ADDRESS,
        text="[data-exercise] textarea",
        status=SAVED,
        written=months,
        waits_ms=waits_ms(),
        own_environment=False,
    ),
    Contestant(
        name="newsoil-form",
        command=_command("form", "benchmarks.contestants.newsoil.form.warm"),
        what="New Soil's server with the page of `voila-anywidget`, file for file; pandas and plotly ready before kernels are forked",
        packages=PACKAGES,
        address=ADDRESS,
        own_environment=False,
    ),
]
