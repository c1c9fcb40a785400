"""Every kind of message that a page can send, spoilt: a clear sentence or silence, nothing outside, and no note is the worse for it."""

import ast
import json
import re
import shutil
from contextlib import suppress
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jupyter_client.session import Session
from jupyter_server.services.kernels.connection.base import serialize_msg_to_ws_v1
from tornado.web import HTTPError

import newsoil
from breaking import CHEAP, PHRASE, RECOVERY, fence, tree
from newsoil import page as pages
from newsoil import tasks, your_notes
from newsoil._errors import NewSoilError
from newsoil._modest import LONGEST_MESSAGE
from newsoil.desk import Desk
from newsoil.doorway import Doorway
from newsoil.gone import Gone
from newsoil.journal import Journal, MemoryStore, Store, rekeying, sealing
from newsoil.journal.document import Document
from newsoil.look_back import messages as looked_back
from newsoil.page import Page
from newsoil.player import Workbook
from newsoil.prompts import KeepingWidget, MessageWidget, OfferWidget, RoundsWidget
from newsoil.prompts.file_widget import FileWidget
from newsoil.server.frames import LONGEST_OPENING
from newsoil.server.kernel_socket import KernelConnection
from newsoil.server.own_kernel import last_words
from newsoil.takeout import locked
from newsoil.tidying import Tidying
from newsoil.visiting import KINDS, Visiting
from newsoil.your_notes import YourNotes
from newsoil.your_notes import messages as asked
from newsoil.your_notes.reaching import concerned
from page_messages import EACH, EDIT, GUIDE, NOTES, PLACES, TODAY, WORKBOOK, YOUR_NOTES, kinds, nested, odd, spoilt, strange, write_notes
from spoiling import anything, nearly, often, slips

STATES = ("plain", "open", "locked", "memory")
STATES_OF_ALL = "jupyter.widget.control"
"""What a page opens a line to, to ask for the states of all widgets."""

STAGE = GUIDE.stage("start")
PACKAGE = Path(newsoil.__file__).parent
UNKNOWN = "error that it does not know"
NOT_PUT_IN = "could not be put into the journal"
"""What is said of an edit that came while the notes were locked, and that no note of theirs can take."""


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """Sealing and locking that do not take their time, and nothing that is done later than now."""
    monkeypatch.setattr(sealing.seal, "__defaults__", (CHEAP,))
    monkeypatch.setattr(rekeying.change_passphrase, "__defaults__", ("passphrase", CHEAP))
    monkeypatch.setattr(locked, "TURNS", 10)
    monkeypatch.setattr("newsoil.player.MEANWHILE", 3600.0)
    monkeypatch.setattr("newsoil.errands.beside", at_once)


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    """The notes as every try finds them, plain and sealed."""
    place = tmp_path_factory.mktemp("kept")
    for form in ("plain", "sealed"):
        write_notes(Store(place / form))
    sealing.seal(Store(place / "sealed"), PHRASE, RECOVERY, CHEAP)
    return place


def at_once(work):
    work()


def _workbook(desk):
    made = Workbook(desk)

    def again():
        made._doorway = Doorway(desk, made._say)
        made._visiting = Visiting(desk, made._renew_in_turn, made._say)
        return made._voice

    return again


def _notes(desk):
    def again():
        def answer(message):
            return answers.answer(message)

        widget = KeepingWidget({"words": {}}, answer)
        answers = YourNotes(desk, widget.say, at_once)
        return widget

    return again


def _one(make):
    """A widget of a page that remembers nothing from one message to the next."""

    def of(desk):
        widget = make(Page(STAGE, desk), desk)
        return lambda: widget

    return of


MAKE = {
    "workbook": _workbook,
    "door": lambda desk: Page(STAGE, desk).door,
    "your-notes": _notes,
    "exercise": _one(lambda page, _: page.exercise("journal")),
    "aside": _one(lambda page, _: page.aside(GUIDE.asides[0].id)),
    "chart": _one(lambda page, _: page.chart("weekly-check-in")),
    "charts": _one(lambda page, _: page.charts()),
    "look-back": _one(lambda page, _: page.look_back()),
    "list": _one(lambda _, desk: tasks.all_exercises(desk)),
    "reminder": _one(lambda page, _: page.reminder()),
    "offer": _one(lambda *_: OfferWidget({})),
    "rounds": _one(lambda *_: RoundsWidget({})),
}


