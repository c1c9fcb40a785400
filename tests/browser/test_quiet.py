"""Nobody else reads it: nothing leaves this computer, nothing of it lies about, and nobody comes in who was not let in."""

import base64
import http.client
import os
import secrets
from http.cookiejar import CookieJar
from types import SimpleNamespace
from urllib.request import HTTPCookieProcessor, build_opener

import pytest
from playwright.sync_api import expect

from conftest import entries, go, reading
from newsoil._paths import guide_folder
from newsoil.guide import read_guide

GUIDE = read_guide(guide_folder())
STAGES = [stage.id for stage in GUIDE.stages]
STOCK = os.environ.get("NEWSOIL_FRONT") == "stock"


@pytest.fixture(scope="module")
def looking(chromium, lived_in):
    with reading(chromium, lived_in) as reader:
        page = reader.open(STAGES[0])
        yield SimpleNamespace(page=page, reader=reader, server=lived_in)


@pytest.fixture(scope="module")
def walked(looking):
    """Every stage was looked at, with its charts and its disclosures."""
    for stage in STAGES:
        go(looking.page, stage)
        for chart in looking.page.locator("[data-chart]").all():
            chart.scroll_into_view_if_needed()
            expect(chart.locator(".ns-picture[data-drawn]")).to_be_visible(timeout=20_000)
        looking.page.evaluate("for (const folded of document.querySelectorAll('details')) folded.open = true")
    return looking


def test_no_stage_and_no_chart_asks_another_computer_for_anything(walked):
    assert walked.reader.elsewhere == []


def test_no_stage_and_no_chart_meets_an_error(walked):
    assert walked.reader.errors == []


def test_a_chart_offers_no_way_to_share_and_says_the_same_in_a_picture_in_words_and_in_a_table(looking):
    page = looking.page
    go(page, "seeing-change")
    chart = page.locator('[data-chart="weekly-check-in"]')
    chart.scroll_into_view_if_needed()
    expect(chart.locator(".ns-picture[data-drawn]")).to_be_visible(timeout=20_000)
    assert page.locator(".modebar, .modebar-btn, .plotlyjsicon").count() == 0
    assert "Share" not in page.locator("body").inner_text()
    assert "share" not in chart.inner_html().lower()
    expect(chart.locator("h3")).not_to_be_empty()
    assert len(chart.locator("[role=img]").get_attribute("aria-label")) > 40
    expect(chart.locator(".ns-say").first).not_to_be_empty()
    drawn = chart.locator(".ns-picture").evaluate(
        "(plot) => plot.data.filter((trace) => trace.mode === 'markers').map((trace) => trace.y.filter((value) => value != null))"
    )
    rows = chart.locator("tbody tr").evaluate_all("(rows) => rows.map((row) => [...row.cells].slice(1).map((cell) => +cell.textContent))")
    assert [list(column) for column in zip(*rows, strict=True)] == drawn
    noted = [entry["answers"] for entry in entries(looking.server.home) if entry["exercise"] == "weekly-check-in"]
    assert drawn[0] == [answers["calm-talks"] for answers in noted]


IN_STORE = """async () => [
    localStorage.length, sessionStorage.length, (await indexedDB.databases()).length, (await caches.keys()).length]"""


def test_no_stage_and_no_chart_puts_anything_into_the_browser_s_storage(walked):
    assert walked.page.evaluate(IN_STORE) == [0, 0, 0, 0]


def test_the_token_stands_in_the_first_address_of_the_log_alone(walked):
    server = walked.server
    assert server.token not in server.log.read_text().replace(f"?token={server.token}", "", 1)


# ---- who comes in --------------------------------------------------------------------------------------------------


