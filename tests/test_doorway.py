"""The door of a journal as a page sees it: it opens, locks and seals by message, and says in a sentence what did not succeed."""

import asyncio
import itertools
import json
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Event

import pytest

from newsoil import doorway as module
from newsoil._errors import NotSaved
from newsoil._paths import guide_folder
from newsoil.desk import Desk
from newsoil.doorway import SECRET_LENGTH, Doorway
from newsoil.guide import read_guide
from newsoil.journal import Store
from newsoil.journal.standing import IDLE, LOCKED_MEANWHILE
from newsoil.journal.store import WAITS
from newsoil.page import Page

GUIDE = read_guide(guide_folder())
TIME = "2026-11-23T10:00:00.000+01:00"
LONG = ("unseal", "seal", "another-passphrase", "another-key", "take-off")
PHRASE, OTHER, SHORT, WRONG = "four words of soil", "four other words", "abc", "not this one"


class Sitting:
    """A desk with a door, and an exercise on the page."""

    def __init__(self, home, clock):
        self.clock, self.told, self.heard, self.asked = clock, [], asyncio.Event(), itertools.count(1)
        self.store = Store(home, clock=self.clock)
        self.desk = Desk(GUIDE, self.store)
        self.door = Doorway(
            self.desk, lambda message: (self.told.append(message), message.get("ask") or self.heard.set()), start=lambda work: work()
        )
        page = Page(GUIDE.stage("signs-in-me"), self.desk)
        self.exercise, self.chart, self.aside = (
            page.exercise("one-good-decision"),
            page.chart("good-decisions"),
            page.aside("signs-in-me-aside"),
        )
        self.seq = 0

    def ask(self, kind, **more):
        """Ask, and get the answer, at once or told later."""
        name = f"ask-{next(self.asked)}"
        reply = self.door.answer({"kind": kind, "ask": name, **more}) if kind in LONG else self.door.answer({"kind": kind, **more})
        told = [one for one in self.told if one.get("ask") == name and one["kind"] != "progress"]
        if kind not in LONG:
            return reply
        assert (reply, len(told)) == (None, 1)
        self.told = [one for one in self.told if one.get("ask") != name]
        return {key: value for key, value in told[0].items() if key != "ask"}

    def write(self, words):
        self.seq += 1
        head = {"kind": "edit", "page": "p", "seq": self.seq, "exercise": "one-good-decision", "entry": "e1", "made_at": TIME, "at": TIME}
        return self.exercise._answer({**head, "act": "answer", "prompt": "decision", "value": words})

    def seal(self):
        key = self.ask("new-key")["key"]
        assert self.ask("seal", secret=PHRASE)["state"] == "open"
        return key

    def read(self):
        return [entry["answers"]["decision"] for entry in self.exercise._answer({"kind": "hello"})["entries"]]


@pytest.fixture
def sitting(tmp_path, clock):
    return Sitting(tmp_path, clock)


def test_a_plain_journal_has_no_door(sitting):
    assert sitting.ask("door") == {"kind": "door", "state": "plain", "sentence": "", "wait": 0}
    assert not sitting.door.knows("edit")
    assert not sitting.door.knows(["door"])


@pytest.mark.parametrize("sealed", [False, True])
def test_whose_help_lines_somebody_wants_to_see_is_kept_also_while_the_notes_are_locked(sitting, sealed):
    if sealed:
        sitting.seal()
        sitting.ask("lock")
    assert sitting.ask("country", country="gb") is None
    assert sitting.store.settings().country == "gb"
    for odd in (3, None, ["gb"], "x" * 10_000):
        assert sitting.ask("country", country=odd)["sentence"].endswith(".")
    assert sitting.store.settings().country == "gb"


def test_nothing_is_sealed_before_the_recovery_key_was_shown(sitting):
    sitting.write("I rested.")
    shown = sitting.ask("seal", secret=PHRASE)
    assert shown["key"]
    assert shown["state"] == "plain"
    assert not sitting.store.is_sealed