class Sitting:
    """A page at one place of the app, whose notes are in one of the four states. Whatever is raised goes to the test."""

    def __init__(self, place, state, home, kept, monkeypatch):
        self.state, self.home, self.kept = state, home, kept
        self.desk = Desk(GUIDE, MemoryStore())
        for module in (pages, tasks, your_notes):
            monkeypatch.setattr(module, "open_desk", lambda: self.desk)
        self._again = MAKE[place](self.desk)
        self.begin()

    def begin(self):
        """Have everything as it was."""
        shutil.rmtree(self.home, ignore_errors=True)
        shutil.copytree(self.kept / ("plain" if self.state in ("plain", "memory") else "sealed"), self.home)
        store = Store(self.home)
        self.desk.on_disk, self.desk.way = store, "here"
        if self.state == "open":
            store.unseal(PHRASE)
        elif self.state == "memory":
            store, self.desk.way = MemoryStore(), "try"
            store.bring(Document(NOTES))
        self.desk.store, self.desk.gone = store, Gone()
        self.desk._tidying = Tidying(self.desk.gone, at_once)
        self.widget = self._again()
        self.heard = []
        self.secrets = {PHRASE, RECOVERY}
        self.changed, self.gone, self.stays_in_memory = set(), set(), self.state == "memory"
        self.widget.send = lambda content, buffers=None: self.heard.append(content)

    def says(self, message, files=()):
        """Say something; what is said to it in return."""
        self.heard = []
        with fence(self.home):
            self.widget._hear(self.widget, message, [memoryview(part) for part in files])
        if isinstance(message, dict):
            self._note(message)
        return self.heard

    def _note(self, message):
        """Note what may be another one now."""
        told, kind = {reply.get("kind") for reply in self.heard}, message.get("kind")
        self.secrets |= {said for said in (message.get("secret"), message.get("new")) if isinstance(said, str)}
        self.secrets |= {reply["key"] for reply in self.heard if "key" in reply}
        if kind in ("edit", "bring-back") and told & {"saved", "kept", "back"}:
            self.changed.add(message["entry"])
        elif told & {"brought", "held"}:
            self.changed |= {entry.id for entry in NOTES}
        elif kind == "erase" and "erased" in told:
            self.gone |= concerned(Journal(NOTES), message["what"], message.get("of", "")) | self.changed
        self.stays_in_memory &= kind not in ("way", "hello")

    def looks_through(self):
        """That every note is still there, and none is another one that nobody has changed."""
        assert [path.name for path in self.home.iterdir()] == ["journals"]
        assert [path.name for path in (self.home / "journals").iterdir()] == ["mine"]
        stores = [_opened(self.home, self.secrets)]
        if self.stays_in_memory:
            stores.append(self.desk.store)
        for store in stores:
            journal = store.load()
            assert [said for said in journal.unreadable if NOT_PUT_IN not in said] == []
            there = {entry.id: entry for entry in journal.entries}
            for entry in NOTES:
                if entry.id not in self.gone:
                    assert entry.id in there
                    assert there[entry.id] == entry or entry.id in self.changed


def _opened(home, secrets):
    """The notes on the disk as a new kernel finds them, opened by one of the secrets that were said."""
    for secret in sorted(secrets, key=lambda one: one not in (PHRASE, RECOVERY)):
        for by in ("passphrase", "recovery"):
            store = Store(home)
            if not store.is_sealed:
                return store
            (store.folder / "sealed" / "tries").unlink(missing_ok=True)  # nobody waits here
            with suppress(NewSoilError):
                store.unseal(secret, by)
                return store
    raise AssertionError("nothing that was said opens the notes")


def is_fit(reply):
    """That a reply can be sent, and that what it says is a sentence."""
    json.dumps(reply, ensure_ascii=False, allow_nan=False).encode()
    sentence = reply.get("sentence", "")
    if reply["kind"] in ("refused", "unchanged", "unopened") or sentence:
        assert sentence.strip().endswith("."), reply
        assert UNKNOWN not in sentence, reply
    if "opened" in reply:
        is_fit(reply["opened"])


@pytest.fixture
def sits(tmp_path, kept, monkeypatch):
    """Lets a page sit down; beside its notes lies something that is nobody's business."""
    (tmp_path / "beside").mkdir()
    (tmp_path / "beside" / "diary.txt").write_text("not this")

    def of(place, state):
        return Sitting(place, state, tmp_path / "home", kept, monkeypatch)

    yield of
    shutil.rmtree(tmp_path / "home", ignore_errors=True)
    assert tree(tmp_path) == {"beside/diary.txt": b"not this"}


def begun(sitting, known):
    """Have said what comes before a message."""
    sitting.begin()
    for message, content in known.first:
        sitting.says(message, () if content is None else (content,))


