"""The job in Dash."""

import sys

from dash import Dash, Input, Output, dcc, html

from benchmarks import job

app = Dash(title="Dash")


def layout() -> html.Div:
    """The page, made anew for each visit."""
    return html.Div(
        [
            *(dcc.Textarea(id=name, value="") for name in job.TEXTS),
            *(dcc.RadioItems(list(job.STEPS), id=name, inline=True) for name in job.SCALES),
            html.P(id="status", className="status"),
            dcc.Graph(figure=job.figure()),
        ]
    )


app.layout = layout
NAMES = (*job.TEXTS, *job.SCALES)


@app.callback(Output("status", "children"), *(Input(name, "value") for name in NAMES), prevent_initial_call=True)
def changed(*values: str | int | None) -> str:
    """Save all answers."""
    return job.save(dict(zip(NAMES, values, strict=True)))


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=sys.argv[1], debug=False)
