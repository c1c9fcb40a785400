"""Closed doors: who comes in, by which address, and to which kernel."""

import http.client
import re
import secrets
import sys
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect
from tornado.httpclient import HTTPClientError, HTTPRequest
from tornado.websocket import websocket_connect

from canary import own_folders
from conftest import LOOKS, reading
from doors import another_page, answer, as_header, knocked, opened, signed_in
from newsoil._paths import guide_folder
from newsoil.guide import read_guide
from newsoil.journal import Store, sealing, slow
from newsoil.journal.erasing import erase_entry
from newsoil.journal.recovery import new_recovery_key
from newsoil.server.assets import assets
from servers import in_a_loop, reached, running
from test_accessibility import SMALLEST, TOO_SMALL, faults
from test_quiet import asked, turned_away
from test_voila_contract import V1

STAGE, EXERCISE = "after-trust-was-hurt", "journal"
SIGN_IN = read_guide(guide_folder()).words["sign-in"]


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """An app in folders of its own, started from a shell that holds secrets."""
    place = tmp_path_factory.mktemp("doors")
    shell = {"GITHUB_TOKEN": "canary-shell", "DB_PASSWORD": "canary-shell", "AWS_PROFILE": "canary-shell", "HTTPS_PROXY": "canary-shell"}
    with running("app", place / "home", **own_folders(place), **shell) as server:
        yield server


@pytest.fixture(scope="module")
def visit(server):
    return opened(server)


# ---- whose kernel ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("pool", ["2", "0"], ids=["run in advance", "made on the spot"])
def test_one_visitor_cannot_join_another_s_kernel_by_knowing_its_id(tmp_path, pool):
    with running("app", tmp_path / "home", NEWSOIL_POOL=pool) as server:
        mine, other = opened(server), opened(server)
        for one, another in ((mine, other), (other, mine)):
            assert knocked(server, one.kernel, one.cookie) == 101
            assert knocked(server, one.kernel, another.cookie) == 404
            assert answer(server, "GET", f"/api/kernels/{one.kernel}", Cookie=one.cookie)[0] == 200
            assert answer(server, "GET", f"/api/kernels/{one.kernel}", Cookie=another.cookie)[0] == 404
            proof = {"Cookie": another.cookie, "X_XSRFToken": another.cookies["_xsrf"]}
            assert answer(server, "DELETE", f"/api/kernels/{one.kernel}", **proof)[0] == 404
            assert answer(server, "POST", f"/voila/api/shutdown/{one.kernel}", **proof)[0] == 404
            assert answer(server, "POST", f"/newsoil/last/{one.kernel}", **proof)[0] == 404
            assert answer(server, "GET", f"/api/kernels/{one.kernel}", Cookie=one.cookie)[0] == 200, "it lives on"
        proof = {"Cookie": mine.cookie, "X_XSRFToken": mine.cookies["_xsrf"]}
        assert answer(server, "POST", f"/voila/api/shutdown/{mine.kernel}", **proof)[0] == 204
        assert answer(server, "GET", f"/api/kernels/{mine.kernel}", Cookie=mine.cookie)[0] == 404


def test_a_token_or_a_cookie_of_another_server_opens_nothing(tmp_path, visit, server):
    with running("app", tmp_path / "home", NEWSOIL_POOL="0") as another:
        another.stop()
        another.token = "an0ther"  # noqa: S105 - of a server that lives as long as a test
        another.start()
        theirs = opened(another).cookies
    names = {name.replace(str(another.port), str(server.port)): value for name, value in theirs.items()}
    stolen = as_header(names)
    assert {name for name in names if name.startswith("username")} == {name for name in visit.cookies if name.startswith("username")}
    assert turned_away(asked(server, "/", Cookie=stolen))
    assert turned_away(asked(server, f"/?token={another.token}"))
    assert knocked(server, visit.kernel, stolen) == 403
    assert answer(server, "GET", f"/api/kernels/{visit.kernel}", Cookie=stolen)[0] == 403
    for where in ("voila/api/shutdown", "newsoil/last"):
        assert answer(server, "POST", f"/{where}/{visit.kernel}", Cookie=stolen, X_XSRFToken=names["_xsrf"])[0] == 403
    assert answer(server, "GET", f"/api/kernels/{visit.kernel}", Cookie=visit.cookie)[0] == 200


