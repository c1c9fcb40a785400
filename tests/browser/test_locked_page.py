"""A packet that is locked with a passphrase: made in the page, opened by someone who has a browser and the passphrase, and nothing else."""

import io
import re
import socket
from pathlib import Path

import pypdf
import pytest
from playwright.sync_api import expect

from conftest import go, reading
from newsoil._paths import guide_folder
from newsoil.guide import read_guide
from newsoil.takeout import to_locked
from servers import running
from test_accessibility import CUT, SMALLEST, TOO_SMALL, faults
from test_your_notes import SAID, choose, offered, part, press, to_notes, with_notes

GUIDE = read_guide(guide_folder())
ASKS = GUIDE.words["takeout-locked"]
PHRASE = "vier Wörter von Erde"
HOSTILE = """<!DOCTYPE html><html lang="en" onload="window.ran = 1"><head><title>Notes</title><script>window.ran = 2</script></head>
<body onfocus="window.ran = 3"><h1>Opened</h1><img src="{there}x.png" onerror="window.ran = 4"><iframe srcdoc="<p>in"></iframe>
<link rel="stylesheet" href="{there}x.css"><style>body {{ background: url({there}y.png) }}</style>
<svg><script>parent.ran = 5</script></svg></body></html>"""

REFUSED_ANOTHER = """address => new Promise(done => {
  const image = document.body.appendChild(new Image());
  image.addEventListener("error", () => requestAnimationFrame(() => done()));
  image.src = address;
})"""


@pytest.fixture
def someone(chromium):
    """Someone with a browser of their own, and what it asked for."""
    context = chromium.new_context()
    context.asked = []
    context.on("request", lambda request: context.asked.append(request.url))
    yield context
    context.close()


@pytest.fixture(scope="module")
def ear():
    """A place that hears it when somebody asks it for something."""
    with socket.create_server(("127.0.0.1", 0)) as ear:
        ear.setblocking(False)
        yield ear


@pytest.fixture(scope="module")
def locked(tmp_path_factory, ear):
    """A locked page on disk whose words would do harm if they could."""
    path = tmp_path_factory.mktemp("locked") / "notes.html"
    there = f"http://127.0.0.1:{ear.getsockname()[1]}/"
    path.write_bytes(to_locked(HOSTILE.format(there=there).encode(), PHRASE, GUIDE))
    return path


def unlock(page, passphrase):
    page.get_by_label(ASKS["passphrase"]).fill(passphrase)
    page.get_by_role("button", name=ASKS["open"], exact=True).click()


def answer_ticked(page) -> str:
    """Tick one answer for an ally."""
    choose(page, "ally")
    offered(page, "small-wins").get_by_role("checkbox").first.check()
    return part(page, "share").locator(".ns-row:has(:checked) .ns-answer").last.inner_text()


def file_of(page, path) -> Path:
    """The file that is ready, saved."""
    with page.expect_download() as downloading:
        press(part(page, "share"), "save-file")
    assert downloading.value.suggested_filename == path.name
    path.write_bytes(Path(downloading.value.path()).read_bytes())
    return path


def refuses_what_is_too_short(share, field):
    field.fill("seven77")
    press(share, "share-look")
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(share.locator("#ns-share-lock-problem")).to_have_text(SAID["share-lock-short"].format(n=8))
    expect(share.locator("iframe")).to_have_count(0)


def has_no_lock_for_a_text(share, field):
    share.get_by_role("radio", name=SAID["share-form-markdown"]).check()
    expect(field).to_be_hidden()
    expect(share).to_contain_text(SAID["share-lock-text"])
    share.get_by_role("radio", name=SAID["share-form-print"]).check()


