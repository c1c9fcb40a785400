"""The wall of bricks, with journals counted by hand."""

from collections import Counter
from datetime import date, timedelta
from functools import partial
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading_figures import texts_in

from newsoil.guide import ChoicePrompt, Guide
from newsoil.journal import Entry
from newsoil.progress.own_words.bricks_figure import BRICK, JOINT, LINES, WIDE
from newsoil.progress.own_words.wall import BECAME, SIDES, WHOSE
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
    """Seven things: three yes, two no, one not sure, one without an answer; two of mine, four of others, one not said."""
    return [note(THING, day, thing=thing, who=who, side=side) for day, thing, who, side in AUTUMN]


@pytest.fixture
def promises(note: Any) -> list[Entry]:
    """Two that happened, one that was changed, one that did not happen, and two that are no bricks yet."""
    outcomes = [("me", "kept"), ("them", "kept"), ("me", "not-kept"), ("them", "late-but-told"), ("me", "open"), ("me", None)]
    return [
        note(PROMISE, "2026-11-15", clock=f"20:0{number}", promise=f"Promise {number}", by=by, outcome=outcome)
        for number, (by, outcome) in enumerate(outcomes)
    ]


def bricks(drawn: Picture) -> dict[str, list[tuple[float, float, float]]]:
    """By whose they are: where each brick begins, how wide it is, and its middle from the top. Lines and key are left out."""
    assert drawn.figure is not None
    found = {}
    for trace in drawn.figure["data"][1:]:
        places = list(zip(trace["base"], trace["x"], trace["y"], strict=True))
        found[trace["name"]] = places if trace["name"] == "numbers" else places[1:]
    return found


def test_an_autumn_counted_by_hand(draw: Any, things: list[Entry]) -> None:
    drawn = draw(things)
    assert (drawn.n, drawn.state) == (7, "some")
    assert drawn.finding == "You noted 7 small things from September to November"
    assert drawn.subtitle.startswith("Does it show that things are different, or that there is something to rely on?")
    assert drawn.sentence == (
        "Your answers: 3 yes, 2 no, 1 not sure and 1 without an answer. "
        "Each brick is one thing you noted. They are drawn alike, and one of them can weigh more than all the others."
    )
    assert drawn.note == "Fewer notes can mean fewer events, or fewer notes."
    assert drawn.alternative == (
        "A wall of bricks, 3 months, the oldest at the bottom. September: 1 no; 1 of others. "
        "October: 2 yes and 1 no; 1 of mine and 2 of others. "
        "November: 1 yes, 1 not sure and 1 without an answer; 1 of mine, 1 of others and 1 not said."
    )


def test_one_brick_for_each_thing_full_striped_or_open(draw: Any, things: list[Entry]) -> None:
    drawn = draw(things)
    assert {name: len(found) for name, found in bricks(drawn).items()} == {"me": 2, "other": 4, "none": 1, "numbers": 0}
    fills = {trace["name"]: trace["marker"] for trace in drawn.figure["data"][1:]}
    assert fills["me"]["color"] == "--ns-chart-a"
    assert fills["other"]["pattern"]["shape"] == "/"
    assert fills["none"]["color"] == "--ns-surface"
    assert {"mine", "others’", "not said"} <= set(texts_in(drawn))


def test_a_promise_is_a_brick_without_an_answer_whatever_became_of_it(draw: Any, promises: list[Entry]) -> None:
    drawn = draw(promises)
    assert drawn.n == 4
    assert drawn.finding == "You noted 4 small things in November"
    assert drawn.sentence.startswith("Your answers: 4 without an answer.")
    assert "A promise is a brick without an answer, whether it happened, was changed or did not happen." in drawn.note
    assert drawn.table.rows == (
        ("15 Nov", "Promise 3", "Someone else’s", "a promise that was changed"),
        ("15 Nov", "Promise 2", "Mine", "a promise that did not happen"),
        ("15 Nov", "Promise 1", "Someone else’s", "a promise that happened"),
        ("15 Nov", "Promise 0", "Mine", "a promise that happened"),
    )


