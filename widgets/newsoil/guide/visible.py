"""What the guide says to one reader, after a yes at the gate too: what the page leaves out then is left out here."""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from newsoil.guide.content import Exercise
from newsoil.guide.decision import Decision, Result, Rule
from newsoil.guide.notebook import Notebook
from newsoil.guide.problem import Problem
from newsoil.guide.prompt import Option, Part, Prompt
from newsoil.guide.reading import Guide
from newsoil.guide.rules import Rules
from newsoil.guide.texts import Situation, Text, read_as
from newsoil.guide.wording import alarmed


class Reader(msgspec.Struct, frozen=True):
    """Who reads: in which situation, and whether something of the gate is so."""

    situation: Situation | None = None
    afraid: bool = False

    def reads(self, text: Text) -> str:
        """The form of a text for this reader."""
        return read_as(text, self.situation, afraid=self.afraid)

    def meets(self, part: Exercise | Prompt | Option | Any) -> bool:
        """Whether a part of the guide is there for this reader."""
        return not (self.afraid and getattr(part, "together", False))


def said_by_exercise(exercise: Exercise, reader: Reader) -> Iterator[tuple[str, str]]:
    """The places and texts of an exercise that this reader meets."""
    for name in ("title", "minutes", "rhythm", "lead", "settle", "after"):
        yield from _told(f"exercise {exercise.id}, {name}", getattr(exercise, name), reader)
    for prompt in exercise.prompts:
        if reader.meets(prompt):
            yield from _by_prompt(f"exercise {exercise.id}, prompt {prompt.id}", prompt, reader)


def said_by_decision(guide: Guide, decision: Decision, reader: Reader) -> Iterator[tuple[str, str]]:
    """The places and texts of a decision's results that this reader can meet, and of where they come from."""
    for result in decision.results:
        where, here = f"decision {decision.id}, result {result.id}", _under(result, reader)
        yield from _told(f"{where}, title", result.title, here)
        yield from _told(f"{where}, says", result.says, here)
        for step in () if result.danger else result.next:
            if here.meets(step):
                yield from _told(f"{where}, next", step.says, here)
        for number, rule in enumerate(decision.rules, 1):
            if result.title and rule.result == result.id:
                yield from _said_by_rule(f"decision {decision.id}, rule {number}", guide, decision, rule, here)


def _under(result: Result, reader: Reader) -> Reader:
    """The reader of a result: one of danger reads like a yes at the gate."""
    return msgspec.structs.replace(reader, afraid=reader.afraid or result.danger)


def _said_by_rule(where: str, guide: Guide, decision: Decision, rule: Rule, reader: Reader) -> Iterator[tuple[str, str]]:
    """Where a result comes from. What the guide says is said to whoever is not afraid: most of it is about two people who are safe."""
    if not reader.afraid:
        yield from ((f"{where}, passage {one.id}", one.says) for one in guide.passages if one.id in decision.cites(rule))
    yield from _told(f"{where}, ours", rule.ours, reader)


def after_a_yes(guide: Guide, rules: Rules) -> Iterator[Problem]:
    """Texts of exercises and asides that still point to the partner for a reader who is afraid, in whatever situation."""
    for exercise in guide.exercises:
        decision = guide.decision(exercise.id)
        met = {
            said
            for situation in (None, *Situation)
            for reader in (Reader(situation, afraid=True),)
            for said in (*said_by_exercise(exercise, reader), *(said_by_decision(guide, decision, reader) if decision else ()))
        }
        for where, text in sorted(met):
            yield from alarmed(f"{where}, after a yes", text, rules.after_a_yes)
    for aside in guide.asides:
        for text in sorted({read_as(aside.text, situation, afraid=True) for situation in (None, *Situation)}):
            yield from alarmed(f"aside {aside.id}, after a yes", text, rules.after_a_yes)


def prose_after_a_yes(notebooks: Mapping[str, Notebook], rules: Rules) -> Iterator[Problem]:
    """Prose that still points to the partner for a reader who is afraid: all of it but the cells that the app leaves out then."""
    for name, notebook in notebooks.items():
        for cell, prose in notebook.prose():
            for block in () if cell.is_for_two else prose.blocks:
                yield from alarmed(f"{name}, cell {cell.id}, after a yes", block.words, rules.after_a_yes)


def _by_prompt(where: str, prompt: Prompt, reader: Reader) -> Iterator[tuple[str, str]]:
    for name in ("label", "hint", "why", "add", "own", "blame_hint"):
        yield from _told(f"{where}, {name.replace('_', '-')}", getattr(prompt, name, ""), reader)
    for kind in ("options", "cards", "groups", "questions", "parts"):
        for part in getattr(prompt, kind, ()):
            if reader.meets(part):
                yield from _by_part(f"{where}, {kind.removesuffix('s')} {part.id}", part, reader)
    for number, step in enumerate(getattr(prompt, "steps", ()), 1):
        yield from _told(f"{where}, step {number}", step, reader)
    for column in getattr(prompt, "columns", ()):
        if reader.meets(column):
            yield from _by_prompt(f"{where}, column {column.id}", column, reader)


def _by_part(where: str, part: Option | Part, reader: Reader) -> Iterator[tuple[str, str]]:
    for name in ("before", "label", "note", "hint"):
        yield from _told(f"{where}, {name}", getattr(part, name, ""), reader)


def _told(where: str, text: Text, reader: Reader) -> Iterator[tuple[str, str]]:
    if said := reader.reads(text):
        yield where, said
