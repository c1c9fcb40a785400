"""The addresses of a kernel, each for the one visitor whose kernel it is: knowing its id is not enough."""

from typing import Any

import msgspec
from jupyter_server.base.handlers import APIHandler
from jupyter_server.services.kernels.handlers import KernelHandler
from tornado import web
from voila.shutdown_kernel_handler import VoilaShutdownKernelHandler

from newsoil._address import is_id
from newsoil._modest import is_modest

MOST_EDITS = 500
"""Edits in the last words of a page; there is one for each prompt that was being answered."""


class _Own:
    """Turns away whoever asks for a kernel of somebody else. One that has ended answers them no differently."""

    async def prepare(self: Any) -> None:
        """Raises `HTTPError` for a kernel that is another's."""
        await super().prepare()  # type: ignore[misc] # the handler that this is mixed into has it
        kernel = (*self.path_args, *self.path_kwargs.values())[0]
        if self.current_user and kernel in self.kernel_manager and not self.kernel_manager.is_of(kernel, self.current_user.username):
            raise web.HTTPError(404, f"Kernel does not exist: {kernel}")


class OwnKernel(_Own, KernelHandler):  # type: ignore[misc] # what `prepare` returns is given in two ways
    """Whether a kernel lives."""


class OwnShutdown(_Own, VoilaShutdownKernelHandler):
    """The end of a kernel whose page is left."""


class LastWords(_Own, APIHandler):  # type: ignore[misc] # what `prepare` returns is given in two ways
    """The edits of a page that is left before its kernel has confirmed them.

    A browser that goes to another page may throw away what its websocket was just given (seen in Chromium, one time in twenty on a busy
    computer); what it was given with `sendBeacon` it sends all the same. The kernel looks through an edit as through any other, and one
    that came both ways counts once. With `end` the page has nothing else to say, and the kernel ends after them.
    """

    @web.authenticated
    async def post(self, kernel_id: str) -> None:
        """Pass them on to the kernel. 400: these are no edits; 404: the kernel has ended or is another's; 503: it does not answer."""
        kernels: Any = self.kernel_manager
        words = last_words(self.get_body_argument("words", ""))
        if not await kernels.lives(kernel_id):
            raise web.HTTPError(404, f"Kernel does not exist: {kernel_id}")
        try:
            await kernels.tell(kernel_id, words)
        except TimeoutError:
            raise web.HTTPError(503, "The kernel does not answer.") from None
        if self.get_body_argument("end", ""):
            await kernels.shutdown_kernel(kernel_id)
        self.set_status(204)
        self.finish()


def last_words(words: str) -> list[dict[str, Any]]:
    """What the kernel is told: for each edit the content of a message to the widget whose id is `line`, and that nobody will send it again.

    Raises:
        HTTPError: 400, for anything else than `{"line": …, "edits": […]}` with edits alone.
    """
    try:
        said = msgspec.json.decode(words.encode())  # it takes no half letters and no NaN, which could go to no kernel
    except (msgspec.DecodeError, ValueError, RecursionError):
        said = None
    line, edits = (said.get("line"), said.get("edits")) if isinstance(said, dict) else (None, None)
    if not is_id(line) or not isinstance(edits, list) or len(edits) > MOST_EDITS or not is_modest(edits):
        raise web.HTTPError(400, "These are no last words of a page.")
    if not all(isinstance(edit, dict) and edit.get("kind") == "edit" for edit in edits):
        raise web.HTTPError(400, "The last words of a page are edits alone.")
    return [{"comm_id": line, "data": {"method": "custom", "content": {**edit, "last": True}}} for edit in edits]
