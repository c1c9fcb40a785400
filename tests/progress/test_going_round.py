"""Going round: the third note on one theme within two weeks, and no next step since the first of them."""

from datetime import date, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsoil._errors import BadContent
from newsoil._paths import shipped_guide
from newsoil.guide import read_guide
from newsoil.journal import Entry, Journal
from newsoil.journal.record import Part
from newsoil.progress import rounds
from newsoil.progress.rounds import going_round

GUIDE = read_guide(shipped_guide())
DAYS, NOTES = GUIDE.number("round-days"), GUIDE.number("round-notes")
FIRST = date(2026, 11, 2)


def at(day, clock="20:00"):
    """A time so many days after the first; at half a day it is in the morning."""
    return f"{FIRST + timedelta(days=day)}T{clock}:00+01:00"


def entry(day, *tags, exercise="journal", clock="20:00", **more):
    time = at(day, clock)
    common = {"exercise": exercise, "exercise_version": 1, "made_at": time, "changed_at": time, "status": "done", "tags": tags}
    return Entry(**common | {"id": f"{exercise} {day} {clock}", "answers": {"text": "words"}} | more)


def said(*notes, guide=GUIDE):
    """What comes back with the last of these notes."""
    return going_round(guide, Journal(notes), notes[-1])


def said_along(*notes):
    """What comes back with each of them, as it is written."""
    return [said(*notes[: number + 1]) for number in range(len(notes))]


def test_the_third_note_on_a_theme_of_ones_own_goes_round_and_neither_the_second_nor_the_fourth():
    assert said_along(*(entry(day, "money") for day in range(5))) == [(), (), ("money",), (), ()]


def test_notes_on_several_themes_name_those_that_come_back_in_the_order_of_their_tags():
    notes = [entry(0, "money", "sleep"), entry(1, "sleep", "money"), entry(2, "her mother", "sleep", "money")]
    assert said(*notes) == ("sleep", "money")


def test_a_theme_is_one_whatever_its_capitals_and_blanks():
    assert said(entry(0, "His  work"), entry(1, "his work"), entry(2, " HIS WORK ")) == ("HIS WORK",)


def test_a_long_tag_is_named_by_its_beginning():
    (name,) = said(*(entry(day, "word " * 100) for day in range(3)))
    assert name.endswith("word …")
    assert len(name) < 65


@pytest.mark.parametrize(("tag", "name"), [(theme.tag, theme.says) for theme in GUIDE.rounds.themes])
def test_a_tag_of_ours_that_names_a_theme_is_one(tag, name):
    assert said(*(entry(day, tag) for day in range(3))) == (name,)


@pytest.mark.parametrize("tag", sorted(GUIDE.tags - {theme.tag for theme in GUIDE.rounds.themes}))
def test_a_tag_of_ours_that_names_a_next_step_a_kind_moment_or_a_question_is_no_theme(tag):
    assert said_along(*(entry(day, tag) for day in range(4))) == [()] * 4


STEPS = [
    *(pytest.param(entry(1, tag, clock="12:00"), id=tag) for tag in GUIDE.rounds.step_tags),
    *(
        pytest.param(
            entry(1, exercise=step.exercise, clock="12:00", answers={step.prompt: step.any[0] if step.any else "a step"}),
            id=f"{step.exercise} {step.prompt}",
        )
        for step in GUIDE.rounds.steps
    ),
]


@pytest.mark.parametrize("step", STEPS)
def test_a_next_step_since_the_first_of_them_begins_anew(step):
    before, after = entry(0, "money"), [entry(day, "money") for day in range(1, 5)]
    assert said_along(before, step, *after)[2:] == [(), (), ("money",), ()]


@pytest.mark.parametrize("step", STEPS)
def test_a_next_step_before_the_first_of_them_changes_nothing(step):
    early = msgspec.structs.replace(step, made_at=at(-1), changed_at=at(-1))
    assert said(early, *(entry(day, "money") for day in range(3))) == ("money",)


@pytest.mark.parametrize("step", STEPS)
def test_a_next_step_that_was_begun_before_and_became_one_in_between_counts(step):
    begun = msgspec.structs.replace(step, made_at=at(-40), changed_at=at(1, "12:00"))
    assert said(begun, *(entry(day, "money") for day in range(3))) == ()


