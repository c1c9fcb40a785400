"""No, said in words of our own by what sends files: Tornado's bare "404: Not Found" leaves a person without a way out."""

from typing import Any

from tornado import web

from newsoil.server.elsewhere import is_from_elsewhere, is_led_here, names_another_host

FILE_HEADERS = {"Cross-Origin-Resource-Policy": "same-origin", "Referrer-Policy": "same-origin", "X-Content-Type-Options": "nosniff"}
"""What a file is sent with: no page elsewhere may use it, what it loads tells nobody elsewhere, and it is nothing but what it is called. A
page says the rest (`headers`); in a file it would mean nothing, and cost more bytes than some of them have."""


class SaysNo(web.RequestHandler):
    """Sends files to our own pages alone, and answers no with the pages that the app has for it (`error.html`).

    Nothing of a person is in a file, so none needs a token. But a file that any page may load says that New Soil runs here. What is refused
    is kept by no browser, and what is kept is kept for the site that asked, so answers do not `Vary` by who asks.
    """

    def set_default_headers(self) -> None:
        """The few that files need. That the server is Tornado's is nobody's business, and those bytes pay for some of these."""
        self.clear_header("Server")
        for name, value in FILE_HEADERS.items():
            self.set_header(name, value)

    def prepare(self) -> None:
        """Turn away whoever is not one of our pages. 403: nothing elsewhere has a reason to load a file of ours, or to lead to one."""
        if names_another_host(self) or is_from_elsewhere(self) or is_led_here(self):
            raise web.HTTPError(403)

    def write_error(self, status_code: int, **_: Any) -> None:
        """The page for this status, kept by nobody, as every page of the app. It says nothing of what is here: who asks is not known."""
        for name, value in self.settings.get("headers", {}).items():
            self.set_header(name, value)
        self.set_header("Content-Type", "text/html; charset=utf-8")
        template = self.settings["voila_jinja2_env"].select_template([f"{status_code}.html", "error.html"])
        self.finish(template.render(base_url=self.settings.get("base_url", "/"), logged_in=False, start=True))
