"""The job in Solara."""

import solara

from benchmarks import job


@solara.component
def Page() -> None:  # noqa: N802 - Solara looks for this name
    """The page, with a state of its own for each visit."""
    answers, set_answers = solara.use_state(job.empty())
    said, set_said = solara.use_state("")

    def change(name: str, value: str | int) -> None:
        now = {**answers, name: value}
        set_answers(now)
        set_said(job.save(now))

    figure = solara.use_memo(job.figure, [])
    with solara.Column():
        for name in job.TEXTS:
            solara.InputTextArea(name, answers[name], on_value=lambda value, name=name: change(name, value), continuous_update=True)
        for name in job.SCALES:
            solara.ToggleButtonsSingle(answers[name], list(job.STEPS), on_value=lambda value, name=name: change(name, value))
        solara.Text(said, classes=["status"])
        solara.FigurePlotly(figure)