def test_a_page_seals_locks_and_opens_the_notes_and_nothing_is_lost(sitting):
    sitting.write("I rested.")
    key = sitting.seal()
    assert sitting.read() == ["I rested."]
    assert sitting.ask("lock")["state"] == "locked"
    for secret, by in ((PHRASE, "passphrase"), (key, "recovery")):
        assert sitting.ask("unseal", secret=secret, by=by)["state"] == "open"
        assert sitting.read() == ["I rested."]


def test_while_it_is_locked_everything_on_the_page_says_so_and_shows_nothing(sitting):
    sitting.write("canary-55ee")
    sitting.seal()
    sitting.ask("lock")
    for widget in (sitting.exercise, sitting.chart, sitting.aside):
        told = widget._answer({"kind": "hello", "today": "2026-11-23"})
        assert told.pop("name", "good-decisions") == "good-decisions"
        assert told == {"kind": "locked"}
    assert sitting.exercise._answer({"kind": "more", "most": 50}) == {"kind": "locked"}


def test_what_is_typed_while_it_is_locked_is_kept_unread_and_there_after_opening(sitting):
    sitting.write("I rested.")
    sitting.seal()
    sitting.ask("lock")
    assert sitting.write("canary-66ff")["kind"] == "kept"
    assert not any(b"canary-66ff" in path.read_bytes() for path in sitting.store.folder.rglob("*") if path.is_file())
    sitting.ask("unseal", secret=PHRASE)
    assert sitting.read() == ["canary-66ff"]


def test_on_a_full_disk_the_notes_open_and_it_is_said_that_what_waits_is_kept(sitting, fail):
    sitting.write("before")
    sitting.seal()
    sitting.ask("lock")
    assert sitting.write("typed while locked")["kind"] == "kept"
    mend = fail("fsync", number=None)
    assert sitting.ask("unseal", secret=PHRASE) == {"kind": "door", "state": "open", "sentence": "", "wait": 0}
    assert sitting.read() == ["before"]
    assert sitting.exercise._answer({"kind": "hello"})["notices"] == [WAITS]
    mend()
    assert sitting.read() == ["typed while locked"]
    assert sitting.exercise._answer({"kind": "hello"})["notices"] == []


def test_a_wrong_passphrase_is_told_in_a_sentence_and_the_wait_grows(sitting):
    sitting.seal()
    sitting.ask("lock")
    waits = []
    for _ in range(6):
        answer = sitting.ask("unseal", secret=WRONG)
        assert answer["state"] == "locked"
        assert answer["sentence"]
        waits.append(answer["wait"])
    assert waits[:3] == [0, 0, 0]
    assert waits[-1] > 0


@pytest.mark.parametrize("secret", [None, "", 7, ["x"], "x" * (SECRET_LENGTH + 1)])
def test_what_is_no_passphrase_is_not_tried(sitting, secret):
    sitting.seal()
    sitting.ask("lock")
    assert sitting.ask("unseal", secret=secret)["sentence"] == "Type your passphrase first."
    assert not (sitting.store.folder / "sealed" / "tries").exists()


def test_the_recovery_key_that_is_written_down_fits_until_a_new_one_was_seen_and_set(sitting):
    old = sitting.seal()
    shown = sitting.ask("another-key", secret=PHRASE)
    assert (shown["state"], "done" in shown) == ("open", False)
    assert shown["key"] != old
    sitting.ask("lock")
    assert sitting.ask("unseal", secret=shown["key"], by="recovery")["state"] == "locked"
    assert sitting.ask("unseal", secret=old, by="recovery")["state"] == "open"


def test_while_the_folder_cannot_be_read_the_door_stands_as_it_stood(sitting, monkeypatch):
    sitting.seal()
    monkeypatch.setattr(type(sitting.store), "is_locked", property(lambda _store: (_ for _ in ()).throw(NotSaved("away"))))
    assert sitting.ask("door")["state"] == "open"


def test_a_passphrase_that_is_too_short_seals_nothing_and_says_why(sitting):
    sitting.ask("new-key")
    answer = sitting.ask("seal", secret=SHORT)
    assert answer["state"] == "plain"
    assert answer["sentence"]


