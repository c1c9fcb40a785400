"""Where a page's notes are: in memory until somebody wants them on this computer, carried there with a yes, taken away and brought back."""

import json

import pytest

from newsoil import desk as desks
from newsoil._errors import BadStart, NotSaved
from newsoil._paths import guide_folder
from newsoil.desk import Desk, open_desk
from newsoil.guide import read_guide
from newsoil.journal import Entry, Journal, MemoryStore, Store, chosen_way, read_settings, to_json
from newsoil.player import Workbook
from newsoil.visiting import MOST_PARTS

GUIDE = read_guide(guide_folder())
TIMES = dict.fromkeys(("made_at", "at"), "2026-11-23T10:00:00+01:00")
DAY = "2026-11-23"


def edit(value, seq=1, **more):
    base = {"kind": "edit", "page": "p", "seq": seq, "exercise": "journal", "entry": "e", **TIMES, "act": "answer", "prompt": "text"}
    return {**base, "value": value, **more}


class Visit:
    """A page at its kernel."""

    def __init__(self, desk, start=lambda work: work()):
        self.desk = desk
        self.workbook = Workbook(desk, start=start)
        self.sent = []
        self.workbook._voice.send = lambda content, buffers=None: self.sent.append((content, buffers))

    def says(self, message, content=None):
        """Say something, and hear what is said to it in return."""
        self.sent.clear()
        self.workbook._voice._hear(None, message, [memoryview(content)] if content is not None else [])
        unasked = ("statuses", "progress", "anew", "others", "ahead")
        answers = [(told, buffers) for told, buffers in self.sent if told["kind"] not in unasked or "opened" in told]
        return answers[-1] if answers else (None, None)

    def asks(self, kind, content=None, ask="a1", **more):
        return self.says({"kind": kind, "ask": ask, **more}, content)

    def file(self):
        told, (content,) = self.asks("take-file", ask="file")
        assert told == {"kind": "file", "ask": "file"}
        return content


@pytest.fixture
def home(tmp_path):
    return tmp_path / "home"


@pytest.fixture
def visit(home):
    """A visitor at a computer whose owner has notes on it."""
    Store(home).record(_own())
    return Visit(Desk(GUIDE, MemoryStore(), None, "visitor"))


@pytest.fixture
def at_home(home):
    return Visit(Desk(GUIDE, Store(home)))


def _own():
    from newsoil.journal import edit_of

    return edit_of(GUIDE, edit("the owner’s words", entry="own", page="owner"))


def all_files(home):
    return {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}


def test_a_visitor_s_words_are_acknowledged_as_what_is_in_memory_alone(visit, home):
    before = all_files(home)
    saved, _ = visit.says(edit("a word"))
    assert (saved["kind"], saved["way"]) == ("saved", "visitor")
    visit.says({"kind": "settings", "changes": {"theme": "dark"}})
    visit.says({"kind": "hello", "stage": "questions", "way": "visitor"})
    shown = visit.desk.show(GUIDE.exercise("journal"))
    assert ([entry["answers"] for entry in shown["entries"]], shown["way"]) == ([{"text": "a word"}], "visitor")
    assert all_files(home) == before


def test_on_disk_nothing_says_that_words_are_in_memory(at_home):
    saved, _ = at_home.says(edit("a word"))
    assert "way" not in saved
    assert "way" not in at_home.desk.show(GUIDE.exercise("journal"))


def test_a_visitor_reaches_the_notes_of_whoever_owns_the_computer_by_no_message(visit, home):
    before = all_files(home)
    refused, _ = visit.asks("way", way="here", day=DAY)
    assert refused["kind"] == "refused"
    assert visit.says({"kind": "hello", "stage": "", "way": "here"})[0]["way"] == "visitor"
    assert "owner" not in visit.file().decode()
    assert all_files(home) == before


def test_notes_are_taken_as_a_file_and_brought_to_another_visit_byte_for_byte(visit):
    visit.says(edit("Grüße 🌱"))
    visit.says(edit("done", 2, act="status", prompt=""))
    taken = visit.file()
    assert taken == to_json(visit.desk.store.load())
    again = Visit(Desk(GUIDE, MemoryStore(), None, "visitor"))
    looked, _ = again.asks("look-file", taken, part=0, parts=1)
    numbers = {"new": 1, "changed": 0, "same": 0, "refused": 0, "sentences": []}
    title = GUIDE.exercise("journal").title
    about = {"exercises": [{"title": title, "notes": 1}], "first": DAY, "last": DAY}
    assert looked == {"kind": "looked", "ask": "a1", **numbers, **about}
    assert again.desk.store.load().entries == (), "looking brings nothing in"
    assert again.asks("bring-in", ask="a2")[0] == {"kind": "brought", "ask": "a2", **numbers}
    assert again.file() == taken


