"""The timeline, with events counted by hand."""

from functools import partial
from typing import Any

import pytest
from reading_figures import texts_in

from newsoil.guide import Guide
from newsoil.progress.events.timeline_figure import LOUD
from newsoil.progress.picture import Picture

NAME = "timeline"
EXERCISE = "trust-timeline"
ROWS = [
    {"id": "a", "headline": "The summer I found out", "about-when": "2024-07", "who": "this-relationship", "still-loud": "very-loud"},
    {"id": "b", "headline": "The birthday", "who": "growing-up", "learned": "Do not count on it", "still-loud": "quiet"},
    {"id": "c", "headline": "A friend told it", "about-when": "2011", "who": "friend", "still-loud": "quiet"},
    {"id": "d", "about-when": "2024-07-30"},
    {"id": "e", "headline": "The letter", "about-when": "2011-03"},
]


@pytest.fixture
def draw(draw_chart: Any) -> Any:
    return partial(draw_chart, NAME)


@pytest.fixture
def of(note: Any) -> Any:
    """One version of the timeline with these rows."""
    return lambda rows, day="2026-11-20", **more: note(EXERCISE, day, events=rows, **more)


def headlines(drawn: Picture) -> list[str]:
    """The texts of the figure without the dates below headlines, where each headline is a number or undated."""
    texts = texts_in(drawn)
    return [text for at, text in enumerate(texts) if not text.isdigit() or at % 2 == 0]


def trace(drawn: Picture, name: str) -> dict[str, Any]:
    assert drawn.figure is not None
    return next(trace for trace in drawn.figure["data"] if trace["name"] == name)


def test_five_events_counted_by_hand(draw: Any, of: Any) -> None:
    drawn = draw([of(ROWS)])
    assert drawn.finding == "5 events on your timeline"
    assert drawn.subtitle == "What you listed, the oldest on top. The larger the mark, the louder the alarm was when you noted it."
    assert drawn.sentence == "A timeline can stay unfinished."
    assert drawn.note == (
        "An open mark means that you did not say how loud the alarm was. How far apart the marks are says nothing about time."
    )
    assert drawn.alternative == (
        "A list of 5 events, the oldest on top. Dated from 2011 to 30 Jul 2024. Without a date: 1. Alarm quiet: 2. Alarm very loud: 1."
    )
    assert texts_in(drawn) == [
        "A friend told it", "2011, alarm: quiet",
        "The letter", "Mar 2011",
        "The summer I found out", "Jul 2024, alarm: very loud",
        "No headline", "30 Jul 2024",
        "Without a date",
        "The birthday", "alarm: quiet",
    ]  # fmt: skip
    assert drawn.table.columns == ("About when", "Headline", "How loud the alarm was", "Who it was", "What my alarm learned")
    assert drawn.table.rows[0] == ("2011", "A friend told it", "Quiet", "A friend", "–")
    assert drawn.table.rows[-1] == ("–", "The birthday", "Quiet", "Someone I grew up with", "Do not count on it")
    assert drawn.n == len(drawn.table.rows) == 5


def test_the_mark_is_the_larger_the_louder_and_open_where_it_was_not_said(draw: Any, of: Any) -> None:
    drawn = draw([of(ROWS)])
    assert trace(drawn, "loud")["marker"]["size"] == [LOUD["quiet"], LOUD["very-loud"], LOUD["quiet"]]
    assert len(trace(drawn, "unsaid")["y"]) == 2
    assert list(LOUD.values()) == sorted(set(LOUD.values()))
    assert max(LOUD.values()) <= 18, "the eye is not pulled to what hurts most"


def test_one_event_is_explained_too(draw: Any, of: Any) -> None:
    drawn = draw([of(ROWS[:1])])
    assert drawn.subtitle == "What you listed. The larger the mark, the louder the alarm was when you noted it."
    assert drawn.note == ""
    assert draw([of(ROWS[3:4])]).note == "An open mark means that you did not say how loud the alarm was."


def test_the_line_ends_where_the_dates_do(draw: Any, of: Any) -> None:
    drawn = draw([of(ROWS)])
    heights = sorted(trace(drawn, "loud")["y"] + trace(drawn, "unsaid")["y"])
    assert trace(drawn, "time")["y"] == heights[:4]


def test_nothing_in_the_picture_says_who_it_was_or_what_was_learned(draw: Any, of: Any) -> None:
    for rows in (ROWS, ROWS[:4]):
        drawn = draw([of(rows)])
        words = " ".join([*texts_in(drawn), drawn.finding, drawn.subtitle, drawn.sentence, drawn.note, drawn.alternative])
        assert not any(secret in words for secret in ("grew up", "friend,", "A friend.", "Someone", "count on"))


def test_fewer_than_five_are_said_one_by_one(draw: Any, of: Any) -> None:
    assert draw([of(ROWS[:2])]).alternative == (
        "A list of 2 events, the oldest on top. Jul 2024, The summer I found out, alarm: very loud. "
        "Without a date, The birthday, alarm: quiet."
    )
    assert draw([of(ROWS[:1])]).alternative == "One event. Jul 2024, The summer I found out, alarm: very loud."
    assert draw([of(ROWS[:1])]).finding == "One event on your timeline"


def test_the_newest_version_counts_and_what_was_taken_out_stays_out(draw: Any, of: Any) -> None:
    older, newer = of(ROWS, "2026-08-01"), of(ROWS[:1], "2026-11-01")
    assert draw([older, newer]) == draw([newer])
    emptied = of([], "2026-11-10", take_along="no")
    assert draw([older, newer, emptied]).n == 0