@pytest.mark.parametrize("tag", GUIDE.rounds.step_tags)
def test_a_note_that_is_a_next_step_itself_goes_not_round(tag):
    assert said(entry(0, "money"), entry(1, "money"), entry(2, "money", tag)) == ()
    assert said(entry(0, "money"), entry(1, "money", tag), entry(2, "money")) == ()


def test_an_answer_that_is_no_step_changes_nothing():
    loop = entry(1, exercise="loop-or-path", clock="12:00", answers={"next-step": "loop", "see-it": "no-stop"})
    planned = entry(1, exercise="brave-step", clock="12:00", answers={"step": "ask", "done": "not-yet"})
    decided = entry(1, exercise="one-good-decision", clock="12:00", answers={"decision": "rest"})
    assert said(entry(0, "money"), loop, planned, decided, entry(1, "money"), entry(2, "money")) == ("money",)


def test_notes_within_so_many_days_are_one_round_and_a_day_later_they_are_none():
    assert said(entry(0, "money"), entry(5, "money"), entry(DAYS, "money")) == ("money",)
    assert said(entry(0, "money"), entry(5, "money"), entry(DAYS + 1, "money")) == ()


def test_it_is_said_once_while_the_theme_stays_and_again_after_a_rest_from_it():
    """However slowly somebody goes round, and however long."""
    for pace in (1, DAYS // 2):
        assert said_along(*(entry(pace * nth, "money") for nth in range(9))) == [(), (), ("money",), *[()] * 6]
    again = [entry(40 + day, "money") for day in range(4)]
    assert said_along(*(entry(day, "money") for day in range(5)), *again)[-4:] == [(), (), ("money",), ()]


def test_drafts_count_and_what_was_put_off_or_deleted_leaves_no_trace():
    assert said(*(entry(day, "money", status="draft") for day in range(3))) == ("money",)
    for gone in ({"status": "rest"}, {"status": "not-today"}, {"deleted_at": at(3)}):
        assert said(entry(0, "money"), entry(1, "money", **gone), entry(2, "money")) == ()
        assert said(entry(0, "money"), entry(1, "money"), entry(2, "money", **gone)) == ()
    assert said(entry(0, "money"), entry(1, "decision", deleted_at=at(3)), entry(1, "money"), entry(2, "money")) == ("money",)


def test_whoever_changes_an_older_note_does_not_go_round_by_it():
    """It is changed between others, or long after all of them."""
    notes = [entry(0, "money"), entry(1, "money"), entry(2, "money", changed_at=at(60))]
    assert going_round(GUIDE, Journal(tuple(notes)), notes[2]) == ()
    notes = [entry(0, "money"), entry(1, "money"), entry(2, "money"), entry(3, "money")]
    assert [going_round(GUIDE, Journal(tuple(notes)), note) for note in notes] == [()] * 4
    notes = [entry(0, "money", changed_at=at(3)), entry(1, "money"), entry(2, "money")]
    assert going_round(GUIDE, Journal(tuple(notes)), notes[0]) == ()


def test_a_note_counts_as_it_was_written_a_moment_ago():
    """The journal may have it already, or have it as it was before."""
    before, now = (entry(0, "money"), entry(1, "money")), entry(2, "money")
    for known in ((), (now,), (msgspec.structs.replace(now, tags=("sleep",)),)):
        assert going_round(GUIDE, Journal((*before, *known)), now) == ("money",)


def test_times_are_compared_as_they_are_whatever_the_clock_of_the_person_says():
    travelled = entry(0, "money", made_at="2026-11-04T23:30:00-11:00", changed_at="2026-11-04T23:30:00-11:00", id="far")
    home = entry(0, "money", made_at="2026-11-05T09:00:00+13:00", changed_at="2026-11-05T09:00:00+13:00", id="home")
    assert going_round(GUIDE, Journal((entry(0, "money"), home, travelled)), travelled) == ("money",)
    assert going_round(GUIDE, Journal((entry(0, "money"), home, travelled)), home) == ()


def test_a_guide_that_says_nothing_of_it_says_nothing():
    assert said(*(entry(day, "money") for day in range(3)), guide=msgspec.structs.replace(GUIDE, rounds=None)) == ()


def test_a_number_that_a_guide_does_not_have_is_told_as_any_slip_of_it():
    with pytest.raises(BadContent):
        said(*(entry(day, "money") for day in range(3)), guide=msgspec.structs.replace(GUIDE, numbers=()))


# ---- whatever is in a journal ------------------------------------------------------------------------------------------------


TAGGED = [*[("money",)] * 5, ("money", "fear"), ("fear",), ("fear",), ("fear", "question"), ("sleep", "learned"), ()]
"""Tags that come often, so that what is drawn goes round now and then."""

one = st.builds(
    lambda nth, day, hour, tags, status, gone: entry(
        day, *tags, clock=f"{hour:02}:00", id=f"note {nth}", status=status, deleted_at=at(day) if gone else None
    ),
    st.integers(0, 10**6),
    st.integers(0, 25),
    st.integers(0, 23),
    st.sampled_from(TAGGED),
    st.sampled_from(["done"] * 6 + ["draft"] * 3 + ["rest"]),
    st.sampled_from([False] * 9 + [True]),
)
journals = st.lists(one, min_size=1, max_size=9, unique_by=(lambda note: note.id, lambda note: note.made_at)).map(
    lambda notes: sorted(notes, key=lambda note: note.made_at)
)
"""Notes as somebody makes them, the newest last."""


def on(theme, notes):
    return [note for note in notes if note.counts and theme in note.tags]


def steps(notes):
    return [note for note in notes if note.counts and not {*GUIDE.rounds.step_tags}.isdisjoint(note.tags)]


@given(journals)
def test_fewer_than_three_notes_never_go_round(notes):
    for theme in said(*notes):
        tag = {name.says: name.tag for name in GUIDE.rounds.themes}.get(theme, theme)
        assert len(on(tag, notes)) >= NOTES


@given(journals)
def test_what_goes_round_has_no_next_step_since_its_first_note_and_lies_within_so_many_days(notes):
    last = notes[-1]
    for theme in said(*notes):
        tag = {name.says: name.tag for name in GUIDE.rounds.themes}.get(theme, theme)
        round_ = sorted((note for note in on(tag, notes) if note.made_at <= last.made_at), key=lambda note: note.made_at)[-NOTES:]
        assert round_[-1] is last
        assert all(note.made_at < round_[0].made_at for note in steps(notes))
        assert (date.fromisoformat(last.made_at[:10]) - date.fromisoformat(round_[0].made_at[:10])).days <= DAYS


@given(journals, st.randoms(use_true_random=False))
def test_the_order_of_the_notes_and_how_they_are_parted_do_not_matter(notes, chance):
    shuffled = [*notes]
    chance.shuffle(shuffled)
    cut = chance.randint(0, len(shuffled))
    parts = (Part(tuple(shuffled[:cut])), Part(tuple(shuffled[cut:])))
    assert going_round(GUIDE, Journal.of_parts(parts), notes[-1]) == said(*notes)


@given(journals)
def test_without_deleted_notes_it_is_the_same(notes):
    kept = [note for note in notes[:-1] if note.deleted_at is None]
    assert said(*kept, notes[-1]) == said(*notes)


@given(journals, st.sampled_from(["money", "fear"]))
def test_a_next_step_in_between_silences(notes, tag):
    last = notes[-1]
    others = [note for note in on(tag, notes[:-1]) if note.made_at < last.made_at]
    if not others or not last.counts:
        return
    newest = max(others, key=lambda note: note.made_at)
    step = entry(0, exercise="brave-step", id="step", made_at=newest.made_at, changed_at=newest.made_at, answers={"done": "did-it"})
    name = {theme.tag: theme.says for theme in GUIDE.rounds.themes}.get(tag, tag)
    assert name not in said(*notes[:-1], step, last)


def test_after_one_word_ten_years_of_notes_are_looked_through_no_more_than_their_last_month(monkeypatch):
    months = [Part(tuple(entry(30 * month + day, ("money", "sleep")[day % 2]) for day in range(30))) for month in range(120)]
    looked, real = [], rounds._is_step
    monkeypatch.setattr(rounds, "_is_step", lambda of, one: looked.append(one) or real(of, one))
    going_round(GUIDE, Journal.of_parts(tuple(months)), months[-1].entries[-1])
    assert len(looked) >= 3600
    written = msgspec.structs.replace(months[-1].entries[-1], tags=("money",))
    looked.clear()
    going_round(GUIDE, Journal.of_parts((*months[:-1], Part((*months[-1].entries[:-1], written)))), written)
    assert len(looked) <= 31
