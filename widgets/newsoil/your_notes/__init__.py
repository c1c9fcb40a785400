"""The page “Your notes”: take them out, share a part, bring them back, let them go."""

from typing import Any

from newsoil.desk import Desk, open_desk
from newsoil.prompts import KeepingWidget
from newsoil.your_notes.answering import YourNotes

__all__ = ["YourNotes", "open_your_notes", "your_notes"]


def your_notes(desk: Desk) -> KeepingWidget:
    """The widget of the page, for one participant's desk; it knows nothing of the person until the browser says hello."""

    def answer(message: dict[str, Any]) -> dict[str, Any] | None:
        return answers.answer(message)

    widget = KeepingWidget({"words": desk.guide.words.get("your-notes", {})}, answer)
    answers = YourNotes(desk, widget.say)
    return widget


def open_your_notes() -> KeepingWidget:
    """The page “Your notes” on the journal of this computer's participant.

    Raises:
        BadContent: the guide's files cannot be used.
    """
    return your_notes(open_desk())
