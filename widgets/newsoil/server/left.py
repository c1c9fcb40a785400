"""After somebody left quickly: whoever goes back in this browser finds an empty page, until they ask for the workbook."""

from jupyter_server.base.handlers import JupyterHandler
from tornado import web

from newsoil._paths import guide_folder
from newsoil.guide import open_guide
from newsoil.server.assets import assets
from newsoil.server.cookies import LEFT, MARK, own
from newsoil.server.elsewhere import is_led_here


def empty_page(handler: JupyterHandler) -> str:
    """The empty page with its one link."""
    words = open_guide(guide_folder()).words.get("leaving", {})
    template = handler.settings["voila_jinja2_env"].get_template("left.html.j2")
    page: str = template.render(words=words, language="en", assets=assets().address(handler.base_url), base_url=handler.base_url)
    return page


class ReturnHandler(JupyterHandler):
    """The way back, for whoever asks for it."""

    @web.authenticated
    def get(self) -> None:
        """Forget that somebody left, and open the workbook. 403: a link elsewhere may not ask for it."""
        if is_led_here(self):
            raise web.HTTPError(403)
        self.clear_cookie(own(LEFT, self.settings[MARK]), path=self.base_url)
        self.redirect(self.base_url)
