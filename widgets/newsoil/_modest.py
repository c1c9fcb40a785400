"""How long and how deep a message of a page may be. A page's messages are a public door."""

from typing import Any

LONGEST_MESSAGE = 4_000_000
"""Characters and parts of one message: nearly twice what an edit with two of the longest texts holds (`value`, `was`)."""

DEEPEST_MESSAGE = 20
"""Lists and objects in one another. An edit of rows has four."""


def is_modest(message: Any) -> bool:
    """Whether a message is no longer and no deeper than a page's own can be. It is looked at no further than that."""
    left, level = LONGEST_MESSAGE, [message]
    for _ in range(DEEPEST_MESSAGE):
        below: list[Any] = []
        for part in level:
            left -= len(part) + 1 if isinstance(part, str | list | tuple | dict) else 1
            if left < 0:
                return False
            if isinstance(part, dict):
                below.extend((*part, *part.values()))
            elif isinstance(part, list | tuple):
                below.extend(part)
        if not below:
            return True
        level = below
    return False
