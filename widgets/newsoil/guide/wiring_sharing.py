"""How the kinds of recipient hold together with the exercises that they name."""

from collections.abc import Iterator

from newsoil.guide.content import Exercise
from newsoil.guide.problem import Problem
from newsoil.guide.prompt import ChoicePrompt, RowsPrompt
from newsoil.guide.reading import Guide
from newsoil.guide.sharing import Consent, Recipient, Share, Star


def wiring_sharing(guide: Guide) -> Iterator[Problem]:
    """What does not hold together in what may be shared with whom."""
    exercises = {exercise.id: exercise for exercise in guide.exercises}
    for recipient in guide.recipients:
        where = f"recipient {recipient.id}"
        for share in (*recipient.offers, *recipient.keeps_back):
            yield from _share(where, share, exercises.get(share.exercise))
        yield from _offers(where, recipient)
        for star in recipient.stars:
            yield from _star(where, star, exercises.get(star.exercise))
    for consent in guide.consents:
        yield from _consent(consent, guide)


def _share(where: str, share: Share, exercise: Exercise | None) -> Iterator[Problem]:
    if exercise is None:
        if not share.planned:
            yield Problem(where, f"it names the exercise “{share.exercise}”, and there is none. Correct it, or mark it as planned.")
        return
    if share.planned:
        yield Problem(where, f"the exercise “{share.exercise}” is there now. Take “planned” out, and look at its prompts.")
    for prompt in share.only:
        if prompt not in {each.id for each in exercise.prompts}:
            yield Problem(where, f"it names the prompt “{prompt}” of “{share.exercise}”, and there is none. Correct “only”.")


def _star(where: str, star: Star, exercise: Exercise | None) -> Iterator[Problem]:
    asked = next((prompt for prompt in exercise.prompts if prompt.id == star.prompt), None) if exercise else None
    if not isinstance(asked, ChoicePrompt) or star.answer not in {option.id for option in asked.options}:
        what = f"“{star.answer}” of “{star.prompt}” in “{star.exercise}”"
        yield Problem(where, f"its star is the answer {what}, and no form offers it. Correct “stars”.")


def _offers(where: str, recipient: Recipient) -> Iterator[Problem]:
    if recipient.offers and not recipient.otherwise:
        yield Problem(where, "it names what it offers and says nothing of all else. Say in “otherwise” why that is kept back.")
    for share in recipient.offers:
        if any(share == kept or (share.exercise == kept.exercise and not kept.only) for kept in recipient.keeps_back):
            yield Problem(where, f"it offers “{share.exercise}” and keeps it back. Decide for one.")


def _consent(consent: Consent, guide: Guide) -> Iterator[Problem]:
    where = f"consent {consent.column}"
    rows = (prompt for exercise in guide.exercises for prompt in exercise.prompts if isinstance(prompt, RowsPrompt))
    columns = [column for prompt in rows for column in prompt.columns if column.id == consent.column]
    if not columns:
        yield Problem(where, "no prompt has such a column. Correct “column”, or take it out.")
    for column in columns:
        if not isinstance(column, ChoicePrompt) or consent.yes not in {option.id for option in column.options}:
            yield Problem(where, f"a column of this name has no option “{consent.yes}”. Correct “yes”, or the column.")
