"""Everything that the guide says is told by a stage and served by an exercise, or by prose alone, cell by cell."""

from collections import Counter

import pytest

from newsoil._paths import WORKBOOK, guide_folder
from newsoil.guide import read_guide
from newsoil.guide.notebook import read_notebook

GUIDE = read_guide(guide_folder())
PASSAGES = [passage.id for passage in GUIDE.passages]
CITED = {passage for exercise in GUIDE.shown for passage in exercise.passages}

TAUGHT = {"takeaways-3": "three-thoughts"}
"""The passages that are teaching alone, each with the cell of its stage's notebook that says it."""


def test_the_guide_says_86_things_each_once():
    assert len(PASSAGES) == len(set(PASSAGES)) == 86
    assert all(passage.says.strip() for passage in GUIDE.passages)


def test_each_is_told_by_one_stage():
    assert Counter(passage for stage in GUIDE.stages for passage in stage.passages) == Counter(PASSAGES)


@pytest.mark.parametrize("passage", [passage for passage in PASSAGES if passage not in TAUGHT])
def test_an_exercise_serves_it(passage):
    assert passage in CITED


def test_no_exercise_cites_what_the_guide_does_not_say():
    assert set(PASSAGES) >= CITED


def test_what_is_said_to_be_teaching_alone_is_served_by_no_exercise():
    assert CITED & set(TAUGHT) == set()


@pytest.mark.parametrize("passage", TAUGHT)
def test_what_is_teaching_alone_stands_in_its_stage(passage):
    (stage,) = [stage for stage in GUIDE.stages if passage in stage.passages]
    (cell,) = [cell for cell in read_notebook(WORKBOOK / stage.notebook).cells if cell.id == TAUGHT[passage]]
    assert cell.cell_type == "markdown"
    assert not cell.is_for_lab
    assert cell.text.strip()


@pytest.mark.parametrize("stage", GUIDE.stages, ids=lambda stage: stage.id)
def test_the_exercises_that_serve_a_stage_s_passages_can_be_reached(stage):
    """Each stands in a notebook, so a reader comes to it from its stage and from the list of all exercises."""
    shown = {name for one in GUIDE.stages for name in read_notebook(WORKBOOK / one.notebook).calls("exercise")}
    for passage in set(stage.passages) - set(TAUGHT):
        assert shown & {exercise.id for exercise in GUIDE.shown if passage in exercise.passages}, passage
