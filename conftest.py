"""Tests never touch a person's notes: whatever opens the journal here opens an empty one, which is removed afterwards.

No test fails because a machine is busy: how long an example takes says nothing of whether it is right (`benchmarks/` measures).
"""

import os
import shutil
import tempfile

from hypothesis import settings

pytest_plugins = ["chromium", "fault_table"]

os.environ["NEWSOIL_HOME"] = tempfile.mkdtemp(prefix="newsoil-tests-")

settings.register_profile("newsoil", deadline=None)
settings.load_profile("newsoil")


def pytest_unconfigure() -> None:
    """Take the folder away again."""
    shutil.rmtree(os.environ["NEWSOIL_HOME"], ignore_errors=True)