def asked(server, path, method="GET", **headers):
    """The status of an answer, and where it leads."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)
    connection.putrequest(method, path, skip_host="Host" in headers)
    for name, value in headers.items():
        connection.putheader(name.replace("_", "-"), value)
    connection.endheaders()
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.status, answer.getheader("Location") or ""


@pytest.fixture
def kernel(looking):
    """The id of a kernel that is at work."""
    return looking.page.evaluate("JSON.parse(document.getElementById('jupyter-config-data').textContent).kernelId")


@pytest.fixture(scope="module")
def cookie(lived_in):
    """The cookie of someone who came with the token."""
    jar = CookieJar()
    build_opener(HTTPCookieProcessor(jar)).open(f"http://127.0.0.1:{lived_in.port}/newsoil/about?token={lived_in.token}").read()
    return "; ".join(f"{one.name}={one.value}" for one in jar)


def turned_away(answer):
    """Whether someone was sent to sign in, or got nothing."""
    status, leads_to = answer
    return status in (403, 404) or (status, leads_to.split("?")[0]) == (302, "/login")


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/newsoil/about",
        "/voila/render/app.ipynb",
        "/voila/tree",
        "/?token=wrong",
        "/api/contents",
        "/api/kernels",
        "/files/x",
        "/metrics",
    ],
)
def test_a_page_opens_for_nobody_who_has_neither_token_nor_cookie(lived_in, path):
    assert turned_away(asked(lived_in, path))


@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", "/api/kernels/{}"), ("DELETE", "/api/kernels/{}"), ("POST", "/voila/api/shutdown/{}"), ("GET", "/api/kernels/{}/channels")],
)
def test_a_kernel_answers_nobody_who_has_neither_token_nor_cookie(looking, kernel, method, path):
    for one in (kernel, "x"):
        assert turned_away(asked(looking.server, path.format(one), method))
    assert looking.server.kernels()


def test_nothing_of_the_journal_is_served_as_a_file(lived_in, cookie):
    month = entries(lived_in.home)[0]["made_at"][:7]
    for folder in (
        "/voila/files",
        "/files",
        "/voila/static",
        "/newsoil/static/app",
        "/newsoil/static/app/..",
        "/newsoil/static/app/%2e%2e",
        "/voila/files/voila/files",
    ):
        for path in (
            "/web.py",
            f"/home/journals/mine/entries/{month}.json",
            f"/journals/mine/entries/{month}.json",
            f"/../../..{lived_in.home}/journals/mine/entries/{month}.json",
            f"//{lived_in.home}/settings.json",
        ):
            status, leads_to = asked(lived_in, folder + path, Cookie=cookie)
            while status == 302:
                status, leads_to = asked(lived_in, leads_to, Cookie=cookie)
            assert status in (400, 403, 404), folder + path


def test_a_request_that_names_another_host_is_refused(lived_in, cookie):
    assert asked(lived_in, "/newsoil/about", Cookie=cookie)[0] == 200
    for host in ("evil.example", f"evil.example:{lived_in.port}", "127.0.0.1.evil.example"):
        assert asked(lived_in, "/newsoil/about", Host=host, Cookie=cookie)[0] == 403
        assert asked(lived_in, f"/?token={lived_in.token}", Host=host)[0] == 403


def test_a_websocket_from_another_page_is_refused(looking, kernel):
    cookie = "; ".join(f"{one['name']}={one['value']}" for one in looking.reader.context.cookies())

    def opened(origin, **headers):
        knock = {
            "Upgrade": "websocket",
            "Connection": "Upgrade",
            "Sec-WebSocket-Key": base64.b64encode(secrets.token_bytes(16)).decode(),
            "Sec-WebSocket-Version": "13",
            "Sec-WebSocket-Protocol": "v1.kernel.websocket.jupyter.org",
            "Origin": origin,
        }
        return asked_websocket(looking.server, f"/api/kernels/{kernel}/channels", {**knock, **headers})

    own = f"http://127.0.0.1:{looking.server.port}"
    assert opened(own, Cookie=cookie) == 101
    assert opened(own) == 403
    for foreign in ("http://evil.example", "null", "http://127.0.0.1:1", f"https://127.0.0.1.evil.example:{looking.server.port}"):
        assert opened(foreign, Cookie=cookie) == 403, foreign


def asked_websocket(server, path, headers):
    """The status with which a server answers a wish for a websocket."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)
    connection.request("GET", path, headers=headers)
    status = connection.getresponse().status
    connection.close()
    return status


def test_the_page_says_to_browsers_what_it_may_load_and_who_may_hold_it(lived_in, cookie):
    connection = http.client.HTTPConnection("127.0.0.1", lived_in.port, timeout=20)
    connection.request("GET", "/newsoil/about", headers={"Cookie": cookie})
    headers = dict(connection.getresponse().getheaders())
    connection.close()
    policy = headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert STOCK or ("'unsafe-eval'" not in policy and "script-src 'self' blob: 'sha256-" in policy), "no script but our own"
    assert "frame-ancestors 'self'" in policy
    assert "http" not in policy, "no other host is named"
    sockets = f"connect-src 'self' ws://127.0.0.1:{lived_in.port} ws://localhost:{lived_in.port}"
    assert policy.count("ws") == 2
    assert sockets in policy.split("; "), "nor any other server of this computer"
    assert headers["Referrer-Policy"] == "same-origin"
