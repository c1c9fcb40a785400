"""Whom a message of a page is answered to. A page's messages are a public door, so nothing is repeated that no page of ours has."""

from typing import Annotated, Any

import msgspec

LONGEST_ID = 100
"""Characters in an id that a page gives: its own, or that of a question."""

Ask = Annotated[str, msgspec.Meta(min_length=1, max_length=LONGEST_ID, pattern=r"\A[\x00-\x7f]*\Z")]
"""The id of a question, which is said again with its answer."""

MOST_EDITS = 2**53 - 1
"""The last number that a page can count to."""


def address_of(raw: Any) -> dict[str, Any]:
    """Page and number of an edit, or the id of a question (`ask`), where they are such as a page gives."""
    page, seq, ask = (raw.get(name) for name in ("page", "seq", "ask")) if isinstance(raw, dict) else (None, None, None)
    is_seq = isinstance(seq, int) and not isinstance(seq, bool) and 0 < seq <= MOST_EDITS
    return {"page": page if is_id(page) else None, "seq": seq if is_seq else None, **({"ask": ask} if is_id(ask) else {})}


def number_of(given: Any) -> int | None:
    """A number that a page counts with and wants to hear again; nothing for anything else."""
    return given if isinstance(given, int) and not isinstance(given, bool) and 0 <= given <= MOST_EDITS else None


def is_id(given: Any) -> bool:
    """Whether this is an id as pages give it."""
    return isinstance(given, str) and 0 < len(given) <= LONGEST_ID and given.isascii()
