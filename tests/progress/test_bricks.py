"""The wall of bricks, with journals counted by hand."""

from collections import Counter
from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsoil.guide import ChoicePrompt, Guide
from newsoil.journal import Entry
from newsoil.progress.own_words.bricks_figure import BRICK, JOINT, LINES, WIDE
from newsoil.progress.own_words.wall import SIDES, WHOSE
from newsoil.progress.picture import Picture

NAME, THING, PROMISE = "bricks", "one-reliable-thing", "promises"
AUTUMN = [
    ("2026-09-12", "The call did not come", "other", "against"),
    ("2026-10-02", "I listened without my phone", "me", "for"),
    ("2026-10-09", "The message came as promised", "other", "for"),
    ("2026-10-20", "A joke in place of an answer", "other", "against"),
    ("2026-11-03", "The shopping came late", "other", "unclear"),
    ("2026-11-10", "I took my walk", "me", "for"),
    ("2026-11-11", "The door", None, None),
]


@pytest.fixture
def draw(draw_chart: Any) -> Any:
    return partial(draw_chart, NAME)


@pytest.fixture
def things(note: Any) -> list[Entry]:
    """Seven things: three that way, two the other way, one unclear, one without a side; two of mine, four of others, one not said."""
    return [note(THING, day, thing=thing, who=who, side=side) for day, thing, who, side in AUTUMN]


@pytest.fixture
def promises(note: Any) -> list[Entry]:
    """Two that happened, and four that are no bricks."""
    outcomes = [("me", "kept"), ("them", "kept"), ("me", "not-kept"), ("them", "late-but-told"), ("me", "open"), ("me", None)]
    return [
        note(PROMISE, "2026-11-15", clock=f"20:0{number}", promise=f"Promise {number}", by=by, outcome=outcome)
        for number, (by, outcome) in enumerate(outcomes)
    ]


def bricks(drawn: Picture) -> dict[str, list[tuple[float, float, float]]]:
    """By whose they are: where each brick begins, how wide it is, and its middle from the top. Those of the key are left out."""
    assert drawn.figure is not None
    found = {}
    for trace in drawn.figure["data"]:
        places = list(zip(trace["base"], trace["x"], trace["y"], strict=True))
        found[trace["name"]] = places if trace["name"] == "numbers" else places[1:]
    return found


def texts_in(drawn: Picture) -> list[str]:
    assert drawn.figure is not None
    return [label["text"] for label in drawn.figure["layout"]["annotations"]]


def test_an_autumn_counted_by_hand(draw: Any, things: list[Entry]) -> None:
    drawn = draw(things)
    assert (drawn.n, drawn.state) == (7, "some")
    assert drawn.finding == "You noted 7 things from September to November"
    assert drawn.sentence == (
        "Of these, 3 point that way, 2 point the other way, 1 is unclear and 1 has no side. "
        "Each brick is one thing you noted. One of them can weigh more than all the others."
    )
    assert drawn.note == (
        "“That way” is a yes: things are different now, or you can rely on it. “The other way” is a no. "
        "Fewer notes can mean fewer events, or fewer notes."
    )
    assert drawn.alternative == (
        "A wall of bricks, 3 months, the oldest at the bottom. September: 1 points the other way; 1 of others. "
        "October: 2 point that way and 1 points the other way; 1 of mine and 2 of others. "
        "November: 1 points that way, 1 is unclear and 1 has no side; 1 of mine, 1 of others and 1 not said."
    )


def test_one_brick_for_each_thing_full_striped_or_open(draw: Any, things: list[Entry]) -> None:
    drawn = draw(things)
    assert {name: len(found) for name, found in bricks(drawn).items()} == {"me": 2, "other": 4, "none": 1, "numbers": 0}
    fills = {trace["name"]: trace["marker"] for trace in drawn.figure["data"]}
    assert fills["me"]["color"] == "--ns-chart-a"
    assert fills["other"]["pattern"]["shape"] == "/"
    assert fills["none"]["color"] == "--ns-surface"
    assert {"mine", "others’", "not said"} <= set(texts_in(drawn))


def test_a_promise_that_happened_is_a_brick_without_a_side(draw: Any, promises: list[Entry]) -> None:
    drawn = draw(promises)
    assert drawn.n == 2
    assert drawn.finding == "You noted 2 things in November"
    assert drawn.sentence.startswith("Of these, 2 have no side.")
    assert "A promise that happened is a brick without a side. Other promises are not shown here." in drawn.note
    assert drawn.table.rows == (
        ("15 Nov", "Promise 1", "Someone else’s", "a promise that happened"),
        ("15 Nov", "Promise 0", "Mine", "a promise that happened"),
    )


def test_promises_and_things_are_one_wall(draw: Any, things: list[Entry], promises: list[Entry]) -> None:
    drawn = draw([*things, *promises])
    assert drawn.n == 9
    assert drawn.sentence.startswith("Of these, 3 point that way, 2 point the other way, 1 is unclear and 3 have no side.")
    assert {name: len(found) for name, found in bricks(drawn).items()} == {"me": 3, "other": 5, "none": 1, "numbers": 0}


def test_the_oldest_month_is_at_the_bottom(draw: Any, things: list[Entry]) -> None:
    months = [label for label in draw(things).figure["layout"]["annotations"] if label["text"] in {"Sep", "Oct", "Nov"}]
    assert [label["text"] for label in sorted(months, key=lambda label: -label["y"])] == ["Sep", "Oct", "Nov"]


def test_a_stack_without_a_side_is_there_only_when_it_is_needed(draw: Any, things: list[Entry]) -> None:
    assert {"that", "way", "other", "not", "sure"} <= set(texts_in(draw(things[:6])))
    assert "side" not in texts_in(draw(things[:6]))
    assert "side" in texts_in(draw(things))


