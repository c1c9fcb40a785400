"""What all figures share: colours by name, sizes, and a layout that keeps still.

A figure is plotly JSON written as a plain dict. Colours are names of CSS custom properties, such as `--ns-chart-a`, because only
the page knows whether it is light or dark: the widget puts in what the property holds, for every string that begins with `--`
under a key that ends in `color`. plotly's own Python checks colours and would refuse the names, so it is not used here; the tests
put real colours in and let it check all the rest. No font family is named: the widget takes that of the page.
"""

import html
from typing import Any

INK = "--ns-ink"
INK_2 = "--ns-ink-2"
SURFACE = "--ns-surface"
TINT = "--ns-primary-tint"
MARK = "--ns-chart-a"
CONTEXT = "--ns-chart-context"
GRID = "--ns-chart-grid"
ROWS = "--ns-chart-row"
COLOURS = frozenset({INK, INK_2, SURFACE, TINT, MARK, CONTEXT, GRID, ROWS})
"""Every colour a figure may name. Lines by which marks are read are of `ROWS`, or of `CONTEXT` where no names stand beside them; what only
parts one thing from another is of `GRID`."""

CLEAR = "rgba(0,0,0,0)"
"""Figures have no ground of their own."""

SMALL = 14
"""Size of text in px, and the smallest there is. Source: style.ons.gov.uk/category/accessibility/charts."""

NAME = 15
"""Size in px of the name of a panel or a row."""

THIN = 1.5
"""Width in px of a line that joins dots, and of the "usual"."""


def layout(height: int, left: int, right: int, top: int, bottom: int, **more: Any) -> dict[str, Any]:
    """The layout of a picture `height` px high: transparent, without legend, nothing to drag, zoom or hover. Margins in px."""
    return {
        "height": height,
        "margin": {"l": left, "r": right, "t": top, "b": bottom, "pad": 0},
        "font": {"size": SMALL, "color": INK_2},
        "paper_bgcolor": CLEAR,
        "plot_bgcolor": CLEAR,
        "showlegend": False,
        "hovermode": False,
        "dragmode": False,
        **more,
    }


def axis(low: float | str, high: float | str, **more: Any) -> dict[str, Any]:
    """An axis from `low` to `high` that cannot be moved and draws only what `more` asks for."""
    return {
        "range": [low, high],
        "fixedrange": True,
        "showgrid": False,
        "zeroline": False,
        "showline": False,
        "showticklabels": False,
        "ticks": "",
        "automargin": False,
        "gridcolor": ROWS,
        "tickfont": {"size": SMALL, "color": INK_2},
        **more,
    }


def marks(name: str, x: list[Any], y: list[Any], **marker: Any) -> dict[str, Any]:
    """Dots, or other marks, that are not cut at the edge of the plot."""
    look = {"color": MARK, "opacity": 1, **marker}
    return {"type": "scatter", "mode": "markers", "name": name, "x": x, "y": y, "marker": look, "cliponaxis": False, "hoverinfo": "skip"}


def line(name: str, x: list[Any], y: list[Any], **stroke: Any) -> dict[str, Any]:
    """A line that breaks where a value is None."""
    look = {"color": MARK, "width": THIN, **stroke}
    shared = {"connectgaps": False, "cliponaxis": False, "hoverinfo": "skip"}
    return {"type": "scatter", "mode": "lines", "name": name, "x": x, "y": y, "line": look, **shared}


def label(text: str, x: float | str, y: float, *, size: int = SMALL, color: str = INK_2, **more: Any) -> dict[str, Any]:
    """Words in the picture, standing to the right of their place unless `more` says otherwise. `text` may be a person's own."""
    font = {"size": size, "color": color, **more.pop("font", {})}
    place = {"xref": "x", "yref": "y", "xanchor": "left", "yanchor": "middle", **more}
    return {"text": plain(text), "x": x, "y": y, "showarrow": False, "align": "left", "borderpad": 0, "font": font, **place}


def plain(words: str) -> str:
    """Words for plotly, which reads tags, and formulas between dollar signs: both stay what the person typed."""
    return html.escape(words, quote=False).replace("$", "&#36;")
