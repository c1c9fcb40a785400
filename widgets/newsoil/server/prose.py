"""Pages of ours to read, which need no kernel: about the workbook, and what it leaves on this device."""

import os
import re
from collections.abc import Callable
from datetime import UTC, datetime

import mistune
from jupyter_server.base.handlers import JupyterHandler
from tornado import web

from newsoil._paths import guide_folder
from newsoil.guide import open_guide
from newsoil.guide.pages import prose_of
from newsoil.guide.right_now import right_now
from newsoil.guide.shown_lines import shown_lines
from newsoil.server.assets import assets, knock
from newsoil.server.cookies import has_left
from newsoil.server.exits import EXITS
from newsoil.server.left import empty_page
from newsoil.server.page_handler import dressed


class ProsePage(JupyterHandler):
    """A markdown text of ours in the page's looks; an empty page where somebody has left quickly."""

    def initialize(self, text: Callable[[], str]) -> None:
        """Take what makes the text; it is asked for at each visit."""
        self._text = text

    @web.authenticated
    def get(self) -> None:
        """The page. No browser keeps it: going back is to ask here, where it is known whether somebody has left."""
        self.set_header("Cache-Control", "no-store")
        if has_left(self):
            self.finish(empty_page(self))
            return
        guide = open_guide(guide_folder())
        where = {"assets": assets().address(self.base_url), "base_url": self.base_url}
        template = self.settings["voila_jinja2_env"].get_template("prose.html.j2")
        words = {"words": guide.words.get("shell", {}), "support": guide.words.get("support", {})}
        lines = shown_lines(datetime.now(UTC).astimezone().date())
        given = {**words, "lines": lines, "right_now": right_now(guide), "exits": EXITS, "knock": knock(), "language": "en"}
        page = template.render(body=mistune.html(self._text()), **given, **where)
        self.finish(dressed(page, self.settings["newsoil_dressing"].marks(self)))


def about_text() -> str:
    """What New Soil is, who made it from what, and what nobody has checked yet."""
    return prose_of("about.md")


def who_reads_text() -> str:
    """Who could read notes that are on a server: what is so everywhere, with the names of this one (`NEWSOIL_HUB_OPERATOR` and others)."""
    told = {f"{{{name}}}": os.environ.get(f"NEWSOIL_HUB_{name.upper()}", "…") for name in ("operator", "days", "contact")}
    return re.sub(r"\{\w+\}", lambda found: told.get(found[0], found[0]), prose_of("server.md"))
