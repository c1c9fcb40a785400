"""No, said in words of our own by what sends files: Tornado's bare "404: Not Found" leaves a person without a way out."""

from typing import Any

from tornado import web


class SaysNo(web.RequestHandler):
    """Answers no with the pages that the app has for it (`error.html`). It does not know who asks, so it says nothing of what is here."""

    def write_error(self, status_code: int, **_: Any) -> None:
        """The page for this status, kept by nobody, as every page of the app."""
        for name, value in self.settings.get("headers", {}).items():
            self.set_header(name, value)
        self.set_header("Content-Type", "text/html; charset=utf-8")
        template = self.settings["voila_jinja2_env"].select_template([f"{status_code}.html", "error.html"])
        self.finish(template.render(base_url=self.settings.get("base_url", "/"), logged_in=False, start=True))
