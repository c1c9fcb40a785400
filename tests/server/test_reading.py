"""The words of a stage come with the page, before any script has run."""

import re

import pytest

from newsoil._paths import WORKBOOK, guide_folder
from newsoil.guide import read_guide
from newsoil.guide.notebook import read_notebook
from newsoil.guide.tasks import tasks_of
from newsoil.server.reading import list_words, stage_words

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


def test_the_list_of_exercises_comes_unseen_with_a_link_to_each_of_them():
    words = list_words()
    assert re.match('<template><article id="ns-first" data-stage="all-exercises">.*</article></template>$', words, re.DOTALL)
    assert "Run All Cells" not in words
    links = re.findall('<li class="ns-task"><a href="#/([^"]*)">', words)
    assert links == [f"{stage.id}/{task.id}" for stage in tasks_of(GUIDE) for task in stage.tasks]
    assert words.count("<h2>") == len(tasks_of(GUIDE))


def test_prose_for_two_is_marked_so_that_the_page_can_leave_it_out():
    for stage in GUIDE.stages:
        for_two = [cell for cell in read_notebook(WORKBOOK / stage.notebook).cells if cell.is_for_two]
        assert stage_words(stage.id).count('class="ns-prose ns-together"') == len(for_two), stage.id
    assert 'class="ns-prose ns-together"><h2>Listening</h2>' in stage_words("day-by-day")


def test_an_unknown_stage_is_the_first():
    assert stage_words("no-such") == stage_words("start")


def test_what_the_prose_says_of_where_words_are_kept_is_said_for_each_way():
    said = {name: words for name, words in GUIDE.words["kept-where"].items() if name.startswith("said-")}
    stages = {stage.id: stage_words(stage.id) for stage in GUIDE.stages}
    for name, words in said.items():
        instead = GUIDE.words["kept-where"][name.replace("said", "instead")]
        both = f'<span data-in="disk">{words}</span><span data-in="memory">{instead}</span>'
        assert any(both in told for told in stages.values()), words
    for stage, told in stages.items():
        open_only = re.sub(r'<span data-in="disk">.*?</span>', "", told)
        assert not re.search(r"file on this computer|stays? in (?:a|their) file", open_only), stage
