"""The line between a page and its kernel: what was on its way when the page was left is still read as what it is."""

from types import SimpleNamespace

import pytest
from jupyter_client.session import Session
from jupyter_server.services.kernels.connection.base import serialize_msg_to_ws_v1

from newsoil.server.kernel_socket import KernelConnection


@pytest.fixture
def left(monkeypatch):
    """A line whose page has closed its socket: there is no handler any more that could be asked for its framing."""
    connection = KernelConnection(session=Session(key=b"key"))
    kernels = SimpleNamespace(allowed_message_types=["comm_msg"])
    monkeypatch.setattr(KernelConnection, "multi_kernel_manager", kernels)
    connection.channels = {"shell": "the kernel's shell"}
    return connection


def test_a_last_word_that_is_read_after_its_socket_was_closed_goes_to_the_kernel(left, monkeypatch):
    sent = []
    monkeypatch.setattr(Session, "send_raw", lambda session, stream, parts: sent.append((stream, parts)))
    word = left.session.msg("comm_msg", {"comm_id": "x", "data": {"method": "custom", "content": "the last word"}})
    left.handle_incoming_message(serialize_msg_to_ws_v1(word, "shell", left.session.pack))
    ((stream, parts),) = sent
    assert stream == "the kernel's shell"
    assert b"the last word" in parts[3]