def test_nothing_comes_in_that_was_not_looked_at_and_nothing_twice(visit):
    visit.says(edit("a word"))
    taken = visit.file()
    again = Visit(Desk(GUIDE, MemoryStore(), None, "visitor"))
    assert again.asks("bring-in")[0]["sentence"] == "There is nothing to bring in. Choose the file again."
    again.asks("look-file", taken, ask="a2", part=0, parts=1)
    again.asks("look-file", b"no file of ours", ask="a3", part=0, parts=1)
    assert again.asks("bring-in", ask="a4")[0]["kind"] == "refused", "what was looked at last was none of ours"
    again.asks("look-file", taken, ask="a5", part=0, parts=1)
    assert again.asks("bring-in", ask="a6")[0]["new"] == 1
    assert again.asks("bring-in", ask="a7")[0]["kind"] == "refused"
    assert again.asks("bring-in", ask="a7")[0]["kind"] == "refused", "a question that comes twice is answered twice"
    assert again.file() == taken


def test_what_is_typed_while_a_file_comes_in_waits_and_is_kept(visit):
    visit.says(edit("a word"))
    taken = visit.file()
    again = Visit(Desk(GUIDE, MemoryStore(), None, "visitor"))
    again.asks("look-file", taken, part=0, parts=1)
    replies, bring = [], again.desk.store.bring

    def slowly(document, tell):
        replies.append(again.desk.save(edit("typed meanwhile", entry="m")))
        return bring(document, tell)

    again.desk.store.bring = slowly
    again.asks("bring-in", ask="a2")
    assert [reply["kind"] for reply in replies] == ["waits"]
    assert {entry.answers["text"] for entry in again.desk.store.load().entries} == {"a word", "typed meanwhile"}


def test_a_large_file_says_how_far_it_is(visit):
    common = {"exercise": "journal", "exercise_version": 1, "made_at": TIMES["at"], "changed_at": TIMES["at"]}
    large = to_json(Journal(tuple(Entry(id=f"e{number}", answers={"text": "x"}, **common) for number in range(30))))
    visit.asks("look-file", large, part=0, parts=1)
    visit.asks("bring-in", ask="a2")
    far = [(told["step"], told["done"], told["of"]) for told, _ in visit.sent if told["kind"] == "progress"]
    assert (far[0], far[-1]) == (("compare", 0, 30), ("compare", 30, 30))


def test_a_file_comes_in_parts_in_any_order_and_twice(visit):
    visit.says(edit("a long word " * 50))
    taken = visit.file()
    parts = [taken[:100], taken[100:300], taken[300:]]
    again = Visit(Desk(GUIDE, MemoryStore(), None, "visitor"))
    for part in (2, 0, 2, 0):
        assert again.asks("look-file", parts[part], part=part, parts=3) == (None, None)
    first, _ = again.asks("look-file", parts[1], part=1, parts=3)
    assert first["new"] == 1
    assert again.asks("look-file", parts[1], part=1, parts=3)[0] == first, "a message that comes once more is answered as it was"


@pytest.mark.parametrize("content", [b"", b"no JSON", b"[]", b'{"format": "another"}', b"\xff" * 10])
def test_a_file_that_is_none_of_ours_is_said_in_a_sentence_and_changes_nothing(visit, content):
    visit.says(edit("a word"))
    before = visit.file()
    refused, _ = visit.asks("look-file", content, ask="other", part=0, parts=1)
    assert (refused["kind"], refused["ask"]) == ("refused", "other")
    assert refused["sentence"].endswith(".")
    assert visit.file() == before


def test_a_file_larger_than_any_journal_is_let_go(visit, monkeypatch):
    monkeypatch.setattr("newsoil.visiting.LARGEST", 10)
    visit.asks("look-file", b"12345", part=0, parts=3)
    refused, _ = visit.asks("look-file", b"678901", part=1, parts=3)
    assert refused["kind"] == "refused"
    assert not visit.workbook._visiting._parts


