"""The sentences of the charts: plain, and in step with the exercises they speak of."""

import re

import pytest
from filled_charts import FILLED

from newsoil.guide import ChartText, Exercise, Guide
from newsoil.progress.charts import CHARTS
from newsoil.progress.steps.weeks import ITEMS


def templates(text: ChartText) -> list[str]:
    return [text.title, text.subtitle, text.empty, text.note, *text.sentences.values()]


def options(exercise: Exercise, prompt: str) -> list[str]:
    found = next(each for each in exercise.prompts if each.id == prompt)
    return [option.id for option in found.options]  # type: ignore[union-attr]


@pytest.fixture(scope="module")
def texts(guide: Guide) -> dict[str, ChartText]:
    return {chart.id: chart for chart in guide.charts}


def test_every_chart_has_its_sentences_its_sample_and_its_exercises(guide: Guide, texts: dict[str, ChartText]) -> None:
    assert set(texts) == set(CHARTS) == set(FILLED)
    assert {name for chart in CHARTS.values() for name in chart.exercises} <= {exercise.id for exercise in guide.exercises}


def test_the_chart_names_the_answers_as_the_check_in_does(guide: Guide, texts: dict[str, ChartText]) -> None:
    scales = {prompt.id: prompt.labels for prompt in guide.exercise("weekly-check-in").prompts if hasattr(prompt, "labels")}
    assert set(scales) == set(ITEMS)
    steps = tuple(texts["weekly-check-in"].sentences[f"step-{step}"] for step in range(1, 6))
    assert set(scales.values()) == {steps}


def test_every_option_that_a_table_can_show_has_a_name(guide: Guide, texts: dict[str, ChartText]) -> None:
    for chart, exercise, prompt in (
        ("moments", "trigger", "said"),
        ("moments", "trigger", "type"),
        ("good-decisions", "one-good-decision", "size"),
    ):
        named = {key for key in texts[chart].sentences if key.startswith(f"{prompt}-")}
        assert named == {f"{prompt}-{option}" for option in options(guide.exercise(exercise), prompt)}


@pytest.mark.parametrize("name", sorted(CHARTS))
def test_sentences_are_short_and_printed_with_care(texts: dict[str, ChartText], name: str) -> None:
    for template in templates(texts[name]):
        assert not re.search(r"""['"!]|\.\.\.| - |%""", template)
        for sentence in re.split(r"(?<=[.?]) ", template):
            assert len(sentence.split()) <= 20, sentence


def test_event_charts_say_what_fewer_notes_can_mean(texts: dict[str, ChartText]) -> None:
    for name in ("moments", "good-decisions", "conversations"):
        assert texts[name].note == "Fewer notes can mean fewer events, or fewer notes."


def test_the_fall_of_a_feeling_is_never_put_down_to_the_pause(texts: dict[str, ChartText]) -> None:
    assert "cannot show that the pause did it" in texts["moments"].sentences["ease"]