# ---- no kind is forgotten ----------------------------------------------------------------------------------------------


def _accepted(tree_of_code):
    """The kinds that a module looks for: `message.get("kind") == "…"`, the keys of `_answers`, the names in `KINDS`."""
    for node in ast.walk(tree_of_code):
        if isinstance(node, ast.Compare) and ast.unparse(node.left).endswith(".get('kind')"):
            yield from (part.value for part in ast.walk(node.comparators[0]) if isinstance(part, ast.Constant))
        elif isinstance(node, ast.AnnAssign | ast.Assign) and isinstance(node.value, ast.Dict | ast.Tuple):
            name = ast.unparse(node.target if isinstance(node, ast.AnnAssign) else node.targets[0])
            if name in ("self._answers", "self._takes_a_while"):
                yield from (key.value for key in node.value.keys if isinstance(key, ast.Constant))  # others are structs (`_tags`)
            elif name == "KINDS" and isinstance(node.value, ast.Tuple):
                yield from (part.value for part in node.value.elts)


def _tags():
    """The kinds of the files whose messages are structs."""
    from newsoil import visiting

    for union in (visiting._MESSAGES, asked.Message, looked_back.Message):
        yield from (struct.__struct_config__.tag for struct in union.__args__)


def test_every_kind_that_the_code_takes_from_a_page_is_spoilt_here():
    code = [path for path in PACKAGE.rglob("*.py") if not {"guide", "progress", "hub"} & {*path.relative_to(PACKAGE).parts}]
    taken = {kind for path in code for kind in _accepted(ast.parse(path.read_text("utf-8")))} | {*_tags()}
    assert taken == {kind for _, kind in kinds()}


def test_every_place_is_tried_with_every_kind_that_it_knows():
    desk = Desk(GUIDE, MemoryStore())
    doorway = Doorway(desk, print)
    door = {*doorway._answers, *doorway._takes_a_while}
    assert {*WORKBOOK} == {*Workbook(desk)._answers} | door | {*KINDS}
    assert {*PLACES["door"]} == door | {"edit"}
    assert {*YOUR_NOTES} == {struct.__struct_config__.tag for struct in asked.Message.__args__}
    for kind, struct in ((struct.__struct_config__.tag, struct) for struct in asked.Message.__args__):
        content = {"content"} if YOUR_NOTES[kind].files else set()
        assert {*YOUR_NOTES[kind].fields} | content == {*struct.__struct_fields__}, kind


def test_every_kind_that_our_javascript_sends_is_spoilt_here():
    scripts = [*PACKAGE.glob("prompts/static/*.js"), *PACKAGE.glob("server/static/*.js")]
    sent = {kind for path in scripts for kind in re.findall(r"\bkind: \"([a-z-]+)\"", path.read_text("utf-8"))}
    by_name = {"another-passphrase", "take-off"}  # of the step that its form belongs to
    assert sent | by_name == {kind for _, kind in kinds()}


def test_every_widget_of_ours_has_its_place_here():
    def below(kind):
        ours = (one for one in kind.__subclasses__() if one.__module__.startswith("newsoil.") and ".facilitate" not in one.__module__)
        return {kind, *(lower for one in ours for lower in below(one))}  # facilitators' sheets: `tests/workshop/test_sheets.py`

    desk = Desk(GUIDE, MemoryStore())
    ours = {kind.__name__ for kind in below(MessageWidget) - {MessageWidget, FileWidget}}  # each widget made has a class of its own
    assert {type(MAKE[place](desk)()).__name__ for place in PLACES} == ours


# ---- what is said ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("place", "kind"), [*kinds()])
def test_a_message_as_our_pages_send_it_is_taken(sits, place, kind):
    known = PLACES[place][kind]
    sitting = sits(place, known.state)
    begun(sitting, known)
    replies = [reply for reply in sitting.says(known.sound(kind), known.files[:1]) if reply["kind"] not in ("anew", "others", "progress")]
    for reply in replies:
        is_fit(reply)
    if known.answer is None:
        assert replies == []
    else:
        assert any(known.answer.items() <= reply.items() for reply in replies), replies
    sitting.looks_through()


@pytest.mark.tries("odd-widget-messages")
@pytest.mark.parametrize(("place", "kind"), [*kinds()])
def test_no_single_field_breaks_a_message_whatever_stands_in_it(sits, place, kind, tried):
    known = PLACES[place][kind]
    sitting = sits(place, known.state)
    for name in (*known.fields, "more"):
        for value in EACH:
            begun(sitting, known)
            for reply in sitting.says(known.sound(kind) | {name: value}, known.files[:1]):
                is_fit(reply)
            sitting.looks_through()
            tried()


