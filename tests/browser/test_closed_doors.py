"""Closed doors: who comes in, by which address, and to which kernel."""

import re
import secrets
from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect

from conftest import reading
from doors import another_page, answer, as_header, knocked, opened, said, signed_in
from newsoil._paths import guide_folder
from newsoil.guide import read_guide
from servers import reached, running
from test_quiet import asked, turned_away

STAGE, EXERCISE = "after-trust-was-hurt", "journal"
SIGN_IN = read_guide(guide_folder()).words["sign-in"]


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