def test_a_row_in_which_nothing_stands_is_no_event(draw: Any, of: Any) -> None:
    assert draw([of([{"id": "x"}, {"id": "y", "headline": "  "}, ROWS[0]])]).n == 1


def test_events_of_one_date_and_those_without_one_stay_as_they_were_written(draw: Any, of: Any) -> None:
    rows = [
        {"id": str(number), "headline": name, "about-when": when}
        for number, (name, when) in enumerate(zip("dcba", ["2011", "2011", "", ""], strict=True))
    ]
    assert [row[1] for row in draw([of(rows)]).table.rows] == ["d", "c", "b", "a"]


def test_without_any_date_the_heading_stands_first_and_there_is_no_line(draw: Any, of: Any) -> None:
    drawn = draw([of([{"id": "x", "headline": "a"}, {"id": "y", "headline": "b"}])])
    assert texts_in(drawn) == ["Without a date", "a", "b"]
    assert trace(drawn, "time")["y"] == []
    assert "How far apart" not in drawn.note


def test_twenty_are_drawn_the_latest_first_and_that_is_said(draw: Any, of: Any) -> None:
    dated = [{"id": str(year), "headline": str(year), "about-when": str(year)} for year in range(1990, 2012)]
    drawn = draw([of([*dated, {"id": "x", "headline": "undated"}])])
    assert drawn.n == 23
    assert drawn.finding == "23 events on your timeline"
    assert headlines(drawn) == [str(year) for year in range(1992, 2012)]
    assert drawn.note.startswith("Shown are the latest 20 with a date. The older ones and those without a date are in the table. ")
    assert len(drawn.table.rows) == 23
    some = draw([of([*dated[:15], *({"id": f"u{number}", "headline": f"u{number}"} for number in range(9))])])
    assert headlines(some)[14:] == ["2004", "Without a date", "u0", "u1", "u2", "u3", "u4"]
    assert some.note.startswith("Shown are all with a date, and 5 without. The others are in the table. ")


@pytest.mark.parametrize(
    ("dated", "undated", "said"),
    [
        (20, 0, ""),
        (21, 0, "Shown are the latest 20 with a date. The older ones are in the table. "),
        (20, 1, "Shown are the 20 with a date. Those without a date are in the table. "),
        (1, 20, "Shown are all with a date, and 19 without. The others are in the table. "),
        (0, 21, "Shown are the first 20. The others are in the table. "),
    ],
)
def test_which_are_drawn_and_where_the_others_stand(draw: Any, of: Any, dated: int, undated: int, said: str) -> None:
    rows = [{"id": f"d{number}", "headline": "x", "about-when": str(1990 + number)} for number in range(dated)]
    drawn = draw([of([*rows, *({"id": f"u{number}", "headline": "x"} for number in range(undated))])])
    assert drawn.finding == f"{dated + undated} events on your timeline"
    assert drawn.note.startswith(f"{said}An open mark")


def test_the_table_has_more_than_the_picture_and_says_where_it_ends(draw: Any, of: Any) -> None:
    dated = [{"id": str(year), "headline": str(year), "about-when": str(year)} for year in range(1950, 2020)]
    drawn = draw([of([*dated, {"id": "x", "headline": "undated"}])])
    assert [row[1] for row in drawn.table.rows] == [str(year) for year in range(1960, 2020)]
    assert drawn.note.startswith("Shown are the latest 20 with a date. The table has 60 events. ")


def test_a_long_headline_is_cut_in_the_picture_and_whole_in_the_table(draw: Any, of: Any) -> None:
    headline = "A year of lies that began with one small thing"
    drawn = draw([of([{"id": "x", "headline": f"{headline}."}, {"id": "y", "headline": f"{headline} {headline}"}])])
    assert texts_in(drawn)[1:] == [
        *("A year of lies that began with", "one small thing"),
        *("A year of lies that began with", "one small thing A year of lies…"),
    ]
    assert drawn.table.rows[0][1] == f"{headline}."


def test_own_words_are_never_markup_or_a_formula(draw: Any, of: Any) -> None:
    drawn = draw([of([{"id": "x", "headline": "<b>$x$</b> & {n}"}])])
    assert "&lt;b&gt;&#36;x&#36;&lt;/b&gt; &amp; {n}" in texts_in(drawn)


@pytest.mark.parametrize("odd", [None, "x", 7, [7, "x", None], [{"id": "x", "headline": ["a"], "about-when": 2011}]])
def test_odd_values_are_no_events(draw: Any, note: Any, odd: Any) -> None:
    assert draw([note(EXERCISE, "2026-11-20", take_along="yes", events=odd)]).n == 0


@pytest.mark.parametrize("odd", ["soon", "2011-13", "0000", "2011-3", "20110301", "2011-02-30", "2011-W10-1"])
def test_an_odd_date_is_none(draw: Any, of: Any, odd: str) -> None:
    assert draw([of([{"id": "x", "headline": "a", "about-when": odd, "still-loud": "deafening", "who": "nobody"}])]).table.rows == (
        ("–", "a", "–", "–", "–"),
    )


def test_every_answer_of_the_rows_has_its_word(guide: Guide) -> None:
    asked = next(prompt for prompt in guide.exercise(EXERCISE).prompts if prompt.id == "events")
    columns = {column.id: column for column in asked.columns}  # type: ignore[union-attr]
    sentences = guide.chart(NAME).sentences
    assert {key for key in sentences if key.startswith("who-")} == {f"who-{option.id}" for option in columns["who"].options}
    loud = {option.id: str(option.label) for option in columns["still-loud"].options}
    assert list(loud) == list(LOUD)
    assert {option: sentences[f"loud-{option}"].capitalize() for option in loud} == loud
