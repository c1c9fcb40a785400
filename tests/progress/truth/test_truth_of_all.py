"""What holds for every table, whatever is answered: danger before all else, nothing from nothing, and only answers that were given."""

from datetime import timedelta

import pytest
from any_answers import any_answers
from hypothesis import given, settings
from hypothesis import strategies as st
from walking import DAY, GUIDE

from newsoil.progress.deciding import DecisionTable

DANGER = {
    "setback-sorter": [{"safety": [item]} for item in ("afraid", "threats", "hurt", "controlled", "watched")],
    "words-and-actions": [{"talked-about-it": "not-safe"}],
    "after-a-share": [{"met": "against"}],
    "conversation-card": [{"met": "against"}, {"felt-safe": "partly"}, {"felt-safe": "no"}],
    "safe-for-two": [{"afraid": often} for often in (2, 3, 4, 5)],
    "hard-talk": [{"afraid": often} for often in (2, 3, 4, 5)],
    "what-i-did-not-say": [{"reason": "afraid"}],
    "whose-work": [{"willing-talked": "not-safe"}],
}
"""The answers after which the page shows where help is, and suggests nothing: fear, harm, threats, control, words turned on someone."""
CALM = ["loop-or-path", "support-signs", "build-or-not", "trigger", "which-rule-changed"]
"""Tables without such a result: none of their prompts is about another person's threat or force."""

the_same_each_time = settings(max_examples=40, derandomize=True, database=None)


@pytest.fixture(scope="session")
def decided(note):
    """What a table decides of answers, and of earlier ones by the days that they are ago."""

    def of(exercise, answers, before=()):
        earlier = [note(exercise, DAY - timedelta(days=days), clock="08:00", **one) for days, one in before]
        entry = note(exercise, DAY, **answers)
        notes = [*earlier, entry]
        of = lambda name: [one for one in notes if one.exercise == name]  # noqa: E731 - as a journal gives them
        return DecisionTable(GUIDE, GUIDE.decision(exercise)).decide(entry, of), earlier

    return of


def earlier_notes(exercise):
    return st.lists(st.tuples(st.integers(0, 60), any_answers(exercise)), max_size=5, unique_by=lambda one: one[0])


def is_danger(exercise, decided):
    return decided is not None and GUIDE.decision(exercise).result(decided.result).danger


def test_every_table_of_the_guide_is_walked():
    assert sorted(decision.exercise for decision in GUIDE.decisions) == sorted([*DANGER, *CALM])
    assert {decision.exercise for decision in GUIDE.decisions if any(result.danger for result in decision.results)} == set(DANGER)


@pytest.mark.parametrize("exercise", DANGER)
@the_same_each_time
@given(data=st.data())
def test_danger_comes_before_all_else_and_from_nothing_else(decided, exercise, data):
    answers, before = data.draw(any_answers(exercise)), data.draw(earlier_notes(exercise))
    item = data.draw(st.sampled_from(DANGER[exercise]))
    dangerous = {name for one in DANGER[exercise] for name in one}
    others = {name: value for name, value in answers.items() if name not in dangerous}
    assert is_danger(exercise, decided(exercise, answers | item, before)[0])
    found, _ = decided(exercise, others | item, before)
    assert found.because == tuple(item)
    found, _ = decided(exercise, others, before)
    assert not is_danger(exercise, found)


@pytest.mark.parametrize("exercise", [*DANGER, *CALM])
@the_same_each_time
@given(data=st.data())
def test_a_result_names_its_rule_and_only_answers_that_were_given(decided, exercise, data):
    answers, before = data.draw(any_answers(exercise)), data.draw(earlier_notes(exercise))
    decision = GUIDE.decision(exercise)
    found, earlier = decided(exercise, answers, before)
    known = {prompt for prompt, value in answers.items() if value not in (None, "", [])}
    if found is None:
        assert not known & set(decision.looks_at)
        return
    rule = decision.rules[found.rule]
    belong = {prompt for condition in rule.all for prompt in condition.prompts} if rule.all else set(decision.looks_at)
    assert found.result == rule.result
    assert set(found.because) <= known & belong
    assert found.because
    assert set(found.earlier) <= {entry.made_at[:10] for entry in earlier}
    assert bool(found.earlier) <= any(condition.earlier for condition in rule.all)


@pytest.mark.parametrize("exercise", [*DANGER, *CALM])
@the_same_each_time
@given(data=st.data())
def test_what_no_rule_looks_at_changes_nothing(decided, exercise, data):
    """Among it how the person sees it themselves: that is kept beside the result, and never bends it."""
    answers = data.draw(any_answers(exercise))
    looked_at = {name: value for name, value in answers.items() if name in GUIDE.decision(exercise).looks_at}
    assert decided(exercise, answers)[0] == decided(exercise, looked_at)[0]


@pytest.mark.parametrize("exercise", [*DANGER, *CALM])
def test_whatever_the_person_can_say_is_a_result_or_a_view_of_their_own(exercise):
    """None of them is danger: nobody has to take fear back, and nobody is asked to call it so."""
    decision = GUIDE.decision(exercise)
    own = [prompt for prompt in GUIDE.exercise(exercise).prompts if prompt.id == decision.own]
    views = [option.id for prompt in own for option in prompt.options]
    assert {view for view in views if decision.result(view) is None} <= {"unknown", "clear"}
    assert not any(is_result.danger for is_result in map(decision.result, views) if is_result)