@pytest.mark.parametrize("by", ["me", "them"])
def test_a_promise_that_did_not_happen_is_drawn_exactly_as_one_that_did_and_in_no_sentence(draw: Any, note: Any, by: str) -> None:
    kept, not_kept = (draw([note(PROMISE, "2026-11-15", promise="A call", by=by, outcome=outcome)]) for outcome in ("kept", "not-kept"))
    assert kept.figure == not_kept.figure
    assert (kept.finding, kept.sentence, kept.note, kept.alternative) == (
        not_kept.finding,
        not_kept.sentence,
        not_kept.note,
        not_kept.alternative,
    )
    assert kept.table != not_kept.table


def test_promises_and_things_are_one_wall(draw: Any, things: list[Entry], promises: list[Entry]) -> None:
    drawn = draw([*things, *promises])
    assert drawn.n == 11
    assert drawn.sentence.startswith("Your answers: 3 yes, 2 no, 1 not sure and 5 without an answer.")
    assert {name: len(found) for name, found in bricks(drawn).items()} == {"me": 4, "other": 6, "none": 1, "numbers": 0}


def test_the_oldest_month_is_at_the_bottom(draw: Any, things: list[Entry]) -> None:
    months = [label for label in draw(things).figure["layout"]["annotations"] if label["text"] in {"Sep", "Oct", "Nov"}]
    assert [label["text"] for label in sorted(months, key=lambda label: -label["y"])] == ["Sep", "Oct", "Nov"]


def test_a_stack_without_an_answer_is_there_only_when_it_is_needed(draw: Any, things: list[Entry]) -> None:
    assert {"yes", "no", "not", "sure"} <= set(texts_in(draw(things[:6])))
    assert "answer" not in texts_in(draw(things[:6]))
    assert "answer" in texts_in(draw(things))


def test_each_month_has_a_row_between_two_lines_its_name_beside_its_first_brick(draw: Any, note: Any) -> None:
    drawn = draw([note(THING, f"2026-{month}-{day:02}", thing="x", who="me", side="for") for month in ("09", "10") for day in range(1, 8)])
    lines = drawn.figure["data"][0]["y"][::3]
    names = {label["text"]: label["y"] for label in drawn.figure["layout"]["annotations"] if label["text"] in {"Sep", "Oct"}}
    lowest = [max(y for _, _, y in bricks(drawn)["me"] if above < y < below) for above, below in pairwise(lines)]
    assert len(lines) == 3
    assert [names["Oct"], names["Sep"]] == lowest


def test_the_key_is_below_the_wall_where_it_names_no_stack(draw: Any, things: list[Entry]) -> None:
    drawn = draw(things)
    lowest = max(y for found in bricks(drawn).values() for _, _, y in found)
    assert all(trace["y"][0] > lowest for trace in drawn.figure["data"][1:-1])


@pytest.mark.parametrize(
    ("side", "sentence"),
    [
        ("for", "Your answer is yes."),
        ("against", "Your answer is no."),
        ("unclear", "Your answer is “not sure”."),
        (None, "It has no answer."),
    ],
)
def test_one_brick_is_said_by_itself(draw: Any, note: Any, side: str | None, sentence: str) -> None:
    drawn = draw([note(THING, "2026-11-10", thing="A walk", side=side)])
    assert drawn.finding == "You noted one small thing, in November"
    assert drawn.sentence == f"{sentence} What it means is yours to say."


@given(st.dictionaries(st.sampled_from(["for", "against", "unclear"]), st.integers(1, 40), min_size=1), st.sampled_from(["me", "other"]))
def test_each_answer_has_the_same_room_and_the_same_bricks(draw_chart: Any, note: Any, counts: dict[str, int], whose: str) -> None:
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
    assert drawn.sentence.startswith("Your answers: 5 no.")
    assert len(bricks(drawn)["other"]) == 5
    assert {row[3] for row in drawn.table.rows} == {"no"}


