"""Texts that differ by the reader's situation."""

import msgspec
import pytest

from newsoil._paths import guide_folder
from newsoil.guide import BothPrompt, Situation, Text, Variants, read_as, read_guide
from newsoil.guide.prompt import TURNS
from newsoil.guide.texts import forms

ALL = Variants(otherwise="for all", new_partner="new", same_partner="same", on_my_own="alone")


@pytest.mark.parametrize(
    ("situation", "read"),
    [(None, "for all"), (Situation.NEW_PARTNER, "new"), (Situation.SAME_PARTNER, "same"), (Situation.ON_MY_OWN, "alone")],
)
def test_a_reader_gets_the_form_for_their_situation(situation, read):
    assert read_as(ALL, situation) == read


@pytest.mark.parametrize("situation", [None, *Situation])
def test_a_situation_without_a_form_of_its_own_reads_the_one_for_all(situation):
    assert read_as(Variants(otherwise="for all"), situation) == "for all"


@pytest.mark.parametrize("situation", [None, *Situation])
def test_a_text_in_one_form_is_read_by_everyone(situation):
    assert read_as("for all", situation) == "for all"


def test_every_form_that_has_words_is_known():
    assert forms(ALL) == ("for all", "new", "same", "alone")
    assert forms(Variants(otherwise="for all", on_my_own="alone")) == ("for all", "alone")
    assert forms("for all") == ("for all",)
    assert forms("") == ()


def test_forms_are_written_with_hyphens_in_content_files():
    read = msgspec.toml.decode('text = { otherwise = "a", on-my-own = "b" }', type=dict[str, Text])
    assert read == {"text": Variants(otherwise="a", on_my_own="b")}


def test_a_form_for_no_known_situation_is_refused():
    with pytest.raises(msgspec.ValidationError, match="in-between"):
        msgspec.toml.decode('text = { otherwise = "a", in-between = "b" }', type=dict[str, Text])


def test_the_turns_of_two_answers_are_those_of_one_person_for_whoever_is_alone():
    both = BothPrompt(id="both", label="Choose a question", questions=(), alone={"first": "As I am today"})
    assert read_as(both.says("first", "The first person writes"), None) == "The first person writes"
    assert read_as(both.says("first", "The first person writes"), Situation.ON_MY_OWN) == "As I am today"
    assert read_as(both.says("hide-last", "Hide it"), Situation.ON_MY_OWN) == "Hide it"


def test_nothing_that_the_shipped_turns_say_to_whoever_is_alone_speaks_of_two_people():
    guide = read_guide(guide_folder())
    words, exercise = guide.words["exercise"], guide.exercise("two-answers")
    (both,) = [prompt for prompt in exercise.prompts if isinstance(prompt, BothPrompt)]
    said = [read_as(both.says(name, words[f"both-{name}"]), Situation.ON_MY_OWN) for name in TURNS]
    said += [read_as(text, Situation.ON_MY_OWN) for text in (both.label, both.hint, *(one.label for one in both.questions))]
    for of_two in (
        "first person",
        "second person",
        "one of you",
        "you two",
        "the other wrote",
        "hand over",
        "both have",
        "between us",
        " us ",
    ):
        assert [text for text in said if of_two in text.lower()] == [], of_two
