"""What our processes start without."""

import sys

GRAMMARS = "rfc3987_syntax"
"""Compiles 38 grammars when it is imported, which takes more than half of a server's start."""


def leave_out_grammars() -> None:
    """Have this process start without the grammars of international addresses.

    Jupyter's own packages load jsonschema, which loads them where they are installed, for the formats `iri` and `iri-reference`. No schema
    of Jupyter uses these. Where the grammars cannot be imported, jsonschema does without.
    """
    sys.modules.setdefault(GRAMMARS, None)  # type: ignore[arg-type] # None is how Python says that it cannot be imported
