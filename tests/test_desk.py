"""The desk: a page's messages are saved or refused in one sentence, whatever they hold, and what is shown is what is on disk."""

import errno
import json
import logging

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsoil._paths import guide_folder
from newsoil.desk import SHOWN, Desk
from newsoil.guide import read_guide
from newsoil.guide.prompt import LONGEST_TEXT
from newsoil.journal import Store
from newsoil.journal.recovery import new_recovery_key
from newsoil.journal.sealing import seal
from newsoil.journal.slow import Cost

GUIDE = """
format_version = 1

[[exercise]]
id = "diary"
title = "Diary"
stage = "start"
kind = "log"
version = 3
minutes = "a minute"
rhythm = "daily"
label = "text"
prompts = [
    { kind = "text", id = "text", label = "Text" },
    { kind = "short-text", id = "line", label = "Line" },
    { kind = "scale", id = "scale", label = "Scale", labels = ["a", "b", "c", "d", "e"] },
    { kind = "intensity", id = "intensity", label = "How much", low = "a", middle = "b", high = "c" },
    { kind = "choice", id = "choice", label = "One", options = [{ id = "x", label = "X" }, { id = "y", label = "Y" }] },
    { kind = "choices", id = "tags", label = "Some", options = [{ id = "x", label = "X" }], own = "yours" },
    { kind = "date", id = "for-date", label = "About when" },
    { kind = "date", id = "due", label = "Due" },
    { kind = "link", id = "fear", label = "Fear", to = "fears" },
    { kind = "rows", id = "rows", label = "Rows", add = "more", columns = [
        { kind = "short-text", id = "what", label = "What" },
        { kind = "choice", id = "which", label = "Which", options = [{ id = "x", label = "X" }] },
    ] },
]

[[exercise]]
id = "fears"
title = "Fears"
stage = "start"
kind = "log"
minutes = "a minute"
rhythm = "daily"
label = "fear"
prompts = [{ kind = "text", id = "fear", label = "Fear" }]

[[exercise]]
id = "where"
title = "Where"
stage = "start"
kind = "one-off"
minutes = "a minute"
rhythm = "once"
prompts = [{ kind = "choice", id = "situation", label = "Where", options = [
    { id = "new-partner", label = "New" }, { id = "on-my-own", label = "Own" }, { id = "prefer-not", label = "No" },
] }]
"""

GOOD = {
    "text": "Grüße, 你好 🌱\n\u2028",
    "line": "a line",
    "scale": 5,
    "intensity": 0,
    "choice": "y",
    "tags": ["x", "a word of mine"],
    "for-date": "2026-11",
    "due": "2026-11-30",
    "fear": "f1",
    "rows": [{"id": "r1", "what": "milk", "which": "x"}, {"id": "r2"}],
}

DEEP: list = []
for _ in range(20_000):
    DEEP = [DEEP]
DEEP_DICT: dict = {}
for _ in range(20_000):
    DEEP_DICT = {"a": DEEP_DICT}


@pytest.fixture(scope="session")
def guide(tmp_path_factory):
    folder = tmp_path_factory.mktemp("guide")
    (folder / "exercises.toml").write_text(GUIDE, "utf-8")
    return read_guide(folder)


@pytest.fixture
def desk(guide, home):
    return Desk(guide, Store(home))


def message(value=None, prompt="text", **fields):
    times = dict.fromkeys(("made_at", "at"), "2026-11-23T10:00:00.123+01:00")
    base = {"kind": "edit", "page": "p1", "seq": 1, "exercise": "diary", "entry": "e1", "act": "answer", "prompt": prompt, "value": value}
    return {**base, **times, **fields}


def heard(reply):
    """A reply as it reaches the page."""
    return json.loads(json.dumps(reply, allow_nan=False).encode())


def nothing_written(home):
    return not list(home.rglob("*.json"))


# ---- saving ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("prompt", "value"), GOOD.items())
def test_an_answer_of_every_kind_is_saved_and_shown_again(desk, guide, home, prompt, value):
    reply = heard(desk.save(message(value, prompt)))
    assert (reply["kind"], reply["page"], reply["seq"]) == ("saved", "p1", 1)
    (shown,) = heard(Desk(guide, Store(home)).show(guide.exercise("diary")))["entries"]
    assert shown == reply["entry"]
    place = {"tags": shown["tags"], "for-date": shown["for_date"], "fear": shown["links"].get("fear")}
    assert place.get(prompt, shown["answers"].get(prompt)) == value
    assert shown["exercise_version"] == 3


