"""The charts by name.

What the widget's JavaScript must do to draw a `Picture`:

1. Show `finding` as the heading, then `subtitle`, the picture, `sentence`, `note`, and the table in a `details`; all through
   `textContent`, empty texts not at all. Leave out the picture when `figure` is null, the table when it has no rows.
2. Put the picture into a `div role="img"` with `alternative` as its `aria-label`.
3. In a copy of `figure`, under every key that ends in `color`, replace each string (also in lists) that begins with `--` by
   `getComputedStyle(el).getPropertyValue(it).trim()`; set `layout.font.family` to the computed font family of the element. Do it
   again when the theme changes.
4. `Plotly.react(el, data, layout, {staticPlot: true, responsive: true, displayModeBar: false, displaylogo: false,
   showSendToCloud: false, plotlyServerURL: ""})`; `Plotly.purge(el)` when the widget goes. The height is fixed and the width is that
   of the element, from 288 px up; the ground is that of a sheet (`--ns-surface`). Sizes are px, text at least 14.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from newsoil._errors import BadContent
from newsoil.guide import ChartText
from newsoil.journal import Entry
from newsoil.progress import good_decisions, moments, weekly_check_in, weeks
from newsoil.progress.picture import Picture

Chart = Callable[[Sequence[Entry], ChartText, date], Picture]

CHARTS: Mapping[str, Chart] = MappingProxyType(
    {
        "weekly-check-in": weekly_check_in.weekly_check_in,
        "good-decisions": good_decisions.good_decisions,
        "moments": moments.moments,
    }
)
"""Each chart draws entries in the words of its `ChartText`, as they are on the day `today` of the person's clock."""

EXERCISES: Mapping[str, str] = MappingProxyType(
    {
        "weekly-check-in": weeks.EXERCISE,
        "good-decisions": good_decisions.EXERCISE,
        "moments": moments.EXERCISE,
    }
)
"""The exercise whose entries a chart draws: when one of them is saved, the chart is drawn again."""


def picture(name: str, entries: Sequence[Entry], text: ChartText, today: date) -> Picture:
    """The picture of the chart with this name.

    Raises:
        BadContent: there is no such chart, or its text lacks a sentence.
    """
    if name not in CHARTS:
        raise BadContent(f"There is no chart “{name}”. There are: {', '.join(CHARTS)}.")
    return CHARTS[name](entries, text, today)
