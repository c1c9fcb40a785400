"""On a hub each person opens their own workbook; a facilitator, another person and a stranger open nobody's."""

import json
import re

import pytest
import requests

from hub_stand import knocked

pytestmark = pytest.mark.hub


def kernel_of(person):
    """The id of a kernel of this person's, whose page is open."""
    page = person.get(f"/user/{person.name}/").text
    return json.loads(re.search(r'<script id="jupyter-config-data"[^>]*>(.*?)</script>', page, re.DOTALL)[1])["kernelId"]


@pytest.fixture(scope="module")
def line(ana):
    """The address of the socket of a live kernel of Ana's."""
    return f"/user/ana/api/kernels/{kernel_of(ana)}/channels"


@pytest.fixture(scope="module")
def token(fay):
    """A token of the facilitator's, with all that she may."""
    return {"Authorization": f"token {fay.api('POST', 'users/fay/tokens', json={'note': 'hers'}).json()['token']}"}


def test_a_person_opens_their_own_workbook(ana, line):
    assert ana.get("/user/ana/").status_code == 200
    assert ana.knocked(line) == 101


def test_a_facilitator_at_a_browser_opens_nobodys_workbook(hub, ana, fay):
    assert fay.get("/user/ana/").status_code == 403
    assert fay.get("/user/ana/newsoil/leaves").status_code == 403
    assert fay.get("/hub/user/ana/").status_code == 404
    assert fay.get("/hub/spawn/ana").status_code == 403
    assert fay.get("/hub/admin").status_code == 403
    for asked in (("GET", "users"), ("POST", "users/ana/server"), ("DELETE", "users/ana/server"), ("POST", "users/ana/tokens")):
        assert fay.api(*asked).status_code == 403, asked
    assert fay.api("GET", "users/ana").status_code == 404


def test_a_facilitator_with_a_token_opens_nobodys_workbook(hub, line, token):
    for path in ("/user/ana/", "/user/ana/newsoil/about", line.removesuffix("/channels")):
        assert requests.get(hub.address + path, headers=token, timeout=30, allow_redirects=False).status_code == 403, path
    assert knocked(hub, line, **token) == 403
    for method, path in (("POST", "users/ana/server"), ("DELETE", "users/ana/server"), ("POST", "users/ana/tokens")):
        assert requests.request(method, f"{hub.address}/hub/api/{path}", headers=token, timeout=30).status_code == 403, path


def test_a_facilitator_has_no_server_and_a_participant_no_token(hub, fay, ana):
    assert fay.api("POST", "users/fay/server").status_code == 403
    assert ana.api("POST", "users/ana/tokens").status_code == 403
    assert ana.api("POST", "shares/ana/", json={"user": "ben"}).status_code in (403, 404)
    assert ana.api("POST", "users/ana/servers/second").status_code in (400, 403)


def test_another_person_opens_nobodys_workbook_either(ana, ben, line):
    assert ben.get("/user/ana/").status_code == 403
    assert ben.get(line.removesuffix("/channels")).status_code == 403
    assert ben.api("DELETE", "users/ana/server").status_code in (403, 404)


def test_a_socket_opens_to_the_person_alone_whose_kernel_it_is(hub, ana, ben, fay, line):
    assert knocked(hub, line) == 403
    assert ben.knocked(line) == 403
    assert ben.knocked(line, ben.cookies()) == 403
    assert fay.knocked(line, fay.cookies()) == 403
    # the cookie that Ben's own server gave him, under the name that Ana's server looks for
    assert ben.knocked(line, ben.cookies().replace("jupyterhub-user-ben", "jupyterhub-user-ana")) == 403
    assert ana.knocked(line) == 101