def test_a_locked_copy_is_made_in_the_page_and_opens_elsewhere_with_the_passphrase_alone(chromium, someone, home, tmp_path):
    with running("app", with_notes(home)) as server, reading(chromium, server) as reader:
        page = reader.open("start")
        share = part(to_notes(page), "share")
        answer, field = answer_ticked(page), share.get_by_label(SAID["share-lock"])
        refuses_what_is_too_short(share, field)
        field.fill(PHRASE)
        share.get_by_role("button", name=SAID["share-lock-look"]).click()
        expect(field).to_have_attribute("type", "text")
        has_no_lock_for_a_text(share, field)
        press(share, "share-look")
        expect(share.frame_locator("iframe").get_by_text(answer, exact=True)).to_be_visible(timeout=20_000)
        expect(share).to_contain_text(SAID["share-locked"])
        seen, path = share.locator("iframe").get_attribute("srcdoc"), file_of(page, tmp_path / "notes.html")
        assert answer.encode() not in path.read_bytes()
        go(page, "start")
        assert PHRASE not in page.content()
        assert not [file for file in home.rglob("*") if file.is_file() and PHRASE.encode() in file.read_bytes()]
        assert (reader.elsewhere, reader.errors) == ([], [])

    theirs = someone.new_page()
    theirs.goto(path.as_uri())
    assert theirs.title() == "Notes"
    expect(theirs.get_by_label(ASKS["passphrase"])).to_be_focused()
    expect(theirs.locator("#elsewhere")).to_be_hidden()
    unlock(theirs, "vier Wörter von Lehm")
    expect(theirs.get_by_role("alert")).to_have_text(ASKS["wrong"], timeout=20_000)
    expect(theirs.get_by_label(ASKS["passphrase"])).to_have_value("vier Wörter von Lehm")
    expect(theirs.get_by_label(ASKS["passphrase"])).to_be_focused()
    unlock(theirs, PHRASE)
    expect(theirs.get_by_text(answer, exact=True)).to_be_visible(timeout=20_000)
    expect(theirs.locator("h1")).to_be_focused()
    assert theirs.locator("main").inner_text() == in_a_page(someone, seen)
    paper = " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(theirs.pdf())).pages)
    assert re.sub(r"\s", "", answer) in re.sub(r"\s", "", paper)
    assert [address for address in someone.asked if address != path.as_uri()] == []


def in_a_page(context, html) -> str:
    """The words of the page that was looked at before, as a browser shows them."""
    page = context.new_page()
    page.set_content(html)
    words = page.locator("main").inner_text()
    page.close()
    return words


def test_nothing_in_what_is_opened_runs_or_loads(someone, locked, ear):
    page = someone.new_page()
    page.goto(locked.as_uri())
    unlock(page, PHRASE)
    expect(page.get_by_role("heading", name="Opened")).to_be_visible(timeout=20_000)
    page.evaluate(REFUSED_ANOTHER, f"http://127.0.0.1:{ear.getsockname()[1]}/own.png")  # those of the page had their turn before
    assert page.evaluate("window.ran") is None
    with pytest.raises(BlockingIOError):  # nobody has called
        ear.accept()


def test_without_scripts_or_without_ciphers_it_says_where_it_opens(chromium, locked):
    for how, first in (({"java_script_enabled": False}, ""), ({}, "Object.defineProperty(crypto, 'subtle', { value: undefined })")):
        context = chromium.new_context(**how)
        if first:
            context.add_init_script(first)
        page = context.new_page()
        page.goto(locked.as_uri())
        expect(page.get_by_text(ASKS["elsewhere-how"])).to_be_visible()
        expect(page.get_by_label(ASKS["passphrase"])).to_be_hidden()
        context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_locked_page_and_nothing_is_cut(someone, locked, scheme):
    page = someone.new_page()
    page.set_viewport_size({"width": 320, "height": 800})
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.goto(locked.as_uri())
    assert faults(page) == []
    unlock(page, "not this one")
    expect(page.get_by_role("alert")).to_have_text(ASKS["wrong"], timeout=20_000)
    assert faults(page) == []
    assert page.evaluate(TOO_SMALL, SMALLEST) == []
    assert page.evaluate(CUT) == []
    assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
