"""What our processes start without, since it takes longer than all the rest."""

import subprocess
import sys
from importlib.metadata import files

import pytest

from newsoil._lean import GRAMMARS

LOADED = "import sys; print([name for name in sys.modules if name.partition('.')[0] in ('lark', 'rfc3987_syntax') and sys.modules[name]])"


@pytest.mark.parametrize("module", ["newsoil.server.web", "newsoil.server.lab", "newsoil.player"])
def test_no_process_of_ours_compiles_the_grammars_of_addresses(module):
    """A kernel loads the player by itself; a server is what the command line starts."""
    first = "" if module == "newsoil.player" else "from newsoil._lean import leave_out_grammars; leave_out_grammars()\n"
    said = subprocess.run([sys.executable, "-c", f"{first}import {module}\n{LOADED}"], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"


def test_without_us_they_would_be_compiled():
    said = subprocess.run([sys.executable, "-c", f"import jupyter_events\n{LOADED}"], capture_output=True, text=True, check=True)
    assert GRAMMARS in said.stdout


def test_no_schema_of_jupyter_asks_for_what_they_check():
    packages = ("jupyter_server", "jupyter_events", "jupyterlab", "jupyterlab_server", "nbformat", "voila")
    found = {
        package: [file for file in files(package) if file.suffix in (".json", ".yaml") and "schema" in str(file)] for package in packages
    }
    assert found["jupyter_server"]
    assert found["nbformat"]
    for schema in (schema for schemas in found.values() for schema in schemas):
        text = schema.locate().read_text("utf-8")
        assert not any(f"{quote}{name}{quote}" in text for quote in "\"'" for name in ("iri", "iri-reference")), schema