def test_a_page_elsewhere_opens_no_socket_with_the_persons_own_cookie(hub, ana, line):
    assert knocked(hub, line, ana.cookies(line), Origin="https://elsewhere.example") == 403
    assert knocked(hub, line, ana.cookies(line), **{"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "websocket"}) == 403
    elsewhere = {"Cookie": ana.cookies(line), "Origin": "https://elsewhere.example"}
    assert requests.get(f"{hub.address}/user/ana/", headers=elsewhere, timeout=30, allow_redirects=False).status_code == 403


def test_a_stranger_is_led_to_the_hub_and_no_address_runs_code(hub, ana, line):
    led = requests.get(f"{hub.address}/user/ana/", timeout=30, allow_redirects=False)
    assert (led.status_code, hub.at(led)) == (302, "/hub/api/oauth2/authorize")
    for path in ("api/kernels", "api/contents", "api/sessions", "api/terminals", "lab", "tree", "terminals/1", "voila/render/app.ipynb"):
        assert ana.get(f"/user/ana/{path}").status_code == 404, path
        assert requests.post(f"{hub.address}/user/ana/{path}", timeout=30, allow_redirects=False).status_code in (403, 404, 405), path


def test_a_facilitator_comes_to_the_room_and_a_participant_to_the_workbook(hub, ana, fay):
    assert hub.at(fay.get("/hub/", allow_redirects=False)) == "/services/room/lead"
    assert "/user/ana/" in ana.get("/hub/").url


def test_the_console_is_for_whoever_leads_and_the_room_for_those_who_take_part(hub, ana, fay):
    assert fay.get("/services/room/lead").status_code == 200
    assert fay.get("/services/room/screen").status_code == 200
    assert ana.get("/services/room/").status_code == 200
    for page in ("lead", "screen"):
        assert ana.get(f"/services/room/{page}").status_code == 403
    assert hub.at(requests.get(f"{hub.address}/services/room/lead", timeout=30, allow_redirects=False)) == "/hub/api/oauth2/authorize"


def test_connections_of_the_room_are_refused_before_they_open(hub, ana, fay):
    for person in (ana, fay):
        person.get("/services/room/")
    for line in ("phone", "console", "screen"):
        assert knocked(hub, f"/services/room/line/{line}") == 403
    assert ana.knocked("/services/room/line/console") == 403
    assert ana.knocked("/services/room/line/screen") == 403
    assert ana.knocked("/services/room/line/phone") == 403  # nobody has a seat without the meeting's code
    assert fay.knocked("/services/room/line/console") == 101
    assert fay.knocked("/services/room/line/phone") == 403


def test_a_participant_takes_one_seat_with_the_code_and_a_facilitator_none(hub, ana, ben, fay):
    code = hub.code()
    assert f"{code[:3]} {code[3:]}" in fay.get("/services/room/lead").text
    assert ana.joined("KKKKKK") == 403
    joined = {person.name: person.joined(code) for person in (ana, ben, fay)}
    assert joined == {"ana": 200, "ben": 200, "fay": 403}
    assert ana.knocked("/services/room/line/phone") == ben.knocked("/services/room/line/phone") == 101
    seats = {person.name: person.session.cookies.get("newsoil_seat", path="/services/room/") for person in (ana, ben)}
    assert ana.joined(code) == 200
    assert ana.session.cookies.get("newsoil_seat", path="/services/room/") == seats["ana"]
    stolen = ben.cookies("/services/room/line/phone").replace(seats["ben"], seats["ana"])
    assert ben.knocked("/services/room/line/phone", stolen) == 403
    left = "".join(path.read_text("utf-8") for path in (hub.folder / "hub" / "room").rglob("*.json"))
    assert code in left
    assert [name for name in ("ana", "ben", "fay") if name in left] == []


def test_what_a_server_says_of_itself_is_what_the_app_says(hub, ana):
    headers = ana.get("/user/ana/").headers
    assert "frame-ancestors 'self'" in headers["Content-Security-Policy"]
    assert headers["Content-Security-Policy"].endswith(f"connect-src 'self' {hub.address.replace('http', 'ws')}")
    assert headers["Cache-Control"] == "no-cache, no-store, must-revalidate"
    assert headers["Referrer-Policy"] == "same-origin"
