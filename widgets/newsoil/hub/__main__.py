"""`python -m newsoil.hub`: what a hub starts for each person."""

import sys

from newsoil._errors import NewSoilError
from newsoil.hub.single_user import serve

if __name__ == "__main__":
    try:
        serve()
    except NewSoilError as error:
        print(error, file=sys.stderr)  # noqa: T201 - a command prints
        raise SystemExit(2) from error
