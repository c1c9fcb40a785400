"""The addresses of a kernel, each for the one visitor whose kernel it is: knowing its id is not enough."""

from typing import Any

from jupyter_server.services.kernels.handlers import KernelHandler
from tornado.web import HTTPError
from voila.shutdown_kernel_handler import VoilaShutdownKernelHandler


class _Own:
    """Turns away whoever asks for a kernel of somebody else. One that has ended answers them no differently."""

    async def prepare(self: Any) -> None:
        """Raises `HTTPError` for a kernel that is another's."""
        await super().prepare()  # type: ignore[misc] # the handler that this is mixed into has it
        kernel = (*self.path_args, *self.path_kwargs.values())[0]
        if self.current_user and kernel in self.kernel_manager and not self.kernel_manager.is_of(kernel, self.current_user.username):
            raise HTTPError(404, f"Kernel does not exist: {kernel}")


class OwnKernel(_Own, KernelHandler):  # type: ignore[misc] # what `prepare` returns is given in two ways
    """Whether a kernel lives."""


class OwnShutdown(_Own, VoilaShutdownKernelHandler):
    """The end of a kernel whose page is left."""
