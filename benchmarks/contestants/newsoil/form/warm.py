"""What every page of this notebook needs, done once before kernels are forked: imports, and what plotly loads with its first figure."""

import pandas as pd
import plotly.graph_objects as go

_few = pd.DataFrame({"day": ["2026-01-01", "2026-01-02"], "value": [1.0, 2.0]})
go.Figure([go.Scatter(x=_few["day"], y=_few["value"], mode="lines")], {"title": {"text": "Two days"}}).to_plotly_json()
