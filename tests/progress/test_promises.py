"""Promises, with journals counted by hand."""

from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest
from reading_figures import texts_in

from newsoil.guide import Guide
from newsoil.journal import Entry
from newsoil.progress.charts import picture
from newsoil.progress.events.promises import KINDS, LOOKS
from newsoil.progress.picture import Picture

NAME = EXERCISE = "promises"
OWN = [
    ("2026-08-03", "kept"),
    ("2026-08-05", "kept"),
    ("2026-08-17", "late-but-told"),
    ("2026-09-01", "not-kept"),
    ("2026-09-21", "kept"),
    ("2026-10-05", "changed-together"),
    ("2026-10-06", "kept"),
    ("2026-10-26", "open"),
    ("2026-11-02", "not-kept"),
    ("2026-11-16", "kept"),
    ("2026-11-20", "not-known"),
    ("2026-11-23", "kept"),
]
THEIRS = [("2026-08-10", "kept"), ("2026-09-14", "kept"), ("2026-09-15", "not-kept"), ("2026-10-12", "late-but-told"), ("2026-11-09", None)]


IN_TIME = "A promise was changed in good time if that was said, or agreed on, before its day."


@pytest.fixture
def draw(draw_chart: Any) -> Any:
    return partial(draw_chart, NAME)


@pytest.fixture
def draw_both(guide: Guide, today: date) -> Any:
    return lambda entries, day=today: picture(NAME, entries, guide, day, also=True)


@pytest.fixture
def own(note: Any) -> list[Entry]:
    """Twelve: six happened, two changed in good time, two did not happen, two are open or not known."""
    return [note(EXERCISE, day, promise="A walk", by="me", outcome=outcome) for day, outcome in OWN]


@pytest.fixture
def theirs(note: Any) -> list[Entry]:
    """Five: two happened, one did not, one changed in good time, one has no answer."""
    return [note(EXERCISE, day, clock="21:00", promise="A call", by="them", outcome=outcome) for day, outcome in THEIRS]


def marks(drawn: Picture, name: str) -> int:
    assert drawn.figure is not None
    return sum(len(trace["x"]) for trace in drawn.figure["data"] if trace["name"] == name)


def test_an_autumn_counted_by_hand(draw: Any, own: list[Entry]) -> None:
    drawn = draw(own)
    assert drawn.finding == "6 of your own promises happened, 2 did not"
    assert drawn.subtitle == "A mark is one promise, weeks of 3 August to 23 November"
    assert drawn.sentence == f"Of your own, 2 changed in good time and 2 are not known yet. {IN_TIME}"
    assert drawn.note == "Fewer notes can mean fewer events, or fewer notes."
    assert drawn.alternative == (
        "Marks on a line of time, weeks of 3 August to 23 November. "
        "Happened: 6. Changed in good time: 2. Did not happen: 2. Not known yet: 2."
    )
    assert {kind: marks(drawn, f"My own {kind}") for kind in LOOKS} == {"kept": 6, "talked": 2, "not-kept": 2, "open": 2}
    assert drawn.table.columns == ("Week of", "Happened", "Changed in good time", "Did not happen", "Not known yet")
    assert drawn.table.rows[0] == ("3 Aug", "2", "–", "–", "–")
    assert len(drawn.table.rows) == 9
    in_table = [sum(int(row[column]) for row in drawn.table.rows if row[column] != "–") for column in range(1, 5)]
    assert in_table == [6, 2, 2, 2]
    assert drawn.n == sum(in_table) == 12


def test_shape_and_filling_say_what_became_of_it(draw: Any, own: list[Entry]) -> None:
    looks = {trace["name"]: trace["marker"] for trace in draw(own).figure["data"] if "marker" in trace}
    assert looks["My own kept"]["symbol"] == "circle"
    assert looks["My own talked"]["symbol"] == "triangle-up"
    assert looks["My own not-kept"]["symbol"] == "diamond"
    assert [name for name, look in looks.items() if name.startswith("My own") and look["line"]["width"]] == [
        "My own not-kept",
        "My own open",
    ]


