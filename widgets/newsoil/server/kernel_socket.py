"""The websocket between a page and its kernel: only with the framing that Voilà can read."""

from tornado import web
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler

PROTOCOL = "v1.kernel.websocket.jupyter.org"


class KernelSocket(VoilaKernelWebsocketHandler):
    """Refuses a socket that does not offer Jupyter's v1 framing.

    Voilà 0.5.13 reads every binary frame as v1. On a socket without it, one message with a buffer makes the server count offsets for ever:
    it answers nobody any more, and its memory grows.
    """

    async def get(self, kernel_id: str) -> None:
        """Open the socket.

        Raises:
            HTTPError: 400, the v1 subprotocol is not among those that the other side offers.
        """
        offered = [one.strip() for one in self.request.headers.get("Sec-WebSocket-Protocol", "").split(",")]
        if PROTOCOL not in offered:
            raise web.HTTPError(400, f"This app speaks {PROTOCOL} alone.")
        await super().get(kernel_id)