@pytest.mark.parametrize(("prompt", "value"), GOOD.items())
def test_an_answer_of_every_kind_can_be_cleared(desk, prompt, value):
    desk.save(message(value, prompt))
    entry = heard(desk.save(message(None, prompt, seq=2, was=value)))["entry"]
    assert (entry["answers"], entry["links"], entry["tags"], entry["for_date"], entry["earlier"]) == ({}, {}, [], None, [])


def test_an_entry_is_done_skipped_deleted_and_brought_back(desk):
    desk.save(message("a"))
    assert desk.save(message("done", "", act="status", seq=2))["entry"]["status"] == "done"
    assert desk.save(message(True, "line", act="skip", seq=3))["entry"]["skipped"] == ("line",)
    assert desk.save(message(True, "", act="delete", seq=4))["entry"]["deleted_at"]
    assert desk.save(message(False, "", act="delete", seq=5))["entry"]["deleted_at"] is None


def test_a_message_that_comes_twice_is_acknowledged_twice(desk):
    assert desk.save(message("a")) == desk.save(message("a"))


def test_a_new_entry_remembers_the_situation_of_its_day(desk):
    assert desk.save(message("a"))["entry"]["situation"] is None
    desk.save(message("new-partner", "situation", exercise="where", entry="w1"))
    assert desk.save(message("b", entry="e2"))["entry"]["situation"] == "new-partner"
    assert desk.save(message("ab", seq=2))["entry"]["situation"] is None, "an entry that is there keeps its own"
    desk.save(message("prefer-not", "situation", exercise="where", entry="w2", made_at="2026-11-24T10:00:00+01:00"))
    assert desk.save(message("c", entry="e3"))["entry"]["situation"] is None


def test_a_situation_that_somebody_wrote_into_the_file_by_hand_breaks_nothing(desk, guide, home):
    desk.save(message("on-my-own", "situation", exercise="where", entry="w1"))
    path = next(home.rglob("2026-11.json"))
    path.write_text(path.read_text("utf-8").replace('"on-my-own"', '["no", {}]'), "utf-8")
    assert Desk(guide, Store(home)).show(guide.exercise("diary"))["situation"] is None


def test_saving_asks_for_the_whole_journal_only_when_an_entry_begins(desk, monkeypatch):
    asked, real = [], desk.store.load
    monkeypatch.setattr(desk.store, "load", lambda: asked.append(1) or real())
    for number, word in enumerate(("a", "ab", "abc"), 1):
        desk.save(message(word, seq=number))
    desk.save(message("done", "", act="status", seq=4))
    assert len(asked) == 1


def test_watchers_hear_of_each_entry_and_cannot_take_an_acknowledgement_back(desk, caplog):
    entries = []

    def fails(entry):
        raise ValueError(entry.answers["text"])

    desk.watch(fails)
    desk.watch(entries.append)
    with caplog.at_level(logging.DEBUG):
        assert desk.save(message("secret words"))["kind"] == "saved"
    assert [entry.answers for entry in entries] == [{"text": "secret words"}]
    assert "ValueError" in caplog.text
    assert "secret" not in caplog.text


@pytest.mark.parametrize("call", ["open", "write", "fsync", "replace", "listdir", "mkdir"])
def test_a_disk_that_refuses_is_said_with_the_hope_of_another_try(desk, fail, call):
    mend = fail(call, errno.ENOSPC, number=None)
    reply = desk.save(message("secret words"))
    assert (reply["kind"], reply["page"], reply["seq"], reply["again"]) == ("refused", "p1", 1, True)
    assert "No space left on device" in reply["sentence"]
    assert "secret" not in reply["sentence"]
    mend()
    assert desk.save(message("secret words"))["kind"] == "saved"


# ---- showing ---------------------------------------------------------------------------------------------------------


def test_the_newest_entries_come_first_and_the_others_are_counted(desk, guide):
    for number in range(SHOWN + 3):
        desk.save(message(f"{number}", entry=f"e{number}", made_at=f"2026-11-{number + 1:02}T10:00:00+01:00"))
    shown = desk.show(guide.exercise("diary"))
    assert [entry["answers"]["text"] for entry in shown["entries"]] == [f"{number}" for number in range(SHOWN + 2, 2, -1)]
    assert shown["more"] == 3
    assert len(desk.show(guide.exercise("diary"), most=50)["entries"]) == SHOWN + 3


def test_deleted_entries_are_not_shown_and_not_linked(desk, guide):
    desk.save(message("afraid of silence", "fear", exercise="fears", entry="f1"))
    assert [link["words"] for link in desk.show(guide.exercise("diary"))["links"]["fear"]] == ["afraid of silence"]
    desk.save(message(True, "", act="delete", exercise="fears", entry="f1", seq=2))
    assert desk.show(guide.exercise("diary"))["links"]["fear"] == []
    assert desk.show(guide.exercise("fears"))["entries"] == []


