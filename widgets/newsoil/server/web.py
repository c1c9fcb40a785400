"""The web app: Voilà serving `app.ipynb` to one person on this computer."""

import os
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, ClassVar, TypeVar

from tornado import web
from tornado.ioloop import IOLoop, PeriodicCallback
from voila.app import Voila

from newsoil._errors import BadContent
from newsoil._paths import WORKBOOK, guide_folder
from newsoil.guide import open_guide
from newsoil.journal import Settings, Store, Way, read_settings
from newsoil.journal.shelf import has_notes, read_since
from newsoil.journal.ways import KEEP
from newsoil.prompts.esm import SERVED, css
from newsoil.server.addresses import answered_by_us
from newsoil.server.ahead import run_page
from newsoil.server.assets import assets
from newsoil.server.configuration import configuration
from newsoil.server.cookies import MARK, cookie_secret, mark_of
from newsoil.server.headers import headers, loopback
from newsoil.server.kernels import transport
from newsoil.server.opening import announce
from newsoil.server.own_folders import keep_within
from newsoil.server.page_config import front
from newsoil.server.page_handler import Dressing
from newsoil.server.pool import PagePool, pool_size
from newsoil.server.quiet import quieten
from newsoil.server.reading import list_words, stage_words

HERE = Path(__file__).parent
TEMPLATES = HERE / "jupyter"

APP = WORKBOOK / "app.ipynb"
"""The front door: the notebook that plays all stages."""

LONGEST_BODY = 64 * 1024
"""Bytes in the body of a request: as many as a browser sends of a page that is left. All else that a person writes comes by the socket."""

RENEWED_MS = 5000
"""Milliseconds between two looks whether pages that wait hold what was sealed or erased meanwhile."""

App = TypeVar("App", bound="WebApp")


class WebApp(Voila):
    """Voilà with New Soil's own addresses beside its own."""

    home: Path
    way: Way = "here"
    greet: Callable[[str], None]
    listening: ClassVar[dict[str, Any]] = {"max_body_size": LONGEST_BODY}
    """How the server listens."""

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
        told = {"tells": own, "way": self.way, "mark": mark_of(self.home), "base": self.base_url}
        return Dressing(self.settings_of_all, titles, self.first_words, lambda: has_notes(folder), **told)

    def listen(self) -> None:
        """Serve until the process is ended, and take no long bodies; Voilà calls this last."""
        self.app.listen = partial(self.app.listen, **self.listening)
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
        return answered_by_us(super().init_handlers(), self.base_url, self.home)


def serve(  # noqa: PLR0913 - each is one choice of whoever starts the app
    home: Path, port: int, *, token: str, browser: bool, notebook: Path = APP, way: Way = "here"
) -> None:
    """Serve a notebook, the workbook if none is named, on loopback until the process is ended; open the browser if it is wanted.

    `way` is how notes are kept unless a page asks for another.
    """
    listens = {"ip": "127.0.0.1", "port": port, "token": token}
    app = set_up(WebApp, home, listens, sockets=loopback(port), notebook=notebook, way=way)
    app.greet = lambda address: announce(home, "New Soil", address, token, browser=browser, kept=way == "here")
    app.start()


def set_up(  # noqa: PLR0913 - each is one choice of whoever starts an app
    kind: type[App], home: Path, listens: Mapping[str, Any], *, sockets: Sequence[str], notebook: Path = APP, way: Way = "here"
) -> App:
    """An app of this kind over a participant's folder, ready to start; this process is then set up for it, and for no second one.

    `listens` are the settings of Voilà that say where, and to whom. `sockets` are the addresses that its pages may open sockets to.
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
    config.Voila.tornado_settings["headers"] = headers(sockets, own_scripts_alone=notebook == APP and front() == "client")
    app = kind(config=config, port_retries=0, open_browser=True, **listens)
    app.home = home
    app.way = way
    app.config_file_paths = []  # another Voilà's settings on this computer are not ours
    app.cookie_secret = cookie_secret(home)
    app.log_level = "ERROR"
    quieten()
    os.environ[SERVED] = assets().address(app.base_url)
    app.notebook_path = str(notebook)
    app.initialize([])
    return app
