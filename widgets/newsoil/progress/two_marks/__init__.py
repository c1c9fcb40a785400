"""Charts with two marks in a row, or three: before and after, first and latest. Each figure is one of `rows_figure`."""
