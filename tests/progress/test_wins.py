"""Small wins, with journals counted by hand."""

from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest
from reading_figures import lines_in, marks_on_the_left

from newsoil.guide import ChoicePrompt, Guide
from newsoil.journal import Entry
from newsoil.progress.own_words.wins import AREAS

NAME, EXERCISE = "wins", "small-wins"
AUTUMN = [
    ("2026-09-28", "Slept through", None, None),
    ("2026-10-03", "A clear no", "limits", None),
    ("2026-11-02", "We laughed", "closeness", "a friend"),
    ("2026-11-02", None, "everyday", None),
    ("2026-11-20", "I did not look at the message for a second time, and made soup in its place", "judgement", None),
]


@pytest.fixture
def draw(draw_chart: Any) -> Any:
    return partial(draw_chart, NAME)


@pytest.fixture
def autumn(note: Any) -> list[Entry]:
    """Five wins in three months, one without an area, one without words."""
    return [
        note(EXERCISE, day, clock=f"20:0{number}", win=win, area=area, shared_with=person)
        for number, (day, win, area, person) in enumerate(AUTUMN)
    ]


def test_an_autumn_counted_by_hand(draw: Any, autumn: list[Entry]) -> None:
    drawn = draw(autumn)
    assert (drawn.n, drawn.state) == (5, "some")
    assert drawn.finding == "You noted 5 small wins from September to November"
    assert drawn.sentence == "There is no right number."
    assert drawn.note == "Fewer notes can mean fewer events, or fewer notes."
    assert drawn.alternative == (
        "A list of 5 small wins, the newest first. November: 3. October: 1. September: 1. The table has the words."
    )


def test_the_newest_month_and_the_newest_win_are_on_top(draw: Any, autumn: list[Entry]) -> None:
    assert lines_in(draw(autumn)) == [
        "November",
        *("I did not look at the message for", "a second time, and made soup in", "its place", "My own judgement, 20 Nov"),
        *("A small win", "Everyday life, 2 Nov"),
        *("We laughed", "A moment of closeness, 2 Nov"),
        "October",
        *("A clear no", "Setting a limit, 3 Oct"),
        "September",
        *("Slept through", "28 Sep"),
    ]


def test_all_have_one_mark_whatever_they_were_part_of(draw: Any, autumn: list[Entry]) -> None:
    assert marks_on_the_left(draw(autumn)) == ["circle"] * 5


def test_the_table_has_all_words_newest_first(draw: Any, autumn: list[Entry]) -> None:
    table = draw(autumn).table
    assert table.columns == ("Day", "Small win", "Part of", "With")
    assert table.rows == (
        ("20 Nov", "I did not look at the message for a second time, and made soup in its place", "My own judgement", "–"),
        ("2 Nov", "A small win", "Everyday life", "–"),
        ("2 Nov", "We laughed", "A moment of closeness", "a friend"),
        ("3 Oct", "A clear no", "Setting a limit", "–"),
        ("28 Sep", "Slept through", "–", "–"),
    )


def test_one_win_is_said_with_its_day(draw: Any, autumn: list[Entry]) -> None:
    drawn = draw(autumn[1:2])
    assert drawn.finding == "You noted one small win, on 3 October"
    assert drawn.alternative == "A list with one small win. October: 1. The table has the words."


def test_wins_of_one_month_are_said_with_it(draw: Any, autumn: list[Entry]) -> None:
    assert draw(autumn[2:]).finding == "You noted 3 small wins in November"


def test_of_many_the_newest_are_drawn_and_counted_and_the_rest_is_said(draw: Any, note: Any, today: date) -> None:
    drawn = draw([note(EXERCISE, today - timedelta(days=4 * back), win="A calm evening") for back in range(70)])
    assert drawn.n == 70
    assert drawn.finding == "Your newest 12 small wins, October to November"
    assert len(marks_on_the_left(drawn)) == 12
    assert len(drawn.table.rows) == 60
    assert drawn.note.startswith("Shown are the newest 12 of 70 small wins. The table has the newest 60. Fewer notes")
    assert "November: 6. October: 6." in drawn.alternative


def test_of_many_in_one_month_the_month_is_named_once(draw: Any, note: Any) -> None:
    drawn = draw([note(EXERCISE, f"2026-11-{day:02}", win="A calm evening") for day in range(1, 21)])
    assert drawn.finding == "Your newest 12 small wins, in November"


def test_months_without_a_win_are_no_gap_to_look_at(draw: Any, note: Any) -> None:
    drawn = draw([note(EXERCISE, "2025-03-03", win="Snow"), note(EXERCISE, "2026-11-01", win="Sun")])
    assert lines_in(drawn) == ["November", "Sun", "1 Nov", "March 2025", "Snow", "3 Mar 2025"]
    assert drawn.finding == "You noted 2 small wins from March 2025 to November 2026"


def test_each_area_of_the_form_has_a_name(guide: Guide) -> None:
    asked = next(prompt for prompt in guide.exercise(EXERCISE).prompts if prompt.id == "area")
    assert isinstance(asked, ChoicePrompt)
    assert {option.id for option in asked.options} == AREAS
    named = {key.removeprefix("area-") for key in guide.chart(NAME).sentences if key.startswith("area-")}
    assert named == AREAS


def test_words_in_capitals_and_in_wide_signs_stay_in_the_picture(draw: Any, note: Any) -> None:
    loud, wide = "I SAID NO AND MEANT IT, AND THAT WAS THAT", "晚" * 40
    drawn = draw([note(EXERCISE, "2026-11-02", win=loud), note(EXERCISE, "2026-11-01", win=wide)])
    assert lines_in(drawn)[1:-1] == ["I SAID NO AND MEANT IT,", "AND THAT WAS THAT", "2 Nov", "晚" * 17, "晚" * 17, "晚" * 6]
    assert [row[1] for row in drawn.table.rows] == [loud, wide]


def test_own_words_are_never_markup_or_a_formula(draw: Any, note: Any) -> None:
    drawn = draw([note(EXERCISE, "2026-11-02", win="<b>$x$</b> & {n}")])
    assert lines_in(drawn)[1] == "&lt;b&gt;&#36;x&#36;&lt;/b&gt; &amp; {n}"
    assert drawn.table.rows[0][1] == "<b>$x$</b> & {n}"