@pytest.mark.tries("odd-widget-messages")
@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(("place", "kind"), [*kinds()])
def test_a_spoilt_message_is_answered_in_a_sentence_or_not_at_all_and_no_note_is_the_worse_for_it(sits, place, kind, state, tried):
    sitting = sits(place, state)

    @often(8, 300)
    @given(spoilt(place, kind))
    def say(said):
        begun(sitting, PLACES[place][kind])
        for reply in sitting.says(*said):
            is_fit(reply)
        sitting.looks_through()
        tried()

    say()


@pytest.mark.tries("odd-widget-messages")
@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("place", PLACES)
def test_whatever_a_page_says_one_after_the_other_no_note_is_the_worse_for_it(sits, place, state, tried):
    sitting = sits(place, state)
    said = st.one_of(*(spoilt(place, kind) for kind in PLACES[place]), strange(place))

    @often(25, 1000)
    @given(st.lists(said, min_size=1, max_size=6))
    def say(messages):
        sitting.begin()
        for message in messages:
            for reply in sitting.says(*message):
                is_fit(reply)
            tried()
        sitting.looks_through()

    say()


@pytest.mark.parametrize(
    "much",
    ["x" * LONGEST_MESSAGE, [0] * LONGEST_MESSAGE, nested(50), nested(50_000)],
    ids=["long", "many", "deep", "deeper"],
)
@pytest.mark.parametrize("place", PLACES)
def test_what_is_too_long_or_too_deep_is_refused_in_a_sentence_wherever_it_is_said(sits, place, much):
    sitting = sits(place, "plain")
    for kind in {*PLACES[place], "no such kind"} - {"plotly"}:
        (reply,) = sitting.says({"kind": kind, "ask": "a1", "value": much})
        is_fit(reply)
        assert (reply["kind"], reply["ask"]) == ("refused", "a1")
    sitting.looks_through()


# ---- the last words of a page ------------------------------------------------------------------------------------------

edits = spoilt("workbook", "edit").map(lambda said: said[0])


@st.composite
def leavings(draw):
    """The body of last words, as a page sends it, spoilt in places, or anything at all."""
    said = {"line": "w1", "edits": draw(st.lists(edits, max_size=3))}
    for name in draw(st.lists(st.sampled_from(["line", "edits", "more"]), max_size=1)):
        said[name] = draw(odd)
    body = json.dumps(said if draw(st.integers(0, 5)) else draw(odd), ensure_ascii=draw(st.booleans()))
    if draw(st.integers(0, 5)):
        return body
    cut = draw(st.integers(0, len(body)))
    return body[:cut] + draw(st.sampled_from(["", "\0", "NaN", "\ud800", '"', "[" * 3000])) + body[cut:]


def passed_on(body):
    """What a kernel is told of last words; nothing where they are refused."""
    try:
        return last_words(body)
    except HTTPError as error:
        refused = error
    assert refused.status_code == 400
    return []


def test_last_words_as_our_pages_send_them_are_taken(sits):
    sitting = sits("workbook", "plain")
    (content,) = last_words(json.dumps({"line": "w1", "edits": [EDIT.sound("edit")]}))
    assert "saved" in {reply["kind"] for reply in sitting.says(content["data"]["content"])}
    assert sitting.changed == {"k1"}
    sitting.looks_through()


@pytest.mark.tries("odd-widget-messages")
@pytest.mark.parametrize("state", STATES)
def test_whatever_stands_in_last_words_is_refused_or_can_be_passed_on_and_no_note_is_the_worse_for_it(sits, state, tried):
    sitting, session = sits("workbook", state), Session(key=b"k")

    @often(60, 3000)
    @given(leavings())
    def leave(body):
        tried()
        sitting.begin()
        for content in passed_on(body):
            session.serialize(session.msg("comm_msg", content))
            for reply in sitting.says(content["data"]["content"]):
                is_fit(reply)
        sitting.looks_through()

    leave()


@pytest.mark.parametrize(
    "value",
    [nested(400), "\ud800", float("nan"), "x" * LONGEST_MESSAGE],
    ids=["deep", "half a letter", "no number", "long"],
)
def test_last_words_that_could_go_to_no_kernel_are_refused(value):
    with pytest.raises(HTTPError) as refused:
        last_words(json.dumps({"line": "w1", "edits": [EDIT.sound("edit") | {"value": value}]}))
    assert refused.value.status_code == 400