@pytest.mark.parametrize(
    ("outcomes", "finding"),
    [
        (["kept"], "One promise of your own noted so far"),
        (["kept", "not-kept", "not-kept", "kept"], "4 promises of your own noted so far. Too few to call a pattern."),
        (["kept"] * 9, "9 promises of your own noted"),
        (["kept"] * 10, "10 of your own promises happened"),
        (["not-kept"] * 10, "10 of your own promises did not happen"),
        (["kept", "not-kept", "not-kept", *["open"] * 7], "One of your own promises happened, 2 did not"),
        (["kept", "late-but-told", *["open"] * 8], "One of your own promises happened"),
        (["not-kept", "late-but-told", *["open"] * 8], "One of your own promises did not happen"),
        (["open", "not-known", None, "late-but-told", *["open"] * 6], "10 promises of your own noted"),
    ],
)
def test_the_heading_counts_what_became_of_them_from_ten_on_and_leave_out_what_is_not_there(
    draw: Any, note: Any, outcomes: list[str], finding: str
) -> None:
    days = [date(2026, 11, 23) - timedelta(days=back) for back in range(len(outcomes))]
    entries = [note(EXERCISE, day, promise="x", by="me", outcome=outcome) for day, outcome in zip(days, outcomes, strict=True)]
    assert draw(entries).finding == finding


def test_five_to_nine_are_all_counted_below_the_picture(draw: Any, own: list[Entry]) -> None:
    drawn = draw(own[:9])
    assert drawn.finding == "9 promises of your own noted"
    assert drawn.sentence == f"Of your own, 4 happened, 2 did not, 2 changed in good time and 1 is not known yet. {IN_TIME}"
    assert drawn.note.startswith("So few promises cannot show a pattern. ")
    assert draw([entry for entry in own[:9] if entry.answers["outcome"] != "kept"]).sentence.startswith("Of your own, 2 did not happen, ")


def test_one_is_said_as_one(draw: Any, own: list[Entry]) -> None:
    drawn = draw([entry for entry in own if entry.answers["outcome"] not in ("changed-together", "not-known")])
    assert drawn.sentence.startswith("Of your own, 1 changed in good time and 1 is not known yet.")


def test_fewer_than_five_are_said_one_by_one(draw: Any, own: list[Entry]) -> None:
    drawn = draw(own[:3])
    assert drawn.alternative.endswith(
        "Happened, in the week of 3 Aug. Happened, in the week of 3 Aug. Changed in good time, in the week of 17 Aug."
    )
    assert drawn.sentence == IN_TIME


def test_the_other_row_is_off_and_offered(draw: Any, own: list[Entry], theirs: list[Entry]) -> None:
    drawn, alone = draw([*own, *theirs]), draw(own)
    assert drawn.also == "Also show the other person’s promises"
    assert alone.also == ""
    assert drawn == type(drawn)(**{**{name: getattr(alone, name) for name in alone.__struct_fields__}, "also": drawn.also})


def test_the_other_row_stands_below_and_is_counted_by_itself(draw: Any, draw_both: Any, own: list[Entry], theirs: list[Entry]) -> None:
    drawn, alone = draw_both([*own, *theirs]), draw([*own, *theirs])
    assert (drawn.finding, drawn.n, drawn.also) == (alone.finding, 12, "")
    assert drawn.sentence == alone.sentence + (
        " You noted 5 promises by the other person. Of those, 2 happened, 1 did not, 1 changed in good time and 1 is not known yet."
    )
    assert drawn.alternative.endswith("The other person. Happened: 2. Changed in good time: 1. Did not happen: 1. Not known yet: 1.")
    assert {kind: marks(drawn, f"The other person {kind}") for kind in LOOKS} == {"kept": 2, "talked": 1, "not-kept": 1, "open": 1}
    assert {"My own", "The other person"} <= set(texts_in(drawn))
    assert "My own" not in texts_in(alone)
    assert drawn.table.columns[:2] == ("Week of", "Whose")
    assert ("10 Aug", "The other person", "1", "–", "–", "–") in drawn.table.rows


def test_fewer_than_five_of_the_other_are_drawn_and_no_sentence_counts_them(
    draw: Any, draw_both: Any, own: list[Entry], theirs: list[Entry]
) -> None:
    drawn = draw_both([*own, *theirs[:4]])
    assert drawn.sentence == draw(own).sentence
    assert marks(drawn, "The other person kept") == 2
    assert "The other person. Happened, in the week of 10 Aug." in drawn.alternative


def test_the_others_promises_never_stand_alone(draw: Any, draw_both: Any, theirs: list[Entry]) -> None:
    for drawn in (draw(theirs), draw_both(theirs)):
        assert (drawn.n, drawn.figure, drawn.also) == (0, None, "")


def test_the_others_lie_in_the_time_of_ones_own(draw: Any, draw_both: Any, own: list[Entry], theirs: list[Entry], note: Any) -> None:
    old = note(EXERCISE, "2026-03-02", promise="Long ago", by="them", outcome="not-kept")
    assert draw([*own, old]).also == ""
    assert draw_both([*own, old]).figure == draw(own).figure
    drawn = draw_both([*own, *theirs, old])
    assert drawn.note.startswith("One promise by the other person lies outside this time.")
    assert marks(drawn, "The other person not-kept") == 1


