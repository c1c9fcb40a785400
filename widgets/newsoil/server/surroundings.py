"""What a kernel gets of the server's environment: what Python, Jupyter and the system need, and nothing that looks like a secret.

A person's shell often holds passwords and keys of other programs, and Voilà adds the address of each request. A kernel needs none of it,
and whatever it has could end in a traceback, a crash report or a program that it starts.
"""

import re
from collections.abc import Mapping

NAMES = frozenset(
    (
        # who and where
        *("HOME", "USER", "LOGNAME", "PATH", "SHELL", "TMPDIR", "TEMP", "TMP", "TZ", "TZDIR", "LANG", "LANGUAGE"),
        *("VIRTUAL_ENV", "IPYTHONDIR", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS"),
        # Linux's places for a person's data
        *("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR", "XDG_DATA_DIRS", "XDG_CONFIG_DIRS"),
        # without these no program of Windows finds its libraries and its folders
        *("SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "COMSPEC", "PATHEXT", "OS", "NUMBER_OF_PROCESSORS", "PROCESSOR_ARCHITECTURE"),
        *("USERNAME", "USERPROFILE", "HOMEDRIVE", "HOMEPATH", "APPDATA", "LOCALAPPDATA", "ALLUSERSPROFILE", "PROGRAMDATA"),
        *("PROGRAMFILES", "PROGRAMFILES(X86)", "COMMONPROGRAMFILES", "COMMONPROGRAMFILES(X86)"),
        "__CF_USER_TEXT_ENCODING",  # macOS asks the window server for it in every process that has it not
    )
)
"""Variables that a kernel gets."""

BEGINNINGS = ("LC_", "LD_", "DYLD_", "PYTHON", "PYDEVD_", "CONDA_", "JUPYTER_", "JPY_", "NEWSOIL_")
"""How other variables begin that a kernel gets."""

_SECRET = re.compile(r"TOKEN|SECRET|PASSW|PASSPHRASE|CREDENTIAL|COOKIE|PRIVATE|AUTH|APIKEY|(^|_)(KEY|PASS|PWD|PIN)S?(_|$)", re.IGNORECASE)


def kernel_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """What a kernel gets of an environment."""
    return {name: value for name, value in environment.items() if _is_needed(name) and not _SECRET.search(name)}


def _is_needed(name: str) -> bool:
    return name.upper() in NAMES or name.startswith(BEGINNINGS)
