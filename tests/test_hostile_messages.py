"""Whatever a page sends, with the guide that we ship: nothing raises, every reply can be sent, and nothing is written elsewhere."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ipywidgets.widgets.widget import _instances

from newsoil import page as pages
from newsoil import player
from newsoil._modest import DEEPEST_MESSAGE, LONGEST_MESSAGE, is_modest
from newsoil._paths import guide_folder
from newsoil.desk import Desk
from newsoil.guide import read_guide
from newsoil.guide.prompt import LONGEST_TEXT
from newsoil.journal import Store
from newsoil.journal.recovery import new_recovery_key
from newsoil.journal.sealing import seal
from newsoil.journal.slow import Cost
from newsoil.prompts.widget import MessageWidget

GUIDE = read_guide(guide_folder())
EXERCISES = {exercise.id: [prompt.id for prompt in exercise.prompts] for exercise in GUIDE.exercises}
TIME = "2026-11-23T10:00:00+01:00"
PATHS = ["../../CANARY", "/etc/CANARY", "..\\CANARY", "C:\\CANARY", "CANARY\x00", "~/CANARY", "{{ CANARY }}", "%2e%2e/CANARY", "con", "."]

leaves = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.sampled_from(PATHS)
anything = st.recursive(
    leaves, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=9), inner, max_size=4), max_leaves=8
)
times = st.sampled_from([TIME, "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00", "2026-13-01T10:00:00Z"]) | st.sampled_from(PATHS)
edits = st.fixed_dictionaries(
    {"kind": st.just("edit"), "page": st.just("p1") | anything, "seq": st.integers(1, 2**53) | anything},
    optional={
        "exercise": st.sampled_from(sorted(EXERCISES)) | anything,
        "entry": st.sampled_from(["e1", "e2", *PATHS]) | anything,
        "made_at": times | anything,
        "at": times | anything,
        "act": st.sampled_from(["answer", "skip", "status", "delete"]) | anything,
        "prompt": st.sampled_from(sorted({prompt for prompts in EXERCISES.values() for prompt in prompts})) | anything,
        "value": st.sampled_from(["words", 3, True, "done", "not-today", ["x"], [{"id": "r1"}], "2026-11", *PATHS]) | anything,
        "was": anything,
        "more": anything,
    },
)
asked = st.fixed_dictionaries(
    {"kind": st.sampled_from(["hello", "more", "open", "settings", "ping", "edit", "unseal", "restore"]) | anything},
    optional={
        **{name: st.sampled_from(PATHS) | anything for name in ("stage", "beat", "most", "today", "path", "code", "template")},
        "changes": st.dictionaries(
            st.sampled_from(["stage", "theme", "title", "language", "format", "partner", "path"]) | st.text(), anything
        )
        | anything,
    },
)
trials = settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])


class Voice:
    """A widget that no page is connected to; what it says can be sent."""

    def __init__(self, answer):
        self.widget = MessageWidget(answer)
        self.said = []
        self.widget.send = lambda reply: self.said.append(json.dumps(reply, allow_nan=False).encode())

    def hear(self, message):
        self.widget._handle_custom_msg(message, [])


def files(place):
    """The names of every file and folder under a place."""
    return [path.relative_to(place) for path in place.rglob("*")]


def is_the_journal_s(path):
    return path.parts[:2] in (("home",), ("home", "journals"))


@pytest.fixture
def desk(home):
    return Desk(GUIDE, Store(home))


def each_is_answered(desk, sent):
    """That a page hears one reply to each message, none of them of an error that nobody thought of."""
    voice = Voice(desk.save)
    for message in sent:
        voice.hear(message)
    assert len(voice.said) == len(sent)
    assert b"error that it does not know" not in b"".join(voice.said)


@given(st.lists(edits, min_size=1, max_size=4))
@trials
def test_no_edit_raises_and_nothing_is_written_outside_the_journal(desk, tmp_path, sent):
    each_is_answered(desk, sent)
    assert all(map(is_the_journal_s, files(tmp_path)))
    assert not any("CANARY" in str(path) for path in files(tmp_path))
    assert desk.store.load().unreadable == ()


@given(st.lists(edits, min_size=1, max_size=3))
@trials
def test_no_edit_raises_while_the_journal_is_sealed_and_all_that_is_kept_is_an_edit(desk, tmp_path, sent):
    if not desk.store.folder.joinpath("sealed").exists():
        seal(desk.store, "four words of soil", new_recovery_key(), Cost(memory=32, passes=1, lanes=1))
    desk.lock()
    each_is_answered(desk, sent)
    assert all(map(is_the_journal_s, files(tmp_path)))
    desk.unseal("four words of soil")
    assert desk.store.load().unreadable == ()


@pytest.mark.parametrize("was", [[0], {"a": 0}, float("nan"), float("inf"), "\ud800", 2**200], ids=repr)
@pytest.mark.parametrize("deep", [False, True], ids=["flat", "deep"])
def test_whatever_a_page_believed_its_edit_is_kept_while_the_journal_is_sealed(desk, was, deep):
    seal(desk.store, "four words of soil", new_recovery_key(), Cost(memory=32, passes=1, lanes=1))
    desk.lock()
    for _ in range(20_000 if deep else 0):
        was = [was]
    sent = {"page": "p1", "seq": 1, "exercise": "journal", "entry": "e1", "made_at": TIME, "at": TIME, "act": "answer", "prompt": "text"}
    assert desk.save({"kind": "edit", **sent, "value": "words", "was": was})["kind"] == "kept"
    desk.unseal("four words of soil")
    (entry,) = desk.store.load().of("journal")
    assert entry.answers == {"text": "words"}


@given(st.lists(asked, min_size=1, max_size=4))
@trials
def test_no_question_of_a_page_raises_or_leads_to_another_file(desk, tmp_path, asked):
    exercise = GUIDE.exercises[0]
    page = pages.Page(GUIDE.stage(exercise.stage), desk)
    widgets = [page.exercise(exercise.id), page.chart("weekly-check-in")]
    for widget in widgets:
        widget.send = lambda reply: json.dumps(reply, allow_nan=False).encode()
        for message in asked:
            widget._handle_custom_msg(message, [])
    assert all(map(is_the_journal_s, files(tmp_path)))
    assert not any("CANARY" in str(path) for path in files(tmp_path))


@pytest.fixture
def workbook(desk, monkeypatch):
    monkeypatch.setattr(pages, "open_desk", lambda: desk)
    return player.Workbook(desk, start=lambda work: work())


@given(st.lists(asked | edits, min_size=1, max_size=4))
@settings(trials, max_examples=60)
def test_the_workbook_answers_whatever_it_is_asked(workbook, tmp_path, asked):
    voice = Voice(workbook._answer)
    for message in asked:
        voice.hear(message)
    assert b"error that it does not know" not in b"".join(voice.said)
    assert all(map(is_the_journal_s, files(tmp_path)))
    assert not any("CANARY" in str(path) for path in files(tmp_path))


# ---- how long and how deep -------------------------------------------------------------------------------------------


def nested(depth, inner="x"):
    for _ in range(depth):
        inner = [inner]
    return inner


@pytest.mark.parametrize(
    "message",
    [
        {"value": "a" * LONGEST_MESSAGE},
        {"a" * LONGEST_MESSAGE: 1},
        {"value": [0] * LONGEST_MESSAGE},
        {"value": nested(DEEPEST_MESSAGE)},
        {"value": nested(100_000)},
    ],
    ids=["long", "a long name", "many parts", "deep", "very deep"],
)
def test_a_message_that_is_too_long_or_too_deep_is_refused_in_a_sentence_and_goes_no_further(message):
    def never(_message):
        raise AssertionError("it went further")

    voice = Voice(never)
    voice.hear({"kind": "edit", "page": "p1", "seq": 3, **message})
    (said,) = map(json.loads, voice.said)
    assert (said["kind"], said["page"], said["seq"]) == ("refused", "p1", 3)
    assert said["sentence"].endswith(".")
    assert "error" not in said["sentence"]


def test_the_longest_answer_that_a_page_can_send_is_no_longer_than_a_message_may_be(desk):
    text = "\U0001f331" * LONGEST_TEXT
    sent = {"page": "p1", "seq": 1, "exercise": "journal", "entry": "e1", "made_at": TIME, "at": TIME, "act": "answer", "prompt": "text"}
    message = {"kind": "edit", **sent, "value": text, "was": text}
    assert is_modest(message)
    assert desk.save(message)["kind"] == "saved"
    assert is_modest({"value": [{"id": "r", "what": ["x", {"deeper": 1}]}] * 500})


@pytest.mark.parametrize(
    "page", [nested(50_000), "x" * 1000, "ü", 3, None, float("nan")], ids=["deep", "long", "odd", "number", "none", "nan"]
)
def test_a_refusal_repeats_no_address_that_no_page_of_ours_has(page):
    def breaks(_message):
        raise RuntimeError

    voice = Voice(breaks)
    voice.hear({"kind": "edit", "page": page, "seq": page})
    (said,) = map(json.loads, voice.said)
    assert said["page"] is None


def test_no_trait_of_a_widget_is_set_by_a_page():
    page = pages.Page(GUIDE.stage(GUIDE.exercises[0].stage), Desk(GUIDE, None))
    widget = page.exercise(GUIDE.exercises[0].id)
    before = widget.get_state()
    update = {"method": "update", "state": {"content": {}, "_esm": "alert(1)", "_css": "x", "layout": "x"}, "buffer_paths": []}
    widget._handle_msg({"content": {"data": update}, "buffers": [], "parent_header": {}, "metadata": {}, "header": {"msg_id": "x"}})
    assert widget.get_state() == before


def test_nothing_that_the_workbook_is_made_of_takes_a_trait_from_a_page(desk, monkeypatch):
    monkeypatch.setattr(pages, "open_desk", lambda: desk)
    known = {*_instances}
    workbook = player.Workbook(desk, start=lambda work: work())
    workbook._answer({"kind": "open", "stage": "all-exercises"})
    made = [widget for name, widget in _instances.items() if name not in known]
    seen = {id(one): one for widget in made for one in (widget, getattr(widget, "layout", None), getattr(widget, "style", None)) if one}
    assert {"VBoxModel", "HTMLModel", "LayoutModel", "HTMLStyleModel", "AnyModel"} == {one._model_name for one in seen.values()}
    texts = {"value": "<b>", "display": "none", "description_width": "x", "_esm": "x"}
    spoilt = {"children": [], "_dom_classes": ["x"], "content": {}, **texts}
    for widget in seen.values():
        before = widget.get_state()
        update = {"method": "update", "state": {name: value for name, value in spoilt.items() if name in before}, "buffer_paths": []}
        widget._handle_msg({"content": {"data": update}, "buffers": [], "parent_header": {}, "metadata": {}, "header": {"msg_id": "x"}})
        assert widget.get_state() == before, widget._model_name
