"""What is refused, and what is not there, is said in a page of ours with a way out, which tells nothing to whoever is not in."""

import http.client

import pytest
from tornado.httpclient import HTTPClientError, HTTPRequest
from tornado.websocket import websocket_connect

from conftest import LOOKS, reading
from doors import BEHIND, ELSEWHERE, FILES, answer, as_header, said, signed_in
from servers import V1, in_a_loop
from test_accessibility import SMALLEST, TOO_SMALL, faults

NOBODY_IS_THERE = [
    "/nothing",
    "/nothing/of/it.html",
    "/newsoil/nothing",
    "/newsoil/static/nothing",
    "/newsoil/static/0/nothing.js",
    "/newsoil/return/nothing",
    "/voila/static/nothing.js",
    "/voila/files/nothing.txt",
    "/voila/templates/newsoil/static/nothing.css",
    "/voila/templates/nothing",
    "/voila/labextensions/nothing",
    "/voila/api/themes/nothing",
    "/tree",
    "/lab",
]


@pytest.mark.parametrize("path", NOBODY_IS_THERE)
def test_an_address_where_nothing_is_says_so_in_a_page_of_ours_with_a_way_out(visit, server, path):
    status, body, headers = answer(server, "GET", path, Cookie=visit.cookie)
    assert status in (403, 404)
    assert headers["Content-Type"].startswith("text/html")
    assert "no-store" in headers["Cache-Control"]
    assert 'href="about:blank"' in said(body)
    assert 'href="/"' in said(body)
    assert [word for word in ELSEWHERE if word in said(body)] == []


def test_whoever_is_in_is_led_back_and_to_help_and_whoever_is_not_is_told_nothing(visit, server):
    inside = said(answer(server, "GET", "/nothing", Cookie=visit.cookie)[1])
    assert 'href="/#support"' in inside
    assert "nothing of your notes is lost" in inside
    for path in ("/voila/static/nothing.js", "/newsoil/static/0/nothing.js"):
        outside = said(answer(server, "GET", path)[1])
        assert [word for word in BEHIND if word in outside] == []


@pytest.mark.parametrize("path", ["/", "/login", "/logout", "/newsoil/about", "/nothing"])
def test_a_request_that_names_another_host_is_told_nothing_of_what_is_here(visit, server, path):
    status, body, _ = answer(server, "GET", path, Cookie=visit.cookie, Host="evil.example")
    assert status == 403
    assert 'href="about:blank"' in said(body)
    assert [word for word in (*ELSEWHERE, *BEHIND) if word in said(body)] == []


def test_what_is_asked_for_in_a_way_that_nobody_knows_is_answered_in_a_page_of_ours(visit, server):
    for path in ("/newsoil/about", "/newsoil/return"):
        status, body, _ = answer(server, "DELETE", path, Cookie=visit.cookie, X_XSRFToken=visit.cookies["_xsrf"])
        assert status == 405
        assert 'href="/#support"' in said(body)
        assert [word for word in ELSEWHERE if word in said(body)] == []


def test_signing_out_leads_to_where_somebody_signs_in(server):
    cookies = signed_in(server)
    status, body, headers = answer(server, "GET", "/logout", Cookie=as_header(cookies))
    assert (status, headers["Location"]) == (302, "/login")
    assert b"upyter" not in body
    assert [name for name in cookies if name.startswith("username") and f'{name}="";' in headers["Set-Cookie"]]


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_the_page_that_says_no_can_be_read_by_everyone(chromium, server, width, scheme):
    with reading(chromium, server, viewport={"width": width, "height": 800}, color_scheme=scheme) as reader:
        page = reader.page()
        page.goto(f"http://127.0.0.1:{server.port}/nothing")
        assert faults(page) == []
        assert page.evaluate(TOO_SMALL, SMALLEST) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.get_by_role("link", name="Back to the workbook").click()
        page.wait_for_selector("main[data-stage]", timeout=40_000)


# ---- what every answer says ------------------------------------------------------------------------------------------


