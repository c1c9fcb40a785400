"""A real Chromium, the real servers, a fresh folder of notes for each test."""

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from canary import own_folders
from doors import opened
from newsoil._paths import DATA
from servers import Server, running


def thorough(*values):
    """One more look, which `make ways` takes; `make test` takes the one that finds most."""
    return pytest.param(*values, marks=pytest.mark.thorough)


LOOKS = [(390, "light"), thorough(1280, "dark"), thorough(320, "dark")]
"""Widths with a scheme each: colours do not depend on the width, so six looks find no more than three."""

FIRST = "start"
"""The stage where a page begins."""

WAITED = [r"Timeout \d+ms exceeded", r"with timeout \d+ms", "not reached within"]
"""How a test ends that waited for something and gave up."""


def pytest_collection_modifyitems(items):
    """Everything here drives a browser. What gave up waiting is passed once more, and the report names it.

    Several browsers share two processors, so a wait that ran out says as much about the machine as about the app; the same wait twice
    says it about the app. A wrong word, a lost answer and a wrong count are never tried again, and where losses are counted nothing is.
    """
    for item in items:
        if Path(__file__).parent in Path(str(item.fspath)).parents:
            item.add_marker(pytest.mark.browser)
            if not os.environ.get("NEWSOIL_FAULTS"):
                item.add_marker(pytest.mark.flaky(reruns=1, only_rerun=WAITED))


@pytest.fixture
def home(tmp_path):
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


@pytest.fixture
def app(home):
    with running("app", home) as server:
        yield server


@pytest.fixture(scope="module")
def shared_app(tmp_path_factory):
    """One app for tests that only look."""
    folder = tmp_path_factory.mktemp("shared") / "home"
    folder.mkdir()
    with running("app", folder) as server:
        yield server


@pytest.fixture(scope="session")
def lived_in(tmp_path_factory):
    """One app with an autumn of notes, for tests that only look. All its folders are its own."""
    place = tmp_path_factory.mktemp("lived-in")
    shutil.copytree(DATA / "sample" / "journals" / "sample", place / "home" / "journals" / "mine")
    with running("app", place / "home") as server:
        yield server
        assert "ping timeout" not in server.log.read_text(), "a page that was only looked at lost its line"


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """An app in folders of its own, started from a shell that holds secrets."""
    place = tmp_path_factory.mktemp("doors")
    shell = {"GITHUB_TOKEN": "canary-shell", "DB_PASSWORD": "canary-shell", "AWS_PROFILE": "canary-shell", "HTTPS_PROXY": "canary-shell"}
    with running("app", place / "home", **own_folders(place), **shell) as server:
        yield server


@pytest.fixture(scope="module")
def visit(server):
    """A page of that app, opened without a browser."""
    return opened(server)


@pytest.fixture
def lab(home):
    with running("lab", home) as server:
        yield server


class Reader:
    """A person at a browser. `port` is that of the server, or of a proxy before it."""

    def __init__(self, context, server: Server, port: int | None = None):
        self.context, self.server, self.port = context, server, port or server.port
        self.elsewhere: list[str] = []
        self.errors: list[str] = []
        context.on("request", lambda request: self._look(request.url))
        context.on("weberror", lambda error: self.errors.append(str(error.error)))
        context.on("console", lambda said: self.errors.append(said.text) if said.type == "error" else None)

    def page(self, stage: str = "", address: str | None = None) -> Page:
        page = self.context.new_page()
        page.goto((address or f"http://127.0.0.1:{self.port}/?token={self.server.token}") + (f"#/{stage}" if stage else ""))
        return page

    def open(self, stage: str) -> Page:
        """The app at a stage, ready to be used."""
        page = self.page(stage)
        ready(page, stage)
        return page

    def _look(self, address: str) -> None:
        if not address.startswith((f"http://127.0.0.1:{self.port}/", f"ws://127.0.0.1:{self.port}/", "data:", "blob:", "about:", "file:")):
            self.elsewhere.append(address)


def ready(page: Page, stage: str) -> None:
    """Wait until the stage stands on the page and its exercises have heard from the journal."""
    page.wait_for_selector(f'main[data-stage="{stage}"]', timeout=40_000)
    unready = page.locator("[data-exercise]:is([data-waiting], :not(:has(.ns-form, .ns-rest)))")
    expect(unready).to_have_count(0, timeout=20_000)


def go(page: Page, stage: str) -> None:
    """To another stage by its address, without a page load."""
    page.evaluate("(stage) => { location.hash = `#/${stage}`; }", stage)
    ready(page, stage)


@contextmanager
def reading(chromium, server: Server, port: int | None = None, **how) -> Iterator[Reader]:
    """A person with a browser of their own: cookies, cache and clipboard are nobody else's."""
    context = chromium.new_context(**{"viewport": {"width": 1280, "height": 900}, **how})
    yield Reader(context, server, port)
    context.close()


@pytest.fixture(scope="module")
def open_page(chromium, shared_app):
    """One page of that app for all tests of a file; each has an exercise of its own, or begins afresh."""
    with reading(chromium, shared_app) as reader:
        yield reader.open(FIRST)


@pytest.fixture
def reader(chromium, app):
    with reading(chromium, app) as reader:
        yield reader


def entries(home: Path) -> list[dict]:
    """All entries on disk, read as a person with an editor would."""
    files = sorted(home.glob("journals/*/entries/*.json"))
    return [entry for file in files for entry in json.loads(file.read_text("utf-8")).get("entries", [])]
