"""Which address of the app is answered by what: Voilà's own by our handlers in place of Voilà's, and some that are ours alone."""

from pathlib import Path
from typing import Any

from jupyter_server.services.kernels.handlers import KernelHandler
from voila.request_info_handler import RequestInfoSocketHandler
from voila.shutdown_kernel_handler import VoilaShutdownKernelHandler
from voila.static_file_handler import AllowListFileHandler, MultiStaticFileHandler, TemplateStaticFileHandler
from voila.tornado.handler import TornadoVoilaHandler
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler

from newsoil.guide.whereabouts import is_on_a_server
from newsoil.server.assets import AssetHandler
from newsoil.server.kernel_socket import KernelSocket
from newsoil.server.leaves import leaves_text
from newsoil.server.left import ReturnHandler
from newsoil.server.own_kernel import LastWords, OwnKernel, OwnShutdown
from newsoil.server.page_handler import PageHandler
from newsoil.server.prose import ProsePage, about_text, who_reads_text
from newsoil.server.template_files import AllowedFiles, StaticFiles, TemplateFiles

OURS = {
    TornadoVoilaHandler: PageHandler,
    VoilaKernelWebsocketHandler: KernelSocket,
    KernelHandler: OwnKernel,
    VoilaShutdownKernelHandler: OwnShutdown,
    TemplateStaticFileHandler: TemplateFiles,
    MultiStaticFileHandler: StaticFiles,
    AllowListFileHandler: AllowedFiles,
}
"""Handlers of ours that stand in for Voilà's."""


def answered_by_us(theirs: list[Any], base_url: str, home: Path) -> list[Any]:
    """Voilà's handlers as Tornado takes them, with ours in their place, and before its catch-all the addresses that are ours alone."""
    ours = [
        (f"{base_url}newsoil/static/([0-9a-f]+)/([a-z.-]+)", AssetHandler),
        (f"{base_url}newsoil/about", ProsePage, {"text": about_text}),
        (f"{base_url}newsoil/leaves", ProsePage, {"text": lambda: leaves_text(home)}),
        *([(f"{base_url}newsoil/server", ProsePage, {"text": who_reads_text})] if is_on_a_server() else []),
        (f"{base_url}newsoil/return", ReturnHandler),
        (f"{base_url}newsoil/last/([\\w-]+)", LastWords),
    ]
    kept = [one for one in theirs if one[1] is not RequestInfoSocketHandler]  # it would tell anyone who asks
    return [*ours, *((address, OURS.get(handler, handler), *more) for address, handler, *more in kept)]
