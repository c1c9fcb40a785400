"""The web app: Voilà serving `app.ipynb` to one person on this computer."""

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from jupyter_server.services.kernels.handlers import KernelHandler
from tornado import web
from tornado.ioloop import IOLoop, PeriodicCallback
from voila.app import Voila
from voila.request_info_handler import RequestInfoSocketHandler
from voila.shutdown_kernel_handler import VoilaShutdownKernelHandler
from voila.static_file_handler import AllowListFileHandler, MultiStaticFileHandler, TemplateStaticFileHandler
from voila.tornado.handler import TornadoVoilaHandler
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler

from newsoil._errors import BadContent
from newsoil._paths import WORKBOOK, guide_folder
from newsoil.guide import open_guide
from newsoil.journal import Settings, Store, Way, read_settings
from newsoil.journal.shelf import has_notes, read_since
from newsoil.journal.ways import KEEP
from newsoil.prompts.esm import SERVED, css
from newsoil.server.ahead import run_page
from newsoil.server.assets import AssetHandler, assets
from newsoil.server.configuration import configuration
from newsoil.server.cookies import MARK, cookie_secret, mark_of
from newsoil.server.headers import headers
from newsoil.server.kernel_socket import KernelSocket
from newsoil.server.kernels import transport
from newsoil.server.leaves import leaves_text
from newsoil.server.left import ReturnHandler
from newsoil.server.opening import announce
from newsoil.server.own_folders import keep_within
from newsoil.server.own_kernel import LastWords, OwnKernel, OwnShutdown
from newsoil.server.page_config import front
from newsoil.server.page_handler import Dressing, PageHandler
from newsoil.server.pool import PagePool, pool_size
from newsoil.server.prose import ProsePage, about_text
from newsoil.server.quiet import quieten
from newsoil.server.reading import list_words, stage_words
from newsoil.server.template_files import AllowedFiles, StaticFiles, TemplateFiles

HERE = Path(__file__).parent
TEMPLATES = HERE / "jupyter"

APP = WORKBOOK / "app.ipynb"
"""The front door: the notebook that plays all stages."""

LONGEST_BODY = 64 * 1024
"""Bytes in the body of a request: as many as a browser sends of a page that is left. All else that a person writes comes by the socket."""

RENEWED_MS = 5000
"""Milliseconds between two looks whether pages that wait hold what was sealed or erased meanwhile."""

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


class WebApp(Voila):
    """Voilà with New Soil's own addresses beside its own."""

    home: Path
    way: Way = "here"
    greet: Callable[[str], None]

    def first_words(self, stage: str) -> str:
        """The words of a stage, and of the list of exercises, to read before the page's widgets are there.

        Nothing where they cannot be had, for the page says why.
        """
        try:
            return stage_words(stage) + list_words() if self.notebook_path == str(APP) else ""
        except BadContent:
            return ""

    def settings_of_all(self) -> Settings:
        """What pages show before they know their person: the settings of the journal; for visitors, those of nobody."""
        return read_settings(Store(self.home).folder) if self.way == "here" else Settings()

    def read_since(self) -> int | None:
        """Since when the journal is as pages read it that are run in advance; for visitors they read none."""
        return read_since(Store(self.home).folder) if self.way == "here" else None

    def dressing(self) -> Dressing:
        """How the app's pages look where the browser does not say."""
        words = open_guide(guide_folder()).words.get("shell", {})
        titles = {"named": words.get("name", ""), "discreet": words.get("discreet", "")}
        folder, own = Store(self.home).folder, self.notebook_path == str(APP)
        return Dressing(
            self.settings_of_all, titles, self.first_words, lambda: has_notes(folder), tells=own, way=self.way, mark=mark_of(self.home)
        )

    def listen(self) -> None:
        """Serve until the process is ended, and take no long bodies; Voilà calls this last."""
        self.app.listen = partial(self.app.listen, max_body_size=LONGEST_BODY)
        super().listen()

    def launch_browser(self) -> None:
        """Greet the person. Voilà calls this once it listens, with the port that it got."""
        pool = self.app.settings["newsoil_pool"]
        IOLoop.current().add_callback(pool.fill)
        PeriodicCallback(pool.renew, RENEWED_MS).start()
        self.greet(f"http://127.0.0.1:{self.port}{self.base_url}")

    def init_handlers(self) -> list[Any]:
        """Voilà's handlers, with ours before its catch-all; Voilà calls this when its application stands."""
        dressing = self.dressing()
        self.app.settings.update({"newsoil_dressing": dressing, MARK: dressing.mark})
        templates = self.app.settings["voila_jinja2_env"]
        templates.globals["colours"] = css("tokens")  # of the page that says no
        self.app.settings["jinja2_env"] = templates  # Jupyter's own pages would name it, and lead nowhere
        self.app.settings["newsoil_pool"] = PagePool(lambda: run_page(self), self.kernel_manager, pool_size(), self.read_since)
        self.app.transforms.append(web.GZipContentEncoding)
        ours = [
            (f"{self.base_url}newsoil/static/([0-9a-f]+)/([a-z.-]+)", AssetHandler),
            (f"{self.base_url}newsoil/about", ProsePage, {"text": about_text}),
            (f"{self.base_url}newsoil/leaves", ProsePage, {"text": lambda: leaves_text(self.home)}),
            (f"{self.base_url}newsoil/return", ReturnHandler),
            (f"{self.base_url}newsoil/last/([\\w-]+)", LastWords),
        ]
        theirs = [one for one in super().init_handlers() if one[1] is not RequestInfoSocketHandler]  # it would tell anyone who asks
        return [*ours, *((address, OURS.get(handler, handler), *more) for address, handler, *more in theirs)]


def serve(  # noqa: PLR0913 - each is one choice of whoever starts the app
    home: Path, port: int, *, token: str, browser: bool, notebook: Path = APP, way: Way = "here"
) -> None:
    """Serve a notebook, the workbook if none is named, on loopback until the process is ended; open the browser if it is wanted.

    `way` is how notes are kept unless a page asks for another.
    """
    os.environ["NEWSOIL_HOME"] = str(home)
    keep_within(home / "server")
    os.environ[KEEP] = way
    os.environ.setdefault("JUPYTER_PREFER_ENV_PATH", "1")  # the kernel is this Python, not another that a person has set up
    os.environ["JUPYTER_PATH"] = os.pathsep.join(filter(None, (str(TEMPLATES), os.environ.get("JUPYTER_PATH", ""))))
    config = configuration()
    run = home / "server" / "run"
    config.Voila.connection_dir_root = str(run)  # else the system's folder for what is temporary
    config.KernelManager.transport = transport(run)
    config.Voila.tornado_settings["headers"] = headers(port, own_scripts_alone=notebook == APP and front() == "client")
    app = WebApp(config=config, ip="127.0.0.1", port=port, port_retries=0, token=token, open_browser=True)
    app.home = home
    app.way = way
    app.greet = lambda address: announce(home, "New Soil", address, token, browser=browser, kept=way == "here")
    app.config_file_paths = []  # another Voilà's settings on this computer are not ours
    app.cookie_secret = cookie_secret(home)
    app.log_level = "ERROR"
    quieten()
    os.environ[SERVED] = assets().address("/")
    app.notebook_path = str(notebook)
    app.initialize([])
    app.start()
