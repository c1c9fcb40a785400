"""After something was used against a person, nothing that reads earlier notes speaks of sharing more: whatever else was noted, and when."""

import re
from datetime import timedelta

import pytest
from any_answers import any_answers
from hypothesis import given, settings
from hypothesis import strategies as st
from walking import DAY, GUIDE

from newsoil.guide import Situation
from newsoil.guide.visible import Reader
from newsoil.progress.deciding import DecisionTable

SHARES = ["after-a-share", "conversation-card"]
"""Where it is noted how something was met."""

LOOKED_AT = [*SHARES, "build-or-not", "loop-or-path", "support-signs"]
"""The tables in which earlier notes, or what was seen so far, say what comes next."""

SHARING = {"small-shares", "my-roadmap", "i-statement", "conversation-card", "two-answers", "listening-round", "after-a-share"}
"""Exercises that are for telling someone something."""

MORE = re.compile(r"a next one|another talk|as light as|\bshare|tell (them|more|someone)|would still like", re.IGNORECASE)
"""Words of results that speak of telling more."""

the_same_each_time = settings(max_examples=60, derandomize=True, database=None)


def suggests_more(result):
    """Whether a result speaks of sharing more, to any reader, in its words or by where it leads."""
    for reader in (Reader(situation) for situation in (None, *Situation)):
        steps = [step for step in result.next if not result.danger]
        if MORE.search(" ".join([reader.reads(result.title), reader.reads(result.says), *(reader.reads(step.says) for step in steps)])):
            return True
        if {step.exercise for step in steps} & SHARING:
            return True
    return False


def notes(exercises):
    """Earlier notes of some exercises: the exercise, the days that it is ago, the answers."""
    return st.lists(st.one_of(*[st.tuples(st.just(one), st.integers(1, 500), any_answers(one)) for one in exercises]), max_size=6)


def test_what_speaks_of_more_is_known_here():
    """Otherwise nothing would be looked for."""
    found = {(one, result.id) for one in LOOKED_AT for result in GUIDE.decision(one).results if suggests_more(result)}
    assert found == {
        *(("after-a-share", result) for result in ("same-step", "care")),
        *(("conversation-card", result) for result in ("in-part", "care")),
    }


@pytest.mark.parametrize("exercise", SHARES)
@the_same_each_time
@given(data=st.data())
def test_used_against_me_is_never_followed_by_a_suggestion_to_share_more(note, exercise, data):
    against = (
        data.draw(st.sampled_from(SHARES)),
        data.draw(st.integers(1, 500)),
        data.draw(any_answers("after-a-share")) | {"met": "against"},
    )
    answers = {name: value for name, value in against[2].items() if against[0] == "after-a-share" or name == "met"}
    before = [*data.draw(notes(SHARES)), (*against[:2], answers)]
    entries = [note(name, DAY - timedelta(days=days), clock=f"08:{at:02}", **said) for at, (name, days, said) in enumerate(before)]
    now = note(exercise, DAY, **data.draw(any_answers(exercise)))
    decision = GUIDE.decision(exercise)
    decided = DecisionTable(GUIDE, decision).decide(now, lambda name: [one for one in (*entries, now) if one.exercise == name])
    assert decided is None or not suggests_more(decision.result(decided.result)), (before, now.answers)


@pytest.mark.parametrize("exercise", SHARES)
def test_where_nothing_was_used_against_anybody_care_reads_as_care(note, exercise):
    earlier = [note(one, DAY - timedelta(days=3), clock="08:00", met="not") for one in SHARES]
    now = note(exercise, DAY, met="care")
    table = DecisionTable(GUIDE, GUIDE.decision(exercise))
    assert table.decide(now, lambda name: [one for one in earlier if one.exercise == name]).result == "care"
    later = [note(one, DAY + timedelta(days=1), clock="08:00", met="against") for one in SHARES]
    assert table.decide(now, lambda name: [one for one in later if one.exercise == name]).result == "care", (
        "what comes later says nothing of now"
    )


@pytest.mark.parametrize(("exercise", "other"), [SHARES, SHARES[::-1]])
def test_what_was_used_against_somebody_elsewhere_is_named_by_its_day(note, exercise, other):
    earlier = note(other, DAY - timedelta(days=9), clock="08:00", met="against")
    decided = DecisionTable(GUIDE, GUIDE.decision(exercise)).decide(
        note(exercise, DAY, met="care"), lambda name: [earlier] if name == other else []
    )
    assert (decided.result, decided.because, decided.earlier) == ("not-the-first-time", ("met",), ((DAY - timedelta(days=9)).isoformat(),))
