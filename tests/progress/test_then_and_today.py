"""Then and today, with answers counted by hand."""

from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest
from reading_figures import texts_in

from newsoil.guide import Guide
from newsoil.journal import Entry, Former
from newsoil.progress.picture import Picture
from newsoil.progress.two_marks.answers import ITEMS, RULE

NAME = "then-and-today"
ALWAYS = "Each row is one question. Each group has a scale of its own."
HARD = "In “Four hard signs”, further right means harder."


@pytest.fixture
def year(note: Any) -> list[Entry]:
    """Seven notes: the rule in two versions, the needs three times, the signs and the qualities once."""
    return [
        note(RULE, "2026-02-01", safe_before=5, safe_after=1, safe_now=2, predictable_before=4, predictable_now=2),
        note(RULE, "2026-09-01", safe_before=4, safe_now=3),
        note("three-needs", "2026-03-05", patience=2, open_talk=1, kindness=3),
        note("three-needs", "2026-06-05", patience=5, kindness=1),
        note("three-needs", "2026-10-05", patience=4, open_talk=1),
        note("four-signs", "2026-10-10", holding_back=4, scanning=5),
        note("three-qualities", "2026-10-20", honest=4),
    ]


@pytest.fixture
def draw(draw_chart: Any) -> Any:
    return partial(draw_chart, NAME)


def points(drawn: Picture, kind: str) -> list[int]:
    assert drawn.figure is not None
    return [x for trace in drawn.figure["data"] if trace["name"] == kind for x in trace["x"]]


def test_a_year_counted_by_hand(draw: Any, year: list[Entry]) -> None:
    drawn = draw(year)
    assert (drawn.n, drawn.state) == (7, "some")
    assert drawn.finding == "7 notes: your first answers beside your latest ones"
    assert drawn.subtitle == (
        "Filled marks: your latest answer. Open marks: before, or your first answer. Strokes: right after it happened. "
        "A dot in a ring: both answers are the same."
    )
    assert drawn.sentence == f"{ALWAYS} {HARD}"
    assert "2 of 3 changed, 1 as at first" in texts_in(drawn), "below the title of the group"
    assert "Further right: there more often. 2 of 3 changed, 1 as at first. " in drawn.alternative
    assert drawn.note == "What you answered in between is not drawn. Two answers are two days, and other days may have been different."
    assert points(drawn, "open") == [5, 4, 2, 1, 3]
    assert points(drawn, "stroke") == [1]
    assert points(drawn, "filled") == [3, 2, 4, 1, 1, 4, 4, 5]


def test_the_table_has_each_answer_with_its_day(draw: Any, year: list[Entry]) -> None:
    table = draw(year).table
    assert table.columns == ("Question", "First, or before", "Right after", "Latest", "Group")
    needs = "Three things a new trust needs"
    assert table.rows == (
        ("Feeling safe", "Fully, 1 Feb", "Not at all, 1 Feb", "Somewhat, 1 Sep", "What I was sure of"),
        ("Knowing what to expect", "Mostly, 1 Feb", "–", "A little, 1 Feb", "What I was sure of"),
        ("Taking the time my feelings need", "Rarely, 5 Mar", "–", "Often, 5 Oct", needs),
        ("Saying what I feel or need", "Never, 5 Mar", "–", "Never, 5 Oct", needs),
        ("Being kind to myself", "Sometimes, 5 Mar", "–", "Never, 5 Jun", needs),
        ("Doing what I said I would do", "–", "–", "–", "Reliable, honest, there"),
        ("Being honest", "–", "–", "Mostly, 20 Oct", "Reliable, honest, there"),
        ("Being there", "–", "–", "–", "Reliable, honest, there"),
        ("Holding back", "–", "–", "Often, 10 Oct", "Four hard signs"),
        ("More hard feelings than good ones", "–", "–", "–", "Four hard signs"),
        ("Looking for warning signs", "–", "–", "Almost always, 10 Oct", "Four hard signs"),
        ("A doubt becoming a big worry", "–", "–", "–", "Four hard signs"),
    )


