"""Answers in the words that the person saw."""

import pytest

from newsoil.takeout.telling import Teller


@pytest.fixture
def told(guide, journal):
    def tell(entry, *others):
        return {said.prompt: said for said in Teller(guide, {each.id: each for each in (entry, *others)}).tell(entry)}

    return tell


def test_an_option_is_told_by_its_label_and_an_own_word_as_it_is(told, note):
    assert told(note("trigger", type=["late-reply", "the boat"]))["type"].lines == ("A late reply", "the boat")
    assert told(note("one-good-decision", size="small"))["size"].lines == ("Small",)


def test_a_step_of_a_scale_is_told_in_words(told, note):
    assert told(note("weekly-check-in", secure=4))["secure"].lines == ("Mostly",)
    assert told(note("trigger", before=7))["before"].lines == ("7 of 10 (10 is very strong)",)


def test_a_day_is_told_as_a_person_says_it(told, note):
    said = told(note("promises", said_on="2026-09-01", due="2026-10"))
    assert (said["said-on"].lines, said["due"].lines) == (("1 September 2026",), ("October 2026",))


def test_a_question_is_told_in_the_words_for_the_reader_s_situation(told, note):
    entry = note("weekly-check-in", secure=3, entry={"situation": "on-my-own"})
    assert told(entry)["secure"].label == "I felt secure in myself."


def test_a_link_is_told_by_the_day_and_words_of_its_note(told, note):
    fear = note("what-am-i-afraid-of", "2026-08-24", fear="That I am\nthe last to know.")
    entry = note("trigger", entry={"links": {"fear": fear.id}})
    assert told(entry, fear)["fear"].lines == ("24 August 2026: That I am the last to know.",)
    assert told(entry)["fear"].lines == ("A note that is not in this journal any more",)


def test_lines_of_a_list_stand_under_the_names_of_their_columns(told, note):
    said = told(note("my-roadmap", secure=[{"id": "r1", "line": "a call", "share": "no"}, {"id": "r2", "line": "a hug"}]))["secure"]
    assert said.columns == ("One line", "Would you share this line?")
    assert said.rows == (("a call", "Keep to myself"), ("a hug", ""))


def test_the_tags_of_a_note_are_told_where_the_exercise_asks_for_none(told, note):
    assert told(note("urge", before=3, entry={"tags": ("evening",)}))["tags"].lines == ("evening",)


def test_what_the_guide_does_not_ask_any_more_is_told_all_the_same(told, note):
    said = told(note("urge", old_prompt="my words", older=[{"a": 1}]))
    assert said["old-prompt"].lines == ("my words",)
    assert said["older"].lines == ('[{"a":1}]',)
    assert told(note("of-another-time", text="kept"))["text"].lines == ("kept",)


def test_a_value_that_does_not_fit_its_prompt_is_told_as_it_is(told, note):
    entry = note("weekly-check-in", secure="9", warmth=9, compared="gone-option", example=5)
    said = told(entry)
    assert [said[name].lines for name in ("secure", "warmth", "compared", "example")] == [("9",), ("9",), ("gone-option",), ("5",)]
    odd = told(note("my-roadmap", secure=["a", {"id": "r", "line": "b", "gone": "c"}], please="not a list"))
    assert odd["secure"].columns == ("One line", "gone")
    assert odd["secure"].rows == (("a", ""), ("b", "c"))
    assert odd["please"].lines == ("not a list",)
