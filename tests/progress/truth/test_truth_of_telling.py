"""How a share was met, and what was not said: what was used against someone, or kept in by fear, comes before all else."""

from itertools import product

import pytest
from walking import every, options, said

MET = {"care": "care", "mixed": "same-step", "not": "pause", "against": "danger"}
TOLD = ["partner", "friend", "trained", "other"]
VIEWS = ["care", "same-step", "pause", "unknown"]
REASONS = {"not-ready": "it-can-wait", "afraid": "danger", "forgot": "it-can-wait", "private": "private"}


def after_a_share(answers, *, turned_before=False):
    """Care is no reason to speak of a next step where something was used against the person before."""
    met = answers.get("met")
    if turned_before and met in ("care", "mixed"):
        return said("not-the-first-time", ["met"])
    return said(MET[met], ["met"]) if met else None


def turned(answers):
    """An earlier share was used against the person: as they noted it, however they see it now."""
    return answers["met"] == "against"


def test_the_forms_ask_what_is_walked_here():
    assert options("after-a-share", "met") == [*MET]
    assert options("after-a-share", "told-to") == TOLD
    assert options("after-a-share", "see-it") == VIEWS
    assert options("what-i-did-not-say", "reason") == [*REASONS]


def test_every_share(walk):
    rest = {"told-to": [None, *TOLD], "see-it": [None, *VIEWS], "feeling": [None, "tired"], "topic-shared": [None, "x"]}
    assert walk("after-a-share", every({"met": [None, *MET]} | rest), after_a_share) == (5 * 5 * 5 * 2 * 2, [])


@pytest.mark.parametrize("days", [0, 28, 29, 400])
def test_every_share_after_every_two_others(walk, ago, days):
    """However long ago, and however the person sees it now."""
    for one, other in product(list(every({"met": [None, *MET], "see-it": [None, *VIEWS]})), repeat=2):
        earlier = [ago("after-a-share", days, one | {"feeling": "x"}), ago("after-a-share", days + 1, other | {"feeling": "x"})]
        before = turned(one) or turned(other)
        now = every({"met": [None, *MET]})
        assert walk("after-a-share", now, lambda answers, b=before: after_a_share(answers, turned_before=b), earlier) == (5, []), (
            one,
            other,
        )


def not_said(answers):
    return said(REASONS[answers["reason"]], ["reason"]) if answers["reason"] else None


def test_every_reason_for_not_saying_something(walk):
    everything = every({"reason": [None, *REASONS], "unsaid": [None, "x"], "would-say": [None, "x"]})
    assert walk("what-i-did-not-say", everything, not_said) == (5 * 2 * 2, [])


@pytest.mark.parametrize("reason", REASONS)
def test_earlier_reasons_count_for_nothing(walk, ago, reason):
    earlier = [ago("what-i-did-not-say", days, {"reason": reason}) for days in (1, 2, 3)]
    assert walk("what-i-did-not-say", every({"reason": [None, *REASONS]}), not_said, earlier) == (5, [])


def test_every_result_is_reached(unreached, ago):
    shares = {result: ({"met": met}, ()) for met, result in MET.items()}
    again = {"not-the-first-time": ({"met": "care"}, [ago("after-a-share", 90, {"met": "against"})])}
    assert unreached("after-a-share", shares | again) == set()
    assert unreached("what-i-did-not-say", {result: ({"reason": reason}, ()) for reason, result in REASONS.items()}) == set()


def test_unanswered_gives_no_result(says):
    assert says("after-a-share", {"topic-shared": "x", "told-to": "partner", "see-it": "care"}) is None
    assert says("what-i-did-not-say", {"unsaid": "x", "would-say": "x"}) is None
