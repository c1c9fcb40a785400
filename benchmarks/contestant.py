"""What the runner has to know of a contestant. A new one is one file in `contestants/` with a `CONTESTANTS` of these."""

import importlib
import pkgutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Place:
    """Where a started contestant lives. Its own folder is empty at the start and serves as its home."""

    python: Path
    """Python of the contestants' environment, or the one that runs the benchmark."""
    port: int
    folder: Path
    data: Path
    """The ninety days."""
    answers: Path
    """Where the answers go, unless the contestant has its own way."""

    def filled(self, text: str) -> str:
        """`text` with the names of this place put in: {python}, {port}, {folder}, {data}, {answers}."""
        return text.format(python=self.python, port=self.port, folder=self.folder, data=self.data, answers=self.answers)


def the_answers(place: Place) -> Iterable[Path]:
    """The file that `job.save` writes."""
    return [place.answers]


@dataclass(frozen=True)
class Contestant:
    """How to start a framework, and how to see on its page how far it is.

    The conditions are JavaScript, looked at every few milliseconds; `bench` is `page.js`, which looks into shadow roots as well.
    """

    name: str
    command: tuple[str, ...]
    """What starts the server; the names of a `Place` are filled in."""
    what: str
    """A few words for the table of contestants."""
    packages: tuple[str, ...] = ()
    """Whose versions the results name."""
    kind: str = "job"
    """The small `job` that all do, the whole `app`, or the app over a `journal` of some size: each measure is for some kinds."""
    environment: dict[str, str] = field(default_factory=dict)
    address: str = "http://127.0.0.1:{port}/"
    usable: str = "bench.writable('textarea', 5)"
    """True once the fifth text can be written into."""
    drawn: str = "bench.lines('.js-plotly-plot .main-svg .scatterlayer .trace') >= 5"
    """True once the chart shows its five lines."""
    text: str = "textarea"
    """CSS selector of the texts, for Playwright; the first is written into."""
    status: str = "bench.text('.status')"
    """What the page says of the last answer that was saved; empty while it says nothing or says that it is still saving."""
    commit: str = ""
    """The key that hands a text over, where the framework does not do so at each key."""
    waits_ms: float = 0
    """Milliseconds that the page waits after a key for more keys, by its own choice, before it hands a text over."""
    written: Callable[[Place], Iterable[Path]] = the_answers
    """The files among which one changes when an answer is on disk."""
    prepare: Callable[[Place], None] = lambda _: None
    """What there is to do in the folder before the start."""
    own_environment: bool = True
    """False when it runs with the Python that runs the benchmark, whose packages are then named."""


def contestants() -> list[Contestant]:
    """All that stand in `contestants/`, in the order of their files."""
    package = importlib.import_module("benchmarks.contestants")
    modules = [importlib.import_module(f"{package.__name__}.{one.name}") for one in pkgutil.iter_modules(package.__path__)]
    return [contestant for module in modules for contestant in getattr(module, "CONTESTANTS", ())]
