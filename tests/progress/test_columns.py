"""What the columns of a frame hold, for whoever looks at notes with pandas."""

from datetime import UTC, datetime
from typing import Any

import pandas as pd
import pytest
from benchmarks.journal import invented

from newsoil.guide import (
    Exercise,
    Guide,
    LadderPrompt,
    Option,
    Part,
    Prompt,
    QuestionPrompt,
    RowsPrompt,
    SentencePrompt,
    ShortTextPrompt,
    Situation,
    SorterPrompt,
    TextPrompt,
    Variants,
)
from newsoil.guide.prompt import ChoicePrompt
from newsoil.progress.columns import DTYPES, Reader, columns, options_of
from newsoil.progress.frame import frame

ANYBODY = Reader()


@pytest.fixture
def trigger(guide: Guide) -> pd.DataFrame:
    """The columns of the alarms."""
    return columns(guide.exercise("trigger"), guide.words["frame"], ANYBODY).set_index("column")


def test_every_column_of_every_frame_is_described_in_its_order_and_with_its_dtype(guide: Guide) -> None:
    entries = list(invented(600, 3, datetime(2026, 11, 30, 12, tzinfo=UTC)))
    for exercise in guide.exercises:
        told, table = columns(exercise, guide.words["frame"], ANYBODY), frame(entries, exercise)
        assert list(told["column"]) == list(table.columns), exercise.id
        assert list(told["dtype"]) == [str(dtype) for dtype in table.dtypes], exercise.id
        assert told["holds"].str.strip().ne("").all(), exercise.id
        assert told.loc[told["kind"].notna(), "values"].str.strip().ne("").all(), exercise.id


def test_the_description_has_dtypes_of_its_own(guide: Guide) -> None:
    for exercise in guide.exercises:
        told = columns(exercise, guide.words["frame"], ANYBODY)
        assert {name: str(dtype) for name, dtype in told.dtypes.items()} == DTYPES


def test_a_question_is_told_as_the_form_asks_it(trigger: pd.DataFrame, guide: Guide) -> None:
    asked = {prompt.id: prompt.label for prompt in guide.exercise("trigger").prompts}
    assert trigger.loc["before", "holds"] == asked["before"] == "How strong was the feeling at first?"
    assert trigger.loc["before", "kind"] == "intensity"
    assert pd.isna(trigger.loc["day", "kind"])


def test_a_link_says_of_which_exercise_the_note_is(trigger: pd.DataFrame) -> None:
    assert "what-am-i-afraid-of" in trigger.loc["fear", "values"]


def test_what_can_be_chosen_stands_with_its_words_and_nothing_where_people_write(trigger: pd.DataFrame) -> None:
    assert trigger.loc["kind", "options"] == {"echo": "An echo", "now": "Now", "unknown": "I don’t know yet"}
    assert trigger.loc["type", "options"]["late-reply"] == "A late reply"
    assert trigger.loc["before", "options"] == {0: "not there", 5: "clearly there", 10: "very strong"}
    assert trigger.loc["event", "options"] is None
    assert trigger.loc["day", "options"] is None


def test_a_step_of_a_scale_has_its_words(guide: Guide) -> None:
    told = columns(guide.exercise("weekly-check-in"), guide.words["frame"], ANYBODY).set_index("column")
    assert list(told.loc["secure", "options"]) == [1, 2, 3, 4, 5]


GROUPS = (Option("fair", "Fair"), Option("nice", "Nice"))
CELLS = (ShortTextPrompt(id="line", label="Line"), ChoicePrompt(id="share", label="Share it?", options=GROUPS))
MADE_OF_SEVERAL: list[tuple[Prompt, dict[Any, str]]] = [
    (
        RowsPrompt(id="p", label="Which?", add="Add", columns=CELLS),
        {"line": "Line", "share": "Share it?", "share.fair": "Fair", "share.nice": "Nice"},
    ),
    (
        LadderPrompt(id="p", label="Which?", add="Add", columns=CELLS[:1], steps=("Light", "Tender")),
        {"line": "Line", "step.1": "Light", "step.2": "Tender"},
    ),
    (
        SorterPrompt(id="p", label="Where?", cards=(Option("call", "A call"),), groups=GROUPS),
        {"id.call": "A call", "group.fair": "Fair", "group.nice": "Nice"},
    ),
    (SentencePrompt(id="p", label="How?", parts=(Part("feel", "I feel", "A feeling"),)), {"feel": "I feel … A feeling"}),
    (QuestionPrompt(id="p", label="Today", questions=GROUPS), {"fair": "Fair", "nice": "Nice"}),
]


@pytest.mark.parametrize(("prompt", "options"), MADE_OF_SEVERAL, ids=lambda one: type(one).__name__)
def test_of_an_answer_that_is_made_of_several_the_parts_are_named(prompt: Prompt, options: dict[Any, str]) -> None:
    assert options_of(prompt, ANYBODY) == options


def test_words_are_those_of_the_reader_and_after_a_yes_at_the_gate_never_those_that_point_to_a_partner() -> None:
    label = Variants(otherwise="Together?", on_my_own="Alone?", afraid="For you?")
    exercise = Exercise(id="one", title="One", stage="first", kind="log", minutes="", rhythm="", prompts=(TextPrompt(id="p", label=label),))
    asked = [
        columns(exercise, {}, reader).set_index("column").loc["p", "holds"]
        for reader in (ANYBODY, Reader(Situation.ON_MY_OWN), Reader(Situation.ON_MY_OWN, afraid=True))
    ]
    assert asked == ["Together?", "Alone?", "For you?"]