def test_kernels_are_listed_to_nobody(visit, server):
    for path in ("/api/kernels", "/api/kernels/", "/api/sessions", "/api/status", "/voila/api/kernels"):
        _, body, headers = answer(server, "GET", path, Cookie=visit.cookie)
        assert visit.kernel.encode() not in body
        while "Location" in headers:
            status, body, headers = answer(server, "GET", headers["Location"], Cookie=visit.cookie)
            assert status in (302, 403, 404)
            assert visit.kernel.encode() not in body


# ---- from where ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("foreign", ["http://evil.example", "null", "http://127.0.0.1:1", "https://127.0.0.1.evil.example"])
def test_another_page_is_answered_by_no_address_even_if_it_brings_the_token(visit, server, foreign):
    let_in = {"Cookie": visit.cookie, "Origin": foreign}
    token = {"Authorization": f"token {server.token}", "Origin": foreign}
    for brings in (let_in, token, {**let_in, **token}):
        status, _, headers = answer(server, "GET", "/", **brings)
        assert status == 403
        assert "Access-Control-Allow-Origin" not in headers
        assert knocked(server, visit.kernel, **{"cookie": visit.cookie, **brings}) == 403
        for where in ("voila/api/shutdown", "newsoil/last"):
            assert answer(server, "POST", f"/{where}/{visit.kernel}", X_XSRFToken=visit.cookies["_xsrf"], **brings)[0] in (403, 404)
    assert answer(server, "GET", f"/api/kernels/{visit.kernel}", Cookie=visit.cookie)[0] == 200


def test_a_kernel_is_told_nothing_without_the_token_against_forgery(visit, server):
    for where in ("voila/api/shutdown", "newsoil/last"):
        assert answer(server, "POST", f"/{where}/{visit.kernel}", Cookie=visit.cookie)[0] == 403
    assert answer(server, "GET", f"/api/kernels/{visit.kernel}", Cookie=visit.cookie)[0] == 200


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "192.0.2.7"])
def test_a_request_that_names_another_host_is_refused_everywhere(visit, server, host):
    for name in (host, f"{host}:{server.port}"):
        assert answer(server, "GET", "/", Cookie=visit.cookie, Host=name)[0] == 403
        assert answer(server, "GET", "/login", Host=name)[0] == 403
        assert knocked(server, visit.kernel, visit.cookie, Host=name, Origin=f"http://{name}") == 403
        brings = {"Cookie": visit.cookie, "Host": name, "Origin": f"http://{name}", "X_XSRFToken": visit.cookies["_xsrf"]}
        for where in ("voila/api/shutdown", "newsoil/last"):
            assert answer(server, "POST", f"/{where}/{visit.kernel}", **brings)[0] == 403
    assert answer(server, "GET", f"/api/kernels/{visit.kernel}", Cookie=visit.cookie)[0] == 200


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


@pytest.mark.parametrize("path", FILES.values(), ids=FILES.keys())
def test_a_file_is_sent_to_our_own_pages_alone_so_that_no_other_can_tell_what_runs_here(server, path):
    for ours in ({}, {"Sec_Fetch_Site": "same-origin"}, {"Sec_Fetch_Site": "none"}, {"Origin": f"http://127.0.0.1:{server.port}"}):
        status, body, headers = answer(server, "GET", path, **ours)
        assert (status, bool(body)) == (200, True)
        assert headers["Cross-Origin-Resource-Policy"] == "same-origin", "a browser that says nothing of who asks refuses it all the same"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "same-origin"
    script = {"Sec_Fetch_Mode": "no-cors", "Sec_Fetch_Dest": "script"}
    for foreign in (
        *({"Sec_Fetch_Site": site, **script} for site in ("cross-site", "same-site")),
        *({"Origin": origin} for origin in ("http://evil.example", "null", "http://127.0.0.1:1")),
        *({"Host": host} for host in ("evil.example", f"evil.example:{server.port}", "192.0.2.7")),
    ):
        status, body, headers = answer(server, "GET", path, **foreign)
        assert status == 403, foreign
        assert [word for word in (*ELSEWHERE, *BEHIND) if word in said(body)] == []
        assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert "no-store" in headers["Cache-Control"], "a browser that keeps it would keep it from our own pages"


