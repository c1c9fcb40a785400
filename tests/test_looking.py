"""The journal for a notebook of one's own: what is there, what is not, and what is said when it cannot be looked at."""

import re
import subprocess
import sys
import warnings

import pytest

from newsoil import looking, open_journal, open_page
from newsoil._errors import BadContent, BadStart, Locked
from newsoil.desk import open_desk
from newsoil.journal.recovery import new_recovery_key
from newsoil.journal.sealing import seal
from newsoil.journal.slow import Cost
from newsoil.looking import NO_OUTPUTS, OPEN_THEM, OUTPUTS_STAY, OpenJournal
from servers import reached

PHRASE = "four words of soil"
CHEAP = Cost(memory=32, passes=1, lanes=1)


@pytest.fixture(autouse=True)
def own_home(home, monkeypatch):
    """A participant's folder for each test."""
    monkeypatch.setenv("NEWSOIL_HOME", str(home))


@pytest.fixture
def written(store, page):
    """A journal with two alarms and a fear."""
    write = page()
    store.record(write(7, "before", exercise="trigger"))
    store.record(write("No answer.", "event", exercise="trigger"))
    store.record(write(5, "before", exercise="trigger", entry="e2", made_at="2026-10-20T10:00:00+01:00"))
    store.record(write("That it ends.", "fear", exercise="what-am-i-afraid-of", entry="e3"))
    return store


# ---- what there is -------------------------------------------------------------------------------------------------


def test_the_participant_s_own_notes_are_what_is_on_disk(written):
    journal = open_journal()
    assert list(journal.overview()["exercise"]) == ["what-am-i-afraid-of", "trigger"]
    assert list(journal.frame("trigger")["before"]) == [5, 7]
    assert list(journal.columns("trigger")["column"]) == list(journal.frame("trigger").columns)
    assert journal.unreadable == ()


def test_the_sample_is_invented_and_needs_no_notes_of_anybody(home):
    journal = open_journal(sample=True)
    assert journal.overview()["notes"].sum() == 56
    assert not home.exists()


def test_it_is_the_journal_as_it_was_when_it_was_opened(written, page):
    journal = open_journal()
    written.record(page("two")(3, "before", exercise="trigger", entry="e4"))
    assert len(journal.frame("trigger")) == 2
    assert len(open_journal().frame("trigger")) == 3


def test_questions_are_worded_for_the_person_whose_journal_it_is(written, page):
    before = list(open_journal().columns("our-agreements")["holds"])
    written.record(page("two")("on-my-own", "situation", exercise="where-am-i-now", entry="e4"))
    assert list(open_journal().columns("our-agreements")["holds"]) != before


# ---- what there is not ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("ask", ["frame", "columns"])
@pytest.mark.parametrize("name", ["triggers", "Trigger", "alarm rings", "When an alarm rings"])
def test_an_exercise_that_is_not_there_is_named_with_those_that_are_near(ask, name):
    with pytest.raises(BadContent) as raised:
        getattr(open_journal(sample=True), ask)(name)
    assert f"“{name}”" in str(raised.value)
    assert "Near it: trigger" in str(raised.value)


@pytest.mark.parametrize("name", ["", "xyzzy", None, 3])
def test_where_none_is_near_all_are_named(name):
    with pytest.raises(BadContent, match=r"weekly-check-in.*`overview\(\)`"):
        open_journal(sample=True).frame(name)


def test_notes_of_an_exercise_that_the_guide_does_not_have_are_in_the_overview_and_the_sentence_says_where_they_are(written, page):
    written.record(page("two")("words", "what", exercise="of-another-guide", entry="e4"))
    journal = open_journal()
    assert journal.overview()["exercise"].iloc[-1] == "of-another-guide"
    with pytest.raises(BadContent, match="There are notes of “of-another-guide”, but the guide does not have it"):
        journal.frame("of-another-guide")


