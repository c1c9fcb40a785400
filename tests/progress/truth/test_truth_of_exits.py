"""Every form about an alarm or a setback has three exits, by the design: an echo of the past, something now, and not known yet.

Each leads somewhere, with every answer that belongs to it, and after a yes at the gate too. None of them is a verdict.
"""

from itertools import product

import pytest
from walking import GUIDE, options, subsets

from newsoil.guide import Situation
from newsoil.guide.visible import Reader

NORMAL = ["set-off", "old-anxiety", "talked", "reassured", "back-on-track", "committed"]
FLAGS = ["dismissed", "repeated", "refused", "old-pattern"]

ALARMS = {kind: [{"kind": kind, "before": strength} for strength in (None, *range(11))] for kind in ("echo", "now", "unknown")}
"""Answers to the alarm, by the exit that they belong to."""

SETBACKS = {
    "echo": [{"normal": normal} for normal in subsets(NORMAL) if len(normal) >= 3 and "committed" in normal],
    "now": [{"normal": normal, "flags": flags} for normal, flags in product(([], NORMAL), subsets(FLAGS)[1:])],
    "unknown": [{"normal": normal} for normal in subsets(NORMAL)[1:] if len(normal) < 3 or "committed" not in normal],
}
"""The same for the setback: a usual one may be an echo of something older, and an old pattern is about now."""

FORMS = {"trigger": ALARMS, "setback-sorter": SETBACKS}

LEADS_TO = {
    "trigger": {
        "echo": {"kinder-words", "what-am-i-afraid-of"},
        "now": {"setback-sorter", "conversation-card"},
        "unknown": {"setback-sorter", "conversation-card"},
    },
    "setback-sorter": {
        "echo": {"kinder-words", "what-am-i-afraid-of"},
        "now": {"support-signs", "journal"},
        "unknown": {"conversation-card", "journal"},
    },
}
"""Where each exit leads at least. A talk is only for people who are safe with one another."""

FOR_TWO = {"conversation-card"}
READERS = [Reader(situation, afraid=afraid) for situation in (None, *Situation) for afraid in (False, True)]
EXITS = [(form, way) for form in FORMS for way in ("echo", "now", "unknown")]


def steps_of(form, result, reader):
    """The exercises that a result leads this reader to."""
    return {step.exercise for step in GUIDE.decision(form).result(result).next if step.exercise and reader.meets(step)}


def earlier_of(form, ago, way):
    """No note before this one, and enough of them that it is one of several."""
    yield ()
    yield [ago(form, days, answers) for days, answers in zip((1, 2, 3), (FORMS[form][way] * 3)[-3:], strict=True)]


def test_the_forms_ask_what_is_walked_here():
    assert options("trigger", "kind") == ["echo", "now", "unknown"]
    assert (options("setback-sorter", "normal"), options("setback-sorter", "flags")) == (NORMAL, FLAGS)


@pytest.mark.parametrize(("form", "way"), EXITS)
def test_every_exit_is_reached_by_all_answers_that_belong_to_it(says, ago, form, way):
    """However strong it was, whatever else is noted, and whether it is the first one or one of several."""
    for earlier in earlier_of(form, ago, way):
        for answers, reader in product(FORMS[form][way], READERS):
            result, _ = says(form, answers, earlier)
            wanted = LEADS_TO[form][way] - (FOR_TWO if reader.afraid else set())
            if result != "often-strong":  # it leads to all three, below
                assert wanted <= steps_of(form, result, reader), (answers, result, reader)


@pytest.mark.parametrize("reader", READERS)
def test_several_strong_alarms_lead_to_an_outside_view_and_to_each_of_the_three(reader):
    """They may be of more than one kind, so that none of the three is left out."""
    wanted = {"support-signs", "setback-sorter", "what-am-i-afraid-of", *(() if reader.afraid else FOR_TWO)}
    assert steps_of("trigger", "often-strong", reader) == wanted


def test_the_three_exits_of_an_alarm_are_three_results_that_say_something():
    for way in ALARMS:
        result = GUIDE.decision("trigger").result(way)
        assert result.title
        assert not result.danger
        assert "only an echo" not in str(result.says)


def test_a_talk_is_never_offered_after_a_yes():
    for form, reader in product(FORMS, READERS):
        for result in GUIDE.decision(form).results:
            offered = {step.exercise for step in result.next if reader.meets(step)}
            assert not (reader.afraid and offered & FOR_TWO), (form, result.id)
