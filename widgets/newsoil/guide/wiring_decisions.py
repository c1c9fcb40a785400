"""How decision tables hold together: no hole, no rule that cannot be reached, nothing named that is not there."""

from collections import Counter
from collections.abc import Iterator

from newsoil.guide.content import Exercise
from newsoil.guide.decision import Condition, Decision, Rule
from newsoil.guide.problem import Problem
from newsoil.guide.prompt import ChoicePrompt, ChoicesPrompt, IntensityPrompt, Prompt, RowsPrompt, ScalePrompt, SorterPrompt
from newsoil.guide.reading import Guide
from newsoil.guide.texts import forms


def wiring_decisions(guide: Guide) -> Iterator[Problem]:
    """What does not hold together in the guide's decision tables and its gate."""
    for decision in guide.decisions:
        yield from decision_problems(decision, guide)
    yield from _gate(guide)


def decision_problems(decision: Decision, guide: Guide) -> Iterator[Problem]:
    """What does not hold together in one table."""
    where = f"decision {decision.id}"
    exercise = next((one for one in guide.exercises if one.id == decision.exercise), None)
    if exercise is None:
        yield Problem(where, f"it is about the exercise “{decision.exercise}”, and there is none. Correct “exercise”.")
        return
    yield from _holes(where, decision)
    yield from _results(where, decision, guide)
    if decision.own and not isinstance(_prompt(exercise, decision.own), ChoicePrompt):
        yield Problem(where, f"its own view “{decision.own}” is no choice of the exercise. Correct “own”.")
    for number, rule in enumerate(decision.rules, 1):
        here = f"{where}, rule {number}"
        yield from _sources(here, rule, guide)
        for condition in rule.all:
            yield from _numbers(here, condition, guide)
            yield from _looked_at(here, condition, exercise, guide)


def _looked_at(where: str, condition: Condition, exercise: Exercise, guide: Guide) -> Iterator[Problem]:
    """A condition, with the exercise and the table that it looks at: its own, or those that it names."""
    at = next((one for one in guide.exercises if one.id == condition.exercise), None) if condition.exercise else exercise
    decision = guide.decision(at.id) if at else None
    if at is None or decision is None:
        yield Problem(where, f"it looks at “{condition.exercise}”, and there is no table of it. Correct “exercise”.")
        return
    if condition.exercise and not condition.earlier:
        yield Problem(where, f"it names “{condition.exercise}” without “earlier”. Say what its earlier entries came to.")
    own = _prompt(at, decision.own)
    views = {result.id for result in decision.results} | ({one.id for one in own.options} if isinstance(own, ChoicePrompt) else set())
    yield from _condition(where, condition, at, views)


def _holes(where: str, decision: Decision) -> Iterator[Problem]:
    """Every answer comes to something, and every rule can be reached."""
    if not decision.rules or decision.rules[-1].all:
        yield Problem(where, "its last rule has conditions, so some answers come to nothing. Add a last rule without any.")
    results = {result.id for result in decision.results}
    for number, rule in enumerate(decision.rules, 1):
        if rule.result not in results:
            yield Problem(f"{where}, rule {number}", f"its result “{rule.result}” is not one of the table’s. Correct “result”.")
        if not rule.all and number < len(decision.rules):
            yield Problem(f"{where}, rule {number}", "it always holds, so none after it is tried. Give it a condition, or put it last.")


def _results(where: str, decision: Decision, guide: Guide) -> Iterator[Problem]:
    reached = {rule.result for rule in decision.rules}
    for name, times in Counter(result.id for result in decision.results).items():
        if times > 1:
            yield Problem(where, f"the result “{name}” is there {times} times. Give each its own id.")
    for result in decision.results:
        if not result.title and (result.says or result.next or result.danger):
            yield Problem(f"{where}, result {result.id}", "it has no title, so nothing of it is seen. Write “title”, or take the rest out.")
        if result.id not in reached:
            yield Problem(where, f"no rule comes to the result “{result.id}”. Add one, or take the result out.")
        for step in result.next:
            if step.exercise and step.exercise not in guide.known:
                yield Problem(f"{where}, result {result.id}", f"it leads to “{step.exercise}”, and there is no such exercise. Correct it.")


