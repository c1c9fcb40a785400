"""Voilà's own files, with a plain "not there" for every other address below theirs."""

from tornado.web import HTTPError
from voila.static_file_handler import AllowListFileHandler, MultiStaticFileHandler, TemplateStaticFileHandler

from newsoil.server.says_no import SaysNo


class TemplateFiles(SaysNo, TemplateStaticFileHandler):
    """Voilà 0.5.13 answers an address that has not three parts with an error of the server, and a traceback in the log."""

    def parse_url_path(self, path: str) -> str:
        """The file that an address means. Raises `HTTPError` when it is none of a template's static folder."""
        match path.split("/"):
            case [_, "static", _, *_]:
                return str(super().parse_url_path(path))
        raise HTTPError(404)


class StaticFiles(SaysNo, MultiStaticFileHandler):
    """What Voilà's own front end loads."""


class AllowedFiles(SaysNo, AllowListFileHandler):
    """Files beside the notebook: none is allowed (`configuration`)."""