def test_another_passphrase_another_key_and_no_seal_each_ask_for_what_fits_now(sitting):
    sitting.write("I rested.")
    old = sitting.seal()
    assert sitting.ask("another-passphrase", secret=WRONG, new=OTHER)["sentence"]
    assert sitting.ask("another-passphrase", secret=PHRASE, new=OTHER)["done"] == "another-passphrase"
    key = sitting.ask("new-key")["key"]
    assert key != old
    assert sitting.ask("another-key", secret=WRONG)["sentence"]
    assert sitting.ask("another-key", secret=OTHER)["done"] == "another-key"
    sitting.ask("lock")
    assert sitting.ask("unseal", secret=PHRASE)["state"] == "locked"
    assert sitting.ask("unseal", secret=old, by="recovery")["state"] == "locked"
    assert sitting.ask("unseal", secret=key, by="recovery")["state"] == "open"
    assert sitting.ask("take-off", secret=WRONG)["sentence"]
    assert sitting.store.is_sealed
    assert sitting.ask("take-off", secret=OTHER)["state"] == "plain"
    assert sitting.read() == ["I rested."]


def test_it_locks_by_itself_when_nobody_has_used_it_and_tells_the_page(sitting, monkeypatch):
    monkeypatch.setattr(module, "LOOK", 0.01)

    async def evening():
        sitting.seal()
        sitting.clock.now += IDLE - 1
        sitting.ask("here")
        sitting.clock.now += IDLE - 1
        await asyncio.sleep(0.05)
        assert not sitting.told
        sitting.clock.now += 2
        await asyncio.wait_for(sitting.heard.wait(), 5)

    with ThreadPoolExecutor(1) as thread:  # the browser that other tests opened has a loop running in this one
        thread.submit(asyncio.run, evening()).result(20)
    assert [told["state"] for told in sitting.told] == ["locked"]
    assert sitting.store.is_locked


def test_two_journals_on_one_computer_open_each_with_its_own_passphrase(tmp_path, clock):
    mine, theirs = Sitting(tmp_path / "one", clock), Sitting(tmp_path / "two", clock)
    mine.write("canary-77aa")
    mine.seal()
    theirs.ask("new-key")
    theirs.ask("seal", secret=OTHER)
    for sitting in (mine, theirs):
        sitting.ask("lock")
    assert theirs.ask("unseal", secret=PHRASE)["state"] == "locked"
    assert mine.ask("unseal", secret=OTHER)["state"] == "locked"
    assert mine.ask("unseal", secret=PHRASE)["state"] == "open"
    assert theirs.ask("unseal", secret=OTHER)["state"] == "open"


def test_no_secret_is_in_what_a_notebook_would_keep(tmp_path, monkeypatch):
    desk = Desk(GUIDE, Store(tmp_path))
    sent = []
    monkeypatch.setattr("newsoil.errands.beside", lambda work: work())
    door = Page(GUIDE.stage("start"), desk).door()
    monkeypatch.setattr(door, "send", sent.append)
    key = door._answer({"kind": "new-key"})["key"]
    door._answer({"kind": "seal", "ask": "a", "secret": PHRASE})
    assert desk.store.is_sealed
    kept = json.dumps({name: value for name, value in door.get_state().items() if name != "layout"}, default=str)
    assert key not in kept
    assert PHRASE not in kept


# ---- what takes a while --------------------------------------------------------------------------------------------------


class Slow(Sitting):
    """A sitting whose long work waits until somebody does it."""

    def __init__(self, home, clock):
        super().__init__(home, clock)
        self.waiting = []
        self.door = Doorway(self.desk, self.told.append, start=self.waiting.append)

    def begin(self, kind, name, **more):
        assert self.door.answer({"kind": kind, "ask": name, **more}) is None


@pytest.fixture
def slow(tmp_path, clock):
    return Slow(tmp_path, clock)


