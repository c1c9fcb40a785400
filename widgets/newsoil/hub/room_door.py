"""The door of a room on a hub: the hub says who somebody is and what they may, the room hears neither name nor account."""

import hmac
import secrets
from typing import Any

from jupyterhub.services.auth import HubOAuth, HubOAuthCallbackHandler
from tornado.httputil import url_concat
from tornado.web import RequestHandler

from newsoil.server.door import Guest
from newsoil.server.elsewhere import is_from_elsewhere

TAKE_PART, FACILITATE = "custom:room:take-part", "custom:room:facilitate"
"""The hub's scopes for the two roles, as `deploy/jupyterhub/jupyterhub_config.py` defines them. The second holds the first."""


class HubDoor:
    """Asks the hub, by the cookie that it gave this room for a person, or by a token of theirs.

    `hub` is what speaks with the hub; the one of this process unless another is given.
    """

    def __init__(self, hub: Any = None) -> None:
        self._hub = hub if hub is not None else HubOAuth.instance()
        self._key = secrets.token_bytes(32)

    async def who(self, handler: RequestHandler) -> Guest | None:
        """Who it is by their scopes. What a page elsewhere asks for is nobody's, and a service of the hub is nobody either."""
        if is_from_elsewhere(handler):
            return None
        known = await self._hub.get_user(handler, sync=False)
        if known is None or known.get("kind") != "user" or not self._hub.check_scopes(self._hub.access_scopes, known):
            return None
        mark = hmac.new(self._key, str(known["name"]).encode(), "sha256").hexdigest()[:16]
        if FACILITATE in known["scopes"]:
            return Guest("facilitator", mark)
        return Guest("participant", mark) if TAKE_PART in known["scopes"] else None

    def lead_in(self, handler: RequestHandler) -> None:
        """Lead a browser to the hub, which leads it back to where it wanted to go.

        Somebody whom the hub lets in and who has neither role would go round in circles, so they are told no.
        """
        if getattr(handler, "_cached_hub_user", None):
            handler.send_error(403)
            return
        verifier, challenge, method = self._hub.generate_pkce_code_challenge()
        state = self._hub.set_state_cookie(handler, next_url=handler.request.uri, code_verifier=verifier)
        asked = {"state": state, "code_challenge": challenge, "code_challenge_method": method}
        handler.redirect(url_concat(self._hub.login_url, asked))

    def addresses(self) -> list[Any]:
        """The way back from the hub."""
        return [(f"{self._hub.base_url}oauth_callback", HubOAuthCallbackHandler)]
