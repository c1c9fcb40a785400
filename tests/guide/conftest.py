"""A small invented guide without problems, for tests that break one thing at a time."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from newsoil.guide import Aside, ChartText, Exercise, Guide, Passage, Stage
from newsoil.guide.content import Number
from newsoil.guide.lint import lint
from newsoil.guide.prompt import ChoicePrompt, LinkPrompt, Option, RowsPrompt, ShortTextPrompt, TextPrompt
from newsoil.guide.rules import Alarm, Excuse, Rules

Cell = dict[str, Any]
Write = Callable[..., Path]
Find = Callable[..., list[str]]


@pytest.fixture
def exercise() -> Exercise:
    """One exercise with a text, a choice, rows and a link."""
    return Exercise(
        id="small-thing",
        title="A small thing",
        stage="first",
        kind="log",
        minutes="about a minute",
        rhythm="whenever you like",
        passages=("one",),
        label="thing",
        prompts=(
            TextPrompt(id="thing", label="What was it?"),
            ChoicePrompt(id="size", label="How big was it?", options=(Option("small", "Small"), Option("big", "Big"))),
            RowsPrompt(id="lines", label="What belongs to it?", add="Add a line", columns=(ShortTextPrompt(id="line", label="One line"),)),
            LinkPrompt(id="earlier", label="Is it like another one?", to="small-thing"),
        ),
    )


@pytest.fixture
def guide(exercise: Exercise) -> Guide:
    """A guide of one stage."""
    return Guide(
        stages=(Stage(id="first", title="The first page", notebook="00-first.ipynb", passages=("one",)),),
        exercises=(exercise,),
        passages=(Passage(id="one", says="Small things count."),),
        numbers=(Number(id="a-week", value=7, reason="A week is what people remember."),),
        asides=(Aside(id="first-aside", stage="first", text="You can go slowly."),),
        charts=(ChartText(id="days", title="Days", subtitle="Days with a note", empty="Nothing here yet.", sentences={"one": "One day"}),),
        words={"exercise": {"done": "Done for now"}},
    )


def _code(source: str, **changes: Any) -> Cell:
    """A code cell as it is shipped."""
    folded = {"jupyter": {"source_hidden": True}}
    cell = {"cell_type": "code", "id": "a-line", "source": source, "metadata": folded, "outputs": [], "execution_count": None}
    return cell | changes


def _prose(source: str) -> Cell:
    """A markdown cell."""
    return {"cell_type": "markdown", "id": "some-words", "source": source, "metadata": {}}


CELLS = (
    _prose("# The first page\n\nYou can read on."),
    _code('from newsoil import open_page\n\npage = open_page("first")'),
    _prose("## A part\n\n- One thing\n- [The same page](00-first.ipynb)"),
    _code('page.exercise("small-thing")'),
    _code('page.aside("first-aside")'),
    _code('page.chart("days")'),
)


@pytest.fixture
def code() -> Callable[..., Cell]:
    """Makes a code cell: `code(source, outputs=[…])`."""
    return _code


@pytest.fixture
def prose() -> Callable[[str], Cell]:
    """Makes a markdown cell."""
    return _prose


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes the stage's notebook with some cells more, or other ones, and returns the folder."""

    def written(*more: Cell, cells: tuple[Cell, ...] = CELLS, name: str = "00-first.ipynb", metadata: dict[str, Any] | None = None) -> Path:
        notebook = {"cells": [*cells, *more], "metadata": metadata or {}, "nbformat": 4, "nbformat_minor": 5}
        (tmp_path / name).write_text(json.dumps(notebook), "utf-8")
        return tmp_path

    return written


@pytest.fixture
def rules() -> Rules:
    """Two words that raise an alarm."""
    return Rules(alarms=(Alarm(words=("must", "trust issues"), instead="Offer a choice."),), never_first=("why",))


@pytest.fixture
def find(guide: Guide, write: Write, rules: Rules) -> Find:
    """Finds the problems of the small guide, with one thing changed: the guide, the notebooks, or what is excused."""

    def found(changed: Guide | None = None, notebooks: Path | None = None, excuses: tuple[Excuse, ...] = (), **options: Any) -> list[str]:
        known = Rules(alarms=rules.alarms, never_first=rules.never_first, excuses=excuses)
        return lint(changed or guide, notebooks or write(), rules=known, **options)

    return found