def test_no_link_elsewhere_leads_to_a_file_of_ours(server):
    followed = {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "navigate", "Sec_Fetch_Dest": "document"}
    led = {kind: answer(server, "GET", path, **followed)[0] for kind, path in FILES.items()}
    assert {kind for kind, status in led.items() if status != 403} == {"an extension's"}, "Jupyter's own, which holds nothing of ours"


def test_a_file_is_kept_for_as_long_as_ever_and_says_no_more_than_it_has_to(server):
    _, packed, headers = answer(server, "GET", FILES["script"], Accept_Encoding="gzip")
    assert headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert (headers["Content-Encoding"], headers["Vary"]) == ("gzip", "Accept-Encoding")
    assert len(packed) < len(assets().files["client.js"])
    assert not {"Server", "Content-Security-Policy", "Permissions-Policy", "Cross-Origin-Opener-Policy"} & {*headers}
    assert sum(len(f"{name}: {value}\r\n") for name, value in headers.items()) < 450
    assert answer(server, "GET", FILES["script"], Accept_Encoding="gzip", If_None_Match=headers["Etag"])[0] == 304


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_link_elsewhere_signs_nobody_out_and_brings_nobody_back_who_left_quickly(server, site):
    left = as_header({**signed_in(server), server.cookie("newsoil_left"): "1"})
    page = {"Cookie": left, "Sec_Fetch_Mode": "navigate", "Sec_Fetch_Dest": "document"}
    for path in ("/logout", "/newsoil/return"):
        status, body, headers = answer(server, "GET", path, Sec_Fetch_Site=site, **page)
        assert status == 403, path
        assert not re.search("username|newsoil_left", headers.get("Set-Cookie", ""))
        assert 'href="about:blank"' in said(body)
        status, _, headers = answer(server, "GET", f"{path}?token={server.token}", Sec_Fetch_Site=site, **page)
        assert (status, headers["Location"]) == (302, path), "where it is refused, as browsers keep in mind who led there"
    assert answer(server, "GET", "/newsoil/about", Sec_Fetch_Site=site, **page)[0] == 200, "to open a page is the person's own wish"
    for own in ("same-origin", "none"):
        status, _, headers = answer(server, "GET", "/newsoil/return", Sec_Fetch_Site=own, **page)
        assert (status, headers["Location"]) == (302, "/")
        assert f'{server.cookie("newsoil_left")}="";' in headers["Set-Cookie"]


# ---- what is said where there is nothing -------------------------------------------------------------------------------

ELSEWHERE = ("voil", "jupyter", "tornado", "http", "//", "404:", "403:")
"""What no page of ours that says no has in it: whose program it is, and an address of somewhere else."""

BEHIND = ("soil", "note", "workbook", "help", "support", "wrote", "written")
"""What would tell somebody who is not in of what is here."""

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


def said(body: bytes) -> str:
    """The words of a page, with the styles that stand in it left out."""
    return re.sub(r"<style>.*?</style>", "", body.decode(), flags=re.DOTALL).casefold()


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


# ---- other pages -------------------------------------------------------------------------------------------------------

SPEAKS = """(address) => new Promise((resolve) => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective }) => resolve(violatedDirective));
    setTimeout(() => resolve("nothing was said"), 20_000);
    new WebSocket(address).onopen = () => resolve("opened");
})"""


