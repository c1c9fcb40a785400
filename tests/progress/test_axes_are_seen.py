"""What is the only axis of a picture can be seen, on a bright screen, on a dark one and on paper."""

import re
from pathlib import Path
from typing import Any

import pytest
from filled_charts import FILLED

import newsoil

TOKENS = (Path(newsoil.__file__).parent / "prompts" / "static" / "tokens.css").read_text("utf-8")
ONLY_AXES = {
    "moments": "scale",
    "conversations": "scale",
    "nine-signs": "scale",
    "then-and-today": "scale",
    "fears": "scale",
    "more-secure-than-last-month": "rows",
    "support-signs": "rows",
    "loop-or-path": "ground",
}
"""The lines of each chart by which its marks are read, where there is no other axis."""

SEEN = 3
"""The contrast that graphics need (WCAG 2.2, 1.4.11)."""

BESIDE_NAMES = {"weather": "felt rows", "nine-signs": "columns"}
"""Lines of charts that name each row or column too, so that a mark is not read by the line alone."""

FOUND = 2
"""The contrast of these. Ours: a mark is followed along them to the name at their end."""


def shades(token: str) -> list[str]:
    """What a token is in bright light and, at its second place, in the dark."""
    return re.findall(rf"{token}: (#[0-9A-Fa-f]{{6}})", TOKENS)[:2]


def brightness(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, bright = sorted((brightness(one), brightness(other)))
    return (bright + 0.05) / (dark + 0.05)


def least(token: str) -> float:
    """The contrast of a colour with its ground, in bright light or in the dark, whichever is less."""
    colours, grounds = shades(token), shades("--ns-surface")
    assert len(colours) == len(grounds) == 2
    return min(contrast(colour, ground) for colour, ground in zip(colours, grounds, strict=True))


@pytest.mark.parametrize("name", sorted(BESIDE_NAMES))
@pytest.mark.parametrize("n", [1, 7, 60])
def test_a_line_that_leads_to_a_name_is_found(draw_chart: Any, name: str, n: int) -> None:
    figure = draw_chart(name, FILLED[name](n)).figure
    assert least(next(trace["line"]["color"] for trace in figure["data"] if trace["name"] == BESIDE_NAMES[name])) >= FOUND


@pytest.mark.parametrize("n", [1, 7, 60])
def test_the_steps_of_a_week_are_found(draw_chart: Any, n: int) -> None:
    axes = [
        axis for axis in draw_chart("weekly-check-in", FILLED["weekly-check-in"](n)).figure["layout"].values() if isinstance(axis, dict)
    ]
    lines = [axis["gridcolor"] for axis in axes if axis.get("showgrid")]
    assert len(lines) == 5
    assert min(map(least, lines)) >= FOUND


@pytest.mark.parametrize("name", sorted(ONLY_AXES))
@pytest.mark.parametrize("n", [1, 7, 60])
def test_an_axis_that_stands_alone_is_seen(draw_chart: Any, name: str, n: int) -> None:
    figure = draw_chart(name, FILLED[name](n)).figure
    lines = next(trace["line"] for trace in figure["data"] if trace["name"] == ONLY_AXES[name])
    assert lines["width"] >= 1
    assert least(lines["color"]) >= SEEN
