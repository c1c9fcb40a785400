"""Who asks, by what browsers say of a request: a page of ours, a link that leads here, or another page; and by which name."""

import re
from ipaddress import ip_address
from urllib.parse import urlsplit

from tornado.web import RequestHandler

_PORT = re.compile(r":[0-9]+$")


def is_from_elsewhere(handler: RequestHandler) -> bool:
    """Whether another page asks. A link that somebody follows is the person's own wish."""
    headers = handler.request.headers
    origin = headers.get("Origin", headers.get("Sec-Websocket-Origin"))
    if origin is not None and urlsplit(origin.lower()).netloc != handler.request.host.lower():
        return True
    if not is_led_here(handler):
        return False
    return handler.request.method != "GET" or (headers.get("Sec-Fetch-Mode"), headers.get("Sec-Fetch-Dest")) != ("navigate", "document")


def is_led_here(handler: RequestHandler) -> bool:
    """Whether another page asks or leads here, by a link too: one that does something is followed from our own pages alone."""
    return handler.request.headers.get("Sec-Fetch-Site") in ("cross-site", "same-site")


def names_another_host(handler: RequestHandler) -> bool:
    """Whether a request calls this server by no name of this computer: a page elsewhere may point its own name here.

    Jupyter's rule, for what is no handler of Jupyter's. A server that is meant for other names has none to refuse.
    """
    if handler.settings.get("allow_remote_access", False):
        return False
    name = _PORT.sub("", handler.request.host).strip("[]")
    try:
        return not ip_address(name).is_loopback
    except ValueError:
        return name not in handler.settings.get("local_hostnames", ())
