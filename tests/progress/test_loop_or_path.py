"""Loop or path, with journals counted by hand."""

from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest

from newsoil.guide import Guide
from newsoil.journal import Entry
from newsoil.progress.picture import Picture
from newsoil.progress.steps.loops_figure import KEY, RESULTS, SHAPES

NAME = "loop-or-path"
PATH = {"new": "path", "feeling": "path", "question": "path"}
LOOP = {"new": "loop", "feeling": "loop", "question": "loop", "next_step": "loop"}


@pytest.fixture
def draw(draw_chart: Any) -> Any:
    return partial(draw_chart, NAME)


@pytest.fixture
def november(note: Any) -> list[Entry]:
    """Eight notes in four weeks: by answers two paths, a loop, one that could not stop and one mixed; as seen a path, a loop, undecided."""
    days: list[tuple[str, dict[str, str]]] = [
        ("2026-10-27", {**PATH, "topic": "The weekend\nin May"}),
        ("2026-10-28", LOOP),
        ("2026-11-10", {**LOOP, "can_stop": "loop"}),
        ("2026-11-11", {"new": "path", "feeling": "neither"}),
        ("2026-11-12", {**LOOP, "see_it": "path"}),
        ("2026-11-17", {"can_stop": "loop", "see_it": "loop"}),
        ("2026-11-22", PATH),
        ("2026-11-23", {**PATH, "see_it": "unknown"}),
    ]
    return [note(NAME, day, **answers) for day, answers in days]


def seen(note: Any, results: list[str], *, days: int = 1, end: date = date(2026, 11, 23)) -> list[Entry]:
    """A note for each result, as the person sees it; the latest on the 23rd."""
    return [
        note(NAME, end - timedelta(days=days * back), clock=f"{back % 24:02}:{back // 24 % 60:02}", see_it=result)
        for back, result in enumerate(reversed(results))
    ]


def columns(drawn: Picture, result: str) -> list[Any]:
    assert drawn.figure is not None
    return [x for trace in drawn.figure["data"] if trace["name"] == result for x in trace["x"]]


def marked(drawn: Picture) -> int:
    return sum(len(columns(drawn, result)) for result in RESULTS)


def test_a_november_counted_by_hand(draw: Any, november: list[Entry]) -> None:
    drawn = draw(november)
    assert drawn.n == 8
    assert drawn.finding == "Thinking back, 8 notes: 3 led somewhere, 3 went round, 1 mixed, 1 undecided"
    assert drawn.subtitle == "What thinking back was like, as you saw it, 27 October to 23 November"
    assert drawn.sentence == (
        "2 of those that went round were hard to stop. Each mark is one note, each column one week. "
        "Going round is not a fault in you. A mind can do that when it tries to keep you safe."
    )
    assert drawn.note == (
        "So few notes cannot show whether one month was easier than another. A blank column is a week or more without a note. "
        "Fewer notes can mean fewer events, or fewer notes."
    )
    assert drawn.alternative == (
        "8 marks in columns by week, 27 October to 23 November. Led somewhere: 3. Went round: 1. Went round, hard to stop: 2. "
        "Mixed: 1. Undecided: 1. Latest: undecided."
    )
    assert {result: columns(drawn, result) for result in RESULTS} == {
        "path": [0, 2, 3],
        "loop": [0],
        "no-stop": [2, 3],
        "mixed": [2],
        "unknown": [4],
    }
    assert len(drawn.table.rows) == 8
    assert drawn.table.rows[0] == ("23 Nov", "–", "Undecided")
    assert drawn.table.rows[-1] == ("27 Oct", "The weekend in May", "Led somewhere")


def test_the_persons_own_view_goes_first(draw: Any, november: list[Entry]) -> None:
    rows = {row[0]: row[2] for row in draw(november).table.rows}
    assert rows["12 Nov"] == "Led somewhere", "though its answers went round"
    assert rows["17 Nov"] == "Went round, hard to stop", "“a loop” says no less than that it was hard to stop"


def test_every_result_has_a_shape_of_its_own(draw: Any, note: Any) -> None:
    assert set(SHAPES) == set(RESULTS)
    assert len({look["symbol"] for look in SHAPES.values()}) == len(RESULTS)
    texts = [label["text"] for label in draw(seen(note, ["path", "loop", "no-stop", "mixed", "unknown"])).figure["layout"]["annotations"]]
    assert texts[:5] == ["led somewhere", "went round", "went round, hard to stop", "mixed", "undecided"]


def test_what_was_hard_to_stop_differs_in_more_than_a_few_dots_of_print(draw: Any, note: Any) -> None:
    looks = {trace["name"]: trace["marker"] for trace in draw(seen(note, ["loop", "no-stop"])).figure["data"] if "marker" in trace}
    assert (looks["loop"]["symbol"], looks["no-stop"]["symbol"]) == ("circle-open", "circle")


def test_every_column_has_a_stroke_below_it_and_the_key_stands_well_above(draw: Any, note: Any) -> None:
    traces = {trace["name"]: trace for trace in draw(seen(note, ["path", "path"], days=21)).figure["data"]}
    assert traces["ground"]["x"][3::3] == [0, 1, 2], "below the blank one too"
    assert traces["path"]["y"][0] - traces["key path"]["y"][0] >= KEY + 24