def test_sealing_says_which_step_it_is_at_and_how_far(slow):
    slow.write("I rested.")
    slow.ask("new-key")
    slow.begin("seal", "s", secret=PHRASE)
    assert slow.told == []
    slow.waiting.pop()()
    steps = [(one["step"], one["done"], one["of"]) for one in slow.told if one["kind"] == "progress"]
    assert steps == [(step, done, 1) for step in ("key", "seal", "check", "clear") for done in (0, 1)]
    assert (slow.told[-1]["state"], slow.told[-1]["ask"]) == ("open", "s")


def test_a_page_that_hears_nothing_is_told_how_far_it_is_and_what_came_of_it(slow):
    slow.ask("new-key")
    slow.begin("seal", "s", secret=PHRASE)
    assert slow.door.answer({"kind": "door", "ask": "s"}) is None
    assert slow.told == [{"kind": "progress", "ask": "s", "done": 0, "of": 0}]
    slow.waiting.pop()()
    done = slow.told[-1]
    assert slow.door.answer({"kind": "door", "ask": "s"}) is None
    assert slow.told[-2:] == [done, done]


def test_a_question_that_was_never_heard_is_told_how_the_door_stands(slow):
    assert slow.door.answer({"kind": "door", "ask": "lost"}) == {"kind": "door", "state": "plain", "sentence": "", "wait": 0, "ask": "lost"}


def test_what_comes_twice_is_done_once(slow):
    slow.ask("new-key")
    for _ in range(2):
        slow.begin("seal", "s", secret=PHRASE)
    assert len(slow.waiting) == 1
    slow.waiting.pop()()
    slow.begin("seal", "s", secret=PHRASE)
    assert slow.waiting == []


def test_two_things_at_once_are_refused_in_a_sentence(slow):
    slow.ask("new-key")
    slow.begin("seal", "s", secret=PHRASE)
    slow.begin("take-off", "t", secret=PHRASE)
    assert (slow.told[-1]["kind"], slow.told[-1]["ask"], slow.told[-1]["sentence"][-1]) == ("refused", "t", ".")
    slow.waiting.pop()()
    assert slow.store.is_sealed


def steps_of(sitting):
    """Where each step began and ended; what is between comes as often as it takes time."""
    told = [(one["step"], one["done"], one["of"]) for one in sitting.told if one["kind"] == "progress"]
    return [(step, done, of) for step, done, of in told if done in (0, of)]


def locked_with(sitting, *words):
    """Have the notes sealed and locked, with words that came since."""
    sitting.ask("new-key")
    sitting.begin("seal", "s", secret=PHRASE)
    sitting.waiting.pop()()
    sitting.ask("lock")
    for word in words:
        assert sitting.write(word)["kind"] == "kept"
    sitting.told.clear()


def test_opening_says_which_step_it_is_at_and_how_much_of_what_waits_is_in(slow):
    slow.write("I rested.")
    locked_with(slow, "I rested, and", "I rested, and slept.")
    slow.begin("unseal", "u", secret=PHRASE)
    assert slow.told == []
    slow.waiting.pop()()
    assert steps_of(slow) == [("key", 0, 1), ("key", 1, 1), ("let-in", 0, 2), ("let-in", 2, 2), ("load", 0, 1), ("load", 1, 1)]
    assert (slow.told[-1]["state"], slow.told[-1]["ask"]) == ("open", "u")
    assert slow.read() == ["I rested, and slept."]


def test_a_wrong_passphrase_comes_no_further_than_the_key_and_costs_no_word(slow):
    locked_with(slow, "canary-88bb")
    slow.begin("unseal", "u", secret=WRONG)
    slow.waiting.pop()()
    assert steps_of(slow) == [("key", 0, 1)]
    assert (slow.told[-1]["state"], slow.told[-1]["sentence"][-1]) == ("locked", ".")
    slow.begin("unseal", "v", secret=PHRASE)
    slow.waiting.pop()()
    assert slow.read() == ["canary-88bb"]


def test_another_passphrase_and_another_key_say_what_they_do(slow):
    locked_with(slow)
    slow.begin("unseal", "u", secret=PHRASE)
    slow.waiting.pop()()
    for kind, secret, keys in (("another-passphrase", PHRASE, 2), ("another-key", OTHER, 1)):
        slow.ask("new-key")
        slow.told.clear()
        slow.begin(kind, kind, secret=secret, new=OTHER)
        slow.waiting.pop()()
        assert steps_of(slow) == [("key", 0, keys), ("key", keys, keys)]
        assert slow.told[-1]["done"] == kind


