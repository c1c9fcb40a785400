"""The websocket between a page and its kernel: only with the framing that Voilà can read, and only to a kernel that lives."""

import asyncio
from contextlib import suppress
from typing import Annotated, Any

import msgspec
from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler

from newsoil.server.frames import BadFrame, is_needed

PROTOCOL = "v1.kernel.websocket.jupyter.org"

AGAIN = 0.1
"""Seconds after which a kernel that has not been heard is asked again."""

PATIENCE = 60.0
"""Seconds after which it is asked no more; the page finds out by itself that nobody answers."""


SWITCHED = 101
"""The status with which a socket opens. What it says is no page, and its headers would be bytes of every visit."""

NOT_UNDERSTOOD = 1008
"""The code with which a socket is closed that a page of ours would not use like this: "policy violation"."""


class Hello(msgspec.Struct, frozen=True, tag_field="kind", tag="hello"):
    """What a page says first, and the widgets that it says it to, by the ids of their comms."""

    to: Annotated[tuple[Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{32}$")], ...], msgspec.Meta(max_length=100)]
    at: Annotated[str, msgspec.Meta(max_length=40)]
    stage: Annotated[str, msgspec.Meta(max_length=100)] = ""
    way: Annotated[str, msgspec.Meta(max_length=20)] | None = None


class KernelConnection(ZMQChannelsWebsocketConnection):
    """Lets a page speak as soon as it will hear the answers, and hears nothing but whole messages of the kinds that widgets need.

    Jupyter Server asks a kernel three times for its information, twice on the line that the page's own messages take, and once before
    it completes the handshake. With the browser at work beside it that takes a tenth of a second. Nothing in the answers is needed: a
    kernel of the app is this Python's own ipykernel and speaks today's protocol. What has to be waited for is that the subscription to
    what the kernel puts out stands, so it is asked on the control line alone until it is heard.
    """

    @property
    def subprotocol(self) -> str:
        """The framing of this line, also when the page has left meanwhile.

        Jupyter Server asks the socket for it, and a socket that is closed has none. What was on its way then is read as another framing,
        of which a first word in the wrong order means a hundred million buffers: the server stands still for seconds, and the last
        words are lost.
        """
        return PROTOCOL

    def request_kernel_info(self) -> asyncio.Future[Any]:
        """What Jupyter Server waits for before the handshake: nothing."""
        self._finish_kernel_info({})  # type: ignore[no-untyped-call] # the base carries no types
        known: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        known.set_result({})
        return known

    def nudge(self) -> asyncio.Future[None]:
        """Done when the kernel is heard."""
        return asyncio.ensure_future(self._heard())

    def handle_incoming_message(self, incoming_msg: bytes | str) -> None:
        """Pass a message on to the kernel. What is no message closes the socket, and what no widget needs is passed over."""
        try:
            needed = is_needed(incoming_msg)
        except BadFrame as fault:
            self.log.warning("A socket is closed: %s", fault)
            self.websocket_handler.close(NOT_UNDERSTOOD, str(fault))
            return
        if needed:
            super().handle_incoming_message(incoming_msg)  # type: ignore[arg-type] # the base knows bytes too

    def greet(self, said: str) -> None:
        """Pass on the hello that a page said in the address of its socket. What is none is passed over: widgets say it themselves."""
        try:
            hello = msgspec.json.decode(said, type=Hello)
        except (msgspec.DecodeError, UnicodeEncodeError):
            return
        content = {name: value for name, value in msgspec.to_builtins(hello).items() if name != "to"}
        for comm in hello.to if self.channels else ():  # the page may have left meanwhile
            data = {"method": "custom", "content": content}
            self.session.send(self.channels["shell"], "comm_msg", {"comm_id": comm, "data": data})

    async def _heard(self) -> None:
        iopub, control = self.channels["iopub"], self.channels["control"]
        heard = asyncio.Event()
        iopub.on_recv(lambda _message: heard.set())
        control.on_recv(lambda _message: None)
        try:
            async with asyncio.timeout(PATIENCE):
                while not heard.is_set() and not control.closed():
                    self.session.send(control, "kernel_info_request")
                    with suppress(TimeoutError):
                        await asyncio.wait_for(heard.wait(), AGAIN)
        except TimeoutError:
            self.log.warning("The kernel %s is not heard.", self.kernel_id)
        for stream in (iopub, control):
            if not stream.closed():
                stream.stop_on_recv()


class KernelSocket(VoilaKernelWebsocketHandler):
    """Refuses a socket that would hang: the server, or the browser.

    Voilà 0.5.13 reads every binary frame as v1. On a socket without it, one message with a buffer makes the server count offsets for ever:
    it answers nobody any more, and its memory grows.

    Jupyter Server waits a minute for a dead kernel before it answers. A browser opens one websocket to a server at a time, so the page
    that has come to carry the words of the first (`line.js`) would wait as long.
    """

    async def get(self, kernel_id: str) -> None:
        """Open the socket, or refuse it: 400 where the v1 subprotocol is not offered, 404 where the kernel has ended or is another's."""
        offered = [one.strip() for one in self.request.headers.get("Sec-WebSocket-Protocol", "").split(",")]
        if PROTOCOL not in offered:
            self._refuse(400, f"This app speaks {PROTOCOL} alone.")
            return
        if not self.kernel_manager.is_of(kernel_id, self.current_user.username) or not await self.kernel_manager.lives(kernel_id):
            self._refuse(404, "This kernel has ended.")
            return
        await super().get(kernel_id)

    async def open(self, kernel_id: str) -> None:
        """Begin to carry messages, each at once: a small one would else wait some 40 ms until the browser has confirmed the last.

        What the address of the socket says is said first: the page's hello to its widgets (`knock.js`).
        """
        self.set_nodelay(True)
        await super().open(kernel_id)
        self.connection.greet(self.get_query_argument("hello", ""))

    def finish(self, chunk: Any = None) -> asyncio.Future[None]:
        """End the answer. A refusal has the app's headers, as every answer; Jupyter Server gives those of sockets none."""
        if self.get_status() != SWITCHED:
            for name, value in self.settings.get("headers", {}).items():
                self.set_header(name, value)
        finished: asyncio.Future[None] = super().finish(chunk)
        return finished

    def _refuse(self, status: int, sentence: str) -> None:
        """Answer with a sentence instead of a socket. Jupyter's page for errors has no place in this app."""
        self.set_status(status)
        self.finish(sentence)
