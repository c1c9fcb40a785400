"""Seven signs: one nearly always, or two on most days, is a clear reason for an outside view. All 78,125 answers."""

from walking import GUIDE, alike, every, given, options, said

EXERCISE = "support-signs"
SIGNS = ["no-movement", "replaying", "cannot-shift", "circles", "dread", "guard-up", "talk-worse"]
FOUR = ["never", "some", "most", "nearly"]
VIEWS = ["clear-reason", "not-clear", "unknown"]


def support_signs(answers):
    nearly = [sign for sign in SIGNS if answers.get(sign) == "nearly"]
    most = [sign for sign in SIGNS if answers.get(sign) == "most"]
    if nearly:
        return said("clear-reason", nearly)
    if len(most) >= 2:
        return said("clear-reason", most)
    return said("not-clear", given(answers, SIGNS)) if given(answers, SIGNS) else None


def test_the_form_asks_what_is_walked_here():
    assert {prompt.id: options(EXERCISE, prompt.id) for prompt in GUIDE.exercise(EXERCISE).prompts[:7]} == dict.fromkeys(SIGNS, FOUR)
    assert options(EXERCISE, "see-it") == VIEWS
    assert options(EXERCISE, "which") == ["individual", "couple", "not-sure"]


def test_every_answer_to_the_seven_signs(walk):
    assert walk(EXERCISE, every(alike(SIGNS, [None, *FOUR])), support_signs) == (5**7, [])


def test_how_it_is_seen_and_for_whom_help_would_be_changes_no_result(walk):
    some = {"dread": [None, *FOUR], "circles": [None, *FOUR], "see-it": [None, *VIEWS]}
    more = {"which": [None, "individual", "couple", "not-sure"], "since-when": [None, "2026-03"], "what-helped": [None, "sleep"]}
    assert walk(EXERCISE, every(some | more), support_signs) == (5 * 5 * 4 * 4 * 2 * 2, [])


def test_earlier_months_count_for_nothing(walk, ago):
    earlier = [ago(EXERCISE, days, dict.fromkeys(SIGNS, "nearly")) for days in (1, 28, 60)]
    assert walk(EXERCISE, every({"dread": [None, *FOUR], "circles": [None, *FOUR]}), support_signs, earlier) == (25, [])


def test_every_result_is_reached(unreached):
    examples = {"clear-reason": ({"dread": "most", "circles": "most"}, ()), "not-clear": ({"dread": "most", "circles": "some"}, ())}
    assert unreached(EXERCISE, examples) == set()


def test_unanswered_gives_no_result(says):
    assert says(EXERCISE, {"see-it": "clear-reason", "which": "couple", "since-when": "2026", "what-helped": "sleep"}) is None