def test_more_than_fit_are_a_block_as_large_as_the_most_that_fit_with_their_number(draw: Any, note: Any) -> None:
    def november(count: int) -> Picture:
        picture: Picture = draw([note(THING, f"2026-11-{day:02}", thing="x", who="me", side="against") for day in range(1, count + 1)])
        return picture

    full, over = bricks(november(12)), bricks(november(13))
    assert (len(full["me"]), full["numbers"], len(over["me"]), len(over["numbers"])) == (12, [], 1, 1)
    (left, wide, _), lefts = over["me"][0], [x for x, _, _ in full["me"]]
    assert (left, round(left + wide, 6)) == (min(lefts), round(max(lefts) + WIDE, 6))
    height = next(trace["width"][1] for trace in november(13).figure["data"][1:] if trace["name"] == "me")
    assert height == LINES * (BRICK + JOINT) - JOINT
    assert "13" in texts_in(november(13))
    assert november(13).finding == "You noted 13 small things in November"


def test_a_block_has_a_number_for_each_whose(draw: Any, note: Any) -> None:
    whose = ["me"] * 9 + ["other"] * 5 + [None]
    drawn = draw([note(THING, f"2026-11-{day:02}", thing="x", who=who, side="for") for day, who in enumerate(whose, start=1)])
    assert Counter(text for text in texts_in(drawn) if text.isdigit()) == Counter(["9", "5", "1"])


def test_another_year_is_named_once(draw: Any, note: Any) -> None:
    days = ("2025-11-02", "2025-12-02", "2026-01-02")
    drawn = draw([note(THING, day, thing="x") for day in days])
    assert [text for text in texts_in(drawn) if text in {"2025", "2026"}] == ["2025"]
    assert drawn.finding == "You noted 3 small things from November 2025 to January 2026"


def test_of_ten_years_the_newest_twelve_months_are_drawn_and_counted(draw: Any, note: Any, today: date) -> None:
    drawn = draw([note(THING, today - timedelta(days=back), thing="A walk", who="me", side="for") for back in range(0, 3650, 5)])
    assert drawn.n == 730
    assert drawn.finding == "You noted 72 small things from December 2025 to November 2026"
    assert drawn.sentence.startswith("Your answers: 72 yes.")
    assert sum(len(found) for found in bricks(drawn).values()) == 72
    assert "Shown are the newest 12 of 121 months with a note, with 72 of 730 things. The table has the newest 60." in drawn.note
    assert len(drawn.table.rows) == 60


def test_the_figure_the_sentence_and_the_table_agree(draw: Any, things: list[Entry]) -> None:
    drawn = draw(things)
    assert Counter(row[3] for row in drawn.table.rows) == {"yes": 3, "no": 2, "not sure": 1, "no answer": 1}
    assert Counter(row[2] for row in drawn.table.rows) == {"Mine": 2, "Someone else’s": 4, "–": 1}
    assert drawn.table.rows[0] == ("11 Nov", "The door", "–", "no answer")
    assert sum(len(found) for found in bricks(drawn).values()) == len(drawn.table.rows) == drawn.n


def test_what_became_of_a_promise_is_an_answer_of_its_form(guide: Guide) -> None:
    asked = next(prompt for prompt in guide.exercise(PROMISE).prompts if prompt.id == "outcome")
    assert isinstance(asked, ChoicePrompt)
    assert {option.id for option in asked.options} - set(BECAME) == {"open", "not-known"}
    assert {f"promise-{one}" for one in BECAME.values()} <= set(guide.chart(NAME).sentences)


def test_sides_and_whose_are_those_of_the_form(guide: Guide) -> None:
    for name, known in (("side", SIDES), ("who", WHOSE)):
        asked = next(prompt for prompt in guide.exercise(THING).prompts if prompt.id == name)
        assert isinstance(asked, ChoicePrompt)
        assert {option.id for option in asked.options} == set(known) - {"none"}
