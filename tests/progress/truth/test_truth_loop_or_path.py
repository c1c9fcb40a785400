"""Loop or path: more of the five answers, being able to stop before all else, and three of the last five times. All 768 answers."""

from itertools import product

import pytest
from walking import every, given, options, said

EXERCISE = "loop-or-path"
FIVE = {
    "new": ["path", "loop", "neither"],
    "feeling": ["path", "neither", "loop"],
    "question": ["loop", "path", "neither"],
    "next-step": ["path", "loop"],
    "can-stop": ["path", "neither", "loop"],
}
VIEWS = ["path", "loop", "no-stop", "mixed", "unknown"]
ALL = {prompt: [None, *sides] for prompt, sides in FIVE.items()}


def loop_or_path(answers, *, could_not=0):
    """`could_not`: of the last four times, how often the thoughts could not be stopped."""
    if not given(answers, FIVE):
        return None
    if answers.get("can-stop") == "loop":
        return said("no-stop-often" if could_not + 1 >= 3 else "no-stop", ["can-stop"])
    for side in ("loop", "path"):
        spoke = [prompt for prompt in FIVE if answers.get(prompt) == side]
        if len(spoke) >= 3:
            return said(side, spoke)
    return said("mixed", given(answers, FIVE))


def test_the_form_asks_what_is_walked_here():
    assert {prompt: options(EXERCISE, prompt) for prompt in FIVE} == FIVE
    assert options(EXERCISE, "see-it") == VIEWS


def test_every_loop_and_path_seen_in_every_way(walk):
    everything = every(ALL | {"see-it": [None, *VIEWS], "topic": [None, "a headline"]})
    assert walk(EXERCISE, everything, loop_or_path) == (4 * 4 * 4 * 3 * 4 * 6 * 2, [])


BEFORE = [
    ({"can-stop": "loop"}, True),
    ({"can-stop": "path"}, False),
    ({"topic": "nothing more"}, False),
    ({"can-stop": "path", "see-it": "no-stop"}, True),
    ({"can-stop": "loop", "see-it": "mixed"}, False),
]
"""An earlier time, and whether it counts as one that could not be stopped."""


def test_three_of_the_last_five_times_in_every_order(walk, ago):
    """Five earlier times, so the oldest is out; this one is the fifth of the last five."""
    for five in product(BEFORE, repeat=5):
        earlier = [ago(EXERCISE, 50 - 10 * at, answers) for at, (answers, _) in enumerate(five)]
        could_not = sum(counts for _, counts in five[1:])
        now = [{"can-stop": "loop"}]
        assert walk(EXERCISE, now, lambda answers, n=could_not: loop_or_path(answers, could_not=n), earlier) == (1, []), five


@pytest.mark.parametrize("could_not", range(5))
def test_every_loop_and_path_after_some_that_could_not_be_stopped(walk, ago, could_not):
    """However many days ago they were. Fewer than three of five, or this time too: the other case stands below."""
    earlier = [ago(EXERCISE, 1 + 300 * at, {"can-stop": "loop" if at < could_not else "path"}) for at in range(4)]
    this_time = ALL if could_not < 3 else ALL | {"can-stop": ["loop"]}
    walked = 768 if could_not < 3 else 192
    assert walk(EXERCISE, every(this_time), lambda answers: loop_or_path(answers, could_not=could_not), earlier) == (walked, [])


def test_an_outside_view_is_named_only_when_this_time_could_not_be_stopped_either(says, ago):
    """Whoever could stop this time is told of that, and not of the three times before."""
    earlier = [ago(EXERCISE, days, {"can-stop": "loop"}) for days in (3, 2, 1)]
    assert says(EXERCISE, {"can-stop": "path"}, earlier)[0] == "mixed"


def test_a_view_that_agrees_does_not_take_an_earlier_time_away(says, ago):
    earlier = [ago(EXERCISE, days, {"can-stop": "loop", "see-it": "loop"}) for days in (2, 1)]
    assert says(EXERCISE, {"can-stop": "loop"}, earlier)[0] == "no-stop-often"


@pytest.mark.parametrize("view", ["path", "loop", "mixed", "unknown"])
def test_how_this_time_is_seen_does_not_change_what_its_answers_come_to(says, ago, view):
    earlier = [ago(EXERCISE, days, {"can-stop": "loop"}) for days in (2, 1)]
    assert says(EXERCISE, {"can-stop": "loop", "see-it": view}, earlier)[0] == "no-stop-often"


def test_every_result_is_reached(unreached, ago):
    examples = {
        "path": ({"new": "path", "feeling": "path", "can-stop": "path"}, ()),
        "loop": ({"new": "loop", "question": "loop", "next-step": "loop", "can-stop": "path"}, ()),
        "no-stop": ({"new": "path", "feeling": "path", "next-step": "path", "can-stop": "loop"}, ()),
        "no-stop-often": ({"can-stop": "loop"}, [ago(EXERCISE, days, {"can-stop": "loop"}) for days in (400, 1)]),
        "mixed": ({"new": "path", "feeling": "path", "question": "loop", "next-step": "loop", "can-stop": "neither"}, ()),
    }
    assert unreached(EXERCISE, examples) == set()


def test_unanswered_gives_no_result(says):
    assert says(EXERCISE, {"topic": "x", "see-it": "no-stop"}) is None
