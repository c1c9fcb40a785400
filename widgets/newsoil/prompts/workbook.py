"""The widget that moves between stages, notices a lost kernel, and keeps the settings of the page."""

from typing import Any

import traitlets

from newsoil.prompts.esm import module
from newsoil.prompts.file_widget import FileWidget
from newsoil.prompts.widget import Answer


class WorkbookWidget(FileWidget):
    """The workbook's own voice: the door of the notes, and lines about the connection. The trait `content` holds its words."""

    _esm = module("workbook")
    content = traitlets.Dict().tag(sync=True)

    def __init__(self, content: dict[str, Any], answer: Answer) -> None:
        super().__init__(answer, content=content)
