"""The job in marimo, whose cells are functions that it reads rather than calls."""
# ruff: noqa: ANN001, ANN202

import marimo

app = marimo.App()


@app.cell
def _():
    import marimo as mo

    from benchmarks import job

    return job, mo


@app.cell
def _(job, mo):
    texts = mo.ui.dictionary({name: mo.ui.text_area(label=name, debounce=False) for name in job.TEXTS})
    scales = mo.ui.dictionary({name: mo.ui.radio([str(step) for step in job.STEPS], label=name, inline=True) for name in job.SCALES})
    mo.vstack([*texts.elements.values(), *scales.elements.values()])
    return scales, texts


@app.cell
def _(job, mo, scales, texts):
    _answers = {**texts.value, **scales.value}
    _said = job.save(_answers) if any(_answers.values()) else ""
    mo.Html(f'<p class="status">{_said}</p>')


@app.cell
def _(job):
    job.figure()


if __name__ == "__main__":
    app.run()
