"""The job in Panel."""

import panel as pn

from benchmarks import job

pn.extension("plotly")

texts = {name: pn.widgets.TextAreaInput(name=name) for name in job.TEXTS}
scales = {name: pn.widgets.RadioBoxGroup(name=name, options=list(job.STEPS), value=None, inline=True) for name in job.SCALES}
status = pn.pane.HTML('<p class="status"></p>')


def changed(*_: object) -> None:
    """Save all answers."""
    answers = {name: widget.value_input for name, widget in texts.items()} | {name: widget.value for name, widget in scales.items()}
    status.object = f'<p class="status">{job.save(answers)}</p>'


for one in texts.values():
    one.param.watch(changed, "value_input")
for one in scales.values():
    one.param.watch(changed, "value")

pn.Column(*texts.values(), *scales.values(), status, pn.pane.Plotly(job.figure())).servable()
