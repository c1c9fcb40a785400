"""The figure of rows: where its marks stand, and how much room its words have."""

from itertools import pairwise
from typing import Any

import pytest
from filled_charts import FILLED

from newsoil.progress.two_marks.rows import TEN, TEN_HEADS, Group, Kind, Row, Scale
from newsoil.progress.two_marks.rows_figure import ROW, rows_figure
from newsoil.progress.two_marks.rows_words import NEXT, room
from newsoil.progress.words import cut

WIDE = 288 - 26
"""Pixels from one end of a scale to the other on the narrowest screen."""

LETTER = 7.5
"""Pixels of a letter of 15 px, a little more than most have."""


def traces(figure: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {trace["name"]: trace for trace in figure["data"]}


def texts(figure: dict[str, Any]) -> list[str]:
    return [words["text"] for words in figure["layout"]["annotations"]]


def one(*rows: Row, scale: Scale = TEN, **group: Any) -> dict[str, Any]:
    return rows_figure(scale, [Group(rows=rows, **group)])


def test_open_filled_and_stroke_are_three_shapes() -> None:
    drawn = traces(one(Row(name="a", open=2, stroke=9, filled=5)))
    assert drawn["open"]["marker"]["color"] != drawn["filled"]["marker"]["color"]
    assert drawn["stroke"]["marker"]["symbol"] == "line-ns"
    assert (drawn["open"]["x"], drawn["stroke"]["x"], drawn["filled"]["x"]) == ([2], [9], [5])


def test_two_marks_on_one_place_are_a_dot_in_a_ring() -> None:
    drawn = traces(one(Row(name="a", open=4, filled=4)))
    assert drawn["open"]["marker"]["size"][0] > 2 * drawn["filled"]["marker"]["size"][0]
    assert "change" not in drawn


def test_a_stroke_is_joined_to_the_nearest_mark() -> None:
    assert traces(one(Row(name="a", open=2, stroke=9, filled=5)))["reach"]["x"] == [9, 5, None]


def test_no_line_leads_to_a_place_apart_from_the_scale() -> None:
    drawn = traces(one(Row(name="a", open=1, filled=3.2), Row(name="b", open=0, filled=2), scale=Scale((0, 1, 2), (3.2,))))
    assert drawn["change"]["x"] == [0, 2, None]
    assert drawn["scale"]["x"][:2] == [0, 2], "the scale ends before the place apart"
    assert drawn["columns"]["x"] == [3.2, 3.2, None], "which is a column of its own"


def test_the_scale_is_drawn_whole_whatever_is_marked() -> None:
    figure = one(Row(name="a", open=4, filled=5))
    assert figure["layout"]["xaxis"]["range"] == [0, 10]
    assert traces(figure)["scale"]["x"][:2] == [0, 10]


NAMES: dict[Kind, str] = {"open": "start", "stroke": "highest", "filled": "end"}


def key_of(figure: dict[str, Any]) -> dict[str, float]:
    """What the key names, and how far from the top."""
    return {words["text"]: words["y"] for words in figure["layout"]["annotations"] if words["text"] in NAMES.values()}


@pytest.mark.parametrize("rows", [[(5, 6, 7)], [(8, 9, 1), (4, 10, 1)], [(4, 4, 4)] * 9])
def test_marks_are_named_in_a_line_above_the_scale_wherever_they_stand(rows: list[tuple[int, int, int]]) -> None:
    made = [Row(name="a", open=first, stroke=second, filled=third) for first, second, third in rows]
    figure = rows_figure(TEN, [Group(rows=tuple(made))], heads=TEN_HEADS, names=NAMES)
    assert list(key_of(figure)) == ["start", "highest", "end"]
    (height,) = set(key_of(figure).values())
    scale = [words["y"] for words in figure["layout"]["annotations"] if words["text"] in ("0", "5", "10")]
    assert height < min(scale) < traces(figure)["scale"]["y"][0]
    for kind in NAMES:
        assert traces(figure)[f"key {kind}"]["marker"]["symbol"] in ("circle", "line-ns")


def test_a_mark_that_no_row_has_is_not_named() -> None:
    figure = rows_figure(TEN, [Group(rows=(Row(name="a", filled=7),))], names=NAMES)
    assert list(key_of(figure)) == ["end"]


def test_a_group_with_a_scale_of_its_own_names_its_own_marks() -> None:
    groups = [Group(rows=(Row(name="a", filled=7),), names={"filled": name}, heads=((0, f"low {name}"),)) for name in ("today", "latest")]
    assert texts(rows_figure(TEN, groups)) == ["today", "low today", "a", "latest", "low latest", "a"]


@pytest.mark.parametrize(("rows", "times"), [(1, 1), (6, 1), (7, 2), (12, 2)])
def test_the_words_of_the_scale_stand_below_many_rows_too(rows: int, times: int) -> None:
    figure = rows_figure(TEN, [Group(rows=(Row(name="a", filled=7),) * rows)], heads=TEN_HEADS)
    heights = [words["y"] for words in figure["layout"]["annotations"] if words["text"] == "10"]
    assert len(heights) == times
    if times == 2:
        assert max(heights) > traces(figure)["filled"]["y"][-1]


def test_one_scale_is_named_once_for_all_groups_and_lines_part_them() -> None:
    groups = [Group(rows=(Row(name="a", filled=7),), title=title, ruled=True) for title in ("one", "two", "three")]
    figure = rows_figure(TEN, groups, heads=TEN_HEADS)
    assert [text for text in texts(figure) if text in ("0", "5", "10")] == ["0", "5", "10"]
    assert len(traces(figure)["rules"]["x"]) == 2 * 3, "above the second and the third"


def test_a_stroke_reaches_no_words_above_it() -> None:
    figure = one(Row(name="a", open=4, stroke=4, filled=4))
    (name,) = figure["layout"]["annotations"]
    (size,), (y,) = traces(figure)["stroke"]["marker"]["size"], traces(figure)["stroke"]["y"]
    assert size > traces(figure)["open"]["marker"]["size"][0], "it is seen above and below the ring"
    assert y - size / 2 >= name["y"] + name["font"]["size"] / 2 + 4


def test_a_long_name_has_as_many_lines_as_it_needs_and_pushes_what_is_below_it_down() -> None:
    short, long = Row(name="a", filled=1), Row(name="That it happens again, and that I did not see it coming at all", filled=2)
    figure = one(long, short)
    assert texts(figure) == ["That it happens again, and that I", "did not see it coming at all", "a"]
    apart = [after - before for before, after in pairwise(traces(figure)["filled"]["y"])]
    assert apart == [ROW]
    assert figure["layout"]["height"] == 2 * ROW + NEXT


def test_a_name_has_four_lines_at_most() -> None:
    lines = texts(one(Row(name="one and two and three " * 20, filled=2)))
    assert len(lines) == 4
    assert [line.endswith("…") for line in lines] == [False, False, False, True]


def test_no_line_of_a_name_is_one_word_alone() -> None:
    assert texts(one(Row(name="That nobody would tell me, again in week 9", filled=2))) == ["That nobody would tell me, again in", "week 9"]
    assert texts(one(Row(name="That I am too much, again in the week 11", filled=2))) == ["That I am too much, again in the", "week 11"]


@pytest.mark.parametrize("name", ["moments", "conversations", "fears"])
def test_no_words_of_the_person_are_cut(draw_chart: Any, name: str) -> None:
    for n in (1, 3, 7, 12, 60):
        drawn = draw_chart(name, FILLED[name](n))
        assert not [text for text in texts(drawn.figure) if "…" in text]
        assert not [cell for row in drawn.table.rows for cell in row if "…" in cell]


@pytest.mark.parametrize(("aside", "letters"), [("", 36), ("5 Nov", 30), ("23 Nov", 29), ("23 Nov, end not noted", 16)])
def test_a_name_has_the_room_that_is_left_beside_it(aside: str, letters: int) -> None:
    assert room(aside) == letters
    assert letters * 8 + len(aside) * 7 <= 288
    assert texts(one(Row(name="n" * letters, aside=aside)))[0] == "n" * letters


def test_what_leaves_a_name_little_room_stands_below_it_unless_the_name_is_short() -> None:
    aside = "23 Nov 2025, end not noted"
    figure = one(Row(name="Who calls whom, and when", aside=aside), Row(name="Money", aside=aside))
    places = [(words["text"], words["y"]) for words in figure["layout"]["annotations"]]
    (_, name), (_, below), (_, short), (_, beside) = places
    assert (below - name, beside - short) == (NEXT, 0)
    assert figure["layout"]["height"] == 2 * ROW + NEXT


@pytest.mark.parametrize("name", ["moments", "conversations", "nine-signs", "then-and-today", "fears"])
@pytest.mark.parametrize("n", [1, 7, 12, 60])
def test_no_row_stands_in_another_and_no_line_of_words_is_too_long(draw_chart: Any, name: str, n: int) -> None:
    figure = draw_chart(name, FILLED[name](n)).figure
    lines: dict[float, list[dict[str, Any]]] = {}
    for words in figure["layout"]["annotations"]:
        lines.setdefault(words["y"], []).append(words)
    tops = sorted(lines)
    assert all(below - above >= 18 for above, below in pairwise(tops)), "lines stand apart"
    assert tops[-1] < figure["layout"]["height"]
    first, last = figure["layout"]["xaxis"]["range"]
    for line in lines.values():
        ends = sorted(_place(words, WIDE * (words["x"] - first) / (last - first)) for words in line)
        assert all(right <= left for (_, right), (left, _) in pairwise(ends)), [words["text"] for words in line]
        assert ends[0][0] >= -13
        assert ends[-1][1] <= WIDE + 13 + LETTER


def _place(words: dict[str, Any], x: float) -> tuple[float, float]:
    """From where to where words reach, in px."""
    wide = len(words["text"]) * LETTER * words["font"]["size"] / 15
    left = {"left": 0.0, "center": wide / 2, "right": wide}[words["xanchor"]]
    return x - left + words.get("xshift", 0), x - left + wide + words.get("xshift", 0)


def test_words_in_capitals_are_cut_sooner_since_they_are_wider() -> None:
    assert cut("THAT I AM LEFT ALONE WITH ALL OF IT", 38) == "THAT I AM LEFT ALONE WITH…"
    assert cut("That I am left alone with all of it", 38) == "That I am left alone with all of it"
