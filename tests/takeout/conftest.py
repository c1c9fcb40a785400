"""What the tests of taking out share: the shipped guide, and a journal made by hand."""

import itertools

import pytest
from msgspec.structs import replace

from newsoil._paths import DATA, guide_folder
from newsoil.guide import (
    BothPrompt,
    ChoicePrompt,
    Exercise,
    LadderPrompt,
    LinkPrompt,
    Option,
    Part,
    QuestionPrompt,
    SentencePrompt,
    ShortTextPrompt,
    SorterPrompt,
    read_guide,
)
from newsoil.journal import Entry, Journal, Store

TIMES = "T21:17:43.123+01:00"


@pytest.fixture(scope="session")
def guide():
    return read_guide(guide_folder())


@pytest.fixture(scope="session")
def several(guide):
    """The shipped guide with an exercise whose answers are made of several things, and one that links to it."""
    wants = (Option("yes", "Yes"), Option("no", "No"))
    prompts = (
        SentencePrompt(
            id="wish",
            label="How would you say it?",
            parts=(Part("feel", "I feel", "A feeling", "One word is enough."), Part("ask", ", and I would like", "A wish")),
        ),
        LadderPrompt(
            id="topics",
            label="What is light, and what is tender?",
            add="Add a thing",
            steps=("Light", "In the middle", "Tender"),
            columns=(ShortTextPrompt(id="topic", label="In a few words"), ChoicePrompt(id="want", label="Share it?", options=wants)),
        ),
        SorterPrompt(
            id="expect",
            label="Where does each card belong?",
            own="Add a card",
            cards=(Option("truth", "Being told the truth"), Option("guess", "Someone who guesses", note="Before I say it")),
            groups=(Option("fair", "Fair to expect"), Option("nice", "Nice to have")),
        ),
        QuestionPrompt(
            id="today", label="A question for today", questions=(Option("calm", "When were you calm?"), Option("kind", "What was kind?"))
        ),
    )
    prompts += (BothPrompt(id="both", label="One for both of you", questions=(Option("good", "What felt good?"),)),)
    base = {"stage": guide.stages[0].id, "kind": "log", "minutes": "a minute", "rhythm": "once"}
    made = Exercise(id="several", title="Several", label="wish", prompts=prompts, **base)
    linking = Exercise(id="linking", title="Linking", label="to", prompts=(LinkPrompt(id="to", label="Which one?", to="several"),), **base)
    return replace(guide, exercises=(*guide.exercises, made, linking))


@pytest.fixture(scope="session")
def sample():
    """The invented journal that comes with New Soil."""
    return Store(DATA / "sample", "sample").load()


@pytest.fixture(scope="session")
def note():
    """Makes one entry: `note(exercise, day, **answers)`, with `_` for `-` in prompt ids; `entry={…}` changes the entry itself."""
    numbers = itertools.count(1)

    def make(exercise, day="2026-11-23", *, entry=None, **answers):
        known = {prompt.replace("_", "-"): value for prompt, value in answers.items()}
        base = {"id": f"id-{next(numbers):04}-zq", "exercise": exercise, "exercise_version": 1, "status": "done", "answers": known}
        return Entry(**(base | {"made_at": day + TIMES, "changed_at": day + TIMES} | (entry or {})))

    return make


@pytest.fixture(scope="session")
def journal():
    """Makes a journal of entries."""
    return lambda *entries: Journal(entries=entries)