def test_a_page_speaks_to_its_own_server_and_to_no_other_on_this_computer_or_elsewhere(chromium, server):
    with reading(chromium, server) as reader, another_page("") as elsewhere:
        page = reader.open(STAGE)
        page.wait_for_selector("main[data-stage]", timeout=40_000)
        for address in (elsewhere.replace("http:", "ws:"), "ws://192.0.2.7/", "wss://evil.example/"):
            assert page.evaluate(SPEAKS, address) == "connect-src"


def test_another_page_can_use_no_file_of_ours(chromium, server):
    own = f"http://127.0.0.1:{server.port}"
    tells = "onload=\"document.title += ' told'\" onerror=\"document.title += ' nothing'\""
    script, picture = (f'<{kind} src="{own}{path}" {tells}>' for kind, path in (("script", FILES["script"]), ("img", FILES["picture"])))
    parts = (f'<link rel="stylesheet" href="{own}{FILES["style"]}" {tells}>', picture, f"{script}</script>")
    html = f"<title>:</title>{''.join(parts)}"
    with reading(chromium, server) as reader, another_page(html) as elsewhere:
        page = reader.context.new_page()
        page.goto(elsewhere)
        expect(page).to_have_title(": nothing nothing nothing")


def test_another_page_can_start_no_kernels_with_pictures_and_frames_but_a_link_leads_here(chromium, tmp_path):
    with running("app", tmp_path / "home", NEWSOIL_POOL="0") as server:
        own = f"http://127.0.0.1:{server.port}/"
        html = f'<img src="{own}?a"><iframe src="{own}?b"></iframe><script src="{own}?c"></script><a href="{own}">go</a>'
        with reading(chromium, server) as reader, another_page(html) as elsewhere:
            reader.open(STAGE)
            before = set(server.kernels())
            page = reader.context.new_page()
            refused = []
            with page.expect_event("requestfailed", lambda asked: refused.append(asked.url) or len(refused) == 3):
                page.goto(elsewhere)
            assert sorted(refused) == [f"{own}?a", f"{own}?b", f"{own}?c"]
            assert set(server.kernels()) == before
            page.get_by_text("go").click()
            page.wait_for_selector("main[data-stage]", timeout=40_000)


# ---- signing in --------------------------------------------------------------------------------------------------------


def test_the_form_says_how_to_come_in_and_opens_to_the_token_alone(chromium, tmp_path):
    with running("app", tmp_path / "home", NEWSOIL_POOL="0") as server, reading(chromium, server) as reader:
        page = reader.page(address=f"http://127.0.0.1:{server.port}/")
        expect(page).to_have_title(SIGN_IN["title"])
        expect(page.locator("main")).to_contain_text(SIGN_IN["what"])
        assert "New Soil" not in page.content()
        expect(page.get_by_role("alert")).to_have_count(0)
        for _ in range(4):
            page.get_by_label(SIGN_IN["token"]).fill("wrong")
            page.get_by_role("button", name=SIGN_IN["open"]).click()
            expect(page.get_by_role("alert")).to_be_visible()
            if "wait" in page.get_by_role("alert").inner_text():
                break
        page.get_by_label(SIGN_IN["token"]).fill("wrong")
        page.get_by_role("button", name=SIGN_IN["open"]).click()
        wait = SIGN_IN["wait"].split("{seconds}")
        expect(page.get_by_role("alert")).to_contain_text(re.compile(f"{re.escape(wait[0])}\\d+{re.escape(wait[1])}"))
        assert "wrong" not in page.url
        reached(lambda: answer(server, "GET", "/login")[0] == 200, within=60)
        page.get_by_label(SIGN_IN["token"]).fill(server.token)
        page.get_by_role("button", name=SIGN_IN["open"]).click()
        page.wait_for_selector("main[data-stage]", timeout=40_000)
        assert server.token not in page.url
        assert reader.elsewhere == []


