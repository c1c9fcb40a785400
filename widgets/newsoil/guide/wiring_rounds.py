"""How going round holds together with the exercises: tags that are decided on, answers that can be given, numbers that are there."""

from collections import Counter
from collections.abc import Iterator

from newsoil.guide.problem import Problem
from newsoil.guide.reading import Guide
from newsoil.guide.rounds import Rounds, Step
from newsoil.guide.wiring_decisions import possible_atoms


def wiring_rounds(guide: Guide) -> Iterator[Problem]:
    """What does not hold together in what the guide says of themes that come back."""
    if guide.rounds is None:
        return
    yield from _tags(guide, guide.rounds)
    for name in (guide.rounds.notes, guide.rounds.within):
        if name not in {number.id for number in guide.numbers}:
            yield Problem("rounds", f"it names the number “{name}”, and there is none. Add it, with its reason.")
    for step in guide.rounds.steps:
        yield from _step(guide, step)
    if guide.rounds.leads_to and guide.rounds.leads_to not in guide.known:
        yield Problem("rounds", f"it leads to “{guide.rounds.leads_to}”, and there is no such exercise. Correct “leads-to”.")


def _tags(guide: Guide, rounds: Rounds) -> Iterator[Problem]:
    named = Counter((*(theme.tag for theme in rounds.themes), *rounds.step_tags, *rounds.neither))
    for tag in sorted(named.keys() - guide.tags):
        yield Problem("rounds", f"it names the tag “{tag}”, and no form offers it. Correct it, or take it out.")
    for tag in sorted(guide.tags):
        if named[tag] != 1:
            yield Problem("rounds", f"the tag “{tag}” is in {named[tag]} of “themes”, “step-tags” and “neither”. Decide for one.")


def _step(guide: Guide, step: Step) -> Iterator[Problem]:
    exercise = next((one for one in guide.exercises if one.id == step.exercise), None)
    asked = next((one for one in exercise.prompts if one.id == step.prompt), None) if exercise else None
    if asked is None:
        yield Problem("rounds", f"a step is the prompt “{step.prompt}” of “{step.exercise}”, and there is none. Correct “steps”.")
        return
    for atom in sorted({*step.any} - (possible_atoms(asked) or set()), key=str):
        yield Problem("rounds", f"“{atom}” is no answer to “{step.prompt}” of “{step.exercise}”. Correct “any”.")
