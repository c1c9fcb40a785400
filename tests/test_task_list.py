"""“All exercises”: every exercise is in the list and in its stage's notebook, and the list says which of them are begun."""

import json
import shutil
from collections import Counter
from datetime import UTC, datetime

import msgspec
import pytest

from newsoil import player
from newsoil._paths import WORKBOOK, guide_folder, shipped_guide
from newsoil.desk import Desk
from newsoil.guide import open_guide, read_as, read_guide
from newsoil.guide.notebook import read_notebook
from newsoil.guide.tasks import tasks_of
from newsoil.journal import Store, read_settings
from newsoil.journal.recovery import new_recovery_key
from newsoil.journal.sealing import seal
from newsoil.journal.slow import Cost
from newsoil.prompts import TasksWidget
from newsoil.tasks import all_exercises

GUIDE = read_guide(guide_folder())
LISTED = {task.id: (stage, task) for stage in tasks_of(GUIDE) for task in stage.tasks}
HELLO = {"kind": "hello", "at": "2026-11-25T09:00:00.000+01:00"}


@pytest.fixture
def desk(store):
    return Desk(GUIDE, store)


@pytest.fixture
def write(desk):
    """Writes one edit as an exercise's page does."""
    numbers = iter(range(1, 100))

    def written(exercise, prompt="", value="", **fields):
        at = f"{fields.pop('day', '2026-11-23')}T10:00:00.000+01:00"
        edit = {"kind": "edit", "page": "p1", "seq": next(numbers), "exercise": exercise, "entry": f"{exercise}-1", "made_at": at, "at": at}
        reply = desk.save({**edit, "act": "answer", "prompt": prompt, "value": value, **fields})
        assert reply["kind"] == "saved", reply

    return written


@pytest.fixture
def told(desk):
    """What the list is told when its page says hello."""
    widget = all_exercises(desk)
    return lambda: widget._answer(HELLO)


# ---- what is listed --------------------------------------------------------------------------------------------------


def test_every_exercise_of_the_guide_is_listed_once_with_its_time_and_its_rhythm():
    assert Counter(task.id for stage in tasks_of(GUIDE) for task in stage.tasks) == Counter(one.id for one in GUIDE.shown)
    for exercise in GUIDE.shown:
        stage, task = LISTED[exercise.id]
        assert (stage.id, task.title) == (exercise.stage, exercise.title)
        assert task.about == f"{read_as(exercise.minutes, None)} · {exercise.rhythm}"


def test_every_listed_exercise_is_in_the_notebook_that_its_row_leads_to_and_in_the_same_order():
    for stage in tasks_of(GUIDE):
        assert [task.id for task in stage.tasks] == read_notebook(WORKBOOK / stage.notebook).calls("exercise")


def test_the_stages_stand_in_the_order_of_the_guide():
    with_exercises = {exercise.stage for exercise in GUIDE.shown}
    assert [stage.id for stage in tasks_of(GUIDE)] == [stage.id for stage in GUIDE.stages if stage.id in with_exercises]


def test_what_the_gate_asks_is_not_listed():
    assert GUIDE.gate.exercise in {exercise.id for exercise in GUIDE.exercises}
    assert GUIDE.gate.exercise not in LISTED


def test_an_exercise_that_cannot_be_used_is_left_out_and_the_others_stay(tmp_path):
    own = tmp_path / "guide"
    shutil.copytree(shipped_guide(), own)
    path = own / "exercises-after.toml"
    path.write_text(path.read_text("utf-8").replace('kind = "text"', 'kind = "riddle"', 1), "utf-8")
    guide = open_guide(own)
    assert set(guide.refused) == {"journal"}
    assert {task.id for stage in tasks_of(guide) for task in stage.tasks} == set(LISTED) - {"journal"}


def test_a_stage_whose_notebook_cannot_be_read_is_listed_in_the_order_of_the_content(monkeypatch, tmp_path):
    monkeypatch.setattr("newsoil.guide.tasks.notebook_path", lambda name: tmp_path / name)
    (first, *_) = tasks_of(GUIDE)
    assert [task.id for task in first.tasks] == [exercise.id for exercise in GUIDE.shown if exercise.stage == first.id]


# ---- what it says of them --------------------------------------------------------------------------------------------


def test_nothing_is_said_of_what_is_not_begun(told):
    assert told() == {"kind": "show", "statuses": {}, "waiting": [], "practices": ()}


def test_what_is_begun_is_in_progress_and_then_done_for_now(told, write):
    write("journal", "text", "A word.")
    assert told()["statuses"] == {"journal": "in-progress"}
    write("journal", act="status", value="done")
    assert told()["statuses"] == {"journal": "done"}
    write("journal", "text", "Another word.", entry="j2", day="2026-12-01")
    assert told()["statuses"] == {"journal": "in-progress"}, "one of its notes is, in whichever month"


def test_a_deleted_note_and_a_day_that_was_put_off_say_nothing(told, write):
    write("journal", "text", "A word.")
    write("journal", act="delete", value=True)
    write("small-wins", act="status", value="not-today")
    write("weather", act="status", value="rest")
    assert told()["statuses"] == {}


