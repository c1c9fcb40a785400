"""The pulse: what three words give away, counted over all results, and what it never does."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsoil.workshop.pulse import ALLOWED, Pulse, is_mixed, words
from newsoil.workshop.refused import Refused

BANDS = ("low", "middle", "high")


def results(answers):
    """Every way in which so many answers lie in three bands."""
    return [counts for counts in product(range(answers + 1), repeat=3) if sum(counts) == answers]


def given_away(answers, said, insiders=1):
    """How often people who know their own answers are certain of another's, and of how many cases: over all results and all of them."""
    certain = cases = 0
    every = results(answers)
    for counts in every:
        fitting = [other for other in every if said(other) == said(counts)]
        for known in results(insiders):
            if any(mine > there for mine, there in zip(known, counts, strict=True)):
                continue
            cases += 1
            rest = [
                tuple(there - mine for mine, there in zip(known, other, strict=True))
                for other in fitting
                if all(mine <= there for mine, there in zip(known, other, strict=True))
            ]
            alike = {tuple(count > 0 for count in one) for one in rest}
            certain += len(alike) == 1 and sum(next(iter(alike))) == 1
    return certain, cases


def three_words(counts):
    """The rule without its lowest number, as the count below five needs it."""
    total = sum(counts)
    return tuple("most" if count >= max(total - 2, 3) else "few" if count <= 2 else "some" for count in counts)


@pytest.mark.parametrize("answers", range(5, 16))
def test_nobody_who_knows_their_own_answer_is_certain_of_another(answers):
    assert given_away(answers, words)[0] == 0


def test_the_count_finds_what_other_rules_give_away():
    assert given_away(5, lambda counts: counts) == (9, 45), "exact counts"
    assert given_away(3, three_words) == (3, 18)
    assert given_away(4, three_words) == (6, 30)


@pytest.mark.parametrize("answers", range(7, 13))
def test_two_who_compare_notes_are_certain_of_nothing_in_the_strong_setting(answers):
    assert given_away(answers, lambda counts: words(counts, strong=True), insiders=2)[0] == 0


def test_two_who_compare_notes_could_be_certain_without_it():
    assert given_away(5, words, insiders=2)[0] > 0


@pytest.mark.parametrize("answers", range(16))
def test_below_five_nothing_is_said_and_from_five_on_each_band_has_a_word(answers):
    for counts in results(answers):
        said = words(counts)
        assert (said is None) == (answers < 5)
        assert said is None or (len(said) == 3 and set(said) <= {"most", "some", "few"})


def test_five_equal_answers_and_three_against_two_say_the_same():
    assert words((5, 0, 0)) == words((3, 1, 1)) == ("most", "few", "few")


@pytest.mark.parametrize("answers", range(5, 16))
def test_all_and_nobody_are_never_told_from_nearly_all_and_hardly_anybody(answers):
    assert words((answers, 0, 0)) == words((answers - 1, 1, 0)) == words((answers - 2, 1, 1))


def test_where_nothing_stands_out_the_group_was_mixed():
    assert is_mixed(words((2, 2, 2)))
    assert not is_mixed(words((3, 1, 1)))


@given(st.permutations(range(3)), st.tuples(*[st.integers(0, 6)] * 3))
def test_which_band_comes_first_does_not_matter(order, counts):
    said, turned = words(counts), words([counts[place] for place in order])
    assert (said is None) == (turned is None)
    assert said is None or tuple(said[place] for place in order) == turned


@given(st.permutations(["low", "low", "low", "middle", "high", "low"]))
def test_the_order_of_answers_does_not_matter(order):
    pulse = Pulse(BANDS)
    for seat, band in enumerate(order):
        pulse.answer(str(seat), band)
    assert pulse.close() == words((4, 1, 1))


def filled(answers=5, **options):
    pulse = Pulse(BANDS, **options)
    for seat in range(answers):
        pulse.answer(str(seat), "low")
    return pulse


def test_an_answer_after_the_close_is_refused_and_changes_nothing():
    pulse = filled(5)
    said = pulse.close()
    with pytest.raises(Refused):
        pulse.answer("late", "high")
    assert pulse.close() == said == ("most", "few", "few")


def test_it_cannot_be_opened_again():
    pulse = filled(4)
    assert pulse.close() is None
    assert not pulse.is_open
    with pytest.raises(Refused):
        pulse.answer("fifth", "low")
    assert pulse.close() is None


def test_a_seat_answers_once():
    pulse = filled(1)
    with pytest.raises(Refused):
        pulse.answer("0", "high")
    assert pulse.answered == 1


def test_an_answer_that_is_none_is_refused_and_leaves_the_seat_its_answer():
    pulse = Pulse(BANDS)
    with pytest.raises(Refused):
        pulse.answer("seat", "secret")
    pulse.answer("seat", "low")
    assert pulse.has_answered("seat")


@pytest.mark.parametrize("at_least", ALLOWED)
def test_a_group_can_ask_for_more_answers_and_never_for_fewer(at_least):
    assert filled(at_least - 1, at_least=at_least).close() is None
    assert filled(at_least, at_least=at_least).close() is not None


@pytest.mark.parametrize("at_least", [0, 1, 3, 4, 6, -5])
def test_no_other_number_is_taken(at_least):
    with pytest.raises(ValueError, match="5, 7 or 10"):
        Pulse(BANDS, at_least=at_least)


def test_once_it_is_closed_it_holds_neither_who_answered_nor_what_was_counted():
    pulse = filled(6)
    pulse.close()
    held = [value for value in vars(pulse).values() if isinstance(value, (dict, set, list))]
    assert not any(held)
    assert not pulse.has_answered("0")


def test_while_it_is_open_no_answer_hangs_on_a_seat():
    pulse = filled(6)
    pulse.answer("last", "high")
    assert all("last" not in str(value) or isinstance(value, set) for value in vars(pulse).values())
