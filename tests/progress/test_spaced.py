"""Notes beside each other in the order of time."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from newsoil.progress.steps.spaced import fitting, places, stretches

times = st.lists(st.integers(-5_000, 800_000), min_size=1, max_size=40).map(sorted)
longest = st.integers(1, 9)


def test_gaps_stay_gaps_until_they_are_too_long() -> None:
    assert places([10, 11, 14, 14, 90, 91], 7) == [0, 1, 4, 4, 11, 12]
    assert places([5], 7) == [0]
    assert places([], 7) == []


def test_stretches_end_where_a_gap_was_drawn_shorter() -> None:
    assert stretches([10, 11, 14, 14, 90, 91], 7) == [(0, 4), (11, 12)]
    assert stretches([5], 7) == [(0, 0)]
    assert stretches([], 7) == []


def test_as_many_of_the_latest_fit_as_there_are_columns_for() -> None:
    assert fitting([1, 2, 3, 9, 10], 2, 12) == 5
    assert fitting([1, 2, 3, 9, 10], 2, 4) == 3
    assert fitting([1, 2, 3, 9, 10], 2, 3) == 2
    assert fitting([3, 3, 3], 2, 1) == 3


@given(times, longest)
def test_no_gap_is_longer_than_it_may_be_and_none_is_lost(times: list[int], longest: int) -> None:
    at = places(times, longest)
    assert len(at) == len(times)
    for (before, after), (one, following) in zip(pairwise(times), pairwise(at), strict=True):
        assert following - one == min(after - before, longest)
    assert len(stretches(times, longest)) == 1 + sum(after - before > longest for before, after in pairwise(times))


@given(times, longest, st.integers(1, 12))
def test_those_that_fit_stand_within_the_columns(times: list[int], longest: int, columns: int) -> None:
    fit = fitting(times, longest, columns)
    assert fit >= 1
    assert places(times[-fit:], longest)[-1] < columns