def test_the_alternative_says_every_row_and_what_further_right_means(draw: Any, year: list[Entry]) -> None:
    said = draw(year).alternative
    assert "What I was sure of. Further right: more of it. Feeling safe: before Fully, right after Not at all, latest Somewhat." in said
    assert "Three things a new trust needs. Further right: there more often. " in said
    assert "Taking the time my feelings need: first Rarely, latest Often." in said
    assert "Four hard signs. Further right: more often, and harder. Holding back: answered once Often." in said
    assert all(row[0] in said for row in draw(year).table.rows)


def test_an_answer_in_a_note_that_was_opened_again_has_the_day_on_which_it_was_given(draw: Any, note: Any) -> None:
    """How safe it felt was answered anew in June and is as it was in September; what one could expect is as in February."""
    formers = [(f"2026-{day}T20:00:00+01:00", {"safe-now": safe, "predictable-now": 2}) for day, safe in (("02-01", 1), ("06-05", 3))]
    opened = {"earlier": tuple(Former(at=at, answers=answers) for at, answers in formers), "changed_at": "2026-09-01T20:00:00+02:00"}
    rows = draw([note(RULE, "2026-02-01", entry=opened, safe_now=3, predictable_now=2)]).table.rows
    assert [row[3] for row in rows] == ["Somewhat, 5 Jun", "A little, 1 Feb"]


def test_a_log_that_was_set_right_stays_about_its_day(draw: Any, note: Any) -> None:
    opened = {"earlier": (Former(at="2026-10-10T20:00:00+02:00", answers={"scanning": 2}),), "changed_at": "2026-10-12T20:00:00+02:00"}
    rows = draw([note("four-signs", "2026-10-10", entry=opened, scanning=5)]).table.rows
    assert [row[3] for row in rows if row[0] == "Looking for warning signs"] == ["Almost always, 10 Oct"]


def test_each_group_is_drawn_with_its_own_scale_and_only_where_it_has_notes(draw: Any, year: list[Entry]) -> None:
    words = texts_in(draw(year[2:5]))
    assert words[:2] == ["Three things a new trust needs", "Further right: there more often"]
    assert words[3:8] == ["first", "latest", "Never", "Sometimes", "Almost always"]
    assert "Four hard signs" not in words
    assert HARD not in draw(year[2:5]).sentence
    assert {"Not at all", "Somewhat", "Fully"} <= set(texts_in(draw(year[:2])))


def test_a_question_of_a_group_that_was_not_answered_keeps_its_row_and_says_so(draw: Any, note: Any) -> None:
    drawn = draw([note("three-qualities", "2026-10-20", reliable=4, honest=4)])
    places = {words["text"]: words["y"] for words in drawn.figure["layout"]["annotations"]}
    assert places["no answer yet"] == places["Being there"] > places["Being honest"]
    assert drawn.alternative.endswith("Being honest: answered once Mostly. Being there: no answer yet.")
    assert drawn.table.rows[2][:4] == ("Being there", "–", "–", "–")


def test_what_lies_between_is_said_only_where_two_answers_of_one_group_exist(draw: Any, note: Any) -> None:
    days, between = "Two answers are two days, and other days may have been different.", "What you answered in between is not drawn."
    notes = [note("three-qualities", f"2026-0{month}-20", honest=4) for month in (7, 8, 9)]
    other = note("four-signs", "2026-10-10", scanning=5)
    assert draw([notes[0], other, note("three-needs", "2026-10-11", kindness=3)]).note == ""
    assert draw([*notes[:2], other]).note == days
    assert draw([*notes, other]).note == f"{between} {days}"
    assert draw([note(RULE, f"2026-0{month}-20", safe_before=5, safe_now=3) for month in (7, 8)]).note == f"{between} {days}"


def test_one_note_says_nothing_about_what_was_in_between(draw: Any, year: list[Entry]) -> None:
    drawn = draw(year[2:3])
    assert (drawn.finding, drawn.sentence, drawn.note) == ("Then and today, one note so far", ALWAYS, "")
    assert points(drawn, "open") == []
    assert points(drawn, "filled") == [2, 1, 3]


def test_three_notes_are_called_too_few(draw: Any, year: list[Entry]) -> None:
    assert draw(year[2:5]).finding == "Then and today, 3 notes so far. Too few to call a pattern."


def test_answers_that_are_as_at_first_are_said_as_that(draw: Any, note: Any) -> None:
    entries = [note("three-qualities", f"2026-0{month}-01", honest=3, there=4) for month in (1, 2)]
    assert "All as at first" in texts_in(draw(entries))


