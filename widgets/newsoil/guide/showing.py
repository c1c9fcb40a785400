"""Which notebook shows what: every stage has its notebook, and every exercise and aside its one place."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from newsoil.guide.content import Stage
from newsoil.guide.notebook import Notebook
from newsoil.guide.notebook_code import ANALYSIS
from newsoil.guide.problem import Problem
from newsoil.guide.reading import Guide

_STAGE_NOTEBOOK = re.compile(r"\d\d-[\w-]+\.ipynb")


def is_of_a_stage(name: str) -> bool:
    """Whether a notebook is named as those of stages are. The others, such as the front door, belong to none, and so does `ANALYSIS`."""
    return name != ANALYSIS and _STAGE_NOTEBOOK.fullmatch(name) is not None


def showing(guide: Guide, notebooks: Mapping[str, Notebook], lent: Mapping[str, Notebook]) -> Iterator[Problem]:
    """Where stages, notebooks and what they show do not meet. Of a notebook that is `lent` it is only said whether it fits its stage."""
    stages = {stage.notebook: stage for stage in guide.stages}
    for notebook, times in Counter(stage.notebook for stage in guide.stages).items():
        if times > 1:
            yield Problem(notebook, f"{times} stages name it. Give each stage a notebook of its own.")
        if notebook in lent:
            yield from _fitting(notebook, lent[notebook], stages[notebook], guide)
        elif notebook not in notebooks:
            yield Problem(f"stage {stages[notebook].id}", f"no notebook “{notebook}” can be read. Write it, or correct “notebook”.")
    for name, notebook_here in notebooks.items():
        if name in stages:
            yield from _stage_notebook(name, notebook_here, stages[name], guide)
        elif is_of_a_stage(name):
            yield Problem(name, "no stage names it. Add its stage, or give it another name.")
    yield from _once(guide, {**lent, **notebooks})


def _fitting(name: str, notebook: Notebook, stage: Stage, guide: Guide) -> Iterator[Problem]:
    if any(_stage_notebook(name, notebook, stage, guide)):
        says = f"the guide has no notebook “{name}”, and ours of that name shows other things. Write one into workbook/."
        yield Problem(f"stage {stage.id}", says)


def _stage_notebook(name: str, notebook: Notebook, stage: Stage, guide: Guide) -> Iterator[Problem]:
    if notebook.calls("open_page") != [stage.id]:
        yield Problem(name, f'it does not open its own stage, once. Write open_page("{stage.id}").')
    for kind, things in (("exercise", guide.exercises), ("aside", guide.asides)):
        theirs = {thing.id: thing.stage for thing in things}
        for shown in notebook.calls(kind):
            if shown not in theirs and shown not in guide.refused:
                yield Problem(name, f"it shows the {kind} “{shown}”, and there is none. Write the id of one, in quotes.")
            elif theirs.get(shown, stage.id) != stage.id:
                yield Problem(name, f"it shows the {kind} “{shown}” of the stage “{theirs[shown]}”. Show it there.")
    for shown in (*notebook.calls("chart"), *filter(None, notebook.calls("charts"))):
        if shown not in {chart.id for chart in guide.charts}:
            yield Problem(name, f"it shows the chart “{shown}”, and there is none. Write the id of one, in quotes.")


def _once(guide: Guide, notebooks: Mapping[str, Notebook]) -> Iterator[Problem]:
    for kind, things in (("exercise", guide.shown), ("aside", guide.asides)):
        shown = Counter(name for notebook in notebooks.values() for name in notebook.calls(kind))
        for thing in things:
            if shown[thing.id] != 1:
                yield Problem(f"{kind} {thing.id}", f"it is shown {shown[thing.id]} times. Show it once, in the notebook of its stage.")