@pytest.mark.parametrize(
    "message",
    [
        {"kind": "way", "ask": "a", "way": "nowhere", "day": DAY},
        {"kind": "way", "ask": "a", "way": "here", "day": "2026-13-40"},
        {"kind": "way", "ask": 3, "way": "here", "day": DAY},
        {"kind": "way", "way": "here"},
        {"kind": "take-file"},
        {"kind": "look-file", "ask": "a", "part": 0, "parts": MOST_PARTS},
        {"kind": "look-file", "ask": "a", "part": -1, "parts": 1},
        {"kind": "look-file", "ask": "a", "part": 0, "parts": 1, "content": "words"},
        {"kind": "bring-in"},
        {"kind": "bring-in", "ask": "a"},
        {"kind": "give", "ask": "a", "way": "here", "part": 0, "parts": 1},
        {"kind": ["way"], "ask": "a"},
    ],
)
def test_what_no_page_of_ours_sends_changes_nothing(visit, home, message):
    before = all_files(home)
    told, _ = visit.says(message)
    assert told is None or told["kind"] == "refused"
    assert visit.desk.way == "visitor"
    assert all_files(home) == before


def test_other_stages_show_what_was_brought(visit):
    visit.says({"kind": "open", "stage": "after-trust-was-hurt"})
    shown = visit.workbook._place.children
    visit.asks("look-file", to_json(MemoryStore().load()), part=0, parts=1)
    assert visit.workbook._place.children == shown, "looking changes nothing"
    visit.asks("bring-in", ask="a2")
    assert visit.workbook._place.children != shown, "the stage on the screen is played anew"
    assert visit.workbook._pages == {"after-trust-was-hurt": visit.workbook._place.children[0]}


def test_another_kernel_is_given_what_a_page_has_and_is_no_disk(at_home, home):
    """A kernel that was run in advance begins with the disk; a visitor's page takes it only for what is in memory."""
    first = MemoryStore()
    from newsoil.journal import edit_of

    first.record(edit_of(GUIDE, edit("a visitor’s word")))
    held, _ = at_home.asks("give", to_json(first.load()), way="visitor", part=0, parts=1)
    assert held == {"kind": "held", "ask": "a1"}
    assert at_home.says({"kind": "hello", "stage": "", "way": "visitor"})[0]["way"] == "visitor"
    assert at_home.file() == to_json(first.load())
    assert not home.exists()


def test_a_kernel_that_is_given_many_notes_answers_meanwhile_says_how_far_it_is_and_takes_them_once():
    waiting = []
    visit = Visit(Desk(GUIDE, MemoryStore(), None, "visitor"), start=waiting.append)
    common = {"exercise": "journal", "exercise_version": 1, "made_at": TIMES["at"], "changed_at": TIMES["at"]}
    raw = to_json(Journal(tuple(Entry(id=f"e{number}", answers={"text": "x"}, **common) for number in range(30))))
    for ask in ("a1", "a2", "a1"):
        assert visit.asks("give", raw, ask=ask, way="visitor", part=0, parts=1)[0] is None
    assert len(waiting) == 1
    assert visit.says({"kind": "ping", "beat": 1})[0]["kind"] == "pong"
    replies, hold = [], visit.desk.store.hold

    def slowly(document):
        replies.append(visit.desk.save(edit("typed meanwhile", entry="m")))
        hold(document)

    visit.desk.store.hold = slowly
    visit.sent.clear()
    waiting.pop()()
    told = [message for message, _ in visit.sent if message.get("ask") == "a1"]
    assert (told[0], told[-1]) == ({"kind": "progress", "ask": "a1", "done": 0, "of": 30, "step": "read"}, {"kind": "held", "ask": "a1"})
    assert [reply["kind"] for reply in replies] == ["waits"]
    assert len(visit.desk.store.load().entries) == 31


# ---- the first start, and another way later -------------------------------------------------------------------------


def test_until_somebody_has_chosen_nothing_is_written(at_home, home):
    assert at_home.says({"kind": "hello", "stage": "start", "way": "ask"})[0]["way"] == "try"
    at_home.says({"kind": "settings", "changes": {"told": True}})
    at_home.says({"kind": "open", "stage": "questions"})
    assert not home.exists()


@pytest.mark.parametrize("way", ["visitor", "try"])
def test_whoever_wants_nothing_kept_leaves_nothing_at_home(at_home, home, way):
    at_home.says({"kind": "hello", "stage": "start", "way": "ask"})
    assert at_home.asks("way", way=way, day=DAY)[0] == {"kind": "way", "way": way, "ask": "a1"}
    assert at_home.says(edit("a word"))[0]["way"] == way
    at_home.says({"kind": "settings", "changes": {"told": True, "theme": "dark"}})
    assert not home.exists()


