"""The pages of text of a guide, in markdown."""

from newsoil._paths import guide_folder, guide_page
from newsoil.guide.opening import open_guide
from newsoil.guide.whereabouts import is_on_a_server, page_there


def prose_of(name: str) -> str:
    """A page by its name, such as `about.md`, as it is where the notes are.

    Raises:
        BadContent: the guide cannot be used.
    """
    text = guide_page(name).read_text("utf-8")
    return page_there(text, open_guide(guide_folder()).words) if is_on_a_server() else text
