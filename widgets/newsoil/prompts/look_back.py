"""The widget of the look-back page: a moment, days, words that are looked for, one note."""

from typing import Any

import traitlets

from newsoil.prompts.esm import css, module, style
from newsoil.prompts.widget import Answer, MessageWidget


class LookBackWidget(MessageWidget):
    """The whole of it, as one widget. The trait `content` holds its words; everything of the person comes by message."""

    _esm = module("look-back")
    _css = style("tokens", "base", "exercise") + css("look-back")  # its own sheet comes with it: no other page needs it
    content = traitlets.Dict().tag(sync=True)

    def __init__(self, content: dict[str, Any], answer: Answer) -> None:
        super().__init__(answer, content=content)
