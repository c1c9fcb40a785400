"""Setbacks, with journals counted by hand, and what may be seen of a note about safety: nothing, until the table is opened."""

import json
from datetime import date
from functools import partial
from itertools import pairwise
from typing import Any

import pytest
from reading_figures import texts_in

from newsoil.guide import Guide
from newsoil.journal import Entry
from newsoil.progress.events.setbacks import DANGER, LOOKS, NOT_SORTED
from newsoil.progress.picture import Picture

NAME = "setbacks"
EXERCISE = "setback-sorter"
USUAL = {"normal": ["set-off", "talked", "committed"]}
UNCLEAR = {"normal": ["old-anxiety"]}
PATTERN = {"flags": ["refused"]}
AFRAID = {"safety": ["afraid"]}
KIND = "Setbacks are normal. What happens next matters more."
AFRAID_OF = "If you are afraid of someone, or someone harms you, that counts, whatever a note is called. “Help now” says whom to ask."
SAFETY = "What is about your safety is not counted as a setback between two people. It is not your fault."
TAKEN_SERIOUSLY = "An old pattern can be taken seriously, even if it came once. This picture decides nothing."
AGAIN = "An old pattern that comes again can be taken seriously. This picture decides nothing."
OWN_VIEW = "It is for you to say what a note is."
ALWAYS = f"{SAFETY} {AFRAID_OF}"
"""What is said below every picture and list."""


@pytest.fixture
def draw(draw_chart: Any) -> Any:
    return partial(draw_chart, NAME)


@pytest.fixture
def of(note: Any) -> Any:
    """Notes with these answers, one a day from 2 November on."""
    return lambda *kinds: [note(EXERCISE, date(2026, 11, 2 + number), **kind) for number, kind in enumerate(kinds)]


@pytest.fixture
def november(of: Any) -> list[Entry]:
    """Seven: three usual (one by the person's own view), one not clear yet, one old pattern, one about safety, one not sorted."""
    own = {**PATTERN, "see_it": "normal"}
    return of({**USUAL, "what": "The plan was changed"}, UNCLEAR, PATTERN, USUAL, own, AFRAID, {"see_it": "unknown", "what": "A party"})


def marks(drawn: Picture) -> dict[str, int]:
    assert drawn.figure is not None
    return {trace["name"]: len(trace["x"]) for trace in drawn.figure["data"] if trace["name"] in LOOKS}


def test_a_november_counted_by_hand(draw: Any, november: list[Entry]) -> None:
    drawn = draw(november)
    assert drawn.finding == "6 setbacks noted"
    assert drawn.subtitle == "A mark is one setback, in the week of 2 November. Its shape is how you see it."
    assert drawn.sentence == f"As you see them: 3 usual, 1 not clear yet, 1 old pattern, 1 not sorted. {TAKEN_SERIOUSLY}\n\n{ALWAYS}"
    assert drawn.note == "Fewer notes can mean fewer events, or fewer notes."
    assert drawn.alternative == (
        "Marks on a line of time, in the week of 2 November. Usual setback: 3. Not clear yet: 1. Old pattern: 1. Not sorted: 1."
    )
    assert marks(drawn) == {"normal": 3, "not-clear": 1, "red-flag": 1, "not-sorted": 1}
    assert drawn.table.rows[0] == ("2 Nov", "The plan was changed", "Usual setback")
    assert drawn.table.rows[4] == ("6 Nov", "–", "Usual setback")
    assert drawn.table.rows[5] == ("7 Nov", "–", "About safety")
    assert drawn.n == len(drawn.table.rows) - 1 == 6


def test_no_kind_is_drawn_larger_or_darker_for_being_worse() -> None:
    """How much ink plotly puts into a symbol: for a circle it is 3.14 times the square of its radius, for a triangle 1.73 times."""
    ink = {"circle": 3.14, "triangle-up": 1.73, "diamond": 3.38}
    sorted_kinds = [look for kind, look in LOOKS.items() if kind != NOT_SORTED]
    assert {look.filled for look in sorted_kinds} == {True}
    assert len({look.symbol for look in sorted_kinds}) == len(sorted_kinds) == 3
    weights = [ink[look.symbol] * look.size**2 / 4 for look in sorted_kinds]
    assert max(weights) / min(weights) < 1.4


def test_a_column_is_built_by_kind(draw: Any, november: list[Entry]) -> None:
    heights = {trace["name"]: trace["y"] for trace in draw(november).figure["data"] if trace["name"] in LOOKS}
    lowest_first = [(max(heights[kind]), min(heights[kind])) for kind in LOOKS]
    assert all(low[1] > high[0] for low, high in pairwise(lowest_first))


