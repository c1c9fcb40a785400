"""Lists of words in a picture: where words break, and that marks stand beside them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsoil.progress.own_words.lines_figure import Line, lines_figure, middles, own_lines
from newsoil.progress.words import cut, wrapped


def test_words_break_between_words() -> None:
    assert wrapped("i did not look at the message", 12, 9) == ["i did not", "look at the", "message"]


def test_a_word_that_is_longer_than_a_line_goes_on_in_the_next() -> None:
    assert wrapped("x" * 25, 10, 9) == ["x" * 10, "x" * 10, "x" * 5]


def test_the_last_line_is_cut_when_there_is_more() -> None:
    assert wrapped("one two three four five six", 9, 2) == ["one two", "three…"]


def test_no_words_are_one_empty_line() -> None:
    assert wrapped("  ", 10, 3) == [""]


@pytest.mark.parametrize(("words", "line"), [("晚" * 9, "晚" * 5), ("A" * 9, "A" * 6), ("a" * 12, "a" * 10)])
def test_wide_signs_and_capitals_need_more_room(words: str, line: str) -> None:
    assert wrapped(words, 10, 9)[0] == line


@given(st.text("ab ", max_size=60), st.integers(2, 12))
def test_nothing_is_lost_where_there_are_enough_lines(words: str, longest: int) -> None:
    lines = wrapped(words, longest, 99)
    assert "".join(lines).replace(" ", "") == words.replace(" ", "")
    assert all(len(line) <= longest for line in lines)


def test_of_a_text_without_end_the_first_words_are_looked_at() -> None:
    assert cut("word " * 200_000, 12) == "word word…"
    assert wrapped("word " * 200_000, 12, 2) == ["word word", "word word…"]


def test_marks_stand_in_the_middle_of_their_line() -> None:
    lines = [Line(text="March", look="head"), *own_lines("one two three", 2, 9, left="circle", right="square", air=6), Line(text="x")]
    places, height = middles(lines)
    figure = lines_figure(lines)
    left, right = ({trace["name"]: trace for trace in figure["data"]}[side] for side in ("left", "right"))
    assert (left["x"], left["y"], left["marker"]["symbol"]) == ([0], [places[1]], ["circle"])
    assert (right["x"], right["y"], right["marker"]["symbol"]) == ([1], [places[1]], ["square"])
    assert figure["layout"]["height"] == height > max(places)
    assert [label["y"] for label in figure["layout"]["annotations"][1:]] == places[1:]


def test_no_word_stands_alone_on_the_last_line_where_it_can_have_another() -> None:
    said = [line.text for line in own_lines("That I need a day for plans", 3, 23)]
    assert wrapped("That I need a day for plans", 23, 3) == ["That I need a day for", "plans"]
    assert said == ["That I need a day", "for plans"]
    assert [line.text for line in own_lines("word " * 3 + "averyverylongword", 2, 17)] == ["word word word", "averyverylongword"]
    assert [line.text for line in own_lines("晚" * 12, 9, 22)] == ["晚" * 11, "晚"]


@given(st.text("abc ", max_size=60), st.integers(4, 12))
def test_nothing_is_lost_by_that_and_no_line_is_longer(words: str, longest: int) -> None:
    lines = [line.text for line in own_lines(words, 99, longest)]
    assert "".join(lines).replace(" ", "") == words.replace(" ", "")
    assert len(lines) == len(wrapped(words, longest, 99))
    assert all(len(line) <= longest for line in lines)
