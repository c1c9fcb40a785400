"""JupyterLab with the notebooks: copies of them, in the participant's folder, set up so that no answer leaks into a file."""

import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec
from jupyterlab.labapp import LabApp

from newsoil._paths import WORKBOOK
from newsoil.journal.files import make_private, write
from newsoil.looking import NO_OUTPUTS
from newsoil.prompts.esm import SERVED
from newsoil.server.headers import lab_headers
from newsoil.server.kernels import encryption, transport
from newsoil.server.leaves import leaves_text
from newsoil.server.opening import announce
from newsoil.server.own_folders import keep_within

SETTINGS = {
    "@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False},
    "@jupyterlab/notebook-extension:tracker": {"autoStartDefaultKernel": True, "recordTiming": False, "windowingMode": "none"},
    "@jupyter-widgets/jupyterlab-manager:plugin": {"saveState": False},
    "@jupyterlab/docmanager-extension:plugin": {"defaultViewers": {"markdown": "Markdown Preview"}},
}
"""JupyterLab's own settings: no news from elsewhere, no widget state in notebooks, no question which kernel to take, no exercise taken
out of the page while it is scrolled away, and texts shown to be read."""

LEAVES = "what-this-leaves.md"
"""The page about what New Soil leaves on a device, beside the notebooks."""

SWITCHED_OFF = (
    "@jupyterlab/extensionmanager-extension",
    "@jupyterlab/apputils-extension:announcements",
    "@voila-dashboards/jupyterlab-preview",
    "@jupyterlab/lsp-extension",
    "@jupyterlab/fileeditor-extension:language-server",
    "@jupyterlab/notebook-extension:language-server",
)
"""Parts of JupyterLab that reach out, that would serve a notebook past the app's own rules, or that ask for an `UNNEEDED` part."""


UNNEEDED = ("voila.server_extension", "jupyter_server_terminals", "jupyter_lsp")
"""Parts of the server: one would serve notebooks past the app's own rules, one gives a terminal, and one looks for helpers of programmers
by npm, which writes a log of it into the person's own folder."""


class _Copies(msgspec.Struct):
    """What each copied notebook was when it was made, by the checksum of its bytes."""

    made: dict[str, str] = {}


OURS = ("[0-9][0-9]-*.ipynb", "all-exercises.ipynb", "your-notes.ipynb")
"""The notebooks that are copied; the app is none of them."""

FACILITATORS = ("[0-9]-*.ipynb",)
"""Those of facilitators, in a folder of their own."""


def renew_copies(source: Path, folder: Path, pages: Mapping[str, bytes] | None = None, shown: tuple[str, ...] = OURS) -> list[Path]:
    """Bring the notebooks that are `shown`, and `pages` by their names, into `folder` and return the copies that were made.

    A copy that nobody changed is renewed; a changed one stays as it is and the new one comes beside it, as `….new.ipynb`.
    """
    make_private(folder)
    record = folder / ".copies.json"
    known = _known(record)
    fresh = []
    notebooks = {notebook.name: notebook.read_bytes() for pattern in shown for notebook in sorted(source.glob(pattern))}
    for name, content in {**notebooks, **(pages or {})}.items():
        mark, (stem, _, suffix) = _mark(content), name.rpartition(".")
        places = [folder / f"{stem}{beside}.{suffix}" for beside in ("", ".new", *(f".new-{number}" for number in range(2, 100)))]
        if any(place.exists() and known.get(place.name) == mark for place in places):
            continue
        copy = next(place for place in places if not place.exists() or _mark(place.read_bytes()) in (known.get(place.name), mark))
        copy.write_bytes(content)
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


def _mark(said: bytes) -> str:
    """A checksum of what a notebook says; running it changes outputs and counts, which are no change of a person's."""
    try:
        cells = json.loads(said)["cells"]
        content = json.dumps([[cell["cell_type"], "".join(cell["source"])] for cell in cells]).encode()
    except (ValueError, KeyError, TypeError):
        content = said
    return hashlib.sha256(content).hexdigest()


def lab_configuration(home: Path, port: int) -> dict[str, dict[str, Any]]:
    """JupyterLab's configuration: nothing from elsewhere, nothing kept by browsers, no outputs in files, no checkpoints, no history."""
    lab = home / "lab"
    return {
        "ServerApp": {
            "ip": "127.0.0.1",
            "port_retries": 0,
            "open_browser": False,
            "log_level": "WARN",
            "root_dir": str(home / "notebooks"),
            "allow_root": True,  # whoever starts it as root has decided that
            "tornado_settings": {"headers": lab_headers(port)},
            "jpserver_extensions": {"jupyterlab": True, **dict.fromkeys(UNNEEDED, False)},
        },
        "LabApp": {
            "app_settings_dir": str(lab / "settings"),
            "user_settings_dir": str(lab / "user"),
            "workspaces_dir": str(lab / "workspaces"),
            "news_url": None,
            "check_for_updates_class": "jupyterlab.handlers.announcements.NeverCheckForUpdate",
            "extension_manager": "readonly",
        },
        "ContentsManager": {"pre_save_hook": "newsoil.server.without_outputs.leave_outputs_out"},
        "AsyncLargeFileManager": {"checkpoints_class": "newsoil.server.checkpoints.NoCheckpoints"},
        "KernelManager": {"transport_encryption": encryption(), "transport": transport(home / "lab" / "run")},
    }


def serve_lab(home: Path, port: int, *, token: str, browser: bool) -> None:
    """Serve JupyterLab on loopback until the process is ended, and open the browser if it is wanted."""
    keep_within(home / "lab")
    renew_copies(WORKBOOK, home / "notebooks", {LEAVES: leaves_text(home).encode()})
    renew_copies(WORKBOOK / "facilitate", home / "notebooks" / "facilitate", shown=FACILITATORS)
    write(home / "lab" / "settings" / "overrides.json", json.dumps(SETTINGS, indent=1).encode())
    switched_off = {"disabledExtensions": dict.fromkeys(SWITCHED_OFF, True)}
    write(home / "lab" / "settings" / "page_config.json", json.dumps(switched_off).encode())
    write(home / "lab" / "config" / "jupyter_server_config.json", json.dumps(lab_configuration(home, port), indent=1).encode())
    os.environ["NEWSOIL_HOME"] = str(home)
    os.environ[NO_OUTPUTS] = "1"
    os.environ.pop(SERVED, None)  # here the widgets bring their own modules
    os.environ.setdefault("JUPYTER_PREFER_ENV_PATH", "1")  # the kernel is this Python, not another that a person has set up
    os.environ["JUPYTER_CONFIG_PATH"] = os.pathsep.join(
        filter(None, (str(home / "lab" / "config"), os.environ.get("JUPYTER_CONFIG_PATH", "")))
    )
    announce(home, "New Soil in JupyterLab", f"http://127.0.0.1:{port}/lab/tree/00-start.ipynb", token, browser=browser)
    # The token travels in this list, which no process list shows, and not in a file.
    LabApp.launch_instance(argv=[f"--ServerApp.port={port}", f"--IdentityProvider.token={token}"])
