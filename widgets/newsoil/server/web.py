"""The web app: Voilà serving `app.ipynb` to one person on this computer."""

import os
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Any

import mistune
from jupyter_server.base.handlers import JupyterHandler
from tornado import web
from tornado.ioloop import IOLoop
from traitlets.config import Config
from voila.app import Voila
from voila.request_info_handler import RequestInfoSocketHandler
from voila.tornado.handler import TornadoVoilaHandler
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler

from newsoil._errors import BadContent
from newsoil._paths import WORKBOOK, guide_folder
from newsoil.guide import read_guide
from newsoil.journal import Store, read_settings
from newsoil.journal.files import write
from newsoil.prompts.esm import SERVED
from newsoil.server.ahead import run_page
from newsoil.server.assets import AssetHandler, assets, knock
from newsoil.server.headers import headers
from newsoil.server.identity import NewSoilIdentity
from newsoil.server.kernel_socket import KernelSocket
from newsoil.server.kernels import PatientKernelManager, encryption
from newsoil.server.left import EXITS, ReturnHandler
from newsoil.server.opening import announce
from newsoil.server.page_handler import Dressing, PageHandler, dressed
from newsoil.server.pool import PagePool, pool_size
from newsoil.server.quiet import quieten
from newsoil.server.reading import stage_words

HERE = Path(__file__).parent
TEMPLATES = HERE / "jupyter"

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

OURS = {TornadoVoilaHandler: PageHandler, VoilaKernelWebsocketHandler: KernelSocket}
"""Handlers of ours that stand in for Voilà's."""


class AboutPage(JupyterHandler):
    """What New Soil is, who made it from what, and what nobody has checked yet."""

    @web.authenticated
    def get(self) -> None:
        """The page; it needs no kernel."""
        guide = guide_folder()
        body = mistune.html((guide / "about.md").read_text("utf-8"))
        template = self.settings["voila_jinja2_env"].get_template("about.html.j2")
        words = read_guide(guide).words.get("shell", {})
        page = template.render(body=body, words=words, language="en", assets=assets().address(self.base_url), base_url=self.base_url)
        self.finish(dressed(page, self.settings["newsoil_dressing"].marks(self)))


class WebApp(Voila):
    """Voilà with New Soil's own addresses beside its own."""

    home: Path
    asks = False
    greet: Callable[[str], None]

    def first_words(self, stage: str) -> str:
        """The words of a stage to read before the page's widgets are there; nothing where they cannot be had, for the page says why."""
        try:
            return stage_words(stage) if self.notebook_path == str(APP) else ""
        except BadContent:
            return ""

    def launch_browser(self) -> None:
        """Greet the person. Voilà calls this once it listens, with the port that it got."""
        IOLoop.current().add_callback(self.app.settings["newsoil_pool"].fill)
        self.greet(f"http://127.0.0.1:{self.port}{self.base_url}")

    def init_handlers(self) -> list[Any]:
        """Voilà's handlers, with ours before its catch-all; Voilà calls this when its application stands."""
        words = read_guide(guide_folder()).words.get("shell", {})
        titles = {"named": words.get("name", ""), "discreet": words.get("discreet", "")}
        self.app.settings["newsoil_dressing"] = Dressing(
            lambda: read_settings(Store(self.home).folder), titles, self.first_words, asks=self.asks
        )
        self.app.settings["newsoil_pool"] = PagePool(lambda: run_page(self), self.kernel_manager, pool_size())
        self.app.transforms.append(web.GZipContentEncoding)
        ours = [
            (f"{self.base_url}newsoil/static/([0-9a-f]+)/([a-z.]+)", AssetHandler),
            (f"{self.base_url}newsoil/about", AboutPage),
            (f"{self.base_url}newsoil/return", ReturnHandler),
        ]
        theirs = [one for one in super().init_handlers() if one[1] is not RequestInfoSocketHandler]  # it would tell anyone who asks
        return [*ours, *((address, OURS.get(handler, handler), *more) for address, handler, *more in theirs)]


def page_config() -> Any:
    """The hook that gives the template what it shows without a kernel, the same for every visit: stages, words."""
    guide = read_guide(guide_folder())
    stages = [{"id": stage.id, "title": stage.title} for stage in guide.stages]
    words = {"exits": EXITS, **{name: guide.words.get(name, {}) for name in ("shell", "support", "pause", "leaving")}}

    def hook(config: dict[str, Any], *, base_url: str, **_: Any) -> dict[str, Any]:
        own = {"front": front(), "assets": assets().address(base_url), "language": "en", "knock": knock()}
        return {**config, "newsoil": {**own, "stages": stages, "words": words}}

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
    config.VoilaConfiguration.multi_kernel_manager_class = PatientKernelManager
    config.KernelProvisionerFactory.default_provisioner_name = "newsoil-warm"
    config.KernelManager.autorestart = False  # a kernel that starts again knows no page; a page that lost its kernel loads a new one
    config.MappingKernelManager.cull_idle_timeout = idle_seconds()
    config.MappingKernelManager.cull_interval = min(LOOK_SECONDS, idle_seconds())
    config.KernelManager.transport_encryption = encryption()
    config.Voila.identity_provider_class = NewSoilIdentity
    config.Voila.tornado_settings = {
        "headers": headers(own_scripts_alone=False),
        "websocket_compression_options": {},
        "ws_ping_interval": PING_MS,
        "ws_ping_timeout": 3 * PING_MS,  # a timeout that is no longer than the interval closes every line at its first ping
        "allow_remote_access": False,  # refuse requests that name another host: a page elsewhere may point its own name here
        "local_hostnames": ["localhost"],
    }
    return config


def serve(  # noqa: PLR0913 - each is one choice of whoever starts the app
    home: Path, port: int, *, token: str, browser: bool, notebook: Path = APP, asks: bool = False
) -> None:
    """Serve a notebook, the workbook if none is named, on loopback until the process is ended; open the browser if it is wanted.

    `asks` lets the app tell at its first start what a person has to know before they write.
    """
    os.environ["NEWSOIL_HOME"] = str(home)
    os.environ.setdefault("JUPYTER_PREFER_ENV_PATH", "1")  # the kernel is this Python, not another that a person has set up
    os.environ["JUPYTER_PATH"] = os.pathsep.join(filter(None, (str(TEMPLATES), os.environ.get("JUPYTER_PATH", ""))))
    config = configuration()
    config.Voila.tornado_settings["headers"] = headers(own_scripts_alone=notebook == APP and front() == "client")
    app = WebApp(config=config, ip="127.0.0.1", port=port, port_retries=0, token=token, open_browser=True)
    app.home = home
    app.asks = asks
    app.greet = lambda address: announce(home, "New Soil", address, token, browser=browser)
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
