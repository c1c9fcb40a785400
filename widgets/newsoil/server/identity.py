"""Who may open the app: whoever came once with the token, and the cookie afterwards."""

import hmac
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl, urlencode

from jupyter_server.auth.identity import PasswordIdentityProvider, User
from jupyter_server.base.handlers import APIHandler
from tornado.web import Finish, HTTPError, RequestHandler
from tornado.websocket import WebSocketHandler

from newsoil.journal.tries import pause
from newsoil.server.elsewhere import is_from_elsewhere
from newsoil.server.sign_in import SignIn, SignOut, TooSoon

UNGUESSABLE = 22
"""Characters of a token that nobody guesses, as those that `newsoil` makes. It lets in at once, however many wrong ones came before."""

FORGOTTEN = 600
"""Seconds after which wrong tokens are no longer counted."""


class WrongTokens:
    """The wrong tokens that this server was given lately: after the first few, the next has to wait, longer each time, at most a minute.

    `clock` gives seconds and never goes back.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._count, self._last = 0, float("-inf")

    def wait(self) -> float:
        """Seconds until a token is looked at again."""
        return max(0.0, pause(self._count) - (self._clock() - self._last))

    def fits(self, given: str, token: str) -> bool:
        """Whether this is the token; the time that the answer takes says nothing of it.

        A token that could be guessed is not looked at while it is too soon. What comes meanwhile makes the wait no longer: so nobody keeps
        the person out for long.
        """
        fits = hmac.compare_digest(given.encode("utf-8", "replace"), token.encode())
        if self.wait() and not (fits and len(token) >= UNGUESSABLE):
            return False
        if fits:
            self._count = 0
            return True
        self._count = 1 if self._clock() - self._last > FORGOTTEN else self._count + 1
        self._last = self._clock()
        return False


class NewSoilIdentity(PasswordIdentityProvider):
    """Jupyter's provider, with some things mended for a page that a person bookmarks and leaves.

    * The token leaves the address at once, by a redirect: neither the address bar nor the browser's history keeps it.
    * Reading the page also sets the XSRF cookie. Without it Voilà's own message "this tab is closed" is refused (voila#1458) and
      kernels pile up.
    * What another page asks for is refused, with a token too. Only a link leads here from elsewhere.
    * Wrong tokens are slowed down, and no password can be set in place of the token.
    """

    def __init__(self, **traits: Any) -> None:
        ours = {"login_handler_class": SignIn, "logout_handler_class": SignOut}
        super().__init__(**{**traits, **ours, "allow_password_change": False})
        self.cookie_options = {"samesite": "Lax", **self.cookie_options}
        self.wrong_tokens = WrongTokens()

    @property
    def auth_enabled(self) -> bool:
        """Always: there is no app without a token."""
        return True

    async def get_user(self, handler: RequestHandler) -> User | None:
        """The user of a request; `None` sends a browser to where it signs in. Raises `HTTPError` for a request of another page."""
        if is_from_elsewhere(handler):
            raise HTTPError(403, "This app answers its own pages alone.")
        user: User | None = await super()._get_user(handler)
        if user is None or handler.request.method != "GET" or isinstance(handler, APIHandler | WebSocketHandler):
            return user
        if _is_page(handler):
            handler.current_user = user
            _ = handler.xsrf_token  # reading it sets the cookie
        if "token" in handler.request.query_arguments:
            handler.redirect(_without_token(handler))
            raise Finish
        return user

    async def get_user_token(self, handler: RequestHandler) -> User | None:
        """The user of a request that brings the token; whoever has the cookie is in, with whatever token of former days."""
        given: str | None = self.get_token(handler)
        known: Any = self.get_user_cookie(handler)
        if not given or not self.token:
            return None
        if known is not None:
            return known if hmac.compare_digest(given.encode("utf-8", "replace"), str(self.token).encode()) else None
        return self.generate_anonymous_user(handler) if self.wrong_tokens.fits(given, str(self.token)) else None

    def process_login_form(self, handler: RequestHandler) -> User | None:
        """The user of whoever typed the token. Raises `TooSoon` while it is not looked at."""
        typed = handler.get_argument("password", default="")
        if self.token and self.wrong_tokens.fits(typed, str(self.token)):
            return self.generate_anonymous_user(handler)
        if wait := self.wrong_tokens.wait():
            raise TooSoon(wait)
        return None

    def should_check_origin(self, handler: RequestHandler) -> bool:  # noqa: ARG002 - the base gives it
        """Always: Jupyter would let every page in that knows the token."""
        return True


def _is_page(handler: RequestHandler) -> bool:
    """Whether the request is for the page itself."""
    return bool(handler.request.path == handler.settings.get("base_url", "/"))


def _without_token(handler: RequestHandler) -> str:
    """The address of a request without its token. One that begins with two slashes would lead to another host."""
    rest = [(name, value) for name, value in parse_qsl(handler.request.query) if name != "token"]
    return "/" + handler.request.path.lstrip("/\\") + (f"?{urlencode(rest)}" if rest else "")