# ---- the ends of the calendar ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("at", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00"])
def test_notes_at_the_ends_of_the_calendar_can_be_looked_at_and_taken_out(sits, at):
    """A year is mistyped easily, and a clock can be anywhere."""
    sitting = sits("workbook", "plain")
    for number, exercise in enumerate(GUIDE.exercises):
        for prompt in exercise.prompts:
            message = {"exercise": exercise.id, "entry": f"n{number}", "prompt": prompt.id, "made_at": at, "at": at}
            sitting.desk.save(EDIT.sound("edit") | message | {"page": f"{number}-{prompt.id}", "value": _an_answer(prompt, at[:10])})
    written = {entry.exercise for entry in sitting.desk.store.load().entries}
    assert written >= {"weekly-check-in", "where-am-i-now", *(decision.exercise for decision in GUIDE.decisions)}
    hello = {"kind": "hello", "at": at}
    for today in TODAY:
        for place in ("exercise", "aside", "list", "workbook", "chart"):
            _hears(sitting.desk, place, {**hello, "today": today})
    _hears(sitting.desk, "your-notes", {**hello, "ask": "a1"})
    for form in ("json", "csv", "markdown", "print"):
        _hears(sitting.desk, "your-notes", {"kind": "copy", "ask": "a1", "at": at, "format": form}, "made")
    for exercise in GUIDE.exercises:
        is_fit(sitting.desk.show(exercise))


def _hears(desk, place, message, kind=""):
    """That a page hears something to a message, and no error that nobody thought of."""
    heard, widget = [], MAKE[place](desk)()
    widget.send = lambda content, buffers=None: heard.append(content)
    widget._hear(widget, message, [])
    assert kind in {"", *(reply["kind"] for reply in heard)}
    assert [reply for reply in heard if reply["kind"] == "refused"] == []
    for reply in heard:
        is_fit(reply)
    assert heard


def _an_answer(prompt, day):
    """An answer that fits a prompt: the first of these that does."""
    options = [option.id for option in getattr(prompt, "options", ())]
    new = [name for name in options if name == "1-to-3-months"]
    for value in (day, *new, "words", 3, *options[:1], options[:1], [{"id": "r1"}]):
        with suppress(NewSoilError, TypeError, ValueError, LookupError, AttributeError):
            if prompt.check(value) is not None:
                return value
    return None


# ---- what opens a line of its own --------------------------------------------------------------------------------------

WIDGET = {"state": {"_model_module": "@jupyter-widgets/controls", "_model_name": "VBoxModel", "_view_name": "VBoxView"}}
OPENING = {"comm_id": "c1", "target_name": STATES_OF_ALL, "data": {}}
SPOILT = nearly(comm_id=["c1", "w1"], target_name=[STATES_OF_ALL, "jupyter.widget"], data=[{}, WIDGET, {"more": "x" * 2000}])
OPENINGS = st.just(OPENING) | SPOILT.map(lambda spoilt: OPENING | spoilt) | SPOILT | anything


def as_frame(content, buffers):
    """The frame in which a page opens a line."""
    header = {"msg_id": "m1", "msg_type": "comm_open"}
    said = {"header": header, "parent_header": {}, "metadata": {}, "content": content, "buffers": buffers}
    return serialize_msg_to_ws_v1(said, "shell", lambda part: json.dumps(part).encode())


@pytest.mark.tries("odd-widget-messages")
def test_whatever_a_page_opens_nothing_comes_to_a_kernel_but_the_question_for_states(monkeypatch, tried):
    came, connection = [], KernelConnection(session=Session(key=b"k"))
    connection.channels = {"shell": "the kernel's shell"}
    monkeypatch.setattr(KernelConnection, "websocket_handler", SimpleNamespace(close=lambda *_: None))
    monkeypatch.setattr(KernelConnection, "multi_kernel_manager", SimpleNamespace(allowed_message_types=["comm_open"]))
    monkeypatch.setattr(Session, "send_raw", lambda _session, _stream, parts: came.append(parts))

    @often(150, 5000)
    @given(OPENINGS, st.lists(st.binary(max_size=9), max_size=1), st.data())
    def opens(content, buffers, data):
        frame = as_frame(content, buffers)
        connection.handle_incoming_message(frame)
        connection.handle_incoming_message(data.draw(slips(frame)))
        for _, _, _, said, *binary in came:
            opening = json.loads(said)
            assert (opening["target_name"], type(opening["comm_id"]), binary) == (STATES_OF_ALL, str, [])
            assert len(said) <= LONGEST_OPENING
        tried(2)

    opens()
    assert came, "the question itself was among them"
