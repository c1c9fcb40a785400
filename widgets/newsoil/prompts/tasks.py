"""The widget of the page “All exercises”: links, and what the person has begun."""

from typing import Any

import traitlets

from newsoil.prompts.esm import module, style
from newsoil.prompts.widget import Answer, MessageWidget


class TasksWidget(MessageWidget):
    """The whole list. The trait `content` holds its stages and exercises; which of them are begun comes by message on `hello`."""

    _esm = module("tasks")
    _css = style("tokens", "base", "tasks")
    content = traitlets.Dict().tag(sync=True)

    def __init__(self, content: dict[str, Any], answer: Answer) -> None:
        super().__init__(answer, content=content)