def test_whoever_wants_notes_kept_here_has_them_here_with_what_was_read_and_chosen_before(at_home, home):
    at_home.says({"kind": "hello", "stage": "questions", "way": "ask"})
    at_home.says({"kind": "settings", "changes": {"told": True}})
    assert at_home.asks("way", way="here", day=DAY)[0]["way"] == "here"
    assert "way" not in at_home.says(edit("a word"))[0]
    assert [entry.answers for entry in Store(home).load().entries] == [{"text": "a word"}]
    kept = read_settings(Store(home).folder)
    assert (kept.told, kept.stage) == (True, "questions")


def test_notes_in_memory_are_carried_to_this_computer_beside_those_that_are_there(home):
    Store(home).record(_own())
    Store(home).change_settings({"letters": "plain"})
    visit = Visit(Desk(GUIDE, MemoryStore(), Store(home), "try"))
    visit.says(edit("tried out"))
    visit.says({"kind": "settings", "changes": {"theme": "dark"}})
    assert visit.asks("way", way="here", day=DAY)[0]["kind"] == "way"
    assert {entry.id: entry.answers["text"] for entry in Store(home).load().entries} == {"own": "the owner’s words", "e": "tried out"}
    kept = read_settings(Store(home).folder)
    assert (kept.theme, kept.letters) == ("dark", "plain")
    assert "way" not in visit.says(edit("and on", 2))[0]
    assert {entry.answers["text"] for entry in Store(home).load().entries} == {"the owner’s words", "and on"}


def test_notes_that_a_disk_does_not_take_stay_in_memory(home, monkeypatch):
    visit = Visit(Desk(GUIDE, MemoryStore(), Store(home), "try"))
    visit.says(edit("tried out"))

    def full(*_):
        raise NotSaved("The disk is full.")

    with monkeypatch.context() as broken:
        broken.setattr("newsoil.journal.restore.merge", full)
        assert visit.asks("way", way="here", day=DAY)[0] == {"kind": "refused", "ask": "a1", "sentence": "The disk is full."}
    assert visit.desk.way == "try"
    assert [entry.answers for entry in visit.desk.store.load().entries] == [{"text": "tried out"}]
    assert visit.asks("way", ask="a2", way="here", day=DAY)[0]["way"] == "here"


def test_turning_to_memory_leaves_the_notes_that_are_there_and_shows_none_of_them(at_home, home):
    at_home.says(edit("kept before"))
    at_home.says({"kind": "settings", "changes": {"theme": "dark"}})
    before = all_files(home)
    assert at_home.asks("way", way="visitor", day=DAY)[0]["way"] == "visitor"
    assert at_home.desk.show(GUIDE.exercise("journal"))["entries"] == []
    assert at_home.desk.store.settings().theme == "dark"
    at_home.says(edit("a visitor’s word", 2, entry="v"))
    assert all_files(home) == before


def test_the_file_of_notes_on_disk_is_not_given_by_a_page(at_home):
    assert at_home.asks("take-file")[0]["kind"] == "refused"


# ---- the environment ------------------------------------------------------------------------------------------------


@pytest.fixture
def desk_of(home, monkeypatch):
    def of(way):
        monkeypatch.setenv("NEWSOIL_HOME", str(home))
        monkeypatch.setenv("NEWSOIL_KEEP", way)
        desks._desk.cache_clear()
        return open_desk()

    yield of
    desks._desk.cache_clear()


@pytest.mark.parametrize("way", ["visitor", "try"])
def test_the_environment_says_that_nothing_is_kept(desk_of, home, way):
    desk = desk_of(way)
    assert desk.save(edit("a word"))["way"] == way
    assert desk is open_desk(), "one desk for all pages of a kernel"
    assert not home.exists()
    assert (desk.on_disk is None) == (way == "visitor")


@pytest.mark.parametrize("way", ["", "here", " here "])
def test_without_a_wish_notes_are_kept_here(desk_of, home, way):
    assert "way" not in desk_of(way).save(edit("a word"))
    assert json.loads(next(home.rglob("2026-11.json")).read_text("utf-8"))["entries"][0]["answers"] == {"text": "a word"}


def test_a_misspelt_wish_puts_nothing_on_a_disk(desk_of, home):
    with pytest.raises(BadStart, match="visitor or try"):
        desk_of("vistor")
    assert not home.exists()
    with pytest.raises(BadStart):
        chosen_way()
