"""Urges to check, with journals counted by hand."""

from collections import Counter
from datetime import date
from functools import partial
from typing import Any

import pytest

from newsoil.guide import Guide
from newsoil.journal import Entry
from newsoil.progress.events.urges import LOOKS, NOT_SAID
from newsoil.progress.picture import Picture

NAME = "urges"
EXERCISE = "urge"
NOVEMBER = [
    ("2026-11-02", "wait"),
    ("2026-11-03", "checked"),
    ("2026-11-03", "tell"),
    ("2026-11-08", "wait"),
    ("2026-11-16", None),
    ("2026-11-18", "write"),
    ("2026-11-20", "wait"),
    ("2026-11-23", "checked"),
]


@pytest.fixture
def draw(draw_chart: Any) -> Any:
    return partial(draw_chart, NAME)


def noted(note: Any, days_and_ways: list[tuple[str, Any]]) -> list[Entry]:
    return [note(EXERCISE, day, clock=f"{8 + number:02}:00", before=6, choice=way) for number, (day, way) in enumerate(days_and_ways)]


@pytest.fixture
def november(note: Any) -> list[Entry]:
    """Eight: three waited, two checked, one told, one wrote, one does not say. One week is blank."""
    return noted(note, NOVEMBER)


def marks(drawn: Picture, name: str) -> list[int]:
    assert drawn.figure is not None
    return [x for trace in drawn.figure["data"] if trace["name"] == name for x in trace["x"]]


def test_a_november_counted_by_hand(draw: Any, november: list[Entry]) -> None:
    drawn = draw(november)
    assert drawn.finding == "You noted 8 urges to check"
    assert drawn.subtitle == "A mark is one note, weeks of 2 November to 23 November. Its pattern shows what you did."
    assert drawn.sentence == "Noticing an urge is already a pause, whatever came after it."
    assert drawn.note == "So few notes cannot show a pattern. Fewer notes can mean fewer events, or fewer notes."
    assert drawn.alternative == (
        "Columns of squares on a line of time, weeks of 2 November to 23 November. "
        "Told someone: 1. Wrote about it: 1. Waited: 3. Checked: 2. Not said: 1."
    )
    assert {kind: len(marks(drawn, kind)) for kind in LOOKS} == {"tell": 1, "write": 1, "walk": 0, "wait": 3, "checked": 2, NOT_SAID: 1}
    assert drawn.table.columns == (
        "Week of", "Told someone", "Wrote about it", "Walked, or moved a little", "Waited", "Checked", "Not said"
    )  # fmt: skip
    assert drawn.table.rows == (
        ("2 Nov", "1", "–", "–", "2", "1", "–"),
        ("16 Nov", "–", "1", "–", "1", "–", "1"),
        ("23 Nov", "–", "–", "–", "–", "1", "–"),
    )
    assert drawn.n == 8


def test_a_blank_week_is_a_blank_column(draw: Any, november: list[Entry]) -> None:
    drawn = draw(november)
    assert Counter(x for kind in LOOKS for x in marks(drawn, kind)) == {0: 4, 2: 3, 3: 1}


def test_the_squares_of_a_week_are_built_by_what_was_done(draw: Any, november: list[Entry]) -> None:
    drawn = draw(november)
    heights = {trace["name"]: trace["y"] for trace in drawn.figure["data"]}
    assert heights["tell"][0] > heights["wait"][0] > heights["wait"][1] > heights["checked"][0]


@pytest.mark.parametrize(
    ("ways", "finding"),
    [
        (["wait"], "You noted one urge to check so far"),
        (["wait"] * 4, "You noted 4 urges to check so far. Too few to call a pattern."),
        (["wait"] * 9, "You noted 9 urges to check"),
        (["wait"] * 9 + [None], "You noted 10 urges to check"),
        (["wait"] * 10, "You noted 10 urges to check. Most often you waited, 10 times."),
        (["walk", "walk", "wait", "wait", "tell"] * 2, "You noted 10 urges to check. Most often you walked or waited."),
        (["wait", "write", "tell", "walk", "checked"] * 2, "You noted 10 urges to check. You did several things equally often."),
    ],
)
def test_what_was_done_most_often_is_said_from_ten_that_say_it(draw: Any, note: Any, ways: list[str], finding: str) -> None:
    assert draw(noted(note, [("2026-11-20", way) for way in ways])).finding == finding


