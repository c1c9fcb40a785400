"""From when to when, in words."""

from datetime import date

import pytest

from newsoil.guide import ChartText, Guide
from newsoil.progress.spans import days, months
from newsoil.progress.words import Words


@pytest.fixture
def words(guide: Guide, today: date) -> Words:
    return Words(ChartText(id="c", title="t", subtitle="s", empty="e", sentences={}), today, guide)


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2026, 9, 7), date(2026, 11, 23), ("September", "November")),
        (date(2025, 9, 7), date(2026, 11, 23), ("September 2025", "November 2026")),
        (date(2025, 9, 7), date(2025, 11, 23), ("September 2025", "November 2025")),
        (date(2024, 9, 7), date(2025, 11, 23), ("September 2024", "November 2025")),
    ],
)
def test_both_years_are_said_where_they_differ(words: Words, first: date, last: date, said: tuple[str, str]) -> None:
    assert months(first, last, words) == said
    assert days(first, last, words) == (f"7 {said[0]}", f"23 {said[1]}")
