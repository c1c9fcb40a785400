"""Setbacks, with journals counted by hand, and what may stand beside danger."""

from datetime import date
from functools import partial
from typing import Any

import pytest

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
ALWAYS = "If you are afraid of someone, or someone harms you, that counts, whatever a note is called. “Help now” says whom to ask."
SAFETY = "What is about your safety is not a setback between two people, and it is not your fault."
TAKEN_SERIOUSLY = "An old pattern can be taken seriously, even if it came once. This picture decides nothing."
AGAIN = "An old pattern that comes again can be taken seriously. This picture decides nothing."
OWN_VIEW = "It is for you to say what a note is."


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
    assert drawn.finding == "6 setbacks noted: 3 usual, 1 not clear yet, 1 old pattern, 1 not sorted"
    assert drawn.subtitle == "Each mark is one note, in the week of 2 November. Its shape is how you see it."
    assert drawn.sentence == f"{SAFETY} {ALWAYS}"
    assert drawn.note == "Fewer notes can mean fewer events, or fewer notes."
    assert drawn.alternative == (
        "Marks on a line of time, in the week of 2 November. "
        "Usual setback: 3. Not clear yet: 1. Old pattern: 1. About safety: 1. Not sorted: 1."
    )
    assert marks(drawn) == {"normal": 3, "not-clear": 1, "red-flag": 1, "danger": 1, "not-sorted": 1}
    assert drawn.table.rows[0] == ("2 Nov", "The plan was changed", "Usual setback")
    assert drawn.table.rows[4] == ("6 Nov", "–", "Usual setback")
    assert drawn.n == len(drawn.table.rows) == 7


def test_no_kind_is_drawn_larger_or_darker_or_higher_for_being_worse(draw: Any, november: list[Entry]) -> None:
    sorted_kinds = [look for kind, look in LOOKS.items() if kind != NOT_SORTED]
    assert {look.filled for look in sorted_kinds} == {True}
    assert max(look.size for look in sorted_kinds) - min(look.size for look in sorted_kinds) <= 1
    assert len({look.symbol for look in sorted_kinds}) == 4
    lowest = max(y for trace in draw(november).figure["data"] if trace["name"] in LOOKS for y in trace["y"])
    usual = next(trace for trace in draw(november).figure["data"] if trace["name"] == "normal")
    assert usual["y"][0] == lowest, "the oldest of a week stands at the line, whatever it is"


def test_below_three_there_are_words_and_no_picture(draw: Any, of: Any) -> None:
    drawn = draw(of({**USUAL, "what": "The plan was changed again."}, UNCLEAR))
    assert drawn.figure is None
    assert drawn.finding == "2 setbacks noted"
    assert drawn.sentence == f"2 November, usual setback: The plan was changed again. 3 November, not clear yet. {KIND} {ALWAYS}"
    assert drawn.alternative == "2 November, usual setback: The plan was changed again. 3 November, not clear yet."
    assert draw(of(USUAL)).finding == "One setback noted"
    assert draw(of(USUAL, USUAL, USUAL)).figure is not None


def test_a_pattern_that_was_noted_again_is_not_told_that_once_is_enough(draw: Any, of: Any) -> None:
    assert draw(of(PATTERN, USUAL, PATTERN)).sentence == f"{AGAIN} {ALWAYS}"


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
        (AFRAID, SAFETY),
        ({**AFRAID, **PATTERN}, SAFETY),
    ],
)
def test_what_stands_beside_the_notes(draw: Any, of: Any, kind: dict[str, Any], beside: str, more: int) -> None:
    sentence = draw(of(kind, *[USUAL] * more)).sentence
    assert sentence.endswith(f"{beside} {ALWAYS}")
    assert (KIND in sentence) == (beside == KIND)


def test_notes_about_safety_are_no_setbacks(draw: Any, of: Any) -> None:
    assert draw(of(AFRAID, USUAL, USUAL)).finding == "2 setbacks noted: 2 usual"
    assert draw(of(AFRAID, AFRAID, UNCLEAR)).finding == "One setback noted: 1 not clear yet"
    assert draw(of(AFRAID, AFRAID, AFRAID)).finding == "Your safety comes first"
    assert draw(of(AFRAID)).finding == "Your safety comes first"
    assert marks(draw(of(AFRAID, AFRAID, AFRAID))) == {DANGER: 3}


@pytest.mark.parametrize("view", ["normal", "not-clear", "red-flag", "unknown"])
def test_no_kinds_are_counted_where_a_note_about_safety_is_seen_as_something_else(draw: Any, of: Any, view: str) -> None:
    drawn = draw(of(USUAL, {**AFRAID, "see_it": view}, USUAL))
    assert drawn.finding == "3 setbacks noted"
    assert sum(marks(drawn).values()) == 3
    assert DANGER not in marks(drawn)


def test_the_headline_of_a_note_about_safety_is_not_said_in_the_open(draw: Any, of: Any) -> None:
    drawn = draw(of({**AFRAID, "what": "Loud words at night"}))
    assert "Loud words" not in drawn.sentence + drawn.alternative + drawn.finding
    assert drawn.table.rows == (("2 Nov", "Loud words at night", "About safety"),)


def test_an_old_pattern_that_came_before_is_one_kind(draw: Any, of: Any) -> None:
    assert draw(of(PATTERN, PATTERN, PATTERN)).finding == "3 setbacks noted: 3 old pattern"


def test_the_newest_sixty_are_drawn_and_that_is_said(draw: Any, note: Any) -> None:
    entries = [note(EXERCISE, date(2026, 11, 2), clock=f"{number // 60:02}:{number % 60:02}", **USUAL) for number in range(70)]
    drawn = draw(entries)
    assert drawn.finding == "60 setbacks noted: 60 usual"
    assert drawn.n == 70
    assert drawn.note.startswith("Shown are the newest 60 of 70 notes. A grey column holds more notes than fit as marks.")
    assert len(drawn.table.rows) == 60


def test_a_long_headline_is_cut_in_the_list_and_whole_in_the_table(draw: Any, of: Any) -> None:
    drawn = draw(of({**USUAL, "what": "so many words " * 10}))
    assert "so many words so many words so many words so many words so… Setbacks" in drawn.sentence
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
    assert {result.id for result in decision.results} - set(LOOKS) == {"repeating"}
    assert {result.id for result in decision.results if result.danger} == {DANGER}
    assert guide.chart(NAME).sentences["all-danger"] == next(result.title for result in decision.results if result.danger)
    assert guide.chart(NAME).note == "Fewer notes can mean fewer events, or fewer notes."
