"""Notes by time: weeks or months, columns, and what does not fit."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_notes import TODAY, entry

from newsoil.guide import ChartText, Guide
from newsoil.progress.events.by_time import MONTHS, WEEKS, Noted, counts, stretch_of, when
from newsoil.progress.events.by_time_figure import SIDE, Look, Row, by_time_figure, has_full
from newsoil.progress.events.full_columns import FIT
from newsoil.progress.words import Words

LOOKS = {"a": Look("circle"), "b": Look("square", filled=False, inside=("square", 5))}


def noted(day, kind="a", number=0):
    return Noted(day, kind, entry("urge", day, number))


def on(*days):
    return [noted(date.fromisoformat(day), number=number) for number, day in enumerate(days)]


@pytest.fixture
def words(guide: Guide) -> Words:
    text = {key: f"{key} {{first}} {{last}}" for key in ("when-week", "when-one-week", "when-month", "when-one-month")}
    chart = ChartText(id="c", title="t", subtitle="s", empty="e", sentences={**text, "kind-a": "a", "kind-b": "b"})
    return Words(chart, TODAY, guide)


def test_weeks_are_drawn_as_long_as_all_notes_lie_in_them() -> None:
    stretch = stretch_of(on("2026-08-03", "2026-11-23"))
    assert stretch.unit == "week"
    assert len(stretch.starts) == WEEKS == 17
    assert (stretch.starts[0], stretch.starts[-1]) == (date(2026, 8, 3), date(2026, 11, 23))


def test_one_day_more_makes_them_months() -> None:
    stretch = stretch_of(on("2026-08-02", "2026-11-23"))
    assert stretch.unit == "month"
    assert stretch.starts == tuple(date(2026, month, 1) for month in (8, 9, 10, 11))


def test_the_newest_twelve_months_are_drawn() -> None:
    stretch = stretch_of(on("2019-04-30", "2025-11-30", "2025-12-01", "2026-11-23"))
    assert len(stretch.starts) == MONTHS == 12
    assert stretch.starts[0] == date(2025, 12, 1)
    assert [note.day for note in stretch.notes] == [date(2025, 12, 1), date(2026, 11, 23)]


def test_a_week_begins_on_monday_and_blank_ones_are_columns_too() -> None:
    notes = on("2026-11-08", "2026-11-09", "2026-11-23")
    stretch = stretch_of(notes)
    assert stretch.starts == (date(2026, 11, 2), date(2026, 11, 9), date(2026, 11, 16), date(2026, 11, 23))
    assert [len(column) for column in stretch.columns(notes)] == [1, 1, 0, 1]


def test_notes_outside_the_time_are_in_no_column() -> None:
    stretch = stretch_of(on("2026-11-09", "2026-11-23"))
    others = on("2026-11-08", "2026-11-10", "2026-11-30")
    assert [len(column) for column in stretch.columns(others)] == [1, 0, 0]
    assert stretch.within(others) == others[1:2]


def test_kinds_without_a_note_are_not_counted() -> None:
    notes = [noted(TODAY, "b"), noted(TODAY, "a"), noted(TODAY, "b")]
    assert counts(notes, ["c", "b", "a"]) == {"b": 2, "a": 1}


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (["2026-11-23"], "when-one-week 23 November 23 November"),
        (["2026-11-04", "2026-11-23"], "when-week 2 November 23 November"),
        (["2025-12-04", "2026-11-23"], "when-month December 2025 November 2026"),
    ],
)
def test_from_when_to_when_is_said(words: Words, days: list[str], said: str) -> None:
    assert when(stretch_of(on(*days)), words) == said


@given(st.lists(st.dates(), min_size=1, max_size=40), st.randoms(use_true_random=False))
def test_any_days_make_few_columns_that_end_with_the_newest(days, random) -> None:
    notes = [noted(day, number=number) for number, day in enumerate(days)]
    random.shuffle(notes)
    stretch = stretch_of(notes)
    assert len(stretch.starts) <= max(WEEKS, MONTHS)
    assert max(days) == stretch.notes[-1].day
    assert sum(len(column) for column in stretch.columns(notes)) == len(stretch.notes)
    assert all(stretch.columns(notes)[place] for place in (0, -1)) or stretch.unit == "month"


def drawn(notes, words):
    stretch = stretch_of(notes)
    return by_time_figure(stretch, [Row("", stretch.notes)], LOOKS, words)


def places(figure, name):
    return [list(zip(trace["x"], trace["y"], strict=True)) for trace in figure["data"] if trace["name"] == name]


def test_marks_of_a_week_stand_one_above_the_other_oldest_at_the_line(words: Words) -> None:
    notes = [noted(date(2026, 11, 16)), noted(date(2026, 11, 23)), noted(date(2026, 11, 24), "b"), noted(date(2026, 11, 25))]
    figure = drawn(notes, words)
    ((alone, first, third),), ((second,), (inner,)) = places(figure, "a"), (places(figure, "b")[0], places(figure, "inside b")[0])
    assert (alone[0], first[0], second[0], third[0]) == (0, 1, 1, 1)
    assert alone[1] == first[1] > second[1] > third[1]
    assert inner == second


def test_a_column_that_holds_more_than_fit_is_a_bar_with_its_number(words: Words) -> None:
    notes = [noted(TODAY, number=number) for number in range(FIT + 1)]
    figure = drawn([noted(TODAY - timedelta(weeks=1), "b"), *notes], words)
    assert places(figure, "a") == []
    assert {x for x, _ in places(figure, "full")[0]} == {1, None}
    assert "11" in [text["text"] for text in figure["layout"]["annotations"]]
    assert [trace["name"] for trace in figure["data"] if trace["name"].startswith("key")] == ["key b"]
    assert has_full(stretch_of(notes), [Row("", notes)])
    assert not has_full(stretch_of(notes), [Row("", notes[1:])])


def test_numbers_of_neighbours_stand_on_two_heights(words: Words) -> None:
    notes = [noted(TODAY - timedelta(weeks=week), number=number) for week in range(3) for number in range(100)]
    heights = [text["y"] for text in drawn(notes, words)["layout"]["annotations"] if text["text"] == "100"]
    assert heights[0] == heights[2] > heights[1]
    assert min(heights) > 0


def test_ten_years_draw_no_more_than_a_year_of_columns(words: Words) -> None:
    notes = [noted(TODAY - timedelta(days=number // 10), number=number) for number in range(36_500)]
    figure = drawn(notes, words)
    assert sum(len(trace["x"]) for trace in figure["data"]) < 200


def test_dates_below_a_picture_are_few_and_have_no_year(words: Words) -> None:
    for weeks in range(1, WEEKS + 1):
        notes = [noted(date(2021, 3, 1) + timedelta(weeks=week)) for week in range(weeks)]
        dates = [text for text in drawn(notes, words)["layout"]["annotations"] if text["text"] not in ("A", "B")]
        assert all("2021" not in text["text"] for text in dates)
        assert len(dates) == min(weeks, 2) if weeks < 5 else len(dates) == 3


@pytest.mark.parametrize("weeks", [1, 2, 3, 5, 6, WEEKS])
def test_dates_stand_in_the_middle_below_their_columns_and_apart(words: Words, weeks: int) -> None:
    figure = drawn([noted(TODAY - timedelta(weeks=back), number=back) for back in range(weeks)], words)
    dates = [text for text in figure["layout"]["annotations"] if text["text"][0].isdigit()]
    assert {text["xanchor"] for text in dates} == {"center"}
    assert not any(text.get("xshift") for text in dates)
    places = [text["x"] for text in dates]
    assert (places[0], places[-1]) == (0, weeks - 1)
    low, high = figure["layout"]["xaxis"]["range"]
    apart = min((after - before for before, after in pairwise(places)), default=99) * (288 - 2 * SIDE) / (high - low)
    assert apart > 50, "“30 Nov” is 46 px wide"


def test_few_columns_begin_on_the_left_where_the_words_do(words: Words) -> None:
    figure = drawn([noted(TODAY)], words)
    assert figure["layout"]["xaxis"]["range"] == [-0.5, 4.5]
    assert figure["layout"]["margin"]["l"] == SIDE


def test_dates_are_nearer_to_their_line_than_to_the_key(words: Words) -> None:
    figure = drawn([noted(TODAY)], words)
    (_, line), (_, key) = places(figure, "time")[0][0], places(figure, "key a")[0][0]
    date_ = next(text["y"] for text in figure["layout"]["annotations"] if text["text"][0].isdigit())
    assert date_ - line < key - date_
