"""What all widgets of New Soil share: they hear messages of the page and answer with messages, and keep no answer in a trait."""

from collections.abc import Callable
from typing import Any

import anywidget

from newsoil._address import address_of
from newsoil._modest import is_modest
from newsoil.prompts.still import Still, plain_layout

Answer = Callable[[dict[str, Any]], dict[str, Any] | None]
"""Takes one message of the page, returns the reply or nothing."""


class MessageWidget(Still, anywidget.AnyWidget):
    """A widget whose page speaks to one callable of ours.

    Whatever a person wrote travels only in messages: a trait would be kept in notebooks that save widget state, and is lost and
    overwritten when a connection is.
    """

    def __init__(self, answer: Answer, **traits: Any) -> None:
        super().__init__(layout=plain_layout(), **traits)
        self._answer = answer
        self.on_msg(self._hear)

    def _hear(self, _widget: Any, message: Any, _buffers: Any) -> None:
        if not isinstance(message, dict):
            return
        if not is_modest(message):
            self.send(_refusal(message, _TOO_LONG))
            return
        try:
            reply = self._answer(message)
        except Exception as error:  # noqa: BLE001 - whatever it is
            # A callback's error would vanish in the kernel; the page must know that nothing came of its message. The text names the
            # kind of error alone: an error's own words may hold an answer.
            reply = _refusal(message, _UNEXPECTED.format(type(error).__name__))
        if reply is None:
            return
        try:
            self.say(reply)
        except (TypeError, ValueError, RecursionError) as error:  # it holds what no JSON can
            self.say(_refusal(message, _UNEXPECTED.format(type(error).__name__)))

    def say(self, message: dict[str, Any]) -> None:
        """Send a message to the page."""
        self.send(message)


def _refusal(message: dict[str, Any], sentence: str) -> dict[str, Any]:
    """That nothing came of a message, to whoever sent it."""
    return {"kind": "refused", **address_of(message), "sentence": sentence}


_UNEXPECTED = "The workbook met an error that it does not know ({})."

_TOO_LONG = "This is longer than the workbook can keep in one answer. Copy your words, and divide them."
