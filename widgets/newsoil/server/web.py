"""The web app: Voilà serving `app.ipynb` to one person on this computer."""

import os
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Any

import mistune
import msgspec
from jupyter_server.base.handlers import JupyterHandler
from tornado import web
from traitlets.config import Config
from voila.app import Voila

from newsoil._paths import WORKBOOK, guide_folder
from newsoil.guide import read_guide
from newsoil.journal import Store, read_settings
from newsoil.journal.files import write
from newsoil.server.identity import NewSoilIdentity
from newsoil.server.kernels import PatientKernelManager, encryption
from newsoil.server.opening import announce
from newsoil.server.quiet import quieten

HERE = Path(__file__).parent
TEMPLATES = HERE / "jupyter"

PING_MS = 10_000
"""Milliseconds between two pings of the server to a page: a line that leads nowhere is given up after three."""

IDLE_SECONDS = 1800
"""A kernel that no page is connected to ends after this long: a phone that sleeps for a break finds its page alive."""

EXTENSIONS = ("@jupyter-widgets/jupyterlab-manager", "@voila-dashboards/widgets-manager8", "anywidget")
"""The parts of the JupyterLab front end that the page uses; Voilà would load every one that is installed."""

CONTENT_SECURITY = "; ".join(  # noqa: FLY002 - one rule a line
    (
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:",  # Voilà's front end needs all four
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self' ws: wss:",
        "frame-ancestors 'self'",
        "form-action 'self'",
        "base-uri 'self'",
    )
)

HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
}


class StaticFiles(web.StaticFileHandler):
    """Our own modules and style sheets: nothing of a person, so they need no token."""

    def set_extra_headers(self, path: str) -> None:  # noqa: ARG002 - tornado passes it
        """Files with a version in their address may be kept for a year."""
        self.set_header("Cache-Control", "max-age=31536000, immutable" if self.get_query_argument("v", "") else "no-cache")


class AboutPage(JupyterHandler):
    """What New Soil is, who made it from what, and what nobody has checked yet."""

    def initialize(self, home: Path, version: str) -> None:
        """Take the participant's folder, for how the page looks."""
        self.home, self.version = home, version

    @web.authenticated
    def get(self) -> None:
        """The page; it needs no kernel."""
        guide = guide_folder()
        body = mistune.html((guide / "about.md").read_text("utf-8"))
        settings = msgspec.to_builtins(read_settings(Store(self.home).folder))
        page = self.settings["voila_jinja2_env"].get_template("about.html.j2")
        words = read_guide(guide).words.get("shell", {})
        self.finish(page.render(body=body, settings=settings, words=words, language="en", version=self.version, base_url=self.base_url))


class WebApp(Voila):
    """Voilà with New Soil's own addresses beside its own."""

    home: Path
    soil_version: str
    greet: Callable[[str], None]

    def launch_browser(self) -> None:
        """Voilà calls this once it listens, with the port that it got."""
        self.greet(f"http://127.0.0.1:{self.port}{self.base_url}")

    def init_handlers(self) -> list[Any]:
        """Voilà's handlers, with ours before its catch-all."""
        ours = [
            (f"{self.base_url}newsoil/static/prompts/(.*)", StaticFiles, {"path": str(HERE.parent / "prompts" / "static")}),
            (f"{self.base_url}newsoil/static/app/(.*)", StaticFiles, {"path": str(HERE / "static")}),
            (f"{self.base_url}newsoil/about", AboutPage, {"home": self.home, "version": self.soil_version}),
        ]
        return [*ours, *super().init_handlers()]


def page_config(home: Path, version: str) -> Any:
    """The hook that gives the template what it shows without a kernel: stages, words, settings."""
    guide = read_guide(guide_folder())
    stages = [{"id": stage.id, "title": stage.title} for stage in guide.stages]
    words = {name: guide.words.get(name, {}) for name in ("shell", "support", "pause")}

    def hook(config: dict[str, Any], **_: Any) -> dict[str, Any]:
        settings = msgspec.to_builtins(read_settings(Store(home).folder))
        return {**config, "newsoil": {"language": "en", "version": version, "stages": stages, "words": words, "settings": settings}}

    return hook


def configuration(home: Path, version: str) -> Config:
    """Voilà's settings for one person's journals."""
    config = Config()
    config.VoilaConfiguration.template = "newsoil"
    config.VoilaConfiguration.allow_template_override = "NO"
    config.VoilaConfiguration.allow_theme_override = "NO"
    config.VoilaConfiguration.extension_allowlist = list(EXTENSIONS)
    config.VoilaConfiguration.file_allowlist = []
    config.VoilaConfiguration.show_tracebacks = False
    config.VoilaConfiguration.page_config_hook = page_config(home, version)
    config.VoilaConfiguration.multi_kernel_manager_class = PatientKernelManager
    config.MappingKernelManager.cull_idle_timeout = IDLE_SECONDS
    config.MappingKernelManager.cull_interval = 60
    config.KernelManager.transport_encryption = encryption()
    config.Voila.identity_provider_class = NewSoilIdentity
    config.Voila.tornado_settings = {
        "headers": HEADERS,
        "ws_ping_interval": PING_MS,
        "ws_ping_timeout": 3 * PING_MS,  # a timeout that is no longer than the interval closes every line at its first ping
        "allow_remote_access": False,  # refuse requests that name another host: a page elsewhere may point its own name here
        "local_hostnames": ["localhost"],
    }
    return config


def serve(home: Path, port: int, *, token: str, browser: bool, version: str) -> None:
    """Serve the workbook on loopback until the process is ended, and open the browser if it is wanted."""
    os.environ["NEWSOIL_HOME"] = str(home)
    os.environ.setdefault("JUPYTER_PREFER_ENV_PATH", "1")  # the kernel is this Python, not another that a person has set up
    os.environ["JUPYTER_PATH"] = os.pathsep.join(filter(None, (str(TEMPLATES), os.environ.get("JUPYTER_PATH", ""))))
    app = WebApp(config=configuration(home, version), ip="127.0.0.1", port=port, port_retries=0, token=token, open_browser=True)
    app.home, app.soil_version = home, version
    app.greet = lambda address: announce(home, "New Soil", address, token, browser=browser)
    app.config_file_paths = []  # another Voilà's settings on this computer are not ours
    app.cookie_secret = cookie_secret(home)
    app.log_level = "ERROR"
    quieten()
    app.notebook_path = str(WORKBOOK / "app.ipynb")
    app.initialize([])
    app.start()


def cookie_secret(home: Path) -> bytes:
    """The secret that signs this home's cookies: kept, so that a bookmark works after a restart."""
    path = home / "server" / "cookie_secret"
    if not path.exists():
        write(path, secrets.token_bytes(32))
    return path.read_bytes()
