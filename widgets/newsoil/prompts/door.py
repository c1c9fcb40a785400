"""The widget of a notebook's door: it unseals the notes, locks them, and covers the screen."""

from typing import Any

import traitlets

from newsoil.prompts.esm import module, style
from newsoil.prompts.widget import Answer, MessageWidget


class DoorWidget(MessageWidget):
    """The door of the journal in JupyterLab, where each notebook has a kernel of its own. The trait `content` holds its words."""

    _esm = module("door")
    _css = style("tokens", "base", "exercise", "secret", "door", "help", "right-now")
    content = traitlets.Dict().tag(sync=True)

    def __init__(self, content: dict[str, Any], answer: Answer) -> None:
        super().__init__(answer, content=content)
