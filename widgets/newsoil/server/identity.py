"""Who may open the app: whoever came once with the token, and the cookie afterwards."""

from urllib.parse import parse_qsl, urlencode

from jupyter_server.auth.identity import PasswordIdentityProvider, User
from tornado.web import Finish, RequestHandler


class NewSoilIdentity(PasswordIdentityProvider):
    """Jupyter's provider, with two things mended for a page that a person bookmarks and leaves.

    * The token leaves the address at once, by a redirect: neither the address bar nor the browser's history keeps it.
    * Reading the page also sets the XSRF cookie. Without it Voilà's own message "this tab is closed" is refused (voila#1458) and
      kernels pile up.
    """

    async def get_user(self, handler: RequestHandler) -> User | None:
        """The user of a request; `None` sends a browser to the login page."""
        user: User | None = await super()._get_user(handler)
        if user is not None and handler.request.method == "GET" and _is_page(handler):
            handler.current_user = user
            _ = handler.xsrf_token  # reading it sets the cookie
            if handler.get_query_argument("token", ""):
                handler.redirect(_without_token(handler))
                raise Finish
        return user


def _is_page(handler: RequestHandler) -> bool:
    """Whether the request is for the page itself, which alone ends in a slash or is the workbook."""
    return bool(handler.request.path == handler.settings.get("base_url", "/"))


def _without_token(handler: RequestHandler) -> str:
    """The address of a request without its token."""
    rest = [(name, value) for name, value in parse_qsl(handler.request.query) if name != "token"]
    return handler.request.path + (f"?{urlencode(rest)}" if rest else "")
