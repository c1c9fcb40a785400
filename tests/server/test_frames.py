"""Frames of a socket: a page's own are read, and whatever else comes is refused at once and harms nothing."""

import json
import time
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jupyter_server.services.kernels.connection.base import serialize_msg_to_ws_v1

from newsoil.server.configuration import configuration
from newsoil.server.frames import KINDS, LONGEST_FRAME, LONGEST_HEADER, LONGEST_OPENING, MOST_BUFFERS, BadFrame, is_needed, kind_of


def words(*numbers):
    return b"".join(number.to_bytes(8, "little") for number in numbers)


def frame(kind="comm_msg", channel="shell", buffers=(), **parts):
    """A frame as a page packs it (`framing.js`)."""
    message = {"header": {"msg_type": kind}, "parent_header": {}, "metadata": {}, "content": {}, **parts}
    whole = [channel.encode(), *(json.dumps(part).encode() for part in message.values()), *buffers]
    start = 8 * (len(whole) + 2)
    return words(len(whole) + 1, *accumulate((len(part) for part in whole), initial=start)) + b"".join(whole)


def test_the_kind_of_a_page_s_message_is_read():
    message = {"header": {"msg_type": "comm_msg"}, "parent_header": {}, "metadata": {}, "content": {}}
    assert kind_of(serialize_msg_to_ws_v1(message, "shell", pack=lambda part: json.dumps(part).encode())) == "comm_msg"
    assert kind_of(frame("comm_open")) == "comm_open"
    assert kind_of(frame(buffers=[b"bytes", b""])) == "comm_msg"
    assert kind_of(frame("execute_request")) not in KINDS


ODD = {
    "nothing": b"",
    "text": '{"header": {}}',
    "no end of parts": b"\xff" * 16,
    "no parts": words(0),
    "too few parts": words(3, 32, 32, 32),
    "more parts than bytes": words(6, 1, 2),
    "too many buffers": frame(buffers=[b""] * (MOST_BUFFERS + 1)),
    "parts outside": words(6, 56, 56, 56, 56, 56, 2**63),
    "parts among the offsets": words(6, 0, 5, 6, 7, 8, 9),
    "parts backwards": words(6, 57, 56, 56, 56, 56, 56) + b"x",
    "another channel": frame(channel="control"),
    "a long channel": frame(channel="shell" + "x" * 100_000),
    "a long header": frame(header={"msg_type": "comm_msg", "more": "x" * LONGEST_HEADER}),
    "long metadata": frame(metadata={"more": "x" * LONGEST_HEADER}),
    "a header without a kind": frame(header={}),
    "a kind that is no word": frame(kind=["comm_msg"]),
    "a header that is no object": frame(header=["msg_type"]),
    "a header that is no JSON": frame().replace(b'{"msg_type"', b'{"msg_type\xff'),
    "a deep header": frame().replace(b'{"msg_type": "comm_msg"}', b"[" * 12 + b"]" * 12),
}


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD.keys())
def test_what_no_page_of_ours_sends_is_refused_at_once(odd):
    begun = time.process_time()
    with pytest.raises(BadFrame, match=r"^[A-Z].*\.$"):
        kind_of(odd)
    assert time.process_time() - begun < 1, "Jupyter Server would read the offsets for ever"


@given(st.binary() | st.builds(lambda numbers, rest: words(*numbers) + rest, st.lists(st.integers(0, 80), max_size=12), st.binary()))
def test_no_bytes_raise_anything_else(odd):
    try:
        assert isinstance(kind_of(odd), str)
    except BadFrame:
        return


CONTROL = {"comm_id": "c1", "target_name": "jupyter.widget.control", "data": {}}
"""How our client, and Voilà's, open the line by which they ask for the states of all widgets."""


def test_a_page_opens_the_line_that_asks_for_states_and_speaks_to_widgets_that_there_are():
    assert is_needed(frame("comm_open", content=CONTROL, metadata={"version": "1.0.0"}))
    assert is_needed(frame("comm_msg", content={"comm_id": "c1", "data": {"method": "request_states"}}))
    assert is_needed(frame("comm_msg", buffers=[b"x" * 10**6]))
    assert not is_needed(frame("execute_request", content=CONTROL))


WIDGET = {"comm_id": "w1", "target_name": "jupyter.widget", "data": {"state": {"_model_name": "VBoxModel"}}}
OPENINGS = {
    "a widget of its own": {"content": WIDGET},
    "another target": {"content": CONTROL | {"target_name": "plotly"}},
    "no target": {"content": {"comm_id": "c1", "data": {}}},
    "a target that is no word": {"content": CONTROL | {"target_name": ["jupyter.widget.control"]}},
    "an id that is no word": {"content": CONTROL | {"comm_id": {}}},
    "no id": {"content": {"target_name": "jupyter.widget.control", "data": {}}},
    "data that are none": {"content": CONTROL | {"data": ["x"]}},
    "much to say": {"content": CONTROL | {"data": {"more": "x" * LONGEST_OPENING}}},
    "a long id": {"content": CONTROL | {"comm_id": "x" * LONGEST_OPENING}},
    "bytes with it": {"content": CONTROL, "buffers": [b"x"]},
    "no object": {"content": []},
    "half a letter": {"content": CONTROL | {"comm_id": "\ud800"}},
    "no number": {"content": CONTROL | {"data": {"more": float("nan")}}},
}


@pytest.mark.parametrize("said", OPENINGS.values(), ids=OPENINGS.keys())
def test_a_page_opens_no_other_line(said):
    assert not is_needed(frame("comm_open", **said))


def test_the_socket_takes_a_file_of_32_megabytes_and_no_frame_without_end():
    longest = configuration().Voila.tornado_settings["websocket_max_message_size"]
    assert 32 * 2**20 * 4 / 3 + LONGEST_HEADER < longest == LONGEST_FRAME < 100 * 2**20, "tornado's own buffer holds 100 MB"
