"""The look-back page's questions and their answers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsoil.desk import Desk
from newsoil.journal import MemoryStore
from newsoil.journal.recovery import new_recovery_key
from newsoil.journal.sealing import seal
from newsoil.journal.slow import Cost
from newsoil.look_back import LookBack


def test_at_first_nothing_of_any_note_is_told(ask, keep, note):
    keep(note("journal", "2026-11-03", {"text": "canary-71ab"}, tags=("learned",)), note("trigger", "2026-10-03", {"event": "canary-82bc"}))
    told = ask("hello")
    assert told["months"] == ["2026-10", "2026-11"]
    assert [one["id"] for one in told["exercises"]] == ["journal", "trigger"]
    assert [one["id"] for one in told["stages"]] == ["after-trust-was-hurt", "day-by-day"]
    assert [one["id"] for one in told["tags"]] == ["learned"]
    assert told["tags"][0]["title"] != "learned"
    assert told["moods"] == ["hard"]
    assert "canary" not in str(told)


def test_a_journal_without_notes_has_no_months(ask):
    told = ask("hello")
    assert (told["months"], told["exercises"], told["moods"], told["afraid"]) == ([], [], [], False)


def test_moments_come_one_by_one_the_newest_first(ask, keep, note):
    keep(
        note("small-wins", "2026-09-01", {"win": "first"}),
        note("journal", "2026-10-01", {"text": "second"}, tags=("kind-moment",)),
        note("one-good-decision", "2026-11-01", {"decision": "third"}),
        note("trigger", "2026-11-02", {"event": "hard"}),
    )
    told = [ask("moment", mood="kind", after=after) for after in range(4)]
    assert [one["note"] and one["note"]["words"] for one in told] == ["third", "second", "first", None]
    assert [one["more"] for one in told] == [True, True, False, False]
    assert ask("moment", mood="hard")["note"]["words"] == "hard"


def test_a_month_and_a_day_tell_what_is_there(ask, keep, note):
    keep(note("one-good-decision", "2026-11-03", {"decision": "I stayed."}), note("weather", "2026-11-03", status="rest"))
    assert ask("month", month="2026-11")["days"] == [{"day": "2026-11-03", "notes": 1, "put_off": True}]
    assert [(one["title"], one["words"], one["status"]) for one in ask("day", day="2026-11-03")["notes"]] == [
        ("One good decision", "I stayed.", "done"),
        ("How today feels", "", "rest"),
    ]


def test_found_notes_are_counted_in_all_and_shown_in_part(ask, keep, note):
    keep(*(note("journal", f"2026-11-{day:02}", {"text": "plan"}) for day in range(1, 8)))
    found = ask("find", words="PLAN", most=3)
    assert (len(found["notes"]), found["of"]) == (3, 7)
    assert [one["day"] for one in found["notes"]] == ["2026-11-07", "2026-11-06", "2026-11-05"]
    assert found["notes"][0]["said"] == {"before": "", "found": "plan", "after": ""}


def test_a_page_of_the_guide_narrows_to_its_exercises(ask, keep, note):
    keep(note("journal", "2026-11-03", {"text": "plan"}), note("trigger", "2026-11-04", {"event": "plan"}))
    assert [one["title"] for one in ask("find", words="plan", stage="day-by-day")["notes"]] == ["When an alarm rings"]
    assert ask("find", words="plan", stage="day-by-day", exercise="journal")["of"] == 0
    assert ask("find", words="plan", exercise="journal")["of"] == 1
    assert ask("find", words="plan", stage="no-such-stage")["of"] == 0


def test_where_nothing_is_asked_nothing_is_found(ask, keep, note):
    keep(note("journal", "2026-11-03", {"text": "plan"}))
    assert ask("find", words="  ")["of"] == 0


def test_a_note_is_shown_whole_with_what_was_there_before_and_where_it_leads(ask, keep, note):
    fear = note("what-am-i-afraid-of", "2026-11-01", {"fear": "To be left"}, id="fear")
    former = {"at": "2026-11-04T10:00:00+01:00", "answers": {"event": "before", "before": 7}}
    keep(fear, note("trigger", "2026-11-03", {"event": "A late reply", "before": 4}, id="one", links={"fear": "fear"}, earlier=(former,)))
    told = ask("note", entry="one")["note"]
    assert (told["title"], told["stage"], told["notebook"]) == ("When an alarm rings", "day-by-day", "06-day-by-day.ipynb")
    assert [line for said in told["said"] for line in said["lines"]][:1] == ["A late reply"]
    assert next(line for said in told["earlier"][0]["said"] for line in said["lines"]) == "before"
    assert [one["words"] for one in told["links"]] == ["To be left"]


@pytest.mark.parametrize("entry", ["no-such-note", "gone"])
def test_a_note_that_is_not_there_is_said_in_a_sentence(ask, keep, note, entry):
    keep(note("journal", "2026-11-03", {"text": "x"}, id="gone", deleted_at="2026-11-04T10:00:00+01:00"))
    told = ask("note", entry=entry)
    assert (told["kind"], told["sentence"]) == ("refused", "This note is not there any more.")


def test_the_page_of_bricks_shows_a_dozen_and_says_how_many_there_are(ask, keep, note):
    keep(*(note("one-reliable-thing", f"2026-11-{day:02}", {"thing": f"n{day}", "side": "for"}) for day in range(1, 16)))
    actions = next(part for part in ask("bricks")["parts"] if part["id"] == "actions")
    assert (len(actions["bricks"]), actions["of"], actions["bricks"][0]["words"]) == (12, 15, "n15")


def test_a_sealed_journal_tells_nothing(desk, keep, note, ask):
    keep(note("journal", "2026-11-03", {"text": "canary-93cd"}))
    seal(desk.store, "four words of soil", new_recovery_key(), Cost(memory=32, passes=1, lanes=1))
    desk.lock()
    for kind, more in (("hello", {}), ("find", {"words": "canary"}), ("month", {"month": "2026-11"}), ("bricks", {})):
        assert ask(kind, **more)["kind"] == "locked"


def test_notes_that_are_nowhere_but_in_memory_can_be_looked_at(guide):
    told = LookBack(Desk(guide, MemoryStore(), None, "try")).answer({"kind": "hello", "ask": "1", "at": "2026-11-30T12:00:00+01:00"})
    assert told["kind"] == "show"


def test_what_is_read_ahead_is_what_the_search_asks(desk, keep, note):
    keep(note("journal", "2026-10-03", {"text": "x"}), note("journal", "2026-11-03", {"text": "x"}))
    assert len(list(LookBack(desk).read_ahead())) == 2


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
KINDS = ("hello", "moment", "month", "day", "find", "note", "bricks")
FIELDS = ("at", "mood", "after", "month", "day", "words", "stage", "exercise", "tag", "first", "last", "most", "entry")
messages = st.fixed_dictionaries(
    {"kind": st.sampled_from(KINDS) | anything, "ask": st.just("1") | anything}, optional=dict.fromkeys(FIELDS, anything)
)


@given(messages)
def test_no_message_is_more_than_a_refusal(guide, message):
    told = LookBack(Desk(guide, MemoryStore(), None, "try")).answer(message)
    assert told["kind"] in ("show", "refused")
    assert told["kind"] == "show" or told["sentence"]
