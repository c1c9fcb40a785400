"""The line between a page and its kernel: what was on its way when the page was left is still read as what it is."""

import json
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


@pytest.mark.parametrize(("target", "goes"), [("jupyter.widget.control", True), ("jupyter.widget", False)])
def test_a_page_asks_for_the_states_of_widgets_and_makes_none(left, monkeypatch, target, goes):
    sent = []
    left.multi_kernel_manager.allowed_message_types.append("comm_open")
    monkeypatch.setattr(Session, "send_raw", lambda session, stream, parts: sent.append(parts))
    opening = left.session.msg("comm_open", {"comm_id": "x", "target_name": target, "data": {}})
    left.handle_incoming_message(serialize_msg_to_ws_v1(opening, "shell", left.session.pack))
    assert bool(sent) is goes


@pytest.fixture
def said(left, monkeypatch):
    """What goes to the kernel of a page that says this in the address of its socket: comms, and what is said to each."""
    sent = []
    monkeypatch.setattr(Session, "send", lambda session, stream, kind, content: sent.append((stream, kind, content)))

    def say(hello):
        left.greet(hello)
        assert all((stream, kind) == ("the kernel's shell", "comm_msg") for stream, kind, _ in sent)
        return [(content["comm_id"], content["data"]["content"]) for _, _, content in sent]

    return say


ONE, OTHER = "0123456789abcdef" * 2, "fedcba9876543210" * 2


def test_the_hello_in_the_address_of_a_socket_goes_to_each_widget_that_it_names(said):
    hello = {"kind": "hello", "at": "2026-11-30T10:00:00.000+01:00", "stage": "start", "way": "here"}
    assert said(json.dumps({**hello, "to": [ONE, OTHER]})) == [(ONE, hello), (OTHER, hello)]


@pytest.mark.parametrize(
    "odd",
    [
        *({}, [], "hello", None, 7),
        {"kind": "edit", "at": "now", "to": [ONE]},
        {"kind": "hello", "at": "now", "to": ["../../etc"]},
        {"kind": "hello", "at": "now", "to": [ONE] * 101},
        {"kind": "hello", "at": "n" * 41, "to": [ONE]},
        {"kind": "hello", "at": {"a": "time"}, "to": [ONE]},
        {"kind": "hello", "to": [ONE]},
    ],
)
def test_what_is_no_hello_is_passed_over(said, odd):
    assert said(json.dumps(odd)) == []


@pytest.mark.parametrize("odd", ["", "{", "\ud800", "[" * 5000])
def test_what_is_no_json_is_passed_over(said, odd):
    assert said(odd) == []


def test_nothing_is_said_to_a_kernel_whose_page_has_left_meanwhile(left, said):
    left.channels = {}
    assert said(json.dumps({"kind": "hello", "at": "now", "to": [ONE]})) == []
