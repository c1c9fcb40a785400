"""Every exercise of the guide in one list: by stage, in the order in which the stage's notebook shows them."""

import msgspec

from newsoil._errors import BadContent
from newsoil._paths import notebook_path
from newsoil.guide.content import Exercise, Stage
from newsoil.guide.notebook import read_notebook
from newsoil.guide.reading import Guide
from newsoil.guide.texts import read_as


class Task(msgspec.Struct, frozen=True):
    """An exercise as the list has it. `about` says how long it takes, and when; `for_two`, that it is not for a reader who is afraid."""

    id: str
    title: str
    about: str
    for_two: bool


class StageTasks(msgspec.Struct, frozen=True):
    """A stage that has exercises, with all of them."""

    id: str
    title: str
    notebook: str
    tasks: tuple[Task, ...]


def tasks_of(guide: Guide) -> tuple[StageTasks, ...]:
    """All stages that have exercises. What the gate asks is none of them, and what cannot be used is not there."""
    found = ((stage, _in_order(stage, [one for one in guide.shown if one.stage == stage.id])) for stage in guide.stages)
    return tuple(
        StageTasks(stage.id, stage.title, stage.notebook, tuple(Task(one.id, one.title, about(one), for_two(one)) for one in exercises))
        for stage, exercises in found
        if exercises
    )


def about(exercise: Exercise) -> str:
    """How long an exercise takes, and when it is for, in one line."""
    return " · ".join(filter(None, (read_as(exercise.minutes, None), exercise.rhythm)))


def for_two(exercise: Exercise) -> bool:
    """Whether half of an exercise or more is left out for a reader who is afraid of somebody close (R-19, `docs/safety.md`)."""
    return 2 * sum(prompt.together for prompt in exercise.prompts) >= max(1, len(exercise.prompts))


def _in_order(stage: Stage, exercises: list[Exercise]) -> list[Exercise]:
    """Exercises of a stage in the order of its notebook; those that it does not show come last, in the order of the guide."""
    try:
        shown = read_notebook(notebook_path(stage.notebook)).calls("exercise")
    except BadContent:
        shown = []  # whoever opens the stage is told
    return sorted(exercises, key=lambda one: shown.index(one.id) if one.id in shown else len(shown))
