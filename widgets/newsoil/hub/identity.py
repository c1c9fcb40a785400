"""Who may open the app of a hub: the person whose server it is, and nobody else."""

import os
from typing import Any

from jupyter_server.auth.identity import User
from jupyterhub.singleuser.extension import JupyterHubIdentityProvider
from tornado.web import HTTPError, RequestHandler

from newsoil.server.elsewhere import is_from_elsewhere


class HubIdentity(JupyterHubIdentityProvider):
    """JupyterHub's provider in place of the token, with these things of ours.

    * Whoever is not the person whose server this is gets 403, whatever the hub would let them: an administrator with scopes over servers,
      or somebody with whom a server was shared.
    * What another page asks for is refused, as in the app on one's own computer.
    * Its two addresses lie below the server's own; Voilà adds an identity provider's as they are.
    """

    def __init__(self, **traits: Any) -> None:
        voilas = ("token", "login_handler_class")  # of a provider with a token
        super().__init__(**{name: value for name, value in traits.items() if name not in voilas})
        self.owner = os.environ.get("JUPYTERHUB_USER", "")

    async def get_user(self, handler: RequestHandler) -> User | None:
        """The person of a request; `None` sends a browser to the hub. Raises `HTTPError` for anybody else, and for another page."""
        if is_from_elsewhere(handler):
            raise HTTPError(403, "This app answers its own pages alone.")
        user: User | None = await super().get_user(handler)
        if user is None:
            return None
        if not self.owner or user.username != self.owner or user.hub_user.get("kind") != "user":  # type: ignore[attr-defined] # the hub's user
            raise HTTPError(403, "This server is somebody else's.")
        if handler.request.path == self.hub_auth.base_url and handler.request.method == "GET":
            handler.current_user = user
            _ = handler.xsrf_token  # reading it sets the cookie, without which a page that is left could not say so (voila#1458)
        return user

    def should_check_origin(self, handler: RequestHandler) -> bool:  # noqa: ARG002 - the base gives it
        """Always: Jupyter would let every page in that knows a token."""
        return True

    def get_handlers(self) -> list[Any]:
        """The way back from the hub, and the way out."""
        return [(self.hub_auth.base_url + address.lstrip("/"), *more) for address, *more in super().get_handlers()]