def test_wrong_tokens_are_slowed_at_every_address_and_a_person_who_is_in_stays_in(tmp_path):
    with running("app", tmp_path / "home", NEWSOIL_POOL="0") as server:
        cookie = as_header(signed_in(server))
        for number in range(6):
            assert turned_away(asked(server, f"/?token=wrong{number}"))
            assert turned_away(asked(server, "/newsoil/about", Authorization=f"token wrong{number}"))
        status, body, headers = answer(server, "GET", "/login?" + urlencode({"next": "/?token=wrong"}))
        assert status == 429
        assert int(headers["Retry-After"]) > 0
        assert f"Please wait {headers['Retry-After']} seconds".encode() in body
        assert answer(server, "GET", "/newsoil/about", Cookie=cookie)[0] == 200
        assert asked(server, "/newsoil/about?token=of-last-week", Cookie=cookie) == (302, "/newsoil/about")
        reached(lambda: asked(server, f"/newsoil/about?token={server.token}") == (302, "/newsoil/about"), within=90, every=0.5)


def test_the_token_that_the_app_makes_lets_in_however_many_wrong_ones_came(tmp_path):
    token = secrets.token_urlsafe(24)
    with running("app", tmp_path / "home", NEWSOIL_POOL="0") as server:
        server.stop()
        server.token = token
        server.start()
        for number in range(20):
            assert turned_away(asked(server, f"/?token=wrong{number}"))
        assert asked(server, f"/newsoil/about?token={token}") == (302, "/newsoil/about")


@pytest.mark.parametrize("path", ["/", "/newsoil/about", "/newsoil/leaves", "/nothing", "/login", "/newsoil/return"])
def test_the_token_leaves_the_address_of_every_page(server, path):
    assert asked(server, f"{path}?a=b&token={server.token}") == (302, f"{path}?a=b")
    for odd in ("//evil.example/", "//evil.example"):
        leads_to = asked(server, f"{odd}?token={server.token}")[1]
        assert leads_to.startswith("/evil.example"), "no address leads to another host"


def test_no_password_can_be_set_when_signing_in(server):
    cookies = dict(one.split("=", 1) for one in [answer(server, "GET", "/login")[2]["Set-Cookie"].split(";")[0]])
    form = urlencode({"password": server.token, "new_password": "mine", "_xsrf": cookies["_xsrf"]})
    kind = "application/x-www-form-urlencoded"
    assert answer(server, "POST", "/login", form, Cookie=as_header(cookies), Content_Type=kind)[0] == 302
    assert not list(server.home.parent.rglob("jupyter_server_config.json"))
    assert b"new_password" not in answer(server, "GET", "/login")[1]


# ---- what is served --------------------------------------------------------------------------------------------------

NOTHING = [
    "/voila/files/app.ipynb",
    "/voila/files/00-start.ipynb",
    "/voila/files/../pyproject.toml",
    "/voila/files/%2e%2e/pyproject.toml",
    "/static/../",
    "/static/../../web.py",
    "/voila/static/../../app.py",
    "/voila/static/%2e%2e/%2e%2e/app.py",
    "/voila/templates/newsoil/index.html.j2",
    "/voila/templates/newsoil/../../../../web.py",
    "/voila/labextensions/../../../etc/passwd",
    "/voila/api/contents",
    "/voila/api/contents/app.ipynb",
    "/api/contents",
    "/api/contents/app.ipynb",
    "/api/terminals",
    "/api/kernelspecs",
    "/voila/render/other.ipynb",
    "/voila/render/00-start.ipynb",
    "/voila/render/facilitate/01-plan.ipynb",
    "/voila/tree",
    "/voila/query/x",
    "/voila/execution/x",
    "/00-start.ipynb",
    "/app.ipynb",
    "/files/app.ipynb",
    "/edit/app.ipynb",
    "/nbconvert/html/app.ipynb",
]


@pytest.mark.parametrize("path", NOTHING)
def test_nothing_under_the_served_folder_is_served_but_the_app(visit, server, path):
    status, body, headers = answer(server, "GET", path, Cookie=visit.cookie)
    for _ in range(5):
        if status != 302:
            break
        status, body, headers = answer(server, "GET", headers["Location"], Cookie=visit.cookie)
    assert status in (400, 403, 404), path
    assert b"nbformat" not in body
    assert b"root:x:" not in body  # as a file of passwords begins


