"""Entries as a tidy frame."""

from datetime import UTC, date, datetime
from typing import Any

import pandas as pd
import pytest
from benchmarks.journal import invented

from newsoil._paths import guide_folder
from newsoil.guide import (
    ChoicePrompt,
    DatePrompt,
    Exercise,
    IntensityPrompt,
    LadderPrompt,
    Option,
    Part,
    Prompt,
    QuestionPrompt,
    RowsPrompt,
    SentencePrompt,
    ShortTextPrompt,
    SorterPrompt,
    TextPrompt,
    read_guide,
)
from newsoil.progress.frame import FIXED, column_of, frame


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


def test_no_answer_is_missing_in_the_frame_of_its_exercise() -> None:
    entries = list(invented(600, 3, datetime(2026, 11, 30, 12, tzinfo=UTC)))
    for exercise in read_guide(guide_folder()).exercises:
        there = frame(entries, exercise).set_index("entry").notna()
        for entry in (entry for entry in entries if entry.exercise == exercise.id and entry.counts):
            given = {**entry.answers, **entry.links}
            columns = [column_of(prompt) for prompt in exercise.prompts if prompt.id in given]
            assert there.loc[entry.id, columns].all(), (exercise.id, columns)


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


def alone(*prompts: Prompt) -> Exercise:
    """An exercise of these prompts."""
    return Exercise(id="one", title="One", stage="first", kind="log", minutes="", rhythm="", prompts=prompts)


def test_no_prompt_of_the_guide_takes_the_place_of_a_column_that_every_frame_has(note: Any) -> None:
    guide = read_guide(guide_folder())
    for exercise in guide.exercises:
        entry = note(exercise.id, "2026-11-22", **{exercise.prompts[0].id: None}, entry={"tags": ("evening",), "for_date": "2026-11"})
        (about,), (tags,) = (frame([entry], exercise)[name] for name in ("about", "tags"))
        assert (about, tags) == ("2026-11", ["evening"]), exercise.id
        assert len(set(frame([], exercise).columns)) == len(FIXED) + len([one for one in exercise.prompts if one.id != "tags"])


def test_a_prompt_that_has_the_name_of_such_a_column_has_one_of_its_own(note: Any) -> None:
    exercise = alone(ShortTextPrompt(id="about", label="What about?"), TextPrompt(id="entry", label="What?"))
    table = frame([note("one", "2026-11-22", about="the car", entry={"for_date": "2026"})], exercise)
    assert list(table.columns) == [*FIXED, "answer-about", "answer-entry"]
    assert list(table["about"]) == ["2026"]
    assert list(table["answer-about"]) == ["the car"]


def test_the_day_that_a_note_is_about_is_in_the_column_of_its_prompt_too(note: Any) -> None:
    exercise = alone(DatePrompt(id="for-date", label="When?"))
    table = frame([note("one", "2026-11-22", x="1", entry={"for_date": "2026-10"})], exercise)
    assert list(table["for-date"]) == ["2026-10"]


@pytest.mark.parametrize(
    ("prompt", "value"),
    [
        (IntensityPrompt(id="p", label="How strong?", low="a", middle="b", high="c"), "very"),
        (IntensityPrompt(id="p", label="How strong?", low="a", middle="b", high="c"), 2.5),
        (IntensityPrompt(id="p", label="How strong?", low="a", middle="b", high="c"), True),
        (TextPrompt(id="p", label="What?"), ["one", "two"]),
        (TextPrompt(id="p", label="What?"), {"feel": "calm"}),
        (ChoicePrompt(id="p", label="Which?", options=GROUPS), 3),
    ],
)
def test_a_value_that_does_not_fit_its_prompt_is_missing_and_stops_nothing(note: Any, prompt: Prompt, value: Any) -> None:
    table = frame([note("one", "2026-11-22", p=value)], alone(prompt))
    assert table["p"].isna().tolist() == [True]
    assert table["p"].dtype == frame([], alone(prompt))["p"].dtype


def test_an_option_that_the_form_has_no_more_is_a_category_after_the_others(note: Any) -> None:
    exercise = alone(ChoicePrompt(id="p", label="Which?", options=GROUPS))
    table = frame([note("one", "2026-11-21", p="kind"), note("one", "2026-11-22", p="fair")], exercise)
    assert list(table["p"]) == ["kind", "fair"]
    assert list(table["p"].cat.categories) == ["fair", "nice", "kind"]
