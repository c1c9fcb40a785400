"""What tests of visits share: a server as somebody starts it, the file that is taken and brought, and how a page goes on."""

import re
from pathlib import Path

from playwright.sync_api import expect

from canary import own_folders
from conftest import ready
from filling import prompt_on, settled
from newsoil._paths import guide_folder
from newsoil.guide import read_guide
from servers import Server, free_port, reached

SAID = read_guide(guide_folder()).words
KEEPING, SAVE, BRINGING = SAID["keeping"], SAID["save"], SAID["your-notes"]
STAGE, EXERCISE, PROMPT = "after-trust-was-hurt", "journal", "text"
RENEWED_WITHIN = 60_000


class Started(Server):
    """The app as somebody starts it who names no folder: what it asks first, it may ask. Whatever it writes lies beside its home."""

    def arguments(self):
        return [
            str(self.python),
            "-m",
            "newsoil.cli",
            "app",
            "--port",
            str(self.port),
            "--token",
            self.token,
            "--no-browser",
            *self.options,
        ]


def made(place: Path, *options: str, **environment: str) -> Started:
    """A server of its own folders, to be started."""
    home = place / "home"
    home.mkdir(parents=True)
    folders = own_folders(place)
    environment = {**folders, "NEWSOIL_HOME": str(home), **environment}
    return Started("app", home, free_port(), options=list(options), environment=environment, told=False)


def begin(reader, stage="start", way=None):
    """Open the app, choose where notes are if it asks, and read what it tells first."""
    page = reader.page(stage)
    page.on("dialog", lambda dialog: dialog.accept())
    if way:
        expect(page.locator("#ns-keep")).to_be_visible(timeout=20_000)
        page.locator(f"#ns-keep button[value={way}]").click()
    expect(page.locator("#ns-leaving")).to_be_visible(timeout=20_000)
    page.locator("#ns-leaving button").click()
    ready(page, stage)
    return page


def field(page):
    return prompt_on(page, EXERCISE, PROMPT).locator("textarea")


def taken(page) -> tuple[str, bytes]:
    """Take the file: its name and its bytes."""
    with page.expect_download() as download:
        page.locator("#ns-visit").get_by_role("button", name=KEEPING["take"]).click()
    expect(page.locator("#ns-visit [role=status]")).to_contain_text(download.value.suggested_filename)
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def look(page, content: bytes, name="notes-2026-11-01.json"):
    """Choose a file. What it would bring is shown, and nothing of it comes in yet."""
    page.set_input_files("#ns-file", {"name": name, "mimeType": "application/json", "buffer": content})


def bring(page, content: bytes):
    """Choose a file, and say yes to what it would bring."""
    look(page, content)
    expect(page.locator("#ns-bring .ns-looked")).to_be_focused(timeout=30_000)
    page.locator("#ns-bring").get_by_role("button", name=BRINGING["bring-in"]).click()


def files_of(place: Path) -> set[str]:
    """Every file and folder of a server's own folders; what only counts processes and moments is called the same each time."""
    names = (str(path.relative_to(place)) for path in place.rglob("*") if path.suffix != ".log")
    return {re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}|(?<=voila_)\w{8}|\d{3,}", "…", name) for name in names}


def close(page):
    """Close a page as people do, and say yes if it asks."""
    with page.expect_event("close"):
        page.close(run_before_unload=True)


def renewed(page, kernel, words, whole="the second note and more"):
    """Type on while nobody answers, and wait until another kernel has all of it."""
    field(page).press_sequentially(words)
    reached(
        lambda: page.evaluate("JSON.parse(document.getElementById('jupyter-config-data').textContent).kernelId") != kernel,
        within=RENEWED_WITHIN / 1000,
    )
    ready(page, STAGE)
    settled(page)
    expect(field(page)).to_have_value(whole, timeout=RENEWED_WITHIN)
