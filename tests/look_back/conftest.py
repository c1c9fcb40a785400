"""What the tests of looking back share: notes made by hand, and a desk on which they lie."""

import itertools

import pytest

from newsoil._paths import shipped_guide
from newsoil.desk import Desk
from newsoil.guide import read_guide
from newsoil.journal import Entry, Journal, Store
from newsoil.journal.months import encode
from newsoil.look_back import LookBack


@pytest.fixture(scope="session")
def guide():
    return read_guide(shipped_guide())


@pytest.fixture(scope="session")
def note():
    """Makes one note: `note(exercise, day, {prompt: answer}, tags=…)`; `entry` changes whatever else."""
    numbers = itertools.count(1)

    def make(exercise, day, answers=None, **entry):
        at = f"{day}T20:00:00+01:00"
        common = {"id": f"n{next(numbers)}", "exercise": exercise, "exercise_version": 1, "made_at": at, "changed_at": at, "status": "done"}
        return Entry(**common | {"answers": answers or {}} | entry)

    return make


@pytest.fixture
def home(tmp_path):
    return tmp_path / "home"


@pytest.fixture
def keep(home):
    """Puts notes on disk, in the files of their months."""

    def put(*notes):
        folder = home / "journals" / "mine" / "entries"
        folder.mkdir(parents=True, exist_ok=True)
        for month, own in itertools.groupby(sorted(notes, key=lambda one: one.month), key=lambda one: one.month):
            (folder / f"{month}.json").write_bytes(encode(tuple(own), {}))

    return put


@pytest.fixture
def desk(guide, home):
    return Desk(guide, Store(home))


@pytest.fixture
def ask(desk):
    """Asks as the page does, and gives the answer."""
    back, numbers = LookBack(desk), itertools.count(1)

    def once(kind, **fields):
        message = {
            "kind": kind,
            "ask": f"ask-{next(numbers)}",
            **({"at": "2026-11-30T12:00:00+01:00"} if kind == "hello" else {}),
            **fields,
        }
        reply = back.answer(message)
        assert reply["ask"] == message["ask"]
        return reply

    return once


@pytest.fixture(scope="session")
def journal():
    """A journal of notes, in months as they are on disk."""

    def of(*notes):
        return Journal(tuple(sorted(notes, key=lambda one: (one.made_at, one.id))))

    return of