def test_a_link_is_offered_to_the_newest_entries_and_to_the_one_that_it_leads_to(desk, guide, monkeypatch):
    monkeypatch.setattr("newsoil.drawn_with.LINKED", 2)
    for number in range(1, 5):
        at = f"2026-11-{number:02}T10:00:00+01:00"
        desk.save(message(f"fear {number}", "fear", exercise="fears", entry=f"f{number}", made_at=at, seq=number))
    desk.save(message("f1", "fear", seq=9))
    assert [link["id"] for link in desk.show(guide.exercise("diary"))["links"]["fear"]] == ["f4", "f3", "f1"]


def test_a_long_entry_is_linked_by_its_first_words(desk, guide):
    desk.save(message("word " * 60, "fear", exercise="fears", entry="f1"))
    (link,) = desk.show(guide.exercise("diary"))["links"]["fear"]
    assert link["words"].endswith("word …")
    assert len(link["words"]) <= 92


def test_a_file_that_cannot_be_read_is_named_on_the_page(desk, guide, home):
    desk.save(message("a"))
    path = next(home.rglob("2026-11.json"))
    path.write_bytes(b"")
    shown = desk.show(guide.exercise("diary"))
    assert shown["entries"] == []
    assert [notice.partition(" ")[0] for notice in shown["notices"]] == [str(path)]


# ---- what no page of ours sends --------------------------------------------------------------------------------------


ODD = {
    "nothing": None,
    "true": True,
    "huge": 2**200,
    "below nought": -1,
    "a half": 0.5,
    "not a number": float("nan"),
    "without end": float("inf"),
    "empty": "",
    "a path": "../../CANARY",
    "half a character": "\ud800",
    "a nought": "\x00",
    "long": "a" * (LONGEST_TEXT + 1),
    "a list": ["CANARY"],
    "a long list": [1] * 100_000,
    "an object": {"CANARY": 1},
    "an odd object": {1: 2},
    "bytes": b"CANARY",
    "deep": DEEP,
    "a deep object": DEEP_DICT,
}
FIELDS = ["kind", "page", "seq", "exercise", "entry", "made_at", "at", "act", "prompt"]


@pytest.mark.parametrize("value", ODD.values(), ids=ODD.keys())
@pytest.mark.parametrize("field", FIELDS)
def test_a_field_that_is_not_what_a_page_sends_is_refused_without_a_trace(desk, home, field, value):
    reply = desk.save(message("CANARY", **{field: value}))
    assert (reply["kind"], reply["again"]) == ("refused", False)
    assert "CANARY" not in reply["sentence"]
    assert nothing_written(home)
    heard(reply)


@pytest.mark.parametrize("field", ["page", "seq", "exercise", "entry", "made_at", "at", "act"])
def test_a_message_without_one_of_its_fields_is_refused(desk, home, field):
    raw = message("a")
    del raw[field]
    assert desk.save(raw)["kind"] == "refused"
    assert nothing_written(home)


@pytest.mark.parametrize(
    "raw",
    [
        None,
        [],
        "edit",
        3,
        {},
        {"kind": "hello"},
        DEEP,
        message("a", path="/etc/passwd"),
        message("a", place="links"),
        message("a", situation="x"),
    ],
)
def test_what_is_no_edit_is_refused(desk, home, raw):
    assert desk.save(raw)["kind"] == "refused"
    assert nothing_written(home)


WRONG = {
    "true": True,
    "below nought": -1,
    "eleven": 11,
    "huge": 2**63,
    "a half": 0.5,
    "not a number": float("nan"),
    "half a character": "CANARY \ud800",
    "long": "a" * (LONGEST_TEXT + 1),
    "a mixed list": ["CANARY", 1],
    "a list of lists": [["CANARY"]],
    "a long list": ["x"] * 501,
    "an object": {"CANARY": 1},
    "a row with an odd column": [{"id": "r", "CANARY": 1}],
    "a row with an odd cell": [{"id": "r", "which": ["CANARY"]}],
    "a row with an odd object": [{"id": "r", "which": {}}],
    "a row without an id": [{}],
    "deep": DEEP,
    "a deep object": DEEP_DICT,
}


@pytest.mark.parametrize("value", WRONG.values(), ids=WRONG.keys())
@pytest.mark.parametrize("prompt", GOOD)
def test_a_value_that_the_page_s_form_cannot_give_is_refused_without_a_trace(desk, home, prompt, value):
    reply = desk.save(message(value, prompt))
    assert (reply["kind"], reply["again"]) == ("refused", False)
    assert "CANARY" not in reply["sentence"]
    assert nothing_written(home)