class Held(Sitting):
    """A sitting whose errands have a thread, as in a kernel. One stops at a step of this name until it is let go on."""

    def __init__(self, home, clock):
        super().__init__(home, clock)
        self.at_work, self.goes_on, self.done, self.step = Event(), Event(), Event(), ""
        self.door = Doorway(self.desk, self.hear)

    def hear(self, message):
        if message["kind"] == "progress":
            if message["step"] == self.step and not self.at_work.is_set():
                self.at_work.set()
                self.goes_on.wait(20)
        elif message.get("ask"):
            self.told.append(message)
            self.done.set()

    @contextmanager
    def opening(self, step):
        """The notes are sealed, locked and about to be opened; they are at this step."""
        self.write("before")
        self.door.answer({"kind": "new-key"})
        self.door.answer({"kind": "seal", "ask": "s", "secret": PHRASE})
        assert self.done.wait(20)
        self.done.clear()
        self.door.answer({"kind": "lock"})
        assert self.write("while locked")["kind"] == "kept"
        self.step = step
        self.door.answer({"kind": "unseal", "ask": "u", "secret": PHRASE})
        assert self.at_work.wait(20)
        yield
        self.goes_on.set()
        assert self.done.wait(20)


@pytest.fixture
def held(tmp_path, clock):
    return Held(tmp_path, clock)


@pytest.mark.parametrize(("step", "state", "answer"), [("key", "locked", "kept"), ("let-in", "open", "waits"), ("load", "open", "saved")])
def test_the_kernel_answers_while_notes_are_opened_beside_it_and_what_is_typed_is_kept(held, step, state, answer):
    with held.opening(step):
        assert held.door.answer({"kind": "door"})["state"] == state
        assert held.write("meanwhile")["kind"] == answer
    assert (held.told[-1]["state"], held.told[-1]["ask"]) == ("open", "u")
    assert held.read() == ["meanwhile"]
    assert not any(b"meanwhile" in path.read_bytes() for path in held.store.folder.rglob("*") if path.is_file())


@pytest.mark.parametrize("step", ["key", "let-in", "load"])
def test_whoever_locks_the_notes_while_they_are_opened_finds_them_locked_and_every_word_is_there_later(held, step):
    with held.opening(step):
        assert held.door.answer({"kind": "lock"})["state"] == "locked"
    assert (held.told[-1]["state"], held.told[-1]["sentence"]) == ("locked", LOCKED_MEANWHILE)
    assert held.exercise._answer({"kind": "hello"}) == {"kind": "locked"}
    held.done.clear()
    held.door.answer({"kind": "unseal", "ask": "v", "secret": PHRASE})
    assert held.done.wait(20)
    assert held.read() == ["while locked"]


def test_the_kernel_answers_while_notes_are_sealed_beside_it(tmp_path, clock):
    """With a thread as in a kernel: the door is asked, and a word is typed, in the middle of it."""
    sitting, at_work, goes_on, done = Sitting(tmp_path, clock), Event(), Event(), Event()

    def hear(message):
        if message["kind"] == "door":
            done.set()
        elif message["step"] == "seal":
            at_work.set()
            goes_on.wait(20)

    sitting.door = Doorway(sitting.desk, hear)
    sitting.write("before")
    sitting.door.answer({"kind": "new-key"})
    sitting.door.answer({"kind": "seal", "ask": "s", "secret": PHRASE})
    assert at_work.wait(20)
    assert sitting.door.answer({"kind": "door"})["state"] == "plain"
    assert sitting.write("before and meanwhile")["kind"] == "waits"
    assert sitting.read() == ["before"]
    goes_on.set()
    assert done.wait(20)
    assert sitting.door.answer({"kind": "door"})["state"] == "open"
    assert sitting.read() == ["before and meanwhile"]
    assert not any(b"meanwhile" in path.read_bytes() for path in sitting.store.folder.rglob("*") if path.is_file())
