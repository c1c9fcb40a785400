"""A plan with something else in it: copied under another title, with other minutes, words or cards. Each plan stays one that fits."""

import re
from collections.abc import Collection
from typing import Any
from unicodedata import normalize

import msgspec

from newsoil._errors import BadContent
from newsoil.workshop.plan import Block, Plan

LONGEST_NAME = 40
"""Letters of an id that come from a title."""

OF_BLOCK = frozenset({"title", "minutes", "aim", "say", "do", "question", "shown", "materials", "safety", "turn_minutes", "cards"})
"""What can be changed in a block. Its kind, its exercise and its pulse stay what they are."""

OF_PLAN = frozenset({"title", "practice"})


def copied(plan: Plan, title: str, taken: Collection[str]) -> Plan:
    """A plan as one's own, under another title and an id that nobody has. Raises `BadContent` where the title says nothing."""
    plain = normalize("NFKD", title).encode("ascii", "ignore").decode().casefold()
    name = "own-" + (re.sub(r"[^a-z0-9]+", "-", plain)[:LONGEST_NAME].strip("-") or "plan")
    free = next(one for one in (name, *(f"{name}-{number}" for number in range(2, len(taken) + 3))) if one not in taken)
    return _fitting({**msgspec.to_builtins(plan), "id": free, "title": title.strip()}, "title")


def changed_block(plan: Plan, block: str, field: str, value: Any) -> Plan:
    """A plan with something else in one block. Other minutes re-time all later blocks, and the meeting is as long as they are.

    Raises:
        BadContent: it does not fit; the sentence names the block.
    """
    try:
        one = plan.block[plan.place(block)]
    except KeyError:
        raise BadContent(f"There is no block “{block}” in this plan. Load the page again.") from None
    try:
        if field not in OF_BLOCK:
            raise ValueError("this cannot be changed here")  # noqa: TRY301 - said with the block's name, as all others
        if field == "minutes":
            return plan.retimed(block, value)
        changed = msgspec.convert({**msgspec.to_builtins(one), field: value}, Block)
    except (ValueError, TypeError) as error:
        raise BadContent(f"“{one.title}”: {error}. The plan stays as it was.") from error
    blocks = tuple(changed if each is one else each for each in plan.block)
    return msgspec.structs.replace(plan, block=blocks)


def changed_plan(plan: Plan, field: str, value: Any) -> Plan:
    """A plan with another title or practice. Raises `BadContent` where it does not fit."""
    if field not in OF_PLAN:
        raise BadContent("This cannot be changed here. The plan stays as it was.")
    return _fitting({**msgspec.to_builtins(plan), field: value}, field)


def _fitting(raw: dict[str, Any], field: str) -> Plan:
    try:
        return msgspec.convert(raw, Plan)
    except msgspec.ValidationError as error:
        raise BadContent(f"{field}: {error}. The plan stays as it was.") from error
