"""Words and actions: all 15,625 answers to the six parts, with who does the work and if it was talked about.

By the design who does the work matters only as “me”, and the talk only as “not safe”: all other answers to them are alike. So the whole
table is 5⁶ × 3 × 3, and `make ways` walks it. Every day each of the 15,625 is walked with one of the 25, which goes round by two checksums,
so that every pair of answers to any two prompts occurs, and any of the 25 with 625 others.
"""

from itertools import cycle, product

import pytest
from hypothesis import given as tried
from hypothesis import settings
from hypothesis import strategies as st
from walking import alike, every, given, options, said

EXERCISE = "words-and-actions"
PARTS = [(f"{part}-words", f"{part}-actions") for part in ("responsibility", "transparency", "taking-part")]
SIX = [prompt for part in PARTS for prompt in part]
FOUR = ["yes", "partly", "no", "not-known"]
WORK = ["me", "both", "them", "not-known"]
TALKED = ["yes", "a-little", "no", "not-safe"]
VIEWS = ["words-without-actions", "neither", "one-alone", "actions", "some", "unknown"]
EXAMPLES = [None, [{"id": "1", "what": "no side"}], [{"id": "1", "what": "x", "side": "words"}, {"id": "2", "side": "actions"}]]


def words_and_actions(answers):
    pairs = [(answers.get(words), answers.get(actions)) for words, actions in PARTS]
    examples = ["examples"] if any("side" in row for row in answers.get("examples") or []) else []
    shown = [*given(answers, SIX), *examples]
    if answers.get("talked-about-it") == "not-safe":
        return said("safety", ["talked-about-it"])
    if any(words in ("yes", "partly") and actions == "no" for words, actions in pairs):
        return said("words-without-actions", shown)
    if ("no", "no") in pairs:
        return said("neither", shown)
    if answers.get("who-does-the-work") == "me":
        return said("one-alone", ["who-does-the-work"])
    if all(actions == "yes" for _, actions in pairs):
        return said("actions", shown)
    any_of_it = given(answers, [*SIX, "examples", "who-does-the-work", "talked-about-it"])
    return said("some", any_of_it) if any_of_it else None


def test_the_form_asks_what_is_walked_here():
    assert {prompt: options(EXERCISE, prompt) for prompt in SIX} == dict.fromkeys(SIX, FOUR)
    assert (options(EXERCISE, "who-does-the-work"), options(EXERCISE, "talked-about-it"), options(EXERCISE, "see-it")) == (
        WORK,
        TALKED,
        VIEWS,
    )


def all_six():
    sides, work, talked = [None, *FOUR], [None, *WORK], [None, *TALKED]
    for at in product(range(5), repeat=6):
        six = {prompt: sides[one] for prompt, one in zip(SIX, at, strict=True)}
        first, second = sum(at), sum(place * one for place, one in enumerate(at, 1))
        yield six | {"who-does-the-work": work[first % 5], "talked-about-it": talked[second % 5]}


def test_every_answer_to_the_six_parts(walk):
    assert walk(EXERCISE, all_six(), words_and_actions) == (5**6, [])


def whole_table():
    """All that the six can be, with each of three: not answered, the answer that counts, another one. Which other one goes round."""
    others = cycle(product([one for one in WORK if one != "me"], [one for one in TALKED if one != "not-safe"]))
    for six, (work, talk) in zip(every(alike(SIX, [None, *FOUR])), others, strict=False):
        for both in product([None, "me", work], [None, "not-safe", talk]):
            yield six | dict(zip(("who-does-the-work", "talked-about-it"), both, strict=True))


@pytest.mark.thorough
def test_the_whole_truth_of_the_table(walk):
    assert walk(EXERCISE, whole_table(), words_and_actions) == (5**6 * 3 * 3, [])


def test_the_walk_of_every_day_has_every_pair_of_answers():
    prompts = [*SIX, "who-does-the-work", "talked-about-it"]
    pairs = {((one, row[one]), (other, row[other])) for row in all_six() for one, other in product(prompts, repeat=2) if one < other}
    assert len(pairs) == 28 * 25


def test_work_talk_and_examples_beside_each_single_part(walk):
    """Each part alone with all there is beside it, the other two alike."""
    beside = {"who-does-the-work": [None, *WORK], "talked-about-it": [None, *TALKED], "examples": EXAMPLES}
    for words, actions in PARTS:
        assert walk(EXERCISE, every({words: [None, "yes", "no"], actions: [None, "yes", "no"]} | beside), words_and_actions) == (675, [])


def test_work_talk_and_examples_beside_all_three_actions(walk):
    actions = {actions: ["yes", "partly"] for _, actions in PARTS}
    beside = {"who-does-the-work": [None, *WORK], "talked-about-it": [None, *TALKED], "examples": EXAMPLES}
    assert walk(EXERCISE, every(actions | beside), words_and_actions) == (8 * 75, [])


@pytest.mark.parametrize("view", VIEWS)
def test_how_it_is_seen_changes_no_result(walk, view):
    everything = every({"responsibility-words": ["yes", "no"], "responsibility-actions": FOUR, "see-it": [view], "next-talk": [None, "x"]})
    assert walk(EXERCISE, everything, words_and_actions) == (16, [])


@settings(max_examples=300, derandomize=True, database=None)
@tried(st.data())
def test_any_of_the_rest(says, data):
    choices = alike(SIX, [None, *FOUR]) | {
        "who-does-the-work": [None, *WORK],
        "talked-about-it": [None, *TALKED],
        "examples": EXAMPLES,
    }
    answers = {prompt: data.draw(st.sampled_from(values)) for prompt, values in choices.items()}
    assert says(EXERCISE, answers) == words_and_actions(answers)


def test_every_result_is_reached(unreached):
    acted = {actions: "yes" for _, actions in PARTS}
    examples = {
        "safety": (acted | {"talked-about-it": "not-safe", "who-does-the-work": "both"}, ()),
        "words-without-actions": (acted | {"taking-part-words": "partly", "taking-part-actions": "no"}, ()),
        "neither": (acted | {"taking-part-words": "no", "taking-part-actions": "no"}, ()),
        "one-alone": (acted | {"who-does-the-work": "me"}, ()),
        "actions": (acted, ()),
        "some": (acted | {"taking-part-actions": "partly"}, ()),
    }
    assert unreached(EXERCISE, examples) == set()


def test_unanswered_gives_no_result(says):
    assert says(EXERCISE, {"examples": [], "see-it": "neither", "next-talk": "x"}) is None