@pytest.mark.parametrize(
    ("kinds", "counted"),
    [
        ([UNCLEAR] * 3 + [USUAL] * 2, "As you see them: 2 usual, 3 not clear yet."),
        ([PATTERN] * 5, "As you see them: 5 old pattern."),
        ([USUAL] * 4 + [{"what": "Not sorted"}] * 3, "As you see them: 4 usual, 3 not sorted."),
        ([USUAL] * 4, ""),
    ],
)
def test_the_heading_is_a_number_and_the_kinds_are_all_counted_below_it(
    draw: Any, of: Any, kinds: list[dict[str, Any]], counted: str
) -> None:
    drawn = draw(of(*kinds))
    assert drawn.finding == f"{len(kinds)} setbacks noted"
    assert drawn.sentence.startswith(counted)
    assert counted or "As you see them" not in drawn.sentence


def test_nothing_is_said_to_be_most_often(guide: Guide) -> None:
    chart = guide.chart(NAME)
    assert not [words for words in (chart.title, chart.subtitle, *chart.sentences.values()) if "most" in words.lower()]


def test_fewer_than_three_are_drawn_and_told_in_words_each_on_a_line_of_its_own(draw: Any, of: Any) -> None:
    drawn = draw(of({**USUAL, "what": "The plan was changed again."}, UNCLEAR))
    told = "2 November, usual setback: “The plan was changed again”.", "3 November, not clear yet."
    assert marks(drawn) == {"normal": 1, "not-clear": 1}
    assert drawn.finding == "2 setbacks noted"
    assert drawn.subtitle == "A mark is one setback, in the week of 2 November. Its shape is how you see it."
    assert drawn.sentence.split("\n\n") == [*told, KIND, ALWAYS]
    assert drawn.alternative == f"Marks on a line of time, in the week of 2 November. {told[0]} {told[1]}"
    assert {"2 Nov", "Usual setback", "Not clear yet"} <= set(texts_in(drawn))
    assert draw(of(USUAL)).finding == "One setback noted"
    assert marks(draw(of(USUAL))) == {"normal": 1}
    assert draw(of(USUAL, USUAL, USUAL)).sentence.split("\n\n") == [KIND, ALWAYS]


def test_a_pattern_that_was_noted_again_is_not_told_that_once_is_enough(draw: Any, of: Any) -> None:
    assert draw(of(PATTERN, USUAL, PATTERN)).sentence.split("\n\n") == [AGAIN, ALWAYS]


@pytest.mark.parametrize("more", [0, 3])
@pytest.mark.parametrize(
    ("kind", "beside"),
    [
        (USUAL, KIND),
        (UNCLEAR, KIND),
        ({**UNCLEAR, "see_it": "not-clear"}, KIND),
        (PATTERN, TAKEN_SERIOUSLY),
        ({**USUAL, "see_it": "red-flag"}, TAKEN_SERIOUSLY),
        ({**PATTERN, "see_it": "normal"}, OWN_VIEW),
        ({**AFRAID, "see_it": "normal"}, OWN_VIEW),
        ({**AFRAID, "see_it": "unknown"}, OWN_VIEW),
        ({"see_it": "unknown"}, OWN_VIEW),
        ({"what": "A headline alone"}, OWN_VIEW),
        (AFRAID, OWN_VIEW),
        ({**AFRAID, **PATTERN}, OWN_VIEW),
    ],
)
def test_what_stands_beside_the_notes(draw: Any, of: Any, kind: dict[str, Any], beside: str, more: int) -> None:
    sentence = draw(of(kind, USUAL, *[USUAL] * more)).sentence
    assert sentence.endswith(f"{beside}\n\n{ALWAYS}")
    assert (KIND in sentence) == (beside == KIND)


def in_the_open(drawn: Picture) -> str:
    """Everything that somebody who looks over a shoulder could see or hear: all but the table, which is folded."""
    return json.dumps([drawn.n, drawn.state, drawn.finding, drawn.subtitle, drawn.figure, drawn.alternative, drawn.sentence, drawn.note])


@pytest.mark.parametrize(
    "kinds", [[UNCLEAR], [PATTERN, USUAL], [PATTERN, USUAL, USUAL], [{"see_it": "unknown"}, *[USUAL] * 6], [PATTERN] * 20]
)
def test_in_the_open_nothing_is_different_for_a_note_about_safety(draw: Any, of: Any, note: Any, kinds: list[dict[str, Any]]) -> None:
    """Where “Setbacks are normal” is not said anyway. There, its place is taken by a sentence that has other reasons too."""
    counted = of(*kinds)
    about = [note(EXERCISE, date(2026, 11, 3), clock="21:00", what="Loud words", **AFRAID), note(EXERCISE, date(2025, 1, 3), **AFRAID)]
    with_them, without = draw([*counted, *about]), draw(counted)
    assert in_the_open(with_them).replace(KIND, OWN_VIEW) == in_the_open(without).replace(KIND, OWN_VIEW)
    assert "Loud words" in {row[1] for row in with_them.table.rows}
    assert sum(row[2] == "About safety" for row in with_them.table.rows) == 2


