"""The seven signs, with journals counted by hand."""

from datetime import date, timedelta
from functools import partial
from itertools import combinations, pairwise
from typing import Any

import pytest

from newsoil.guide import Guide
from newsoil.journal import Entry
from newsoil.progress.picture import Picture
from newsoil.progress.steps.support_figure import KEY, OFTEN, RAIL, ROOM, ROW, SIGNS, VIEW_ROOM

NAME = "support-signs"
PROMPTS = [sign.replace("-", "_") for sign in SIGNS]


@pytest.fixture
def draw(draw_chart: Any) -> Any:
    return partial(draw_chart, NAME)


@pytest.fixture
def autumn(note: Any) -> list[Entry]:
    """Three notes: August, not September, October and November. The last leaves two signs out."""
    return [
        note(NAME, "2026-08-24", **dict(zip(PROMPTS, ["never", "nearly", "some", "never", "most", "some", "never"], strict=True))),
        note(NAME, "2026-10-26", **dict(zip(PROMPTS, ["never", "most", "some", "some", "nearly", "some", "never"], strict=True)),
             see_it="clear-reason"),
        note(NAME, "2026-11-23", no_movement="some", replaying="nearly", dread="most", guard_up="never", talk_worse="some",
             see_it="not-clear"),
    ]  # fmt: skip


