"""Looking back: from entries to a tidy frame, and from entries to pictures that say no more than they show.

`charts.picture` draws a chart by its name, `frame.frame` gives data people a pandas frame. Only `frame` imports pandas, and only
when it is called: a page with a chart stays as light as one without.
"""

from newsoil.progress.charts import CHARTS
from newsoil.progress.picture import Picture, Table

__all__ = ["CHARTS", "Picture", "Table"]
