"""One person's server on a hub: the app, with the hub's word who comes in place of the token. `python -m newsoil.hub` is this.

It is Voilà itself that listens, with our handlers alone: no Jupyter Server beside it, so no contents, no terminals and no address that
runs code; and no proxy in front of it, whose sockets would have to be watched apart.
"""

import os
from typing import Any, ClassVar
from urllib.parse import urlsplit

from jupyterhub import __version__ as hub_version

from newsoil._errors import BadStart
from newsoil._lean import leave_out_grammars
from newsoil._paths import home_folder
from newsoil.guide.whereabouts import WHERE
from newsoil.hub.identity import HubIdentity
from newsoil.journal.files import make_private
from newsoil.server.web import LONGEST_BODY, WebApp, set_up


class HubApp(WebApp):
    """The app behind a hub's proxy, which says where a request came from."""

    listening: ClassVar[dict[str, Any]] = {"max_body_size": LONGEST_BODY, "xheaders": True}


def sockets() -> tuple[str, ...]:
    """The address of the hub's sockets as a policy names it, if the hub knows its own: for browsers to which `'self'` is no socket."""
    public = urlsplit(os.environ.get("JUPYTERHUB_PUBLIC_URL", ""))
    return (f"{'wss' if public.scheme == 'https' else 'ws'}://{public.netloc}",) if public.netloc else ()


def serve() -> None:
    """Serve the workbook to the person whom the hub started this for, until the process is ended.

    Raises:
        BadStart: it was not a hub that started it.
    """
    address, prefix = urlsplit(os.environ.get("JUPYTERHUB_SERVICE_URL", "")), os.environ.get("JUPYTERHUB_SERVICE_PREFIX", "")
    if not (address.port and prefix and os.environ.get("JUPYTERHUB_USER")):
        raise BadStart("This is started by a JupyterHub. To open the workbook on this computer: newsoil app")
    leave_out_grammars()
    os.environ[WHERE] = "server"
    home = home_folder()
    make_private(home)
    listens = {"ip": address.hostname or "", "port": address.port, "base_url": prefix, "identity_provider_class": HubIdentity}
    app = set_up(HubApp, home, listens, sockets=sockets())
    told = {**app.tornado_settings["headers"], "X-JupyterHub-Version": hub_version}  # the hub looks for it
    # The hub's names are not known here. A page elsewhere that points a name of its own here brings no cookie, so nobody is let in by it.
    app.tornado_settings = {**app.tornado_settings, "allow_remote_access": True, "headers": told}
    app.greet = lambda _address: None  # who comes, comes by the hub
    app.start()
