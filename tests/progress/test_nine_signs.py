"""The nine signs, with two notes compared by hand."""

from functools import partial
from typing import Any

import pytest

from newsoil.guide import Guide
from newsoil.journal import Entry
from newsoil.progress.picture import Picture
from newsoil.progress.two_marks.signs import APART, SIGNS, STEPS

NAME = "nine-signs"
SINGLE = "A single mark is a sign answered in one of the two notes; it is not compared."
ALWAYS = "You do not need all of these signs, and you may not want all of them. Each row is one sign, as you saw it then."
MAY = {
    "ease": "not-yet",
    "affection": "sometimes",
    "laughter": "sometimes",
    "my-defensiveness": "often",
    "their-defensiveness": "not-yet",
    "curiosity": "not-for-me",
    "future-talk": "sometimes",
    "partnership": "sometimes",
}
JUNE = {
    "ease": "often",
    "affection": "sometimes",
    "laughter": "sometimes",
    "my-defensiveness": "sometimes",
    "their-defensiveness": "not-yet",
    "curiosity": "sometimes",
    "future-talk": "sometimes",
    "free-no": "often",
}
"""Beside May: one nearer to often, one further from it, one from not for me, four the same; two are in one of the notes."""


def marked(note: Any, day: str, answers: dict[str, Any], **more: Any) -> Entry:
    return note(NAME, day, **{sign.replace("-", "_"): answer for sign, answer in answers.items()}, **more)


@pytest.fixture
def spring(note: Any) -> list[Entry]:
    return [marked(note, "2026-05-30", MAY, own_signs=["slept-well"]), marked(note, "2026-06-29", JUNE, own_signs=["I sang"])]


@pytest.fixture
def draw(draw_chart: Any) -> Any:
    return partial(draw_chart, NAME)


def marks(drawn: Picture, kind: str) -> dict[float, float]:
    """Where on the scale a kind of mark stands, by its height in the picture."""
    assert drawn.figure is not None
    found = [trace for trace in drawn.figure["data"] if trace["name"] == kind]
    return {y: x for trace in found for x, y in zip(trace["x"], trace["y"], strict=True)}


def ten_months(note: Any, last: dict[str, str], before: dict[str, str]) -> list[Entry]:
    months = [marked(note, f"2026-0{month}-02", {"ease": "often"}) for month in range(1, 9)]
    return [*months, marked(note, "2026-09-02", before), marked(note, "2026-10-02", last)]


def test_a_spring_compared_by_hand(draw: Any, spring: list[Entry]) -> None:
    drawn = draw(spring)
    assert (drawn.n, drawn.state) == (2, "few")
    assert drawn.finding == "Nine signs, 2 months noted so far. Too few to call a pattern."
    assert drawn.subtitle == "Filled marks: your note of June. Open marks: your note of May. A dot in a ring: both notes say the same."
    assert drawn.sentence == f"Your notes of May and June mark three signs differently. {ALWAYS}", "no way that it goes below ten notes"
    assert drawn.note == SINGLE
    assert "Being together is easier: Often in June, Not yet in May." in drawn.alternative
    assert "A worry is met with interest: Sometimes in June, Not for me in May." in drawn.alternative
    assert "I say no without explaining: Often in June, no answer in May." in drawn.alternative


def test_signs_of_ones_own_stand_in_the_table(draw: Any, spring: list[Entry]) -> None:
    table = draw(spring).table
    assert table.caption == "What you marked, month by month, with signs of your own below"
    assert table.columns == ("Sign", "May", "June")
    assert table.rows == (
        ("Being together is easier", "Not yet", "Often"),
        ("Closeness comes by itself", "Sometimes", "Sometimes"),
        ("We laugh, and some talks are light", "Sometimes", "Sometimes"),
        ("I defend myself less", "Often", "Sometimes"),
        ("The other defends themselves less", "Not yet", "Not yet"),
        ("A worry is met with interest", "Not for me", "Sometimes"),
        ("We speak about plans", "Sometimes", "Sometimes"),
        ("We are on the same side", "Sometimes", "–"),
        ("I say no without explaining", "–", "Often"),
        ("I slept well", "Noticed", "–"),
        ("I sang", "–", "Noticed"),
    )


def test_the_latest_note_is_filled_and_the_one_before_open(draw: Any, spring: list[Entry]) -> None:
    drawn = draw(spring)
    places = {"Not yet": 0, "Sometimes": 1, "Often": 2, "Not for me": 3.2}
    for column, kind in ((1, "open"), (2, "filled")):
        expected = [places[row[column]] for row in drawn.table.rows[:9] if row[column] != "–"]
        assert [x for _, x in sorted(marks(drawn, kind).items())] == expected, "from the top, sign by sign"


def test_not_for_me_stands_apart_from_the_scale(draw: Any, spring: list[Entry]) -> None:
    figure = draw(spring).figure
    scale = next(trace for trace in figure["data"] if trace["name"] == "scale")
    assert (scale["x"][0], scale["x"][1], scale["x"][2]) == (0, 2, None), "the line ends with often"


def test_one_note_is_only_shown(draw: Any, spring: list[Entry]) -> None:
    drawn = draw(spring[1:])
    assert (drawn.finding, drawn.subtitle) == ("One note of the nine signs so far", "Filled marks: your note of June.")
    assert drawn.sentence == ALWAYS
    assert drawn.note == "A blank row is a sign without an answer."
    assert not marks(drawn, "open")
    assert drawn.table.columns == ("Sign", "June")


