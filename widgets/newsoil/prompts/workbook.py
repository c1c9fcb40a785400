"""The widget that moves between stages, notices a lost kernel, and keeps the settings of the page."""

from typing import Any

import traitlets

from newsoil.prompts.esm import module
from newsoil.prompts.widget import Answer, MessageWidget


class WorkbookWidget(MessageWidget):
    """The workbook's own voice: it draws nothing but lines about the connection. The trait `content` holds its words."""

    _esm = module("workbook")
    content = traitlets.Dict().tag(sync=True)

    def __init__(self, content: dict[str, Any], answer: Answer) -> None:
        super().__init__(answer, content=content)
