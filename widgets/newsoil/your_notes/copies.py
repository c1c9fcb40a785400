"""Copies of notes as files, and blank sheets."""

import io
import zipfile
from collections.abc import Iterator

from newsoil._errors import BadAnswer
from newsoil.guide import Guide
from newsoil.journal import Journal, to_json
from newsoil.takeout import Choice, Progress, names_of, to_columns, to_csv, to_handout, to_markdown, to_print
from newsoil.takeout.choice import exercises_of
from newsoil.your_notes.messages import Copy, Sheets
from newsoil.your_notes.pieces import Made


def copy_of(journal: Journal, guide: Guide, message: Copy, progress: Progress, *, discreet: bool = False) -> Made:
    """The copy that a person asked for; `discreet` when no name in it may say what it is about.

    Raises:
        BadAnswer: there is nothing to make it of.
    """
    choice = Choice(exercises=message.exercises, first=message.first, last=message.last)
    if choice.first and choice.last and choice.first > choice.last:
        raise BadAnswer("The first month is later than the last one. Change one of them.")
    name, how = f"notes-{message.at[:10]}", {"advice": message.advice, "progress": progress}
    if message.format == "json":
        return Made(f"{name}.json", to_json(journal if choice == Choice() else choice.narrow(journal)))
    if message.format == "csv":
        return _tables(journal, guide, choice, name, progress, discreet=discreet)
    if message.format == "print":
        return Made(f"{name}.html", to_print(journal, guide, choice, large=message.large, **how))  # type: ignore[arg-type] # as named
    return Made(f"{name}.md", to_markdown(journal, guide, choice, **how))  # type: ignore[arg-type] # as named


def sheets_of(guide: Guide, message: Sheets, progress: Progress) -> Made:
    """Blank sheets to print. Raises `BadContent` when the guide has no such exercise."""
    content = to_handout(guide, message.exercises, advice=message.advice, large=message.large, progress=progress)
    return Made(f"pages-{message.at[:10]}.html", content)


def _tables(  # noqa: PLR0913 - what a person decides about tables
    journal: Journal, guide: Guide, choice: Choice, name: str, progress: Progress, *, discreet: bool
) -> Made:
    """The table of one exercise, or those of all with notes in one packed file, with the one that explains them."""
    exercises = exercises_of(guide, choice.notes(journal))
    if not exercises:
        raise BadAnswer("There is no note in what was chosen, so there is nothing to put into a table.")
    if len(exercises) == 1:
        return Made(f"{name}.csv", to_csv(journal, guide, exercises[0].id, choice))
    names = names_of((exercise.id for exercise in exercises), discreet=discreet)

    def files() -> Iterator[tuple[str, bytes]]:
        for done, exercise in enumerate(exercises, 1):
            yield names[exercise.id], to_csv(journal, guide, exercise.id, choice)
            progress(done, len(exercises))
        yield "columns.csv", to_columns(journal, guide, exercises, names if discreet else {})

    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for file, content in files():
            archive.writestr(zipfile.ZipInfo(file), content, zipfile.ZIP_DEFLATED)  # such a name carries no time
    return Made(f"{name}.zip", packed.getvalue())
