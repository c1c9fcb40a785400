"""The widget of the page “Your notes”: taking out, bringing back, letting go."""

from typing import Any

import traitlets

from newsoil.prompts.esm import css, module, style
from newsoil.prompts.file_widget import FileWidget
from newsoil.prompts.widget import Answer


class KeepingWidget(FileWidget):
    """The whole page, as one widget. The trait `content` holds its words; everything of the person comes and goes by message.

    Files travel in pieces that every server lets through.
    """

    _esm = module("keeping")
    _css = style("tokens", "base", "exercise") + css("secret", "keeping")  # its own sheet comes with it: no other page needs it
    content = traitlets.Dict().tag(sync=True)

    def __init__(self, content: dict[str, Any], answer: Answer) -> None:
        super().__init__(answer, content=content)
