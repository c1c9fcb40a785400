"""What the page client leans on in Voilà, each by itself, so that an upgrade that changes it fails here and says what."""

import asyncio
import json
import re
import uuid
from http.cookiejar import CookieJar
from types import SimpleNamespace
from urllib.request import HTTPCookieProcessor, Request, build_opener

import pytest
from jupyter_server.services.kernels.connection.base import deserialize_msg_from_ws_v1, serialize_msg_to_ws_v1
from tornado.httpclient import HTTPClientError, HTTPRequest
from tornado.websocket import websocket_connect

from servers import V1, in_a_loop, reached, running

WIDGET = "application/vnd.jupyter.widget-view+json"


@pytest.fixture(scope="module", params=["client", "stock"])
def visit(tmp_path_factory, request):
    """A page as it comes, its cookies, and its kernel."""
    with running("app", tmp_path_factory.mktemp("contract") / "home", NEWSOIL_FRONT=request.param, NEWSOIL_POOL="0") as server:
        jar = CookieJar()
        opener = build_opener(HTTPCookieProcessor(jar))
        page = opener.open(server.address, timeout=60).read().decode()
        configuration = json.loads(re.search(r'<script id="jupyter-config-data"[^>]*>(.*?)</script>', page, re.DOTALL)[1])
        cookies = {cookie.name: cookie.value for cookie in jar}
        yield SimpleNamespace(server=server, page=page, configuration=configuration, cookies=cookies, opener=opener, front=request.param)


def address(visit, path, scheme="http"):
    return f"{scheme}://127.0.0.1:{visit.server.port}/{path}"


def request(visit, **headers):
    cookies = "; ".join(f"{name}={value}" for name, value in visit.cookies.items())
    kernel = f"api/kernels/{visit.configuration['kernelId']}/channels?session_id={uuid.uuid4().hex}"
    origin = address(visit, "").rstrip("/")
    return HTTPRequest(address(visit, kernel, "ws"), headers={"Cookie": cookies, "Origin": origin, **headers})


def message(kind, content, channel="shell", **metadata):
    header = {"msg_id": uuid.uuid4().hex, "msg_type": kind, "session": "s", "username": "", "version": "5.3", "date": "2026-01-01"}
    return {"channel": channel, "header": header, "parent_header": {}, "metadata": metadata, "content": content}


def packed(one):
    return serialize_msg_to_ws_v1({**one, "buffers": []}, one["channel"], pack=lambda part: json.dumps(part).encode())


async def asked(visit, *messages, until, seconds=20):
    """Send messages and read until one comes for which `until` is true; `None` when none comes in time."""
    socket = await websocket_connect(request(visit), subprotocols=[V1])
    assert socket.selected_subprotocol == V1
    for one in messages:
        await socket.write_message(packed(one), binary=True)
    try:
        async with asyncio.timeout(seconds):
            while frame := await socket.read_message():
                channel, parts = deserialize_msg_from_ws_v1(frame)
                header, parent, _, content = (json.loads(part) for part in parts[:4])
                if until(channel, header, parent, content):
                    return content
    except TimeoutError:
        return None
    finally:
        socket.close()


def test_a_page_is_connected_before_its_kernel_has_answered_anything_and_is_heard_when_it_wakes(visit):
    """The first to connect: Jupyter Server would ask the kernel three times now; `KernelConnection` replaces the methods that do."""
    asking = message("kernel_info_request", {})

    async def heard():
        with visit.server.kernels_asleep():
            socket = await asyncio.wait_for(websocket_connect(request(visit), subprotocols=[V1]), 5)
            await socket.write_message(packed(asking), binary=True)
        async with asyncio.timeout(20):
            while frame := await socket.read_message():
                _, parts = deserialize_msg_from_ws_v1(frame)
                if json.loads(parts[1]).get("msg_id") == asking["header"]["msg_id"]:
                    return True
        return False

    assert in_a_loop(heard())


