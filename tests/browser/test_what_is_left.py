"""What New Soil leaves on a device is what its page says: real runs, with every folder of the person's watched."""

import json
import os
import signal
import subprocess
import sys
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import expect

from canary import CANARY, holding, own_folders
from conftest import go, reading, ready
from filling import prompt_on, settled
from lab_pages import run_all
from newsoil._paths import guide_folder
from newsoil.guide import read_guide
from newsoil.journal import Edit, Store
from places import PLACES, files, is_there, unnamed
from servers import NO_BROWSER, Opening, Server, free_port, reached, standing
from test_leaving_quickly import is_left_at_once

SAID = read_guide(guide_folder()).words
TITLE, LEAVE, OPEN = SAID["leaves"]["title"], SAID["shell"]["leave"], SAID["leaving"]["open"]
PAGES = ("about", "leaves")
STAGE = "after-trust-was-hurt"


# ---- the list and real runs ----------------------------------------------------------------------------------------


@contextmanager
def watched(command: str, place: Path):
    """A server, with a place of its own for everything that it and its kernels could write."""
    (place / "home").mkdir()
    environment = {**own_folders(place), **NO_BROWSER}
    with standing(Opening(command, place / "home", free_port(), environment=environment)) as server:
        yield server


def left_elsewhere(server: Server) -> list[str]:
    """Everything, folders too, that a run left in any of the person's folders but New Soil's own."""
    folders = [Path(folder) for name, folder in server.environment.items() if name != "BROWSER"]
    return sorted(str(path.relative_to(server.home.parent)) for folder in folders for path in folder.rglob("*"))


def missing(server: Server) -> list[str]:
    """The places that are said to be always there after such a run and are not."""
    return [place.id for place in PLACES if place.when in ("always", server.command) and not is_there(place, server.home)]


def yesterday(home: Path) -> None:
    """A note of yesterday, so that the first word of today has something to back up."""
    at = (datetime.now().astimezone() - timedelta(days=1)).isoformat(timespec="seconds")
    edit = {"page": "one", "seq": 1, "exercise": "journal", "entry": "e0", "made_at": at, "at": at, "act": "answer", "prompt": "text"}
    Store(home).record(Edit(**edit, value="yesterday"))


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_what_the_app_leaves_is_on_the_page_and_nothing_is_left_elsewhere(chromium, tmp_path, how):
    with watched("app", tmp_path) as server, reading(chromium, server) as reader:
        yesterday(server.home)
        page = reader.open(STAGE)
        prompt_on(page, "journal", "text").locator("textarea").fill(f"{CANARY} a walk by the river")
        settled(page)
        go(page, "seeing-change")
        page.locator(".ns-looks").evaluate("(looks) => { looks.open = true; }")
        page.locator('.ns-settings input[name="exit"][value="blank"]').check()
        reached(lambda: "blank" in (server.home / "journals" / "mine" / "settings.json").read_text())
        for format_ in ("json", "print"):
            taken_out(server, "export", "--format", format_, "--out", str(tmp_path / f"taken.{format_}"))
        taken_out(server, "backup", str(tmp_path / "taken.backup"))
        page.get_by_role("link", name=LEAVE).last.click()
        page.wait_for_url("about:blank")
        cookies = reader.context.cookies()
        server.stop(how)
        assert left_elsewhere(server) == []
        assert unnamed(server.home) == []
        assert missing(server) == []
        assert is_there(next(place for place in PLACES if place.id == "backups"), server.home)
        assert holding(tmp_path, CANARY) == [
            f"home/journals/mine/entries/{datetime.now().astimezone():%Y-%m}.json",
            *sorted(f"taken.{name}" for name in ("backup", "json", "print")),
        ]
        told = {cookie["name"] for cookie in cookies}
        own = {f"username-127-0-0-1-{server.port}", server.cookie("newsoil_looks"), server.cookie("newsoil_left")}
        assert told == {"_xsrf", *own}, "the page speaks of four cookies"
        assert CANARY not in json.dumps(cookies)


def taken_out(server: Server, *arguments: str) -> None:
    """Take notes out as a person does, in the server's surroundings."""
    command, *options = arguments
    told = [sys.executable, "-m", "newsoil.cli", command, "--home", str(server.home), *options]
    subprocess.run(told, env={**os.environ, **server.environment}, check=True, capture_output=True)


def test_what_jupyterlab_leaves_is_on_the_page_and_nothing_is_left_elsewhere(chromium, tmp_path):
    with watched("lab", tmp_path) as server, reading(chromium, server) as reader:
        page = run_all(reader, "01-after-trust-was-hurt.ipynb")
        prompt_on(page, "journal", "text").locator("textarea").fill(f"{CANARY} a walk by the river")
        settled(page)
        before = (server.home / "notebooks" / "01-after-trust-was-hurt.ipynb").stat().st_mtime_ns
        page.keyboard.press("Control+s")
        reached(lambda: (server.home / "notebooks" / "01-after-trust-was-hurt.ipynb").stat().st_mtime_ns != before)
        reached(lambda: list((server.home / "lab" / "workspaces").glob("*")), within=20)
        page.close(run_before_unload=True)
        server.stop()
        assert left_elsewhere(server) == []
        assert unnamed(server.home) == []
        assert missing(server) == []
        assert [name for name in files(server.home) if "history" in name] == []
        assert (reader.elsewhere, reader.errors) == ([], []), "no part is missed that was switched off"
        assert [Path(name).parent for name in holding(tmp_path, CANARY)] == [Path("home/journals/mine/entries")]


