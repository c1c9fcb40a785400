"""What the linter finds in what a guide says of themes that come back, and what a page is given of it."""

import msgspec
import pytest

from newsoil._paths import shipped_guide
from newsoil.guide import ChoicesPrompt, Option, Rounds, Step, Theme, read_guide
from newsoil.guide.content import Number
from newsoil.guide.rounds_shown import rounds_shown

SHIPPED = read_guide(shipped_guide())
SOUND = {
    "notes": "three",
    "within": "a-week",
    "themes": (Theme(tag="fear", says="fear"),),
    "step_tags": ("decision",),
    "neither": ("kind",),
    "steps": (Step(exercise="small-thing", prompt="size", any=("big",)), Step(exercise="small-thing", prompt="thing")),
    "leads_to": "small-thing",
}


@pytest.fixture
def tagged(guide, exercise):
    """The small guide with a form that offers tags, and with what it says of rounds, some of it changed."""
    tags = ChoicesPrompt(
        id="tags", label="What is it about?", options=tuple(Option(one, one) for one in ("fear", "decision", "kind")), own="Yours"
    )

    def made(**changes):
        forms = (msgspec.structs.replace(exercise, prompts=(*exercise.prompts, tags)),)
        numbers = (*guide.numbers, Number(id="three", value=3, reason="Three are more than two."))
        return msgspec.structs.replace(guide, exercises=forms, numbers=numbers, rounds=Rounds(**SOUND | changes))

    return made


def test_a_sound_one_has_no_problem(find, tagged):
    assert find(tagged()) == []


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"notes": "four"}, "it names the number “four”, and there is none. Add it, with its reason."),
        ({"within": "a-year"}, "it names the number “a-year”, and there is none. Add it, with its reason."),
        ({"neither": ()}, "the tag “kind” is in 0 of “themes”, “step-tags” and “neither”. Decide for one."),
        ({"neither": ("kind", "fear")}, "the tag “fear” is in 2 of “themes”, “step-tags” and “neither”. Decide for one."),
        ({"neither": ("kind", "joy")}, "it names the tag “joy”, and no form offers it. Correct it, or take it out."),
        ({"leads_to": "nowhere"}, "it leads to “nowhere”, and there is no such exercise. Correct “leads-to”."),
        (
            {"steps": (Step(exercise="nowhere", prompt="size"),)},
            "a step is the prompt “size” of “nowhere”, and there is none. Correct “steps”.",
        ),
        (
            {"steps": (Step(exercise="small-thing", prompt="colour"),)},
            "a step is the prompt “colour” of “small-thing”, and there is none. Correct “steps”.",
        ),
        (
            {"steps": (Step(exercise="small-thing", prompt="size", any=("huge",)),)},
            "“huge” is no answer to “size” of “small-thing”. Correct “any”.",
        ),
        (
            {"steps": (Step(exercise="small-thing", prompt="thing", any=("a word",)),)},
            "“a word” is no answer to “thing” of “small-thing”. Correct “any”.",
        ),
    ],
)
def test_what_does_not_hold_together_is_found(find, tagged, changes, said):
    assert find(tagged(**changes)) == [f"rounds: {said}"]


def test_what_a_theme_is_called_is_read_as_every_other_text(find, tagged):
    (problem,) = find(tagged(themes=(Theme(tag="fear", says="what must be"),)))
    assert problem.startswith("rounds, theme fear, says: “must”")


def test_the_shipped_guide_says_the_number_that_its_rule_has():
    assert SHIPPED.number(SHIPPED.rounds.notes) == 3
    assert "third" in SHIPPED.words["rounds"]["title"]


def test_a_page_is_given_words_days_and_the_way_and_where_a_guide_says_nothing_it_is_given_nothing():
    shown = rounds_shown(SHIPPED)
    assert shown["days"] == SHIPPED.number(SHIPPED.rounds.within)
    exercise = SHIPPED.exercise("loop-or-path")
    way = {"exercise": exercise.id, "title": exercise.title, "stage": exercise.stage, "notebook": "08-finding-support.ipynb"}
    assert shown["way"] == way
    assert rounds_shown(msgspec.structs.replace(SHIPPED, rounds=None)) == {}


def test_an_exercise_that_cannot_be_used_is_not_led_to():
    without = tuple(one for one in SHIPPED.exercises if one.id != "loop-or-path")
    assert rounds_shown(msgspec.structs.replace(SHIPPED, exercises=without))["way"] is None


def test_neither_its_words_nor_what_it_leads_to_points_to_a_partner():
    words = " ".join(SHIPPED.words["rounds"].values()).lower().replace(".", " ").split()
    assert {"partner", "together", "them", "they"}.isdisjoint(words)
    assert not SHIPPED.exercise(SHIPPED.rounds.leads_to).gate
