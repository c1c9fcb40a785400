"""The words of a stage as HTML, sent with the page: they can be read before any script has run, and without a kernel."""

from collections.abc import Iterator
from functools import cache
from html import escape

from newsoil._paths import guide_folder, notebook_path
from newsoil.guide import Aside, Exercise, Guide, open_guide, read_as
from newsoil.guide.markdown import to_html
from newsoil.guide.notebook import Cell, read_notebook
from newsoil.guide.tasks import StageTasks, Task, about, tasks_of
from newsoil.guide.ways import in_each_way

LIST = "all-exercises"
"""The id of the page that lists all exercises."""


@cache
def stage_words(stage_id: str) -> str:
    """A stage to read; an unknown one is the first. Each exercise stands in its place with its title, until the page's widgets come.

    Raises:
        BadContent: the guide or the stage's notebook cannot be used.
    """
    guide = open_guide(guide_folder())
    stage = next((one for one in guide.stages if one.id == stage_id), guide.stages[0])
    return _article(stage.id, _parts(guide, stage.notebook))


@cache
def list_words() -> str:
    """The page “All exercises” to read. It comes with every page, unseen until the address names it, so its links lead on without a kernel.

    Raises:
        BadContent: the guide or the notebook of the list cannot be used.
    """
    return f"<template>{_article(LIST, _parts(open_guide(guide_folder()), f'{LIST}.ipynb'))}</template>"


def _article(name: str, parts: Iterator[str]) -> str:
    return f'<article id="ns-first" data-stage="{escape(name)}">{"".join(parts)}</article>'


def _parts(guide: Guide, notebook: str) -> Iterator[str]:
    for cell in read_notebook(notebook_path(notebook)).cells:
        if cell.is_for_lab:
            continue
        if cell.cell_type == "markdown":
            look = "ns-prose ns-together" if cell.is_for_two else "ns-prose"
            yield f'<div class="{look}">{in_each_way(to_html(cell.text))}</div>'
        elif cell.cell_type == "code":
            yield from _shown(guide, cell)


def _shown(guide: Guide, cell: Cell) -> Iterator[str]:
    """What stands for the widgets that a cell makes. A chart is seen with its notes or not at all."""
    for call, name in cell.calls():
        if name in guide.refused:
            yield f'<div class="ns-aside"><p>{escape(guide.refused[name])}</p></div>'
        elif call == "exercise":
            yield _exercise(guide.exercise(name))
        elif call == "aside":
            yield _aside(guide.aside(name))
        elif call == "reminder":
            yield _reminder(guide.words.get("reminder", {}))
        elif call == "open_all_exercises":
            yield f'<div class="ns-tasks">{"".join(_tasks(stage) for stage in tasks_of(guide))}</div>'


def _aside(aside: Aside) -> str:
    """An aside as it reads for somebody who has not said in which situation they are."""
    paragraphs = (f"<p>{escape(one)}</p>" for one in read_as(aside.text, None).split("\n\n") if one)
    return f'<div class="ns-aside">{"".join(paragraphs)}</div>'


def _exercise(exercise: Exercise) -> str:
    """Where an exercise will be."""
    title = f'<header><h2>{escape(exercise.title)}</h2><p class="ns-meta">{escape(about(exercise))}</p></header>'
    return f'<section class="ns-sheet ns-exercise ns-coming">{title}</section>'


def _reminder(words: dict[str, str]) -> str:
    """Where the form of a reminder will be."""
    return f'<section class="ns-sheet"><h2>{escape(words.get("heading", ""))}</h2><p>{escape(words.get("lead", ""))}</p></section>'


def _tasks(stage: StageTasks) -> str:
    """The exercises of a stage, each a link to its place. What a person has begun is not known here."""
    return f"<section><h2>{escape(stage.title)}</h2><ul>{''.join(_task(stage.id, task) for task in stage.tasks)}</ul></section>"


def _task(stage: str, task: Task) -> str:
    link = f'<a href="#/{escape(stage)}/{escape(task.id)}">{escape(task.title)}</a>'
    return f'<li class="ns-task">{link}<span class="ns-meta">{escape(task.about)}</span></li>'
