"""Plotly's figures without what its makers add to each: a button that sends the chart to them, and a link to their site."""

QUIET = {"showSendToCloud": False, "plotlyServerURL": "", "displaylogo": False}
"""Plotly's names for that."""


def keep_figures_here() -> None:
    """Let no figure that this process shows offer to send itself away. It may be called again and again.

    It reaches whatever is shown by one of plotly's renderers, which is what JupyterLab takes for a `Figure`. A `FigureWidget` has no
    renderer: it takes its own `_config`.
    """
    import plotly.io as pio

    for name in pio.renderers:
        renderer = pio.renderers[name]
        if isinstance(config := getattr(renderer, "config", None), dict):
            renderer.config = {**config, **QUIET}