def test_jupyterlab_shows_the_page_among_the_notebooks(chromium, tmp_path):
    with watched("lab", tmp_path) as server, reading(chromium, server) as reader:
        page = reader.page(address=f"http://127.0.0.1:{server.port}/lab/tree/what-this-leaves.md?reset&token={server.token}")
        shown = page.locator(".jp-RenderedMarkdown")
        expect(shown.get_by_role("heading", name=TITLE)).to_be_visible(timeout=60_000)
        expect(shown.get_by_text(str(server.home), exact=True)).to_be_visible()
        assert reader.elsewhere == []


# ---- the page itself, and leaving it -------------------------------------------------------------------------------


@pytest.fixture(params=PAGES)
def prose(request, chromium, lived_in):
    """One of the pages that need no kernel, whose way out leads to an empty page: tests speak to no other host."""
    with reading(chromium, lived_in) as reader:
        page = reader.page()
        page.goto(address(lived_in, request.param))
        page.evaluate("document.documentElement.dataset.exit = 'blank'")
        page.elsewhere, page.errors = reader.elsewhere, reader.errors
        yield page


def address(server: Server, name: str) -> str:
    return f"http://127.0.0.1:{server.port}/newsoil/{name}"


@pytest.mark.parametrize("how", ["click", "keys"])
def test_nothing_of_a_page_to_read_is_seen_at_once_when_it_is_left(prose, how):
    is_left_at_once(prose, how)
    assert (prose.elsewhere, prose.errors) == ([], [])


def test_the_first_stop_of_the_keyboard_leaves_a_page_to_read_and_the_second_leads_to_its_words(prose):
    prose.keyboard.press("Tab")
    first = prose.locator(".ns-skip[data-leave]")
    expect(first).to_be_focused()
    expect(first).to_be_in_viewport()
    assert first.inner_text() == LEAVE
    prose.keyboard.press("Tab")
    prose.keyboard.press("Enter")
    expect(prose.locator("main")).to_be_focused()
    first.press("Enter")
    prose.wait_for_url("about:blank")


def test_shift_and_another_key_leave_no_page_to_read(prose):
    for key in ("Shift+A", "Shift+B", "Shift+C", "Shift", "Shift", "x", "Shift"):
        prose.keyboard.press(key)
    assert "/newsoil/" in prose.url
    prose.keyboard.press("Shift")
    prose.keyboard.press("Shift")
    prose.wait_for_url("about:blank")


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_the_way_out_stays_in_view_while_a_page_to_read_is_scrolled(prose, width):
    prose.set_viewport_size({"width": width, "height": 700})
    prose.evaluate("scrollTo(0, document.body.scrollHeight)")
    expect(prose.locator(".ns-tools [data-leave]")).to_be_in_viewport(ratio=1)
    assert prose.evaluate("document.scrollingElement.scrollWidth <= innerWidth")


def test_after_leaving_no_page_to_read_and_no_page_before_it_is_seen_until_somebody_opens_it(prose, lived_in):
    told = prose.locator("h1").inner_text()
    prose.get_by_role("link", name=LEAVE).last.click()
    prose.wait_for_url("about:blank")
    prose.go_back()
    way_back = prose.get_by_role("link", name=OPEN)
    expect(way_back).to_be_visible()
    for name in PAGES:
        prose.goto(address(lived_in, name))
        expect(way_back).to_be_visible()
        assert told not in prose.locator("body").inner_text()
        assert prose.title() == SAID["leaving"]["left"]
    way_back.click()
    prose.wait_for_selector("main[data-stage]", timeout=40_000)  # where somebody was last, which other tests decide


def test_a_page_that_the_browser_kept_whole_shows_nothing_once_somebody_left_from_another(chromium, lived_in):
    with reading(chromium, lived_in) as reader:
        kept = reader.page()
        kept.goto(address(lived_in, "about"))
        reader.context.add_cookies([{"name": lived_in.cookie("newsoil_left"), "value": "1", "url": f"http://127.0.0.1:{lived_in.port}/"}])
        seen = kept.evaluate("""() => {
            dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
            return [...document.body.children].filter((one) => one.checkVisibility()).length;
        }""")
        assert seen == 0
        expect(kept.get_by_role("link", name=OPEN)).to_be_visible()


def test_no_browser_keeps_a_page_to_read(chromium, lived_in):
    with reading(chromium, lived_in) as reader:
        page = reader.page()
        for name in PAGES:
            assert "no-store" in page.goto(address(lived_in, name)).headers["cache-control"]


def test_the_panel_leads_to_the_page_and_the_page_back(chromium, lived_in):
    with reading(chromium, lived_in) as reader:
        page = reader.open("start")
        page.locator("#support").get_by_role("link", name=TITLE).click()
        expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
        expect(page.get_by_text(str(lived_in.home), exact=True)).to_be_visible()
        page.get_by_role("link", name=SAID["shell"]["back-to-workbook"]).first.click()
        ready(page, "start")
        assert reader.errors == []


def test_what_is_said_of_the_history_before_the_first_use_leads_to_the_page(chromium, lived_in):
    with reading(chromium, lived_in) as reader:
        page = reader.open("start")
        told = page.locator("#ns-leaving")
        link = page.get_by_role("link", name=TITLE, include_hidden=True)
        assert told.locator("p", has=link).inner_text().startswith(SAID["leaving"]["history"])
        told.evaluate("(told) => told.showModal()")
        expect(told.get_by_role("button")).to_be_focused()
        told.get_by_role("link", name=TITLE).click()
        expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
