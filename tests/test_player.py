"""Stages play in one kernel: text in order, widgets in order, one stage on the screen at a time."""

import asyncio

import ipywidgets
import nbformat
import pytest

from newsoil import player
from newsoil._paths import WORKBOOK, guide_folder
from newsoil.desk import Desk
from newsoil.guide import read_guide
from newsoil.journal import Store, read_settings
from newsoil.player import Workbook, play
from newsoil.prompts import ExerciseWidget
from servers import in_a_loop

GUIDE = read_guide(guide_folder())


@pytest.fixture
def desk(tmp_path):
    return Desk(GUIDE, Store(tmp_path))


@pytest.mark.parametrize("stage", GUIDE.stages, ids=lambda stage: stage.id)
def test_every_stage_plays(stage):
    shown = list(play(WORKBOOK / stage.notebook))
    assert "<h1>" in shown[0].value
    ids = [widget.content["exercise"]["id"] for widget in shown if isinstance(widget, ExerciseWidget)]
    assert set(ids) == {exercise.id for exercise in GUIDE.shown if exercise.stage == stage.id}


def test_cells_for_jupyterlab_are_left_out_and_links_lead_to_stages(tmp_path):
    lab_only = nbformat.v4.new_markdown_cell("for the lab", metadata={"tags": ["lab-only"]})
    cells = [lab_only, nbformat.v4.new_markdown_cell("[on](03-on-my-own-side.ipynb)")]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), tmp_path / "one.ipynb")
    shown = list(play(tmp_path / "one.ipynb"))
    assert len(shown) == 1
    assert 'href="#/on-my-own-side"' in shown[0].value


def test_each_notebook_has_a_namespace_of_its_own(tmp_path):
    cells = [nbformat.v4.new_code_cell("import ipywidgets\nword = 'one'\nipywidgets.HTML(word)"), nbformat.v4.new_code_cell("word")]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), tmp_path / "one.ipynb")
    assert [type(widget) for widget in play(tmp_path / "one.ipynb")] == [ipywidgets.HTML]


def test_prose_for_two_is_marked_so_that_the_page_can_leave_it_out(tmp_path):
    cells = [nbformat.v4.new_markdown_cell("For all."), nbformat.v4.new_markdown_cell("For two.", metadata={"tags": ["together"]})]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), tmp_path / "one.ipynb")
    assert [widget._dom_classes for widget in play(tmp_path / "one.ipynb")] == [("ns-prose",), ("ns-prose", "ns-together")]
    assert not hasattr(player, "word")


def test_opening_a_stage_shows_it_alone_and_remembers_the_place(workbook, tmp_path):
    assert workbook._answer({"kind": "open", "stage": "signs-in-me"}) == {"kind": "opened", "stage": "signs-in-me", "title": "Signs in me"}
    first = workbook._place.children
    workbook._answer({"kind": "open", "stage": "start"})
    workbook._answer({"kind": "open", "stage": "signs-in-me"})
    assert workbook._place.children == first
    assert len(first) == 1
    assert read_settings(tmp_path / "journals" / "mine").stage == "signs-in-me"


def test_an_unknown_stage_is_the_first(workbook):
    assert workbook._answer({"kind": "open", "stage": ["no", "name"]})["stage"] == "start"
    assert workbook._answer({"kind": "open", "stage": "no-such"})["stage"] == "start"


def test_a_stage_that_cannot_be_shown_says_so_and_the_others_open(workbook, monkeypatch):
    def missing(path):
        raise FileNotFoundError(2, "No such file", str(path))

    with monkeypatch.context() as broken:
        broken.setattr(player, "play", missing)
        assert workbook._answer({"kind": "open", "stage": "questions"})["kind"] == "unopened"
        assert workbook._answer({"kind": "open", "stage": "start"})["kind"] == "opened", "it was played before"
    assert workbook._answer({"kind": "open", "stage": "questions"})["kind"] == "opened"


def test_the_first_word_of_a_page_is_answered_with_the_stage_that_its_address_names(workbook):
    answer = workbook._answer({"kind": "hello", "stage": "questions"})
    assert answer == {
        "kind": "statuses",
        "statuses": {},
        "opened": {"kind": "opened", "stage": "questions", "title": "Questions people ask"},
        "way": "here",
        "line": workbook._voice.model_id,
    }
    assert workbook._answer({"kind": "hello", "stage": ""})["opened"]["stage"] == "questions", "where the person was"


def test_what_was_kept_at_the_gate_comes_with_the_first_word(workbook):
    """Whatever stage it is: prose and “Right now” follow it, where no exercise has a gate too."""
    at = "2026-11-23T10:00:00.000+01:00"
    edit = {"kind": "edit", "page": "p", "seq": 1, "exercise": "safety-gate", "entry": "g1", "made_at": at, "at": at, "act": "answer"}
    assert workbook._answer({**edit, "prompt": "items", "value": ["afraid"]})["kind"] == "saved"
    answer = workbook._answer({"kind": "hello", "stage": "on-my-own-side"})
    assert answer["gate"]["answers"] == {workbook._voice.content["gate"]: ["afraid"]}


