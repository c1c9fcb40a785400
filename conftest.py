"""Tests never touch a person's notes: whatever opens the journal here opens an empty one, which is removed afterwards."""

import os
import shutil
import tempfile

pytest_plugins = ["chromium", "fault_table"]

os.environ["NEWSOIL_HOME"] = tempfile.mkdtemp(prefix="newsoil-tests-")


def pytest_unconfigure() -> None:
    """Take the folder away again."""
    shutil.rmtree(os.environ["NEWSOIL_HOME"], ignore_errors=True)
