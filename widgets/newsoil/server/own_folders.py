"""What Jupyter and IPython would put about a person's own folders lies below New Soil's folder instead, and no history is kept."""

import json
import os
from pathlib import Path

from newsoil.journal.files import make_private, write

FOLDERS = {
    "JUPYTER_CONFIG_DIR": "config",  # else ~/.jupyter
    "JUPYTER_DATA_DIR": "data",  # else the system's data folder: which notebooks are trusted
    "JUPYTER_RUNTIME_DIR": "run",  # else the system's: addresses and keys of running servers and kernels
    "IPYTHONDIR": "ipython",  # else ~/.ipython
}
"""The variables that name folders to Jupyter and IPython, and what theirs are called here."""

NO_HISTORY = {"HistoryManager": {"enabled": False}}
"""IPython's setting: nothing of what a kernel ran is written down."""


def keep_within(folder: Path) -> None:
    """Let this process, and the kernels that it starts, write below `folder` alone; to be called before Jupyter looks around.

    A person's own settings of Jupyter and IPython do not count then: neither theirs for us nor ours for them.

    Raises:
        NotSaved: the disk refused.
    """
    for variable, name in FOLDERS.items():
        make_private(folder / name)
        os.environ[variable] = str(folder / name)
    write(folder / "ipython" / "profile_default" / "ipython_kernel_config.json", json.dumps(NO_HISTORY).encode())
