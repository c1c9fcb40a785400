"""How the pieces of the guide hold together: ids, labels, links, passages, reasons."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from newsoil.guide.content import Exercise
from newsoil.guide.problem import Problem
from newsoil.guide.prompt import Cell, ChoicePrompt, ChoicesPrompt, LinkPrompt, Prompt, RowsPrompt
from newsoil.guide.reading import Guide
from newsoil.guide.rules import Rules
from newsoil.guide.texts import Situation, read_as

_READABLE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def wiring(guide: Guide, rules: Rules) -> Iterator[Problem]:
    """What does not hold together in the guide's content files."""
    for kind, things in (
        ("stage", guide.stages),
        ("passage", guide.passages),
        ("number", guide.numbers),
        ("exercise", guide.exercises),
        ("aside", guide.asides),
        ("chart", guide.charts),
        ("recipient", guide.recipients),
        ("place", guide.places),
    ):
        yield from _ids(f"the guide’s {kind} ids", (thing.id for thing in things))
    yield from _passages(guide)
    for number in guide.numbers:
        if not number.reason.strip():
            yield Problem(f"number {number.id}", "it has no reason. Say why it is this number.")
    for aside in guide.asides:
        yield from _stage(f"aside {aside.id}", aside.stage, guide)
    for exercise in guide.exercises:
        yield from _exercise(exercise, guide, rules)


def _exercise(exercise: Exercise, guide: Guide, rules: Rules) -> Iterator[Problem]:
    where = f"exercise {exercise.id}"
    yield from _stage(where, exercise.stage, guide)
    yield from _ids(f"{where}, prompts", (prompt.id for prompt in exercise.prompts))
    if exercise.label not in {prompt.id for prompt in exercise.prompts}:
        yield Problem(where, f"its label “{exercise.label}” is no prompt of it. Name the prompt whose answer stands for the entry.")
    if not exercise.passages and not exercise.ours.strip():
        yield Problem(where, "it cites no passage and does not say why it asks. Cite one, or say it in “ours”.")
    for prompt in exercise.prompts:
        yield from _prompt(f"{where}, prompt {prompt.id}", prompt, guide, rules)


def _prompt(where: str, prompt: Prompt, guide: Guide, rules: Rules) -> Iterator[Problem]:
    yield from _asked(where, prompt, rules)
    if isinstance(prompt, LinkPrompt) and prompt.to not in {exercise.id for exercise in guide.exercises}:
        yield Problem(where, f"it links to “{prompt.to}”, and there is no such exercise. Correct “to”.")
    if isinstance(prompt, ChoicePrompt | ChoicesPrompt):
        yield from _ids(f"{where}, options", (option.id for option in prompt.options))
    if isinstance(prompt, RowsPrompt):
        yield from _ids(f"{where}, columns", ("id", *(column.id for column in prompt.columns)))
        for column in prompt.columns:
            yield from _prompt(f"{where}, column {column.id}", column, guide, rules)


def _asked(where: str, prompt: Prompt | Cell, rules: Rules) -> Iterator[Problem]:
    """One question at a time, in every form, and none that asks for a reason as a judge would."""
    forms = {(read_as(prompt.label, situation), read_as(prompt.hint, situation)) for situation in (None, *Situation)}
    for label, hint in sorted(forms):
        if (label + hint).count("?") > 1:
            yield Problem(where, f"“{label}” with its hint asks more than one question. Ask one; make the other a prompt of its own.")
        first = re.match(r"\W*(\w+)", label)
        if first and first[1].lower() in rules.never_first:
            yield Problem(where, f"“{label}” begins with “{first[1]}”. Ask what, how or what next.")


def _ids(where: str, ids: Iterable[str]) -> Iterator[Problem]:
    for name, times in Counter(ids).items():
        if times > 1:
            yield Problem(where, f"“{name}” is there {times} times. Give each its own id.")
        if not _READABLE.fullmatch(name):
            yield Problem(where, f"“{name}” is not a readable id. Use small letters, digits and single hyphens.")


def _stage(where: str, stage: str, guide: Guide) -> Iterator[Problem]:
    if stage not in {each.id for each in guide.stages}:
        yield Problem(where, f"it belongs to the stage “{stage}”, and there is none. Correct “stage”.")


def _passages(guide: Guide) -> Iterator[Problem]:
    known = {passage.id for passage in guide.passages}
    for kind, things in (("stage", guide.stages), ("exercise", guide.exercises)):
        for thing in things:
            for cited in thing.passages:
                if cited not in known:
                    yield Problem(f"{kind} {thing.id}", f"it cites the passage “{cited}”, and there is none. Correct “passages”.")
    served = {cited for stage in guide.stages for cited in stage.passages}
    for passage in guide.passages:
        if passage.id not in served:
            yield Problem(f"passage {passage.id}", "no stage serves it. Name it in the passages of the stage that says it.")
