"""Signing in: what somebody sees who has neither the token nor the cookie."""

from math import ceil
from typing import Any
from urllib.parse import parse_qs, urlsplit

from jupyter_server.auth.decorator import allow_unauthenticated
from jupyter_server.auth.login import LoginFormHandler
from jupyter_server.base.handlers import JupyterHandler
from tornado import web

from newsoil._paths import guide_folder
from newsoil.guide import open_guide
from newsoil.server.assets import assets
from newsoil.server.elsewhere import is_led_here


class TooSoon(Exception):
    """A few wrong tokens came, and no other is looked at for `seconds`."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"No token is looked at for {seconds:.1f} s.")
        self.seconds = seconds


class SignIn(LoginFormHandler):
    """A page that says how to come in, and takes the token. It names neither the app nor anything behind it."""

    @allow_unauthenticated
    def get(self) -> None:
        """The form, or the page that was wanted for whoever is in."""
        asked = urlsplit(self._next())
        if self.current_user:
            self._redirect_safe(self._next())  # type: ignore[no-untyped-call] # the base carries no types
        elif wait := self._identity.wrong_tokens.wait():
            self._too_soon(wait)
        else:
            self._show("wrong" if "token" in parse_qs(asked.query) else "")

    @allow_unauthenticated
    def post(self) -> None:
        """Open to whoever typed the token."""
        try:
            user = self.identity_provider.process_login_form(self)
        except TooSoon as soon:
            self._too_soon(soon.seconds)
            return
        if user is None:
            self.set_status(401)
            self._show("wrong")
            return
        self.current_user = user
        self.identity_provider.set_login_cookie(self, user)
        self._redirect_safe(self._next())  # type: ignore[no-untyped-call] # as above

    @property
    def _identity(self) -> Any:
        """Ours: no other has this form."""
        return self.identity_provider

    def _next(self) -> str:
        """Where the person wanted to go."""
        return str(self.get_query_argument("next", default=self.base_url))

    def _too_soon(self, seconds: float) -> None:
        self.set_status(429)
        self.set_header("Retry-After", str(ceil(seconds)))
        self._show("wait", seconds=ceil(seconds))

    def _show(self, sentence: str, **values: Any) -> None:
        """The page, with a sentence of the content above the form."""
        words = open_guide(guide_folder()).words.get("sign-in", {})
        said = words.get(sentence, "").format(**values)
        template = self.settings["voila_jinja2_env"].get_template("sign-in.html.j2")
        # A browser names no origin in a form of a page that tells nobody where it comes from, and without one the form is refused.
        self.set_header("Referrer-Policy", "same-origin")
        shared = {"language": "en", "assets": assets().address(self.base_url), "base_url": self.base_url}
        self.finish(template.render(words=words, said=said, form=self.xsrf_form_html(), **shared))


class SignOut(JupyterHandler):
    """Forgets the browser. Jupyter's own page for it would name Jupyter."""

    @allow_unauthenticated
    def get(self) -> None:
        """Take the cookie away, and lead to where somebody signs in. 403: a link elsewhere may not sign anybody out."""
        if is_led_here(self):
            raise web.HTTPError(403)
        self.identity_provider.clear_login_cookie(self)
        self.redirect(f"{self.base_url}login")
