"""A widget's JavaScript is one text: every module it needs, each once, without imports and without comments."""

import re
from pathlib import Path

import pytest

import newsoil.server
from newsoil.prompts import (
    AsideWidget,
    ChartWidget,
    ExerciseWidget,
    KeepingWidget,
    OfferWidget,
    ReminderWidget,
    RoundsWidget,
    TasksWidget,
    WorkbookWidget,
)
from newsoil.prompts.esm import SERVED, STATIC, _in_order, css, esm, module

WIDGETS = [AsideWidget, ChartWidget, ExerciseWidget, KeepingWidget, OfferWidget, ReminderWidget, RoundsWidget, TasksWidget, WorkbookWidget]
NAMES = ["aside", "chart", "exercise", "keeping", "offer-in-lab", "reminder", "rounds-in-lab", "tasks", "workbook"]
TOP_LEVEL = re.compile(r"^(?:export )?(?:async )?(?:function|class|const|let) (?:\{[^}]*\}|(\w+))", re.MULTILINE)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_imported_from_elsewhere(name):
    assert not re.search(r"^\s*import\b|\bimport\(|https?://(?!www\.w3\.org/)", esm(name), re.MULTILINE)


@pytest.mark.parametrize("name", NAMES)
def test_no_comment_travels(name):
    assert re.findall(r"(?:^|[^:]) ?// .*", esm(name), re.MULTILINE) == []


@pytest.mark.parametrize("name", NAMES)
def test_no_two_modules_share_a_name_at_the_top(name):
    modules = _in_order((STATIC / f"{name}.js").resolve(), {})
    found = [match[1] for module in modules for match in TOP_LEVEL.finditer(module.read_text("utf-8")) if match[1]]
    assert found
    assert sorted(found) == sorted(set(found))


@pytest.mark.parametrize("name", NAMES)
def test_there_is_one_default_export_and_no_other(name):
    assert len(re.findall(r"^export ", esm(name), re.MULTILINE)) == 1
    assert "export default" in esm(name)


@pytest.mark.parametrize("name", NAMES)
def test_neither_comments_nor_empty_lines_are_sent(name):
    assert not re.search(r"^\s*$|(?:^|\s)//\s|/\*\*", esm(name).rstrip("\n"), re.MULTILINE)


def test_what_every_exercise_sends_stays_small():
    """It travels once for each exercise of a notebook in JupyterLab, and once for the whole page in the app."""
    assert len(esm("exercise").encode()) < 69_000
    assert len(css("tokens", "base", "exercise").encode()) < 23_500


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_fetched_and_nothing_is_kept_in_the_browser(name):
    assert not re.search(
        r"\bfetch\(|XMLHttpRequest|new WebSocket|sendBeacon|localStorage|sessionStorage|document\.cookie|new Function", esm(name)
    )


def test_texts_reach_the_page_as_text_alone():
    for path in [*STATIC.glob("*.js"), *STATIC.glob("kinds/*.js")]:
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(", path.read_text("utf-8")), path.name


def test_a_widget_keeps_nothing_of_the_person_in_a_trait():
    for widget in WIDGETS:
        synced = {name for name, trait in widget.class_traits().items() if trait.metadata.get("sync") and not name.startswith("_")}
        assert synced <= {"content", "layout", "tabbable", "tooltip"}, widget


@pytest.mark.parametrize("name", NAMES)
def test_the_line_that_stands_for_a_served_module_is_known_to_the_page_client(name, monkeypatch):
    """Otherwise each module would first be a blob of its own, a fiftieth of a second later."""
    monkeypatch.setenv(SERVED, "/newsoil/static/0123456789ab/")
    client = (Path(newsoil.server.__file__).parent / "static" / "client" / "anywidgets.js").read_text("utf-8")
    (known,) = re.findall(r"^const served = /(.*)/;$", client, re.MULTILINE)
    assert re.fullmatch(known, module(name))[1] == f"/newsoil/static/0123456789ab/{name}.js"
