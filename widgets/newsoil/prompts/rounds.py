"""The widget that says in JupyterLab that a theme comes back, where no shell of ours listens."""

from typing import Any

import traitlets

from newsoil.prompts.esm import module, style
from newsoil.prompts.widget import MessageWidget


class RoundsWidget(MessageWidget):
    """Listens in the browser for what kernels say of notes that were saved. It sends nothing, takes nothing, and shows nothing itself."""

    _esm = module("rounds-in-lab")
    _css = style("tokens", "base", "rounds")
    content = traitlets.Dict().tag(sync=True)

    def __init__(self, content: dict[str, Any]) -> None:
        super().__init__(lambda _: None, content=content)
