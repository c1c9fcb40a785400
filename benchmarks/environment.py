"""The environment that the contestants run in, made when it is missing or when requirements.txt has changed."""

import hashlib
import json
import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).parent
FOLDER = HERE / ".environment"
REQUIREMENTS = HERE / "requirements.txt"
RUNNING = Path(sys.executable)
"""The Python that runs the benchmark."""


def python() -> Path:
    """The Python of that environment, all packages installed."""
    path = FOLDER / "bin" / "python"
    stamp = FOLDER / "made-from"
    wanted = hashlib.sha256(REQUIREMENTS.read_bytes()).hexdigest()
    if path.exists() and stamp.exists() and stamp.read_text() == wanted:
        return path
    print("Setting up the contestants' environment, which takes a minute or two …", flush=True)
    venv.create(FOLDER, with_pip=True, clear=True, symlinks=True)
    subprocess.run([path, "-m", "pip", "--disable-pip-version-check", "--quiet", "install", "-r", REQUIREMENTS], check=True)
    stamp.write_text(wanted)
    return path


def versions(packages: set[str], python: Path) -> dict[str, str]:
    """The installed versions of these packages."""
    script = "import sys, json, importlib.metadata as m; print(json.dumps({name: m.version(name) for name in sys.argv[1:]}))"
    done = subprocess.run([python, "-c", script, *sorted(packages)], check=True, capture_output=True, text=True)
    return json.loads(done.stdout)