ODD_MARKS = {"status": ["lost", None, ["done"], True], "skip": ["yes", 1, None], "delete": ["false", 0, None, {}]}


@pytest.mark.parametrize(("act", "value"), [(act, value) for act, values in ODD_MARKS.items() for value in values])
def test_an_act_with_an_odd_value_is_refused(desk, home, act, value):
    assert desk.save(message(value, act=act))["kind"] == "refused"
    assert nothing_written(home)


@pytest.mark.parametrize("act", ["answer", "skip"])
def test_a_question_or_an_exercise_that_the_guide_does_not_have_is_refused_in_a_sentence(desk, home, act):
    value = "a" if act == "answer" else True
    assert desk.save(message(value, "CANARY", act=act))["sentence"] == "This question is not in the exercise."
    sentence = desk.save(message(value, act=act, exercise="CANARY"))["sentence"]
    assert sentence == "This exercise is not in the guide of this New Soil. Copy your words, then reload the page."
    assert nothing_written(home)


def test_an_entry_of_another_exercise_is_not_touched(desk, guide):
    desk.save(message("a"))
    assert desk.save(message("b", "fear", exercise="fears", page="p2"))["kind"] == "refused"
    assert desk.show(guide.exercise("diary"))["entries"][0]["answers"] == {"text": "a"}


@pytest.mark.parametrize("was", [DEEP, DEEP_DICT, float("nan"), 2**200, "a" * (LONGEST_TEXT + 1), [1] * 100_000, {"a": [{}]}])
@pytest.mark.parametrize("prompt", GOOD)
def test_whatever_a_page_believed_its_answer_is_saved(desk, prompt, was):
    assert desk.save(message(GOOD[prompt], prompt, page="p0"))["kind"] == "saved"
    assert desk.save(message(None, prompt, was=was))["kind"] == "saved"


leaves = st.none() | st.booleans() | st.integers() | st.floats() | st.text()
anything = st.recursive(leaves, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=8)
nearly = st.fixed_dictionaries(
    {"kind": st.just("edit"), "page": st.just("p1") | anything, "seq": st.integers(1, 9) | anything},
    optional={
        "exercise": st.sampled_from(["diary", "fears", "where"]) | anything,
        "entry": st.sampled_from(["e1", "e2"]) | anything,
        "made_at": st.sampled_from(["2026-11-23T10:00:00+01:00", "2026-12-01T00:00:00+13:45"]) | anything,
        "at": st.just("2026-11-23T10:00:00+01:00") | anything,
        "act": st.sampled_from(["answer", "skip", "status", "delete"]) | anything,
        "prompt": st.sampled_from([*GOOD, ""]) | anything,
        "value": st.sampled_from([*GOOD.values(), "done", True]) | anything,
        "was": anything,
        "more": anything,
    },
)


@given(st.lists(nearly, min_size=1, max_size=4))
@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_message_raises_and_every_reply_can_be_sent(desk, guide, raws):
    for raw in raws:
        reply = desk.save(raw)
        assert reply["kind"] in ("saved", "refused")
        heard(reply)
    assert desk.store.load().unreadable == ()
    desk.show(guide.exercise("diary"))


def test_every_question_of_our_own_guide_takes_a_clear_and_refuses_nonsense(home):
    guide = read_guide(guide_folder())
    desk = Desk(guide, Store(home))
    for exercise in guide.exercises:
        for prompt in exercise.prompts:
            asked = message({"no": ["such"]}, prompt.id, exercise=exercise.id, entry=exercise.id)
            assert desk.save(asked)["kind"] == "refused"
            assert desk.save({**asked, "value": None})["kind"] == "saved"


# ---- sealed ------------------------------------------------------------------------------------------------------


def test_what_a_page_sends_while_the_journal_is_locked_is_kept_and_in_its_entry_after_unsealing(desk):
    seal(desk.store, "four words of soil", new_recovery_key(), Cost(memory=32, passes=1, lanes=1))
    assert desk.save(message("open"))["kind"] == "saved"
    desk.lock()
    sent = message("while locked", "line", seq=2)
    assert desk.save(sent) == {"kind": "kept", "page": sent["page"], "seq": sent["seq"]}
    assert desk.show(desk.guide.exercise("diary")) == {"kind": "locked"}
    desk.unseal("four words of soil")
    (entry,) = desk.show(desk.guide.exercise("diary"))["entries"]
    assert entry["answers"] == {"text": "open", "line": "while locked"}
