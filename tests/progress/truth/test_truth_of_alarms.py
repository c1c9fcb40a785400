"""Alarms by what they were about and how strong they were, and strong feelings: steadying first.

The design names eight of ten, three in 14 days with the offer of an outside view, and three exits: an echo, now, not known yet. Three
strong alarms come first, then what it was about, then how strong it was. All that is asked besides changes nothing, and below the line
nothing is said.
"""

from itertools import cycle, product

import pytest
from walking import GUIDE, every, options, prompt_of, said

EXERCISE = "trigger"
STRENGTHS = [None, *range(11)]
KINDS = ["echo", "now", "unknown"]
LONG = ["few", "half-hour", "hours", "a-day", "still-there"]
FEELINGS = ["hardly", "a-little", "in-between", "strong", "very-strong"]


def alarm(answers, *, strong_before=0):
    """`strong_before`: strong alarms of the two weeks before this one."""
    before, kind = answers.get("before"), answers.get("kind")
    strong = before is not None and before >= 8
    if strong and strong_before + 1 >= 3:
        return said("often-strong", ["before"])
    if kind:
        return said(kind, ["kind"])
    if strong:
        return said("strong", ["before"])
    return said("noted", ["before"]) if before is not None else None


def feeling(answers):
    strengths = [row.get("strength") for row in answers["how-strong"] or []]
    if "very-strong" in strengths:
        return said("very-strong", ["how-strong"])
    return said("noted", ["how-strong"]) if strengths else None


def each():
    """Every strength with everything that it can have been about."""
    return every({"before": STRENGTHS, "kind": [None, *KINDS]})


def test_the_forms_ask_what_is_walked_here():
    assert (options(EXERCISE, "kind"), options(EXERCISE, "minutes")) == (KINDS, LONG)
    strength = next(column for column in prompt_of("which-rule-changed", "how-strong").columns if column.id == "strength")
    assert [option.id for option in strength.options] == FEELINGS


def test_every_alarm(walk):
    everything = every(
        {"before": STRENGTHS, "after": [None, 0, 8, 10], "kind": [None, *KINDS], "minutes": [None, *LONG], "story": [None, "x"]}
    )
    assert walk(EXERCISE, everything, alarm) == (12 * 4 * 4 * 6 * 2, [])


@pytest.mark.parametrize("days", [0, 1, 13, 14, 15, 400])
def test_strong_alarms_count_for_14_days(walk, ago, days):
    """Two of the same day of so many days ago, or one of them and one of yesterday."""
    near = days <= 14
    for other in (days, 1):
        earlier = [ago(EXERCISE, days, {"before": 8}), ago(EXERCISE, other, {"before": 10, "event": "x"})]
        count = near + (other <= 14)
        assert walk(EXERCISE, each(), lambda now, n=count: alarm(now, strong_before=n), earlier) == (12 * 4, []), other


def test_only_strong_ones_count_and_whatever_they_were_about(walk, ago):
    kinds_in_turn = cycle(product([None, *KINDS], repeat=3))
    for numbers, kinds in zip(product([None, 7, 8, 10], repeat=3), kinds_in_turn, strict=False):
        earlier = [
            ago(EXERCISE, at + 1, {"before": number, "kind": kind, "after": 1, "event": "x"})
            for at, (number, kind) in enumerate(zip(numbers, kinds, strict=True))
        ]
        count = sum(number is not None and number >= 8 for number in numbers)
        assert walk(EXERCISE, each(), lambda now, n=count: alarm(now, strong_before=n), earlier) == (12 * 4, []), numbers


@pytest.mark.parametrize("gone", [{"deleted_at": "2026-11-22T10:00:00+01:00"}, {"status": "not-today"}, {"exercise": "urge"}])
def test_what_is_deleted_or_put_off_or_of_another_exercise_does_not_count(says, note, gone):
    earlier = [note(EXERCISE, f"2026-11-2{day}", entry=gone, before=9) for day in (0, 1)]
    assert says(EXERCISE, {"before": 9}, earlier) == said("strong", ["before"])


def test_every_set_of_strengths(walk):
    pairs = product([None, *FEELINGS], repeat=2)
    rows = [[{"id": str(at), "feeling": "x"} | ({"strength": one} if one else {}) for at, one in enumerate(two)] for two in pairs]
    everything = every({"how-strong": [None, *rows], "feelings": [None, ["hurt"]], "safe-now": [None, 1, 5]})
    assert walk("which-rule-changed", everything, feeling) == (37 * 2 * 3, [])


def test_below_the_line_nothing_is_drawn():
    for exercise in (EXERCISE, "which-rule-changed"):
        assert [result.id for result in GUIDE.decision(exercise).results if not result.title] == ["noted"]


def test_every_result_is_reached(unreached, ago):
    twice = [ago(EXERCISE, days, {"before": 8}) for days in (14, 1)]
    alarms = {"often-strong": ({"before": 8, "kind": "now"}, twice), "strong": ({"before": 10}, twice[:1]), "noted": ({"before": 7}, twice)}
    alarms |= {kind: ({"before": 9, "kind": kind}, twice[:1]) for kind in KINDS}
    assert unreached(EXERCISE, alarms) == set()
    rows = {"very-strong": "very-strong", "noted": "strong"}
    assert (
        unreached("which-rule-changed", {name: ({"how-strong": [{"id": "1", "strength": one}]}, ()) for name, one in rows.items()}) == set()
    )


def test_unanswered_gives_no_result(says):
    assert says(EXERCISE, {"after": 10, "said": "told-friend", "event": "x", "minutes": "a-day"}) is None
    assert says("which-rule-changed", {"how-strong": [], "rule": "x", "feelings": ["hurt"], "safe-now": 1}) is None
