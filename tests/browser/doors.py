"""What comes to the app's doors without a browser: requests, sockets, and pages of another server."""

import base64
import http.client
import json
import re
import secrets
from contextlib import contextmanager
from http.cookiejar import CookieJar
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from types import SimpleNamespace
from urllib.request import HTTPCookieProcessor, build_opener

from newsoil.server.assets import assets
from servers import V1

OURS = f"/newsoil/static/{assets().version}"
FILES = {
    "script": f"{OURS}/client.js",
    "style": f"{OURS}/app.css",
    "picture": f"{OURS}/seedling.svg",
    "of another version": "/newsoil/static/0/app.css",
    "Voilà's": "/voila/static/voila.js",
    "a template's": "/voila/templates/newsoil/static/voila.js",
    "an extension's": "/voila/labextensions/anywidget/package.json",
}
"""An address of each kind that sends files. They hold nothing of a person and need no token."""

ELSEWHERE = ("voil", "jupyter", "tornado", "http", "//", "404:", "403:")
"""What no page of ours that says no has in it: whose program it is, and an address of somewhere else."""

BEHIND = ("soil", "note", "workbook", "help", "support", "wrote", "written")
"""What would tell somebody who is not in of what is here."""


def signed_in(server):
    """The cookies of a new browser that came with the token, by name."""
    jar = CookieJar()
    build_opener(HTTPCookieProcessor(jar)).open(f"http://127.0.0.1:{server.port}/newsoil/about?token={server.token}").read()
    return {cookie.name: cookie.value for cookie in jar}


def as_header(cookies):
    return "; ".join(f"{name}={value}" for name, value in cookies.items())


def opened(server):
    """A page of a new browser: its cookies and its kernel."""
    jar = CookieJar()
    body = build_opener(HTTPCookieProcessor(jar)).open(server.address, timeout=60).read().decode()
    cookies = {cookie.name: cookie.value for cookie in jar}
    configuration = json.loads(re.search(r'<script id="jupyter-config-data"[^>]*>(.*?)</script>', body, re.DOTALL)[1])
    return SimpleNamespace(server=server, cookies=cookies, cookie=as_header(cookies), kernel=configuration["kernelId"])


def answer(server, method, path, body=None, **headers):
    """The status, the body and the headers of an answer."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
    connection.request(method, path, body=body, headers={name.replace("_", "-"): value for name, value in headers.items()})
    got = connection.getresponse()
    content = got.read(), dict(got.getheaders())
    connection.close()
    return got.status, *content


def wish_for_socket(origin, cookie=""):
    """What a browser sends of a page with this origin, and with these cookies, to have a kernel's socket."""
    return {
        "Upgrade": "websocket",
        "Connection": "Upgrade",
        "Sec-WebSocket-Key": base64.b64encode(secrets.token_bytes(16)).decode(),
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Protocol": V1,
        "Origin": origin,
        "Cookie": cookie,
    }


def knocked(server, kernel, cookie="", **headers):
    """The status with which a server answers a wish for a kernel's socket."""
    own = {name.replace("_", "-"): value for name, value in headers.items()}
    wish = wish_for_socket(f"http://127.0.0.1:{server.port}", cookie) | own
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
    connection.request("GET", f"/api/kernels/{kernel}/channels", headers=wish)
    status = connection.getresponse().status
    connection.close()
    return status


@contextmanager
def another_page(html):
    """A page of another server on this computer, at its address: browsers refuse more to a page that is not from here."""

    class Page(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(html.encode())

        def log_message(self, *said):
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Page) as other:
        Thread(target=other.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{other.server_port}/"
        finally:
            other.shutdown()


def said(body: bytes) -> str:
    """The words of a page, with the styles that stand in it left out."""
    return re.sub(r"<style>.*?</style>", "", body.decode(), flags=re.DOTALL).casefold()
