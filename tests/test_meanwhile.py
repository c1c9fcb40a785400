"""What is typed while long work holds the notes: it waits, nothing of it is lost or left plain, and the page hears when it is written."""

import itertools
from threading import Event, Thread

import pytest

from newsoil import desk as module
from newsoil._paths import guide_folder
from newsoil.desk import Desk
from newsoil.doorway import Doorway
from newsoil.guide import read_guide
from newsoil.journal import MemoryStore, files
from newsoil.meanwhile import MOST, Meanwhile

GUIDE = read_guide(guide_folder())
PHRASE = "four words of soil"
CANARY = "kanarienvogel"
TIMES = dict.fromkeys(("made_at", "at"), "2026-11-23T10:00:00.000+01:00")


@pytest.fixture
def desk(store):
    return Desk(GUIDE, store)


@pytest.fixture
def write(desk):
    numbers = itertools.count(1)

    def written(value, **fields):
        base = {"kind": "edit", "page": "p1", "seq": next(numbers), "exercise": "journal", "entry": "e1", "act": "answer", "prompt": "text"}
        return desk.save({**base, **TIMES, "value": value, **fields})

    return written


def texts(desk):
    return [entry.answers["text"] for entry in desk.store.load().entries]


def bytes_in(home):
    return b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file())


def sealing(desk, meanwhile):
    """Seal the notes as a page asks for it; `meanwhile` is called at each word on how far it is. Returns what the page is told."""
    told, busy = [], []

    def hear(message):
        told.append(message)
        if message["kind"] == "progress" and not busy:
            busy.append(True)
            meanwhile()
            busy.clear()

    door = Doorway(desk, hear, start=lambda work: work())
    door.answer({"kind": "new-key"})
    door.answer({"kind": "seal", "ask": "s", "secret": PHRASE})
    return told


def test_what_is_typed_while_notes_are_sealed_waits_and_is_sealed_with_them(desk, write, home):
    write(f"{CANARY} before")
    numbers = itertools.count(1)
    replies = []
    told = sealing(desk, lambda: replies.append(write(f"{CANARY} {next(numbers)}")))
    assert {reply["kind"] for reply in replies} == {"waits"}
    assert told[-1]["state"] == "open"
    assert {message.get("step") for message in told if message["kind"] == "progress"} == {"key", "seal", "check", "clear"}
    assert texts(desk) == [f"{CANARY} {len(replies)}"]
    assert CANARY.encode() not in bytes_in(home)


def test_an_edit_that_waited_is_answered_as_saved_when_the_page_asks_again(desk, write):
    with desk.works():
        assert write("a word", seq=7) == {"kind": "waits", "page": "p1", "seq": 7}
        assert write("a word", seq=7)["kind"] == "waits"
        assert texts(desk) == []
    assert texts(desk) == ["a word"]
    reply = write("a word", seq=7)
    assert (reply["kind"], reply["entry"]["answers"]) == ("saved", {"text": "a word"})


def test_what_is_no_edit_is_refused_at_once_also_during_long_work(desk, write):
    with desk.works():
        assert write(7)["kind"] == "refused"


def test_sealing_that_does_not_succeed_costs_no_word_that_was_typed_meanwhile(desk, write, fail):
    write("before")
    fail("rename", number=None)
    replies = []
    told = sealing(desk, lambda: replies.append(write("meanwhile")))
    assert {reply["kind"] for reply in replies} == {"waits"}
    assert (told[-1]["state"], told[-1]["sentence"].startswith("The journal was not sealed")) == ("plain", True)
    assert texts(desk) == ["meanwhile"]


def test_edits_that_wait_are_written_in_the_order_in_which_they_came_and_each_once(desk, write):
    seen = []
    desk.watch(lambda entry: seen.append(entry.answers["text"]))
    with desk.works():
        for value in ("a", "ab", "abc"):
            write(value)
        write("abc", seq=3)
    assert seen == ["a", "ab", "abc"]
    (entry,) = desk.store.load().entries
    assert entry.earlier == ()


def test_what_comes_while_the_waiting_words_are_written_is_written_too(desk, write):
    later = iter(["b", "c"])
    desk.watch(lambda _entry: [write(value, entry=value) for value in itertools.islice(later, 1)])
    with desk.works():
        assert write("a")["kind"] == "waits"
    assert sorted(texts(desk)) == ["a", "b", "c"]
    assert write("d", entry="d")["kind"] == "saved"


