"""JupyterLab with the notebooks: copies of them, in the participant's folder, set up so that no answer leaks into a file."""

import hashlib
import json
import os
import shutil
from pathlib import Path
from typing import Any

import msgspec
from jupyterlab.labapp import LabApp

from newsoil._paths import WORKBOOK
from newsoil.journal.files import make_private, write
from newsoil.prompts.esm import SERVED
from newsoil.server.kernels import encryption
from newsoil.server.opening import announce

SETTINGS = {
    "@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False},
    "@jupyterlab/notebook-extension:tracker": {"autoStartDefaultKernel": True, "recordTiming": False, "windowingMode": "none"},
    "@jupyter-widgets/jupyterlab-manager:plugin": {"saveState": False},
}
"""JupyterLab's own settings: no news from elsewhere, no widget state in notebooks, no question which kernel to take, and no
exercise taken out of the page while it is scrolled away."""


SWITCHED_OFF = (
    "@jupyterlab/extensionmanager-extension",
    "@jupyterlab/apputils-extension:announcements",
    "@voila-dashboards/jupyterlab-preview",
)
"""Parts of JupyterLab that reach out, or that would serve a notebook past the app's own rules."""


class _Copies(msgspec.Struct):
    """What each copied notebook was when it was made, by the checksum of its bytes."""

    made: dict[str, str] = {}


def renew_copies(source: Path, folder: Path) -> list[Path]:
    """Bring the notebooks into `folder` and return the copies that were made.

    A copy that nobody changed is renewed; a changed one stays as it is and the new one comes beside it, as `….new.ipynb`.
    """
    make_private(folder)
    record = folder / ".copies.json"
    known = _known(record)
    fresh = []
    for notebook in sorted(source.glob("[0-9][0-9]-*.ipynb")):
        mark = _mark(notebook)
        places = [folder / f"{notebook.stem}{beside}.ipynb" for beside in ("", ".new", *(f".new-{number}" for number in range(2, 100)))]
        if any(place.exists() and known.get(place.name) == mark for place in places):
            continue
        copy = next(place for place in places if not place.exists() or _mark(place) in (known.get(place.name), mark))
        shutil.copyfile(notebook, copy)
        known[copy.name] = mark
        fresh.append(copy)
    write(record, msgspec.json.encode(_Copies(known)))
    return fresh


def _known(record: Path) -> dict[str, str]:
    """The checksums of copies made before; a record that is gone or damaged means that every copy may be a person's own."""
    try:
        return msgspec.json.decode(record.read_bytes(), type=_Copies).made
    except (OSError, msgspec.DecodeError):
        return {}


def _mark(notebook: Path) -> str:
    """A checksum of what a notebook says; running it changes outputs and counts, which are no change of a person's."""
    try:
        cells = json.loads(notebook.read_bytes())["cells"]
        content = json.dumps([[cell["cell_type"], "".join(cell["source"])] for cell in cells]).encode()
    except (ValueError, KeyError, TypeError):
        content = notebook.read_bytes()
    return hashlib.sha256(content).hexdigest()


def lab_configuration(home: Path) -> dict[str, dict[str, Any]]:
    """JupyterLab's configuration: nothing from elsewhere, no checkpoints, no extension manager, no history of what was run."""
    lab = home / "lab"
    return {
        "ServerApp": {
            "ip": "127.0.0.1",
            "port_retries": 0,
            "open_browser": False,
            "log_level": "WARN",
            "root_dir": str(home / "notebooks"),
            "allow_root": True,  # whoever starts it as root has decided that
            "jpserver_extensions": {"jupyterlab": True, "voila.server_extension": False, "jupyter_server_terminals": False},
        },
        "LabApp": {
            "app_settings_dir": str(lab / "settings"),
            "user_settings_dir": str(lab / "user"),
            "workspaces_dir": str(lab / "workspaces"),
            "news_url": None,
            "check_for_updates_class": "jupyterlab.handlers.announcements.NeverCheckForUpdate",
            "extension_manager": "readonly",
        },
        "AsyncLargeFileManager": {"checkpoints_class": "newsoil.server.checkpoints.NoCheckpoints"},
        "KernelManager": {"transport_encryption": encryption()},
    }


def serve_lab(home: Path, port: int, *, token: str, browser: bool) -> None:
    """Serve JupyterLab on loopback until the process is ended, and open the browser if it is wanted."""
    renew_copies(WORKBOOK, home / "notebooks")
    write(home / "lab" / "settings" / "overrides.json", json.dumps(SETTINGS, indent=1).encode())
    switched_off = {"disabledExtensions": dict.fromkeys(SWITCHED_OFF, True)}
    write(home / "lab" / "settings" / "page_config.json", json.dumps(switched_off).encode())
    write(home / "lab" / "config" / "jupyter_server_config.json", json.dumps(lab_configuration(home), indent=1).encode())
    os.environ["NEWSOIL_HOME"] = str(home)
    os.environ.pop(SERVED, None)  # here the widgets bring their own modules
    os.environ.setdefault("JUPYTER_PREFER_ENV_PATH", "1")  # the kernel is this Python, not another that a person has set up
    os.environ["JUPYTER_CONFIG_PATH"] = os.pathsep.join(
        filter(None, (str(home / "lab" / "config"), os.environ.get("JUPYTER_CONFIG_PATH", "")))
    )
    announce(home, "New Soil in JupyterLab", f"http://127.0.0.1:{port}/lab/tree/00-start.ipynb", token, browser=browser)
    # The token travels in this list, which no process list shows, and not in a file.
    LabApp.launch_instance(argv=[f"--ServerApp.port={port}", f"--IdentityProvider.token={token}"])
