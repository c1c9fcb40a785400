"""Notebooks for JupyterLab are copies: unchanged ones are renewed, changed ones are the person's."""

import json

import pytest

from newsoil.server.headers import headers, loopback
from newsoil.server.lab import lab_configuration, renew_copies


def notebook(folder, text, *, ran=False):
    folder.mkdir(exist_ok=True)
    outputs = [{"output_type": "stream"}] if ran else []
    cell = {"cell_type": "code", "source": [text], "outputs": outputs, "execution_count": 1 if ran else None}
    (folder / "00-start.ipynb").write_text(json.dumps({"cells": [cell]}))


def said(path):
    return "".join(json.loads(path.read_text())["cells"][0]["source"])


@pytest.fixture
def places(tmp_path):
    notebook(tmp_path / "shipped", "one")
    renew_copies(tmp_path / "shipped", tmp_path / "mine")
    return tmp_path / "shipped", tmp_path / "mine"


def test_the_first_start_copies_every_notebook_but_not_the_app(places):
    shipped, mine = places
    (shipped / "app.ipynb").write_text("{}")
    for beside in ("all-exercises.ipynb", "your-notes.ipynb"):
        (shipped / beside).write_text("{}")
    renew_copies(shipped, mine)
    assert [path.name for path in sorted(mine.glob("*.ipynb"))] == ["00-start.ipynb", "all-exercises.ipynb", "your-notes.ipynb"]


def test_a_second_start_copies_nothing(places):
    assert renew_copies(*places) == []


def test_a_copy_that_was_only_run_is_renewed_on_upgrade(places):
    shipped, mine = places
    notebook(mine, "one", ran=True)
    notebook(shipped, "two")
    assert renew_copies(shipped, mine) == [mine / "00-start.ipynb"]
    assert said(mine / "00-start.ipynb") == "two"


def test_a_changed_copy_stays_and_the_new_one_comes_beside_it(places):
    shipped, mine = places
    notebook(mine, "my own words")
    notebook(shipped, "two")
    assert renew_copies(shipped, mine) == [mine / "00-start.new.ipynb"]
    assert said(mine / "00-start.ipynb") == "my own words"
    assert said(mine / "00-start.new.ipynb") == "two"
    assert renew_copies(shipped, mine) == []


def test_a_changed_new_one_stays_too(places):
    shipped, mine = places
    notebook(mine, "my own words")
    notebook(shipped, "two")
    renew_copies(shipped, mine)
    (mine / "00-start.new.ipynb").write_text((mine / "00-start.ipynb").read_text().replace("words", "new words"))
    notebook(shipped, "three")
    assert renew_copies(shipped, mine) == [mine / "00-start.new-2.ipynb"]
    assert said(mine / "00-start.new.ipynb") == "my own new words"


def test_a_lost_record_never_costs_a_changed_copy(places):
    shipped, mine = places
    notebook(mine, "my own words")
    (mine / ".copies.json").write_text("not json")
    renew_copies(shipped, mine)
    assert said(mine / "00-start.ipynb") == "my own words"


def test_jupyterlab_is_set_up_to_reach_out_to_nobody(tmp_path):
    settings = lab_configuration(tmp_path, 7645)
    assert settings["LabApp"]["news_url"] is None
    assert settings["LabApp"]["check_for_updates_class"].endswith("NeverCheckForUpdate")
    assert settings["ServerApp"]["ip"] == "127.0.0.1"
    assert settings["ServerApp"]["jpserver_extensions"]["voila.server_extension"] is False


def test_jupyterlab_gets_the_headers_of_the_app_and_loads_nothing_from_elsewhere(tmp_path):
    told = lab_configuration(tmp_path, 7645)["ServerApp"]["tornado_settings"]["headers"]
    policy, ours = told.pop("Content-Security-Policy"), headers(loopback(7645), own_scripts_alone=True)
    assert told == {name: value for name, value in ours.items() if name != "Content-Security-Policy"}
    assert json.loads(json.dumps(told)) == told, "it goes through a file"
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert (rules["default-src"], rules["frame-ancestors"]) == ("'self'", "'self'")
    assert (rules["object-src"], rules["base-uri"]) == ("'none'", "'none'")
    assert not any(word in policy for word in ("http", "*", "report-uri"))
    assert rules["connect-src"] == "'self' ws://127.0.0.1:7645 ws://localhost:7645", "a socket leads to this server alone"
