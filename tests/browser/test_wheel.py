"""The wheel carries everything: installed into an empty environment, every page opens."""

import json
import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from servers import Server, free_port, reached

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.wheel


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)], check=True, capture_output=True
    )
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def empty_environment(wheel, tmp_path_factory):
    """An environment with the pinned packages and the wheel, and nothing of this checkout."""
    folder = tmp_path_factory.mktemp("empty")
    venv.create(folder, with_pip=True)
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-compile"]
    subprocess.run([*install, "--require-hashes", "-r", ROOT / "requirements.lock"], check=True, capture_output=True)
    subprocess.run([*install, "--no-deps", wheel], check=True, capture_output=True)
    return python


def test_the_wheel_holds_notebooks_guide_template_and_widgets(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    for needed in (
        "newsoil/workbook/app.ipynb",
        "newsoil/workbook/00-start.ipynb",
        "newsoil/workbook/11-your-own-analysis.ipynb",
        "newsoil/workbook/all-exercises.ipynb",
        "newsoil/workbook/facilitate/1-prepare.ipynb",
        "newsoil/data/guide/en/stages.toml",
        "newsoil/data/guide/en/acute.toml",
        "newsoil/data/support/international.toml",
        "newsoil/data/support/gb.toml",
        "newsoil/data/sample/journals/sample/entries/2026-09.json",
        "newsoil/prompts/static/exercise.js",
        "newsoil/prompts/static/plotly/plotly-basic.min.js",
        "newsoil/server/jupyter/voila/templates/newsoil/index.html.j2",
        "newsoil/server/static/shell.js",
    ):
        assert needed in names
    assert not [name for name in names if "__pycache__" in name or name.startswith("newsoil/tests")]


def test_every_page_opens_from_the_wheel(empty_environment, chromium, tmp_path):
    home = tmp_path / "home"
    server = Server("app", home, free_port(), python=empty_environment)
    server.start()
    try:
        page = chromium.new_page()
        page.goto(server.address)
        stages = page.locator("nav [data-stage]").evaluate_all("(links) => links.map((link) => link.dataset.stage)")
        assert len(stages) == 11
        for stage in stages:
            page.click(f'nav [data-stage="{stage}"]')
            page.wait_for_selector(f'main[data-stage="{stage}"] h1', timeout=40_000)
        page.click('nav [data-stage="after-trust-was-hurt"]')
        page.fill('[data-exercise="journal"] textarea >> nth=0', "from the wheel")
        reached(lambda: any("from the wheel" in path.read_text("utf-8") for path in home.glob("journals/*/entries/*.json")))
    finally:
        server.stop()
        page.close()


def test_the_command_answers_from_the_wheel(empty_environment, tmp_path):
    command = Path(empty_environment).with_name("newsoil")
    said = subprocess.run([command, "export", "--home", tmp_path], check=True, capture_output=True, text=True)
    assert json.loads(said.stdout)["entries"] == []
