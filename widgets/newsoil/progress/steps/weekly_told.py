"""The weekly check-in for those who do not see it: the text alternative and the table."""

from math import ceil, floor

from newsoil.progress import findings
from newsoil.progress.picture import Table
from newsoil.progress.steps.weeks import ITEMS, STEPS, Week, all_mondays, answers_to
from newsoil.progress.words import Words, capital

NAMED_GAPS = 4
"""So many blank weeks are named one by one; more are only counted. Ours: a longer list would hide what is there."""


def ends_said(weeks: list[Week], words: Words) -> tuple[str, str]:
    """The first and the last week."""
    first, last = weeks[0].monday, weeks[-1].monday
    spoken = words.spanning(first, last)
    return spoken.day(first), spoken.day(last)


def answer_said(item: str, answer: int, words: Words) -> str:
    """One answer to one item, in words."""
    return words("one-item", item=capital(words(f"item-{item}")), answer=words(f"step-{answer}"))


def alternative(weeks: list[Week], order: list[str], words: Words) -> str:
    """What is drawn, item by item in the order of the panels, and which weeks are blank."""
    first, last = ends_said(weeks, words)
    said = [words("alt-one" if len(weeks) == 1 else "alt", n=len(weeks), first=first, last=last)]
    said += [_alternative_item(item, answers_to(item, weeks), words) for item in order]
    noted = {week.monday for week in weeks}
    blanks = [words.day(monday) for monday in all_mondays(weeks) if monday not in noted]
    if len(blanks) > NAMED_GAPS:
        said.append(words("alt-gaps-many", n=len(blanks)))
    elif blanks:
        said.append(words("alt-gap" if len(blanks) == 1 else "alt-gaps", weeks=words.listed(blanks)))
    return " ".join(said)


def _alternative_item(item: str, answers: list[int], words: Words) -> str:
    name = capital(words(f"item-{item}"))
    if not answers:
        return words("alt-item-blank", item=name)
    if len(answers) == 1:
        return answer_said(item, answers[0], words)
    low, high, latest = (words(f"step-{answer}") for answer in (min(answers), max(answers), answers[-1]))
    said = words("alt-item", item=name, low=low, high=high, latest=latest)
    usual = findings.usual(answers)
    return said if usual is None else f"{said} {words('alt-usual', usual=_step(usual, words))}"


def _step(usual: float, words: Words) -> str:
    """A median in words; half a step is "between" two answers."""
    low, high = words(f"step-{floor(usual)}"), words(f"step-{ceil(usual)}")
    return words("quoted", words=low) if low == high else words("between", low=low, high=high)


def table(weeks: list[Week], words: Words) -> Table:
    """A row for each check-in, oldest first; the caption says what the numbers mean."""
    steps = {step: words(f"step-{step}") for step in STEPS}
    rows = [(words.short_day(week.monday), *(str(week.answers[item] or words("nothing")) for item in ITEMS)) for week in weeks]
    columns = (words("week"), *(capital(words(f"item-{item}")) for item in ITEMS))
    return Table(words("caption", steps=", ".join(f"{step} {name}" for step, name in steps.items())), columns, tuple(rows))
