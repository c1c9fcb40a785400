"""What the server tells browsers about every answer: what a page may load, who may hold it, what is passed on."""

from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256

from newsoil.server.assets import knock

OWN_SCRIPTS = "script-src 'self' blob: 'sha256-{}'"
"""All that our own client needs: files of this server; modules of widgets, which anywidget's interface loads from `blob:` addresses; and
the one script that stands in the page itself, by its checksum."""

ANY_SCRIPTS = "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:"
"""What Voilà's own front end and JupyterLab need, and whatever other widgets bring."""

POLICY = (
    "default-src 'self'",
    "style-src 'self' 'unsafe-inline'",  # plotly writes its own
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "object-src 'none'",
    "frame-ancestors 'self'",  # the copy of the page that carries a person's words when its kernel is gone is a frame of it (decision 2)
    "form-action 'self'",
    "base-uri 'none'",
)

CONNECTIONS = "connect-src 'self' {sockets}"
"""Whom a page may speak to: its own server. For older Safari `'self'` is no socket, so these are named, by the names that the server
answers to; `ws:` would be every host."""

LAB_POLICY = (ANY_SCRIPTS, *POLICY, "frame-src 'self' blob:")
"""What JupyterLab works with. What is no notebook it may show in a frame, from a `blob:` address. Nothing comes from elsewhere."""


def loopback(port: int) -> tuple[str, ...]:
    """The addresses of sockets of a server that listens on this port of this computer."""
    return (f"ws://127.0.0.1:{port}", f"ws://localhost:{port}")


def headers(sockets: Sequence[str], *, own_scripts_alone: bool) -> dict[str, str]:
    """The headers of every answer of a server with these sockets. `own_scripts_alone` is for pages that only our client draws."""
    own = OWN_SCRIPTS.format(b64encode(sha256(knock().encode()).digest()).decode())
    return _with(sockets, own if own_scripts_alone else ANY_SCRIPTS, *POLICY)


def lab_headers(port: int) -> dict[str, str]:
    """The headers of JupyterLab's answers. Its files, whose names change with them, say themselves that they may be kept."""
    return _with(loopback(port), *LAB_POLICY)


def _with(sockets: Sequence[str], *policy: str) -> dict[str, str]:
    return {
        "Content-Security-Policy": "; ".join((*policy, CONNECTIONS.format(sockets=" ".join(sockets)).rstrip())),
        "Cache-Control": "no-store",  # what may be kept says so itself (`assets`)
        "Referrer-Policy": "same-origin",  # with none at all, what Firefox sends of a page that is left has no origin, and is refused
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    }
