"""The widget of an aside: a paragraph that reads differently by situation."""

from typing import Any

import traitlets

from newsoil.prompts.esm import module, style
from newsoil.prompts.widget import Answer, MessageWidget


class AsideWidget(MessageWidget):
    """One aside. The trait holds every form of the text; which one is shown comes by message on `hello`."""

    _esm = module("aside")
    _css = style("tokens", "base")
    content = traitlets.Dict().tag(sync=True)

    def __init__(self, content: dict[str, Any], answer: Answer) -> None:
        super().__init__(answer, content=content)
