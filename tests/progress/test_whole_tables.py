"""Each decision table of the guide, walked whole: every combination of answers, against rules written by hand in plain Python.

The rules come from the guide (a setback, a loop, a clear reason for an outside view) and from what we added: safety first, the numbers.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import chain, combinations, product

import pytest

from newsoil._paths import shipped_guide
from newsoil.guide import read_guide
from newsoil.journal import Entry
from newsoil.progress.deciding import DecisionTable

GUIDE = read_guide(shipped_guide())
DAY = date(2026, 11, 23)


def table(exercise):
    return DecisionTable(GUIDE, GUIDE.decision(exercise))


def entry(exercise, day=DAY, clock="20:00", **answers):
    known = {name.replace("_", "-"): value for name, value in answers.items() if value not in (None, [], "")}
    at = f"{day}T{clock}:00+01:00"
    return Entry(id=f"{day}{clock}", exercise=exercise, exercise_version=1, made_at=at, changed_at=at, status="done", answers=known)


def result(exercise, earlier=(), **answers):
    decided = table(exercise).decide(entry(exercise, **answers), earlier)
    return decided.result if decided else None


def subsets(things: Iterable[str]):
    things = list(things)
    return [list(one) for one in chain.from_iterable(combinations(things, size) for size in range(len(things) + 1))]


def options(exercise, prompt):
    return [one.id for one in next(one for one in GUIDE.exercise(exercise).prompts if one.id == prompt).options]


# ---- a setback, or an old pattern ----------------------------------------------------------------------------------

SAFETY = ["afraid", "threats", "hurt", "controlled", "watched"]
NORMAL = ["set-off", "old-anxiety", "talked", "reassured", "back-on-track", "committed"]
FLAGS = ["dismissed", "repeated", "refused", "old-pattern"]


def setback(safety, normal, flags, came_before):
    if safety:
        return "danger"
    if flags:
        return "repeating" if came_before else "red-flag"
    if "committed" in normal and len(normal) >= 3:
        return "normal"
    return "not-clear" if normal else None


def test_the_lists_of_a_setback_are_those_of_the_guide():
    assert options("setback-sorter", "safety") == SAFETY
    assert options("setback-sorter", "normal") == NORMAL
    assert options("setback-sorter", "flags") == FLAGS


@pytest.mark.parametrize("came_before", [False, True])
def test_every_setback(came_before):
    earlier = [entry("setback-sorter", DAY - timedelta(days=9), flags=["refused"])] if came_before else []
    for safety, normal, flags in product(subsets(SAFETY), subsets(NORMAL), subsets(FLAGS)):
        assert result("setback-sorter", earlier, safety=safety, normal=normal, flags=flags) == setback(safety, normal, flags, came_before)


@pytest.mark.parametrize(("ago", "repeats"), [(1, True), (28, True), (29, False), (400, False)])
def test_a_setback_repeats_within_four_weeks(ago, repeats):
    earlier = [entry("setback-sorter", DAY - timedelta(days=ago), flags=["dismissed"])]
    assert result("setback-sorter", earlier, flags=["refused"]) == ("repeating" if repeats else "red-flag")


@pytest.mark.parametrize(
    ("view", "repeats"), [("normal", False), ("not-clear", False), ("unknown", False), ("red-flag", True), (None, True)]
)
def test_an_earlier_setback_counts_as_the_person_saw_it(view, repeats):
    earlier = [entry("setback-sorter", DAY - timedelta(days=2), flags=["dismissed"], see_it=view)]
    assert result("setback-sorter", earlier, flags=["refused"]) == ("repeating" if repeats else "red-flag")


def test_an_earlier_danger_is_no_pattern_of_its_own_but_danger_now_always_is_danger():
    earlier = [entry("setback-sorter", DAY - timedelta(days=2), safety=["hurt"])]
    assert result("setback-sorter", earlier, flags=["refused"]) == "red-flag"
    assert result("setback-sorter", earlier, safety=["watched"], normal=NORMAL) == "danger"


def test_what_i_did_myself_changes_nothing():
    for mine in subsets(options("setback-sorter", "mine")):
        assert result("setback-sorter", mine=mine) is None
        assert result("setback-sorter", mine=mine, flags=["refused"]) == "red-flag"


# ---- loop or path ---------------------------------------------------------------------------------------------------

SIDES = {
    "new": ["path", "loop", "neither", None],
    "feeling": ["path", "neither", "loop", None],
    "question": ["loop", "path", "neither", None],
    "next_step": ["path", "loop", None],
    "can_stop": ["path", "neither", "loop", None],
}


def loop_or_path(answers):
    if not any(answers.values()):
        return None
    if answers["can_stop"] == "loop":
        return "no-stop"
    if sum(answers[name] == "loop" for name in ("new", "feeling", "question", "next_step")) >= 3:
        return "loop"
    return "path" if sum(value == "path" for value in answers.values()) >= 3 else "mixed"


def test_every_loop_and_path():
    for values in product(*SIDES.values()):
        answers = dict(zip(SIDES, values, strict=True))
        assert result("loop-or-path", **answers) == loop_or_path(answers), answers


@pytest.mark.parametrize("stopped", list(product([True, False], repeat=4)))
def test_not_being_able_to_stop_three_times_of_the_last_five(stopped):
    earlier = [
        entry("loop-or-path", DAY - timedelta(days=30 - at), can_stop="path" if could else "loop") for at, could in enumerate(stopped)
    ]
    expected = "no-stop-often" if sum(not could for could in stopped) + 1 >= 3 else "no-stop"
    assert result("loop-or-path", earlier, can_stop="loop") == expected
    assert result("loop-or-path", earlier, can_stop="path", new="path", feeling="path") == "path"


def test_only_the_last_five_times_count():
    long_ago = [entry("loop-or-path", DAY - timedelta(days=100 - at), can_stop="loop") for at in range(4)]
    lately = [entry("loop-or-path", DAY - timedelta(days=10 - at), can_stop="path") for at in range(4)]
    assert result("loop-or-path", [*long_ago, *lately], can_stop="loop") == "no-stop"


# ---- signs for an outside view --------------------------------------------------------------------------------------

SIGNS = ["no_movement", "replaying", "cannot_shift", "circles", "dread", "guard_up", "talk_worse"]


def test_every_mix_of_the_seven_signs():
    """All 5⁷ answers, by how often each word is chosen: which of the seven signs it is must not matter, and one test below says so."""
    walk = table("support-signs")
    for nearly, most, some in product(range(8), repeat=3):
        if nearly + most + some > len(SIGNS):
            continue
        words = ["nearly"] * nearly + ["most"] * most + ["some"] * some
        for rest in ("never", None):
            answers = dict(zip(SIGNS, words + [rest] * (7 - len(words)), strict=True))
            decided = walk.decide(entry("support-signs", **answers))
            clear = nearly >= 1 or most >= 2
            expected = ("clear-reason" if clear else "not-clear") if any(answers.values()) else None
            assert (decided.result if decided else None) == expected, answers


@pytest.mark.parametrize("sign", SIGNS)
def test_each_of_the_seven_signs_counts_alike(sign):
    assert result("support-signs", **{sign: "nearly"}) == "clear-reason"
    assert result("support-signs", **{sign: "most"}) == "not-clear"
    for other in SIGNS:
        assert result("support-signs", **{sign: "most", other: "most"}) == ("not-clear" if other == sign else "clear-reason")


# ---- words and actions ----------------------------------------------------------------------------------------------

PARTS = ["responsibility", "transparency", "taking_part"]
FOUR = ["yes", "partly", "no", "not-known", None]


def words_and_actions(pairs, work, talked):
    if talked == "not-safe":
        return "safety"
    if any(words in ("yes", "partly") and actions == "no" for words, actions in pairs):
        return "words-without-actions"
    if any(words == "no" and actions == "no" for words, actions in pairs):
        return "neither"
    if work == "me":
        return "one-alone"
    if all(actions == "yes" for _, actions in pairs):
        return "actions"
    return "some" if work or talked or any(chain.from_iterable(pairs)) else None


def test_all_words_and_actions():
    walk = table("words-and-actions")
    for values in product(list(product(FOUR, repeat=2)), repeat=3):
        for work, talked in (("me", None), (None, None), ("both", "not-safe")):
            answers = {
                f"{part}_{side}": value
                for part, pair in zip(PARTS, values, strict=True)
                for side, value in zip(("words", "actions"), pair, strict=True)
            }
            decided = walk.decide(entry("words-and-actions", who_does_the_work=work, talked_about_it=talked, **answers))
            assert (decided.result if decided else None) == words_and_actions(values, work, talked), (answers, work, talked)


# ---- whose work -----------------------------------------------------------------------------------------------------

THEIRS = ["their-word", "their-honesty", "their-responsibility", "their-actions", "their-change", "their-guilt"]


def test_every_way_to_carry_what_is_theirs():
    for chosen in subsets(THEIRS):
        mine = [{"id": card, "group": "mine"} for card in chosen]
        others = [{"id": card, "group": "theirs"} for card in THEIRS if card not in chosen]
        own = [{"id": "1", "group": "mine", "text": "my own card"}, {"id": "my-pain", "group": "mine"}]
        assert result("whose-work", tasks=[*mine, *others, *own]) == ("carrying-theirs" if len(chosen) >= 3 else "as-sorted")
    assert result("whose-work") is None


# ---- build or not ---------------------------------------------------------------------------------------------------


def test_every_board():
    for kinds in subsets(["need-to-see", "have-seen", "not-known", "not-acceptable"]):
        board = [{"id": str(at), "text": "x", "column": kind} for at, kind in enumerate(kinds)]
        expected = next((name for name in ("not-acceptable", "have-seen", "not-known") if name in kinds), "early" if kinds else None)
        assert result("build-or-not", board=board) == expected
        for answer in options("build-or-not", "present-answer"):
            assert result("build-or-not", board=board, present_answer=answer) == expected


# ---- how it was met, and how safe it is -----------------------------------------------------------------------------

MET = {"care": "care", "mixed": "same-step", "not": "pause", "against": "danger"}


@pytest.mark.parametrize("met", [*MET, None])
@pytest.mark.parametrize("before", [None, "care", "against"])
def test_every_way_a_share_is_met(met, before):
    earlier = [entry("after-a-share", DAY - timedelta(days=200), met=before)] if before else []
    expected = MET.get(met)
    if before == "against" and met in ("care", "mixed"):
        expected = "not-the-first-time"
    assert result("after-a-share", earlier, met=met) == expected


@pytest.mark.parametrize(
    ("met", "expected"), [("care", "care"), ("mixed", "in-part"), ("not", "pause"), ("against", "danger"), (None, None)]
)
def test_every_way_a_talk_is_met(met, expected):
    assert result("conversation-card", met=met) == expected


FIVE = [1, 2, 3, 4, 5, None]


def test_every_answer_about_being_safe():
    walk = table("safe-for-two")
    names = ["say_no", "be_sad", "disagree", "taken_seriously", "own_life"]
    for afraid, *rest in product(FIVE, [None, 1, 2, 3, 5], [None, 2, 4], [None, 1, 3], [None, 2, 5], [None, 1, 4]):
        answers = dict(zip(names, rest, strict=True))
        expected = None
        if afraid in (2, 3, 4, 5):
            expected = "danger"
        elif any(value in (1, 2) for value in rest):
            expected = "hardly-there"
        elif afraid or any(rest):
            expected = "there-today"
        decided = walk.decide(entry("safe-for-two", afraid=afraid, **answers))
        assert (decided.result if decided else None) == expected, (afraid, answers)


def hard_talk(start, peak, end, afraid):
    def hot(number):
        return number is not None and number >= 5

    def cool(number):
        return number is not None and number <= 4

    found = None
    if afraid in (2, 3, 4, 5):
        found = "danger"
    elif hot(start) and cool(end):
        found = "eased"
    elif hot(peak) and cool(end):
        found = "cooled"
    elif cool(start) and cool(end):
        found = "stayed-calm"
    elif cool(start) and hot(end):
        found = "heated-up"
    elif hot(start) and hot(end):
        found = "still-heated"
    elif afraid or any(number is not None for number in (start, peak, end)):
        found = "noted"
    return found


def test_every_hard_talk():
    walk = table("hard-talk")
    heat = [None, 0, 3, 4, 5, 6, 10]
    for start, peak, end, afraid in product(heat, heat, heat, FIVE):
        decided = walk.decide(entry("hard-talk", start=start, peak=peak, end=end, afraid=afraid))
        assert (decided.result if decided else None) == hard_talk(start, peak, end, afraid), (start, peak, end, afraid)


@pytest.mark.parametrize("reason", ["not-ready", "afraid", "forgot", "private", None])
def test_every_reason_for_not_saying_something(reason):
    expected = {"afraid": "danger", "private": "private", None: None}.get(reason, "it-can-wait")
    assert result("what-i-did-not-say", reason=reason) == expected


# ---- all of them ----------------------------------------------------------------------------------------------------


def test_every_table_is_walked_here():
    walked = {
        *("setback-sorter", "loop-or-path", "support-signs", "words-and-actions", "whose-work", "build-or-not"),
        *("after-a-share", "conversation-card", "safe-for-two", "hard-talk", "what-i-did-not-say"),
    }
    assert {decision.exercise for decision in GUIDE.decisions} == walked
