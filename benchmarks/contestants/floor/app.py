"""The floor: what a page costs that does the job with nothing but a browser and a small server."""

import json
import sys
from pathlib import Path

import tornado.ioloop
import tornado.web

from benchmarks import job

HERE = Path(__file__).parent


class Answers(tornado.web.RequestHandler):
    """Takes all answers at each change."""

    def post(self) -> None:
        self.write(job.save(json.loads(self.request.body)))


class Data(tornado.web.RequestHandler):
    """Gives the ninety days."""

    def get(self) -> None:
        self.write(job.data())


class Start(tornado.web.RequestHandler):
    """Gives the page."""

    def get(self) -> None:
        self.write((HERE / "page.html").read_text("utf-8"))


class Plotly(tornado.web.StaticFileHandler):
    """Gives the bundle of plotly.js that was asked for."""


def main(port: int, bundle: str) -> None:
    """Serve on the loopback until stopped."""
    if bundle == "full":
        import plotly

        path = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
    else:
        path = Path(bundle)
    rules = [
        ("/", Start),
        ("/answers", Answers),
        ("/data", Data),
        ("/plotly/(.*)", Plotly, {"path": str(path.parent)}),
    ]
    (rules[3][2])["default_filename"] = path.name
    tornado.web.Application(rules).listen(port, "127.0.0.1")
    tornado.ioloop.IOLoop.current().start()


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
