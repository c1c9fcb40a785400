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

from newsoil.journal import Settings
from newsoil.server.pool import drop_dead_pages

COOKIE = "newsoil_looks"
"""How this browser shows the app. A page that was run in advance cannot know it, and a message to the kernel may come after a reload."""

LOOKS_HERE, TITLE_HERE = "data-looks-here", "newsoil-title-here"
"""What stands in a page where its looks and its title belong."""

_LOOKS = ("theme", "size", "letters", "title")


@dataclass(frozen=True)
class Dressing:
    """How pages look where the browser does not say: the journal's settings, and the title by its setting."""

    settings: Callable[[], Settings]
    titles: dict[str, str]

    def marks(self, handler: RequestHandler) -> dict[str, str]:
        """What to put into a page for each of its marks."""
        looks = looks_of(handler.get_cookie(COOKIE) or "", self.settings())
        attributes = " ".join(f'data-{name}="{escape(value)}"' for name, value in looks.items())
        return {LOOKS_HERE: attributes, TITLE_HERE: escape(self.titles[looks["title"]])}


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
    """Sends the page as it is made, in the person's looks."""

    @web.authenticated
    async def get(self, path: str | None = None) -> None:
        """The page."""
        await drop_dead_pages(self.kernel_manager, self.notebook_path)
        marks = self.settings["newsoil_dressing"].marks(self)
        parts: Any = self.get_generator(path=path)
        async for part in parts:
            self.write(dressed(part, marks))
            await self.flush()
