"""What stands in the figure of a chart, as the tests read it."""

from newsoil.progress.picture import Picture

_DIRECTION = "\u2068\u2069"
"""Signs that let words of any script keep their direction."""


def texts_in(drawn: Picture) -> list[str]:
    """The words of a figure, in the order in which they are given."""
    assert drawn.figure is not None
    return [label["text"] for label in drawn.figure["layout"]["annotations"]]


def lines_in(drawn: Picture) -> list[str]:
    """The words of a figure from the top, and on one line from the left, without the signs of their direction."""
    assert drawn.figure is not None
    labels = sorted(drawn.figure["layout"]["annotations"], key=lambda label: (label["y"], label["x"]))
    return [label["text"].strip(_DIRECTION) for label in labels]


def marks_on_the_left(drawn: Picture) -> list[str]:
    """The marks that stand before the words of a figure, from the top."""
    assert drawn.figure is not None
    trace = next(trace for trace in drawn.figure["data"] if trace["name"] == "left")
    return [symbol for _, symbol in sorted(zip(trace["y"], trace["marker"]["symbol"], strict=True))]
