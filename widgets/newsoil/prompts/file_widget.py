"""A widget whose messages may carry a file."""

from typing import Any

from newsoil.prompts.widget import MessageWidget


class FileWidget(MessageWidget):
    """A file comes and goes as a binary part of a message: for whoever answers, that part is the message's `content`."""

    def say(self, message: dict[str, Any]) -> None:
        """Send a message to the page, its `content` as a binary part."""
        said = {name: value for name, value in message.items() if name != "content"}
        self.send(said, buffers=[message["content"]] if "content" in message else None)

    def _hear(self, widget: Any, message: Any, buffers: Any) -> None:
        """Hear a message; a `content` in its text is none of ours and is left out."""
        if isinstance(message, dict):
            message = {name: value for name, value in message.items() if name != "content"}
            if buffers:
                message["content"] = bytes(buffers[0])
        super()._hear(widget, message, buffers)
