"""The figure of rows: where its marks stand, and how much room its words have."""

from itertools import pairwise
from typing import Any

import pytest
from filled_charts import FILLED

from newsoil.progress.two_marks.rows import TEN, Group, Row, Scale
from newsoil.progress.two_marks.rows_figure import rows_figure
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


def test_the_scale_is_drawn_whole_whatever_is_marked() -> None:
    figure = one(Row(name="a", open=4, filled=5))
    assert figure["layout"]["xaxis"]["range"] == [0, 10]
    assert traces(figure)["scale"]["x"][:2] == [0, 10]


def test_marks_are_named_once_where_they_have_room() -> None:
    names = {"open": "start", "stroke": "highest", "filled": "end"}
    rows = (
        Row(name="a", open=5, stroke=6, filled=7),
        Row(name="b", open=4, stroke=10, filled=1),
        Row(name="c", open=1, stroke=8, filled=5),
    )
    figure = one(*rows, names=names)
    named = {words["text"]: words["x"] for words in figure["layout"]["annotations"] if words["text"] in names.values()}
    assert named == {"start": 4, "highest": 10, "end": 1}


def test_a_stroke_that_is_too_near_goes_without_its_name() -> None:
    figure = one(Row(name="a", open=8, stroke=9, filled=1), names={"open": "start", "stroke": "highest", "filled": "end"})
    assert {"start", "end"} <= set(texts(figure))
    assert "highest" not in texts(figure)


def test_where_no_row_has_room_no_mark_is_named() -> None:
    assert texts(one(Row(name="a", open=5, filled=6), names={"open": "first", "filled": "latest"})) == ["a"]


def test_words_on_a_scale_stand_where_there_is_more_room() -> None:
    figure = one(
        Row(name="a", filled=2, said="right of it"), Row(name="b", filled=9, said="left of it"), Row(name="c", said="in the middle")
    )
    anchors = {words["text"]: (words["x"], words["xanchor"]) for words in figure["layout"]["annotations"]}
    assert anchors["right of it"] == (2, "left")
    assert anchors["left of it"] == (9, "right")
    assert anchors["in the middle"] == (5, "center")


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
