"""Looking back costs a page nothing before it is asked for, and draws with the one bundle that is kept here."""

import hashlib
import subprocess
import sys
import tomllib
from pathlib import Path

import newsoil

BUNDLE = Path(newsoil.__file__).parent / "prompts" / "static" / "plotly"


def test_a_chart_needs_neither_pandas_nor_plotly_in_the_kernel() -> None:
    code = (
        "import sys; from datetime import date; from newsoil._paths import guide_folder; from newsoil.guide import read_guide;"
        "from newsoil.progress.charts import picture; import newsoil.progress.frame;"
        "picture('moments', [], read_guide(guide_folder()), date(2026, 11, 23));"
        "print({'pandas', 'plotly', 'numpy'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_the_vendored_bundle_is_the_one_that_was_published() -> None:
    vendored = tomllib.loads((BUNDLE / "VENDORED.toml").read_text())
    content = (BUNDLE / vendored["file"]).read_bytes()
    assert hashlib.sha256(content).hexdigest() == vendored["sha256"]
    assert f"v{vendored['version']}".encode() in content[:300]


def test_the_vendored_bundle_carries_its_licence_and_no_address() -> None:
    vendored = tomllib.loads((BUNDLE / "VENDORED.toml").read_text())
    assert vendored["licence"] == "MIT"
    assert "MIT License" in (BUNDLE / vendored["licence_file"]).read_text()
    assert "://" not in (BUNDLE / "VENDORED.toml").read_text()
