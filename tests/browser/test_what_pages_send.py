"""What a page may send to the app: whole frames of a few kinds, no more than so much, and words that are never more than text."""

import asyncio
import secrets
from contextlib import suppress

import pytest
from playwright.sync_api import expect
from tornado.httpclient import HTTPRequest
from tornado.websocket import WebSocketClosedError, websocket_connect

from conftest import reading
from doors import answer
from filling import exercise_on, prompt_on, says_saved
from newsoil.server.frames import LONGEST_FRAME
from newsoil.server.web import LONGEST_BODY
from servers import V1, fetched, in_a_loop, running
from test_voila_contract import message, packed

STAGE, EXERCISE = "after-trust-was-hurt", "journal"


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with running("app", tmp_path_factory.mktemp("sending") / "home") as server:
        yield server


# ---- how much --------------------------------------------------------------------------------------------------------


async def said(visit, frames, patience=15):
    """What became of a socket that sent these frames: the code with which it was closed, or None when it lives on."""
    address = f"ws://127.0.0.1:{visit.server.port}/api/kernels/{visit.kernel}/channels?session_id={secrets.token_hex(16)}"
    headers = {"Cookie": visit.cookie, "Origin": f"http://127.0.0.1:{visit.server.port}"}
    line = await websocket_connect(HTTPRequest(address, headers=headers), subprotocols=[V1], max_message_size=2 * LONGEST_FRAME)
    asking = message("kernel_info_request", {})
    with suppress(WebSocketClosedError):
        for frame in frames:
            await line.write_message(frame, binary=isinstance(frame, bytes))
        await line.write_message(packed(asking), binary=True)
    async with asyncio.timeout(patience):
        while (heard := await line.read_message()) is not None:
            if asking["header"]["msg_id"].encode() in heard:
                line.close()
                return None
    return line.close_code or "closed"


ODD = {
    "no end of parts": b"\xff" * 64,
    "text": '{"header": {"msg_type": "comm_msg"}}',
    "nothing": b"",
    "parts elsewhere": (6).to_bytes(8, "little") + b"\xff" * 100,
    "the control channel": packed(message("kernel_info_request", {}, channel="control")),
}


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD.keys())
def test_a_frame_that_no_page_sends_closes_its_socket_and_the_app_lives_on(visit, odd):
    assert in_a_loop(said(visit, [odd])) == 1008
    assert answer(visit.server, "GET", f"/api/kernels/{visit.kernel}", Cookie=visit.cookie)[0] == 200
    assert in_a_loop(said(visit, [])) is None


@pytest.mark.parametrize("kind", ["execute_request", "shutdown_request", "interrupt_request", "debug_request", "complete_request", "odd"])
def test_a_message_of_another_kind_is_passed_over(visit, kind):
    content = {"code": "raise SystemExit", "silent": False, "restart": False, "cursor_pos": 0}
    assert in_a_loop(said(visit, [packed(message(kind, content))])) is None


def test_a_frame_that_is_too_long_closes_its_socket_and_the_app_lives_on(visit):
    long = packed(message("comm_msg", {"comm_id": "x", "data": {"method": "custom", "content": "a" * LONGEST_FRAME}}))
    assert in_a_loop(said(visit, [long], patience=60)) is not None
    assert in_a_loop(said(visit, [])) is None


def test_a_body_that_is_too_long_is_refused(visit, server):
    for size, expected in ((LONGEST_BODY // 2, 204), (LONGEST_BODY + 1, 400)):
        gone = f"/voila/api/shutdown/{secrets.token_hex(16)}"
        try:
            status, *_ = answer(server, "POST", gone, "x" * size, Cookie=visit.cookie, X_XSRFToken=visit.cookies["_xsrf"])
        except (ConnectionResetError, BrokenPipeError):
            status = 400  # it was said, and the line closed, before the last of it was sent
        assert status == expected, size
    assert fetched(f"http://127.0.0.1:{server.port}/newsoil/about?token={server.token}")


def test_words_that_are_too_long_are_refused_in_a_sentence_and_stay_on_the_page(chromium, tmp_path):
    """Above what tornado's own limit of 10 MB would cut the line for, so that no other word would be saved."""
    with running("app", tmp_path / "home") as server, reading(chromium, server) as reader:
        page = reader.open(STAGE)
        text = prompt_on(page, EXERCISE, "text").locator("textarea")
        text.evaluate(
            "(area) => { area.value = 'long words '.repeat(1_100_000); area.dispatchEvent(new Event('input', { bubbles: true })); }"
        )
        expect(exercise_on(page, EXERCISE)).to_contain_text("Copy your words, and divide them.", timeout=60_000)
        assert text.evaluate("(area) => area.value.length") == 11 * 1_100_000
        text.evaluate("(area) => { area.value = 'a few words'; area.dispatchEvent(new Event('input', { bubbles: true })); }")
        says_saved(page, EXERCISE, "text")


# ---- text is text ----------------------------------------------------------------------------------------------------

MARKUP = (
    "<img src=x onerror=\"document.title='broken in'\"><script>document.title='broken in'</script>"
    "{{7*7}}${7*7}<b>bold</b> &amp; **no** \u202e"
)


def test_a_person_s_words_are_shown_as_text_wherever_they_are_shown(chromium, tmp_path):
    with running("app", tmp_path / "home") as server, reading(chromium, server) as reader:
        page = reader.open(STAGE)
        prompt_on(page, EXERCISE, "text").locator("textarea").fill(MARKUP)
        says_saved(page, EXERCISE, "text")
        page.reload()
        page.wait_for_selector(f'main[data-stage="{STAGE}"]', timeout=40_000)
        expect(prompt_on(page, EXERCISE, "text").locator("textarea")).to_have_value(MARKUP)
        exercise_on(page, EXERCISE).get_by_role("button", name="Done for now").first.click()
        expect(exercise_on(page, EXERCISE)).to_contain_text("<b>bold</b> &amp; **no**")
        assert exercise_on(page, EXERCISE).locator("img, script, b").count() == 0
        assert "broken in" not in page.title()
        assert reader.errors == []
