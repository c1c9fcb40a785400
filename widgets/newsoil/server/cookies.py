"""Cookies of one journal. Browsers give them to every port of a computer, so their names tell whose they are."""

import hmac
import os
import secrets
from pathlib import Path

from tornado.web import RequestHandler

from newsoil.journal.files import write

LOOKS = "newsoil_looks"
"""How this browser shows the app (`looks.js`). A page that was run in advance cannot know it, and a message to the kernel may come after a
reload."""

LEFT = "newsoil_left"
"""Somebody left quickly in this browser (`left.js`)."""

MARK = "newsoil_mark"
"""The setting of the server that holds what stands for its home in the names of cookies."""


def mark_of(home: Path) -> str:
    """Eight signs for a home. They say nothing of where it is: its secret goes into them. A copy of a home is another one."""
    return hmac.new(cookie_secret(home), os.fsencode(home.resolve()), "sha256").hexdigest()[:8]


def own(name: str, mark: str) -> str:
    """The name of a cookie of the journal with this mark, as pages have it too (`cookies.js`)."""
    return f"{name}_{mark}"


def has_left(handler: RequestHandler) -> bool:
    """Whether somebody has left this journal quickly in the browser that asks."""
    return bool(handler.get_cookie(own(LEFT, handler.settings[MARK])))


def cookie_secret(home: Path) -> bytes:
    """The secret that signs this home's cookies: kept, so that a bookmark works after a restart."""
    path = home / "server" / "cookie_secret"
    if not path.exists():
        write(path, secrets.token_bytes(32))
    return path.read_bytes()