@pytest.mark.parametrize(
    ("side", "sentence"),
    [
        ("for", "It points that way."),
        ("against", "It points the other way."),
        ("unclear", "You were not sure which way it points."),
        (None, "It has no side."),
    ],
)
def test_one_brick_is_said_by_itself(draw: Any, note: Any, side: str | None, sentence: str) -> None:
    drawn = draw([note(THING, "2026-11-10", thing="A walk", side=side)])
    assert drawn.finding == "You noted one thing, in November"
    assert drawn.sentence.startswith(sentence)


@given(st.dictionaries(st.sampled_from(["for", "against", "unclear"]), st.integers(1, 40), min_size=1), st.sampled_from(["me", "other"]))
def test_each_way_has_the_same_room_and_the_same_bricks(draw_chart: Any, note: Any, counts: dict[str, int], whose: str) -> None:
    def stacks(counts: dict[str, int]) -> list[set[tuple[float, float]]]:
        entries = [
            note(THING, "2026-11-10", clock=f"20:{number:02}", entry={"id": f"{side} {number}"}, thing="x", who=whose, side=side)
            for side, count in counts.items()
            for number in range(count)
        ]
        places = bricks(draw_chart(NAME, entries))[whose]
        return [{(round(x - 4.5 * at, 6), round(wide, 6)) for x, wide, _ in places if 4.5 * at <= x < 4.5 * (at + 1)} for at in range(3)]

    turned = dict(zip(["for", "against", "unclear"], [counts.get(side, 0) for side in ("against", "unclear", "for")], strict=True))
    for_, against, unclear = stacks(counts)
    assert stacks(turned) == [against, unclear, for_]


def test_what_is_against_is_in_the_sentence_the_figure_and_the_table(draw: Any, note: Any) -> None:
    drawn = draw([note(THING, f"2026-11-{day:02}", thing="No call", who="other", side="against") for day in range(1, 6)])
    assert drawn.sentence.startswith("Of these, 5 point the other way.")
    assert len(bricks(drawn)["other"]) == 5
    assert {row[3] for row in drawn.table.rows} == {"the other way"}


def test_more_than_fit_are_a_block_as_large_as_the_most_that_fit_with_their_number(draw: Any, note: Any) -> None:
    def november(count: int) -> Picture:
        picture: Picture = draw([note(THING, f"2026-11-{day:02}", thing="x", who="me", side="against") for day in range(1, count + 1)])
        return picture

    full, over = bricks(november(12)), bricks(november(13))
    assert (len(full["me"]), full["numbers"], len(over["me"]), len(over["numbers"])) == (12, [], 1, 1)
    (left, wide, _), lefts = over["me"][0], [x for x, _, _ in full["me"]]
    assert (left, round(left + wide, 6)) == (min(lefts), round(max(lefts) + WIDE, 6))
    height = next(trace["width"][1] for trace in november(13).figure["data"] if trace["name"] == "me")
    assert height == LINES * (BRICK + JOINT) - JOINT
    assert "13" in texts_in(november(13))
    assert november(13).finding == "You noted 13 things in November"


def test_a_block_has_a_number_for_each_whose(draw: Any, note: Any) -> None:
    whose = ["me"] * 9 + ["other"] * 5 + [None]
    drawn = draw([note(THING, f"2026-11-{day:02}", thing="x", who=who, side="for") for day, who in enumerate(whose, start=1)])
    assert Counter(text for text in texts_in(drawn) if text.isdigit()) == Counter(["9", "5", "1"])


def test_another_year_is_named_once(draw: Any, note: Any) -> None:
    days = ("2025-11-02", "2025-12-02", "2026-01-02")
    drawn = draw([note(THING, day, thing="x") for day in days])
    assert [text for text in texts_in(drawn) if text in {"2025", "2026"}] == ["2025"]
    assert drawn.finding == "You noted 3 things from November 2025 to January"


def test_of_ten_years_the_newest_twelve_months_are_drawn_and_counted(draw: Any, note: Any, today: date) -> None:
    drawn = draw([note(THING, today - timedelta(days=back), thing="A walk", who="me", side="for") for back in range(0, 3650, 5)])
    assert drawn.n == 730
    assert drawn.finding == "You noted 72 things from December 2025 to November"
    assert drawn.sentence.startswith("Of these, 72 point that way.")
    assert sum(len(found) for found in bricks(drawn).values()) == 72
    assert "Shown are the newest 12 of 121 months with a note, with 72 of 730 things. The table has the newest 60." in drawn.note
    assert len(drawn.table.rows) == 60


def test_the_figure_the_sentence_and_the_table_agree(draw: Any, things: list[Entry]) -> None:
    drawn = draw(things)
    assert Counter(row[3] for row in drawn.table.rows) == {"that way": 3, "the other way": 2, "not sure": 1, "no side": 1}
    assert Counter(row[2] for row in drawn.table.rows) == {"Mine": 2, "Someone else’s": 4, "–": 1}
    assert drawn.table.rows[0] == ("11 Nov", "The door", "–", "no side")
    assert sum(len(found) for found in bricks(drawn).values()) == len(drawn.table.rows) == drawn.n


def test_sides_and_whose_are_those_of_the_form(guide: Guide) -> None:
    for name, known in (("side", SIDES), ("who", WHOSE)):
        asked = next(prompt for prompt in guide.exercise(THING).prompts if prompt.id == name)
        assert isinstance(asked, ChoicePrompt)
        assert {option.id for option in asked.options} == set(known) - {"none"}
