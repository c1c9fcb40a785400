"""The websocket between a page and its kernel: only with the framing that Voilà can read, and only to a kernel that lives."""

from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler

PROTOCOL = "v1.kernel.websocket.jupyter.org"


class KernelSocket(VoilaKernelWebsocketHandler):
    """Refuses a socket that would hang: the server, or the browser.

    Voilà 0.5.13 reads every binary frame as v1. On a socket without it, one message with a buffer makes the server count offsets for ever:
    it answers nobody any more, and its memory grows.

    Jupyter Server waits a minute for a dead kernel before it answers. A browser opens one websocket to a server at a time, so the page
    that has come to carry the words of the first (`line.js`) would wait as long.
    """

    async def get(self, kernel_id: str) -> None:
        """Open the socket, or refuse it: 400 where the v1 subprotocol is not offered, 404 where the kernel has ended."""
        offered = [one.strip() for one in self.request.headers.get("Sec-WebSocket-Protocol", "").split(",")]
        if PROTOCOL not in offered:
            self._refuse(400, f"This app speaks {PROTOCOL} alone.")
            return
        if not await self.kernel_manager.lives(kernel_id):
            self._refuse(404, "This kernel has ended.")
            return
        await super().get(kernel_id)

    async def open(self, kernel_id: str) -> None:
        """Begin to carry messages, each at once: a small one would else wait some 40 ms until the browser has confirmed the last."""
        self.set_nodelay(True)
        await super().open(kernel_id)

    def _refuse(self, status: int, sentence: str) -> None:
        """Answer with a sentence instead of a socket. Jupyter's page for errors has no place in this app."""
        self.set_status(status)
        self.finish(sentence)
