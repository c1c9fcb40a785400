"""The widget of one exercise: its prompts, its entries, its save status."""

from typing import Any

import traitlets

from newsoil.prompts.esm import module, style
from newsoil.prompts.widget import Answer, MessageWidget


class ExerciseWidget(MessageWidget):
    """One exercise. The trait `content` holds its texts and nothing of the person; entries come by message on `hello`."""

    _esm = module("exercise")
    _css = style("tokens", "base", "exercise")
    content = traitlets.Dict().tag(sync=True)

    def __init__(self, content: dict[str, Any], answer: Answer) -> None:
        super().__init__(answer, content=content)