def test_a_column_is_stacked_in_the_order_of_the_key(draw: Any, note: Any) -> None:
    figure = draw(seen(note, ["unknown", "loop", "path", "no-stop", "mixed", "path"], days=0)).figure
    heights = [(y, trace["name"]) for trace in figure["data"] if trace["name"] in RESULTS for y in trace["y"]]
    assert [name for _, name in sorted(heights)] == ["path", "path", "loop", "no-stop", "mixed", "unknown"]


@pytest.mark.parametrize(
    ("results", "finding"),
    [
        (["loop"], "Thinking back, one note: went round"),
        (["no-stop"], "Thinking back, one note: went round, hard to stop"),
        (["path", "path", "loop", "path"], "Thinking back, 4 notes so far. Too few to call a pattern."),
        (["path"] * 5, "Thinking back, 5 notes: all led somewhere"),
        (["loop", "no-stop"] * 3, "Thinking back, 6 notes: all went round"),
        (["mixed"] * 5, "Thinking back, 5 notes: all mixed"),
        (["unknown"] * 5, "Thinking back, 5 notes: all undecided"),
        (["path", "loop"] * 6, "Thinking back, 12 notes: 6 led somewhere, 6 went round"),
    ],
)
def test_what_is_said_at_each_number(draw: Any, note: Any, results: list[str], finding: str) -> None:
    assert draw(seen(note, results)).finding == finding


@pytest.mark.parametrize(
    ("results", "said"),
    [
        (["no-stop", "loop", "loop", "path", "path"], "One of those that went round was hard to stop."),
        (["no-stop", "no-stop", "path", "path", "path"], "Those that went round were all hard to stop."),
        (["no-stop", "path", "path", "path", "path"], "The one that went round was hard to stop."),
    ],
)
def test_how_many_were_hard_to_stop_is_said_below(draw: Any, note: Any, results: list[str], said: str) -> None:
    assert draw(seen(note, results)).sentence.startswith(said)
    assert "stop" not in draw(seen(note, results[:4])).sentence, "fewer than five are only counted"


def test_where_nothing_went_round_nothing_is_said_of_it(draw: Any, note: Any) -> None:
    assert draw(seen(note, ["path", "mixed"] * 4)).sentence == "Each mark is one note, each column one week."


def test_notes_of_many_weeks_stand_by_month(draw: Any, note: Any) -> None:
    drawn = draw(seen(note, ["path", "loop"] * 8, days=14))
    assert drawn.alternative.startswith("16 marks in columns by month")
    assert drawn.sentence.startswith("Each mark is one note, each column one month.")
    assert columns(drawn, "path") == [0, 1, 2, 3, 4, 5, 6, 7]
    assert marked(drawn) == 16


def test_of_ten_years_the_newest_are_drawn_and_said(draw: Any, note: Any) -> None:
    drawn = draw(seen(note, ["path", "loop", "mixed"] * 400, days=3))
    assert drawn.n == 1200
    assert marked(drawn) == len(drawn.table.rows) == 60
    assert drawn.finding == "Thinking back, latest 60 notes: 20 led somewhere, 20 went round, 20 mixed"
    assert drawn.note.startswith("Picture and heading are about the latest 60 of 1200 notes.")


def test_so_many_as_have_a_column_are_drawn(draw: Any, note: Any) -> None:
    drawn = draw(seen(note, ["path", "loop"] * 20, days=61))
    assert marked(drawn) == len(drawn.table.rows) < 12
    assert max(columns(drawn, "path") + columns(drawn, "loop")) < 12
    assert f"Picture and heading are about the latest {marked(drawn)} of 40 notes." in drawn.note


def test_sixty_notes_of_one_day_stay_a_picture_of_one_screen(draw: Any, note: Any) -> None:
    drawn = draw(seen(note, ["path", "loop", "no-stop", "mixed", "unknown"] * 12, days=0))
    assert marked(drawn) == 60
    assert drawn.figure["layout"]["height"] < 660
    places = [(x, y) for trace in drawn.figure["data"] if trace["name"] in RESULTS for x, y in zip(trace["x"], trace["y"], strict=True)]
    assert len(set(places)) == 60, "no mark hides another"


def test_a_note_without_a_result_is_not_counted(draw: Any, note: Any) -> None:
    odd: Any = {"see_it": ["path"], "topic": "Money"}
    assert draw([note(NAME, "2026-11-23", topic="Money"), note(NAME, "2026-11-22", **odd)]).state == "empty"
    assert draw([note(NAME, "2026-11-23", see_it="a knot")]).state == "empty"


def test_headings_are_short_and_give_no_share(draw: Any, note: Any) -> None:
    drawn = draw(seen(note, ["path", "loop", "no-stop", "mixed", "unknown"] * 20))
    assert len(drawn.finding.split()) <= 15
    assert "%" not in drawn.finding


def test_the_results_are_those_of_the_form_and_of_its_table(guide: Guide) -> None:
    asked = next(each for each in guide.exercise(NAME).prompts if each.id == "see-it")
    decision = guide.decision(NAME)
    assert decision is not None
    assert {option.id for option in asked.options} == set(RESULTS)
    assert {rule.result for rule in decision.rules if not any(condition.earlier for condition in rule.all)} <= set(RESULTS)


def test_the_note_says_what_fewer_notes_can_mean(guide: Guide) -> None:
    assert guide.chart(NAME).note == "Fewer notes can mean fewer events, or fewer notes."