def test_where_every_note_is_about_safety_that_is_answered_and_shown_nowhere_but_in_the_table(draw: Any, of: Any) -> None:
    drawn = draw(of({**AFRAID, "what": "Loud words at night"}, AFRAID, AFRAID))
    assert (drawn.n, drawn.finding, drawn.sentence) == (0, "Setbacks", ALWAYS)
    assert drawn.figure is None
    assert drawn.table.rows[0] == ("2 Nov", "Loud words at night", "About safety")
    assert len(drawn.table.rows) == 3


def test_notes_about_safety_are_no_setbacks(draw: Any, of: Any) -> None:
    assert draw(of(AFRAID, USUAL, USUAL)).finding == "2 setbacks noted"
    assert marks(draw(of(AFRAID, USUAL, USUAL))) == {"normal": 2}
    assert marks(draw(of(AFRAID, USUAL, USUAL, UNCLEAR))) == {"normal": 2, "not-clear": 1}


@pytest.mark.parametrize("view", ["normal", "not-clear", "red-flag", "unknown"])
def test_kinds_are_not_counted_in_words_where_a_note_about_safety_is_seen_as_something_else(draw: Any, of: Any, view: str) -> None:
    drawn = draw(of(*[USUAL] * 5, {**AFRAID, "see_it": view}))
    assert drawn.finding == "6 setbacks noted"
    assert "As you see them" not in drawn.sentence
    assert sum(marks(drawn).values()) == 6
    assert DANGER not in marks(drawn)


def test_an_old_pattern_that_came_before_is_one_kind(draw: Any, of: Any) -> None:
    assert marks(draw(of(PATTERN, PATTERN, PATTERN))) == {"red-flag": 3}


def test_the_newest_sixty_are_drawn_and_that_is_said(draw: Any, note: Any) -> None:
    entries = [note(EXERCISE, date(2026, 11, 2), clock=f"{number // 60:02}:{number % 60:02}", **USUAL) for number in range(70)]
    drawn = draw(entries)
    assert drawn.finding == "Your newest 60 setbacks"
    assert drawn.n == 70
    assert drawn.note.startswith("Shown are the newest 60 of 70 setbacks. A grey column holds more setbacks than fit as marks.")
    assert len(drawn.table.rows) == 60
    assert drawn.table.caption == "The newest of what you noted, and how you see it"


def test_of_a_long_time_the_heading_speaks_of_what_is_drawn(draw: Any, note: Any) -> None:
    old = [note(EXERCISE, f"2024-05-0{day}", **USUAL) for day in range(1, 6)]
    drawn = draw([*old, note(EXERCISE, "2026-11-20", **USUAL)])
    assert (drawn.n, drawn.finding) == (6, "Your newest setback")
    assert drawn.note.startswith("Shown is the newest of 6 setbacks.")
    assert len(drawn.table.rows) == 6


def test_a_long_headline_is_cut_in_the_list_and_whole_in_the_table(draw: Any, of: Any) -> None:
    drawn = draw(of({**USUAL, "what": "so many words " * 10}))
    assert "“so many words so many words so many words so many words so…”.\n\nSetbacks" in drawn.sentence
    assert drawn.table.rows[0][1] == "so many words " * 9 + "so many words"


def test_odd_values_are_not_sorted(draw: Any, of: Any) -> None:
    drawn = draw(of({"see_it": ["normal"]}, {"see_it": "another"}, {"see_it": "another", "what": 7}))
    assert marks(drawn) == {NOT_SORTED: 3}


def test_every_view_of_the_form_and_every_result_has_a_shape(guide: Guide) -> None:
    asked = next(prompt for prompt in guide.exercise(EXERCISE).prompts if prompt.id == "see-it")
    options = {option.id for option in asked.options}  # type: ignore[union-attr]
    decision = guide.decision(EXERCISE)
    assert decision is not None
    assert options - set(LOOKS) == {"unknown"}
    assert {result.id for result in decision.results} - set(LOOKS) == {"repeating", DANGER}
    assert {result.id for result in decision.results if result.danger} == {DANGER}
    assert guide.chart(NAME).note == "Fewer notes can mean fewer events, or fewer notes."