def test_a_workbook_has_the_stage_ready_where_the_person_was(tmp_path, workbook):
    workbook._answer({"kind": "open", "stage": "questions"})
    again = Workbook(Desk(GUIDE, Store(tmp_path)))
    (shown,) = again._place.children
    assert again._pages == {"questions": shown}


def test_a_beat_is_answered(workbook):
    assert workbook._answer({"kind": "ping", "beat": 4}) == {"kind": "pong", "beat": 4}


def test_the_list_of_stages_hears_of_what_was_written(workbook):
    times = dict.fromkeys(("made_at", "at"), "2026-11-23T10:00:00+01:00")
    edit = {
        "kind": "edit",
        "page": "p",
        "seq": 1,
        "exercise": "journal",
        "entry": "e",
        **times,
        "act": "answer",
        "prompt": "text",
        "value": "a word",
    }
    assert workbook._answer(edit)["kind"] == "saved"
    assert workbook.heard[-1] == {"kind": "statuses", "statuses": {"after-trust-was-hurt": "In progress"}}
    workbook._answer({**edit, "seq": 2, "act": "status", "prompt": "", "value": "done"})
    assert workbook.heard[-1]["statuses"] == {"after-trust-was-hurt": "Done for now"}


def test_typing_on_in_a_stage_that_is_in_progress_tells_the_list_of_stages_nothing_new(workbook):
    times = dict.fromkeys(("made_at", "at"), "2026-11-23T10:00:00+01:00")
    edit = {"kind": "edit", "page": "p", "exercise": "journal", "entry": "e", **times, "act": "answer", "prompt": "text"}
    assert workbook._answer({**edit, "seq": 1, "value": "a"})["kind"] == "saved"
    told = len(workbook.heard)
    assert workbook._answer({**edit, "seq": 2, "value": "a word"})["kind"] == "saved"
    assert len(workbook.heard) == told
    workbook._answer({**edit, "seq": 3, "act": "delete", "prompt": "", "value": True})
    assert workbook.heard[-1] == {"kind": "statuses", "statuses": {}}


def test_settings_are_kept_and_a_wrong_one_changes_nothing(workbook, tmp_path):
    assert workbook._answer({"kind": "settings", "changes": {"theme": "dark"}}) is None
    assert workbook._answer({"kind": "settings", "changes": {"theme": "pink"}})["kind"] == "unchanged"
    assert read_settings(tmp_path / "journals" / "mine").theme == "dark"


def test_the_next_stage_is_played_while_the_person_reads(workbook, monkeypatch):
    played = []
    monkeypatch.setattr(player, "MEANWHILE", 0)
    monkeypatch.setattr(player, "play", lambda notebook: (played.append(cell) or cell for cell in play(notebook)))

    async def read_for_a_while():
        workbook._answer({"kind": "open", "stage": GUIDE.stages[1].id})
        opened = len(played)
        for _ in range(1000):
            await asyncio.sleep(0)
        return opened

    opened = in_a_loop(read_for_a_while())
    ahead = len(played) - opened
    assert ahead == len(list(play(WORKBOOK / GUIDE.stages[2].notebook)))
    workbook._answer({"kind": "open", "stage": GUIDE.stages[2].id})
    assert len(played) == opened + ahead, "the stage was played again"
    assert len(workbook._place.children[0].children) == ahead


def test_the_page_is_told_what_it_can_draw_ahead_and_again_when_it_may_have_forgotten(workbook, monkeypatch):
    monkeypatch.setattr(player, "MEANWHILE", 0)

    async def read_for_a_while():
        workbook._answer({"kind": "open", "stage": GUIDE.stages[1].id})
        for _ in range(1000):
            await asyncio.sleep(0)

    in_a_loop(read_for_a_while())
    told = [message["page"] for message in workbook.heard if message["kind"] == "ahead"]
    assert told == [workbook._pages[GUIDE.stages[2].id].model_id]
    workbook._answer({"kind": "hello", "stage": GUIDE.stages[1].id, "at": "2026-11-25T09:00:00.000+01:00"})
    assert [message["page"] for message in workbook.heard if message["kind"] == "ahead"] == told * 2


@pytest.mark.parametrize(("nth", "echoed"), [(7, {"nth": 7}), ({"a": "canary"}, {}), (None, {})])
def test_an_answer_has_the_number_of_the_wish_it_answers(workbook, nth, echoed):
    stage = GUIDE.stages[1]
    assert workbook._answer({"kind": "open", "stage": stage.id, "nth": nth}) == {
        "kind": "opened",
        "stage": stage.id,
        "title": stage.title,
        **echoed,
    }


def test_a_stage_that_is_opened_while_it_is_played_is_whole(workbook, monkeypatch):
    monkeypatch.setattr(player, "MEANWHILE", 0)

    async def turn_at_once():
        workbook._answer({"kind": "open", "stage": GUIDE.stages[1].id})
        for _ in range(4):
            await asyncio.sleep(0)
        workbook._answer({"kind": "open", "stage": GUIDE.stages[2].id})
        for _ in range(1000):
            await asyncio.sleep(0)

    in_a_loop(turn_at_once())
    assert len(workbook._place.children[0].children) == len(list(play(WORKBOOK / GUIDE.stages[2].notebook)))
