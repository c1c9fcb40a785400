"""What the facilitator's notebooks open: the sheets of one shelf, each a widget."""

from pathlib import Path

from newsoil._paths import WORKSHOPS, guide_folder, home_folder, programme_folder
from newsoil.facilitate.forms import agreement_form, couples_form, list_form
from newsoil.facilitate.meetings import Meetings
from newsoil.facilitate.plans import Plans
from newsoil.facilitate.support import support_form
from newsoil.facilitate.widgets import FormWidget, MeetingsWidget, PlansWidget
from newsoil.guide import Guide, open_guide
from newsoil.takeout.evening import words_of
from newsoil.workshop.expired import end_expired
from newsoil.workshop.facilitation import Facilitation


class Workshop:
    """A facilitator's shelf. Each method makes a widget for the notebook to show; nothing on it is of participants but who came."""

    def __init__(self, content: Facilitation, guide: Guide, shelf: Path) -> None:
        self._content, self._guide, self._shelf = content, guide, shelf

    def lists(self, *names: str) -> FormWidget:
        """Lists to go through, by their ids. Raises `BadContent` when there is none of a name."""
        return list_form(self._content, self._guide, self._shelf, names)

    def couples(self) -> FormWidget:
        """Whether two people of one couple are in the group, and the reason."""
        return couples_form(self._content, self._shelf)

    def agreement(self) -> FormWidget:
        """The agreement, whose limits always stay."""
        return agreement_form(self._content, self._shelf)

    def support_list(self) -> FormWidget:
        """The support list, without which no meeting begins."""
        return support_form(self._content, self._shelf)

    def plans(self) -> PlansWidget:
        """All plans, to copy, change and print."""
        return Plans(self._content, self._guide, self._shelf).widget()

    def meetings(self) -> MeetingsWidget:
        """The meetings that were held."""
        return Meetings(self._content, self._guide, self._shelf).widget()


def open_workshop() -> Workshop:
    """The shelf of this computer's facilitator. Meetings that nobody ended, and whose code has died, end now.

    Raises:
        BadContent: the guide or the words for facilitators cannot be used.
    """
    shelf = home_folder() / WORKSHOPS
    end_expired(shelf)
    return Workshop(words_of(programme_folder()), open_guide(guide_folder()), shelf)
