"""The words of a stage come with the page, before any script has run."""

import re

import pytest

from newsoil._paths import WORKBOOK, guide_folder
from newsoil.guide import read_guide
from newsoil.guide.notebook import read_notebook
from newsoil.server.reading import stage_words

GUIDE = read_guide(guide_folder())


@pytest.mark.parametrize("stage", GUIDE.stages, ids=lambda stage: stage.id)
def test_every_stage_can_be_read_with_a_place_for_each_exercise_and_each_aside(stage):
    words, notebook = stage_words(stage.id), read_notebook(WORKBOOK / stage.notebook)
    assert words.count("<h1>") == 1
    assert f'data-stage="{stage.id}"' in words
    titles = re.findall(r'ns-coming"><header><h2>(.*?)</h2>', words)
    assert titles == [GUIDE.exercise(name).title for name in notebook.calls("exercise")]
    assert words.count('class="ns-aside"') == len(notebook.calls("aside"))


def test_what_is_meant_for_jupyterlab_is_left_out_and_links_lead_to_stages():
    words = stage_words("start")
    assert "Run All Cells" not in words
    assert ".ipynb" not in words
    assert 'href="#/finding-support"' in words


def test_an_unknown_stage_is_the_first():
    assert stage_words("no-such") == stage_words("start")