def test_one_difference_and_none_are_said_as_a_person_would(draw: Any, note: Any) -> None:
    may, june = {"ease": "often", "free-no": "often"}, {"ease": "often", "free-no": "sometimes"}
    one = draw([marked(note, "2026-05-30", may), marked(note, "2026-06-30", june)])
    assert one.sentence == f"Your notes of May and June mark one sign differently. {ALWAYS}"
    none = draw([marked(note, "2026-05-30", may), marked(note, "2026-06-30", may)])
    assert none.sentence == f"Your notes of May and June mark the signs alike. {ALWAYS}"
    assert SINGLE not in none.note


def test_two_notes_with_no_sign_in_both_are_only_counted(draw: Any, note: Any) -> None:
    drawn = draw([marked(note, "2026-05-30", {"ease": "often"}), marked(note, "2026-06-30", {"laughter": "often"})])
    assert (drawn.sentence, drawn.note.endswith(SINGLE)) == (ALWAYS, True)


def test_from_ten_months_on_it_is_said_which_way_and_zero_is_left_out(draw: Any, note: Any) -> None:
    drawn = draw(ten_months(note, last=JUNE, before=MAY))
    assert drawn.finding == "Your notes of September and October mark three signs differently"
    assert drawn.sentence == (
        "One moved towards “often”, one moved towards “not yet”, four stayed, one moved to or from “not for me”. "
        f"Two notes are two days, and other days may have been different. {ALWAYS}"
    )
    assert drawn.note == f"{SINGLE} Shown are the latest two of 10 months with a note."
    towards = draw(ten_months(note, last={"ease": "often", "laughter": "often"}, before={"ease": "not-yet", "laughter": "sometimes"}))
    assert towards.sentence == f"Two moved towards “often”. Two notes are two days, and other days may have been different. {ALWAYS}"


def test_nine_months_say_no_way(draw: Any, note: Any) -> None:
    drawn = draw(ten_months(note, last=JUNE, before=MAY)[1:])
    assert drawn.finding == "Nine signs, 9 months noted"
    assert drawn.sentence == f"Your notes of September and October mark three signs differently. {ALWAYS}"
    assert drawn.note.startswith("So few months cannot show a pattern. ")


def test_closeness_that_did_not_feel_free_counts_as_no_sign(draw: Any, note: Any) -> None:
    may = marked(note, "2026-05-30", {"ease": "often", "affection": "often"}, affection_free="no")
    june = marked(note, "2026-06-30", {"ease": "often", "affection": "sometimes"}, affection_free="partly")
    drawn = draw([may, june])
    assert drawn.sentence.startswith("Your notes of May and June mark the signs alike. "), "closeness is not compared"
    assert len(marks(drawn, "open")) == 1
    assert len(marks(drawn, "filled")) == 2
    assert "not free: May" in [words["text"] for words in drawn.figure["layout"]["annotations"]]
    assert drawn.table.rows[1] == ("Closeness comes by itself", "Often, and not free", "Sometimes")
    assert "Closeness comes by itself: Sometimes in June, Often, and not free in May." in drawn.alternative
    assert drawn.note.endswith("Closeness that did not feel free is not marked as a sign.")


@pytest.mark.parametrize("answer", ["not-yet", "not-for-me"])
def test_closeness_that_was_not_there_is_not_called_unfree(draw: Any, note: Any, answer: str) -> None:
    drawn = draw([marked(note, "2026-05-30", {"affection": answer}, affection_free="no")])
    assert len(marks(drawn, "filled")) == 1
    assert "free" not in drawn.note


def test_a_month_without_a_note_is_passed_over_and_both_months_are_named(draw: Any, note: Any) -> None:
    drawn = draw([marked(note, "2025-12-30", MAY), marked(note, "2026-06-30", JUNE)])
    assert drawn.sentence.startswith("Your notes of December 2025 and June 2026 mark three signs differently. ")
    assert drawn.subtitle.startswith("Filled marks: your note of June 2026. Open marks: your note of December 2025.")


def test_the_latest_note_of_a_month_counts(draw: Any, note: Any) -> None:
    drawn = draw([marked(note, "2026-06-30", {"ease": "often"}), marked(note, "2026-06-01", {"ease": "not-yet"})])
    assert drawn.n == 1
    assert drawn.table.rows[0][1] == "Often"
    assert drawn.note.endswith("When a month has more than one note, the latest one is shown.")


def test_a_note_without_any_of_the_nine_is_not_drawn(draw: Any, note: Any) -> None:
    assert draw([note(NAME, "2026-06-30", overlooked="He waved.", own_signs=["slept-well"])]).state == "empty"


@pytest.mark.parametrize("odd", [3, ["often"], {"a": "often"}, "very-often", True])
def test_an_answer_that_no_form_sends_is_none(draw: Any, note: Any, odd: Any) -> None:
    drawn = draw([marked(note, "2026-06-30", {"ease": odd, "laughter": "often"}, own_signs=odd, affection_free=odd)])
    assert drawn.table.rows[0] == ("Being together is easier", "–")


def test_the_chart_has_a_name_for_each_sign_and_each_answer_of_the_form(guide: Guide) -> None:
    sentences = guide.chart(NAME).sentences
    prompts = {prompt.id: prompt for prompt in guide.exercise(NAME).prompts}
    for sign in SIGNS:
        assert f"sign-{sign}" in sentences
        assert {option.id for option in prompts[sign].options} == {*STEPS, APART}  # type: ignore[union-attr]
    assert {f"step-{answer}" for answer in (*STEPS, APART)} <= set(sentences)
