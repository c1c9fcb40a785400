"""What all widgets of New Soil share: they hear messages of the page and answer with messages, and keep no answer in a trait."""

from collections.abc import Callable
from typing import Any

import anywidget

Answer = Callable[[dict[str, Any]], dict[str, Any] | None]
"""Takes one message of the page, returns the reply or nothing."""


class MessageWidget(anywidget.AnyWidget):
    """A widget whose page speaks to one callable of ours.

    Whatever a person wrote travels only in messages: a trait would be kept in notebooks that save widget state, and is lost and
    overwritten when a connection is.
    """

    def __init__(self, answer: Answer, **traits: Any) -> None:
        super().__init__(**traits)
        self._answer = answer
        self.on_msg(self._hear)

    def _hear(self, _widget: Any, message: Any, _buffers: Any) -> None:
        if not isinstance(message, dict):
            return
        try:
            reply = self._answer(message)
        except Exception as error:  # noqa: BLE001 - whatever it is
            # A callback's error would vanish in the kernel; the page must know that nothing came of its message. The text names the
            # kind of error alone: an error's own words may hold an answer.
            reply = {
                "kind": "refused",
                "page": message.get("page"),
                "seq": message.get("seq"),
                "sentence": _UNEXPECTED.format(type(error).__name__),
            }
        if reply is not None:
            self.send(reply)


_UNEXPECTED = "The workbook met an error that it does not know ({})."
