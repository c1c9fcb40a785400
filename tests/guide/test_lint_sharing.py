"""What the linter finds in what may be shared with whom."""

import msgspec
import pytest
from msgspec.structs import replace

from newsoil.guide import Consent, Recipient, Share, Star


def with_recipient(guide, **fields):
    base = {"id": "friend", "title": "A friend", "says": "Someone near.", "caution": "Choose with care."}
    return replace(guide, recipients=(Recipient(**base | fields),))


def share(exercise="small-thing", **fields):
    return Share(exercise=exercise, reason="It is light.", **fields)


def test_a_recipient_whose_shares_exist_has_no_problem(find, guide):
    assert find(with_recipient(guide, offers=(share(),), otherwise="All else stays with you.")) == []
    assert find(with_recipient(guide, keeps_back=(share(only=("thing",)), share("next-year", planned=True)))) == []


def test_a_share_names_an_exercise_and_prompts_of_it(find, guide):
    found = find(with_recipient(guide, keeps_back=(share("next-year"), share(only=("tale",)))))
    assert found == [
        "recipient friend: it names the exercise “next-year”, and there is none. Correct it, or mark it as planned.",
        "recipient friend: it names the prompt “tale” of “small-thing”, and there is none. Correct “only”.",
    ]


def test_a_planned_exercise_that_is_there_is_looked_at(find, guide):
    (found,) = find(with_recipient(guide, keeps_back=(share(planned=True),)))
    assert found.startswith("recipient friend: the exercise “small-thing” is there now. Take “planned” out")


def test_who_names_what_is_offered_says_why_all_else_is_kept_back(find, guide):
    (found,) = find(with_recipient(guide, offers=(share(),)))
    assert "Say in “otherwise” why that is kept back." in found


def test_a_thing_is_offered_or_kept_back_and_not_both(find, guide):
    (found,) = find(with_recipient(guide, offers=(share(),), keeps_back=(share(),), otherwise="All else stays."))
    assert found == "recipient friend: it offers “small-thing” and keeps it back. Decide for one."


@pytest.mark.parametrize("odd", [{"exercise": "next-year"}, {"prompt": "thing"}, {"prompt": "tale"}, {"answer": "huge"}], ids=str)
def test_a_star_is_an_answer_that_a_form_offers(find, guide, odd):
    star = Star("small-thing", "size", "big")
    assert find(with_recipient(guide, stars=(star,))) == []
    (found,) = find(with_recipient(guide, stars=(replace(star, **odd),)))
    assert found.startswith("recipient friend: its star is the answer")
    assert found.endswith("and no form offers it. Correct “stars”.")


def test_a_consent_names_a_column_and_one_of_its_options(find, guide):
    reason = "The person said so."
    (found,) = find(replace(guide, consents=(Consent(column="share", yes="yes", reason=reason),)))
    assert found.startswith("consent share: no prompt has such a column.")
    (found,) = find(replace(guide, consents=(Consent(column="line", yes="yes", reason=reason),)))
    assert found.startswith("consent line: a column of this name has no option “yes”.")


def test_the_words_of_a_recipient_are_read_like_all_others(find, guide):
    (found,) = find(with_recipient(guide, caution="You must choose."))
    assert found.startswith("recipient friend, caution: “must” is on the word list.")
    (found,) = find(with_recipient(guide, keeps_back=(Share(exercise="small-thing", reason="You must keep it."),)))
    assert found.startswith("recipient friend, keeps-back 1, reason: “must” is on the word list.")


def test_a_reason_has_words():
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"exercise": "small-thing", "reason": ""}, Share)
