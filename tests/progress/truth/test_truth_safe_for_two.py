"""Safe for two: any fear but never is danger; one thing that is hardly there is said; and else what was noted. All 46,656 answers."""

from walking import alike, every, given, prompt_of, said

EXERCISE = "safe-for-two"
LINES = ["say-no", "be-sad", "disagree", "taken-seriously", "own-life"]
FIVE = [None, *range(1, 6)]


def safe_for_two(answers):
    """The design's fear counts from 0 and is danger from 1 on; the form's five words count from 1. “A little” or less is hardly there."""
    if (answers.get("afraid") or 1) - 1 >= 1:
        return said("danger", ["afraid"])
    hardly = [line for line in LINES if answers.get(line) in (1, 2)]
    if hardly:
        return said("hardly-there", hardly)
    noted = given(answers, [*LINES, "afraid"])
    return said("there-today", noted) if noted else None


def test_the_form_asks_what_is_walked_here():
    assert {prompt_of(EXERCISE, line).labels[:2] for line in LINES} == {("Not at all", "A little")}
    assert prompt_of(EXERCISE, "afraid").labels[:2] == ("Never", "Rarely")


def test_every_answer_about_being_safe(walk):
    assert walk(EXERCISE, every(alike([*LINES, "afraid"], FIVE)), safe_for_two) == (6**6, [])


def test_earlier_days_count_for_nothing(walk, ago):
    earlier = [ago(EXERCISE, days, {"afraid": 5, "say-no": 1}) for days in (0, 1, 28)]
    assert walk(EXERCISE, every({"say-no": FIVE, "own-life": FIVE, "afraid": FIVE}), safe_for_two, earlier) == (216, [])


def test_every_result_is_reached(unreached):
    examples = {
        "danger": (dict.fromkeys(LINES, 5) | {"afraid": 2}, ()),
        "hardly-there": (dict.fromkeys(LINES, 5) | {"afraid": 1, "own-life": 2}, ()),
        "there-today": (dict.fromkeys(LINES, 3) | {"afraid": 1}, ()),
    }
    assert unreached(EXERCISE, examples) == set()


def test_unanswered_gives_no_result(says):
    assert says(EXERCISE, {"would-tell": "x"}) is None