def test_a_promise_that_names_nobody_is_not_drawn_and_that_is_said(draw: Any, own: list[Entry], note: Any) -> None:
    drawn = draw([*own, note(EXERCISE, "2026-11-10", promise="A call", outcome="not-kept")])
    assert drawn.n == 12
    assert drawn.note.startswith("One promise does not say who made it, so it is not here.")


def test_a_promise_stands_where_it_was_due_else_where_it_was_said_else_where_it_was_noted(draw: Any, note: Any) -> None:
    def week(**days: str) -> str:
        return draw([note(EXERCISE, "2026-11-23", promise="x", by="me", **days)]).table.rows[0][0]

    assert week(due="2026-12-04", said_on="2026-11-10") == "30 Nov"
    assert week(due="2026-12", said_on="2026-11-10") == "9 Nov"
    assert week(due="2062-12-04", said_on="2026-11-10") == "9 Nov"
    assert week(due="2026-13-40", said_on="soon") == "23 Nov"


def test_the_heading_counts_what_is_known_and_names_no_day_that_is_to_come(draw: Any, own: list[Entry], note: Any) -> None:
    ahead = note(EXERCISE, "2026-11-23", clock="23:00", promise="x", by="me", due="2026-12-09", outcome="open")
    assert draw([*own, ahead]).finding == draw(own).finding == "6 of your own promises happened, 2 did not"
    assert draw([*own, ahead]).subtitle == "A mark is one promise, August to December"


def test_a_long_time_is_drawn_in_months_and_named_by_them(draw: Any, own: list[Entry], note: Any) -> None:
    earlier = [note(EXERCISE, day, promise="x", by="me", outcome="kept") for day in ("2024-05-01", "2025-12-24", "2026-01-07")]
    drawn = draw([*own, *earlier])
    assert drawn.finding == "Of your own newest 14 promises, 8 happened and 2 did not"
    assert drawn.subtitle == "A mark is one promise, December 2025 to November 2026"
    assert drawn.note.startswith("Shown are the newest 14 of 15 promises of your own.")
    assert drawn.table.rows[0] == ("Dec 2025", "1", "–", "–", "–")


@pytest.mark.parametrize(
    ("recent", "finding"),
    [(1, "7 promises of your own noted, here the newest"), (3, "9 promises of your own noted, here the newest 3")],
)
def test_a_heading_says_when_it_counts_what_is_not_drawn(draw: Any, own: list[Entry], note: Any, recent: int, finding: str) -> None:
    old = [note(EXERCISE, f"2024-05-0{day}", promise="x", by="me", outcome="kept") for day in range(1, 7)]
    assert draw([*old, *own[-recent:]]).finding == finding


def test_a_year_that_has_passed_is_named(draw: Any, own: list[Entry]) -> None:
    assert draw(own, date(2027, 1, 4)).finding == draw(own).finding
    assert draw(own, date(2027, 1, 4)).subtitle == "A mark is one promise, weeks of 3 August 2026 to 23 November 2026"


def test_no_mark_is_much_wider_than_another() -> None:
    """What did not happen is not what the eye falls on first. plotly draws a diamond 1.3 times as wide as its size."""
    times = {"circle": 1.0, "diamond": 1.3, "triangle-up": 1.15}
    wide = [look.size * times[look.symbol] + (0 if look.filled else 1.75) for look in LOOKS.values()]
    assert max(wide) / min(wide) < 1.4


def test_odd_values_are_not_known(draw: Any, note: Any) -> None:
    entries = [
        note(EXERCISE, "2026-11-23", clock=f"2{number}:00", by="me", outcome=odd) for number, odd in enumerate(([], {"a": 1}, 7, "x"))
    ]
    assert marks(draw([*entries, note(EXERCISE, "2026-11-23", by=["me"])]), "My own open") == 4


def test_every_answer_is_drawn_as_something(guide: Guide) -> None:
    asked = {prompt.id: prompt for prompt in guide.exercise(EXERCISE).prompts}
    options = {option.id for option in asked["outcome"].options}  # type: ignore[union-attr]
    assert options - set(KINDS) == {"open", "not-known"}
    assert set(KINDS) <= options
    assert {option.id for option in asked["by"].options} == {"me", "them"}  # type: ignore[union-attr]
    assert guide.chart(NAME).note == "Fewer notes can mean fewer events, or fewer notes."
