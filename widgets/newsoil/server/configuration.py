"""Voilà's settings, as New Soil has them."""

import os

from traitlets.config import Config

from newsoil.server.frames import LONGEST_FRAME
from newsoil.server.identity import NewSoilIdentity
from newsoil.server.kernel_socket import KernelConnection
from newsoil.server.kernels import KernelSpecs, PatientKernelManager, encryption
from newsoil.server.page_config import page_config

SHOWN_WITHIN = 60
"""Seconds in which what a cell shows has to come once it has run."""

PING_MS = 10_000
"""Milliseconds between two pings of the server to a page: a line that leads nowhere is given up after three."""

IDLE_SECONDS = 1800
"""A kernel that no page is connected to ends after this long: a phone that sleeps for a break finds its page alive."""

LOOK_SECONDS = 60
"""How often the server looks for idle kernels, at most."""

EXTENSIONS = ("@jupyter-widgets/jupyterlab-manager", "@voila-dashboards/widgets-manager8", "anywidget")
"""The parts of the JupyterLab front end that the page uses; Voilà would load every one that is installed."""


def idle_seconds() -> int:
    """How long a kernel lives without a page: what `NEWSOIL_IDLE_SECONDS` says, else `IDLE_SECONDS`."""
    asked = os.environ.get("NEWSOIL_IDLE_SECONDS", "")
    return int(asked) if asked.isascii() and asked.isdecimal() and int(asked) else IDLE_SECONDS


def configuration() -> Config:
    """Voilà's settings, but for what depends on the port and the notebook (`web.serve`)."""
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
        "websocket_compression_options": {},
        "websocket_max_message_size": LONGEST_FRAME,
        "ws_ping_interval": PING_MS,
        "ws_ping_timeout": 3 * PING_MS,  # a timeout that is no longer than the interval closes every line at its first ping
        "allow_remote_access": False,  # refuse requests that name another host: a page elsewhere may point its own name here
        "local_hostnames": ["localhost"],
    }
    return config
