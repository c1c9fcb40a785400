"""The whole app as `newsoil app` starts it: with nobody's notes yet, with ninety, and with those of ten years."""

from benchmarks import journal
from benchmarks.contestant import Contestant
from benchmarks.contestants.newsoil import ADDRESS, PACKAGES, SAVED, TOKEN, months, waits_ms

COMMAND = ("{python}", "-m", "newsoil.cli", "app", "--home", "{folder}", "--port", "{port}", "--token", TOKEN, "--no-browser")


def _app(name: str, what: str, kind: str, entries: int = 0, over: int = 0) -> Contestant:
    """The app over a journal of so many entries in so many months."""
    return Contestant(
        name=name,
        command=COMMAND,
        what=what,
        kind=kind,
        packages=PACKAGES,
        address=ADDRESS,
        usable="bench.writable('[data-exercise]:not([data-waiting]) textarea', 1)",
        drawn="bench.all('#page h1').some(bench.shown)",  # no chart on its first stage: this is when its words can be read
        text="[data-exercise] textarea",
        status=SAVED,
        waits_ms=waits_ms(),
        written=months,
        prepare=lambda place: journal.write(place.folder, entries, over),
        own_environment=False,
    )


CONTESTANTS = [
    _app("newsoil-app", "the whole app, for somebody who opens it for the first time", "app"),
    _app("newsoil-90-entries", "the whole app over a journal of 90 entries in three months", "journal", 90, 3),
    _app("newsoil-36500-entries", "the whole app over a journal of 36,500 entries in ten years", "journal", 36_500, 120),
]