@pytest.mark.parametrize(
    ("ways", "most"),
    [
        (["checked"] * 10, "Most often you checked, 10 times."),
        (["walk", "walk", "checked", "checked", "tell"] * 2, "Most often you walked or checked."),
    ],
)
def test_checking_is_never_in_the_heading_and_is_said_below_without_blame(draw: Any, note: Any, ways: list[str], most: str) -> None:
    drawn = draw(noted(note, [("2026-11-20", way) for way in ways]))
    assert drawn.finding == "You noted 10 urges to check"
    assert drawn.sentence == f"Noticing an urge is already a pause, whatever came after it. {most} Nobody blames you here."


def test_what_was_not_said_is_a_short_dash_and_no_square(draw: Any, november: list[Entry]) -> None:
    (dash,) = [trace["marker"] for trace in draw(november).figure["data"] if trace["name"] == NOT_SAID]
    assert (dash["symbol"], dash["line"]["width"]) == ("line-ew", 3)


def test_patterns_are_not_told_apart_by_the_slant_of_a_cross_alone() -> None:
    assert sum(look.symbol in ("square-x", "square-cross") for look in LOOKS.values()) == 1


def test_a_long_time_is_drawn_in_months_and_says_that_it_is_of_the_newest(draw: Any, november: list[Entry], note: Any) -> None:
    drawn = draw([*november, *noted(note, [("2026-10-20", "wait")] * 3 + [("2025-12-30", "walk"), ("2025-11-01", "walk")])])
    assert drawn.finding == "Your newest 12 urges to check. Most often you waited, 6 times."
    assert drawn.note.startswith("Shown are the newest 12 of 13 urges.")
    assert [row[0] for row in drawn.table.rows] == ["Dec 2025", "Oct", "Nov"]


def test_one_of_many_is_said_as_one(draw: Any, note: Any) -> None:
    drawn = draw(noted(note, [("2024-05-01", "wait")] * 4 + [("2026-11-20", "wait")]))
    assert drawn.finding == "Your newest urge to check"
    assert "Shown is the newest of 5 urges." in drawn.note


def test_odd_values_are_not_said(draw: Any, note: Any) -> None:
    assert len(marks(draw(noted(note, [("2026-11-20", odd) for odd in ([], {"a": 1}, 7, "another")])), NOT_SAID)) == 4


def test_every_answer_has_a_pattern_a_name_and_a_word(guide: Guide) -> None:
    asked = next(prompt for prompt in guide.exercise(EXERCISE).prompts if prompt.id == "choice")
    options = [option.id for option in asked.options]  # type: ignore[union-attr]
    sentences = guide.chart(NAME).sentences
    assert [*options, NOT_SAID] == list(LOOKS)
    assert {key for key in sentences if key.startswith("kind-")} == {f"kind-{kind}" for kind in LOOKS}
    assert {key for key in sentences if key.startswith("did-")} == {f"did-{option}" for option in options}
    assert len({(look.symbol, look.filled, look.size, look.inside) for look in LOOKS.values()}) == len(LOOKS)
    assert guide.chart(NAME).note == "Fewer notes can mean fewer events, or fewer notes."


def test_a_year_that_has_passed_is_named(draw: Any, november: list[Entry]) -> None:
    assert "weeks of 2 November 2026 to 23 November 2026" in draw(november, date(2027, 1, 4)).subtitle
    assert draw(november, date(2027, 1, 4)).finding == draw(november).finding
