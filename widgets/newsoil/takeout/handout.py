"""Blank handouts: exercises to fill in by hand, from the guide's content alone."""

from collections.abc import Sequence
from functools import partial
from typing import Literal

from newsoil._paths import support_folder
from newsoil.guide import Exercise, Guide, Part, Prompt, Situation, read_as, read_support
from newsoil.takeout.choice import Progress, counted
from newsoil.takeout.templating import drawn

BY_HAND = 1.4
"""Lines of handwriting for one line of a form. Ours: a hand writes some 50 letters on a line of paper, a form holds some 70."""

FEWEST = 2
"""Lines for a few words. Ours: one is soon full."""

ROWS = 4
"""Empty lines of a list. Ours: more than most people fill, and two lists fit on a page."""

Size = Literal["A4", "letter", ""]
"""A size of paper, as style sheets call it."""

GROUP = "group"
"""The kind of recipient whose offers say what is fit for a group."""


def to_handout(  # noqa: PLR0913 - what a person decides about a handout
    guide: Guide,
    exercises: Sequence[str] = (),
    *,
    situation: Situation | None = None,
    advice: bool = True,
    large: bool = False,
    size: Size = "",
    progress: Progress | None = None,
) -> bytes:
    """Some exercises, or all of them, as one HTML file to print and fill in: every question, every option, lines to write on.

    Each begins on a new sheet, says whether it is fit for a group, and has its note on what comes, its time and its way out, as on the
    screen. The last sheet has what “Help now” and “Take a pause” say, since a paper has no buttons.
    `large` sets everything a third larger. `size` is that of the paper; without it, whoever prints chooses.

    Raises:
        BadContent: the guide has no such exercise.
    """
    chosen = [guide.exercise(name) for name in dict.fromkeys(exercises)] or list(guide.exercises)
    return drawn(
        "handout.html.j2",
        guide,
        exercises=list(counted(chosen, progress)),
        read=partial(read_as, situation=situation),
        kind=kind_of,
        lines=lines_of,
        fit=partial(fit_for_a_group, guide),
        rows=ROWS,
        lists=read_support(support_folder()).directories(),
        advice=advice,
        large=large,
        size=size,
    )


def kind_of(prompt: Prompt) -> str:
    """The kind of a prompt, by which the template draws it."""
    return str(prompt.__struct_config__.tag)


def lines_of(prompt: Prompt | Part) -> int:
    """How many lines to write on a prompt, or a part of a sentence, has on paper."""
    return max(FEWEST, round(getattr(prompt, "lines", 1) * BY_HAND))


def fit_for_a_group(guide: Guide, exercise: Exercise) -> set[str]:
    """The prompts of an exercise that are fit for a group."""
    offered = next((recipient.offers for recipient in guide.recipients if recipient.id == GROUP), ())
    return {prompt.id for prompt in exercise.prompts if any(share.covers(exercise.id, prompt.id) for share in offered)}
