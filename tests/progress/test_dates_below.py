"""Dates below marks."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsoil.progress.steps.dates import LETTER, SHEET, Date, dates_below

LEFT, RIGHT = 84, 15


def texts(*dates: Date, left: int = LEFT, right: int = RIGHT) -> list[tuple[str, str]]:
    return [(words["text"], words["xanchor"]) for words in dates_below(dates, "1 Sep to 9 Nov", left, right, y=0)]


def test_a_date_stands_in_the_middle_under_its_mark_and_the_margin_counts_as_room() -> None:
    assert texts(Date("1 Sep", 0, 0.05), Date("9 Nov", 9, 0.94)) == [("1 Sep", "center"), ("9 Nov", "center")]


def test_a_date_that_would_leave_the_sheet_stands_at_its_edge() -> None:
    shown = dates_below([Date("1 Sep 2025", 0, 0.02), Date("9 Nov 2026", 9, 0.98)], "", 0, 0, y=0)
    assert [(words["xanchor"], words["xref"], words["x"]) for words in shown] == [("left", "paper", 0), ("right", "paper", 1)]


def test_a_date_between_is_left_out_where_it_has_no_room() -> None:
    long = [Date("1 Sep 2025", 0, 0.05), Date("5 Feb 2026", 5, 0.5), Date("9 Nov 2026", 9, 0.95)]
    assert [text for text, _ in texts(*long)] == ["1 Sep 2025", "9 Nov 2026"]
    assert [text for text, _ in texts(*long, left=0, right=0)] == [date.text for date in long]


def test_two_dates_in_each_others_way_are_said_in_one() -> None:
    assert texts(Date("1 Sep", 0, 0.05), Date("9 Nov", 1, 0.12), left=0, right=0) == [("1 Sep to 9 Nov", "left")]
    assert texts(Date("1 Sep", 0, 0.5), Date("9 Nov", 1, 0.6), left=0, right=0) == [("1 Sep to 9 Nov", "center")]


@pytest.mark.parametrize("along", [0.0, 0.5, 1.0])
def test_one_date_is_one_date(along: float) -> None:
    assert [text for text, _ in texts(Date("9 Nov", 0, along))] == ["9 Nov"]


@given(st.lists(st.floats(0, 1), min_size=1, max_size=12).map(sorted), st.integers(1, 14), st.integers(0, 84), st.integers(0, 15))
def test_no_date_leaves_the_narrowest_sheet_or_stands_in_another(along: list[float], letters: int, left: int, right: int) -> None:
    shown = dates_below([Date("x" * letters, place, place) for place in along], "x" * (2 * letters + 4), left, right, y=0)
    ends = []
    for words in shown:
        wide = LETTER * len(words["text"])
        x = left + words["x"] * (SHEET - left - right) + words.get("xshift", 0)
        begin = {"left": x, "center": x - wide / 2, "right": x - wide}[words["xanchor"]]
        ends.append((begin, begin + wide))
    assert ends[0][0] >= -0.01
    assert ends[-1][1] <= SHEET + 0.01
    assert all(before[1] < after[0] for before, after in pairwise(ends))