def _sources(where: str, rule: Rule, guide: Guide) -> Iterator[Problem]:
    if rule.all and not rule.passages and not any(form.strip() for form in forms(rule.ours)):
        yield Problem(where, "it cites no passage and does not say why we have it. Cite one, or say it in “ours”.")
    for passage in rule.passages:
        if passage not in {one.id for one in guide.passages}:
            yield Problem(where, f"it cites the passage “{passage}”, and there is none. Correct “passages”.")


def _numbers(where: str, condition: Condition, guide: Guide) -> Iterator[Problem]:
    numbers = {number.id for number in guide.numbers}
    for name in (condition.within, condition.of_last, condition.at_least):
        if isinstance(name, str) and name and name not in numbers:
            yield Problem(where, f"it names the number “{name}”, and there is none. Add it, with its reason.")


def _condition(where: str, condition: Condition, exercise: Exercise, views: set[str]) -> Iterator[Problem]:
    if not condition.prompts and not condition.earlier:
        yield Problem(where, "a condition looks at prompts or at earlier entries. Give it one of the two.")
    for name in condition.earlier:
        if name not in views:
            yield Problem(where, f"it looks for the earlier result “{name}”, and there is none. Correct “earlier”.")
    for name in condition.prompts:
        prompt = _prompt(exercise, name)
        if prompt is None:
            yield Problem(where, f"it looks at the prompt “{name}”, and {exercise.id} has none. Correct “prompts”.")
        elif (possible := possible_atoms(prompt, condition.column)) is None:
            if condition.any:
                yield Problem(where, f"“{name}” is answered in free words, so no answer can be compared. Take “any” out.")
        else:
            for atom in sorted({*condition.any} - possible, key=str):
                yield Problem(where, f"“{atom}” is no answer to “{name}”. Correct “any”.")


def possible_atoms(prompt: Prompt, column: str = "") -> set[str | int] | None:
    """The single answers that a prompt can be given; `None` where they are free words."""
    if isinstance(prompt, ChoicePrompt | ChoicesPrompt):
        return {option.id for option in prompt.options}
    if isinstance(prompt, ScalePrompt):
        return set(range(1, 6))
    if isinstance(prompt, IntensityPrompt):
        return set(range(11))
    if isinstance(prompt, SorterPrompt):
        groups = [group.id for group in prompt.groups]
        return {*groups, *(f"{card.id}:{group}" for card in prompt.cards for group in groups)}
    if isinstance(prompt, RowsPrompt) and column:
        cell = next((one for one in prompt.columns if one.id == column), None)
        return {option.id for option in cell.options} if isinstance(cell, ChoicePrompt) else None
    return None


def _prompt(exercise: Exercise, name: str) -> Prompt | None:
    return next((prompt for prompt in exercise.prompts if prompt.id == name), None)


def _is_together(prompt: Prompt) -> bool:
    """Whether a prompt, or a part of it, is only for people who are safe with one another."""
    parts = (part for name in ("options", "groups", "columns") for part in getattr(prompt, name, ()))
    return prompt.together or any(part.together for part in parts)


def _gate(guide: Guide) -> Iterator[Problem]:
    for exercise in guide.exercises:
        where = f"exercise {exercise.id}"
        if exercise.gate and _prompt(exercise, exercise.gate) is None:
            yield Problem(where, f"its gate stands before “{exercise.gate}”, and it has no such prompt. Correct “gate”.")
        if exercise.gate and guide.gate is None:
            yield Problem(where, "it has a gate, and the guide has none. Write [gate], or take “gate” out.")
        apart = [prompt.id for prompt in exercise.prompts if _is_together(prompt)]
        if apart and not exercise.gate:
            yield Problem(where, f"“{apart[0]}” is marked “together”, and no gate stands before it. Add “gate”.")
    if guide.gate:
        exercise_of_gate = next((one for one in guide.exercises if one.id == guide.gate.exercise), None)
        if exercise_of_gate is None or not isinstance(_prompt(exercise_of_gate, guide.gate.items), ChoicesPrompt):
            yield Problem(
                "gate", f"“{guide.gate.exercise}” with the choices “{guide.gate.items}” is not there. Correct “exercise” and “items”."
            )
