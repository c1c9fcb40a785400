"""All that a meeting has on paper, gathered: its plan, the agreement, the support list, the words."""

from datetime import date
from pathlib import Path

import msgspec

from newsoil._paths import programme_folder
from newsoil.workshop.agreement import Agreement, read_agreement
from newsoil.workshop.facilitation import FILE, Facilitation, read_facilitation
from newsoil.workshop.own_plans import with_own
from newsoil.workshop.plan import Plan
from newsoil.workshop.programme import Programmes, read_programmes
from newsoil.workshop.support_list import Problem, SupportList, problem_of, read_list


class Evening(msgspec.Struct, frozen=True, kw_only=True):
    """One meeting, with what is handed out."""

    plan: Plan
    place: str = ""
    """Which meeting of a programme it is, in words."""
    content: Facilitation
    agreement: Agreement
    support: SupportList | None = None
    problem: Problem = "missing"
    """What is wrong with the support list."""


def words_of(folder: Path) -> Facilitation:
    """What facilitators read: the file in a folder of programmes, or ours where it has none. Raises `BadContent`."""
    return read_facilitation(folder if (folder / FILE).is_file() else programme_folder())


def plans_of(folder: Path, shelf: Path, content: Facilitation) -> tuple[Programmes, list[str]]:
    """All plans of a folder, with those of one's own behind them, and a sentence for each of those that cannot be used."""
    return with_own(read_programmes(folder), shelf, content.say("own-plans", "title"), content.say("own-plans", "about"))


def evening_of(programmes: Programmes, name: str, content: Facilitation, shelf: Path, today: date) -> Evening:
    """What a meeting has on paper, with the agreement and the support list that a facilitator keeps on their shelf.

    Raises:
        BadContent: there is no such plan, or the support list cannot be read.
        Damaged: the agreement cannot be read.
        NotSaved: a file is there and may not be read.
    """
    plan = programmes.plan(name)
    return Evening(
        plan=plan,
        place=_place(programmes, name, content),
        content=content,
        agreement=read_agreement(shelf, content),
        support=read_list(shelf),
        problem=problem_of(shelf, today),
    )


def _place(programmes: Programmes, name: str, content: Facilitation) -> str:
    """Which meeting it is of the first programme that has it. One that stands alone has no number."""
    for one in programmes.programmes:
        if place := one.place_of(name):
            return content.say("handout", "place", number=place[0], all=place[1])
    return ""
