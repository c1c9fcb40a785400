"""No figure of plotly offers to send itself away."""

import plotly.graph_objects as go
import plotly.io as pio
import pytest

from newsoil.progress.quiet_figures import QUIET, keep_figures_here


@pytest.fixture
def renderers(monkeypatch):
    """Plotly's renderers, as they were before."""
    for name in pio.renderers:
        if hasattr(pio.renderers[name], "config"):
            monkeypatch.setattr(pio.renderers[name], "config", {"responsive": True})
    return pio.renderers


@pytest.mark.parametrize("name", ["plotly_mimetype", "notebook"])
def test_a_figure_that_a_notebook_shows_offers_no_upload_and_keeps_what_else_was_set(renderers, name):
    keep_figures_here()
    keep_figures_here()
    assert renderers[name].config == {"responsive": True, **QUIET}


def test_what_a_notebook_is_given_says_so(renderers, monkeypatch):
    keep_figures_here()
    monkeypatch.setattr(renderers, "default", "plotly_mimetype")
    shown = go.Figure(go.Bar(x=[1], y=[2]))._repr_mimebundle_()
    (figure,) = shown.values()
    assert figure["config"] == {"responsive": True, **QUIET}
    assert "https://" not in str(figure)
