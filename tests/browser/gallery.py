"""Every exercise as one contact sheet: at a phone and at a desk, light and dark, and all its words in the order in which they are read.

`make gallery` writes the pictures, `index.html` with all of them, a sheet for each stage, `words.txt` for reading aloud, every chart in
every state, and `readers.txt`: what the look-back page says of three invented readers.
"""

import argparse
import html
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from chart_gallery import chart_sheets
from chromium import FLAGS
from conftest import entries, go, ready
from filling import settled
from find_chromium import find
from newsoil._paths import guide_folder
from newsoil.guide import Guide, Situation, read_guide
from newsoil.guide.visible import Reader, said_by_decision, said_by_exercise
from reader_gallery import write_readers
from servers import Server, running
from test_accessibility import OPEN_EVERYTHING

WIDTHS = (390, 1280)
LOOKS = ("light", "dark")
SHEET = 1600
"""The width of a contact sheet, in pixels."""

SITUATIONS = ("new-partner", "same-partner", "on-my-own")

MOMENT = datetime(2026, 11, 23, 10, tzinfo=UTC)
"""When every picture is taken: some exercises ask another question each day."""

WORDS = "words.txt"
ELSEWHERE = "-- what it says at other times --"
"""Before the texts that come with an answer, on another day or when the exercise is done."""

UNFOLD = "document.querySelectorAll('.ns-opener[aria-expanded=false]').forEach((opener) => opener.click())"
BARE = ".ns-top { display: none !important; }"
"""What floats above a page would stand in the pictures of its exercises."""


def say_where(page: Page, situation: str) -> None:
    """Answer the first question, so that all texts are those for one reader."""
    page.locator('[data-exercise="where-am-i-now"] [data-prompt="situation"]').get_by_role("radio").nth(SITUATIONS.index(situation)).check()
    settled(page)
    page.reload()


def pictures(browser: Browser, server: Server, guide: Guide, out: Path, situation: str) -> Iterator[tuple[str, str, Path]]:
    """Take the picture of every exercise in every look: stage, exercise, file."""
    for width in WIDTHS:
        for look in LOOKS:
            context = browser.new_context(
                viewport={"width": width, "height": 900}, color_scheme=look, locale="en-GB", timezone_id="UTC", reduced_motion="reduce"
            )
            context.clock.set_fixed_time(MOMENT)
            page = context.new_page()
            page.goto(f"http://127.0.0.1:{server.port}/?token={server.token}#/start")
            ready(page, "start")
            if not entries(server.home):
                page.evaluate(UNFOLD)
                say_where(page, situation)
                ready(page, "start")
            for stage in guide.stages:
                go(page, stage.id)
                page.evaluate(UNFOLD)
                page.add_style_tag(content=BARE)
                for sheet in page.locator("[data-exercise]").all():
                    name = sheet.get_attribute("data-exercise") or ""
                    path = out / f"{name}-{width}-{look}.png"
                    sheet.screenshot(path=path, animations="disabled")
                    yield stage.id, name, path
                if (width, look) == (WIDTHS[-1], LOOKS[0]):
                    write_words(page, guide, out, situation)
            context.close()


def write_words(page: Page, guide: Guide, out: Path, situation: str) -> None:
    """Add all texts of a stage's exercises as they are read, with everything on the page open, and then those that are not there yet."""
    page.evaluate(OPEN_EVERYTHING)
    reader = Reader(Situation(situation))
    with (out / WORDS).open("a", encoding="utf-8") as words:
        for sheet in page.locator("[data-exercise]").all():
            exercise, seen = guide.exercise(sheet.get_attribute("data-exercise") or ""), sheet.inner_text()
            decision = guide.decision(exercise.id)
            told = [*said_by_exercise(exercise, reader), *(said_by_decision(guide, decision, reader) if decision else ())]
            others = dict.fromkeys(text for _, text in told if plain(text) not in plain(seen))
            words.write("\n\n".join([f"\n== {exercise.id}", seen, *([ELSEWHERE, *others] if others else [])]) + "\n")


def plain(text: str) -> str:
    """A text without its lines and its capitals, which a page may draw otherwise."""
    return " ".join(text.split()).casefold()


def make_room(out: Path) -> None:
    """Take away the gallery that was there. A folder with anything else in it is let be."""
    out.mkdir(parents=True, exist_ok=True)
    there = list(out.iterdir())
    if there and not (out / WORDS).is_file():
        raise SystemExit(f"{out} holds something that is no gallery. Name an empty folder.")
    for old in there:
        if old.suffix in (".png", ".html") or old.suffix == ".txt":
            old.unlink()
    (out / WORDS).touch()


def sheets(browser: Browser, taken: list[tuple[str, str, Path]], out: Path) -> None:
    """One page with all pictures, and a picture of it for each stage."""
    stages = list(dict.fromkeys(stage for stage, _, _ in taken))
    for stage in [*stages, ""]:
        shown = [(name, path) for one, name, path in taken if stage in ("", one)]
        names = list(dict.fromkeys(name for name, _ in shown))
        rows = "".join(
            f"<h2>{html.escape(name)}</h2><div>{''.join(f'<img src={path.name!r}>' for other, path in shown if other == name)}</div>"
            for name in names
        )
        style = (
            "body{font:16px sans-serif;background:#888}div{display:flex;gap:8px;align-items:start}img{flex:1 1 0;min-width:0;max-width:24%}"
        )
        page_file = out / f"{stage or 'index'}.html"
        page_file.write_text(f"<!doctype html><meta charset=utf-8><style>{style}</style>{rows}", "utf-8")
        if stage:
            page = browser.new_page(viewport={"width": SHEET, "height": 900})
            page.goto(page_file.resolve().as_uri())
            page.screenshot(path=out / f"sheet-{stage}.png", full_page=True)
            page.close()


def main() -> int:
    """Write the gallery. The exit status is 1 when an exercise of the guide has no picture."""
    parser = argparse.ArgumentParser(description="Pictures of every exercise, and all their words.")
    parser.add_argument("--out", type=Path, default=Path(".gallery"), help="the folder (default: .gallery)")
    parser.add_argument("--charts", action="store_true", help="the charts and the three readers alone")
    parser.add_argument("--situation", default="same-partner", choices=SITUATIONS)
    options = parser.parse_args()
    make_room(options.out)
    guide = read_guide(guide_folder())
    readers = write_readers(options.out)
    if options.charts:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=find(), args=FLAGS)
            charts = chart_sheets(browser, guide, options.out)
            print(f"{charts} sheets of charts, and what is said of {readers} readers, are in {options.out}.")
            browser.close()
        return 0
    with tempfile.TemporaryDirectory() as place, running("app", Path(place) / "home") as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=FLAGS)
        taken = list(pictures(browser, server, guide, options.out, options.situation))
        sheets(browser, taken, options.out)
        charts = chart_sheets(browser, guide, options.out)
        browser.close()
    missing = {exercise.id for exercise in guide.shown} - {name for _, name, _ in taken}
    print(f"{len(taken)} pictures of {len(guide.shown) - len(missing)} exercises and {charts} sheets of charts are in {options.out}.")
    for name in sorted(missing):
        print(f"No picture of {name}: no notebook shows it.", file=sys.stderr)
    return 1 if missing else 0


if __name__ == "__main__":
    raise SystemExit(main())
