"""The web app: Voilà serving `app.ipynb` to one person on this computer."""

import os
import secrets
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import msgspec
from jupyter_server.services.kernels.handlers import KernelHandler
from tornado import web
from tornado.ioloop import IOLoop
from traitlets.config import Config
from voila.app import Voila
from voila.request_info_handler import RequestInfoSocketHandler
from voila.shutdown_kernel_handler import VoilaShutdownKernelHandler
from voila.static_file_handler import TemplateStaticFileHandler
from voila.tornado.handler import TornadoVoilaHandler
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler

from newsoil._errors import BadContent
from newsoil._paths import WORKBOOK, guide_folder
from newsoil.guide import open_guide
from newsoil.guide.right_now import right_now
from newsoil.guide.shown_lines import shown_lines
from newsoil.journal import Settings, Store, Way, read_settings
from newsoil.journal.files import write
from newsoil.journal.ways import KEEP
from newsoil.prompts.esm import SERVED
from newsoil.server.ahead import run_page
from newsoil.server.assets import AssetHandler, assets, knock
from newsoil.server.frames import LONGEST_FRAME
from newsoil.server.headers import headers
from newsoil.server.identity import NewSoilIdentity
from newsoil.server.kernel_socket import KernelConnection, KernelSocket
from newsoil.server.kernels import KernelSpecs, PatientKernelManager, encryption, transport
from newsoil.server.leaves import leaves_text
from newsoil.server.left import EXITS, ReturnHandler
from newsoil.server.opening import announce
from newsoil.server.own_folders import keep_within
from newsoil.server.own_kernel import OwnKernel, OwnShutdown
from newsoil.server.page_handler import Dressing, PageHandler
from newsoil.server.pool import PagePool, pool_size
from newsoil.server.prose import ProsePage, about_text
from newsoil.server.quiet import quieten
from newsoil.server.reading import list_words, stage_words
from newsoil.server.template_files import TemplateFiles

HERE = Path(__file__).parent
TEMPLATES = HERE / "jupyter"

SHOWN_WITHIN = 60
"""Seconds in which what a cell shows has to come once it has run."""

APP = WORKBOOK / "app.ipynb"
"""The front door: the notebook that plays all stages."""

PING_MS = 10_000
"""Milliseconds between two pings of the server to a page: a line that leads nowhere is given up after three."""

IDLE_SECONDS = 1800
"""A kernel that no page is connected to ends after this long: a phone that sleeps for a break finds its page alive."""

LOOK_SECONDS = 60
"""How often the server looks for idle kernels, at most."""

EXTENSIONS = ("@jupyter-widgets/jupyterlab-manager", "@voila-dashboards/widgets-manager8", "anywidget")
"""The parts of the JupyterLab front end that the page uses; Voilà would load every one that is installed."""

LONGEST_BODY = 64 * 1024
"""Bytes in the body of a request. What a person writes comes by the socket; a body has a token, or nothing."""

OURS = {
    TornadoVoilaHandler: PageHandler,
    VoilaKernelWebsocketHandler: KernelSocket,
    KernelHandler: OwnKernel,
    VoilaShutdownKernelHandler: OwnShutdown,
    TemplateStaticFileHandler: TemplateFiles,
}
"""Handlers of ours that stand in for Voilà's."""


class WebApp(Voila):
    """Voilà with New Soil's own addresses beside its own."""

    home: Path
    asks = False
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

    def listen(self) -> None:
        """Serve until the process is ended, and take no long bodies; Voilà calls this last."""
        self.app.listen = partial(self.app.listen, max_body_size=LONGEST_BODY)
        super().listen()

    def launch_browser(self) -> None:
        """Greet the person. Voilà calls this once it listens, with the port that it got."""
        IOLoop.current().add_callback(self.app.settings["newsoil_pool"].fill)
        self.greet(f"http://127.0.0.1:{self.port}{self.base_url}")

    def init_handlers(self) -> list[Any]:
        """Voilà's handlers, with ours before its catch-all; Voilà calls this when its application stands."""
        words = open_guide(guide_folder()).words.get("shell", {})
        titles = {"named": words.get("name", ""), "discreet": words.get("discreet", "")}
        self.app.settings["newsoil_dressing"] = Dressing(self.settings_of_all, titles, self.first_words, asks=self.asks, way=self.way)
        self.app.settings["newsoil_pool"] = PagePool(lambda: run_page(self), self.kernel_manager, pool_size())
        self.app.transforms.append(web.GZipContentEncoding)
        ours = [
            (f"{self.base_url}newsoil/static/([0-9a-f]+)/([a-z.-]+)", AssetHandler),
            (f"{self.base_url}newsoil/about", ProsePage, {"text": about_text}),
            (f"{self.base_url}newsoil/leaves", ProsePage, {"text": lambda: leaves_text(self.home)}),
            (f"{self.base_url}newsoil/return", ReturnHandler),
        ]
        theirs = [one for one in super().init_handlers() if one[1] is not RequestInfoSocketHandler]  # it would tell anyone who asks
        return [*ours, *((address, OURS.get(handler, handler), *more) for address, handler, *more in theirs)]


