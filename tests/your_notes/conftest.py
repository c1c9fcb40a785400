"""What the tests of “Your notes” share: a desk with the shipped guide, a page that asks, and notes on disk."""

import itertools

import pytest

from newsoil._paths import guide_folder
from newsoil.desk import Desk
from newsoil.guide import read_guide
from newsoil.your_notes import YourNotes

NOW = "2026-11-25T09:00:00.000+01:00"


class Asking:
    """A page: it asks, and hears what comes at once and what comes later."""

    def __init__(self, desk, start=lambda work: work()):
        self.said = []
        self.notes = YourNotes(desk, self.said.append, start)
        self._numbers = itertools.count(1)

    def __call__(self, kind, **fields):
        """Ask once, and get the answer."""
        message = {"kind": kind, "ask": f"ask-{next(self._numbers)}", **fields}
        reply = self.notes.answer(message)
        answers = [reply] if reply else [one for one in self.said if one["ask"] == message["ask"] and one["kind"] != "progress"]
        assert len(answers) == 1, answers
        return answers[0]

    def file(self, kind, **fields):
        """Ask for a file, and fetch it as the page does: its name and its bytes."""
        made = self(kind, at=NOW, **fields)
        assert made["kind"] == "made", made
        parts = []
        for number in range(made["parts"]):
            self.notes.answer({"kind": "take", "ask": made["ask"], "part": number})
            parts.append(self.said.pop()["content"])
        self.notes.answer({"kind": "taken", "ask": made["ask"]})
        assert len(b"".join(parts)) == made["size"]
        return made["name"], b"".join(parts)

    def give(self, content, size=2**20):
        """Give a file in parts, and have it read."""
        file, parts = f"file-{next(self._numbers)}", [content[at : at + size] for at in range(0, len(content), size)]
        for number, part in enumerate(parts):
            assert self.notes.answer({"kind": "give", "ask": file, "part": number, "content": part})["kind"] == "got"
        return file, len(parts)

    def read(self, content, **fields):
        file, parts = self.give(content)
        return self("read", file=file, parts=parts, **fields)


@pytest.fixture(scope="session")
def guide():
    return read_guide(guide_folder())


@pytest.fixture
def desk(guide, store):
    return Desk(guide, store)


@pytest.fixture
def ask(desk):
    return Asking(desk)


@pytest.fixture
def ask_slowly(desk):
    """A page whose errands wait in `ask_slowly.waiting` until somebody does them."""
    waiting = []
    page = Asking(desk, start=waiting.append)
    page.waiting = waiting
    return page


@pytest.fixture
def write(desk):
    """Writes one answer as an exercise's page does, and returns what the page is told."""
    numbers = itertools.count(1)

    def written(exercise, prompt, value, entry="e1", day="2026-11-23", **fields):
        at = f"{day}T10:00:00.000+01:00"
        message = {
            "kind": "edit",
            "page": "p1",
            "seq": next(numbers),
            "exercise": exercise,
            "entry": entry,
            "made_at": at,
            "at": at,
            "act": "answer",
            "prompt": prompt,
            "value": value,
        }
        return desk.save({**message, **fields})

    return written


@pytest.fixture
def some(write):
    """Notes in three exercises, one of them deleted."""
    write("journal", "text", "A page of mine, with “marks” & Grüße 🌱\nand a second line.", "j1", "2026-10-05")
    write("journal", "text", "Another page.", "j2", "2026-11-20")
    write("small-wins", "win", "We laughed.", "w1")
    write("what-am-i-afraid-of", "fear", "That I am last.", "f1")
    write("journal", "text", "A page to throw away.", "j3")
    write("journal", "", True, "j3", act="delete", at="2026-11-24T10:00:00.000+01:00")
