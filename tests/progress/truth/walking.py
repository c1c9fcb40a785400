"""Ways through all answers to a form, and the shipped guide whose decision tables are walked.

What a table has to say is worked out in each test from the design, in plain Python. Nothing of a table's own rules is used for it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain, combinations, product
from typing import Any

from newsoil._paths import shipped_guide
from newsoil.guide import read_guide

GUIDE = read_guide(shipped_guide())
DAY = date(2026, 11, 23)

Answers = Mapping[str, Any]
Said = tuple[str, frozenset[str]] | None
"""A result and the prompts whose answers made it so; nothing where there is no result."""


def said(result: str, because: Iterable[str]) -> Said:
    return result, frozenset(because)


def given(answers: Answers, prompts: Iterable[str]) -> list[str]:
    """Those of the prompts that are answered."""
    return [prompt for prompt in prompts if answers.get(prompt) not in (None, "", [])]


def subsets(things: Sequence[str]) -> list[list[str]]:
    return [list(one) for one in chain.from_iterable(combinations(things, size) for size in range(len(things) + 1))]


def every(choices: Mapping[str, Sequence[Any]]) -> Iterator[dict[str, Any]]:
    """Every combination of one answer to each prompt; `None` leaves it open."""
    return (dict(zip(choices, values, strict=True)) for values in product(*choices.values()))


def alike(prompts: Iterable[str], values: Sequence[Any]) -> dict[str, Sequence[Any]]:
    """The same answers to each of the prompts, for `every`."""
    return dict.fromkeys(prompts, values)


def prompt_of(exercise: str, prompt: str) -> Any:
    return next(one for one in GUIDE.exercise(exercise).prompts if one.id == prompt)


def options(exercise: str, prompt: str) -> list[str]:
    return [option.id for option in prompt_of(exercise, prompt).options]
