"""Each month compared with the one before, with journals counted by hand."""

import re
from collections import Counter
from datetime import date
from functools import partial
from typing import Any

import pytest

from newsoil.guide import Guide
from newsoil.journal import Entry
from newsoil.progress.picture import Picture
from newsoil.progress.steps.more_secure_figure import RAIL, ROW, SAME, STEPS

NAME = "more-secure-than-last-month"
EXERCISE = "more-secure"
ANSWERS = [3, 2, 4, 3, None, 1, 4, 4, 3, 5, 4, 4]
"""December 2025 to November 2026; April without a note."""


@pytest.fixture
def draw(draw_chart: Any) -> Any:
    return partial(draw_chart, NAME)


def months(note: Any, answers: list[int | None], *, last: int = 2026 * 12 + 10, apart: int = 1) -> list[Entry]:
    """A note on the 20th of each month, the latest in November 2026 unless another is asked for; None is a month without one."""
    numbers = [last - apart * back for back in reversed(range(len(answers)))]
    days = [date(number // 12, number % 12 + 1, 20) for number in numbers]
    return [note(EXERCISE, day, compared=answer) for day, answer in zip(days, answers, strict=True) if answer]


@pytest.fixture
def year(note: Any) -> list[Entry]:
    return months(note, ANSWERS)


def dots(drawn: Picture) -> list[tuple[Any, int]]:
    """Where the dots stand: which month from the first, and in which of the five rows, 5 on top."""
    assert drawn.figure is not None
    trace = next(trace for trace in drawn.figure["data"] if trace["name"] == "months")
    return [(x, len(STEPS) - (y - RAIL) // ROW) for x, y in zip(trace["x"], trace["y"], strict=True)]


def test_a_year_counted_by_hand(draw: Any, year: list[Entry]) -> None:
    drawn = draw(year)
    assert drawn.n == 11
    assert drawn.finding == "11 months compared"
    assert drawn.subtitle == "How secure you felt, compared with the month before, December 2025 to November 2026"
    assert drawn.sentence == (
        "The latest answer, for November: “more secure”. "
        "Your answers: 1 much more secure, 5 more secure, 3 about the same, 1 less secure, 1 much less secure. "
        "Each dot compares one month with the one before, as you saw it then. Each dot stands for itself. One month says little by itself."
    )
    assert drawn.note == "A gap is a month without a note."
    assert drawn.alternative == (
        "Dots in five rows, from much more secure at the top to much less secure. 11 months, December 2025 to November 2026. "
        "Much more secure: 1. More secure: 5. About the same: 3. Less secure: 1. Much less secure: 1. Latest: more secure."
    )
    assert dots(drawn) == [(0, 3), (1, 2), (2, 4), (3, 3), (5, 1), (6, 4), (7, 4), (8, 3), (9, 5), (10, 4), (11, 4)]
    assert len(drawn.table.rows) == 11
    assert drawn.table.rows[0] == ("Nov", "More secure", "–")
    assert drawn.table.rows[-1] == ("Dec 2025", "About the same", "–")


def test_the_row_of_about_the_same_is_marked_and_nothing_joins_the_dots(draw: Any, year: list[Entry]) -> None:
    figure = draw(year).figure
    lines = {trace["name"]: trace for trace in figure["data"] if "line" in trace}
    assert set(lines["same"]["y"]) == {ROW * (len(STEPS) - SAME) + RAIL, None}
    assert lines["same"]["line"]["width"] > 2 * lines["rows"]["line"]["width"]
    assert {trace["name"] for trace in figure["data"]} == {"rows", "same", "months"}


@pytest.mark.parametrize(
    ("answers", "finding"),
    [
        ([4], "One month compared so far"),
        ([4, 4, 5, 4], "4 months compared so far. Too few to call a pattern."),
        ([4, 4, 5, 4, 4, 4, 4, 4, 5], "9 months compared"),
        ([4, 4, 5, 5, 3], "5 months compared"),
        ([3, 3, 3, 3, 3], "5 months compared: “about the same” each time"),
        ([3, 3, 3, 3, 3, 3, 3, 3, 3, 3], "10 months compared: “about the same” each time"),
        ([3, 2, 1, 3, 4, 4, 5, 4, 4, 5], "Each of the latest 6 months noted felt more secure than the one before"),
        ([3, 4, 5, 3, 2, 2, 1, 2, 2, 1], "Each of the latest 6 months noted felt less secure than the one before"),
        ([3, 2, 3, 2, 2, 3, 3, 2, 3], "9 months compared"),
        ([2, 2, 4, 4, 3, 5, 4, 3, 4, 4], "10 months compared"),
        ([4, 4, 2, 2, 2, 1, 2, 2, 2, 3], "10 months compared"),
    ],
)  # fmt: skip
def test_what_is_said_at_each_number(draw: Any, note: Any, answers: list[int | None], finding: str) -> None:
    assert draw(months(note, answers)).finding == finding


def test_a_run_is_read_against_about_the_same_and_not_against_a_usual(draw: Any, note: Any) -> None:
    """The middle of these answers is "more secure": six times "about the same" are below it, and no loss."""
    drawn = draw(months(note, [4, 5, 4, 4, 5, 4, 4, 3, 3, 3, 3, 3, 3]))
    assert drawn.finding == "13 months compared"
    assert "usual" not in f"{drawn.finding} {drawn.sentence} {drawn.note} {drawn.alternative}"


def test_the_first_month_is_repeated_in_its_own_words(draw: Any, note: Any) -> None:
    drawn = draw([note(EXERCISE, "2026-11-20", compared=2, comes_from="A hard\nweek")])
    assert drawn.sentence == (
        "The answer for November: “less secure”. Each dot compares one month with the one before, as you saw it then. "
        "One month says little by itself."
    )
    assert drawn.alternative == (
        "One dot in five rows, from much more secure at the top to much less secure. The answer for November: “less secure”."
    )
    assert drawn.table.rows == (("Nov", "Less secure", "A hard week"),)


def test_the_latest_note_of_a_month_counts(draw: Any, note: Any) -> None:
    entries = [note(EXERCISE, day, compared=answer) for day, answer in (("2026-11-22", 4), ("2026-11-02", 1), ("2026-10-30", 3))]
    drawn = draw(entries)
    assert drawn.n == 2
    assert dots(drawn) == [(0, 3), (1, 4)]
    assert drawn.note == "When a month has more than one note, the latest one is shown."


def test_a_note_about_a_month_stands_at_that_month(draw: Any, note: Any) -> None:
    entries = [note(EXERCISE, "2026-11-20", compared=4), note(EXERCISE, "2026-11-21", compared=2, entry={"for_date": "2026-09"})]
    entries.append(note(EXERCISE, "2026-10-21", compared=3, entry={"for_date": "2026"}))
    assert dots(draw(entries)) == [(0, 2), (1, 3), (2, 4)]


def test_a_long_pause_is_drawn_shorter_and_said(draw: Any, note: Any) -> None:
    drawn = draw([*months(note, [3, 4], last=2024 * 12), *months(note, [2])])
    assert dots(drawn) == [(0, 3), (1, 4), (4, 2)]
    assert drawn.note == "A gap is a month without a note. Where the lines break, it was more than three months."


def test_of_ten_years_the_latest_two_are_drawn_and_said(draw: Any, note: Any) -> None:
    drawn = draw(months(note, [1, 2, 3, 4, 5] * 24))
    assert drawn.n == 120
    assert len(dots(drawn)) == len(drawn.table.rows) == 24
    assert drawn.note == "Picture and heading are about the latest 24 of 120 months."
    assert drawn.finding == "The latest 24 months compared"


def test_a_date_in_the_middle_stands_below_many_months(draw: Any, note: Any) -> None:
    texts = [words["text"] for words in draw(months(note, [1, 2, 3, 4, 5] * 24)).figure["layout"]["annotations"]]
    assert texts[len(STEPS) :] == ["Dec 2024", "Nov 2025", "Nov 2026"]


@pytest.mark.parametrize("n", [1, 4, 5, 12, 40])
def test_every_answer_is_counted_under_the_name_of_its_row(draw: Any, note: Any, n: int) -> None:
    """No count stands for two rows: “8 more secure” would be more than the row of that name holds."""
    drawn = draw(months(note, [4, 5, 2, 3, 1][:n] * (n // 5 or 1)))
    rows = Counter(row[1].lower() for row in drawn.table.rows)
    said = re.search(r"Your answers: (.+?)\.", drawn.sentence)
    counted = {name: int(number) for number, name in re.findall(r"(\d+) ([^,]+)", said[1])} if said else {}
    assert counted == (rows if n >= 5 else {})
    assert "added" not in drawn.sentence


def test_five_to_nine_months_cannot_show_which_way_things_go(draw: Any, note: Any) -> None:
    said = "So few months cannot show which way things go."
    assert [said in draw(months(note, [3] * n)).note for n in (1, 4, 5, 9, 10)] == [False, False, True, True, False]


def test_a_note_without_the_answer_or_with_another_is_no_dot(draw: Any, note: Any) -> None:
    odd: list[Any] = [0, 6, "4", True, [4]]
    entries = [note(EXERCISE, f"2026-0{month}-20", compared=value) for month, value in enumerate(odd, start=1)]
    assert draw([*entries, note(EXERCISE, "2026-11-20", comes_from="Sleep")]).state == "empty"


def test_headings_are_short(draw: Any, note: Any) -> None:
    for answers in ([1, 5] * 12, [5, 1, 1, *[5, 3] * 10, 5], [1, 1, 5, *[1, 3] * 10, 1], [1, 5, 3, 3] * 30):
        assert len(draw(months(note, answers)).finding.split()) <= 15


def test_the_rows_are_named_as_the_form_names_its_answers(guide: Guide) -> None:
    labels = guide.exercise(EXERCISE).prompts[0].labels
    assert tuple(guide.chart(NAME).sentences[f"step-{step}"].capitalize() for step in STEPS) == labels
