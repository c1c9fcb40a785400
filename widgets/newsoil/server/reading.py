"""The words of a stage as HTML, sent with the page: they can be read before any script has run, and without a kernel."""

from collections.abc import Iterator
from functools import cache
from html import escape

from newsoil._paths import guide_folder, notebook_path
from newsoil.guide import Aside, Exercise, Guide, Stage, open_guide, read_as
from newsoil.guide.markdown import to_html
from newsoil.guide.notebook import Cell, read_notebook
from newsoil.guide.ways import in_each_way


@cache
def stage_words(stage_id: str) -> str:
    """A stage to read; an unknown one is the first. Each exercise stands in its place with its title, until the page's widgets come.

    Raises:
        BadContent: the guide or the stage's notebook cannot be used.
    """
    guide = open_guide(guide_folder())
    stage = next((one for one in guide.stages if one.id == stage_id), guide.stages[0])
    return f'<article id="ns-first" data-stage="{escape(stage.id)}">{"".join(_parts(guide, stage))}</article>'


def _parts(guide: Guide, stage: Stage) -> Iterator[str]:
    for cell in read_notebook(notebook_path(stage.notebook)).cells:
        if cell.is_for_lab:
            continue
        if cell.cell_type == "markdown":
            yield f'<div class="ns-prose">{in_each_way(to_html(cell.text))}</div>'
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


def _aside(aside: Aside) -> str:
    """An aside as it reads for somebody who has not said in which situation they are."""
    paragraphs = (f"<p>{escape(one)}</p>" for one in read_as(aside.text, None).split("\n\n") if one)
    return f'<div class="ns-aside">{"".join(paragraphs)}</div>'


def _exercise(exercise: Exercise) -> str:
    """Where an exercise will be."""
    about = " · ".join(filter(None, (read_as(exercise.minutes, None), exercise.rhythm)))
    title = f'<header><h2>{escape(exercise.title)}</h2><p class="ns-meta">{escape(about)}</p></header>'
    return f'<section class="ns-sheet ns-exercise ns-coming">{title}</section>'