def test_from_ten_answers_on_it_is_said_which_way_in_the_words_of_the_group(draw: Any, note: Any, today: date) -> None:
    def weeks(exercise: str, **answers: tuple[int, int]) -> list[Entry]:
        steps = [{prompt: last if back == 0 else first for prompt, (first, last) in answers.items()} for back in range(10)]
        return [note(exercise, today - timedelta(weeks=back), **each) for back, each in enumerate(steps)]

    signs = draw(weeks("four-signs", holding_back=(4, 2), scanning=(5, 1), overshadowed=(2, 3), growing_doubt=(3, 3)))
    assert "1 more often, 2 less often, 1 as at first" in texts_in(signs)
    qualities = draw(weeks("three-qualities", honest=(4, 2), there=(2, 5)))
    assert "1 more, 1 less" in texts_in(qualities)
    two = draw(weeks("three-qualities", honest=(4, 2), there=(2, 5))[::9])
    assert "2 of 2 changed" in texts_in(two)
    needs = draw(weeks("three-needs", patience=(4, 5)))
    assert "1 more often" in texts_in(needs)


def test_a_question_with_fewer_answers_keeps_its_group_from_naming_a_way(draw: Any, note: Any, today: date) -> None:
    entries = [
        note("three-needs", today - timedelta(weeks=back), patience=1 + back % 4, kindness=3 if back < 9 else None) for back in range(10)
    ]
    assert "1 of 2 changed, 1 as at first" in texts_in(draw(entries))


def test_nothing_is_said_of_before_and_today_but_what_they_were(draw: Any, note: Any, today: date) -> None:
    entries = [note(RULE, today - timedelta(weeks=back), safe_before=5, safe_after=1, safe_now=1 + back % 5) for back in range(12)]
    assert draw(entries).sentence == ALWAYS


def test_before_and_right_after_are_as_they_were_told_first(draw: Any, note: Any) -> None:
    first, second = note(RULE, "2026-02-01", safe_before=5), note(RULE, "2026-05-01", safe_before=2, safe_after=1, safe_now=3)
    assert draw([first, second]).table.rows[0][1:4] == ("Fully, 1 Feb", "Not at all, 1 May", "Somewhat, 1 May")


def test_the_group_in_which_further_right_is_harder_stands_last_and_apart(draw: Any, year: list[Entry]) -> None:
    drawn = draw(year)
    titles = [words for words in drawn.figure["layout"]["annotations"] if words["font"].get("weight")]
    assert [title["text"] for title in titles][-1] == "Four hard signs"
    (rules,) = [trace for trace in drawn.figure["data"] if trace["name"] == "rules"]
    before, last = titles[-2]["y"], titles[-1]["y"]
    assert [before < y < last for y in rules["y"][:2]] == [True, True], "a line parts it from the others"
    assert len(rules["y"]) == 3


def test_many_notes_are_still_two_marks_in_a_row(draw: Any, note: Any, today: date) -> None:
    drawn = draw([note("four-signs", today - timedelta(days=back), holding_back=1 + back % 5, scanning=2) for back in range(400)])
    assert drawn.n == 400
    assert len(points(drawn, "open")) == len(points(drawn, "filled")) == 2


def test_a_note_without_an_answer_to_a_question_does_not_count(draw: Any, note: Any) -> None:
    assert draw([note("four-signs", "2026-10-10", example="A long evening.")]).state == "empty"


@pytest.mark.parametrize("odd", [0, 6, True, "3", [3], {"a": 3}])
def test_an_answer_that_the_scale_does_not_have_is_none(draw: Any, note: Any, odd: Any) -> None:
    rows = draw([note("three-qualities", "2026-10-20", honest=4, there=odd)]).table.rows
    assert [row[3] for row in rows] == ["–", "Mostly, 20 Oct", "–"]


def test_the_chart_has_a_name_for_each_question_and_each_group(guide: Guide) -> None:
    sentences = guide.chart(NAME).sentences
    for exercise, items in ITEMS.items():
        prompts = {prompt.id for prompt in guide.exercise(exercise).prompts}
        times = ("-before", "-after", "-now") if exercise == RULE else ("",)
        assert {f"{item}{time}" for item in items for time in times} <= prompts
        assert {f"item-{item}" for item in items} | {f"group-{exercise}", f"means-{exercise}"} <= set(sentences)
