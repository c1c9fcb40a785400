"""The page itself: what Voilà ran, with the looks that this browser's person chose."""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from typing import Any
from urllib.parse import parse_qsl, unquote

import msgspec
from tornado import web
from tornado.web import RequestHandler
from voila.tornado.handler import TornadoVoilaHandler

from newsoil.journal import Settings, Way
from newsoil.server.cookies import LOOKS, has_left, own
from newsoil.server.kernels import VISITOR
from newsoil.server.left import empty_page
from newsoil.server.pool import PagePool

LOOKS_HERE, TITLE_HERE, WORDS_HERE = "data-looks-here", "newsoil-title-here", "newsoil-words-here"
"""What stands in a page where its looks, its title and the words of the person's stage belong."""

STATES_HERE, KNOCK_HERE, GREETS_HERE = "newsoil-states-here", "newsoil-knock-here", "newsoil-greets-here"
"""What stands where the states of the widgets, the address of the kernel's socket and the widgets that the page greets belong: known of a
page that was run before it is sent, else asked of the kernel, and told at the end of the page."""

_LOOKS = ("theme", "size", "letters", "title", "exit", "acute", "rounds", "country")


@dataclass(frozen=True)
class Dressing:
    """How pages look where the browser does not say: the journal's settings, the title by its setting, a stage to read first."""

    settings: Callable[[], Settings]
    titles: dict[str, str]
    words: Callable[[str], str]
    """The words of a stage as HTML, by its id."""
    has_notes: Callable[[], bool] = bool
    """Whether notes are on this computer already: then nobody is asked any more how to keep them."""
    tells: bool = True
    """Whether a page says first what leaving it quickly does: the workbook does, a notebook of somebody's own has nothing to say of it."""
    way: Way = "here"
    """How notes are kept unless the page asks for another way."""
    mark: str = ""
    """What stands for the home in the names of its cookies."""
    base: str = "/"
    """The address that all others of the app lie below: its cookies are for these alone."""

    def marks(self, handler: RequestHandler) -> dict[str, str]:
        """What to put into a page for each of its marks."""
        settings = self.settings()
        told = settings.told or not self.tells
        keep = "ask" if self.way == "here" and not told and not self.has_notes() else self.way
        looks = looks_of(handler.get_cookie(own(LOOKS, self.mark)) or "" if self.way == "here" else "", settings)
        known = {"server": self.way, "mark": self.mark, "base": self.base}
        shown = {**looks, "looks": " ".join(looks), "told": str(told).lower(), "keep": keep, **known}
        attributes = " ".join(f'data-{name}="{escape(value)}"' for name, value in shown.items())
        title, words = escape(self.titles[looks["title"]]), self.words(settings.stage)
        return {LOOKS_HERE: attributes, TITLE_HERE: title, WORDS_HERE: words, STATES_HERE: "{}", KNOCK_HERE: "", GREETS_HERE: "{}"}


def looks_of(cookie: str, settings: Settings) -> dict[str, str]:
    """The looks that a cookie names, as far as there are such looks; the others are those of the journal's settings."""
    looks = {name: str(getattr(settings, name)) for name in _LOOKS}
    for name, value in parse_qsl(unquote(cookie)):
        if name not in looks:
            continue
        try:
            msgspec.convert({name: value}, type=Settings)
        except msgspec.ValidationError:
            continue
        looks[name] = value
    return looks


def dressed(part: str, marks: dict[str, str]) -> str:
    """A part of a page with its marks replaced, each once."""
    for mark in [mark for mark in marks if mark in part]:
        part = part.replace(mark, marks.pop(mark), 1)
    return part


class PageHandler(TornadoVoilaHandler):
    """Sends a page that was run in advance, or one as it is made, in the person's looks."""

    @web.authenticated
    async def get(self, path: str | None = None) -> None:
        """The page; an empty one where somebody has left quickly. 404: it has one address, and Voilà would lead elsewhere from others."""
        if has_left(self):
            self.set_header("Cache-Control", "no-store")
            self.finish(empty_page(self))
            return
        if path:
            raise web.HTTPError(404)
        pool: PagePool = self.settings["newsoil_pool"]
        marks = self.settings["newsoil_dressing"].marks(self)
        if not (page := await pool.take()):
            async with pool.visit():
                VISITOR.set(self.current_user.username)
                await self._send_as_made(marks)
            return
        self.kernel_manager.bind(page.kernel, self.current_user.username)
        self.set_header("Content-Type", "text/html")
        self.set_header("Cache-Control", "no-cache, no-store, must-revalidate")
        for part in page.parts:
            self.write(dressed(part, marks))

    async def _send_as_made(self, marks: dict[str, str]) -> None:
        """Send each part of a page as soon as Voilà has made it: its shell can be read before there is a kernel."""
        parts: Any = self.get_generator()
        async for part in parts:
            self.write(dressed(part, marks))
            await self.flush()
