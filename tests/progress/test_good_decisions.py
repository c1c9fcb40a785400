"""Good decisions, with journals counted by hand."""

from datetime import date
from functools import partial
from typing import Any

import pytest

from newsoil.journal import Entry
from newsoil.progress.picture import Picture

NAME = "good-decisions"
EXERCISE = "one-good-decision"


@pytest.fixture
def draw(draw_chart: Any) -> Any:
    return partial(draw_chart, NAME)


@pytest.fixture
def november(note: Any) -> list[Entry]:
    """Five notes on four days of November, and one of October."""
    days = [("2026-10-30", "18:00"), ("2026-11-03", "18:00"), ("2026-11-09", "09:00"), ("2026-11-09", "21:00")]
    days += [("2026-11-21", "18:00"), ("2026-11-23", "07:30")]
    return [note(EXERCISE, day, clock=clock, decision="I asked for a day.", size="small") for day, clock in days]


def dots(drawn: Picture, name: str = "noted") -> list[tuple[Any, Any]]:
    assert drawn.figure is not None
    trace = next(trace for trace in drawn.figure["data"] if trace["name"] == name)
    return list(zip(trace["x"], trace["y"], strict=True))


def key(drawn: Picture) -> list[str]:
    """The words below the month, each beside a mark of its own: on one line, or each on its own where a day has several notes."""
    assert drawn.figure is not None
    texts = {text["y"]: [] for text in drawn.figure["layout"]["annotations"]}
    for text in drawn.figure["layout"]["annotations"]:
        texts[text["y"]].append(text["text"])
    beside = [y for name in ("key noted", "key today") for _, y in dots(drawn, name)]
    assert beside == [y for y in sorted(set(beside)) for _ in texts[y]]
    assert max(beside) == max(texts)
    return [text for y in sorted(set(beside)) for text in texts[y]]


def test_a_november_counted_by_hand(draw: Any, november: list[Entry]) -> None:
    drawn = draw(november)
    assert drawn.finding == "You noted 5 good decisions on 4 days in November"
    assert drawn.sentence == "A blank day is a day without a note."
    assert key(drawn) == ["a day with one note or more", "today"]
    assert key(draw(november[1:2])) == ["a day with a note", "today"]
    assert drawn.alternative == "Calendar of November. Notes on 3 November, 9 November (2 notes), 21 November and 23 November."
    assert len(dots(drawn)) == 4
    assert len(drawn.table.rows) == drawn.n == 5
    assert drawn.table.rows[0] == ("3 Nov", "I asked for a day.", "Small")


def test_a_dot_stands_on_its_weekday_and_in_its_week(draw: Any, note: Any) -> None:
    places = dots(draw([note(EXERCISE, day, decision="Yes.") for day in ("2026-11-01", "2026-11-02", "2026-11-09", "2026-11-29")]))
    (sunday, top), (monday, second), (next_monday, third), (last_sunday, fifth) = places
    assert (sunday, monday, next_monday, last_sunday) == (6, 0, 0, 6)
    assert second - top == third - second == (fifth - second) / 3


def test_one_note_is_said_with_its_day(draw: Any, november: list[Entry]) -> None:
    assert draw(november[-1:]).finding == "You noted one good decision, on 23 November"


def test_notes_on_one_day_are_said_as_one_day(draw: Any, november: list[Entry]) -> None:
    assert draw(november[2:4]).finding == "You noted 2 good decisions on one day in November"


def test_a_month_that_begins_shows_the_last_month_with_a_note_and_no_ring(draw: Any, november: list[Entry]) -> None:
    drawn = draw(november, date(2026, 12, 1))
    assert drawn.finding == draw(november).finding
    assert key(drawn) == ["a day with one note or more"]
    assert dots(drawn, "today") == dots(drawn, "key today") == []


def test_another_year_is_named(draw: Any, november: list[Entry]) -> None:
    assert draw(november, date(2027, 1, 2)).finding == "You noted 5 good decisions on 4 days in November 2026"


def test_a_note_dated_ahead_is_drawn_only_when_its_month_has_come_or_nothing_else_is_there(
    draw: Any, november: list[Entry], note: Any
) -> None:
    ahead = note(EXERCISE, "2026-12-05", decision="Yes.")
    assert draw([*november, ahead]).finding == draw(november).finding
    assert draw([ahead]).finding == "You noted one good decision, on 5 December"


def test_a_note_for_another_day_stands_on_that_day(draw: Any, note: Any) -> None:
    drawn = draw([note(EXERCISE, "2026-11-23", decision="Yes.", entry={"for_date": "2026-11-20"})])
    assert drawn.finding == "You noted one good decision, on 20 November"


def test_a_note_about_a_month_stands_on_the_day_it_was_made(draw: Any, note: Any) -> None:
    drawn = draw([note(EXERCISE, "2026-11-23", decision="Yes.", entry={"for_date": "2019"})])
    assert drawn.finding == "You noted one good decision, on 23 November"


def test_a_note_without_size_or_words_has_a_dash_in_the_table(draw: Any, note: Any) -> None:
    assert draw([note(EXERCISE, "2026-11-23", self_trust=4)]).table.rows == (("23 Nov", "–", "–"),)