def test_two_long_works_at_once_are_both_waited_for(desk, write):
    with desk.works():
        with desk.works():
            write("a word")
        assert write("a word", entry="e2")["kind"] == "waits"
        assert texts(desk) == []
    assert texts(desk) == ["a word", "a word"]


def test_work_that_fails_lets_what_waited_be_written(desk, write):
    def work():
        with desk.works():
            write("a word")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        work()
    assert texts(desk) == ["a word"]


def test_one_word_that_cannot_be_written_keeps_no_other_from_it(caplog):
    meanwhile, written = Meanwhile(), []
    with meanwhile.work():
        assert meanwhile.keep("a", lambda: 1 / 0)
        assert meanwhile.keep("b", lambda: written.append("b"))
    assert written == ["b"]
    assert "ZeroDivisionError" in caplog.text
    assert not meanwhile.keep("c", lambda: written.append("c"))


def test_more_than_a_page_can_type_does_not_fill_the_memory():
    meanwhile, written = Meanwhile(), []
    with meanwhile.work():
        for number in range(MOST + 5):
            assert meanwhile.keep(number, lambda: written.append(1)), "it waits on the page"
    assert len(written) == MOST


def test_where_somebody_is_and_how_the_page_looks_is_kept_after_the_work(desk):
    with desk.works():
        for stage in ("start", "questions"):
            desk.change_settings({"stage": stage})
        desk.change_settings({"theme": "dark"})
        assert desk.store.settings().stage == ""
    assert (desk.store.settings().stage, desk.store.settings().theme) == ("questions", "dark")


def test_in_memory_words_wait_for_a_file_that_comes_in_too():
    desk = Desk(GUIDE, MemoryStore(), None, "visitor")
    edit = {"kind": "edit", "page": "p", "seq": 1, "exercise": "journal", "entry": "e", "act": "answer", "prompt": "text", "value": "a"}
    with desk.works():
        assert desk.save({**edit, **TIMES})["kind"] == "waits"
    assert texts(desk) == ["a"]
    assert desk.save({**edit, **TIMES})["way"] == "visitor"


# ---- the last words of a page, and other kernels -----------------------------------------------------------------------


def test_the_last_words_of_a_page_wait_in_the_kernel_until_they_are_written(desk, write):
    """Nobody would send them again; the server ends a kernel only after it has answered."""
    started, goes_on, replies = Event(), Event(), []

    def work():
        with desk.works():
            started.set()
            goes_on.wait(20)

    working = Thread(target=work)
    working.start()
    started.wait(20)
    leaving = Thread(target=lambda: replies.append(write("the last word", last=True)))
    leaving.start()
    leaving.join(0.05)
    assert replies == []
    goes_on.set()
    leaving.join(20)
    working.join(20)
    assert [reply["kind"] for reply in replies] == ["saved"]
    assert texts(desk) == ["the last word"]


@pytest.fixture
def other_writes(store, monkeypatch):
    """Another kernel holds the journal."""
    monkeypatch.setattr(files, "LOCK_SECONDS", 0.02)
    with files.locked(store.folder):
        yield


@pytest.mark.usefixtures("other_writes")
def test_while_another_kernel_writes_for_long_an_edit_is_told_to_wait_and_not_that_it_failed(desk, write):
    reply = write("a word")
    assert (reply["kind"], reply["page"]) == ("waits", "p1")


def test_last_words_are_tried_until_the_other_kernel_is_through(desk, write, store, monkeypatch):
    monkeypatch.setattr(files, "LOCK_SECONDS", 0.02)
    replies = []
    with files.locked(store.folder):
        leaving = Thread(target=lambda: replies.append(write("the last word", last=True)))
        leaving.start()
        leaving.join(0.2)
        assert replies == []
    leaving.join(20)
    assert [reply["kind"] for reply in replies] == ["saved"]


def test_last_words_give_up_in_the_end(desk, write, store, monkeypatch):
    monkeypatch.setattr(files, "LOCK_SECONDS", 0.02)
    monkeypatch.setattr(module, "LAST_WAIT", 0.05)
    with files.locked(store.folder):
        assert write("the last word", last=True)["kind"] == "waits"
