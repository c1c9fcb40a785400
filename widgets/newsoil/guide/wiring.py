"""How the pieces of the guide hold together: ids, labels, links, passages, reasons."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from newsoil.guide.content import Exercise
from newsoil.guide.problem import Problem
from newsoil.guide.prompt import (
    TURNS,
    Cell,
    DatePrompt,
    LadderPrompt,
    Option,
    Part,
    Prompt,
    QuestionPrompt,
    RowsPrompt,
    SentencePrompt,
    ShortTextPrompt,
    SorterPrompt,
)
from newsoil.guide.reading import Guide
from newsoil.guide.rules import Rules
from newsoil.guide.texts import Situation, read_as

FEWEST = 2
"""Steps of a ladder and groups of a sorter: with one there is nothing to choose."""

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
        ("decision", guide.decisions),
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


def structure(exercise: Exercise, guide: Guide) -> Iterator[Problem]:
    """What makes an exercise unusable: ids that are there twice, a label, a link or a timer that leads nowhere."""
    where = f"exercise {exercise.id}"
    yield from _ids(f"{where}, prompts", (prompt.id for prompt in exercise.prompts))
    if exercise.label not in {prompt.id for prompt in exercise.prompts}:
        yield Problem(where, f"its label “{exercise.label}” is no prompt of it. Name the prompt whose answer stands for the entry.")
    if exercise.opens and not any(isinstance(prompt, DatePrompt) and prompt.id == exercise.opens for prompt in exercise.prompts):
        yield Problem(where, f"it opens on “{exercise.opens}”, and that is no date prompt of it. Correct “opens”.")
    if exercise.timer and exercise.timer not in {number.id for number in guide.numbers}:
        yield Problem(where, f"its timer names the number “{exercise.timer}”, and there is none. Add it, with its reason.")
    for prompt in exercise.prompts:
        yield from _built(f"{where}, prompt {prompt.id}", prompt, guide.known)


def _exercise(exercise: Exercise, guide: Guide, rules: Rules) -> Iterator[Problem]:
    where = f"exercise {exercise.id}"
    yield from _stage(where, exercise.stage, guide)
    yield from structure(exercise, guide)
    if not exercise.passages and not exercise.ours.strip():
        yield Problem(where, "it cites no passage and does not say why it asks. Cite one, or say it in “ours”.")
    for prompt in exercise.prompts:
        yield from _asked(f"{where}, prompt {prompt.id}", prompt, rules)
        for column in getattr(prompt, "columns", ()):
            yield from _asked(f"{where}, prompt {prompt.id}, column {column.id}", column, rules)
        for part in getattr(prompt, "parts", ()):
            yield from _asked(f"{where}, prompt {prompt.id}, part {part.id}", part, rules)
        for question in getattr(prompt, "questions", ()):
            yield from _asked(f"{where}, prompt {prompt.id}, question {question.id}", question, rules)


def _built(where: str, prompt: Prompt, exercises: frozenset[str]) -> Iterator[Problem]:
    """How one prompt is built of its parts."""
    for name in ("to", "more_from"):
        if (to := getattr(prompt, name, "")) and to not in exercises:
            yield Problem(where, f"it leads to “{to}”, and there is no such exercise. Correct “{name}”.")
    for name in ("options", "cards", "groups", "parts", "questions"):
        yield from _ids(f"{where}, {name}", (one.id for one in getattr(prompt, name, ())))
    if isinstance(prompt, RowsPrompt):
        taken = ("id", "step") if isinstance(prompt, LadderPrompt) else ("id",)
        yield from _ids(f"{where}, columns", (*taken, *(column.id for column in prompt.columns)))
        for column in prompt.columns:
            yield from _built(f"{where}, column {column.id}", column, exercises)
    yield from (Problem(where, problem) for problem in _bare(prompt))


def _bare(prompt: Prompt) -> Iterator[str]:
    """What a prompt that is made of several things lacks."""
    if isinstance(prompt, LadderPrompt) and not (prompt.columns and isinstance(prompt.columns[0], ShortTextPrompt)):
        yield "its first column is no short text, so what stands on a step has no name. Put a short text first."
    if isinstance(prompt, LadderPrompt) and len(prompt.steps) < FEWEST:
        yield "it has fewer than two steps. Name at least two, the lightest first."
    if isinstance(prompt, SorterPrompt) and len(prompt.groups) < FEWEST:
        yield "it has fewer than two groups. Name at least two."
    if isinstance(prompt, SorterPrompt) and not prompt.cards and not prompt.own:
        yield "it has no cards, and nobody can add any. Write “cards”, or “own”."
    if isinstance(prompt, SentencePrompt) and bool(prompt.blame or prompt.blame_first) != bool(prompt.blame_hint.strip()):
        yield "it has only one of words of blame and “blame-hint”. Write both, or none."
    for name in getattr(prompt, "alone", ()):
        if name not in TURNS:
            yield f"it has the words “{name}” for whoever is alone, and nothing says them. Correct “alone”."
    if isinstance(prompt, QuestionPrompt) and not prompt.questions:
        yield "it has no question. Write at least one."


def _asked(where: str, prompt: Prompt | Cell | Part | Option, rules: Rules) -> Iterator[Problem]:
    """One question at a time, in every form, and none that asks for a reason as a judge would."""
    forms = {(read_as(prompt.label, situation), read_as(getattr(prompt, "hint", ""), situation)) for situation in (None, *Situation)}
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
