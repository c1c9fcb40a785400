"""The widgets of the facilitator's notebooks. What is written in them comes and goes by message, as everywhere in New Soil."""

from pathlib import Path
from typing import Any

import traitlets

from newsoil.prompts import Answer
from newsoil.prompts.esm import css, inlined
from newsoil.prompts.file_widget import FileWidget

_STATIC = Path(__file__).parent / "static"


class _Sheet(FileWidget):
    """One sheet of a notebook. The trait `content` holds its words; a paper that it makes is a file in a message."""

    _css = css("tokens", "base", "exercise", "secret", "keeping") + (_STATIC / "facilitate.css").read_text("utf-8")
    content = traitlets.Dict().tag(sync=True)

    def __init__(self, content: dict[str, Any], answer: Answer) -> None:
        super().__init__(answer, content=content)


class FormWidget(_Sheet):
    """A list to go through, or a form."""

    _esm = inlined(_STATIC / "form.js")


class PlansWidget(_Sheet):
    """All plans: to look at, to copy, to change, to print."""

    _esm = inlined(_STATIC / "plans.js")


class MeetingsWidget(_Sheet):
    """The meetings that were held: their logs, what is handed out, wiping."""

    _esm = inlined(_STATIC / "meetings.js")
