"""What a page is given of the guide to draw one exercise: its texts, its decision table, the gate. Nothing of the person."""

from typing import Any

import msgspec

from newsoil.guide import Decision, Exercise, Guide

WRITING = "writing-minutes"
"""The number that says after how many minutes of writing a page says that one may stop."""


def exercise_texts(guide: Guide, exercise: Exercise) -> dict[str, Any]:
    """Everything that the page needs to draw an exercise before anybody has said hello."""
    words = {**guide.words.get("exercise", {}), **guide.words.get("save", {})}
    numbers = {number.id: number.value for number in guide.numbers}
    minutes, timer = numbers.get(WRITING, 0), numbers.get(exercise.timer, 0)
    content = {"exercise": msgspec.to_builtins(exercise), "words": words, "minutes": minutes, "timer": timer}
    if (decision := guide.decision(exercise.id)) is not None:
        content["decision"] = _decision(guide, decision)
    if exercise.gate and guide.gate is not None:
        items = next(prompt for prompt in guide.exercise(guide.gate.exercise).prompts if prompt.id == guide.gate.items)
        content["gate"] = {**msgspec.to_builtins(guide.gate), "prompt": msgspec.to_builtins(items)}
    return content


def _decision(guide: Guide, decision: Decision) -> dict[str, Any]:
    """What a page says of a result: its words, where a next step leads, and why a rule is there."""
    says = {passage.id: passage.says for passage in guide.passages}
    steps = {step.exercise for result in decision.results for step in result.next} & {exercise.id for exercise in guide.exercises}
    return {
        "own": decision.own,
        "results": msgspec.to_builtins(decision.results),
        "rules": [
            {"ours": msgspec.to_builtins(rule.ours), "says": [says[passage] for passage in decision.cites(rule)]} for rule in decision.rules
        ],
        "exercises": {name: {"title": guide.exercise(name).title, "stage": guide.exercise(name).stage} for name in steps},
    }
