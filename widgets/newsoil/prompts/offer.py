"""The widget that offers help beside words that sound like danger in JupyterLab, where no shell of ours listens."""

from typing import Any

import traitlets

from newsoil.prompts.esm import module, style
from newsoil.prompts.widget import MessageWidget


class OfferWidget(MessageWidget):
    """Listens in the browser for words that sound like danger. It sends nothing, takes nothing, and shows nothing itself."""

    _esm = module("offer-in-lab")
    _css = style("tokens", "base", "offer")
    content = traitlets.Dict().tag(sync=True)

    def __init__(self, content: dict[str, Any]) -> None:
        super().__init__(lambda _: None, content=content)