def test_the_template_gets_the_kernel_and_the_outputs(visit):
    assert {"baseUrl", "kernelId", "fullStaticUrl"} <= set(visit.configuration)
    (output,) = re.findall(r'<script type="application/vnd.voila.cell-output\+json">(.*?)</script>', visit.page, re.DOTALL)
    assert json.loads(output)["data"][WIDGET]["model_id"]
    assert ("voila.js" in visit.page) is (visit.front == "stock")
    assert ("client.js" in visit.page) is (visit.front == "client")


def test_the_addresses_are_there(visit):
    assert visit.opener.open(address(visit, f"api/kernels/{visit.configuration['kernelId']}"), timeout=10).status == 200
    assert visit.opener.open(address(visit, f"{visit.configuration['fullStaticUrl'].lstrip('/')}/voila.js"), timeout=10).status == 200


def test_the_kernel_tells_the_states_of_the_widgets_in_v1_frames(visit):
    comm = uuid.uuid4().hex
    opened = message("comm_open", {"comm_id": comm, "target_name": "jupyter.widget.control", "data": {}}, version="1.0.0")
    request_ = message("comm_msg", {"comm_id": comm, "data": {"method": "request_states"}})
    answer = in_a_loop(
        asked(visit, opened, request_, until=lambda _, header, __, content: header["msg_type"] == "comm_msg" and content["comm_id"] == comm)
    )
    assert answer["data"]["method"] == "update_states"
    assert "VBoxModel" in {one["model_name"] for one in answer["data"]["states"].values()}


def test_the_kernel_says_that_it_has_worked_a_message_off(visit):
    asking = message("kernel_info_request", {})
    idle = asked(
        visit,
        asking,
        until=lambda _, header, parent, content: (
            header["msg_type"] == "status" and content["execution_state"] == "idle" and parent.get("msg_id") == asking["header"]["msg_id"]
        ),
    )
    assert in_a_loop(idle)


def test_a_message_that_is_sent_again_is_worked_off_again_if_its_time_is_another(visit):
    first = message("kernel_info_request", {})
    again = {**first, "header": {**first["header"], "date": "2026-01-02"}}
    worked = []

    def twice(_channel, _header, parent, content):
        if content.get("execution_state") == "idle" and parent.get("msg_id") == first["header"]["msg_id"]:
            worked.append(content)
        return len(worked) == 2

    assert in_a_loop(asked(visit, first, again, until=twice))


def test_a_page_may_run_no_code(visit):
    running_code = message("execute_request", {"code": "1 + 1", "silent": False})
    answered = asked(visit, running_code, until=lambda _, header, *__: header["msg_type"] == "execute_reply", seconds=3)
    assert in_a_loop(answered) is None


def test_a_socket_without_the_v1_framing_is_refused_and_the_app_lives_on(visit):
    async def trespass():
        try:
            socket = await websocket_connect(request(visit))
        except HTTPClientError as refused:
            return refused.code
        await socket.write_message(b"\xff" * 16, binary=True)
        return None

    assert in_a_loop(trespass()) == 400
    assert visit.opener.open(address(visit, "newsoil/about"), timeout=10).status == 200


def test_a_socket_to_a_kernel_that_has_ended_is_refused_at_once(visit):
    """A browser opens one websocket to a server at a time: what waits for a dead kernel keeps all others waiting."""
    dead = f"{uuid.uuid4()}"
    asking = request(visit)
    asking.url = asking.url.replace(visit.configuration["kernelId"], dead)

    async def refused():
        try:
            await websocket_connect(asking, subprotocols=[V1])
        except HTTPClientError as answer:
            return answer.code
        return None

    assert in_a_loop(refused()) == 404


def test_the_shutdown_address_ends_the_kernel_of_a_page_that_is_left(visit):
    """The last test of this page: its kernel is gone afterwards."""
    leave = Request(  # noqa: S310 - loopback
        address(visit, f"voila/api/shutdown/{visit.configuration['kernelId']}"),
        method="POST",
        headers={"X-XSRFToken": visit.cookies["_xsrf"]},
    )
    assert visit.opener.open(leave, timeout=20).status == 204
    reached(lambda: not visit.server.kernels())
