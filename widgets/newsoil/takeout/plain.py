"""Stored values as text, where nothing more is known of them."""

from typing import Any

import msgspec

from newsoil.guide import Option, Situation, read_as


def plain(value: Any) -> str:
    """A stored value as text, whatever it is."""
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()


def labelled(options: tuple[Option, ...], value: Any, reader: Situation | None) -> str:
    """The label of an option, or an own word as it is."""
    return next((read_as(option.label, reader) for option in options if option.id == value), plain(value))
