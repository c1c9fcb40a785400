"""Colours can be told apart: by contrast, on paper without colour, and with three kinds of colour blindness."""

import re

import pytest
from coloraide import Color

from newsoil.prompts.esm import STATIC

TOKENS = (STATIC / "tokens.css").read_text("utf-8")
READ, SEEN = 4.5, 3.0
"""Least contrast of words, and of edges and marks that carry a meaning. Source: WCAG 2.2, 1.4.3 and 1.4.11."""

APART = 12.0
"""Least distance of two colours of a chart, in CIEDE2000, where the eye tells them apart at a glance. Ours: five times the distance at
which people begin to see one at all, 2.3 (Mahy, Van Eycken and Oosterlinck 1994)."""

KINDS = ("protan", "deutan", "tritan")


def colours(*, dark: bool) -> dict[str, Color]:
    """The tokens of one look: the dark ones replace some of the light ones."""
    blocks = re.findall(r"\{([^{}]*--ns-page[^{}]*)\}", TOKENS)
    found = {}
    for block in blocks[: 2 if dark else 1]:
        found |= {name: Color(value) for name, value in re.findall(r"--(ns-[\w-]+): (#[0-9A-Fa-f]{6})\b", block)}
    return found


LOOKS = {"light": colours(dark=False), "dark": colours(dark=True)}
WORDS = [
    ("ink", "page"),
    ("ink", "surface"),
    ("ink", "sunken"),
    ("ink-2", "page"),
    ("ink-2", "surface"),
    ("primary", "page"),
    ("primary", "surface"),
]
WORDS += [
    ("on-primary", "primary"),
    ("support", "page"),
    ("support", "support-tint"),
    ("problem", "surface"),
    ("problem", "problem-tint"),
    ("clay", "clay-tint"),
]
WORDS += [("ink", f"{tint}-tint") for tint in ("primary", "support", "clay", "problem")]
MARKS = [(mark, ground) for mark in ("chart-a", "chart-b", "chart-c", "chart-context") for ground in ("surface", "page")]
MARKS += [("field", "page"), ("field", "surface"), ("focus", "page"), ("focus", "surface")]
TOGETHER = [
    ("chart-a", "chart-grid"),
    ("chart-a", "primary-tint"),
    ("chart-context", "chart-grid"),
    ("chart-a", "chart-row"),
    ("chart-context", "chart-row"),
    ("chart-a", "chart-b"),
    ("chart-a", "surface"),
]
"""Colours that stand side by side in a chart and mean different things."""


def pair(look: str, one: str, other: str) -> tuple[Color, Color]:
    return LOOKS[look][f"ns-{one}"], LOOKS[look][f"ns-{other}"]


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize(("words", "ground"), WORDS)
def test_words_can_be_read(look: str, words: str, ground: str) -> None:
    one, other = pair(look, words, ground)
    assert one.contrast(other, method="wcag21") >= READ


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize(("mark", "ground"), MARKS)
def test_marks_and_edges_can_be_seen(look: str, mark: str, ground: str) -> None:
    one, other = pair(look, mark, ground)
    assert one.contrast(other, method="wcag21") >= SEEN


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize(("one", "other"), TOGETHER)
@pytest.mark.parametrize("kind", KINDS)
def test_colours_of_a_chart_are_told_apart_with_each_kind_of_colour_blindness(look: str, one: str, other: str, kind: str) -> None:
    seen = [colour.filter(kind, 1) for colour in pair(look, one, other)]
    assert seen[0].delta_e(seen[1], method="2000") >= APART


@pytest.mark.parametrize(
    ("mark", "ground"), [("chart-a", "surface"), ("chart-context", "surface"), ("ink", "surface"), ("ink-2", "surface")]
)
def test_without_colour_a_mark_still_stands_out_from_paper(mark: str, ground: str) -> None:
    """Paper is always light, and a printer may have no colours."""
    one, other = (colour.filter("grayscale") for colour in pair("light", mark, ground))
    assert one.contrast(other, method="wcag21") >= SEEN


def test_both_looks_were_read_and_differ() -> None:
    assert LOOKS["light"]["ns-page"].luminance() > 0.8
    assert LOOKS["dark"]["ns-page"].luminance() < 0.05
    assert set(LOOKS["light"]) == set(LOOKS["dark"])