def test_nobody_chooses_template_theme_or_notebook_by_the_address(tmp_path):
    with running("app", tmp_path / "home", NEWSOIL_POOL="0") as server:
        cookie = as_header(signed_in(server))

        def page(query):
            body = answer(server, "GET", f"/?{query}", Cookie=cookie)[1].decode()
            return re.sub(r"0x[0-9a-f]+|[0-9a-f]{32}|[0-9a-f-]{36}|[A-Za-z0-9+/=_-]{40,}", "…", body)

        assert page("template=reveal&theme=dark&path=00-start.ipynb&notebook=x&voila-theme=dark") == page("")


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


# ---- what a kernel is given ------------------------------------------------------------------------------------------


@pytest.mark.skipif(sys.platform != "linux", reason="other systems show no environment of processes")
def test_no_process_of_the_app_but_the_server_knows_a_secret(visit, server):
    assert knocked(server, visit.kernel, visit.cookie) == 101
    kernels = server.kernels()
    assert kernels
    for pid in kernels:
        seen = Path(f"/proc/{pid}/environ").read_bytes() + Path(f"/proc/{pid}/cmdline").read_bytes()
        assert b"canary-shell" not in seen
        assert server.token.encode() not in seen
        assert b"cookie_secret" not in seen
        assert (server.home / "server" / "cookie_secret").read_bytes() not in seen


def test_kernels_keep_no_history_and_make_no_folder_in_the_person_s_own(tmp_path):
    for warm in ("1", "0"):
        place = tmp_path / warm
        place.mkdir()
        with running("app", place / "home", NEWSOIL_WARM=warm, NEWSOIL_POOL="0", **own_folders(place)) as server:
            one = opened(server)
            assert knocked(server, one.kernel, one.cookie) == 101
            assert not list(place.rglob("history.sqlite*"))
            assert not list((place / "person").rglob("*")), "nothing is made in the home folder of the person"
            server.stop()
        assert all(path.is_relative_to(place / "home") for path in place.rglob("*ipython*")), "what IPython needs is in New Soil's folder"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems list sockets in other ways")
def test_kernels_that_have_read_ahead_end_when_notes_are_sealed_or_erased(tmp_path, page):
    home = tmp_path / "home"
    Store(home).record(page()("a word"))
    Store(home).record(page("two")("another word", entry="e2"))
    with running("app", home, NEWSOIL_POOL="1") as server:
        (first,) = reached(server.kernels, within=60)
        erase_entry(Store(home), "e1")
        (second,) = reached(lambda: [pid for pid in server.kernels() if pid != first], within=60)
        reached(lambda: server.kernels() == [second], within=60)
        sealing.seal(Store(home), "four words of soil", new_recovery_key(), slow.Cost(memory=32, passes=1, lanes=1))
        reached(lambda: second not in server.kernels(), within=60)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems list sockets in other ways")
def test_server_and_kernels_listen_on_loopback_alone(visit, server):
    assert knocked(server, visit.kernel, visit.cookie) == 101
    listening = set()
    for pid in (server.process.pid, *server.kernels()):
        held = {str(link.readlink()) for link in Path(f"/proc/{pid}/fd").iterdir() if link.is_symlink()}
        for table in ("tcp", "tcp6", "udp", "udp6"):
            for row in Path(f"/proc/{pid}/net/{table}").read_text().splitlines()[1:]:
                fields = row.split()
                if fields[3] in ("0A", "07") and f"socket:[{fields[9]}]" in held:
                    listening.add((table, fields[1].split(":")[0]))
    assert listening == {("tcp", "0100007F")}, "127.0.0.1, and nothing else"


def test_a_refused_socket_is_said_in_a_sentence(visit):
    address = f"ws://127.0.0.1:{visit.server.port}/api/kernels/{visit.kernel}/channels"

    async def refused():
        try:
            await websocket_connect(HTTPRequest(address, headers={"Cookie": as_header(signed_in(visit.server))}), subprotocols=[V1])
        except HTTPClientError as answered:
            return answered.code, answered.response.body
        return None

    assert in_a_loop(refused()) == (404, b"This kernel has ended.")