def test_what_was_chosen_to_practise_is_named_and_nothing_is_counted(told, write):
    write("practices-and-pace", "practices", ["weather", "rest"])
    assert told()["practices"] == ("weather",)
    assert told()["statuses"] == {"practices-and-pace": "in-progress"}


def test_for_whoever_was_hurt_a_short_while_ago_what_goes_deep_can_wait(told, write):
    hard = [exercise.id for exercise in GUIDE.shown if exercise.hard]
    today = datetime.now(UTC).date().isoformat()
    write("where-am-i-now", "time-since", "1-to-3-months", day=today)
    assert told()["waiting"] == hard != []
    write("where-am-i-now", "time-since", "over-12-months", day=today)
    assert told()["waiting"] == []


def test_an_exercise_of_which_half_involves_the_partner_is_for_two():
    for_two = {"two-answers", "listening-round", "our-agreements", "conversation-card"}
    assert {task.id for _, task in LISTED.values() if task.for_two} == for_two


def test_a_yes_at_the_gate_that_was_kept_is_told_to_the_list(told, write):
    assert "gate" not in told()
    write(GUIDE.gate.exercise, GUIDE.gate.items, ["afraid"])
    assert told()["gate"]["answers"] == {GUIDE.gate.items: ["afraid"]}
    write(GUIDE.gate.exercise, GUIDE.gate.items, None)
    assert "gate" not in told()


def test_while_the_notes_are_sealed_nothing_is_said_of_any(told, write, desk):
    write("journal", "text", "A word.")
    seal(desk.store, "four words of soil", new_recovery_key(), Cost(memory=32, passes=1, lanes=1))
    desk.lock()
    assert told() == {"kind": "locked"}
    desk.unseal("four words of soil")
    assert told()["statuses"] == {"journal": "in-progress"}


def test_the_list_says_no_number_and_holds_nothing_of_the_person(desk, write):
    write("journal", "text", "canary-19ab")
    widget = all_exercises(desk)
    widget._answer(HELLO)
    content = widget.content
    assert set(content) == {"words", "gate", "stages"}
    assert content["stages"] == msgspec.to_builtins(tasks_of(GUIDE))
    assert "canary-19ab" not in json.dumps({name: one for name, one in widget.get_state().items() if name != "layout"}, default=str)
    assert not any(sign.isdigit() or sign == "%" for word in content["words"].values() for sign in word)


def test_another_message_is_not_answered(desk):
    for message in ({"kind": "more"}, {}, {"kind": ["hello"]}):
        assert all_exercises(desk)._answer(message) is None


# ---- among the stages ------------------------------------------------------------------------------------------------


def test_it_opens_by_its_name_and_is_not_where_the_workbook_begins_next_time(workbook, desk):
    workbook._answer({"kind": "open", "stage": "questions"})
    opened = workbook._answer({"kind": "open", "stage": "all-exercises"})
    assert opened == {"kind": "opened", "stage": "all-exercises", "title": GUIDE.words["tasks"]["title"]}
    (page,) = workbook._place.children
    assert sum(isinstance(widget, TasksWidget) for widget in page.children) == 1
    assert read_settings(desk.store.folder).stage == "questions"


def test_a_stage_and_its_exercises_have_the_same_status(workbook, told, write):
    write("journal", "text", "A word.")
    write("small-wins", "win", "We laughed.")
    write("small-wins", act="status", value="done")
    words = GUIDE.words["workbook"]
    assert told()["statuses"] == {"journal": "in-progress", "small-wins": "done"}
    assert workbook.heard[-1]["statuses"] == {"after-trust-was-hurt": words["in-progress"], "safe-together": words["done"]}


@pytest.mark.parametrize("page", player.BESIDE)
def test_a_page_beside_the_stages_has_a_notebook_with_its_title_and_one_widget(page):
    notebook, title = read_notebook(WORKBOOK / f"{page}.ipynb"), GUIDE.words[player.BESIDE[page]]["title"]
    headings = [block.words for _, prose in notebook.prose() for block in prose.blocks if block.kind == "heading" and block.level == 1]
    assert headings == [notebook.metadata["title"]] == [title]
    shown = [cell for cell in notebook.cells if cell.cell_type == "code" and not cell.is_for_lab]
    assert len(shown) == 1
    assert shown[0].calls() == [(f"open_{page.replace('-', '_')}", None)]
    assert page not in {stage.id for stage in GUIDE.stages}


def test_the_widget_is_made_on_this_computer_s_journal():
    from newsoil import open_all_exercises

    assert open_all_exercises()._answer(HELLO)["kind"] == "show"
    assert isinstance(open_all_exercises(), TasksWidget)


def test_the_store_is_read_anew_at_each_hello(told, home):
    assert told()["statuses"] == {}
    other = Desk(GUIDE, Store(home))
    at = "2026-11-23T10:00:00.000+01:00"
    edit = {"kind": "edit", "page": "p2", "seq": 1, "exercise": "journal", "entry": "e", "made_at": at, "at": at}
    other.save({**edit, "act": "answer", "prompt": "text", "value": "From another notebook."})
    assert told()["statuses"] == {"journal": "in-progress"}
