"""What the room's pages load: a script and a style each, under addresses that change with their content, so that phones may keep them."""

import gzip
import hashlib
import re
from functools import cache
from pathlib import Path

from tornado import web

from newsoil.prompts.esm import css, inlined

HERE = Path(__file__).parent / "static"

PAGES = ("phone", "console", "screen")

KINDS = {"js": "text/javascript; charset=utf-8", "css": "text/css; charset=utf-8"}


def own(name: str) -> str:
    """A style sheet of the room, without its comments."""
    return re.sub(r"/\*.*?\*/\n?", "", (HERE / name).read_text("utf-8"), flags=re.DOTALL)


@cache
def files() -> dict[str, bytes]:
    """Every file by its name, packed once."""
    texts = {f"{page}.js": inlined(HERE / f"{page}.js") for page in PAGES}
    texts["room.css"] = css("tokens", "base", "help") + own("room.css")
    return {name: gzip.compress(text.encode(), 9, mtime=0) for name, text in texts.items()}


@cache
def version() -> str:
    """Twelve characters that change with any byte of any file."""
    whole = hashlib.sha256()
    for name, content in sorted(files().items()):
        whole.update(f"{name} {len(content)}\n".encode() + content)
    return whole.hexdigest()[:12]


class RoomFile(web.RequestHandler):
    """One of the files. Every browser unpacks gzip."""

    def get(self, _: str, name: str) -> None:
        """The file, to be kept for a year: with another content it has another address."""
        if name not in files():
            raise web.HTTPError(404)
        self.set_header("Content-Type", KINDS[name.rsplit(".", 1)[1]])
        self.set_header("Content-Encoding", "gzip")
        self.set_header("Cache-Control", "public, max-age=31536000, immutable")
        self.finish(files()[name])
