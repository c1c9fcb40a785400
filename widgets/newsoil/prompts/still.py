"""What our pages are made of besides our own widgets: boxes and text, which take no trait from a page."""

from functools import cache
from typing import Any

import ipywidgets
from ipywidgets.widgets.widget_string import HTMLStyle


class Still:
    """A widget that stays as this kernel made it: what it is, its code and its texts are ours alone.

    By itself a widget takes whatever a page sets, and tells every other page of it. No page of ours sets anything.
    """

    def set_state(self, sync_data: dict[str, Any]) -> None:
        """Take no trait from a page."""


class _Layout(Still, ipywidgets.Layout):
    pass


class _Style(Still, HTMLStyle):
    pass


@cache
def plain_layout() -> ipywidgets.Layout:
    """The one layout of all our widgets in this kernel: it says nothing, and each of its own would be two more messages to the page."""
    return _Layout()


@cache
def _plain_style() -> HTMLStyle:
    """The one style of all text in this kernel."""
    return _Style()


class Rows(Still, ipywidgets.VBox):
    """Widgets one below the other."""

    def __init__(self, children: Any = (), **traits: Any) -> None:
        super().__init__(children, layout=plain_layout(), **traits)


class Prose(Still, ipywidgets.HTML):
    """Text of ours as HTML; nothing of the person comes here."""

    def __init__(self, html: str) -> None:
        super().__init__(html, layout=plain_layout(), style=_plain_style())
