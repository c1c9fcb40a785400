"""Any answers that a form could have sent, prompt by prompt, for what has to hold whatever else is answered. A link is no answer."""

from functools import cache

from hypothesis import strategies as st

from newsoil._paths import shipped_guide
from newsoil.guide import read_guide

GUIDE = read_guide(shipped_guide())
_WORDS = st.sampled_from(["a few words", "never mind", "x"])
_KINDS = {
    "TextPrompt": lambda prompt: _WORDS,
    "ShortTextPrompt": lambda prompt: _WORDS,
    "ScalePrompt": lambda prompt: st.integers(1, 5),
    "IntensityPrompt": lambda prompt: st.integers(0, 10),
    "ChoicePrompt": lambda prompt: st.sampled_from([option.id for option in prompt.options]),
    "ChoicesPrompt": lambda prompt: st.lists(st.sampled_from([option.id for option in prompt.options]), unique=True),
    "DatePrompt": lambda prompt: st.just("2026-11-20"),
    "RowsPrompt": lambda prompt: st.lists(_row(prompt), max_size=3, unique_by=lambda row: row["id"]),
    "LadderPrompt": lambda prompt: st.lists(_rung(prompt), max_size=5, unique_by=lambda row: row["id"]),
    "SorterPrompt": lambda prompt: st.lists(_card(prompt), max_size=9, unique_by=lambda card: card["id"]),
}


def _row(prompt):
    cells = {column.id: _KINDS[type(column).__name__](column) for column in prompt.columns}
    return st.fixed_dictionaries({"id": st.sampled_from(["r1", "r2", "r3"])}, optional=cells)


def _rung(prompt):
    cells = {column.id: _KINDS[type(column).__name__](column) for column in prompt.columns}
    required = {"id": st.sampled_from(["r1", "r2", "r3", "r4", "r5"]), "step": st.integers(1, len(prompt.steps))}
    return st.fixed_dictionaries(required, optional=cells)


def _card(prompt):
    ids, groups = [card.id for card in prompt.cards], [group.id for group in prompt.groups]
    return st.fixed_dictionaries({"id": st.sampled_from(ids), "group": st.sampled_from(groups)})


@cache
def any_answers(exercise):
    """Some of the prompts of an exercise answered, in a way that its form allows."""
    kinds = {prompt.id: (_KINDS.get(type(prompt).__name__), prompt) for prompt in GUIDE.exercise(exercise).prompts}
    prompts = {name: kind(prompt) for name, (kind, prompt) in kinds.items() if kind}
    return st.fixed_dictionaries({}, optional=prompts)