def test_an_exercise_that_cannot_be_used_says_why(written):
    guide = open_desk().guide
    journal = OpenJournal(
        written.load(), type(guide)(**{**_fields(guide), "exercises": (), "refused": {"trigger": "Its file has a slip."}})
    )
    assert journal.overview()["title"].isna().all()
    with pytest.raises(BadContent, match="Its file has a slip"):
        journal.frame("trigger")


def _fields(guide):
    return {name: getattr(guide, name) for name in guide.__struct_fields__}


def test_a_month_that_cannot_be_read_is_named_and_the_others_are_there(written):
    (written.entries / "2026-10.json").write_bytes(b"{")
    journal = open_journal()
    assert list(journal.frame("trigger")["before"]) == [7]
    (sentence,) = journal.unreadable
    assert "2026-10.json" in sentence


# ---- notes that are locked, and notes that are nowhere -------------------------------------------------------------


def test_locked_notes_are_not_an_empty_journal_and_a_sentence_says_how_to_open_them(written):
    seal(written, PHRASE, new_recovery_key(), CHEAP)
    with pytest.raises(Locked) as raised:
        open_journal()
    assert str(raised.value) == OPEN_THEM
    for way in ('`open_page("start").door()`', "`newsoil export --format csv`"):
        assert way in OPEN_THEM


def test_the_door_that_the_sentence_names_opens_them_for_this_notebook(written):
    seal(written, PHRASE, new_recovery_key(), CHEAP)
    door = open_page("start").door()
    door._answer({"kind": "unseal", "ask": "a", "secret": PHRASE})
    reached(lambda: not open_desk().is_locked)
    journal = open_journal()
    assert list(journal.frame("trigger")["before"]) == [5, 7]
    open_desk().lock()
    assert list(journal.frame("trigger")["before"]) == [5, 7], "what was opened stays in the kernel's memory"
    with pytest.raises(Locked):
        open_journal()


def test_the_sample_can_be_looked_at_while_the_notes_are_locked(written):
    seal(written, PHRASE, new_recovery_key(), CHEAP)
    assert len(open_journal(sample=True).frame("trigger")) == 8


def test_looking_at_sealed_notes_counts_as_use(written):
    seal(written, PHRASE, new_recovery_key(), CHEAP)
    desk = open_desk()
    desk.unseal(PHRASE)
    desk.store._used = float("-inf")
    open_journal()
    assert not desk.store.lock_when_idle()


@pytest.mark.parametrize("way", ["visitor", "try"])
def test_whoever_keeps_nothing_here_has_the_notes_of_this_visit_and_nobody_else_s(written, page, monkeypatch, way):
    monkeypatch.setenv("NEWSOIL_KEEP", way)
    assert len(open_journal().overview()) == 0
    open_desk().store.record(page("two")(4, "before", exercise="trigger"))
    assert list(open_journal().frame("trigger")["before"]) == [4]


def test_a_way_of_keeping_that_there_is_not_shows_nobody_s_notes(written, monkeypatch):
    monkeypatch.setenv("NEWSOIL_KEEP", "vistor")
    with pytest.raises(BadStart):
        open_journal()


# ---- where outputs are kept ----------------------------------------------------------------------------------------


def test_in_a_notebook_that_may_be_saved_with_its_outputs_a_warning_says_so(written, monkeypatch):
    monkeypatch.setattr(looking, "_is_notebook", lambda: True)
    with pytest.warns(UserWarning, match=re.escape(OUTPUTS_STAY)):
        open_journal()
    monkeypatch.setenv(NO_OUTPUTS, "1")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        open_journal()


def test_the_sample_and_a_program_without_a_notebook_are_not_warned(written, monkeypatch):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        open_journal()
        monkeypatch.setattr(looking, "_is_notebook", lambda: True)
        open_journal(sample=True)


# ---- what pages never import ---------------------------------------------------------------------------------------


def test_a_page_imports_neither_pandas_nor_plotly(home):
    code = (
        "import sys; from newsoil import open_page, open_workbook; open_page('start'); open_workbook();"
        "print({'pandas', 'plotly', 'numpy', 'newsoil.looking'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
