"""Entries as a tidy frame."""

from datetime import date
from typing import Any

import pandas as pd
import pytest

from newsoil._paths import guide_folder
from newsoil.guide import (
    Exercise,
    LadderPrompt,
    Option,
    Part,
    Prompt,
    QuestionPrompt,
    RowsPrompt,
    SentencePrompt,
    ShortTextPrompt,
    SorterPrompt,
    read_guide,
)
from newsoil.progress.frame import frame


@pytest.fixture(scope="module")
def trigger() -> Exercise:
    return read_guide(guide_folder()).exercise("trigger")


@pytest.fixture
def two(note: Any, trigger: Exercise) -> pd.DataFrame:
    """Two moments, given newest first, with one that is deleted."""
    entries = [
        note("trigger", "2026-11-22", before=7, after=4, kind="now", type=["silence", "the boat"], entry={"links": {"fear": "f1"}}),
        note("trigger", "2026-11-20", event="Late reply", entry={"for_date": "2026-11", "tags": ("evening",)}),
        note("trigger", "2026-11-21", event="Gone", entry={"deleted_at": "2026-11-21T21:00:00+01:00"}),
    ]
    return frame(entries, trigger)


def test_each_note_that_counts_is_a_row_oldest_first(two: pd.DataFrame) -> None:
    assert list(two["day"]) == [pd.Timestamp("2026-11-20"), pd.Timestamp("2026-11-22")]
    assert list(two["about"]) == ["2026-11", "2026-11-22"]
    assert list(two["tags"]) == [["evening"], []]


def test_the_day_is_a_date_and_times_know_their_zone(two: pd.DataFrame) -> None:
    assert two["day"].dtype.kind == "M"
    assert two["made_at"].iloc[0] == pd.Timestamp("2026-11-20T19:00:00Z")


def test_each_prompt_is_a_column_of_its_kind(two: pd.DataFrame, trigger: Exercise) -> None:
    assert {prompt.id for prompt in trigger.prompts} <= set(two.columns)
    assert str(two["before"].dtype) == str(two["after"].dtype) == "Int64"
    assert str(two["event"].dtype) == "string"
    assert list(two["kind"].cat.categories) == ["echo", "now", "unknown"]
    assert two["fear"].iloc[1] == "f1"
    assert two["type"].iloc[1] == ["silence", "the boat"]


def test_a_blank_answer_is_missing_and_never_zero(two: pd.DataFrame) -> None:
    assert two["before"].isna().tolist() == [True, False]
    assert two["kind"].isna().tolist() == [True, False]
    assert two["before"].sum() == 7


def test_a_journal_without_notes_has_the_same_columns_and_types(two: pd.DataFrame, trigger: Exercise) -> None:
    empty = frame([], trigger)
    assert len(empty) == 0
    assert list(empty.columns) == list(two.columns)
    fixed = [name for name in two.columns if name not in {"status", "situation"}]
    assert empty[fixed].dtypes.equals(two[fixed].dtypes)


def test_every_exercise_of_the_guide_makes_a_frame(note: Any) -> None:
    for exercise in read_guide(guide_folder()).exercises:
        entry = note(exercise.id, date(2026, 11, 22), **{exercise.prompts[0].id: None}, entry={"links": {"x": "y"}})
        assert len(frame([entry], exercise)) == 1


GROUPS = (Option("fair", "Fair"), Option("nice", "Nice"))
COLUMNS = (ShortTextPrompt(id="line", label="Line"),)
MADE_OF_SEVERAL: list[tuple[Prompt, Any]] = [
    (RowsPrompt(id="p", label="Which?", add="Add", columns=COLUMNS), [{"id": "a", "line": "one"}]),
    (LadderPrompt(id="p", label="Which?", add="Add", columns=COLUMNS, steps=("Light", "Tender")), [{"id": "a", "line": "one", "step": 2}]),
    (SorterPrompt(id="p", label="Where?", cards=(Option("call", "A call"),), groups=GROUPS), [{"id": "call", "group": "fair"}]),
    (SentencePrompt(id="p", label="How?", parts=(Part("feel", "I feel", "A feeling"),)), {"feel": "calm"}),
    (QuestionPrompt(id="p", label="Today", questions=GROUPS), {"question": "fair", "text": "Well."}),
]


@pytest.mark.parametrize(("prompt", "value"), MADE_OF_SEVERAL, ids=lambda one: type(one).__name__)
def test_an_answer_that_is_made_of_several_stands_in_its_cell_as_it_was_given(note: Any, prompt: Prompt, value: Any) -> None:
    exercise = Exercise(id="one", title="One", stage="first", kind="log", minutes="", rhythm="", prompts=(prompt,))
    table = frame([note("one", "2026-11-22", p=value), note("one", "2026-11-23", other="x")], exercise)
    assert str(table["p"].dtype) == "object"
    assert list(table["p"]) == [value, None]
