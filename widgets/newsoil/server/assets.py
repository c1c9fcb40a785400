"""What the browser fetches beside the page: our own code and styles, each kind as one file, under an address that changes with it."""

import gzip
import hashlib
from functools import cache, cached_property
from pathlib import Path
from urllib.parse import quote

from tornado import web

from newsoil.prompts.esm import STATIC as PROMPTS
from newsoil.prompts.esm import css, esm, inlined
from newsoil.server.says_no import SaysNo

STATIC = Path(__file__).parent / "static"

KINDS = {"js": "text/javascript; charset=utf-8", "css": "text/css; charset=utf-8", "svg": "image/svg+xml"}

WORTH_PACKING = 1000
"""Bytes from which on a file is smaller packed than its headers are long."""


def _contents() -> dict[str, bytes]:
    """Every file by its name."""
    widgets = css("tokens", "base", "exercise", "chart", "secret", "door", "offer", "help", "right-now", "rounds", "tasks")
    texts = {
        "app.css": widgets + (STATIC / "app.css").read_text("utf-8"),
        "client.js": inlined(STATIC / "client" / "client.js"),
        "stock.js": inlined(STATIC / "stock.js"),
        "prose.js": inlined(STATIC / "prose.js"),
        "right-now.js": inlined(STATIC / "right-now.js"),
        "early.js": _alone("early"),
        "seedling.svg": (STATIC / "seedling.svg").read_text("utf-8"),
        **{
            f"{name}.js": esm(name)
            for name in ("workbook", "exercise", "chart", "aside", "door", "charts", "keeping", "look-back", "tasks", "reminder")
        },
    }
    plotly = (PROMPTS / "plotly" / "plotly-basic.min.js").read_bytes()
    return {**{name: text.encode() for name, text in texts.items()}, "plotly.js": plotly}


def _alone(name: str) -> str:
    """A script that is no module: its names are its own."""
    return f"(() => {{\n{inlined(STATIC / f'{name}.js')}}})();\n"


class Assets:
    """All files, read once. `version` is a checksum of them all, so their addresses never mean anything else."""

    def __init__(self) -> None:
        self.files = _contents()
        self._packed: dict[str, bytes] = {}

    @cached_property
    def version(self) -> str:
        """Twelve characters that change with any byte of any file."""
        whole = hashlib.sha256()
        for name, content in sorted(self.files.items()):
            whole.update(f"{name} {len(content)}\n".encode() + content)
        return whole.hexdigest()[:12]

    def address(self, base_url: str) -> str:
        """Where the files are, on the server of the page; ends in a slash."""
        return f"{base_url}newsoil/static/{quote(self.version)}/"

    def packed(self, name: str) -> bytes:
        """A file packed with gzip, once: packing plotly for every page would cost more than sending it."""
        if name not in self._packed:
            self._packed[name] = gzip.compress(self.files[name], 9, mtime=0)
        return self._packed[name]


@cache
def assets() -> Assets:
    """The files of this installation."""
    return Assets()


@cache
def knock() -> str:
    """The one script that stands in a page itself; browsers know it by its checksum (`headers`)."""
    return _alone("knock")


class AssetHandler(SaysNo):
    """Sends a file of ours."""

    def get(self, version: str, name: str) -> None:
        """The file of this name; kept by the browser for a year if its address has this version."""
        if name not in assets().files:
            raise web.HTTPError(404)
        self.set_header("Content-Type", KINDS[name.rsplit(".", 1)[-1]])
        self.set_header("Cache-Control", "public, max-age=31536000, immutable" if version == assets().version else "no-cache")
        content = assets().files[name]
        if len(content) > WORTH_PACKING and "gzip" in self.request.headers.get("Accept-Encoding", ""):
            self.set_header("Content-Encoding", "gzip")
            content = assets().packed(name)
        self.finish(content)  # what packs the other answers says of all that they `Vary`
