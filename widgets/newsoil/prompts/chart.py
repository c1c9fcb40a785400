"""The widgets of charts: they get finished pictures by message and know nothing of how they were found."""

from typing import Any

import traitlets

from newsoil.prompts.esm import STATIC, css, module, style
from newsoil.prompts.widget import Answer, MessageWidget

PLOTLY = STATIC / "plotly" / "plotly-basic.min.js"


class ChartWidget(MessageWidget):
    """One chart. The trait holds its name and the words around it; the picture comes by message, so no notebook can keep it.

    The app serves plotly's JavaScript; where nobody serves it, as in JupyterLab, the page asks for it and gets it by message.
    """

    _esm = module("chart")
    _css = style("tokens", "base", "chart")
    content = traitlets.Dict().tag(sync=True)

    def __init__(self, content: dict[str, Any], answer: Answer) -> None:
        super().__init__(answer, content=content)

    def _hear(self, widget: Any, message: Any, buffers: Any) -> None:
        if isinstance(message, dict) and message.get("kind") == "plotly":
            self.send({"kind": "plotly"}, buffers=[PLOTLY.read_bytes()])
        else:
            super()._hear(widget, message, buffers)


class ChartsWidget(ChartWidget):
    """All charts, folded: one widget, however many there are, and each picture is made when it is asked for."""

    _esm = module("charts")
    _css = style("tokens", "base", "chart") + css("charts")