def cells(drawn: Picture, name: str) -> set[tuple[Any, int]]:
    """The column and the row, from 0, of every mark of one kind."""
    assert drawn.figure is not None
    traces = {trace["name"]: trace for trace in drawn.figure["data"]}
    top = RAIL + ROOM + KEY * (3 if "outside" in traces else 2) + VIEW_ROOM * (name == "outside")
    return {(x, (y - top) // ROW) for x, y in zip(traces[name]["x"], traces[name]["y"], strict=True)}


def test_an_autumn_counted_by_hand(draw: Any, autumn: list[Entry]) -> None:
    drawn = draw(autumn)
    assert drawn.n == 3
    assert drawn.finding == "In your latest note: replaying the past nearly always, worry or dread on most days"
    assert drawn.subtitle == "How often each was so in the 4 weeks before a note, 24 August to 23 November"
    assert drawn.sentence == (
        "How you saw it then: “I can go on without one for now”. Each column is one note. "
        "There is no sum here, and no answer says what kind of person you are. "
        "If you would like to talk to someone, that is reason enough."
    )
    assert drawn.note == "A blank place is a sign without an answer. Where the lines break, a month or more is without a note."
    assert drawn.alternative == (
        "A row of marks for each sign, from never to nearly always. 3 notes, 24 August to 23 November. "
        "Nothing moved: from Never to Some days, latest Some days. "
        "Replaying the past: from Most days to Nearly always, latest Nearly always. "
        "Stuck thoughts: Some days each time. "
        "Arguing in circles: from Never to Some days, latest Some days. "
        "Worry or dread: from Most days to Nearly always, latest Most days. "
        "Could not relax: from Never to Some days, latest Never. "
        "Harder after talking: from Never to Some days, latest Some days. "
        "An outside view would be good: 26 October."
    )
    assert cells(drawn, "nearly") == {(0, 1), (2, 4), (3, 1)}
    assert cells(drawn, "most") == {(0, 4), (2, 1), (3, 4)}
    assert cells(drawn, "some") == {(0, 2), (0, 5), (2, 2), (2, 3), (2, 5), (3, 0), (3, 6)}
    assert cells(drawn, "never") == {(0, 0), (0, 3), (0, 6), (2, 0), (2, 6), (3, 5)}
    assert cells(drawn, "outside") == {(2, 7)}
    assert drawn.table.rows[0] == (
        "23 Nov", "Some days", "Nearly always", "–", "–", "Most days", "Never", "Some days", "I can go on without one for now"
    )  # fmt: skip
    assert [row[0] for row in drawn.table.rows] == ["23 Nov", "26 Oct", "24 Aug"]
    assert drawn.table.columns[1:3] == ("Nothing moved", "Replaying the past")


def test_the_more_days_the_larger_is_the_mark_and_never_is_a_ring(draw: Any, autumn: list[Entry]) -> None:
    looks = {trace["name"]: trace["marker"] for trace in draw(autumn).figure["data"] if trace["name"] in OFTEN}
    sizes = [looks[often]["size"] for often in OFTEN]
    assert sizes == sorted(set(sizes))
    assert all(after - before >= 4 for before, after in pairwise(sizes)), "each is clearly larger than the one before"
    assert sizes[0] + looks["never"]["line"]["width"] < sizes[1], "with its rim too"
    assert looks["never"]["color"] != looks["some"]["color"] == looks["most"]["color"] == looks["nearly"]["color"]


@pytest.mark.parametrize(
    ("answers", "finding"),
    [
        ({"dread": "most", "circles": "some"}, "In your latest note: worry or dread on most days"),
        ({"dread": "nearly"}, "In your latest note: worry or dread nearly always"),
        ({"dread": "most", "circles": "most"}, "In your latest note: arguing in circles and worry or dread on most days"),
        ({"dread": "most", "circles": "nearly", "replaying": "most"}, "In your latest note: one sign nearly always, two on most days"),
        ({"dread": "most", "circles": "most", "replaying": "most"}, "In your latest note: three signs on most days"),
        (dict.fromkeys(PROMPTS, "nearly"), "In your latest note: seven signs nearly always"),
        ({"dread": "some", "circles": "never"}, "In your latest note: worry or dread on some days"),
        ({"dread": "some", "circles": "some", "replaying": "some"}, "In your latest note: three signs on some days"),
        ({"dread": "never"}, "Never in your latest note: worry or dread"),
        ({"dread": "never", "circles": "never"}, "Never in your latest note: arguing in circles and worry or dread"),
        (dict.fromkeys(PROMPTS, "never"), "“Never” for each sign that you answered in your latest note"),
        ({"see_it": "unknown"}, "Your latest note says how you see it"),
    ],
)  # fmt: skip
def test_the_heading_is_a_fact_of_the_latest_note(draw: Any, note: Any, answers: dict[str, str], finding: str) -> None:
    latest = note(NAME, "2026-11-23", **answers)
    assert draw([latest]).finding == finding
    hard = [note(NAME, date(2026, 11, 23) - timedelta(days=28 * back), **dict.fromkeys(PROMPTS, "nearly")) for back in range(1, 12)]
    assert draw([*hard, latest]).finding == finding, "whatever the notes before it said"


def test_all_signs_are_named_below_when_the_heading_does_not(draw: Any, note: Any) -> None:
    signs = {"no_movement": "most", "replaying": "nearly", "circles": "most", "dread": "some"}
    drawn = draw([note(NAME, "2026-11-23", **signs)])
    assert drawn.sentence.startswith("Nearly always: replaying the past. Most days: nothing moved and arguing in circles. Each column")
    drawn = draw([note(NAME, "2026-11-23", replaying="some", circles="some", dread="some")])
    assert drawn.sentence.startswith("Some days: replaying the past, arguing in circles and worry or dread. Each column")
    drawn = draw([note(NAME, "2026-11-23", **dict.fromkeys(PROMPTS, "most"))])
    assert drawn.sentence.startswith("Most days: all seven signs. Each column")


def test_what_the_person_said_about_an_outside_view_is_shown_as_it_was_said(draw: Any, note: Any, autumn: list[Entry]) -> None:
    said = "An outside view would be good"
    texts = [label["text"] for label in draw(autumn).figure["layout"]["annotations"]]
    assert said in texts
    assert draw(autumn).table.rows[1][-1] == said
    without = draw([autumn[0], autumn[2]])
    assert said not in [label["text"] for label in without.figure["layout"]["annotations"]]
    assert f"How you saw it then: “{said}”." in draw(autumn[:2]).sentence


def test_the_persons_own_view_is_no_eighth_sign(draw: Any, autumn: list[Entry]) -> None:
    """It stands apart, its mark is in the key, and that mark is lighter than those of signs on most days."""
    figure = draw(autumn).figure
    traces = {trace["name"]: trace for trace in figure["data"]}
    view, most = traces["outside"]["marker"], traces["most"]["marker"]
    assert view["symbol"] == traces["key view"]["marker"]["symbol"] == "diamond"
    assert (view["color"], view["size"] < most["size"]) == ("--ns-surface", True)
    last_sign = max(traces["rows"]["y"][: 3 * len(SIGNS)], key=lambda y: y or 0)
    assert last_sign < traces["rule"]["y"][0] < traces["outside"]["y"][0]
    assert "How you saw it" in [label["text"] for label in figure["layout"]["annotations"]]
    assert "key view" not in {trace["name"] for trace in draw(autumn[:1]).figure["data"]}


def test_no_rule_of_ours_is_shown_as_the_persons_view(draw: Any, note: Any) -> None:
    """By the decision table all seven would be a clear reason; the person did not say so."""
    drawn = draw([note(NAME, "2026-11-23", **dict.fromkeys(PROMPTS, "nearly"))])
    assert "outside" not in f"{drawn.finding} {drawn.sentence} {drawn.alternative} {drawn.table.rows} {drawn.figure}"


def test_nothing_says_what_a_person_needs(guide: Guide) -> None:
    text = guide.chart(NAME)
    said = " ".join([text.title, text.subtitle, text.empty, text.note, *text.sentences.values()]).lower()
    assert not {"therapy", "therapist", "need", "counsel", "clear reason", "total", "help"} & set(said.replace(".", " ").split())


def test_every_heading_is_short_whichever_signs_it_names(draw: Any, note: Any) -> None:
    for often in (("most", "most"), ("nearly", "most"), ("some", "some"), ("never", "never")):
        for signs in combinations(PROMPTS, 2):
            said = draw([note(NAME, "2026-11-23", **dict(zip(signs, often, strict=True)))]).finding
            assert len(said.split()) <= 15, said


def test_twelve_columns_are_drawn_and_the_rest_is_said(draw: Any, note: Any, today: date) -> None:
    drawn = draw([note(NAME, today - timedelta(days=28 * back), dread="some") for back in range(120)])
    assert drawn.n == 120
    assert cells(drawn, "some") == {(column, 4) for column in range(12)}
    assert len(drawn.table.rows) == 12
    assert drawn.note.endswith("Shown are the latest 12 of 120 notes.")


def test_blank_columns_take_room_too(draw: Any, note: Any, today: date) -> None:
    drawn = draw([note(NAME, today - timedelta(days=70 * back), dread="some") for back in range(12)])
    assert cells(drawn, "some") == {(column, 4) for column in range(0, 12, 2)}
    assert "Shown are the latest 6 of 12 notes." in drawn.note


def test_a_note_with_neither_sign_nor_view_is_not_counted(draw: Any, note: Any) -> None:
    odd: Any = {"dread": "often", "circles": ["most"], "replaying": 3, "see_it": ["clear-reason"], "what_helped": "Sleep"}
    assert draw([note(NAME, "2026-11-23", **odd)]).state == "empty"


def test_the_signs_and_their_answers_are_those_of_the_form(guide: Guide) -> None:
    asked = [prompt for prompt in guide.exercise(NAME).prompts if [option.id for option in getattr(prompt, "options", ())] == list(OFTEN)]
    assert [prompt.id for prompt in asked] == list(SIGNS)
    assert len({tuple(option.label for option in prompt.options) for prompt in asked}) == 1, "one word each, so one key is enough"
