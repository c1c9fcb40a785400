"""A setback, or an old pattern: safety first, then the old pattern, then a usual setback, and else not clear. All 32,768 answers."""

from itertools import product

import pytest
from walking import every, options, said, subsets

EXERCISE = "setback-sorter"
SAFETY = ["afraid", "threats", "hurt", "controlled", "watched"]
NORMAL = ["set-off", "old-anxiety", "talked", "reassured", "back-on-track", "committed"]
FLAGS = ["dismissed", "repeated", "refused", "old-pattern"]
MINE = ["i-dismissed", "i-repeated", "i-refused"]
VIEWS = ["normal", "red-flag", "not-clear", "unknown"]


def setback(answers, *, came_before=False):
    safety, normal, flags = (answers.get(prompt) or [] for prompt in ("safety", "normal", "flags"))
    if safety:
        return said("danger", ["safety"])
    if flags:
        return said("repeating" if came_before else "red-flag", ["flags"])
    if len(normal) >= 3 and "committed" in normal:
        return said("normal", ["normal"])
    return said("not-clear", ["normal"]) if normal else None


def counts_as_old_pattern(answers):
    """An earlier note shows the old pattern: as the person sees it, and where they say nothing, by what they noted."""
    return answers["see-it"] == "red-flag" if answers.get("see-it") else bool(answers.get("flags"))


def test_the_form_asks_what_is_walked_here():
    asked = {"safety": SAFETY, "normal": NORMAL, "flags": FLAGS, "mine": MINE, "see-it": VIEWS}
    assert {prompt: options(EXERCISE, prompt) for prompt in asked} == asked


def test_every_setback(walk):
    everything = every({"safety": subsets(SAFETY), "normal": subsets(NORMAL), "flags": subsets(FLAGS)})
    assert walk(EXERCISE, everything, setback) == (32 * 64 * 16, [])


def test_every_setback_after_an_old_pattern(walk, ago):
    """Safety with none or one of its items: several at once were walked above."""
    earlier = [ago(EXERCISE, 9, {"flags": ["refused"]})]
    everything = every({"safety": [[], *([one] for one in SAFETY)], "normal": subsets(NORMAL), "flags": subsets(FLAGS)})
    assert walk(EXERCISE, everything, lambda answers: setback(answers, came_before=True), earlier) == (6 * 64 * 16, [])


def test_what_i_did_myself_and_how_i_see_it_change_no_result(walk):
    """With none, one or all of each list."""
    few = {"safety": [None, ["hurt"]], "normal": [None, ["talked"], NORMAL], "flags": [None, ["dismissed"], FLAGS]}
    everything = every(few | {"mine": subsets(MINE), "see-it": [None, *VIEWS], "what": [None, "a headline"]})
    assert walk(EXERCISE, everything, setback) == (2 * 3 * 3 * 8 * 5 * 2, [])


@pytest.mark.parametrize("days", [0, 1, 27, 28, 29, 30, 400])
def test_an_earlier_setback_counts_for_28_days_as_the_person_saw_it(walk, ago, days):
    """Each earlier note with each own view, before each old pattern of now."""
    for flags, normal, view in product(subsets(FLAGS), [None, NORMAL], [None, *VIEWS]):
        before = {"flags": flags, "normal": normal, "see-it": view}
        came_before = days <= 28 and counts_as_old_pattern(before)
        now = every({"flags": subsets(FLAGS)})
        earlier = [ago(EXERCISE, days, before)]
        assert walk(EXERCISE, now, lambda answers, came=came_before: setback(answers, came_before=came), earlier) == (16, []), before


def test_one_of_several_earlier_setbacks_is_enough(walk, ago):
    """All pairs of earlier notes: near or far, calm or not, seen so or otherwise."""
    kinds = [{"flags": ["refused"]}, {"normal": NORMAL}, {"flags": FLAGS, "see-it": "normal"}, {"normal": ["talked"], "see-it": "red-flag"}]
    for (first, one), (second, other) in product(product([5, 28, 29], kinds), repeat=2):
        came = any(days <= 28 and counts_as_old_pattern(note) for days, note in ((first, one), (second, other)))
        earlier = [ago(EXERCISE, first, one), ago(EXERCISE, second, other)]
        now = [{"flags": ["dismissed"]}]
        assert walk(EXERCISE, now, lambda answers, came=came: setback(answers, came_before=came), earlier) == (1, []), (one, other)


def test_danger_before_is_no_old_pattern_where_none_was_noted(says, ago):
    for safety in subsets(SAFETY):
        assert says(EXERCISE, {"flags": ["refused"]}, [ago(EXERCISE, 2, {"safety": safety, "what": "x"})]) == said("red-flag", ["flags"])


@pytest.mark.parametrize("gone", [{"deleted_at": "2026-11-22T10:00:00+01:00"}, {"status": "not-today"}, {"exercise": "hard-talk"}])
def test_what_is_deleted_or_put_off_or_of_another_exercise_does_not_repeat(says, note, gone):
    earlier = [note(EXERCISE, "2026-11-20", entry=gone, flags=["refused"])]
    assert says(EXERCISE, {"flags": ["refused"]}, earlier) == said("red-flag", ["flags"])


def test_an_old_pattern_that_was_noted_together_with_danger_counts_later(walk, ago):
    """By the design, any of the four in the last 28 days makes it repeating."""
    earlier = [ago(EXERCISE, 3, {"safety": ["hurt"], "flags": ["repeated"]})]
    assert walk(EXERCISE, every({"flags": subsets(FLAGS)}), lambda now: setback(now, came_before=True), earlier) == (16, [])


def test_every_result_is_reached(unreached, ago):
    examples = {
        "danger": ({"safety": ["watched"], "normal": NORMAL}, ()),
        "repeating": ({"flags": ["refused"]}, [ago(EXERCISE, 28, {"flags": ["dismissed"]})]),
        "red-flag": ({"flags": ["refused"], "normal": NORMAL}, ()),
        "normal": ({"normal": ["talked", "reassured", "committed"]}, ()),
        "not-clear": ({"normal": ["set-off", "old-anxiety", "talked", "reassured", "back-on-track"]}, ()),
    }
    assert unreached(EXERCISE, examples) == set()


def test_unanswered_gives_no_result(says):
    assert says(EXERCISE, {}) is None
    assert says(EXERCISE, {"safety": [], "normal": [], "flags": [], "mine": MINE, "what": "x", "see-it": "normal"}) is None
