"""Whom a message of a page is answered to. A page's messages are a public door, so nothing is repeated that no page of ours has."""

from typing import Any

LONGEST_ID = 100
"""Characters in an id that a page gives: its own, or that of a question."""

MOST_EDITS = 2**53 - 1
"""The last number that a page can count to."""


def address_of(raw: Any) -> dict[str, Any]:
    """Page and number of an edit, or the id of a question (`ask`), where they are such as a page gives."""
    page, seq, ask = (raw.get(name) for name in ("page", "seq", "ask")) if isinstance(raw, dict) else (None, None, None)
    is_seq = isinstance(seq, int) and not isinstance(seq, bool) and 0 < seq <= MOST_EDITS
    return {"page": page if _is_id(page) else None, "seq": seq if is_seq else None, **({"ask": ask} if _is_id(ask) else {})}


def _is_id(given: Any) -> bool:
    return isinstance(given, str) and 0 < len(given) <= LONGEST_ID and given.isascii()