def page_config() -> Any:
    """The hook that gives the template what it shows without a kernel, the same for every visit: stages, words."""
    guide = open_guide(guide_folder())
    stages = [{"id": stage.id, "title": stage.title} for stage in guide.stages]
    tables = ("shell", "support", "leaving", "leaves", "keeping", "tasks")
    words = {"exits": EXITS, **{name: guide.words.get(name, {}) for name in tables}}
    acute = {"words": guide.words.get("acute", {}), "list": msgspec.to_builtins(guide.acute)}
    now = right_now(guide)

    def hook(config: dict[str, Any], *, base_url: str, **_: Any) -> dict[str, Any]:
        own = {"front": front(), "assets": assets().address(base_url), "language": "en", "knock": knock()}
        lines = shown_lines(datetime.now(UTC).astimezone().date())
        return {**config, "newsoil": {**own, "stages": stages, "words": words, "acute": acute, "lines": lines, "right_now": now}}

    return hook


def front() -> str:
    """Which front end draws the page: our own (`client`), or Voilà's as it comes (`stock`), by the environment variable `NEWSOIL_FRONT`."""
    return "stock" if os.environ.get("NEWSOIL_FRONT") == "stock" else "client"


def idle_seconds() -> int:
    """How long a kernel lives without a page: what `NEWSOIL_IDLE_SECONDS` says, else `IDLE_SECONDS`."""
    asked = os.environ.get("NEWSOIL_IDLE_SECONDS", "")
    return int(asked) if asked.isascii() and asked.isdecimal() and int(asked) else IDLE_SECONDS


def configuration() -> Config:
    """Voilà's settings."""
    config = Config()
    config.VoilaConfiguration.template = "newsoil"
    config.VoilaConfiguration.allow_template_override = "NO"
    config.VoilaConfiguration.allow_theme_override = "NO"
    config.VoilaConfiguration.extension_allowlist = list(EXTENSIONS)
    config.VoilaConfiguration.file_allowlist = []
    config.VoilaConfiguration.show_tracebacks = False
    config.VoilaConfiguration.page_config_hook = page_config()
    config.VoilaConfiguration.kernel_spec_manager_class = KernelSpecs
    config.VoilaConfiguration.multi_kernel_manager_class = PatientKernelManager
    config.Voila.kernel_websocket_connection_class = KernelConnection
    # What a cell shows comes on another line than the word that it has run. On a busy computer that takes longer than nbclient's 4 s, after
    # which it would send a page without it.
    config.VoilaExecutor.iopub_timeout = SHOWN_WITHIN
    config.VoilaExecutor.raise_on_iopub_timeout = True
    config.KernelProvisionerFactory.default_provisioner_name = "newsoil-warm"
    config.KernelManager.autorestart = False  # a kernel that starts again knows no page; a page that lost its kernel loads a new one
    config.MappingKernelManager.cull_idle_timeout = idle_seconds()
    config.MappingKernelManager.cull_interval = min(LOOK_SECONDS, idle_seconds())
    config.KernelManager.transport_encryption = encryption()
    config.Voila.identity_provider_class = NewSoilIdentity
    config.Voila.tornado_settings = {
        "headers": headers(own_scripts_alone=False),
        "websocket_compression_options": {},
        "websocket_max_message_size": LONGEST_FRAME,
        "ws_ping_interval": PING_MS,
        "ws_ping_timeout": 3 * PING_MS,  # a timeout that is no longer than the interval closes every line at its first ping
        "allow_remote_access": False,  # refuse requests that name another host: a page elsewhere may point its own name here
        "local_hostnames": ["localhost"],
    }
    return config


def serve(  # noqa: PLR0913 - each is one choice of whoever starts the app
    home: Path, port: int, *, token: str, browser: bool, notebook: Path = APP, asks: bool = False, way: Way = "here"
) -> None:
    """Serve a notebook, the workbook if none is named, on loopback until the process is ended; open the browser if it is wanted.

    `asks` lets the app ask and tell at its first start what a person has to know before they write. `way` is how notes are kept unless a
    page asks for another.
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
    config.Voila.tornado_settings["headers"] = headers(own_scripts_alone=notebook == APP and front() == "client")
    app = WebApp(config=config, ip="127.0.0.1", port=port, port_retries=0, token=token, open_browser=True)
    app.home = home
    app.asks, app.way = asks, way
    app.greet = lambda address: announce(home, "New Soil", address, token, browser=browser, kept=way == "here")
    app.config_file_paths = []  # another Voilà's settings on this computer are not ours
    app.cookie_secret = cookie_secret(home)
    app.log_level = "ERROR"
    quieten()
    os.environ[SERVED] = assets().address("/")
    app.notebook_path = str(notebook)
    app.initialize([])
    app.start()


def cookie_secret(home: Path) -> bytes:
    """The secret that signs this home's cookies: kept, so that a bookmark works after a restart."""
    path = home / "server" / "cookie_secret"
    if not path.exists():
        write(path, secrets.token_bytes(32))
    return path.read_bytes()
