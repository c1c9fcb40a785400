"""Connections that a room takes: idle ones, too many of them, none left to take, and one that reads nothing."""

import asyncio
import errno
import socket
from contextlib import asynccontextmanager

import pytest
from benchmarks.room_client import Browser
from room_line import console, phone, served

from newsoil.server.room import listening
from newsoil.server.room.lan import is_here
from newsoil.server.room.listening import UNREAD, RoomListener, files_to_open
from newsoil.server.room.serve import RoomServer
from servers import in_a_loop


@pytest.fixture
def meeting(in_our_words):
    return in_our_words


@asynccontextmanager
async def idle(server, number):
    """So many connections that ask for nothing."""
    held = [await asyncio.open_connection("127.0.0.1", server.port) for _ in range(number)]
    await asyncio.sleep(0)
    try:
        yield held
    finally:
        for _, writer in held:
            writer.close()


async def ended(reader):
    return await asyncio.wait_for(reader.read(), 10) == b""


async def soon(condition):
    for _ in range(1000):
        if condition():
            return
        await asyncio.sleep(0.01)
    raise AssertionError("It never was.")


async def all_taken(server, number):
    await soon(lambda: len(server._server._open) >= number)


def test_a_room_may_open_as_many_files_as_the_system_gives_up_to_enough():
    resource = pytest.importorskip("resource", reason="Windows has no such limit.")
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    enough = min(hard, listening.FILES) if hard != resource.RLIM_INFINITY else listening.FILES
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(256, soft), hard))
        assert files_to_open() == enough
        assert resource.getrlimit(resource.RLIMIT_NOFILE) == (enough, hard)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def test_a_connection_that_asks_for_nothing_ends_by_itself(meeting, monkeypatch):
    monkeypatch.setattr(listening, "IDLE_SECONDS", 0.05)

    async def whole():
        async with served(meeting) as server, idle(server, 1) as [(reader, _)]:
            assert await ended(reader)

    in_a_loop(whole())


def test_a_page_opens_beside_more_idle_connections_than_the_room_can_hold(meeting, monkeypatch, caplog):
    monkeypatch.setattr(listening, "YIELDS_AFTER", 0)

    async def whole():
        async with served(meeting) as server:
            server._server._most = 12
            _, lead = await console(server)
            await lead.until(lambda room: room["checks"])
            _, line = await phone(server)
            async with idle(server, 90) as held:
                assert (await Browser(server.port).ask("/")).code == 200
                assert await ended(held[0][0])
                assert sum(not one.closed() for one in server._server._open) <= 12
            assert (await lead.say(kind="check", check=lead.room["checks"][0]["id"], done=True))["kind"] == "done"
            assert (await line.say(kind="word", word="somebody"))["kind"] == "done"

    in_a_loop(whole())
    assert not caplog.records


def test_where_none_yields_a_new_connection_ends_at_once_and_that_is_said_once(meeting, caplog):
    async def whole():
        async with served(meeting) as server, idle(server, 12):
            await all_taken(server, 12)
            server._server._most = 12
            async with idle(server, 3) as late:
                for reader, _ in late:
                    assert await ended(reader)

    in_a_loop(whole())
    assert len(caplog.records) == 1
    assert "127.0.0.1" not in caplog.text


@pytest.mark.parametrize("counted", [True, False])
def test_one_address_has_so_many_connections_but_for_this_computer(meeting, monkeypatch, counted):
    monkeypatch.setattr(listening, "OF_ONE", 5)

    async def whole():
        async with served(meeting) as server:
            server._server._counts = (lambda _: True) if counted else (lambda address: not is_here(address))
            async with idle(server, 5):
                await all_taken(server, 5)
                async with idle(server, 1) as [(reader, _)]:
                    if counted:
                        assert await ended(reader)
                    else:
                        await all_taken(server, 6)

    in_a_loop(whole())


def test_behind_a_proxy_no_address_is_counted_for_it_is_the_proxys(meeting):
    class Behind(RoomServer):
        behind_a_proxy = True

    async def whole():
        behind, plain = Behind(meeting, 1, ())._server, RoomServer(meeting, 1, ())._server
        assert (behind._counts("192.168.1.7"), behind.xheaders) == (False, True)
        assert (plain._counts("192.168.1.7"), plain.xheaders) == (True, False)
        assert not plain._counts("127.0.0.1")

    in_a_loop(whole())


class Spent(socket.socket):
    """A socket for which the system has no files left."""

    asked, spent = 0, True

    def accept(self):
        Spent.asked += 1
        if Spent.spent:
            raise OSError(errno.EMFILE, "Too many open files")
        return super().accept()


def test_when_the_system_gives_no_more_files_the_room_rests_says_so_once_and_goes_on(monkeypatch, caplog):
    monkeypatch.setattr(listening, "REST_SECONDS", 0.05)
    Spent.asked, Spent.spent = 0, True

    async def whole():
        server = RoomListener(lambda request: request.connection.finish())
        at = Spent()
        at.bind(("127.0.0.1", 0))
        at.listen()
        at.setblocking(False)
        server.add_sockets([at])
        reader, writer = await asyncio.open_connection(*at.getsockname())
        await asyncio.sleep(0.12)
        assert 1 <= Spent.asked <= 4
        Spent.spent = False
        await all_taken(type("Served", (), {"_server": server}), 1)
        writer.close()
        Spent.spent = True
        _, late = await asyncio.open_connection(*at.getsockname())
        await asyncio.sleep(0.01)
        server.stop()  # while it rests
        late.close()
        assert reader is not None

    in_a_loop(whole())
    assert len(caplog.records) == 1


def test_a_page_that_reads_nothing_is_ended_and_takes_little_memory(meeting):
    async def whole():
        async with served(meeting) as server:
            browser, line = await phone(server)
            deaf = socket.socket()
            deaf.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            deaf.setblocking(False)
            loop = asyncio.get_running_loop()
            await loop.sock_connect(deaf, ("127.0.0.1", server.port))
            asked = ["GET /line/phone HTTP/1.1", f"Host: 127.0.0.1:{server.port}", f"Cookie: {browser.cookies}", "Upgrade: websocket"]
            asked += ["Connection: Upgrade", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: " + "A" * 22 + "==", "", ""]
            await loop.sock_sendall(deaf, "\r\n".join(asked).encode())
            await soon(lambda: len(server.lines.phones) == 2)
            *_, its = server.lines.phones
            stream, most = its.ws_connection.stream, 0
            for _ in range(300):
                server.lines.say(its, "x" * 30_000)
                most = max(most, len(stream._write_buffer or b""))
            assert most <= UNREAD
            await soon(lambda: its not in server.lines.phones)
            assert (await line.say(kind="word", word="somebody"))["kind"] == "done"
            deaf.close()

    in_a_loop(whole())
