"""The widget that makes a reminder for the person's own calendar."""

from typing import Any

import traitlets

from newsoil.prompts.esm import css, module, style
from newsoil.prompts.file_widget import FileWidget
from newsoil.prompts.widget import Answer


class ReminderWidget(FileWidget):
    """The form of a reminder. The trait `content` holds its words; what is chosen and the file come and go by message and stay nowhere."""

    _esm = module("reminder")
    _css = style("tokens", "base", "exercise") + css("reminder")  # its own sheet comes with it: no other page needs it
    content = traitlets.Dict().tag(sync=True)

    def __init__(self, content: dict[str, Any], answer: Answer) -> None:
        super().__init__(answer, content=content)
