"""The data notebook says today what it said when it was written: its outputs are compared, number by number."""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def test_the_sample_notebook_gives_the_outputs_that_it_shows():
    command = [
        sys.executable,
        "-m",
        "pytest",
        "--nbval",
        "--nbval-current-env",
        "-p",
        "no:cacheprovider",
        "-q",
        str(HERE / "sample-journal.ipynb"),
    ]
    ran = subprocess.run([*command, "--override-ini=addopts="], check=False, capture_output=True, text=True, cwd=HERE.parents[1])
    assert ran.returncode == 0, ran.stdout[-3000:]
    assert "6 passed" in ran.stdout
