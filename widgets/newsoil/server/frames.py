"""What a page may send over its socket: whole frames of `v1.kernel.websocket.jupyter.org`, of the few kinds that widgets need.

Jupyter Server reads a frame without a look at it: a count of offsets that is no count keeps it reading for ever, and it answers nobody any
more. So each frame is looked through first. What the messages say is looked through where they arrive, in the kernel (`prompts.widget`).
"""

import json
from itertools import pairwise
from typing import Any, Literal

import msgspec

LONGEST_FRAME = 48 * 2**20
"""Bytes in one frame. The longest answer that a prompt takes has a megabyte; a file of 32 megabytes fits in, as bytes or as base64."""

LONGEST_HEADER = 16_000
"""Bytes in each part of a message that only says which message it is."""

MOST_BUFFERS = 64
"""Binary parts of a message."""

KINDS = frozenset({"comm_open", "comm_close", "comm_msg", "comm_info_request", "kernel_info_request"})
"""The kinds of message that widgets need. None runs code, and none ends a kernel: leaving the page does."""

LONGEST_OPENING = 1000
"""Bytes of what opens a line of a page's own, which says nothing but that it is opened."""

_WORD, _CHANNEL, _HEADERS, _CONTENT, _PARTS = 8, 0, slice(1, 4), 4, 5


class _Opening(msgspec.Struct, frozen=True):
    """The one line that a page opens: to ask for the states of all widgets. By any other target it would make a widget of its own."""

    comm_id: str
    target_name: Literal["jupyter.widget.control"]
    data: dict[str, Any] = {}


class BadFrame(Exception):
    """No page of ours sends this. The message is a sentence."""


def kind_of(frame: bytes | str) -> str:
    """The kind of the message in a frame.

    Raises:
        BadFrame: it is no whole frame, or it is not for the kernel's shell.
    """
    parts = _parts(frame)
    if bytes(parts[_CHANNEL][:_WORD]) != b"shell":
        raise BadFrame("This app takes messages to the shell alone.")
    if any(len(part) > LONGEST_HEADER for part in parts[_HEADERS]):
        raise BadFrame("This message says too much about itself.")
    try:
        kind = json.loads(bytes(parts[1]))["msg_type"]
    except (ValueError, LookupError, TypeError, RecursionError):
        kind = None
    if not isinstance(kind, str):
        raise BadFrame("This message does not say what it is.")
    return kind


def is_needed(frame: bytes | str) -> bool:
    """Whether widgets need a message of this kind, and of those that open a line this one. Raises as `kind_of` does."""
    kind = kind_of(frame)
    return kind in KINDS and (kind != "comm_open" or _asks_for_states(_parts(frame)))


def _asks_for_states(parts: list[memoryview]) -> bool:
    """Whether an opening is short, brings nothing binary, and is that of the one line that our client and Voilà's open."""
    if len(parts) > _PARTS or len(parts[_CONTENT]) > LONGEST_OPENING:
        return False
    try:
        msgspec.json.decode(parts[_CONTENT], type=_Opening)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return False
    return True


def _parts(frame: bytes | str) -> list[memoryview]:
    """The parts of a frame, none of them copied. Raises `BadFrame`."""
    if isinstance(frame, str) or len(frame) < _WORD:
        raise BadFrame("This is no frame of a message.")
    count = int.from_bytes(frame[:_WORD], "little")
    if not _PARTS < count <= _PARTS + MOST_BUFFERS + 1 or len(frame) < _WORD * (count + 1):
        raise BadFrame("This message has too few parts, or too many.")
    offsets = [int.from_bytes(frame[_WORD * at : _WORD * (at + 1)], "little") for at in range(1, count + 1)]
    if offsets[0] < _WORD * (count + 1) or offsets[-1] > len(frame) or any(start > end for start, end in pairwise(offsets)):
        raise BadFrame("The parts of this message do not lie in it.")
    whole = memoryview(frame)
    return [whole[start:end] for start, end in pairwise(offsets)]
