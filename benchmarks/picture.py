"""A picture of the results, drawn by plotly in the browser that measured, with the bundle that New Soil brings."""

from pathlib import Path
from typing import Any
from urllib.parse import unquote

from playwright.sync_api import Browser

BUNDLE = Path(__file__).parent.parent / "widgets" / "newsoil" / "prompts" / "static" / "plotly" / "plotly-basic.min.js"
WIDTH, ROW, AROUND = 860, 38, 130
"""Pixels: of the whole picture, of one contestant, of everything around them."""

COLOURS = ("#5b7f5b", "#c3d3b9")
"""Of the inputs, and of the chart."""

PREFIX = "data:image/svg+xml,"


def figure(title: str, seconds: dict[str, tuple[float, float]]) -> dict[str, Any]:
    """Two bars for each name: seconds until its inputs, and until inputs and chart are there. The quickest is on top."""
    names = sorted(seconds, key=lambda name: seconds[name][1], reverse=True)
    bars = [
        {
            "type": "bar",
            "orientation": "h",
            "name": said,
            "y": names,
            "x": [round(seconds[name][which], 3) for name in names],
            "texttemplate": "%{x:.2f}",
            "textposition": "outside",
            "marker": {"color": COLOURS[which]},
        }
        for which, said in ((1, "inputs and chart"), (0, "inputs usable"))
    ]
    layout = {
        "title": {"text": title},
        "width": WIDTH,
        "height": AROUND + ROW * len(names),
        "margin": {"l": 150, "r": 60, "t": 60, "b": 70},
        "xaxis": {"title": {"text": "seconds"}, "rangemode": "tozero"},
        "legend": {"orientation": "h", "traceorder": "reversed", "y": 1.0, "yanchor": "bottom", "x": 1, "xanchor": "right"},
        "bargap": 0.25,
    }
    return {"data": bars, "layout": layout}


def svg(browser: Browser, drawn: dict[str, Any]) -> str:
    """The figure as an SVG text."""
    page = browser.new_page()
    try:
        page.add_script_tag(path=BUNDLE)
        size = {"format": "svg", "width": drawn["layout"]["width"], "height": drawn["layout"]["height"]}
        address = page.evaluate("([figure, size]) => Plotly.toImage(figure, size)", [drawn, size])
    finally:
        page.close()
    return unquote(address.removeprefix(PREFIX)) + "\n"
