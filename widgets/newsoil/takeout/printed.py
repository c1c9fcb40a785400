"""Notes as a page for printing: one HTML file that stands alone, without a script and without any address."""

from newsoil.guide import Guide
from newsoil.journal import Journal
from newsoil.takeout.choice import Choice, Progress
from newsoil.takeout.paper import Paper, paper_of
from newsoil.takeout.templating import drawn

EVERYTHING = Choice()


def to_print(  # noqa: PLR0913 - what a person decides about a print
    journal: Journal,
    guide: Guide,
    choice: Choice = EVERYTHING,
    *,
    advice: bool = True,
    large: bool = False,
    progress: Progress | None = None,
) -> bytes:
    """The chosen notes as HTML in UTF-8, which prints whole on A4 and on Letter, black on white.

    The app's own page scrolls inside a frame and would be cut off by a printer, so a print is always this page. `advice` puts a few
    sentences first on who may find the paper, `large` sets everything a third larger. The page's title is the discreet one: it becomes
    the file name of a PDF.
    """
    return draw_print(paper_of(journal, guide, choice, advice=advice, progress=progress), guide, large=large)


def draw_print(paper: Paper, guide: Guide, *, large: bool = False) -> bytes:
    """A paper as HTML."""
    return drawn("notes.html.j2", guide, paper=paper, large=large)
