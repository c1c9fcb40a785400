"""What may be said of so many notes."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsoil.progress import findings

answers = st.lists(st.integers(1, 5), max_size=40)


@pytest.mark.parametrize(
    ("n", "state"),
    [(0, "empty"), (1, "one"), (2, "few"), (4, "few"), (5, "some"), (9, "some"), (10, "enough"), (400, "enough")],
)
def test_the_number_of_notes_decides_how_much_may_be_said(n: int, state: str) -> None:
    assert findings.state(n) == state


def test_range_and_most_common_answer_start_with_five() -> None:
    assert findings.spread([2, 3, 3, 4]) is None
    assert findings.spread([2, 3, 3, 4, 1]) == (1, 4, 3)


def test_two_answers_that_are_equally_common_leave_no_most_common_one() -> None:
    assert findings.spread([2, 2, 3, 3, 5]) == (2, 5, None)


def test_the_most_common_words_start_with_five_and_may_be_several() -> None:
    assert findings.most(["a", "a", "a", "b"]) == []
    assert findings.most(["b", "a", "a", "b", "a"]) == ["a"]
    assert findings.most(["b", "a", "c", "b", "a"]) == ["b", "a"]


def test_there_is_no_usual_below_ten() -> None:
    assert findings.usual([3] * 9) is None
    assert findings.usual([3] * 10) == 3
    assert findings.usual([2] * 5 + [3] * 5) == 2.5


def test_six_in_a_row_above_the_usual_are_a_shift() -> None:
    assert findings.shift([1, 2, 2, 1, 2, 2, 4, 5, 4, 4, 4, 5]) == ("above", 6, 6)


def test_six_in_a_row_below_the_usual_are_a_shift() -> None:
    assert findings.shift([4, 5, 4, 4, 5, 4, 2, 1, 2, 1, 2, 2]) == ("below", 6, 6)


def test_five_in_a_row_are_no_shift() -> None:
    assert findings.shift([2, 2, 2, 2, 2, 4, 4, 4, 4, 4]) is None


def test_a_run_that_is_over_is_no_shift() -> None:
    assert findings.shift([2, 2, 2, 2, 2, 2, 4, 4, 4, 4, 4, 4, 1]) is None


def test_answers_on_the_line_neither_count_nor_break_a_run() -> None:
    assert findings.shift([1, 1, 2, 1, 3, 3, 3, 4, 4, 3, 5, 4, 4, 4]) == ("above", 6, 7)


def test_answers_that_never_change_are_no_shift() -> None:
    assert findings.shift([3] * 30) is None


def test_answers_that_come_and_go_on_one_side_of_the_line_are_no_shift() -> None:
    """With seven fours and six threes the usual is four, and every three would be of one run, though nothing changes."""
    assert findings.shift([4, 3] * 6 + [4]) is None
    assert findings.shift([4] * 7 + [3] * 6) == ("below", 6, 6)
    assert findings.shift([4] * 7 + [3] * 6 + [4]) is None


def test_two_good_weeks_make_no_run_of_a_year_that_stays_as_it_was() -> None:
    """Without them no answer lies above the usual, and the ones would be no run; they are none with them, either."""
    before, after = [1, 2, 2, 1, 2, 2, 1, 2], [1, 1, 2, 1, 2, 2, 1, 2, 1, 2, 2, 1]
    assert findings.usual(before + after) == findings.usual([*before, 3, 4, *after]) == 2
    assert findings.shift(before + after) is None
    assert findings.shift([*before, 3, 4, *after]) is None


def test_a_run_is_read_against_any_line_and_at_any_number() -> None:
    assert findings.run([4, 3, 4, 4, 5, 4, 4], 3) == ("above", 6, 7)
    assert findings.run([4, 3, 4, 4, 5, 4, 4], 3, over_line=False) is None
    assert findings.run([4, 2, 4, 4, 5, 4, 4], 3) is None


@given(answers)
def test_a_shift_upside_down_is_the_same_shift_on_the_other_side(values: list[int]) -> None:
    shift, mirrored = findings.shift(values), findings.shift([6 - value for value in values])
    assert (shift is None) == (mirrored is None)
    if shift and mirrored:
        assert shift[1:] == mirrored[1:]
        assert shift.side != mirrored.side


@given(answers)
def test_a_shift_is_what_its_sentence_says(values: list[int]) -> None:
    shift, middle = findings.shift(values), findings.usual(values)
    if shift and middle is not None:
        latest = values[-shift.of :]
        on_side = [value for value in latest if (value > middle if shift.side == "above" else value < middle)]
        assert len(on_side) == shift.k >= findings.SHIFT
        assert all(value == middle for value in latest if value not in on_side)


def test_months_are_compared_from_three_check_ins_each() -> None:
    assert findings.month_against_month([2, 2], [4, 4, 4]) is None
    assert findings.month_against_month([2, 2, 2], [4, 4]) is None
    assert findings.month_against_month([2, 2, 2], [3, 3, 4]) == "higher"
    assert findings.month_against_month([3, 3, 4], [2, 2, 1]) == "lower"


def test_half_a_step_between_months_is_about_the_same() -> None:
    assert findings.month_against_month([2, 2, 3, 3], [3, 3, 3]) == "same"


def test_pairs_are_counted_from_five_on() -> None:
    four = [(7, 4), (5, 5), (6, 8), (9, 2)]
    assert findings.pairs(four) is None
    assert findings.pairs([*four, (3, 1)]) == (3, 1, 1)


@given(st.lists(st.tuples(st.integers(0, 10), st.integers(0, 10)), min_size=5))
def test_every_pair_is_lower_or_the_same_or_higher(both: list[tuple[int, int]]) -> None:
    found = findings.pairs(both)
    assert found is not None
    assert found.total == len(both)


def test_states_only_grow_with_the_number_of_notes() -> None:
    order = ["empty", "one", "few", "some", "enough"]
    places = [order.index(findings.state(n)) for n in range(30)]
    assert all(before <= after for before, after in pairwise(places))
