"""How a talk was met, and how heated a hard talk was: what was used against someone, or any fear, comes before all else.

The line is at “tense”, the word in the middle of 0 to 10. The design asks for danger alone; what is said of the heat is ours.
"""

from itertools import product

from walking import every, given, options, prompt_of, said, subsets

MET = {"care": "care", "mixed": "in-part", "not": "pause", "against": "danger"}
DID = ["said-back", "checked-in", "asked-feeling", "gave-space"]
SAFE = ["yes", "partly", "no"]
HEAT, FEAR = [None, *range(11)], [None, *range(1, 6)]
NUMBERS = ["start", "peak", "end", "afraid"]
ASKED = ["afraid", "escalated", "end", "start", "peak"]
OUT_OF_HAND = [None, "no", "for-a-moment", "yes"]
TENSE = 5


def conversation(answers, *, turned_before=False):
    """Care is no reason to speak of another talk where one before was not safe, or words were used against the person."""
    met, safe = answers["met"], answers.get("felt-safe")
    if met != "against" and safe in ("partly", "no"):
        return said("not-safe", ["felt-safe"])
    if turned_before and met in ("care", "mixed"):
        return said("not-the-first-time", ["met"])
    if met:
        return said(MET[met], ["met"])
    return said("noted", ["felt-safe"]) if safe else None


def ended_calm(answers):
    """A talk whose end was not tense, by how it was before."""
    start, peak = answers.get("start"), answers.get("peak")
    if answers.get("escalated") == "yes":
        return said("out-of-hand", ["escalated", "end"])
    if start is not None and start >= TENSE:
        return said("eased", ["start", "end"])
    if peak is not None and peak >= TENSE:
        return said("cooled", ["peak", "end"])
    return said("stayed-calm", ["start", "end"]) if start is not None else None


def hard_talk(answers):
    start, _, end, afraid = (answers.get(prompt) for prompt in NUMBERS)
    if afraid is not None and afraid > 1:
        return said("danger", ["afraid"])
    if end is not None and end < TENSE and (calm := ended_calm(answers)):
        return calm
    if end is not None and end >= TENSE and start is not None:
        return said("heated-up" if start < TENSE else "still-heated", ["start", "end"])
    return said("noted", given(answers, ASKED)) if given(answers, ASKED) else None


def test_the_forms_ask_what_is_walked_here():
    assert options("conversation-card", "met") == [*MET]
    assert options("conversation-card", "did") == DID
    assert options("conversation-card", "felt-safe") == SAFE
    assert options("hard-talk", "escalated") == OUT_OF_HAND[1:]
    assert [type(prompt_of("hard-talk", prompt)).__name__ for prompt in NUMBERS] == [*["IntensityPrompt"] * 3, "ScalePrompt"]
    assert {prompt_of("hard-talk", prompt).middle for prompt in NUMBERS[:3]} == {"tense"}
    assert prompt_of("hard-talk", "afraid").labels[0] == "Never"


def test_every_talk(walk):
    asked = {"met": [None, *MET], "felt-safe": [None, *SAFE], "closer": [None, *range(1, 6)]}
    everything = every(asked | {"did": [None, *subsets(DID)], "heard": [None, "x"]})
    assert walk("conversation-card", everything, conversation) == (5 * 4 * 6 * 17 * 2, [])


def test_every_hard_talk(walk):
    everything = every({"start": HEAT, "peak": HEAT, "end": HEAT, "afraid": FEAR, "escalated": OUT_OF_HAND})
    assert walk("hard-talk", everything, hard_talk) == (12**3 * 6 * 4, [])


def test_the_rest_of_a_hard_talk_changes_no_result(walk):
    numbers = {"start": [None, 4, 5], "peak": [None, 4, 5], "end": [None, 4, 5], "afraid": [None, 1, 2]}
    rest = {
        "repaired": [None, "yes", "partly", "no", "not-yet"],
        "listened-them": [None, 1, 5],
    }
    assert walk("hard-talk", every(numbers | rest), hard_talk) == (3**4 * 5 * 3, [])


def test_an_earlier_hard_talk_counts_for_nothing_and_what_was_used_against_somebody_is_remembered(walk, ago):
    hard = [ago("hard-talk", days, {"afraid": 5, "start": 9, "end": 9}) for days in (1, 2)]
    assert walk("hard-talk", every({"start": [None, 4, 5], "end": [None, 4, 5], "afraid": FEAR}), hard_talk, hard) == (54, [])
    for before, safe in product([None, *MET], [None, *SAFE]):
        turned = before == "against" or safe in ("partly", "no")
        cards = [ago("conversation-card", days, {"met": before, "felt-safe": safe, "heard": "x"}) for days in (1, 400)]
        now = every({"met": [None, *MET], "felt-safe": [None, *SAFE]})
        assert walk("conversation-card", now, lambda answers, t=turned: conversation(answers, turned_before=t), cards) == (20, []), before


def test_every_result_is_reached(unreached, ago):
    before = [ago("conversation-card", 1, {"met": "against", "heard": "x"})]
    cards = {result: ({"met": met}, ()) for met, result in MET.items()} | {"not-the-first-time": ({"met": "care"}, before)}
    cards |= {"not-safe": ({"met": "care", "felt-safe": "partly"}, ()), "noted": ({"felt-safe": "yes"}, ())}
    assert unreached("conversation-card", cards) == set()
    talks = {
        "danger": ({"start": 1, "peak": 1, "end": 1, "afraid": 2}, ()),
        "out-of-hand": ({"start": 5, "end": 4, "escalated": "yes"}, ()),
        "eased": ({"start": 5, "end": 4, "afraid": 1}, ()),
        "cooled": ({"start": 4, "peak": 5, "end": 4}, ()),
        "stayed-calm": ({"start": 4, "peak": 4, "end": 4}, ()),
        "heated-up": ({"start": 4, "end": 5}, ()),
        "still-heated": ({"start": 5, "peak": 10, "end": 5}, ()),
        "noted": ({"peak": 10, "end": 10}, ()),
    }
    assert unreached("hard-talk", talks) == set()


def test_unanswered_gives_no_result(says):
    assert says("conversation-card", {"topic": "x", "closer": 1, "did": DID}) is None
    assert says("hard-talk", {"root": "x", "repaired": "no", "listened-me": 1, "minutes": "hour"}) is None