def test_pages_are_kept_by_nobody_and_held_by_no_other_page(visit, server):
    for path in ("/", "/newsoil/about", "/login", f"/api/kernels/{visit.kernel}", "/nothing"):
        _, _, headers = answer(server, "GET", path, Cookie=visit.cookie)
        assert "no-store" in headers["Cache-Control"], path
        assert "frame-ancestors 'self'" in headers["Content-Security-Policy"]
        assert headers["Referrer-Policy"] == "same-origin"
        assert headers["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in answer(server, "GET", "/login")[2]["Cache-Control"]


PAGE_SAYS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}


def says_all(headers):
    """Whether an answer says what every page of ours says."""
    return PAGE_SAYS.items() <= headers.items() and "default-src 'self'" in headers["Content-Security-Policy"]


def test_what_is_refused_and_what_leads_on_says_what_every_page_says(visit, server):
    let_in = {"Cookie": visit.cookie, "X_XSRFToken": visit.cookies["_xsrf"]}
    for method, path, brings, expected in (
        ("DELETE", "/newsoil/about", let_in, 405),
        ("PUT", "/", let_in, 405),
        ("POST", FILES["script"], {}, 405),
        ("DELETE", "/newsoil/about", {"Cookie": visit.cookie}, 403),
        ("GET", "/", {}, 302),
        ("GET", f"/?token={server.token}", {}, 302),
        ("GET", "/newsoil/return", let_in, 302),
        ("GET", "/logout", {}, 302),
        ("GET", "/nothing", let_in, 404),
        ("GET", "/newsoil/static/0/nothing.js", {}, 404),
        ("POST", f"/newsoil/last/{visit.kernel}", {"Cookie": visit.cookie}, 403),
    ):
        status, _, headers = answer(server, method, path, **brings)
        assert status == expected, (method, path)
        assert says_all(headers), (method, path)


def test_a_refused_socket_says_what_every_page_says_and_one_that_opens_says_nothing_more(visit, server):
    own = f"http://127.0.0.1:{server.port}"
    wish = {"Upgrade": "websocket", "Connection": "Upgrade", "Sec_WebSocket_Version": "13", "Sec_WebSocket_Key": "a" * 22 + "=="}
    spoken = {**wish, "Sec_WebSocket_Protocol": V1, "Origin": own, "Cookie": visit.cookie}
    path = f"/api/kernels/{visit.kernel}/channels"
    for brings, expected in (
        ({**spoken, "Cookie": ""}, 403),
        ({**spoken, "Origin": "http://evil.example"}, 403),
        ({**spoken, "Host": "evil.example"}, 403),
        ({**spoken, "Cookie": as_header(signed_in(server))}, 404),
        ({**spoken, "Sec_WebSocket_Protocol": "odd"}, 400),
        ({**spoken, "Upgrade": "odd"}, 400),
        ({**spoken, "Sec_WebSocket_Version": "7"}, 426),
    ):
        status, _, headers = answer(server, "GET", path, **brings)
        assert status == expected, brings
        assert says_all(headers), brings
    assert opened_with(server, path, spoken) == (101, {"Upgrade", "Connection", "Sec-Websocket-Accept", "Sec-Websocket-Protocol"})


def opened_with(server, path, wish):
    """The status with which a socket opens, and the names of what is said of it, but for what Tornado always says."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
    connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in wish.items()})
    got = connection.getresponse()
    connection.close()
    names = {name for name, _ in got.getheaders()}
    return got.status, names - {"Server", "Date", "Sec-Websocket-Extensions", "Vary"}


def test_a_refused_socket_is_said_in_a_sentence(visit):
    address = f"ws://127.0.0.1:{visit.server.port}/api/kernels/{visit.kernel}/channels"

    async def refused():
        try:
            await websocket_connect(HTTPRequest(address, headers={"Cookie": as_header(signed_in(visit.server))}), subprotocols=[V1])
        except HTTPClientError as answered:
            return answered.code, answered.response.body
        return None

    assert in_a_loop(refused()) == (404, b"This kernel has ended.")
