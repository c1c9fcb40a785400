"""Every chart in every state as contact sheets: 0, 1, 3, 7, 12 and 60 notes, light, dark, and on paper in black and white.

`make gallery` writes them beside the pictures of the exercises, with `charts.html` that shows all, and `charts.txt`: what charts say, to be
read without them.
"""

import html
import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec
from playwright.sync_api import Browser, Page

from newsoil.guide import Guide
from newsoil.journal import Entry
from newsoil.progress.charts import CHARTS, picture
from newsoil.progress.picture import Picture
from newsoil.prompts.chart import PLOTLY
from newsoil.prompts.esm import css, esm

sys.path.append(str(Path(__file__).parents[1] / "progress"))
from filled_charts import FILLED, TODAY

STATES = (0, 1, 3, 7, 12, 60)
LOOKS = {"light": "light", "dark": "dark", "paper": "light"}
"""Each look and the colours that it is in."""
WIDE = 358
"""The width of a chart's sheet on a phone of 390 px, with the page's margins left out."""

PAGE = """<!doctype html><html lang="en" data-app><head><meta charset="utf-8"><style>%s
body { margin: 0; padding: 16px; background: var(--ns-page); }
.row { display: flex; align-items: start; gap: 16px; width: max-content; }
.row > div { width: %dpx; }
.ns-sheet { margin-top: 0; }
[data-look="paper"] { filter: grayscale(1); }
</style></head><body><div class="row"></div></body></html>"""

DRAW = """async ([module, pictures, words]) => {
    const { default: chart } = await import(URL.createObjectURL(new Blob([module], { type: "text/javascript" })));
    for (const shown of pictures) {
        const el = document.createElement("div"), heard = new Set();
        document.querySelector(".row").append(el);
        const model = {
            get: () => ({ name: shown.name, exercises: [], words }),
            on: (_, hear) => heard.add(hear),
            off: () => {},
            send: ({ kind }) => kind === "hello" && setTimeout(() => heard.forEach((hear) => hear({ kind: "show", picture: shown }))),
        };
        chart.render({ model, el, signal: new AbortController().signal });
    }
}"""
"""Draws pictures with the widget's own module, as a page would whose kernel had found them."""

_STYLE = "body{font:16px sans-serif;background:#888}img{max-width:100%;display:block;margin:8px 0 32px}"


def chart_sheets(browser: Browser, guide: Guide, out: Path) -> int:
    """Write a sheet for every chart in every look, and the words; returns how many sheets there are."""
    sheets = [file for name in CHARTS for file in _sheets(browser, guide, name, out)]
    shown = "".join(f"<h2>{html.escape(file.stem)}</h2><img src={file.name!r}>" for file in sheets)
    (out / "charts.html").write_text(f"<!doctype html><meta charset=utf-8><style>{_STYLE}</style>{shown}", "utf-8")
    (out / "charts.txt").write_text("\n".join(_said(guide)), "utf-8")
    return len(sheets)


def _sheets(browser: Browser, guide: Guide, name: str, out: Path) -> Iterator[Path]:
    drawn = [_drawn(guide, name, FILLED[name](n)) for n in STATES]
    for look in LOOKS:
        page = browser.new_page(viewport={"width": (WIDE + 16) * len(STATES) + 32, "height": 1200}, reduced_motion="reduce")
        page.set_content(PAGE % (css("tokens", "base", "chart"), WIDE))
        page.evaluate(
            "(look) => Object.assign(document.documentElement.dataset, { look, theme: look === 'dark' ? 'dark' : 'light' })", look
        )
        page.add_script_tag(content=PLOTLY.read_text("utf-8"))
        page.evaluate("globalThis.newsoil = { plotly: Promise.resolve(Plotly) }")
        page.evaluate(DRAW, [esm("chart"), [json.loads(msgspec.json.encode(one)) for one in drawn], guide.words.get("chart", {})])
        _wait(page, sum(one.figure is not None for one in drawn))
        file = out / f"chart-{name}-{look}.png"
        page.locator(".row").screenshot(path=file, animations="disabled")
        page.close()
        yield file


def _wait(page: Page, figures: int) -> None:
    """Until every picture is drawn, also those further down, which are drawn as they come into view."""
    page.set_viewport_size({"width": page.viewport_size["width"] if page.viewport_size else 0, "height": 6000})
    page.wait_for_function("(n) => document.querySelectorAll('[data-drawn]').length === n", arg=figures)


def _drawn(guide: Guide, name: str, notes: list[Entry], today: date = TODAY) -> Picture:
    return picture(name, notes, guide, today)


def drawn_of(guide: Guide, name: str, notes: list[Entry], today: date = TODAY) -> bytes:
    """A picture as it travels to the page."""
    return msgspec.json.encode(_drawn(guide, name, notes, today))


def _said(guide: Guide) -> Iterator[str]:
    """What every chart says in every state, in the order in which it is read."""
    for name in CHARTS:
        for n in STATES:
            drawn = _drawn(guide, name, FILLED[name](n))
            said = (drawn.finding, drawn.subtitle, drawn.sentence, drawn.note)
            yield "\n".join((f"\n== {name}, {n} notes", *filter(None, said)))
